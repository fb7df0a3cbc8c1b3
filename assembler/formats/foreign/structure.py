"""Flat paragraphs become a document's structure: headings, lists, numbered paragraphs, quotations, captions.

What comes in are nodes as the readers make them, each with what was seen of it and the number that a word processor
would print before it. What comes out are nodes as pandoc makes them. Nodes that have structure already pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from assembler.formats.foreign import nodes
from assembler.formats.foreign.beginnings import without_start
from assembler.formats.foreign.headings import with_headings
from assembler.formats.foreign.lists import Lists
from assembler.formats.foreign.nodes import ROLE, Node
from assembler.formats.foreign.pieces import text_of
from assembler.formats.foreign.roles import DIVISIONS, LABEL, QUOTE
from assembler.formats.foreign.typed import with_typed_labels
from assembler.formats.remarks import Remarks
from assembler.language.model import Language

SHOWN = frozenset({"Table", "Figure"})


def structured(flat: Iterable[Node], known: Language, remarks: Remarks) -> list[Node]:
    """The structure of a document, a note or a text box whose language is `known`."""
    prepared = with_captions([_with_notes(node, remarks) for node in flat], known)
    headed = with_headings(prepared, known, remarks)
    labelled = with_typed_labels(headed)
    return _Grouping(remarks).grouped(labelled)


class _Grouping:
    """Neighbours whose styles say that they are one quotation or one block."""

    def __init__(self, remarks: Remarks) -> None:
        self._lists = Lists(remarks)
        self._blocks = 0

    def grouped(self, flat: list[Node]) -> list[Node]:
        runs = [(key, list(run)) for key, run in groupby(flat, key=self._key)]
        return self._lists.joined([each for (role, _), run in runs for each in self._of_role(role, run)])

    def _key(self, node: Node) -> tuple[str, int]:
        """What a node is in, and in the how manieth of these: a label begins another."""
        name, _, inner = node.get(ROLE, "").partition(" ")
        if name == QUOTE:
            return name, 0
        self._blocks += inner == LABEL
        return (name, self._blocks) if name in DIVISIONS else ("", 0)

    def _of_role(self, role: str, run: list[Node]) -> Iterator[Node]:
        if role == QUOTE:
            yield nodes.quote(self._lists.joined(run))
        elif role in DIVISIONS:
            inner = [
                each for is_quote, some in groupby(run, key=_is_quote) for each in self._inner(is_quote, list(some))
            ]
            yield from inner if len(inner) == 1 and _is_label(run[0]) else [nodes.division(role, inner)]
        else:
            yield from run

    def _inner(self, is_quote: object, run: list[Node]) -> list[Node]:
        plain = [_labelled(node) if _is_label(node) else node for node in run]
        return [nodes.quote(self._lists.joined(plain))] if is_quote else self._lists.joined(plain)


def _is_quote(node: Node) -> bool:
    return str(node.get(ROLE, "")).endswith(f" {QUOTE}")


def _is_label(node: Node) -> bool:
    return str(node.get(ROLE, "")).endswith(f" {LABEL}")


def _labelled(node: Node) -> Node:
    """The label above a block, in bold: the way in knows it by that. Places that links lead to stay before it."""
    places = [each for each in node["c"] if each["t"] == "Span" and not text_of([each])]
    return {**node, "c": [*places, nodes.marked("Strong", [nodes.text(text_of(node["c"]))])]}


# --- notes -------------------------------------------------------------------------------------------------------


def _with_notes(node: Node, remarks: Remarks) -> Node:
    """With lists and quotations made in the notes of a paragraph too."""
    if node["t"] not in ("Para", "Plain"):
        return node
    content = [_structured_note(each, remarks) if each.get("t") == "Note" else each for each in node["c"]]
    return {**node, "c": content}


def _structured_note(note: Node, remarks: Remarks) -> Node:
    return nodes.note(Lists(remarks).joined(note["c"]))


# --- captions ----------------------------------------------------------------------------------------------------


def with_captions(flat: list[Node], known: Language) -> list[Node]:
    """Captions stand above what they belong to, without the number that the edition will print."""
    found = list(flat)
    for at, node in enumerate(found):
        if node.get(ROLE) != "caption":
            continue
        below = found[at + 1] if at + 1 < len(found) else None
        if below is not None and is_shown(below):
            found[at] = _caption(node, known)
        elif at and is_picture(found[at - 1]) and not (at > 1 and _is_caption(found[at - 2])):
            found[at - 1], found[at] = _caption(node, known), found[at - 1]
    return found


def _caption(node: Node, known: Language) -> Node:
    patterns = (known.labels.table, known.labels.figure)
    text = text_of(node["c"])
    length = next((len(found[0]) for each in patterns if (found := _numbered(each).match(text))), 0)
    content = without_start(node["c"], length) if length < len(text) else node["c"]
    return nodes.division("caption", [{**node, "c": content, ROLE: ""}])


def _numbered(pattern: str) -> re.Pattern[str]:
    """What a label with a number in it looks like where it was typed or counted."""
    before, _, after = pattern.partition("{n}")
    words = re.escape(before.strip()), re.escape(after.strip(" .:"))
    return re.compile(rf"\s*{words[0]}\s*\d+(?:\.\d+)*\s*{words[1]}\s*[.:–—-]?\s*", re.IGNORECASE)


def _is_caption(node: Node) -> bool:
    return bool(node["t"] == "Div" and node["c"][0][1] == ["caption"])


def is_shown(node: Node) -> bool:
    return node["t"] in SHOWN or is_picture(node)


def is_picture(node: Node) -> bool:
    return node["t"] in ("Para", "Plain") and [each["t"] for each in node["c"] if each["t"] != "Span"] == ["Image"]
