"""How wide the columns of a table are: a formula on its words, the same for every format."""

from __future__ import annotations

from itertools import zip_longest

from assembler.document import walk
from assembler.document.model import Row, Table, Words
from assembler.language.model import Labels
from assembler.style.model import StyleSheet

LETTER = 0.55
"""The average width of a letter as a share of the size of type; Cyrillic serif runs as wide as this."""

LONG_LINE = 40
"""Letters; a column asks for no more room than this, longer text is broken into lines."""

MILLIMETRES_IN_POINT = 25.4 / 72


def column_widths(table: Table[Words], sheet: StyleSheet, width: float, labels: Labels) -> tuple[float, ...]:
    """Millimetres for each column, `width` together: the longest word fits, then room goes to where most text is. What
    marks a cell that is no current translation, one of the `labels`, takes its room too."""
    if shares := sum(column.share for column in table.columns):
        return tuple(width * column.share / shares for column in table.columns)
    letter, padding = letter_width(sheet), 2 * sheet.tables.padding
    columns = _columns(table, labels)
    least = [letter * max(map(_longest_word, column)) + padding for column in columns]
    wanted = [letter * min(max(map(len, column)), LONG_LINE) + padding for column in columns]
    return _shared(least, [max(pair) for pair in zip(least, wanted, strict=True)], width)


def has_room(table: Table[Words], sheet: StyleSheet, width: float, labels: Labels) -> bool:
    """Whether the longest words of all columns fit into `width` millimetres."""
    letter, padding = letter_width(sheet), 2 * sheet.tables.padding
    return sum(letter * max(map(_longest_word, column)) + padding for column in _columns(table, labels)) <= width


def _columns(table: Table[Words], labels: Labels) -> list[tuple[str, ...]]:
    """The texts of each column, from the header down."""
    columns = list(zip_longest(*(_printed(row, labels) for row in (table.head, *table.rows)), fillvalue=""))
    return columns + [("",)] * (len(table.columns) - len(columns))


def letter_width(sheet: StyleSheet) -> float:
    """Millimetres that a letter in a cell takes on average."""
    return (sheet.paragraph(sheet.roles.cell).size or 0) * MILLIMETRES_IN_POINT * LETTER


def _printed(row: Row[Words], labels: Labels) -> tuple[str, ...]:
    """What stands in each cell, with its mark."""
    texts = cell_texts(row)
    if not any(cell.words.mark for cell in row.cells):
        return texts
    marks = (getattr(labels, cell.words.mark) + " " if cell.words.mark else "" for cell in row.cells)
    return tuple(map(str.__add__, marks, texts))


def cell_texts(row: Row[Words]) -> tuple[str, ...]:
    """What stands in each cell, without markup."""
    return tuple(walk.plain_text(cell.words.content) for cell in row.cells)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


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
