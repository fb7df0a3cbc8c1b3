"""pandoc's tables → tables of the dialect: one line of words a cell, rows and columns named, spans kept.

A row or column gets a name when a cell in it has letters, because only such cells are units and need an ID.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.ids import MAX_LENGTH, cell_id
from assembler.document.model import (
    HEADER_ROW,
    Break,
    Cell,
    Column,
    Covered,
    Inline,
    Inlines,
    Paragraph,
    Row,
    Table,
    Text,
)
from assembler.document.names import CAPTION
from assembler.formats.pandoc.inlines import drop_attributes, flattened, inlines, tidy
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Node, attributes, excerpt
from assembler.formats.pandoc.remarks import CELL_FLATTENED, TABLE_FOOTER

ALIGNMENTS = {"AlignLeft": "left", "AlignCenter": "center", "AlignRight": "right"}


class _Placed(Struct, frozen=True):
    """What stands in one place of the grid: a cell, or that another lies over it."""

    words: Inlines = ()
    across: int = 1
    down: int = 1
    covered: Covered = ""


Grid = list[tuple[_Placed, ...]]


class _Parts(Struct, frozen=True):
    """A table of pandoc: the rows above the body, and those below with the footer, of which there are `below`."""

    head: list[Any]
    body: list[Any]
    below: int


def table(intake: Intake, content: Sequence[Any]) -> Table[Inlines]:
    attr, (_, caption), columns, *_ = content
    parts = _parts(content)
    intake.anchor(attr[0])
    count = len(parts.head) + len(parts.body)
    id = intake.name(room=MAX_LENGTH - len(f".r{count}.c{len(columns)}"))
    drop_attributes(intake, attributes(attr))
    head = _grid(intake, parts.head, len(columns)) or [(_Placed(),) * len(columns)]
    body = _grid(intake, parts.body, len(columns))
    if parts.below:
        intake.remarks.add(TABLE_FOOTER, excerpt(parts.body[-parts.below :]))
    title = _caption(intake, caption)
    intake.give(id)
    made = _named(id, [*head, *body], [ALIGNMENTS.get(align["t"], "") for align, _ in columns], title)
    return replace(made, pairs=(("header-rows", str(len(head))),), header_rows=len(head)) if len(head) > 1 else made


def _parts(content: Sequence[Any]) -> _Parts:
    """A table of header rows alone has the first as header."""
    _, _, _, head, bodies, foot = content
    body = [row for _, _, above, below in bodies for row in (*above, *below)] + foot[1]
    return _Parts(head[1], body, len(foot[1])) if body else _Parts(head[1][:1], head[1][1:], 0)


def _caption(intake: Intake, blocks: list[Node]) -> Paragraph[Inlines] | None:
    words = _flat(intake, blocks)
    return Paragraph(id=intake.mint(), classes=(CAPTION,), words=words) if words else None


def _named(id: str, grid: Grid, alignments: list[str], caption: Paragraph[Inlines] | None) -> Table[Inlines]:
    lettered = [[_has_letters(placed.words) for placed in row] for row in grid]
    columns = [f"c{n}" if any(column) else None for n, column in enumerate(zip(*lettered, strict=True), 1)]
    rows = [HEADER_ROW, *(f"r{n}" if any(row) else None for n, row in enumerate(lettered[1:], 1))]
    cells = [
        Row(tuple(_cell(placed, cell_id(id, row, column)) for placed, column in zip(line, columns, strict=True)), row)
        for line, row in zip(grid, rows, strict=True)
    ]
    return Table(
        id=id,
        columns=tuple(Column(name, align) for name, align in zip(columns, alignments, strict=True)),
        head=cells[0],
        rows=tuple(cells[1:]),
        caption=caption,
    )


def _cell(placed: _Placed, id: str | None) -> Cell[Inlines]:
    return Cell(placed.words, None if placed.covered else id, placed.across, placed.down, placed.covered)


def _has_letters(words: Inlines) -> bool:
    return any(character.isalpha() for character in walk.plain_text(words))


def _grid(intake: Intake, rows: list[Any], width: int) -> Grid:
    """What stands in every place of the rows; no cell reaches beyond them."""
    grid: list[list[_Placed | None]] = [[None] * width for _ in rows]
    for at, (_, cells) in enumerate(rows):
        column = 0
        for _, _, height, breadth, blocks in cells:
            while column < width and grid[at][column] is not None:
                column += 1
            if column < width:
                free = next((each for each in range(column, width) if grid[at][each] is not None), width)
                across = min(breadth, free - column)
                below = range(at + 1, min(at + height, len(rows)))
                taken = (row for row in below if any(grid[row][column : column + across]))
                down = next(taken, at + len(below) + 1) - at
                _put(grid, at, column, _Placed(_flat(intake, blocks), across, down))
    return [tuple(placed or _Placed() for placed in row) for row in grid]


def _put(grid: list[list[_Placed | None]], top: int, left: int, placed: _Placed) -> None:
    """A cell at its place, with those that it lies over."""
    for row in range(top, top + placed.down):
        for column in range(left, left + placed.across):
            if column > left:
                grid[row][column] = _Placed(covered="left")
            else:
                grid[row][column] = placed if row == top else _Placed(across=placed.across, covered="above")


def _flat(intake: Intake, blocks: list[Node]) -> Inlines:
    """The words of all blocks on one line."""
    match blocks:
        case []:
            return ()
        case [{"t": "Plain" | "Para", "c": content}]:
            words = inlines(intake, content)
        case _:
            intake.remarks.add(CELL_FLATTENED, excerpt(blocks))
            words = flattened(intake, blocks)
    if any(isinstance(inline, Break) for inline in walk.every_inline(words)):
        intake.remarks.add(CELL_FLATTENED, excerpt(blocks))
    return tidy(walk.map_inlines(words, _without_break))


def _without_break(inline: Inline) -> Inlines:
    return (Text(" "),) if isinstance(inline, Break) else (inline,)
