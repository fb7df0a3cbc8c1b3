"""Small questions to pandoc's AST: attributes as they would be written, and a few words to find a place again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from assembler.document.attributes import render

Node = dict[str, Any]
"""`{"t": constructor, "c": content}`."""

EXCERPT = 60
"""Characters that are enough to find a place again."""


class Attributes(Struct, frozen=True):
    """pandoc's `Attr`."""

    id: str = ""
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """`{.crossref targets="a b"}`; the ID is left out, because it is followed up by itself."""
        return render(None, self.classes, self.pairs)

    def __bool__(self) -> bool:
        """Whether there is anything but an ID."""
        return bool(self.classes or self.pairs)


def attributes(attr: Sequence[Any]) -> Attributes:
    id, classes, pairs = attr
    return Attributes(id, tuple(classes), tuple((key, value) for key, value in pairs))


def excerpt(content: Any) -> str:
    """The first words of an AST fragment, up to anything that breaks the run of words in the file (a note, a link).

    A mark at the end says that more follows."""
    found = ""
    for piece in _words(content):
        if piece is None or len(found) > EXCERPT:
            break
        found += piece
    words = " ".join(found.split())
    return words if len(words) <= EXCERPT else f"{words[:EXCERPT].rstrip()}…"


def _words(content: Any) -> Iterator[str | None]:
    """Strings in reading order; None where the run breaks."""
    match content:
        case list():
            for each in content:
                yield from _words(each)
        case {"t": "Str", "c": str() as text}:
            yield text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Note" | "Link" | "Image" | "Code" | "Math" | "RawInline"}:
            yield None
        case {"t": "Para" | "Plain" | "Header" | "MetaInlines" | "MetaString", "c": inner}:
            yield from _words(inner)
            yield " "
        case {"c": inner}:
            yield from _words(inner)


def runs(content: Any) -> Iterator[list[Node]]:
    """The inlines of every paragraph that is anywhere in the blocks."""
    match content:
        case list():
            for each in content:
                yield from runs(each)
        case {"t": "Plain" | "Para", "c": words}:
            yield words
        case {"t": "Header", "c": [_, _, words]}:
            yield words
        case {"t": "LineBlock", "c": lines}:
            yield from lines
        case {"t": "CodeBlock" | "RawBlock", "c": [_, text]}:
            yield [{"t": "Str", "c": " ".join(text.split())}]
        case {"t": "DefinitionList", "c": entries}:
            for term, definitions in entries:
                yield term
                yield from runs(definitions)
        case {"c": inner}:
            yield from runs(inner)


def strings(content: Any) -> Iterator[str]:
    """All strings in a fragment whose constructors are not known."""
    match content:
        case str():
            yield content
        case list():
            for each in content:
                yield from strings(each)
        case {"c": inner}:
            yield from strings(inner)
