"""The styles part: every role of the sheet as a named style, under Word's built-in names where it has one.

Built-in names and ids make the navigation pane, the style gallery, tables of contents and “insert footnote” work with
these styles. `definitions` is also where the rest of the writer learns how a style is indented.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assembler.formats.docx import xml
from assembler.formats.docx.looks import paragraph_properties, run_properties
from assembler.formats.docx.measures import eighths, hexadecimal, twips
from assembler.style.model import CharacterLook, ParagraphLook, StyleSheet
from assembler.style.spreads import version_heading

LIST_LEVELS = 5
"""Word has built-in list styles for so many levels; deeper lists take the last."""

FAMILIES = {
    "body": "BodyText",
    "recommendation": "Recommendation",
    "example": "Example",
    "summary": "Summary",
    "annex": "Annex",
    "note": "FootnoteText",
}
"""The style of a plain paragraph by what it stands in; the keys are roles."""

QUOTES = {family: "Quote" if family == "body" else f"{id}Quote" for family, id in FAMILIES.items()}
"""The style of a quotation by what it stands in."""

LABELS = {"recommendation": "RecommendationLabel", "example": "ExampleLabel"}

NUMBERED = "NumberedParagraph"

VERSION_HEADING = "VersionHeading{}"
"""A heading in a version that is not in the contents; it looks as the others do."""

LANGUAGE_MARK = "LanguageMark"

COVER_STYLES = {"title": "Title", "subtitle": "Subtitle", "cover": "Cover", "cover-group": "CoverGroup"}
"""The styles of paragraphs of a cover in several languages, by their class."""

NO_OUTLINE = 9
"""The level of what is no heading."""

ENTRY = "TableofFigures"
"""A line of a list of tables or figures."""

BUILT_IN = frozenset({
    "title", "subtitle", "toc heading", "body text", "quote", "caption", "footnote text", "header", "footer",
    "hyperlink", "footnote reference", "table of figures",
    *(f"toc {n}" for n in range(1, 4)), *(f"heading {n}" for n in range(1, 7)),
    *(f"list {kind}{n}" for kind in ("bullet", "number", "continue") for n in ("", " 2", " 3", " 4", " 5")),
})  # fmt: skip
"""Names that Word knows, in lower case; all others are marked as ours."""


class Style(Struct, frozen=True, kw_only=True):
    """A style of the document. `numbering` is the list that its paragraphs belong to, `outline` a level from 0; `leads`
    says that dots lead to a page number at the right margin, `several` that editions in one language do without it;
    `own` is what it says itself, where the rest of its look is that of the style it is based on."""

    id: str
    name: str
    look: CharacterLook
    based: str = "Normal"
    next: str = ""
    priority: int = 99
    gallery: bool = False
    numbering: int | None = None
    outline: int | None = None
    leads: bool = False
    several: bool = False
    own: ParagraphLook | None = None


def level_style(kind: str, level: int) -> str:
    """`ListBullet`, `ListNumber` or `ListContinue` for a list level from 0."""
    number = min(level, LIST_LEVELS - 1) + 1
    return kind if number == 1 else f"{kind}{number}"


def quote_inset(sheet: StyleSheet) -> float:
    """Millimetres that a quotation stands further in than the text around it."""
    return max((sheet.roles.quote.left or 0) - (sheet.roles.body.left or 0), 0)


def definitions(sheet: StyleSheet) -> tuple[Style, ...]:
    """All styles but `Normal` and the table style, in the order in which they are written."""
    return (*_headings(sheet), *_texts(sheet), *_lists(sheet), *_quotes(sheet), *_around(sheet), *_characters(sheet))


def _headings(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    yield Style(id="Title", name="Title", look=roles.title, next="Subtitle", priority=10, gallery=True)
    yield Style(id="Subtitle", name="Subtitle", look=roles.subtitle, next="BodyText", priority=11, gallery=True)
    yield Style(id="Cover", name="Cover", look=roles.cover)
    yield Style(id="CoverGroup", name="Cover Group", look=roles.cover_group, next="Cover")
    yield Style(id="TOCHeading", name="TOC Heading", look=roles.contents_heading, next="BodyText", priority=39)
    # A page number must stand inside the right indent: beyond it LibreOffice shows none.
    for level, look in enumerate((roles.contents_1, roles.contents_2, roles.contents_3), 1):
        yield Style(
            id=f"TOC{level}", name=f"toc {level}", look=replace(look, right=0), next="Normal", priority=39, leads=True
        )
    entry = replace(roles.entry, right=0)
    yield Style(id=ENTRY, name="table of figures", look=entry, next="Normal", priority=99, leads=True)
    for level, look in enumerate(roles.headings, 1):
        yield Style(
            id=f"Heading{level}", name=f"heading {level}", look=look,
            next="BodyText", priority=9, gallery=True, outline=level - 1,
        )  # fmt: skip
    for level, look in enumerate(roles.headings, 1):
        yield Style(
            id=VERSION_HEADING.format(level), name=f"Version Heading {level}", look=version_heading(roles, look),
            based=f"Heading{level}", next="BodyText", outline=NO_OUTLINE, several=True, own=roles.version_heading,
        )  # fmt: skip


def _texts(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    yield Style(id="BodyText", name="Body Text", look=roles.body, priority=1, gallery=True)
    yield Style(id=NUMBERED, name="Numbered Paragraph", look=roles.numbered, priority=1, gallery=True, numbering=1)
    yield Style(id="Recommendation", name="Recommendation", look=roles.recommendation, priority=2, gallery=True)
    yield Style(
        id="RecommendationLabel", name="Recommendation Label", look=roles.recommendation_label, next="Recommendation"
    )
    yield Style(id="Example", name="Example", look=roles.example, priority=2, gallery=True)
    yield Style(id="ExampleLabel", name="Example Label", look=roles.example_label, next="Example")
    yield Style(id="Summary", name="Summary", look=roles.summary, priority=2, gallery=True)
    yield Style(id="Annex", name="Annex", look=roles.annex, priority=2, gallery=True)


def _lists(sheet: StyleSheet) -> Iterator[Style]:
    step, edge = sheet.lists.step, sheet.roles.body.left or 0
    kinds = (("List Bullet", sheet.roles.item, -step), ("List Number", sheet.roles.item, -step),
             ("List Continue", sheet.roles.continuation, 0))  # fmt: skip
    for kind, look, first in kinds:
        for level in range(LIST_LEVELS):
            name = kind if level == 0 else f"{kind} {level + 1}"
            placed = replace(look, left=edge + (level + 1) * step, first=first)
            yield Style(id=name.replace(" ", ""), name=name, look=placed, gallery=level == 0)


def _quotes(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    yield Style(id="Quote", name="Quote", look=roles.quote, priority=29, gallery=True)
    looks = {family: getattr(roles, family) for family in FAMILIES if family != "body"}
    for family, look in looks.items():
        yield Style(
            id=QUOTES[family], name=f"{_spaced(FAMILIES[family])} Quote",
            look=_quoted(look, sheet), based=FAMILIES[family],
        )  # fmt: skip


def _quoted(look: ParagraphLook, sheet: StyleSheet) -> ParagraphLook:
    """What a quotation changes inside a container: it stands further in, and keeps the container's size and rules."""
    quote = sheet.roles.quote
    return ParagraphLook(italic=quote.italic, left=(look.left or 0) + quote_inset(sheet), first=0)


