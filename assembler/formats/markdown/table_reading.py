"""A table as it stands in the file becomes a table of the tree.

A span around the whole of a row's first cell names the row, one around a header cell the column; the span is the
name and its content the cell's words. Cells without letters are no units, so that only what holds a cell with letters
needs a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from assembler.document import inline
from assembler.document.attributes import Attributes, match_at, render
from assembler.document.model import HEADER_ROW, Cell, Column, Row, Span, Table
from assembler.formats.markdown import kinds
from assembler.formats.markdown.gaps import Form, Gap
from assembler.formats.markdown.register import Register
from assembler.formats.markdown.tables import SourceCell, SourceRow, SourceTable
from assembler.formats.markdown.text import mistakes, quoted

_SIMPLE_NAME = re.compile(r"\[([^\[\]\\`<>!]*)\]\{#([a-z0-9-]+)\}")


class NamedCell(Struct, frozen=True):
    """A cell's words without the span that names its row or column, and that name."""

    words: str
    name: str | None


def read_table(
    source: SourceTable, named: Attributes, line: int, register: Register
) -> tuple[Table[str], tuple[Gap, ...]]:
    """The table with what its attribute line said, and the gaps where a row or column lacks a name."""
    width = len(source.aligns)
    for row in source.rows:
        if len(row.cells) > width:
            lost = " | ".join(cell.text for cell in row.cells[width:])
            register.report(
                kinds.SURPLUS_CELLS, row.line + 1, quote=quoted(lost), id=named.id, count=len(row.cells), columns=width
            )
    header, body = source.rows[0], source.rows[1:]
    heads = [named_cell(cell.text) for cell in header.cells]
    columns = tuple(Column(head.name, align) for head, align in zip(heads, source.aligns, strict=True))
    rows = tuple(_row(row, columns, named.id) for row in body)
    cells = tuple(Cell(head.words, cell_id(named.id, HEADER_ROW, head.name)) for head in heads)
    head = Row(cells, HEADER_ROW, header.line + 1)
    table = Table(
        id=named.id, classes=named.classes, pairs=named.pairs, line=line, columns=columns, head=head, rows=rows
    )
    _check(table, register)
    return table, tuple(_gaps(table, source))


def _row(row: SourceRow, columns: tuple[Column, ...], table: str | None) -> Row[str]:
    first = named_cell(row.cells[0].text)
    words = [first.words] + [cell.text for cell in row.cells[1 : len(columns)]]
    words += [""] * (len(columns) - len(words))
    cells = (Cell(text, cell_id(table, first.name, column.id)) for text, column in zip(words, columns, strict=True))
    return Row(tuple(cells), first.name, row.line + 1)


def cell_id(table: str | None, row: str | None, column: str | None) -> str | None:
    """The ID of a cell; None where one of its names is missing."""
    return f"{table}.{row}.{column}" if table and row and column else None


def named_cell(text: str) -> NamedCell:
    """The name that a span around the whole cell gives; other attributes of that span stay in the words."""
    if not (text.startswith("[") and text.endswith("}") and "#" in text):
        return NamedCell(text, None)
    if simple := _SIMPLE_NAME.fullmatch(text):
        return NamedCell(simple[1].strip(" \t"), simple[2])
    match inline.parse(text):
        case (Span(id=str() as id, content=content) as span,):
            inner = _inner(text)
            if inline.parse(inner) != content:
                inner = inline.render(content)
            others = render(None, span.classes, span.pairs)
            return NamedCell(f"[{inner}]{others}" if others else inner.strip(" \t"), id)
        case _:
            return NamedCell(text, None)


def _inner(text: str) -> str:
    """What stands between the first bracket and the last that attributes follow."""
    for bracket in reversed([found.start() for found in re.finditer(r"\]\{", text)]):
        found = match_at(text, bracket + 1)
        if found is not None and found[1] == len(text):
            return text[1:bracket]
    return text


def _check(table: Table[str], register: Register) -> None:
    for row in (table.head, *table.rows):
        for cell in row.cells:
            if cell.id is not None:
                register.id(cell.id, row.line, cell=True)
            if "{" in cell.words or "<" in cell.words:
                register.findings += mistakes(cell.words, register.place(row.line, cell.id))


def _gaps(table: Table[str], source: SourceTable) -> Iterator[Gap]:
    """Names for columns and rows that hold letters and have none: the next free `c` and `r` of this table."""
    column_names = _free("c", (column.id for column in table.columns))
    row_names = _free("r", (row.id for row in table.rows))
    for position, column in enumerate(table.columns):
        cells = [table.head.cells[position], *(row.cells[position] for row in table.rows)]
        if column.id is None and any(map(_has_letters, cells)):
            yield _gap(source.rows[0].cells[position], source.rows[0].line, next(column_names))
    for row, written in zip(table.rows, source.rows[1:], strict=True):
        if row.id is None and any(map(_has_letters, row.cells)):
            yield _gap(written.cells[0], written.line, next(row_names))


def _gap(cell: SourceCell, line: int, name: str) -> Gap:
    return Gap(Form.CELL, line + 1, cell.start, cell.end, name)


def _has_letters(cell: Cell[str]) -> bool:
    return any(character.isalpha() for character in cell.words)


def _free(letter: str, taken: Iterable[str | None]) -> Iterator[str]:
    """`r4`, `r5` … beyond the highest number that stands in the table already."""
    numbers = [int(name[1:]) for name in taken if name and re.fullmatch(rf"{letter}[0-9]{{1,6}}", name)]
    number = max(numbers, default=0)
    while True:
        number += 1
        yield f"{letter}{number}"
