"""The named styles: every role of the sheet, under LibreOffice's built-in names where it has one.

Built-in names make the navigator, the style list and tables of contents work with these styles. `definitions` is also
where the rest of the writer learns how a style is indented.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assembler.formats import markup
from assembler.formats.odt import xml
from assembler.formats.odt.looks import Box, paragraph_properties, text_properties
from assembler.formats.odt.measures import language, mm, writing_mode
from assembler.style.model import CharacterLook, ParagraphLook, StyleSheet
from assembler.style.spreads import version_heading

LIST_LEVELS = 5
"""LibreOffice has built-in list styles for so many levels; deeper lists take the last."""

HEADING_LEVELS = 6

FAMILIES = {
    "body": "Text body",
    "recommendation": "Recommendation",
    "example": "Example",
    "summary": "Summary",
    "annex": "Annex",
    "note": "Footnote",
}
"""The style of a plain paragraph by what it stands in; the keys are roles."""

QUOTES = {family: "Quotations" if family == "body" else f"{name} Quote" for family, name in FAMILIES.items()}
"""The style of a quotation by what it stands in."""

LABELS = {"recommendation": "Recommendation Label", "example": "Example Label"}

MARKS = {"fuzzy": "Mark Fuzzy", "untranslated": "Mark Untranslated", "waiting": "Mark Waiting"}

NUMBERED = "Numbered Paragraph"

VERSION_HEADING = "Version Heading {}"
"""A heading in a version that is not in the contents; it looks as the others do, but is a paragraph."""

COLUMN_HEAD, LANGUAGE_MARK = "Column Head", "Language Mark"

COVER_STYLES = {"title": "Title", "subtitle": "Subtitle", "cover": "Cover", "cover-group": "Cover Group"}
"""The styles of paragraphs of a cover in several languages, by their class."""

NEAREST_TAB = 0.02
"""Millimetres; LibreOffice overlooks a tab stop at 0."""

ENTRY = "Contents Entry"
"""A line of a list of tables or figures."""

CONTENTS_LINK = "Index Link"
"""The character style of links that look like the text around them: contents and references."""


class Style(Struct, frozen=True, kw_only=True):
    """A style of the document, by its display name. `category` is where LibreOffice lists it, `outline` a level from 1,
    `list` the list that its paragraphs belong to, `box` the container around, where that is not its own look, `several`
    that editions in one language do without it; `own` is what it says itself, where the rest of its look is that of the
    style it is based on, which may be a heading's: itself it is none."""

    name: str
    look: CharacterLook
    based: str = "Standard"
    next: str = ""
    category: str = ""
    outline: int = 0
    list: str = ""
    box: Box | None = None
    several: bool = False
    own: ParagraphLook | None = None


def level_style(kind: str, level: int) -> str:
    """`List 1`, `Numbering 1` or `List 1 Cont.` for a list level from 0; `kind` has the level as `{}`."""
    return kind.format(min(level, LIST_LEVELS - 1) + 1)


BULLETS, NUMBERS, CONTINUATION = "List {}", "Numbering {}", "List {} Cont."


def quote_inset(sheet: StyleSheet) -> float:
    """Millimetres that a quotation stands further in than the text around it."""
    return max((sheet.roles.quote.left or 0) - (sheet.roles.body.left or 0), 0)


def definitions(sheet: StyleSheet) -> tuple[Style, ...]:
    """All styles but `Standard`, in the order in which they are written."""
    return (*_headings(sheet), *_texts(sheet), *_lists(sheet), *_quotes(sheet), *_around(sheet), *_characters(sheet))


