"""Words as HTML: looks, languages, links, references, note marks. A `match` over the inlines, a function for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from assembler.document import walk
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
from assembler.formats.html import text
from assembler.formats.html.ledger import Ledger, identified
from assembler.formats.pictures.picture import PIXEL, Shown, data_address, shown
from assembler.language.direction import is_right_to_left
from assembler.style.pictures import printed, width

NOTE_ABSENT = Kind(
    "html-note-absent",
    Severity.ERROR,
    "The note mark [^{id}] has no note that could be printed here; it stands as it was written.",
    "Write the note, and call notes from the text, not from other notes.",
)
TARGET_ABSENT = Kind(
    "html-target-absent",
    Severity.WARNING,
    "The reference points to “{target}”, which is not in this document; it is printed as plain text.",
    "Let it point to another ID, or take the text with this ID into the document.",
)
UNSAFE_ADDRESS = Kind(
    "html-unsafe-address",
    Severity.WARNING,
    "The address “{target}” is not one that a page may lead to; its words are printed without a link.",
    "Write an address that begins with https:, http:, mailto: or tel:.",
)

MARK_CLASSES = {"fuzzy": "mark-fuzzy", "untranslated": "mark-untranslated", "waiting": "mark-waiting"}


def write_words(ledger: Ledger, words: Words, id: str | None) -> None:
    """A leaf: its mark where its text is not current, as words too, then what it says in its language."""
    ledger.unit = id
    opened = 0
    if words.mark:
        label = text.escape(getattr(ledger.language.labels, words.mark))
        ledger.out.append(f'<span class="{MARK_CLASSES[words.mark]}"><span class="state">{label}</span> ')
        opened += 1
    tag = ledger.tag(words.language)
    if tag:
        ledger.out.append(f'<span lang="{text.attribute(tag)}"{_direction(words.language, ledger.document.language)}>')
        opened += 1
    if words.change:
        write_tracked(ledger, Tracked(words.change, words.content), linked=False)
    else:
        write_inlines(ledger, words.content)
    ledger.out.append("</span>" * opened)
    for comment in words.comments:
        write_comment(ledger, comment)


def write_comment(ledger: Ledger, comment: Comment) -> None:
    """A comment under the words that it is about. It stands in their paragraph, so it is made of spans."""
    ledger.out.append('<span class="comment" role="note">')
    for words in comment.paragraphs:
        tag = ledger.tag(words.language) or ledger.language.tag
        ledger.out.append(f'<span lang="{text.attribute(tag)}">')
        write_inlines(ledger, words.content)
        ledger.out.append("</span>")
    ledger.out.append("</span>")


def write_inlines(ledger: Ledger, content: Inlines, *, linked: bool = False) -> None:  # noqa: C901 - a case for each
    """A run of inlines; `linked` says that they stand inside a link, where no other can begin."""
    out = ledger.out
    for position, inline in enumerate(content):
        match inline:
            case Text():
                out.append(ledger.text(inline.text) if text.SPECIAL.search(inline.text) else inline.text)
            case NoteMark():
                if position and isinstance(content[position - 1], NoteMark):
                    out.append('<sup class="note-mark">,</sup>')
                write_note_mark(ledger, inline, linked=linked)
            case Emphasis():
                _write_in(ledger, "em", inline.content, linked=linked)
            case Strong():
                _write_in(ledger, "strong", inline.content, linked=linked)
            case Code():
                out.append(f"<code>{ledger.text(inline.text)}</code>")
            case Span():
                write_span(ledger, inline, linked=linked)
            case Link():
                write_link(ledger, inline, linked=linked)
            case Reference():
                write_reference(ledger, inline, linked=linked)
            case TargetNumber():
                _write_inside_link(ledger, inline.target, (Text(inline.text),), linked=linked)
            case PageNumber():
                pass  # A page on a screen has no pages.
            case Break():
                out.append("<br>")
            case Image():
                write_image(ledger, shown(inline))
            case RawInline():
                out.append(f'<code class="raw">{ledger.text(inline.text)}</code>')
            case Tracked():
                write_tracked(ledger, inline, linked=linked)
            case _:
                assert_never(inline)


def write_tracked(ledger: Ledger, tracked: Tracked, *, linked: bool) -> None:
    """Words that were taken out or put in."""
    _write_in(ledger, "del" if tracked.kind == "removed" else "ins", tracked.content, linked=linked)


def _write_in(ledger: Ledger, element: str, content: Inlines, *, linked: bool) -> None:
    ledger.out.append(f"<{element}>")
    write_inlines(ledger, content, linked=linked)
    ledger.out.append(f"</{element}>")


def write_span(ledger: Ledger, span: Span, *, linked: bool) -> None:
    """Words in another language, if the span names one, or a picture with attributes."""
    if (image := picture_of(span)) is not None:
        write_image(ledger, shown(image, span))
        return
    language = dict(span.pairs).get("lang")
    if language is None:
        write_inlines(ledger, span.content, linked=linked)
        return
    tag = ledger.tag(language) or ledger.language.tag
    ledger.out.append(f'<span lang="{text.attribute(tag)}"{_direction(language, ledger.document.language)}>')
    write_inlines(ledger, span.content, linked=linked)
    ledger.out.append("</span>")


def write_image(ledger: Ledger, image: Shown, tag: str = "") -> None:
    """A picture in the page itself, or its description where it cannot be shown, whose language is `tag`."""
    picture = ledger.pictures.get(image.target)
    if picture is None:
        ledger.out.append(f'<code class="raw">{ledger.text(image.in_words)}</code>')
        return
    ledger.shows_pictures = True
    size = printed(picture.size, image.width, ledger.sheet.page)
    across, down = (max(round(side / PIXEL), 1) for side in (size.width, size.height))
    title = f' title="{text.attribute(image.title)}"' if image.title else ""
    shared = _share(ledger, image)
    spoken = f' lang="{text.attribute(tag)}"' if tag and image.alt else ""
    ledger.out.append(
        f'<img src="{data_address(picture)}" alt="{text.attribute(image.alt)}" width="{across}" height="{down}"'
        f"{shared}{title}{spoken}>"
    )


def _share(ledger: Ledger, image: Shown) -> str:
    """The class of a picture whose width is a share of the text, for lines here are not as long as on paper."""
    wanted = width(image.width or "")
    if wanted is None or not wanted.share:
        return ""
    return ledger.as_wide_as(wanted.share)


def _direction(code: str, around: str) -> str:
    """Which way words run, as an attribute with the blank before it, where the document runs the
    other way: a browser then keeps what stands at their edges on their side."""
    rtl = is_right_to_left(code)
    return "" if rtl == is_right_to_left(around) else f' dir="{"rtl" if rtl else "ltr"}"'


def write_note_mark(ledger: Ledger, mark: NoteMark, *, linked: bool) -> None:
    """The raised number of a note, which leads to it; each mark has an anchor to come back to."""
    if ledger.in_notes or mark.id not in ledger.notes:
        ledger.say(NOTE_ABSENT, id=mark.id)
        ledger.out.append(f'<code class="raw">{ledger.text(f"[^{mark.id}]")}</code>')
        return
    number = ledger.called.setdefault(mark.id, len(ledger.called) + 1)
    shown = ledger.notes[mark.id].number or number
    if linked:
        ledger.out.append(f'<sup class="note-mark">{shown}</sup>')
        return
    anchor = ledger.own_anchor("ref", number)
    ledger.marks.setdefault(mark.id, []).append(anchor)
    ledger.out.append(
        f'<sup class="note-mark"><a id="{anchor}" href="#n_{number}" role="doc-noteref">{shown}</a></sup>'
    )


def write_link(ledger: Ledger, link: Link, *, linked: bool) -> None:
    """A link to an address outside, or with `#` to a unit of this document."""
    if linked:
        write_inlines(ledger, link.content, linked=True)
    elif link.target.startswith("#"):
        _write_inside_link(ledger, link.target[1:], link.content, linked=False)
    elif not text.is_safe(link.target):
        ledger.say(UNSAFE_ADDRESS, target=link.target)
        write_inlines(ledger, link.content)
    else:
        tip = f' title="{text.attribute(link.title)}"' if link.title else ""
        name = "link address" if _is_address(link.content) else "link"
        ledger.out.append(f'<a class="{name}" href="{text.attribute(text.address(link.target))}"{tip}>')
        write_inlines(ledger, link.content, linked=True)
        ledger.out.append("</a>")


def _is_address(content: Inlines) -> bool:
    """Whether the words of a link are an address, which may be broken into lines anywhere."""
    words = walk.plain_text(content)
    return "/" in words and len(words.split()) == 1


def write_reference(ledger: Ledger, reference: Reference, *, linked: bool) -> None:
    """Generated text: one target makes the whole a link, of a range each number leads to its own."""
    if linked or len({number.target for number in _numbers(reference.content)}) > 1:
        write_inlines(ledger, reference.content, linked=linked)
    else:
        _write_inside_link(ledger, reference.target, reference.content, linked=False)


def _numbers(content: Inlines) -> Iterator[TargetNumber]:
    for inline in content:
        match inline:
            case TargetNumber():
                yield inline
            case Emphasis() | Strong() | Span() | Link():
                yield from _numbers(inline.content)


def _write_inside_link(ledger: Ledger, target: str, content: Inlines, *, linked: bool) -> None:
    if linked or target not in ledger.targets:
        if not linked:
            ledger.say(TARGET_ABSENT, target=target)
        write_inlines(ledger, content, linked=True)
        return
    ledger.out.append(f'<a class="ref" href="#{text.attribute(target)}">')
    write_inlines(ledger, content, linked=True)
    ledger.out.append("</a>")


def write_place(ledger: Ledger, anchor: str) -> None:
    """The link of a paragraph to itself, which shows on hover; its sign is the style's, so that it is never copied."""
    if anchor:
        label = text.attribute(ledger.language.screen.place)
        ledger.out.append(f'<a class="place" href="#{text.attribute(anchor)}" aria-label="{label}"></a>')


def write_paragraph(ledger: Ledger, words: Words, id: str | None, opening: str) -> None:
    """A paragraph; `opening` is its element's name with classes, and ends where further attributes may stand."""
    anchor = ledger.anchor(id)
    ledger.out.append(f"<{opening}{identified(anchor)}{ledger.turned(words)}>")
    write_words(ledger, words, id)
    write_place(ledger, anchor)
    ledger.out.append(f"</{opening.split(' ', 1)[0]}>\n")
