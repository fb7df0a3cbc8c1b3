"""Tables of word processors as tables of pandoc: cells that lie over others, rows of different lengths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from assembler.formats.foreign import nodes
from assembler.formats.foreign.beginnings import unmarked
from assembler.formats.foreign.nodes import Node

MOST_COLUMNS = 200
ALIGNMENTS = {"right": "AlignRight", "end": "AlignRight", "center": "AlignCenter"}


class Raw(Struct, frozen=True):
    """A cell as the file has it: its content (None: room before a row), where it begins, how many columns it spans.

    `down` says over how many rows it lies where the file says so; `continues` that it belongs to the cell above.
    """

    content: Any
    column: int
    across: int
    down: int = 1
    continues: bool = False
    alignment: str = ""


Cells: TypeAlias = list[Raw]


def grid(rows: Sequence[Cells], heads: int, blocks: Callable[[Any], list[Node]]) -> Node | None:
    """The table; None for one without cells. `blocks` reads what a cell holds."""
    width = min(max((each.column + each.across for row in rows for each in row), default=0), MOST_COLUMNS)
    if not width:
        return None
    made = [list(_row(rows, at, width, blocks)) for at in range(len(rows))]
    aligns = [_alignment(rows[heads:], column) for column in range(width)]
    return nodes.table(width, [_plain(row) for row in made[:heads]], made[heads:], aligns)


def _plain(row: list[list[Any]]) -> list[list[Any]]:
    """A header row without the bold of its look."""
    return [[*cell[:4], [_unmarked(node) for node in cell[4]]] for cell in row]


def _unmarked(node: Node) -> Node:
    return {**node, "c": unmarked(node["c"])} if node["t"] in ("Para", "Plain") else node


def _row(rows: Sequence[Cells], at: int, width: int, blocks: Callable[[Any], list[Node]]) -> Iterator[list[Any]]:
    column = 0
    for each in rows[at]:
        if each.column >= width:
            break
        column = each.column + each.across
        if each.continues and _head_of(rows, at, each.column):
            continue
        content = [] if each.content is None else blocks(each.content)
        across = min(each.across, width - each.column)
        yield nodes.cell(content, across=across, down=max(each.down, _down(rows, at, each.column)))
    for _ in range(column, width) if not _reached(rows, at, width) else ():
        yield nodes.cell([])


def _reached(rows: Sequence[Cells], at: int, width: int) -> bool:
    """Whether a cell from above lies over the end of the row."""
    return any(
        each.column + each.across >= width and each.down > at - above
        for above in range(max(0, at - MOST_COLUMNS), at)
        for each in rows[above]
        if each.down > 1
    )


def _head_of(rows: Sequence[Cells], at: int, column: int) -> bool:
    """Whether there is a cell above that this one continues."""
    while at > 0:
        at -= 1
        above = next((each for each in rows[at] if each.column == column), None)
        if above is None:
            return False
        if not above.continues:
            return True
    return False


def _down(rows: Sequence[Cells], at: int, column: int) -> int:
    """Over how many rows a cell lies, by those below that continue it."""
    count = 1
    for row in rows[at + 1 :]:
        below = next((each for each in row if each.column == column), None)
        if below is None or not below.continues:
            break
        count += 1
    return count


def _alignment(rows: Sequence[Cells], column: int) -> str:
    """That of a column whose cells all have the same."""
    said = {each.alignment for row in rows for each in row if each.column == column and each.across == 1}
    return ALIGNMENTS.get(said.pop(), "AlignDefault") if len(said) == 1 else "AlignDefault"
