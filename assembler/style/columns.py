"""How wide the columns of a table are: a formula on its words, the same for every format."""

from __future__ import annotations

from collections.abc import Iterator

from assembler.document import walk
from assembler.document.model import Cell, Column, Row, Table, Words
from assembler.language.model import Labels
from assembler.style.model import ParagraphLook, StyleSheet
from assembler.style.ruler import MILLIMETRES_IN_POINT, ruler

LONG_LINE = 22
"""Times the size of type; a column asks for no more room than this, longer text is broken into lines."""

SLACK = 1.02
"""What word processors add to the widths of letters, as a factor."""


def column_widths(table: Table[Words], sheet: StyleSheet, width: float, labels: Labels) -> tuple[float, ...]:
    """Millimetres for each column, `width` together: as was said; else the longest word fits, then room goes to
    where most text is. What marks a cell that is no current translation, one of the `labels`, takes its room too; what
    spans several columns asks for no room in any."""
    if shares := sum(column.share for column in table.columns):
        return tuple(width * column.share / shares for column in table.columns)
    least, wanted = _asked(table, sheet, labels)
    return _shared(least, wanted, width)


def has_room(table: Table[Words], sheet: StyleSheet, width: float, labels: Labels) -> bool:
    """Whether the longest words of all columns fit into `width` millimetres."""
    return sum(_asked(table, sheet, labels)[0]) <= width


def _asked(table: Table[Words], sheet: StyleSheet, labels: Labels) -> tuple[list[float], list[float]]:
    """For each column the room that its longest word takes, and what its longest line would, both with padding. A
    column of figures, set to the right, asks for no more than the first: its header may take several lines."""
    count = len(columns_of(table))
    least, wanted = [0.0] * count, [0.0] * count
    for row, look in rows_with_looks(table, sheet):
        measure = ruler(sheet, look)
        for column, text in enumerate(_printed(row, labels)):
            line = measure.width(text)
            wanted[column] = max(wanted[column], line)
            if line > least[column]:
                least[column] = max(least[column], measure.longest_word(text))
    padding = 2 * sheet.tables.padding
    longest = LONG_LINE * (sheet.paragraph(sheet.roles.cell).size or 0) * MILLIMETRES_IN_POINT
    columns = zip(columns_of(table), least, wanted, strict=True)
    return (
        [SLACK * word + padding for word in least],
        [
            max(SLACK * word, 0 if column.align == "right" else min(line, longest)) + padding
            for column, word, line in columns
        ],
    )


def rows_with_looks(table: Table[Words], sheet: StyleSheet) -> Iterator[tuple[Row[Words], ParagraphLook]]:
    """Each row from the header down, with the look of its cells."""
    yield from ((row, sheet.roles.header_cell) for row in table.heads)
    yield from ((row, sheet.roles.cell) for row in table.body)


def _printed(row: Row[Words], labels: Labels) -> tuple[str, ...]:
    """What stands in each column alone, with its mark and the room that is left free behind it."""
    return tuple(
        (f"{getattr(labels, cell.words.mark)} " if cell.words.mark else "")
        + walk.plain_text(cell.words.content)
        + cell.pad
        if cell.across == 1 and not cell.covered
        else ""
        for cell in row.cells
    )


def cell_texts(row: Row[Words]) -> tuple[str, ...]:
    """What stands in each cell, without markup."""
    return tuple(walk.plain_text(cell.words.content) for cell in row.cells)


def columns_of(table: Table[Words]) -> tuple[Column, ...]:
    """The columns, as many as the longest row has cells."""
    longest = max(len(row.cells) for row in (table.head, *table.rows))
    return (*table.columns, *(Column() for _ in range(longest - len(table.columns))))


def alignment(cell: Cell[Words] | None, column: Column, *, header: bool) -> str:
    """How a cell is set: as its column; what heads several columns stands in the middle of them."""
    return "center" if header and cell is not None and cell.across > 1 else column.align


def _shared(least: list[float], wanted: list[float], width: float) -> tuple[float, ...]:
    """`width` shared out: each gets its least, and of the rest as its wish is beyond that."""
    if sum(wanted) <= width:
        return tuple(width * wish / sum(wanted) for wish in wanted)
    if sum(least) >= width:
        return _levelled(least, width)
    spare = (width - sum(least)) / (sum(wanted) - sum(least))
    return tuple(need + spare * (wish - need) for need, wish in zip(least, wanted, strict=True))


def _levelled(least: list[float], width: float) -> tuple[float, ...]:
    """`width` shared out where not all longest words fit: the widest columns give way, alike, so that words and
    numbers in the narrow ones stay whole."""
    left = width
    for position, need in enumerate(sorted(least)):
        share = left / (len(least) - position)
        if need > share:
            return tuple(min(each, share) for each in least)
        left -= need
    return tuple(least)
