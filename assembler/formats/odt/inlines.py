"""Words as spans: looks, languages, links, fields, notes. A `match` over the inlines, a small function for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.direction import enclosed_notes, runs_right_to_left
from assembler.document.inline_tree import picture_of
from assembler.document.model import (
    Break,
    Code,
    Comment,
    Emphasis,
    Image,
    Inlines,
    Link,
    NoteMark,
    PageNumber,
    RawInline,
    Reference,
    Span,
    Strong,
    TargetNumber,
    Text,
    Tracked,
    Words,
)
from assembler.findings import Kind, Severity
from assembler.formats import markup
from assembler.formats.odt import tracked, xml
from assembler.formats.odt.drawing import drawing
from assembler.formats.odt.ledger import Part
from assembler.formats.odt.styles import CONTENTS_LINK, MARKS
from assembler.formats.odt.text import end_words, span_tag, write_styled, write_text
from assembler.formats.pictures.picture import Shown, shown
from assembler.style.pictures import printed

NOTE_ABSENT = Kind(
    "odt-note-absent",
    Severity.ERROR,
    "The note mark [^{id}] has no note that could be printed here; it stands as it was written.",
    "Write the note, and call notes from the text, not from other notes.",
)
TARGET_ABSENT = Kind(
    "odt-target-absent",
    Severity.WARNING,
    "The reference points to “{target}”, which is not in this document; it is printed as plain text.",
    "Let it point to another ID, or take the text with this ID into the document.",
)


class Look(Struct, frozen=True, cache_hash=True):
    """What is around some words: italics, a link (inside which no other can begin), the language they are in."""

    italic: bool = False
    linked: bool = False
    language: str = ""


PLAIN = Look()


def write_words(part: Part, words: Words, id: str | None, look: Look = PLAIN) -> None:
    """A leaf: its mark where its text is not current, then its words inside their bookmark.

    An empty cell has none, unless a link leads there: LibreOffice would write it twice into a DOCX.
    """
    ledger = part.ledger
    ledger.unit = id
    part.words = words
    remarks = ""
    if words.comments:
        remarks = "".join([write_comment(part, comment) for comment in words.comments])
    change, words = words.change, _changed(part, words) if words.change else words
    if words.mark:
        opens, closes = tracked.added(ledger) if change == "added" and not part.change else ("", "")
        part.out.append(opens)
        with spoken(part):
            write_styled(part, f"{getattr(ledger.language.labels, words.mark)} ", MARKS[words.mark])
        part.out.append(closes)
    start, end = ledger.around(id) if words.content or id in ledger.anchors else ("", "")
    if words.mark or words.language != ledger.document.language:
        styles = _styles(part, words)
        start += "".join(map(span_tag, styles))
        end = "</text:span>" * len(styles) + end
    part.out.append(start)
    write_inlines(part, words.content, _with_language(look, words.language))
    part.out.append(end + remarks)


def _changed(part: Part, words: Words) -> Words:
    """Words of a paragraph that is tracked as a whole; a cell stays, so there it is the words themselves that are."""
    if part.aside or not part.in_cell or not words.change:
        part.change = words.change
        return words
    return replace(words, content=(Tracked(words.change, words.content),) if words.content else (), change="")


def write_comment(part: Part, comment: Comment) -> str:
    """A comment, here where the words begin that it is about; what is to stand where they end is given back."""
    ledger = part.ledger
    ledger.comments += 1
    name, author = f"comment{ledger.comments}", ledger.document.author
    date = f"<dc:date>{author.date}T00:00:00</dc:date>" if author.date else ""
    part.out.append(
        f'<office:annotation office:name="{name}"><dc:creator>{markup.clean(author.name)}</dc:creator>{date}'
    )
    aside = Part(ledger, comments=True)
    for words in comment.paragraphs:
        aside.out.append("<text:p>")
        style = ledger.language_style(words.language)
        aside.out.append(span_tag(style))
        write_inlines(aside, words.content, Look(language=words.language))
        end_words(aside)
        aside.out.append("</text:span></text:p>")
    part.out.append("".join(aside.out) + "</office:annotation>")
    return f'<office:annotation-end office:name="{name}"/>'


@contextmanager
def spoken(part: Part) -> Iterator[None]:
    """Around what is printed in the language of the version, where that is not the document's."""
    ledger = part.ledger
    foreign = ledger.version and ledger.version != ledger.document.language
    style = ledger.language_style(ledger.version) if foreign else ""
    if style:
        part.out.append(span_tag(style))
    yield
    if style:
        part.out.append("</text:span>")


def _styles(part: Part, words: Words) -> list[str]:
    """The text styles of words that are not a current translation, or in another language than the document."""
    ledger = part.ledger
    marked = xml.name(MARKS[words.mark]) if words.mark else ""
    foreign = ledger.language_style(words.language) if words.language != ledger.document.language else ""
    return [style for style in (marked, foreign) if style]


