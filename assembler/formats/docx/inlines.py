"""Words as runs: looks, languages, links, fields, notes. A `match` over the inlines, a small function for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.inline_tree import picture_of
from assembler.document.model import (
    Break,
    Code,
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
from assembler.formats.docx.drawing import drawing
from assembler.formats.docx.ledger import Part
from assembler.formats.docx.measures import TWIPS_IN_MILLIMETRE
from assembler.formats.docx.tracked import track_paragraph, track_runs
from assembler.formats.pictures.picture import Shown, shown
from assembler.language.direction import is_right_to_left
from assembler.style.pictures import printed

PICTURE_WITHOUT_FALLBACK = Kind(
    "docx-svg-without-png",
    Severity.ERROR,
    "Word shows the drawing “{target}” only with a PNG beside it; its description stands in its place.",
    "Export the drawing as PNG too, under the same name: {wanted}.",
)
NOTE_ABSENT = Kind(
    "docx-note-absent",
    Severity.ERROR,
    "The note mark [^{id}] has no note that could be printed here; it stands as it was written.",
    "Write the note, and call notes from the text, not from other notes.",
)
TARGET_ABSENT = Kind(
    "docx-target-absent",
    Severity.WARNING,
    "The reference points to “{target}”, which is not in this document; it is printed as plain text.",
    "Let it point to another ID, or take the text with this ID into the document.",
)

MARK_STYLES = {"fuzzy": "MarkFuzzy", "untranslated": "MarkUntranslated", "waiting": "MarkWaiting"}


class Look(Struct, frozen=True, cache_hash=True):
    """How a run differs from its paragraph. `slanted` says that the paragraph is in italics, `language` is a tag."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    slanted: bool = False
    language: str = ""
    linked: bool = False
    """Inside a link, where no other can begin."""
    right_to_left: bool = False
    change: str = ""
    """In a comment: `removed` or `added`, which is then a matter of looks."""


CHANGES = {
    "": "",
    "removed": '<w:strike/><w:color w:val="C00000"/>',
    "added": '<w:color w:val="00703C"/><w:u w:val="single"/>',
}
"""How a difference looks in a comment, where nothing can be tracked."""


