"""Cells that lie over others: `[words]{colspan=2}` covers the empty cell behind it, `rowspan` the one below.

The covered cells are written, and empty, so that every row has a cell for every column in both parsers. A span that
would hide words, or leave the header or the table, is taken back to what it can cover and reported: nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from assembler.document.model import Cell, Row
from assembler.findings import Finding, Place
from assembler.formats.markdown import kinds

KEYS = {"colspan": "across", "rowspan": "down"}
"""The attributes that make a cell span, and what of the cell each one sets."""


def spread(rows: Sequence[Row[str]], places: Sequence[Place], findings: list[Finding]) -> tuple[Row[str], ...]:
    """The rows of a header or a body with the cells that others lie over marked as covered; `places` are the rows'."""
    if all(cell.across == cell.down == 1 for row in rows for cell in row.cells):
        return tuple(rows)
    grid = [list(row.cells) for row in rows]
    for top, row in enumerate(grid):
        for left, cell in enumerate(row):
            if not cell.covered and (cell.across > 1 or cell.down > 1):
                row[left] = _fitting(grid, top, left, places[top], findings)
                _cover(grid, top, left)
    return tuple(replace(row, cells=tuple(cells)) for row, cells in zip(rows, grid, strict=True))


def _fitting(
    grid: Sequence[Sequence[Cell[str]]], top: int, left: int, place: Place, findings: list[Finding]
) -> Cell[str]:
    """The cell with as much of its span as there is room for, and none where words stand in the way."""
    cell = grid[top][left]
    across, down = min(cell.across, len(grid[top]) - left), min(cell.down, len(grid) - top)
    if (across, down) != (cell.across, cell.down):
        findings.append(kinds.SPAN_TOO_LARGE.at(place, quote=cell.words, across=across, down=down))
    if all(
        _is_free(grid[row][column])
        for row in range(top, top + down)
        for column in range(left, left + across)
        if (row, column) != (top, left)
    ):
        return replace(cell, across=across, down=down)
    findings.append(kinds.SPAN_OVER_WORDS.at(place, quote=cell.words))
    return replace(cell, across=1, down=1)


def _is_free(cell: Cell[str]) -> bool:
    return not cell.words and not cell.covered and cell.across == cell.down == 1


def _cover(grid: Sequence[list[Cell[str]]], top: int, left: int) -> None:
    cell = grid[top][left]
    for row in range(top, top + cell.down):
        for column in range(left, left + cell.across):
            if column > left:
                grid[row][column] = replace(grid[row][column], id=None, covered="left")
            elif row > top:
                grid[row][column] = replace(grid[row][column], id=None, covered="above", across=cell.across)