@cache
def _with_language(look: Look, language: str) -> Look:
    """The same look for words of a language. One value for each, whose hash is known already."""
    return replace(look, language=language)


def write_inlines(part: Part, content: Inlines, look: Look) -> None:  # noqa: C901 - a case for each inline
    """A run of inlines in one look."""
    for position, inline in enumerate(content):
        match inline:
            case Text():
                write_text(part, inline.text)
            case NoteMark():
                write_note_mark(part, inline, beside=_is_mark(content, position + 1))
            case Emphasis():
                write_emphasis(part, inline, look)
            case Strong():
                _write_inside(part, "Strong_20_Emphasis", inline.content, look)
            case Code():
                write_styled(part, inline.text, "Source Text")
            case Span():
                write_span(part, inline, look)
            case Link():
                write_link(part, inline, look)
            case Reference():
                write_reference(part, inline, look)
            case TargetNumber():
                write_number(part, inline, look)
            case PageNumber():
                write_page_number(part, inline)
            case Break():
                part.out.append("<text:line-break/>")
                part.blank, part.blank_at = True, -1
            case Image():
                write_image(part, shown(inline))
            case RawInline():
                write_styled(part, inline.text, "Raw Markup")
            case Tracked():
                write_tracked(part, inline, look)
            case _:
                assert_never(inline)


def _is_mark(content: Inlines, position: int) -> bool:
    return position < len(content) and isinstance(content[position], NoteMark)


def _write_inside(part: Part, style: str, content: Inlines, look: Look) -> None:
    part.out.append(span_tag(style))
    write_inlines(part, content, look)
    part.out.append("</text:span>")


def write_emphasis(part: Part, emphasis: Emphasis, look: Look) -> None:
    """Italics; among italics, upright."""
    upright = part.ledger.automatic.style("text", _UPRIGHT) if look.italic else "Emphasis"
    _write_inside(part, upright, emphasis.content, replace(look, italic=not look.italic))


_UPRIGHT = '<style:text-properties fo:font-style="normal"/>'


def write_span(part: Part, span: Span, look: Look) -> None:
    """Words in another language, if the span names one; a picture with attributes; otherwise just words."""
    if (image := picture_of(span)) is not None:
        write_image(part, shown(image, span))
        return
    code = dict(span.pairs).get("lang", look.language)
    style = part.ledger.language_style(code) if code != look.language else ""
    if style:
        _write_inside(part, style, span.content, replace(look, language=code))
    else:
        write_inlines(part, span.content, look)


def write_note_mark(part: Part, mark: NoteMark, *, beside: bool) -> None:
    """A footnote at its first mark, afterwards a field that repeats its number. Between it and another mark `beside`
    it stands a comma, which like all in the style of marks is no part of the words."""
    ledger = part.ledger
    if mark.id not in ledger.note_bodies:
        ledger.say(NOTE_ABSENT, id=mark.id)
        write_styled(part, f"[^{mark.id}]", "Raw Markup")
        return
    if mark.repeats or mark.id in ledger.called:
        part.out.append(f"{_MARK}{note_number(part, mark.id)}</text:span>")
    else:
        part.out.append(_note(part, mark.id))
        part.out.append(_leading_out(part, mark.id))
    if beside:
        part.out.append(f"{_MARK},</text:span>")
    part.blank = False


_MARK = span_tag("Footnote_20_anchor")


def _leading_out(part: Part, id: str) -> str:
    """Behind a note in the midst of words that run against their paragraph, the sign that ends their run there.
    Where such a note does not fit on its page, LibreOffice lays the paragraph out for ever."""
    if part.words is None or id not in enclosed_notes(part.words):
        return ""
    return f"{_MARK}{RIGHT_TO_LEFT if runs_right_to_left(part.words) else LEFT_TO_RIGHT}</text:span>"


RIGHT_TO_LEFT, LEFT_TO_RIGHT = "\u200f", "\u200e"
"""The marks of direction, which have no width."""


def _note(part: Part, id: str) -> str:
    """The note itself, behind a bookmark if references lead to it."""
    ledger = part.ledger
    ledger.called[id] = ledger.notes[id].number or len(ledger.called) + 1
    label = f' text:label="{ledger.called[id]}"' if ledger.document.notes_restart else ""
    here = f'<text:bookmark text:name="{ledger.anchors[id].bookmark}"/>' if id in ledger.anchors else ""
    return (
        f'{here}<text:note text:id="{ledger.note_names[id]}" text:note-class="footnote">'
        f"<text:note-citation{label}>{ledger.called[id]}</text:note-citation>"
        f"<text:note-body>{ledger.note_bodies[id]}</text:note-body></text:note>"
    )


def note_number(part: Part, id: str, text: str = "") -> str:
    """The number of a note as a field; `text` is what it shows until it is computed."""
    shown = markup.escape(text) or str(part.ledger.called.get(id) or part.ledger.notes[id].number)
    name = part.ledger.note_names[id]
    return (
        '<text:note-ref text:note-class="footnote" text:reference-format="text"'
        f' text:ref-name="{name}">{shown}</text:note-ref>'
    )


