"""A table as it stands in the file becomes a table of the tree.

A span around the whole of a row's first cell names the row, one around a header cell the column; the span is the
name and its content the cell's words. Cells without letters are no units, so that only what holds a cell with letters
needs a name. The same span says how far a cell spans. Rows may come from a file of data, which another room reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import inline
from assembler.document.attributes import Attributes, match_at, render
from assembler.document.ids import cell_id
from assembler.document.model import HEADER_ROW, Cell, Column, Row, Span, Table
from assembler.document.supplied import Supply
from assembler.findings import Place
from assembler.formats.markdown import kinds
from assembler.formats.markdown.gaps import Form, Gap
from assembler.formats.markdown.register import Register
from assembler.formats.markdown.spans import KEYS, spread
from assembler.formats.markdown.table_attributes import header_rows, widths
from assembler.formats.markdown.tables import SourceCell, SourceRow, SourceTable
from assembler.formats.markdown.text import mistakes, quoted

_SIMPLE_NAME = re.compile(r"\[([^\[\]\\`<>!]*)\]\{#([a-z0-9-]+)\}")
_SPAN = re.compile(r"[1-9][0-9]{0,2}")


class NamedCell(Struct, frozen=True):
    """A cell's words without the span that names its row or column, that name, and how far the cell spans as written:
    attributes and their values."""

    words: str
    name: str | None
    spans: tuple[tuple[str, str], ...] = ()


class _Lines(Struct, frozen=True):
    """A table's header and body on the way into the tree, each row with its place."""

    rows: tuple[Row[str], ...]
    places: tuple[Place, ...]


def read_table(
    source: SourceTable,
    named: Attributes,
    line: int,
    register: Register,
    supply: Supply | None = None,
    *,
    private: bool = False,
) -> tuple[Table[str], tuple[Gap, ...]]:
    """The table with what its attribute line said, and the gaps where a row or column lacks a name.

    `supply` gives the rows of a table with data; one that is `private` is not translated and needs no names.
    """
    _report_surplus(source, named.id, register)
    header, body = source.rows[0], source.rows[1:]
    heads = [named_cell(cell.text) for cell in header.cells]
    place = register.place(line, named.id)
    shares = widths(named, len(heads), place, register.findings)
    columns = tuple(map(Column, (head.name for head in heads), source.aligns, shares))
    cells = (_cell(head, cell_id(named.id, HEADER_ROW, head.name), place, register) for head in heads)
    head = Row(tuple(cells), HEADER_ROW, header.line + 1)
    rows = tuple(_row(row, columns, named.id, register) for row in body)
    table = Table(
        id=named.id, classes=named.classes, pairs=named.pairs, line=line, columns=columns, head=head, rows=rows,
        header_rows=header_rows(named, len(rows), place, register.findings),
    )  # fmt: skip
    typed = _Lines((head, *rows), tuple(register.place(row.line, named.id) for row in (head, *rows)))
    lines = typed
    if table.pair("data") is not None:
        lines = _with_data(table, typed, place, register, supply, private=private)
    table = _spread(replace(table, rows=lines.rows[1:]), lines.places, register)
    _check(table, lines.places, register)
    return table, tuple(_gaps(table, source))


def _report_surplus(source: SourceTable, id: str | None, register: Register) -> None:
    width = len(source.aligns)
    for row in source.rows:
        if len(row.cells) > width:
            lost = " | ".join(cell.text for cell in row.cells[width:])
            register.report(
                kinds.SURPLUS_CELLS, row.line + 1, quote=quoted(lost), id=id, count=len(row.cells), columns=width
            )


def _row(row: SourceRow, columns: tuple[Column, ...], table: str | None, register: Register) -> Row[str]:
    first, *others = (cell.text for cell in row.cells[: len(columns)])
    others += [""] * (len(columns) - 1 - len(others))
    return _row_of(named_cell(first), others, columns, table, row.line + 1, register.place(row.line + 1), register)


def _row_of(
    first: NamedCell, others: Sequence[str], columns: tuple[Column, ...], table: str | None, line: int, place: Place,
    register: Register,
) -> Row[str]:  # fmt: skip
    parts = [first, *(_spanning(text) for text in others)]
    ids = (cell_id(table, first.name, column.id) for column in columns)
    return Row(tuple(_cell(part, id, place, register) for part, id in zip(parts, ids, strict=True)), first.name, line)


def _spanning(text: str) -> NamedCell:
    """A cell that names nothing: an ID in it is part of its words."""
    if not text.endswith("}") or "span=" not in text:
        return NamedCell(text, None)
    found = named_cell(text)
    return NamedCell(text, None) if found.name is not None else found


