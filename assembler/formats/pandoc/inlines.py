"""pandoc's inlines → inlines of the dialect: one small function a construct, nothing dropped without a remark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from assembler.document import walk
from assembler.document.model import (
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    Link,
    NoteMark,
    RawInline,
    Reference,
    Span,
    Strong,
    Text,
)
from assembler.document.names import REFERENCE_KEYS, SPAN_CLASSES, SPAN_KEYS
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Attributes, Node, attributes, excerpt, runs, strings
from assembler.formats.pandoc.remarks import (
    ATTRIBUTES_DROPPED,
    CITATION,
    COMMENT_DROPPED,
    FORMULA,
    HTML,
    NOTE_IN_NOTE,
    OTHER_INLINE,
    OTHER_MARKUP,
    SMALL_CAPITALS,
    STRIKEOUT,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
)

BARE = {
    "Underline": UNDERLINE,
    "Strikeout": STRIKEOUT,
    "Superscript": SUPERSCRIPT,
    "Subscript": SUBSCRIPT,
    "SmallCaps": SMALL_CAPITALS,
}
"""Looks whose words stay as plain text."""


def inlines(intake: Intake, nodes: Sequence[Node]) -> Inlines:
    """The words of a leaf: text runs joined, single spaces, none at the ends."""
    intake.remarks.near = excerpt(nodes) or intake.remarks.near
    return trimmed(_converted(intake, nodes))


def _converted(intake: Intake, nodes: Iterable[Node]) -> Inlines:
    return tidy(new for node in nodes for new in _inline(intake, node))


def _inline(intake: Intake, node: Node) -> Iterator[Inline]:
    match node:
        case {"t": "Str", "c": text}:
            yield Text(text)
        case {"t": "Space" | "SoftBreak"}:
            yield Text(" ")
        case {"t": "LineBreak"}:
            yield Break()
        case {"t": "Emph", "c": content}:
            yield from _around(_converted(intake, content), Emphasis)
        case {"t": "Strong", "c": content}:
            yield from _around(_converted(intake, content), Strong)
        case {"t": "Quoted", "c": [kind, content]}:
            yield from _quoted(intake, kind["t"], content)
        case {"t": "Note", "c": blocks}:
            yield from _note(intake, blocks)
        case _:
            yield from _with_attributes(intake, node)


def _with_attributes(intake: Intake, node: Node) -> Iterator[Inline]:
    match node:
        case {"t": "Span", "c": [attr, content]}:
            yield from _span(intake, attributes(attr), content)
        case {"t": "Link", "c": [attr, content, [target, title]]}:
            yield _link(intake, attributes(attr), content, target, title)
        case {"t": "Image", "c": [attr, content, [target, title]]}:
            drop_attributes(intake, attributes(attr))
            yield Image(target, walk.plain_text(_converted(intake, content)), title)
        case {"t": "Code", "c": [attr, text]}:
            drop_attributes(intake, attributes(attr))
            yield Code(" ".join(text.split()))
        case _:
            yield from _unknown(intake, node)


def _note(intake: Intake, blocks: list[Node]) -> Iterator[Inline]:
    """A mark; but a note has no notes, so what one says inside another stands there in brackets."""
    if not intake.in_note:
        yield NoteMark(intake.note(blocks))
        return
    intake.remarks.add(NOTE_IN_NOTE)
    yield Text(" [")
    yield from flattened(intake, blocks)
    yield Text("]")


def flattened(intake: Intake, blocks: Any) -> Inlines:
    """The words of all blocks, at any depth, on one line."""
    pieces = (piece for words in runs(blocks) for piece in (Text(" "), *inlines(intake, words)))
    return trimmed(tidy(pieces))


def _unknown(intake: Intake, node: Node) -> Iterator[Inline]:
    """Constructs that the dialect does not have: the nearest thing, with a remark."""
    match node:
        case {"t": "Cite", "c": [_, content]}:
            intake.remarks.add(CITATION)
            yield from _converted(intake, content)
        case {"t": "Math", "c": [kind, text]}:
            mark = "$$" if kind["t"] == "DisplayMath" else "$"
            intake.remarks.add(FORMULA)
            yield Text(f"{mark}{text}{mark}")
        case {"t": "RawInline", "c": [format, text]}:
            yield from _raw(intake, format, text)
        case {"t": construct, "c": list() as content} if construct in BARE:
            intake.remarks.add(BARE[construct])
            yield from _converted(intake, content)
        case _:
            intake.remarks.add(OTHER_INLINE, construct=node["t"])
            yield Text(" ".join(strings(node)))


def _raw(intake: Intake, format: str, text: str) -> Iterator[Inline]:
    if text.startswith("<!--"):
        intake.remarks.add(COMMENT_DROPPED, text[4:-3].strip())
    elif format == "html" and text.replace(" ", "").lower() in ("<br>", "<br/>"):
        yield Break()
    elif format == "html":
        intake.remarks.add(HTML)
        yield RawInline(text)
    else:
        intake.remarks.add(OTHER_MARKUP, format=format)
        yield Text(text)


def _quoted(intake: Intake, kind: str, content: list[Node]) -> Iterator[Inline]:
    quotes = intake.language.quotes
    opening, closing = quotes.inner if kind == "SingleQuote" else quotes.outer
    yield Text(opening)
    yield from _converted(intake, content)
    yield Text(closing)


def _span(intake: Intake, attr: Attributes, content: list[Node]) -> Iterator[Inline]:
    """A span that means something here stays; of all others the words stay, and their IDs become the paragraph's."""
    intake.anchor(attr.id)
    classes = tuple(name for name in attr.classes if name in SPAN_CLASSES)
    pairs = tuple((key, value) for key, value in attr.pairs if key in SPAN_KEYS)
    drop_attributes(intake, _rest(attr, classes, pairs))
    words = _converted(intake, content)
    if not classes and not pairs:
        yield from words
    else:
        yield from _around(words, lambda inner: Span(inner, classes=classes, pairs=pairs))