@cache
def run_look(look: Look) -> str:
    """`<w:rPr>` of a run."""
    slant = "" if look.italic == look.slanted else "<w:i/>" if look.italic else '<w:i w:val="0"/>'
    inner = "".join(
        (
            f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
            "<w:b/>" if look.bold else "",
            "<w:bCs/>" if look.bold and look.right_to_left else "",
            slant,
            slant.replace("<w:i", "<w:iCs") if look.right_to_left else "",
            CHANGES[look.change],
            "<w:rtl/>" if look.right_to_left else "",
            _language(look),
        )
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _language(look: Look) -> str:
    """Word has a place of its own for the language of what runs from right to left."""
    place = "bidi" if look.right_to_left else "val"
    return f'<w:lang w:{place}="{markup.attribute(look.language)}"/>' if look.language else ""


@cache
def _text_start(look: Look) -> str:
    """What stands before the text of a run."""
    return f'<w:r>{run_look(look)}<w:t xml:space="preserve">'


@cache
def _in_language(look: Look, language: str, right_to_left: bool) -> Look:
    """The same look for words of a language, given by its tag. One value for each, whose hash is known already."""
    return replace(look, language=language, right_to_left=right_to_left)


def write_words(part: Part, words: Words, id: str | None, look: Look) -> None:
    """A leaf: its mark where its text is not current, then its words inside their bookmark.

    An empty cell has none, unless a link leads there: LibreOffice would write it twice into a DOCX.
    """
    ledger = part.ledger
    ledger.unit = id
    commented, remarks = ledger.commented(words.comments) if words.comments else ("", "")
    part.out.append(commented)
    if words.mark:
        look = replace(look, style=MARK_STYLES[words.mark])
        label = getattr(ledger.language.labels, words.mark)
        write_text(part, f"{label} ", look)
    start, end = ledger.around(id) if words.content or id in ledger.anchors else ("", "")
    part.out.append(start)
    look = _in_language(look, ledger.tag(words.language), is_right_to_left(words.language))
    write_inlines(part, words.content, look)
    part.out.append(end + remarks)
    if words.change:
        track_paragraph(part, words.change)


def write_inlines(part: Part, content: Inlines, look: Look) -> None:  # noqa: C901 - a case for each inline
    """A run of inlines in one look."""
    for position, inline in enumerate(content):
        match inline:
            case Text():
                write_text(part, inline.text, look)
            case NoteMark():
                if position and isinstance(content[position - 1], NoteMark):
                    part.out.append(between_notes(part))
                write_note_mark(part, inline, look)
            case Emphasis():
                write_inlines(part, inline.content, replace(look, italic=not look.italic))
            case Strong():
                write_inlines(part, inline.content, replace(look, bold=True))
            case Code():
                write_text(part, inline.text, replace(look, style="Code"))
            case Span():
                _write_span(part, inline, look)
            case Link():
                write_link(part, inline, look)
            case Reference():
                write_reference(part, inline, look)
            case TargetNumber():
                write_number(part, inline, look)
            case PageNumber():
                write_page_number(part, inline)
            case Break():
                part.out.append("<w:r><w:br/></w:r>")
            case Image():
                write_image(part, shown(inline), look)
            case RawInline():
                write_text(part, inline.text, replace(look, style="RawMarkup"))
            case Tracked():
                write_tracked(part, inline, look)
            case _:
                assert_never(inline)


UNBROKEN_HYPHEN = "\u2011"
"""Word has an element for it: fonts that lack the letter would bring in another font."""

UNBROKEN_RANGE = "–\u2060"
"""The dash of a range from which no line is to part what follows. Word does not promise to see the sign behind it, and
shows a box where its fonts lack it; nothing else that it honours serves (docs/decisions/0018)."""


def write_text(part: Part, text: str, look: Look) -> None:
    """One run. Tabs, line feeds and unbroken hyphens become Word's own."""
    content = text if markup.is_plain(text) and UNBROKEN_HYPHEN not in text else _special(part, text)
    part.out.append(f"{_text_start(look)}{content}</w:t></w:r>")


def _special(part: Part, text: str) -> str:
    escaped = part.ledger.text(text).replace(UNBROKEN_RANGE, UNBROKEN_RANGE[0])
    escaped = escaped.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    escaped = escaped.replace(UNBROKEN_HYPHEN, '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')
    return escaped.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')


def _write_span(part: Part, span: Span, look: Look) -> None:
    """Words in another language, a picture with attributes, or just words."""
    if (image := picture_of(span)) is not None:
        write_image(part, shown(image, span), look)
    else:
        write_inlines(part, span.content, _spoken(part, span, look))


def _spoken(part: Part, span: Span, look: Look) -> Look:
    """The look inside a span: another language, if it names one."""
    language = dict(span.pairs).get("lang")
    if language is None:
        return look
    return _in_language(look, part.ledger.tag(language), is_right_to_left(language))


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with the result that it shows until the word processor computes it; both are escaped already."""
    run = f"<w:r>{properties}"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{run}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run}<w:t xml:space="preserve">{result}</w:t></w:r>'
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def between_notes(part: Part) -> str:
    """A raised comma, so that notes 1 and 2 side by side are not note 12. A symbol, for it is no part of the words."""
    sheet = part.ledger.sheet
    font = markup.attribute(sheet.family(sheet.text.font or ""))
    properties = run_look(Look(style="FootnoteReference"))
    return f'<w:r>{properties}<w:sym w:font="{font}" w:char="002C"/></w:r>'


LAID_OUT_AGAIN = 'SET repeated_mark "1"'
"""Beside the marks of a note that is repeated (or referred to) a variable is set, which shows nothing. LibreOffice does
so after loading and then lays the paragraph out again, as it does for the repeated marks of ODT but not for `NOTEREF`,
which it does not know; otherwise dozens of pages of long tables whose rows call notes are blank or half empty."""


def write_note_mark(part: Part, mark: NoteMark, look: Look) -> None:
    """The mark of a footnote at its first place, afterwards a field that repeats its number."""
    ledger = part.ledger
    if part.is_notes or mark.id not in ledger.notes:
        ledger.say(NOTE_ABSENT, id=mark.id)
        write_text(part, f"[^{mark.id}]", replace(look, style="RawMarkup"))
        return
    properties = run_look(Look(style="FootnoteReference"))
    anchor = ledger.anchors.get(mark.id)
    label = ledger.note_label(mark.id)
    number = ledger.called.get(mark.id) or len(ledger.called) + 1
    if mark.repeats or mark.id in ledger.called:
        assert anchor is not None
        if label:
            shown = Look(style="FootnoteReference", linked=look.linked)
            _write_inside_link(part, mark.id, (Text(label),), shown)
        else:
            shown_number = ledger.notes[mark.id].number or number
            part.out.append(field(f"NOTEREF {anchor.bookmark} \\f \\h", str(shown_number), properties))
        part.out.append(field(LAID_OUT_AGAIN, ""))
        return
    ledger.called[mark.id] = number
    reference = f"<w:r>{properties}{_footnote_reference(number, label)}</w:r>"
    if anchor is None:
        part.out.append(reference)
        return
    start, end = ledger.bookmark(anchor.bookmark)
    part.out.append(f"{start}{reference}{end}{field(LAID_OUT_AGAIN, '')}")


def _footnote_reference(number: int, label: str) -> str:
    """The mark of note `number` of the notes part, with its own label or counted by the word processor."""
    if not label:
        return f'<w:footnoteReference w:id="{number}"/>'
    return f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{label}</w:t>'


def write_link(part: Part, link: Link, look: Look) -> None:
    """A link to an address outside, or with `#` to a unit of this document."""
    if look.linked:
        write_inlines(part, link.content, look)
        return
    if link.target.startswith("#"):
        _write_inside_link(part, link.target[1:], link.content, replace(look, style="Hyperlink"))
        return
    tip = f' w:tooltip="{markup.attribute(link.title)}"' if link.title else ""
    part.out.append(f'<w:hyperlink r:id="{part.relation(link.target)}"{tip} w:history="1">')
    write_inlines(part, link.content, replace(look, style="Hyperlink", linked=True))
    part.out.append("</w:hyperlink>")


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


def _write_inside_link(part: Part, target: str, content: Inlines, look: Look) -> None:
    anchor = part.ledger.anchors.get(target)
    if anchor is None:
        part.ledger.say(TARGET_ABSENT, target=target)
        write_inlines(part, content, replace(look, style=""))
        return
    part.out.append(f'<w:hyperlink w:anchor="{anchor.bookmark}" w:history="1">')
    write_inlines(part, content, replace(look, linked=True))
    part.out.append("</w:hyperlink>")


def write_number(part: Part, number: TargetNumber, look: Look) -> None:
    """The number of a target as a field that the word processor keeps right."""
    anchor = part.ledger.anchors.get(number.target)
    if anchor is None:
        part.ledger.say(TARGET_ABSENT, target=number.target)
        write_text(part, number.text, look)
        return
    labelled = anchor.kind == "note" and part.ledger.document.notes_restart
    instruction = None if labelled else _instruction(anchor.bookmark, anchor.kind, automatic=number.automatic)
    if instruction is None:
        _write_inside_link(part, number.target, (Text(number.text),), look)
    else:
        part.out.append(field(instruction, part.ledger.text(number.text), run_look(look)))


def _instruction(bookmark: str, kind: str, *, automatic: bool) -> str | None:
    """The field that computes a number; None where it is not computed from its target.

    `\\r` gives the number seen from the place of the reference, which for an item of an inner list would bring the
    markers above it along; `\\n` gives its own alone.
    """
    match kind:
        case "caption":
            return f"REF {bookmark} \\h"
        case "note":
            return f"NOTEREF {bookmark} \\h"
        case "inner-item" if automatic:
            return f"REF {bookmark} \\n \\h"
        case "paragraph" | "item" if automatic:
            return f"REF {bookmark} \\r \\h"
        case _:
            return None


def write_tracked(part: Part, tracked: Tracked, look: Look) -> None:
    """Words that were taken out or put in; a comment shows them so, and tracks nothing."""
    start = len(part.out)
    write_inlines(part, tracked.content, replace(look, change=tracked.kind) if part.is_comments else look)
    if not part.is_comments:
        track_runs(part, start, tracked.kind)


UNKNOWN_PAGE = 0
"""What stands for a page until it is known: the line of an entry must be as long as it will be."""


def page_field(bookmark: str, pages: Mapping[str, int] | None) -> str:
    """A tab and the page of a bookmark; nothing in a document without page numbers in its contents."""
    if pages is None:
        return ""
    return "<w:r><w:tab/></w:r>" + field(f"PAGEREF {bookmark} \\h", str(pages.get(bookmark, UNKNOWN_PAGE)))


def write_page_number(part: Part, page: PageNumber) -> None:
    """The page of a target in a list."""
    anchor = part.ledger.anchors.get(page.target)
    if anchor is not None:
        part.out.append(page_field(anchor.bookmark, part.ledger.pages))


def write_image(part: Part, image: Shown, look: Look, left: float = 0) -> None:
    """A picture that stands `left` millimetres from the margin, or its description where it cannot be shown."""
    ledger = part.ledger
    picture = ledger.pictures.get(image.target)
    if picture is not None and picture.format == "svg" and picture.fallback is None:
        wanted = PurePosixPath(image.target).with_suffix(".png").name
        ledger.say(PICTURE_WITHOUT_FALLBACK, target=image.target, wanted=wanted)
        picture = None
    if picture is None:
        write_text(part, image.in_words, replace(look, style="RawMarkup"))
        return
    size = printed(picture.size, image.width, part.page, left, part.measure / TWIPS_IN_MILLIMETRE)
    part.out.append(drawing(part, picture, size, image.alt, image.title))
