"""pandoc's inlines → inlines of the dialect: one small function a construct, nothing dropped without a remark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Attributes, Node, attributes, excerpt, runs
from assembler.formats.pandoc.remarks import (
    ATTRIBUTES_DROPPED,
    COMMENT_DROPPED,
    FORMATTING_DROPPED,
    SIMPLIFIED,
)

SPAN_CLASSES = frozenset({"date", "number", "notranslate"})
SPAN_KEYS = frozenset({"lang"})
REFERENCE_KEYS = frozenset({"form", "to"})
BARE = {
    "Underline": "Underlining",
    "Strikeout": "Struck-out text",
    "Superscript": "Superscript",
    "Subscript": "Subscript",
    "SmallCaps": "Small capitals",
}
"""Constructs whose words stay as plain text, as they are called in messages."""


def inlines(intake: Intake, nodes: Iterable[Node]) -> Inlines:
    """The words of a leaf: text runs joined, single spaces, none at the ends."""
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
        case {"t": "Span", "c": [attr, content]}:
            yield from _span(intake, attributes(attr), content)
        case {"t": "Link", "c": [attr, content, [target, title]]}:
            yield _link(intake, attributes(attr), content, target, title)
        case {"t": "Image", "c": [attr, content, [target, title]]}:
            _drop_attributes(intake, attributes(attr), "picture", content)
            yield Image(target, walk.plain_text(_converted(intake, content)), title)
        case {"t": "Code", "c": [attr, text]}:
            _drop_attributes(intake, attributes(attr), "piece of code", content=())
            yield Code(" ".join(text.split()))
        case _:
            yield from _unknown(intake, node)


def _note(intake: Intake, blocks: list[Node]) -> Iterator[Inline]:
    """A mark; but a note has no notes, so what one says inside another stands there in brackets."""
    if not intake.in_note:
        yield NoteMark(intake.note(blocks))
        return
    intake.remarks.add(SIMPLIFIED, excerpt(blocks), construct="A note inside a note", instead="words in brackets")
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
            intake.remarks.add(FORMATTING_DROPPED, excerpt(content), construct="A citation key")
            yield from _converted(intake, content)
        case {"t": "Math", "c": [kind, text]}:
            mark = "$$" if kind["t"] == "DisplayMath" else "$"
            intake.remarks.add(SIMPLIFIED, text, construct="A formula", instead="text")
            yield Text(f"{mark}{text}{mark}")
        case {"t": "RawInline", "c": [format, text]}:
            yield from _raw(intake, format, text)
        case {"t": construct, "c": list() as content}:
            intake.remarks.add(FORMATTING_DROPPED, excerpt(content), construct=BARE.get(construct, construct))
            yield from _converted(intake, content)
        case _:
            intake.remarks.add(SIMPLIFIED, str(node), construct=str(node.get("t")), instead="its source")
            yield Text(str(node.get("c", "")))


def _raw(intake: Intake, format: str, text: str) -> Iterator[Inline]:
    if text.startswith("<!--"):
        intake.remarks.add(COMMENT_DROPPED)
    elif format == "html" and text.replace(" ", "").lower() in ("<br>", "<br/>"):
        yield Break()
    elif format == "html":
        intake.remarks.add(SIMPLIFIED, text, construct="HTML in a text", instead="raw markup")
        yield RawInline(text)
    else:
        intake.remarks.add(SIMPLIFIED, text, construct=f"Markup of {format}", instead="text")
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
    _drop_attributes(intake, _rest(attr, classes, pairs), "span", content)
    words = _converted(intake, content)
    if not classes and not pairs:
        yield from words
    else:
        yield from _around(words, lambda inner: Span(inner, classes=classes, pairs=pairs))


def _link(intake: Intake, attr: Attributes, content: list[Node], target: str, title: str) -> Inline:
    """Inside the run `[](#id)` is a reference, whose words the toolkit makes; a link with words of its own stays one."""
    words = _converted(intake, content)
    if target.startswith("#") and not words:
        said = dict(attr.pairs)
        _drop_attributes(
            intake, _rest(attr, (), tuple(p for p in attr.pairs if p[0] in REFERENCE_KEYS)), "link", content
        )
        return Reference(target[1:], form=said.get("form", ""), to=said.get("to", ""))
    known = tuple(name for name in attr.classes if name in ("uri", "email"))
    _drop_attributes(intake, _rest(attr, known, ()), "link", content)
    return Link(target, words or (Text(target),), title)


def _rest(attr: Attributes, classes: tuple[str, ...], pairs: tuple[tuple[str, str], ...]) -> Attributes:
    """What of the attributes is not among these."""
    return Attributes(
        classes=tuple(each for each in attr.classes if each not in classes),
        pairs=tuple(each for each in attr.pairs if each not in pairs),
    )


def _drop_attributes(intake: Intake, attr: Attributes, construct: str, content: Any) -> None:
    if attr:
        intake.remarks.add(ATTRIBUTES_DROPPED, excerpt(content), attributes=attr, construct=construct)


# --- spaces ----------------------------------------------------------------------------------------------------


def tidy(pieces: Iterable[Inline]) -> Inlines:
    """Neighbouring texts joined, runs of blanks made one; no-break spaces stay."""
    joined: list[Inline] = []
    for piece in pieces:
        match (joined[-1] if joined else None, piece):
            case (Text(text=before), Text(text=after)):
                joined[-1] = Text(
                    f"{before.rstrip(' ')} {after.lstrip(' ')}" if _meet(before, after) else before + after
                )
            case (_, Text(text="")):
                pass
            case _:
                joined.append(piece)
    return tuple(joined)


def _meet(before: str, after: str) -> bool:
    return before.endswith(" ") and after.startswith(" ")


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


def _around(words: Inlines, wrap: Any) -> Iterator[Inline]:
    """`wrap(words)` with blanks at its ends put outside, where Markdown needs them; nothing around nothing."""
    inner = trimmed(words)
    if words and isinstance(words[0], Text) and words[0].text.startswith(" "):
        yield Text(" ")
    if inner:
        yield wrap(inner)
    if inner and isinstance(words[-1], Text) and words[-1].text.endswith(" "):
        yield Text(" ")