def _link(intake: Intake, attr: Attributes, content: list[Node], target: str, title: str) -> Inline:
    """`[](#id)` is a reference, whose words the toolkit makes; a link with words of its own stays one."""
    words = _converted(intake, content)
    if target.startswith("#") and not words:
        said = dict(attr.pairs)
        drop_attributes(intake, _rest(attr, (), tuple(p for p in attr.pairs if p[0] in REFERENCE_KEYS)))
        return Reference(target[1:], form=said.get("form", ""), to=said.get("to", ""))
    known = tuple(name for name in attr.classes if name in ("uri", "email"))
    drop_attributes(intake, _rest(attr, known, ()))
    return Link(target, words or (Text(target),), title)


def _rest(attr: Attributes, classes: tuple[str, ...], pairs: tuple[tuple[str, str], ...]) -> Attributes:
    """What of the attributes is not among these."""
    return Attributes(
        classes=tuple(each for each in attr.classes if each not in classes),
        pairs=tuple(each for each in attr.pairs if each not in pairs),
    )


def drop_attributes(intake: Intake, attr: Attributes) -> None:
    """Say that these are left out, if there are any."""
    if attr:
        intake.remarks.add(ATTRIBUTES_DROPPED, attributes=attr)


# --- spaces ----------------------------------------------------------------------------------------------------


def tidy(pieces: Iterable[Inline]) -> Inlines:
    """Neighbouring texts joined, runs of blanks made one; no-break spaces stay."""
    joined: list[Inline] = []
    run: list[str] = []
    for piece in pieces:
        if not isinstance(piece, Text):
            joined += _text(run)
            joined.append(piece)
            run = []
        elif text := piece.text.lstrip(" ") if run and run[-1].endswith(" ") else piece.text:
            run.append(text)
    return (*joined, *_text(run))


def _text(run: list[str]) -> Inlines:
    return (Text("".join(run)),) if run else ()


def trimmed(words: Inlines) -> Inlines:
    """Without blanks and breaks at both ends, nor blanks beside a break."""
    kept: list[Inline] = []
    for position, inline in enumerate(words):
        if not isinstance(inline, Text):
            kept.append(inline)
            continue
        text = inline.text.lstrip(" ") if _at_edge(words, position - 1) else inline.text
        text = text.rstrip(" ") if _at_edge(words, position + 1) else text
        if text:
            kept.append(Text(text))
    while kept and isinstance(kept[-1], Break):
        kept.pop()
    while kept and isinstance(kept[0], Break):
        kept.pop(0)
    return tuple(kept)


def _at_edge(words: Inlines, position: int) -> bool:
    return not 0 <= position < len(words) or isinstance(words[position], Break)


def _around(words: Inlines, wrap: Callable[[Inlines], Inline]) -> Iterator[Inline]:
    """`wrap(words)` with blanks at its ends put outside, where Markdown needs them; nothing around nothing."""
    inner = trimmed(words)
    if words and isinstance(words[0], Text) and words[0].text.startswith(" "):
        yield Text(" ")
    if inner:
        yield wrap(inner)
    if inner and isinstance(words[-1], Text) and words[-1].text.endswith(" "):
        yield Text(" ")