def _spaced(id: str) -> str:
    return "".join(f" {letter}" if letter.isupper() else letter for letter in id).strip()


def _around(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    yield Style(id="Caption", name="caption", look=roles.caption, next="BodyText", priority=35, gallery=True)
    yield Style(id="Figure", name="Figure", look=roles.figure, next="FigureCaption")
    yield Style(id="FigureCaption", name="Figure Caption", look=sheet.figure_caption, next="BodyText")
    yield Style(id="TableText", name="Table Text", look=roles.cell)
    yield Style(id="TableHeading", name="Table Heading", look=roles.header_cell)
    yield Style(id="ColumnHead", name="Column Head", look=roles.column_head, several=True)
    yield Style(id="FootnoteText", name="footnote text", look=roles.note)
    yield Style(id="Header", name="header", look=roles.header)
    yield Style(id="Footer", name="footer", look=roles.footer)


def _characters(sheet: StyleSheet) -> Iterator[Style]:
    roles = sheet.roles
    named = (
        ("Hyperlink", "Hyperlink", roles.link),
        ("FootnoteReference", "footnote reference", roles.note_mark),
        ("Stamp", "Stamp", roles.stamp),
        (LANGUAGE_MARK, "Language Mark", roles.language_mark),
        ("Code", "Code", roles.code),
        ("RawMarkup", "Raw Markup", roles.raw),
        ("MarkFuzzy", "Mark Fuzzy", roles.mark_fuzzy),
        ("MarkUntranslated", "Mark Untranslated", roles.mark_untranslated),
        ("MarkWaiting", "Mark Waiting", roles.mark_waiting),
    )
    for id, name, look in named:
        yield Style(id=id, name=name, look=look, based="DefaultParagraphFont", several=id == LANGUAGE_MARK)


def styles_part(sheet: StyleSheet, language: str, *, right_to_left: bool = False, several: bool = False) -> str:
    """`word/styles.xml`; `language` is the document's BCP 47 tag, `right_to_left` which way it runs, `several` that it
    is not the only one."""
    bidi = "<w:bidi/>" if right_to_left else ""
    text = run_properties(sheet.text, sheet, language, right_to_left=right_to_left)
    defaults = (
        f"<w:docDefaults><w:rPrDefault>{text}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraph_properties(sheet.text, bidi=bidi)}</w:pPrDefault></w:docDefaults>"
    )
    normal = _normal(bidi)
    wanted = (style for style in definitions(sheet) if several or not style.several)
    styles = "".join(_style(style, sheet, mirrored=right_to_left) for style in wanted)
    return (
        f"{xml.DECLARATION}<w:styles {xml.NAMESPACES}>{defaults}{normal}{_DEFAULTS}{styles}{_table_style(sheet)}"
        "</w:styles>"
    )


def _normal(bidi: str) -> str:
    properties = f"<w:pPr>{bidi}</w:pPr>" if bidi else ""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{properties}</w:style>"
    )


_DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _style(style: Style, sheet: StyleSheet, *, mirrored: bool) -> str:
    kind = "paragraph" if isinstance(style.look, ParagraphLook) else "character"
    custom = "" if style.name.lower() in BUILT_IN else ' w:customStyle="1"'
    after = f'<w:next w:val="{style.next}"/>' if style.next else ""
    gallery = "<w:qFormat/>" if style.gallery else ""
    look = style.look if style.own is None else style.own
    properties = _paragraph(style, look, sheet, mirrored=mirrored) if isinstance(look, ParagraphLook) else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style.id}"{custom}><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{after}<w:uiPriority w:val="{style.priority}"/>{gallery}'
        f"{properties}{run_properties(look, sheet)}</w:style>"
    )


def _paragraph(style: Style, look: ParagraphLook, sheet: StyleSheet, *, mirrored: bool) -> str:
    numbering = "" if style.numbering is None else f'<w:numPr><w:numId w:val="{style.numbering}"/></w:numPr>'
    tabs = f"<w:tabs>{dotted_tab(twips(sheet.page.text_width))}</w:tabs>" if style.leads else ""
    return paragraph_properties(look, numbering=numbering, tabs=tabs, outline=style.outline, mirrored=mirrored)


def dotted_tab(edge: int) -> str:
    """Where a page number ends, behind dots, in twips from the margin."""
    return f'<w:tab w:val="right" w:leader="dot" w:pos="{edge}"/>'


def _table_style(sheet: StyleSheet) -> str:
    tables = sheet.tables
    outer, inner = _border(tables.rule, tables.rule_colour), _border(tables.inner_rule, tables.rule_colour)
    none = 'w:val="nil"'
    side, between = (outer, inner) if tables.vertical else (none, none)
    padding = twips(tables.padding)
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>'
        f"<w:top {outer}/><w:left {side}/><w:bottom {outer}/><w:right {side}/>"
        f"<w:insideH {inner}/><w:insideV {between}/>"
        f'</w:tblBorders><w:tblCellMar><w:left w:w="{padding}" w:type="dxa"/>'
        f'<w:right w:w="{padding}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _border(weight: float, colour: str) -> str:
    if weight == 0:
        return 'w:val="nil"'
    return f'w:val="single" w:sz="{eighths(weight)}" w:space="0" w:color="{hexadecimal(colour)}"'