def write_link(part: Part, link: Link, look: Look) -> None:
    """A link to an address outside, or with `#` to a unit of this document."""
    if look.linked:
        write_inlines(part, link.content, look)
    elif link.target.startswith("#"):
        _write_inside_link(part, link.target[1:], link.content, look, style="Internet_20_link")
    else:
        title = f' office:title="{markup.attribute(link.title)}"' if link.title else ""
        part.out.append(link_tag(xml.address(link.target), "Internet_20_link", "Visited_20_Internet_20_Link", title))
        write_inlines(part, link.content, replace(look, linked=True))
        part.out.append("</text:a>")


def link_tag(href: str, style: str, visited: str, more: str = "") -> str:
    return (
        f'<text:a xlink:type="simple" xlink:href="{href}" text:style-name="{style}"'
        f' text:visited-style-name="{visited}"{more}>'
    )


def write_reference(part: Part, reference: Reference, look: Look) -> None:
    """Generated text: its numbers are fields; without a number the whole leads to its target."""
    if look.linked or _has_number(reference.content):
        write_inlines(part, reference.content, look)
    else:
        _write_inside_link(part, reference.target, reference.content, look)


def _has_number(content: Inlines) -> bool:
    return any(
        isinstance(inline, TargetNumber)
        or (isinstance(inline, Emphasis | Strong | Span | Link) and _has_number(inline.content))
        for inline in content
    )


def _write_inside_link(
    part: Part, target: str, content: Inlines, look: Look, style: str = xml.name(CONTENTS_LINK)
) -> None:
    anchor = part.ledger.anchors.get(target)
    if anchor is None:
        part.ledger.say(TARGET_ABSENT, target=target)
        write_inlines(part, content, look)
        return
    part.out.append(link_tag(f"#{markup.attribute(anchor.bookmark)}", style, style))
    write_inlines(part, content, replace(look, linked=True))
    part.out.append("</text:a>")


def write_number(part: Part, number: TargetNumber, look: Look) -> None:
    """The number of a target as a field that the word processor keeps right."""
    anchor = part.ledger.anchors.get(number.target)
    if anchor is None:
        part.ledger.say(TARGET_ABSENT, target=number.target)
        write_text(part, number.text)
        return
    text = part.ledger.text(number.text)
    match anchor.kind:
        case "note" if number.target in part.ledger.note_bodies:
            part.out.append(note_number(part, number.target, number.text))
        case "paragraph" | "item" | "inner-item" if number.automatic:
            part.out.append(bookmark_ref(anchor.bookmark, "number-no-superior", text))
        case "caption":
            part.out.append(bookmark_ref(anchor.bookmark, "text", text))
        case _ if not look.linked:
            _write_inside_link(part, number.target, (Text(number.text),), look)
        case _:
            write_text(part, number.text)
    part.blank = False


def write_page_number(part: Part, page: PageNumber) -> None:
    """The page of a target in a list, behind a tab; a word processor computes it."""
    anchor = part.ledger.anchors.get(page.target)
    if anchor is not None:
        part.out.append(f"<text:tab/>{bookmark_ref(anchor.bookmark, 'page', '')}")


def bookmark_ref(bookmark: str, format: str, text: str) -> str:
    """A field about a bookmark: its number, its text, its page. `text` is escaped already."""
    name = markup.attribute(bookmark)
    return f'<text:bookmark-ref text:reference-format="{format}" text:ref-name="{name}">{text}</text:bookmark-ref>'


def write_tracked(part: Part, change: Tracked, look: Look) -> None:
    """Words that were taken out or put in; a comment shows them so, and tracks nothing."""
    if part.is_comments:
        style = part.ledger.automatic.style("text", _DIFFERENCES[change.kind])
        _write_inside(part, style, change.content, look)
    elif change.kind == "removed":
        with tracked.taken_out_words(part):
            write_inlines(part, change.content, look)
    else:
        start, end = tracked.added(part.ledger)
        part.out.append(start)
        write_inlines(part, change.content, look)
        part.out.append(end)


_DIFFERENCES = {
    "removed": '<style:text-properties style:text-line-through-style="solid" fo:color="#c00000"/>',
    "added": '<style:text-properties style:text-underline-style="solid" style:text-underline-width="auto"'
    ' style:text-underline-color="font-color" fo:color="#00703c"/>',
}
"""How a difference looks in a comment."""


def write_image(part: Part, image: Shown, left: float = 0) -> None:
    """A picture that stands `left` millimetres from the margin, or its description where it cannot be shown."""
    picture = part.ledger.pictures.get(image.target)
    if picture is None:
        write_styled(part, image.in_words, "Raw Markup")
        return
    size = printed(picture.size, image.width, part.page, left, part.measure)
    part.out.append(drawing(part.ledger, picture, size, image))
    part.blank = False
