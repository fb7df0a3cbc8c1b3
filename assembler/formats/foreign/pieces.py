"""Words as word processors keep them, in runs that begin and end anywhere, become inlines.

A `Piece` is text with all of its marks, or a node that has none (a note, a picture, a break). Neighbours with the same
marks are joined, and blanks take no mark of their own, so that «**при**», «**нять**» is one bold word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from assembler.formats.foreign import nodes
from assembler.formats.foreign.nodes import Node

ORDER = ("Strong", "Emph", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps")
"""Marks from the outside in."""

_BLANKS = re.compile(r"[ \t\r\n\v\f]+")


class Piece(Struct, frozen=True, gc=False):
    """Text with its marks and the language that it is tagged with, or one node."""

    text: str = ""
    marks: frozenset[str] = frozenset()
    language: str = ""
    node: Node | None = None


def words(pieces: Sequence[Piece]) -> str:
    """The text alone, without notes and pictures."""
    return "".join(each.text for each in pieces)


def inlines(
    pieces: Sequence[Piece], *, without: frozenset[str] = frozenset(), foreign: Callable[[str, str], str] | None = None
) -> list[Node]:
    """The nodes; `without` are marks that mean nothing here. `foreign` says of a text and its tag in which language it
    is to be marked (empty: none)."""
    shown = _without_commas(pieces)
    plain = [replace(each, marks=each.marks - without) if each.marks & without else each for each in shown]
    built: list[Node] = []
    for (marks, language), run in groupby(_even(plain), key=lambda each: (each.marks, each.language)):
        content = _joined(list(run))
        for mark in reversed([each for each in ORDER if each in marks]):
            content = [nodes.marked(mark, content)]
        named = foreign(text_of(content), language) if foreign is not None and language else ""
        built += [nodes.span(content, language=named)] if named else content
    return built


def _without_commas(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the raised commas between the marks of notes, which editions print anew."""

    def is_note(at: int) -> bool:
        node = pieces[at].node if 0 <= at < len(pieces) else None
        return node is not None and node["t"] == "Note"

    return [
        each
        for at, each in enumerate(pieces)
        if not (each.text.strip() == "," and "Superscript" in each.marks and is_note(at - 1) and is_note(at + 1))
    ]


def _even(pieces: list[Piece]) -> list[Piece]:
    """Blanks between words look as the word before them does if that after them does too, and else as nothing."""
    even = list(pieces)
    for at, each in enumerate(even):
        if each.node is None and not each.text.strip():
            before, after = (even[at - 1] if at else None), _next_word(even, at)
            alike = before is not None and after is not None and before.node is None and before.marks == after.marks
            marks = before.marks if alike and before is not None else frozenset()
            language = before.language if before is not None and before.node is None else each.language
            even[at] = replace(each, marks=marks, language=language)
    return even


def _next_word(pieces: list[Piece], at: int) -> Piece | None:
    return next((each for each in pieces[at + 1 :] if each.node is not None or each.text.strip()), None)


def _joined(run: list[Piece]) -> list[Node]:
    joined: list[Node] = []
    for is_text, same in groupby(run, key=lambda each: each.node is None):
        if is_text:
            text = _BLANKS.sub(" ", "".join(each.text for each in same))
            joined += [nodes.text(text)] if text else []
        else:
            joined += [each.node for each in same if each.node is not None]
    return joined


def text_of(content: list[Node]) -> str:
    """The words of inlines, without those of notes and pictures."""
    found = ""
    for node in content:
        match node:
            case {"t": "Str", "c": str() as text}:
                found += text
            case {"t": "Space" | "SoftBreak" | "LineBreak"}:
                found += " "
            case {"t": "Note" | "Image" | "RawInline"}:
                pass
            case {"t": "Code" | "Math", "c": [_, str() as text]}:
                found += text
            case {"t": "Link", "c": [_, list() as inner, _]} | {"c": [_, list() as inner]}:
                found += text_of([each for each in inner if isinstance(each, dict)])
            case {"c": list() as inner}:
                found += text_of([each for each in inner if isinstance(each, dict)])
    return found


def common(pieces: Sequence[Piece], mark: str) -> bool:
    """Whether all words bear a mark."""
    texts = [each for each in pieces if each.node is None and each.text.strip()]
    return bool(texts) and all(mark in each.marks for each in texts)
