"""Which lists of a text are its typed paragraph numbers.

In most formats numbered paragraphs are one long ordered list. What is read as paragraph numbers is an ordered list at
the top level of the section, counted `1.`, `2.`, … (not `1)`, not letters), unless

* it begins at 1 right after a paragraph that ends with a colon: an enumeration which that paragraph announces; or
* the section has more top-level paragraphs outside such lists than items in them (lead-ins do not count): a list in
  unnumbered prose.

The caller can overrule it: all such lists, or none. Where the document that a section is of has numbered paragraphs,
prose beside them in one section says nothing, and the second exception does not hold (`throughout`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from assembler.formats.pandoc.nodes import Node, excerpt

Top = Sequence[Node]
"""The top level of a section."""


def paragraph_lists(
    top: Top, numbered: bool | None, is_lead_in: Callable[[Node], bool], *, throughout: bool = False
) -> frozenset[int]:
    """The positions in `top` of the lists whose items are numbered paragraphs; lead-ins do not count as prose."""
    if numbered is False:
        return frozenset()
    counted = frozenset(position for position, node in enumerate(top) if is_counted(node))
    if numbered:
        return counted
    kept = frozenset(position for position in counted if not _announced(top, position))
    if throughout:
        return kept
    items = sum(len(_items(top[position])) for position in kept)
    prose = sum(1 for node in top if _is_paragraph(node) and not is_lead_in(node))
    return kept if items >= prose else frozenset()


def is_counted(node: Node) -> bool:
    """Whether it is a list with markers `1.`, as paragraph numbers are typed."""
    match node:
        case {"t": "OrderedList", "c": [[_, {"t": "Decimal" | "DefaultStyle"}, {"t": "Period" | "DefaultDelim"}], _]}:
            return True
        case _:
            return False


def _announced(top: Top, position: int) -> bool:
    before = top[position - 1] if position else None
    return before is not None and _start(top[position]) == 1 and _is_paragraph(before) and _ends_with_colon(before)


def _is_paragraph(node: Node) -> bool:
    return node["t"] in ("Para", "Plain")


def _ends_with_colon(node: Node) -> bool:
    """By the last words of the paragraph itself, notes left aside."""
    words = [inline for inline in node["c"] if inline["t"] not in ("Note", "Space", "SoftBreak")]
    return bool(words) and _last_text(words[-1]).endswith(":")


def _last_text(inline: Any) -> str:
    match inline:
        case {"t": "Str", "c": str() as text}:
            return text
        case {"c": [*_, list() as content]} if content:
            return _last_text(content[-1])
        case {"c": [*_, dict() as last]}:
            return _last_text(last)
        case _:
            return excerpt([inline])


def _items(node: Node) -> list[list[Node]]:
    items: list[list[Node]] = node["c"][1]
    return items


def _start(node: Node) -> int:
    start: int = node["c"][0][0]
    return start
