"""pandoc's tables → tables of the dialect: one header row, one line of words a cell, rows and columns named.

A row or column gets a name when a cell in it has letters, because only such cells are units and need an ID.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from assembler.document import walk
from assembler.document.ids import MAX_LENGTH, cell_id
from assembler.document.model import HEADER_ROW, Break, Cell, Column, Inline, Inlines, Paragraph, Row, Table, Text
from assembler.document.names import CAPTION
from assembler.formats.pandoc.inlines import drop_attributes, flattened, inlines, tidy
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Node, attributes, excerpt
from assembler.formats.pandoc.remarks import CELL_FLATTENED, SPANNING_CELL, TABLE_HEADERS

ALIGNMENTS = {"AlignLeft": "left", "AlignCenter": "center", "AlignRight": "right"}

Grid = list[tuple[Inlines, ...]]


class _Parts(Struct, frozen=True):
    """A table of pandoc: how many of `rows` stand above the body, and how many below it."""

    rows: list[Any]
    above: int
    below: int


def table(intake: Intake, content: Sequence[Any]) -> Table[Inlines]:
    attr, (_, caption), columns, *_ = content
    parts = _parts(content)
    intake.anchor(attr[0])
    id = intake.name(room=MAX_LENGTH - len(f".r{len(parts.rows)}.c{len(columns)}"))
    drop_attributes(intake, attributes(attr))
    grid = _grid(intake, parts.rows, len(columns))
    if not parts.above:
        grid.insert(0, ((),) * len(columns))
    elif parts.above > 1 or parts.below:
        intake.remarks.add(TABLE_HEADERS, excerpt(parts.rows))
    title = _caption(intake, caption)
    intake.give(id)
    return _named(id, grid, [ALIGNMENTS.get(align["t"], "") for align, _ in columns], title)


def _parts(content: Sequence[Any]) -> _Parts:
    _, _, _, head, bodies, foot = content
    body = [row for _, _, above, below in bodies for row in (*above, *below)]
    return _Parts([*head[1], *body, *foot[1]], len(head[1]), len(foot[1]))


def _caption(intake: Intake, blocks: list[Node]) -> Paragraph[Inlines] | None:
    words = _flat(intake, blocks)
    return Paragraph(id=intake.mint(), classes=(CAPTION,), words=words) if words else None


def _named(id: str, grid: Grid, alignments: list[str], caption: Paragraph[Inlines] | None) -> Table[Inlines]:
    lettered = [[_has_letters(words) for words in row] for row in grid]
    columns = [f"c{n}" if any(column) else None for n, column in enumerate(zip(*lettered, strict=True), 1)]
    rows = [HEADER_ROW, *(f"r{n}" if any(row) else None for n, row in enumerate(lettered[1:], 1))]
    cells = [
        Row(tuple(Cell(words, cell_id(id, row, column)) for words, column in zip(line, columns, strict=True)), row)
        for line, row in zip(grid, rows, strict=True)
    ]
    return Table(
        id=id,
        columns=tuple(Column(name, align) for name, align in zip(columns, alignments, strict=True)),
        head=cells[0],
        rows=tuple(cells[1:]),
        caption=caption,
    )


def _has_letters(words: Inlines) -> bool:
    return any(character.isalpha() for character in walk.plain_text(words))


def _grid(intake: Intake, rows: list[Any], width: int) -> Grid:
    """The words of every row, one entry a column; what a cell spans further is left empty."""
    grid: Grid = []
    covered = [0] * width
    for _, cells in rows:
        line: list[Inlines] = [()] * width
        column = 0
        for _, _, height, breadth, blocks in cells:
            while column < width and covered[column]:
                column += 1
            if column < width:
                line[column] = _flat(intake, blocks)
            if height > 1 or breadth > 1:
                intake.remarks.add(SPANNING_CELL, excerpt(blocks))
            for spanned in range(column, min(column + breadth, width)):
                covered[spanned] = height
            column += breadth
        covered = [max(0, left - 1) for left in covered]
        grid.append(tuple(line))
    return grid


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