def _headings(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    yield Style(name="Title", look=roles.title, next="Subtitle", category="chapter")
    yield Style(name="Subtitle", look=roles.subtitle, next="Text body", category="chapter")
    yield Style(name="Cover", look=roles.cover, category="chapter")
    yield Style(name="Cover Group", look=roles.cover_group, next="Cover", category="chapter")
    yield Style(name="Contents Heading", look=roles.contents_heading, category="index")
    for level, look in enumerate((roles.contents_1, roles.contents_2, roles.contents_3), 1):
        yield Style(name=f"Contents {level}", look=look, category="index")
    yield Style(name=ENTRY, look=roles.entry, category="index")
    for level, look in enumerate(roles.headings, 1):
        yield Style(name=f"Heading {level}", look=look, next="Text body", category="text", outline=level)
    for level, look in enumerate(roles.headings, 1):
        yield Style(
            name=VERSION_HEADING.format(level), look=version_heading(roles, look), based=f"Heading {level}",
            next="Text body", category="text", several=True, own=_with_room(roles.version_heading, look),
        )  # fmt: skip


def _with_room(own: ParagraphLook, heading: ParagraphLook) -> ParagraphLook:
    """LibreOffice takes the room above and below as one: who says one says both."""
    if own.before is None and own.after is None:
        return own
    before = heading.before if own.before is None else own.before
    return replace(own, before=before, after=heading.after if own.after is None else own.after)


def _texts(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    yield Style(name="Text body", look=roles.body, category="text")
    yield Style(name=NUMBERED, look=roles.numbered, category="text", list=NUMBERED)
    yield Style(name="Recommendation", look=roles.recommendation, category="text")
    yield Style(name="Recommendation Label", look=roles.recommendation_label, next="Recommendation", category="text")
    yield Style(name="Example", look=roles.example, category="text")
    yield Style(name="Example Label", look=roles.example_label, next="Example", category="text")
    yield Style(name="Summary", look=roles.summary, category="text")
    yield Style(name="Annex", look=roles.annex, category="text")


def _lists(sheet: StyleSheet) -> Iterator[Style]:
    step, edge = sheet.lists.step, sheet.roles.body.left or 0
    kinds = ((BULLETS, sheet.roles.item, -step), (NUMBERS, sheet.roles.item, -step),
             (CONTINUATION, sheet.roles.continuation, 0))  # fmt: skip
    for kind, look, first in kinds:
        for level in range(LIST_LEVELS):
            placed = replace(look, left=edge + (level + 1) * step, first=first)
            yield Style(name=level_style(kind, level), look=placed, category="list")


def _quotes(sheet: StyleSheet) -> Iterator[Style]:
    yield Style(name="Quotations", look=sheet.roles.quote, category="html")
    for family, name in FAMILIES.items():
        if family != "body":
            look = getattr(sheet.roles, family)
            box = Box(sheet.paragraph(look), look.left or 0)
            yield Style(name=QUOTES[family], look=_quoted(look, sheet), based=name, category="text", box=box)


def _quoted(look: ParagraphLook, sheet: StyleSheet) -> ParagraphLook:
    """A quotation in a container keeps the container's size and rules, and stands further in."""
    quote = sheet.roles.quote
    return replace(look, italic=quote.italic, left=(look.left or 0) + quote_inset(sheet), right=quote.right, first=0)


def _around(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    yield Style(name="Caption", look=roles.caption, category="extra")
    yield Style(name="Table", look=roles.caption, based="Caption", category="extra")
    yield Style(name="Figure", look=sheet.figure_caption, category="extra")
    yield Style(name="Picture", look=roles.figure, category="extra")
    yield Style(name="Table Contents", look=roles.cell, category="extra")
    yield Style(name="Table Heading", look=roles.header_cell, category="extra")
    yield Style(name=COLUMN_HEAD, look=roles.column_head, category="extra", several=True)
    yield Style(name="Footnote", look=roles.note, category="extra")
    yield Style(name="Header", look=roles.header, category="extra")
    yield Style(name="Footer", look=roles.footer, category="extra")


def _characters(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    named = (
        ("Emphasis", CharacterLook(italic=True)),
        ("Strong Emphasis", CharacterLook(bold=True)),
        ("Internet link", roles.link),
        ("Visited Internet Link", roles.link),
        (CONTENTS_LINK, CharacterLook()),
        ("Footnote anchor", roles.note_mark),
        ("Footnote Symbol", roles.note_mark),
        ("Stamp", roles.stamp),
        (LANGUAGE_MARK, roles.language_mark),
        ("Source Text", roles.code),
        ("Raw Markup", roles.raw),
        ("Mark Fuzzy", roles.mark_fuzzy),
        ("Mark Untranslated", roles.mark_untranslated),
        ("Mark Waiting", roles.mark_waiting),
    )
    for name, look in named:
        yield Style(name=name, look=look, based="", several=name == LANGUAGE_MARK)


def fonts(sheet: StyleSheet) -> str:
    """`<office:font-face-decls>`: each font of the sheet with the ones that may stand in for it."""
    faces = "".join(
        f'<style:font-face style:name="{markup.attribute(family[0])}" svg:font-family="{_families(family)}"/>'
        for family in dict.fromkeys(sheet.fonts.values())
    )
    return f"<office:font-face-decls>{faces}</office:font-face-decls>"


def _families(names: tuple[str, ...]) -> str:
    return ", ".join(markup.attribute(f"'{name}'" if " " in name else name) for name in names)


def named_styles(sheet: StyleSheet, tag: str, *, right_to_left: bool = False, several: bool = False) -> str:
    """The defaults and all named styles of `<office:styles>`; `tag` is the document's BCP 47 tag, `right_to_left` says
    which way it runs, `several` that it is not the only one."""
    wanted = (style for style in definitions(sheet) if several or not style.several)
    styles = "".join(_style(style, sheet, right_to_left=right_to_left) for style in wanted)
    text = sheet.text
    mode = writing_mode(right_to_left=True) if right_to_left else ""
    spoken = language(tag, right_to_left=right_to_left)
    hyphenate = sheet.page.hyphenation if text.hyphenate is None else text.hyphenate
    return (
        '<style:default-style style:family="paragraph">'
        f'<style:paragraph-properties fo:hyphenation-ladder-count="3" style:tab-stop-distance="10mm"{mode}/>'
        f"{text_properties(replace(text, hyphenate=hyphenate), sheet, spoken + _HYPHENS)}</style:default-style>"
        '<style:default-style style:family="table">'
        '<style:table-properties table:border-model="collapsing"/></style:default-style>'
        f'<style:style style:name="Standard" style:family="paragraph" style:class="text">'
        f"{paragraph_properties(text, sheet, right_to_left=right_to_left)}</style:style>{styles}"
    )


_HYPHENS = ' fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2" style:use-window-font-color="true"'


def _style(style: Style, sheet: StyleSheet, *, right_to_left: bool) -> str:
    look = style.look if style.own is None else style.own
    paragraph = isinstance(look, ParagraphLook)
    properties = ""
    if isinstance(look, ParagraphLook):
        inner = _tab_stops(style, look, sheet)
        properties = paragraph_properties(look, sheet, box=style.box, inner=inner, right_to_left=right_to_left)
    attributes = (
        ("name", xml.name(style.name)),
        ("display-name", style.name if xml.name(style.name) != style.name else ""),
        ("family", "paragraph" if paragraph else "text"),
        ("parent-style-name", xml.name(style.based)),
        ("next-style-name", xml.name(style.next)),
        ("class", style.category),
        ("default-outline-level", str(style.outline or "")),
        ("list-style-name", xml.name(style.list)),
    )
    said = "".join(f' style:{key}="{value}"' for key, value in attributes if value)
    if style.own is not None:
        said += ' style:default-outline-level=""'
    return f"<style:style{said}>{properties}{text_properties(look, sheet)}</style:style>"


def _tab_stops(style: Style, look: ParagraphLook, sheet: StyleSheet) -> str:
    """In the contents page numbers stand at the right margin, behind dots; in notes the words where the first line's
    indent ends, behind the number."""
    if style.name.startswith("Contents ") and style.name != "Contents Heading":
        return dotted_tab(sheet.page.text_width, look)
    if style.name == "Footnote" and (look.first or 0) < 0:
        return _tab_stop(f'style:position="{mm(NEAREST_TAB)}"')
    return ""


def dotted_tab(edge: float, look: ParagraphLook) -> str:
    """Where a page number ends, behind dots, in millimetres from the margin."""
    dots = 'style:leader-style="dotted" style:leader-text="."'
    return _tab_stop(f'style:position="{mm(edge - (look.left or 0))}" style:type="right" {dots}')


def _tab_stop(attributes: str) -> str:
    return f"<style:tab-stops><style:tab-stop {attributes}/></style:tab-stops>"
