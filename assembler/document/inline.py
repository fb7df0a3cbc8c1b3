"""One line of inline markup and its tree: `parse` and `render`, and fast scanners for what others look for.

A unit's text is markup on one line; a line feed in it is a hard break. Everything that the dialect does not know is
plain text, and HTML stays as it was written. `parse(render(parse(text))) == parse(text)` for any text.
"""

from __future__ import annotations

import re

from markdown_it.token import Token
from msgspec import Struct

from assembler.document import walk
from assembler.document.attributes import Attributes
from assembler.document.inline_render import escape, rendered
from assembler.document.inline_rules import ATTRIBUTES, DEEPEST, tokens
from assembler.document.inline_tree import carrying, reference, span
from assembler.document.inline_usual import usual
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
    Strong,
    Text,
)

__all__ = ["Inspection", "escape", "inspect", "note_marks", "parse", "references", "render"]

_PLAIN_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")
_HIDES_MARKS = re.compile(r"[\\`<{]|\]\(")
_HOLDS_NO_MARK = re.compile(r"\](?:\([^()\[\]{}<>\\`\s]*\))?(?:\{[\w.#=\- ]*\})?|<https?://[^\[\]<>\\`\s]*>")
"""What stands behind a label without hiding a note mark, and addresses: neither has a bracket in it."""
_REFERENCE = re.compile(r"\]\(\s*<?[#&\\]")


def parse(markup: str) -> Inlines:
    """The tree of one line of markup; never fails."""
    found = usual(markup)
    return _tree(tokens(markup)[0]) if found is None else found


def render(inlines: Inlines) -> str:
    """Markup that parses to `inlines`, with no more escapes than it needs."""
    return rendered(inlines, parse)


class Inspection(Struct, frozen=True):
    """A line of markup with what is wrong in it: `loose` are attributes that nothing carries."""

    inlines: Inlines
    loose: tuple[str, ...]


def inspect(markup: str) -> Inspection:
    """As `parse`, together with the attributes that stand where none count."""
    found, loose = tokens(markup)
    return Inspection(_tree(found), tuple(loose))


def note_marks(markup: str) -> tuple[str, ...]:
    """The IDs of the notes that are called in the text, in order."""
    if "[^" not in markup:
        return ()
    plain = _HOLDS_NO_MARK.sub("]", markup)
    if not _HIDES_MARKS.search(plain):
        return tuple(_PLAIN_MARK.findall(plain))
    return tuple(inline.id for inline in walk.every_inline(parse(markup)) if isinstance(inline, NoteMark))


def references(markup: str) -> tuple[Reference, ...]:
    """The references in the text, in order."""
    if not _REFERENCE.search(markup):
        return ()
    return tuple(inline for inline in walk.every_inline(parse(markup)) if isinstance(inline, Reference))


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
