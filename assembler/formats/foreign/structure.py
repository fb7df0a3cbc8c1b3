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
from assembler.formats.foreign.typed import with_typed_labels
from assembler.formats.remarks import Remarks
from assembler.language.model import Language

DIVISIONS = frozenset({"recommendation", "example", "summary", "annex"})
"""Roles that are blocks of the dialect."""
SHOWN = frozenset({"Table", "Figure"})


def structured(flat: Iterable[Node], known: Language, remarks: Remarks) -> list[Node]:
    """The structure of a document, a note or a text box whose language is `known`."""
    prepared = with_captions([_with_notes(node, remarks) for node in flat], known)
    headed = with_headings(prepared, known, remarks)
    labelled = with_typed_labels(headed)
    grouped = [each for role, run in groupby(labelled, key=_group) for each in _of_role(role, list(run), remarks)]
    return Lists(remarks).joined(grouped)


def _group(node: Node) -> str:
    role = node.get(ROLE, "")
    return role if role in DIVISIONS or role in ("quote", "label") else ""


def _of_role(role: str, run: list[Node], remarks: Remarks) -> Iterator[Node]:
    """Neighbours whose style says that they are one quotation or one block."""
    if role == "quote":
        yield nodes.quote(Lists(remarks).joined(run))
    elif role in DIVISIONS:
        yield nodes.division(role, Lists(remarks).joined(run))
    elif role == "label":
        yield from (_label(node) for node in run)
    else:
        yield from run


def _label(node: Node) -> Node:
    """The label above a block, in bold: the way in knows it by that."""
    return {**node, "c": [nodes.marked("Strong", [nodes.text(text_of(node["c"]))])]}


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
