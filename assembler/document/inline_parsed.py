"""The tree of a line of markup out of the tokens that the library's parser makes of it."""

from __future__ import annotations

from markdown_it.token import Token

from assembler.document import walk
from assembler.document.attributes import Attributes
from assembler.document.inline_rules import ATTRIBUTES, DEEPEST, tokens
from assembler.document.inline_tree import carrying, reference, span
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
    Strong,
    Text,
)


def parsed(markup: str) -> tuple[Inlines, tuple[str, ...]]:
    """The tree, and the attributes in the line that nothing carries."""
    found, loose = tokens(markup)
    return _tree(found), tuple(loose)


class _Frame:
    """An inline that is open while its content is read."""

    __slots__ = ("content", "opening")

    def __init__(self, opening: Token | None) -> None:
        self.opening = opening
        self.content: list[Inline] = []

    def add(self, *inlines: Inline) -> None:
        """Append; text directly behind text becomes one."""
        for inline in inlines:
            last = self.content[-1] if self.content else None
            if isinstance(inline, Text) and isinstance(last, Text):
                self.content[-1] = Text(last.text + inline.text)
            elif inline != Text(""):
                self.content.append(inline)


def _tree(found: list[Token]) -> Inlines:
    frames = [_Frame(None)]
    for token in found:
        if token.nesting == 1:
            frames.append(_Frame(token))
        elif token.nesting == -1:
            closed = frames.pop()
            frames[-1].add(*_container(closed, len(frames)))
        else:
            frames[-1].add(*_leaf(token))
    return tuple(frames[0].content)


def _container(frame: _Frame, depth: int) -> Inlines:
    opening = frame.opening
    assert opening is not None
    content = tuple(frame.content)
    match opening.type:
        case "em_open" | "strong_open" if depth > DEEPEST:
            return (Text(opening.markup), *content, Text(opening.markup))
        case "em_open":
            return (Emphasis(content),)
        case "strong_open":
            return (Strong(content),)
        case "span_open":
            return (span(content, opening.meta[ATTRIBUTES]),)
        case _:
            return (_link(opening, content),)


def _leaf(token: Token) -> Inlines:
    match token.type:
        case "softbreak" | "hardbreak":
            return (Break(),)
        case "code_inline":
            return (carrying(Code(token.content), token.meta.get(ATTRIBUTES)),)
        case "note_mark":
            return (NoteMark(token.content),)
        case "html_inline":
            return (RawInline(token.content),)
        case "image":
            return (carrying(_image(token), token.meta.get(ATTRIBUTES)),)
        case _:
            return (Text(token.content),)


def _image(token: Token) -> Image:
    alt = walk.plain_text(_tree(token.children or []))
    return Image(str(token.attrs.get("src", "")), alt, str(token.attrs.get("title", "")))


def _link(opening: Token, content: Inlines) -> Inline:
    if opening.markup == "autolink":
        return Link(str(opening.attrs["href"]), content)
    destination = opening.meta["destination"]
    attributes: Attributes | None = opening.meta[ATTRIBUTES]
    if not content and not destination.title and len(destination.target) > 1 and destination.target.startswith("#"):
        return reference(destination.target[1:], attributes)
    return carrying(Link(destination.target, content, destination.title), attributes)