def _cell(part: NamedCell, id: str | None, place: Place, register: Register) -> Cell[str]:
    if not part.spans:
        return Cell(part.words, id)
    sizes = {"across": 1, "down": 1}
    for key, value in part.spans:
        if _SPAN.fullmatch(value):
            sizes[KEYS[key]] = int(value)
        else:
            register.findings.append(kinds.NOT_A_SPAN.at(place, quote=quoted(part.words), key=key, value=value))
    return Cell(part.words, id, sizes["across"], sizes["down"])


def named_cell(text: str) -> NamedCell:
    """The name and the spans that a span around the whole cell gives; its other attributes stay in the words."""
    if not (text.startswith("[") and text.endswith("}") and ("#" in text or "span=" in text)):
        return NamedCell(text, None)
    if simple := _SIMPLE_NAME.fullmatch(text):
        return NamedCell(simple[1].strip(" \t"), simple[2])
    match inline.parse(text):
        case (Span(content=content) as span,) if span.id is not None or any(key in KEYS for key, _ in span.pairs):
            inner = _inner(text)
            if inline.parse(inner) != content:
                inner = inline.render(content)
            spans = tuple(pair for pair in span.pairs if pair[0] in KEYS)
            others = render(None, span.classes, tuple(pair for pair in span.pairs if pair[0] not in KEYS))
            return NamedCell(f"[{inner}]{others}" if others else inner.strip(" \t"), span.id, spans)
        case _:
            return NamedCell(text, None)


def _inner(text: str) -> str:
    """What stands between the first bracket and the last that attributes follow."""
    for bracket in reversed([found.start() for found in re.finditer(r"\]\{", text)]):
        found = match_at(text, bracket + 1)
        if found is not None and found[1] == len(text):
            return text[1:bracket]
    return text


# --- rows of data --------------------------------------------------------------------------------------------------


def _with_data(
    table: Table[str], typed: _Lines, place: Place, register: Register, supply: Supply | None, *, private: bool
) -> _Lines:
    """The rows that were typed, and those of the file below them."""
    if len(table.rows) >= table.header_rows:
        register.findings.append(kinds.ROWS_BESIDE_DATA.at(typed.places[table.header_rows], id=table.id))
        return typed
    if supply is None:
        return typed
    supplied = supply(table, place)
    register.findings += supplied.findings if private else (*supplied.findings, *supplied.unnamed)
    places = tuple(replace(place, file=supplied.path, line=line) for line in supplied.lines)
    rows = tuple(
        _data_row(row, where, register) if _may_span(row) else row
        for row, where in zip(supplied.rows, places, strict=True)
    )
    return _Lines((*typed.rows, *rows), (*typed.places, *places))


def _may_span(row: Row[str]) -> bool:
    return any("span=" in cell.words for cell in row.cells)


def _data_row(row: Row[str], place: Place, register: Register) -> Row[str]:
    """A row whose cells say how far they span. Its name is the file's: an ID in a cell stays in the words."""
    parts = (_spanning(cell.words) for cell in row.cells)
    cells = (_cell(part, cell.id, place, register) for part, cell in zip(parts, row.cells, strict=True))
    return replace(row, cells=tuple(cells))


def _spread(table: Table[str], places: tuple[Place, ...], register: Register) -> Table[str]:
    count = table.header_rows
    heads = spread(table.heads, places[:count], register.findings)
    body = spread(table.body, places[count:], register.findings)
    return replace(table, head=heads[0], rows=(*heads[1:], *body))


# --- what is wrong, and what is missing ----------------------------------------------------------------------------


def _check(table: Table[str], places: tuple[Place, ...], register: Register) -> None:
    for row, place in zip((table.head, *table.rows), places, strict=True):
        for cell in row.cells:
            if cell.id is not None:
                register.id(cell.id, row.line, cell=True, place=place)
            if "{" in cell.words or "<" in cell.words:
                register.findings += mistakes(cell.words, replace(place, id=cell.id))


def _gaps(table: Table[str], source: SourceTable) -> Iterator[Gap]:
    """Names for columns and rows that hold letters and have none: the next free `c` and `r` of this table."""
    column_names = _free("c", (column.id for column in table.columns))
    row_names = _free("r", (row.id for row in table.rows))
    for position, column in enumerate(table.columns):
        cells = [table.head.cells[position], *(row.cells[position] for row in table.rows)]
        if column.id is None and any(map(_has_letters, cells)):
            yield _gap(source.rows[0].cells[position], source.rows[0].line, next(column_names))
    for row, written in zip(table.rows, source.rows[1:], strict=False):
        if row.id is None and any(map(_has_letters, row.cells)):
            yield _gap(written.cells[0], written.line, next(row_names))


def _gap(cell: SourceCell, line: int, name: str) -> Gap:
    """A new span around the cell, or a name in the braces of the one that says how far it spans."""
    if named_cell(cell.text).spans and "\\|" not in cell.text:
        inside = cell.text.rindex("{", 0, cell.text.rindex("span=")) + 1
        return Gap(Form.BRACES, line + 1, cell.start + inside, name=name)
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
