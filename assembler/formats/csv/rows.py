"""The rows of a table out of the records of its file.

A column of the table takes the column of the file that is called by its ID, or else by its heading. The file's column
`id` names the rows, so that words in them have the ID `<table>.<row>.<column>` and can be translated. In right-aligned
columns numbers become data, as if they were typed in the section.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from assembler.document import inline, walk
from assembler.document.ids import cell_id, is_well_formed
from assembler.document.model import HEADER_ROW, Cell, Row, Table
from assembler.document.supplied import Supplied
from assembler.findings import Finding, Place, phrase
from assembler.formats.csv import kinds
from assembler.formats.csv.amounts import SIGNS, as_data, shown
from assembler.formats.csv.read import Record, Records
from assembler.nearest import nearest

ROW_IDS = "id"
"""The name of the column that names the rows."""

SPREADSHEET_ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#ССЫЛКА!", "#Н/Д", "#ДЕЛ/0!")


class _Plan(Struct, frozen=True):
    """What a table takes from its file: for each column the position of the field, None for none; the decimal sign of
    its numbers, empty where they stay as they are."""

    fields: tuple[int | None, ...]
    names: int | None
    decimal: str = ""


def rows(table: Table[str], place: Place, records: Records) -> Supplied:
    """The rows for a table that stands at `place`."""
    findings = list(records.findings)
    if not records.names:
        return Supplied(path=records.path, findings=tuple(findings))
    plan = _plan(table, place, records, findings)
    if plan is None:
        return Supplied(path=records.path, findings=tuple(findings))
    making = _Making(table, place, records, plan)
    made = tuple(making.row(record) for record in records.rows)
    findings += making.findings
    lines = tuple(record.line for record in records.rows)
    return Supplied(made, lines, records.path, tuple(findings), tuple(making.unnamed))


# --- columns -------------------------------------------------------------------------------------------------------


def _plan(table: Table[str], place: Place, records: Records, findings: list[Finding]) -> _Plan | None:
    """None where the file has none of the table's columns."""
    first: dict[str, int] = {}
    for position, name in enumerate(records.names):
        if name and name in first:
            findings.append(kinds.NAME_TWICE.at(Place(records.path, 1), name=name))
        first.setdefault(_plain(name), position)
    wanted = [tuple(_called(table, position)) for position in range(len(table.columns))]
    fields = tuple(next((first[name] for name in names if name in first), None) for names in wanted)
    if all(position is None for position in fields):
        shown_names = ", ".join(names[0] for names in wanted if names)
        findings.append(kinds.NO_HEADER.at(Place(records.path, 1), path=records.path, wanted=shown_names))
        return None
    findings += _absent(fields, wanted, place, records)
    taken = {records.names[position] for position in fields if position is not None}
    unused = [name for name in records.names if name and name != ROW_IDS and name not in taken]
    if unused:
        findings.append(kinds.COLUMN_UNUSED.at(place, path=records.path, names=", ".join(unused)))
    return _Plan(fields, first.get(ROW_IDS), _decimal(table, place, records, fields, findings))


def _called(table: Table[str], position: int) -> Iterator[str]:
    """The names of a column: its ID, then its headings, the lowest first."""
    if table.columns[position].id is not None:
        yield table.columns[position].id or ""
    for row in reversed(table.heads):
        if name := _plain(walk.plain_text(inline.parse(row.cells[position].words))):
            yield name


def _plain(name: str) -> str:
    return " ".join(name.split())


def _absent(
    fields: Sequence[int | None], wanted: Sequence[tuple[str, ...]], place: Place, records: Records
) -> Iterator[Finding]:
    known = [name for name in records.names if name]
    for position, names in zip(fields, wanted, strict=True):
        if position is None:
            name = names[0] if names else ""
            columns = phrase("Columns of the file: {names}.", names=", ".join(known))
            suggestion = nearest(names[-1] if names else "", known, columns)
            yield kinds.COLUMN_MISSING.at(place, path=records.path, name=name, suggestion=suggestion)


# --- numbers -------------------------------------------------------------------------------------------------------


def _decimal(
    table: Table[str], place: Place, records: Records, fields: Sequence[int | None], findings: list[Finding]
) -> str:
    """The decimal sign of the file; empty where the numbers do not tell it."""
    said = table.pair("decimal")
    if said in SIGNS:
        return said
    if said is not None:
        findings.append(kinds.BAD_DECIMAL.at(place, value=said))
    figures = [n for n, column in zip(fields, table.columns, strict=True) if n is not None and column.align == "right"]
    found = [(record.fields[n], record.line) for record in records.rows for n in figures]
    evidence = shown(text for text, _ in found)
    if len(evidence.by_sign) > 1:
        (other, line), (text, here) = (found[position] for position in sorted(evidence.by_sign.values()))
        findings.append(kinds.NUMBERS_MIXED.at(Place(records.path, here), text=text, other=other, line=str(line)))
        return ""
    if not evidence.by_sign and evidence.unclear is not None:
        text, line = found[evidence.unclear]
        findings.append(kinds.NUMBERS_UNCLEAR.at(Place(records.path, line), text=text))
        return ""
    return next(iter(evidence.by_sign), ".")


# --- rows ----------------------------------------------------------------------------------------------------------


class _Making:
    """Makes the rows of one table. `unnamed` says which words cannot be translated for want of a row's ID."""

    def __init__(self, table: Table[str], place: Place, records: Records, plan: _Plan) -> None:
        self._table = table
        self._place = place
        self._path = records.path
        self._plan = plan
        self._lines: dict[str, int] = {}
        self.findings: list[Finding] = []
        self.unnamed: list[Finding] = []

    def row(self, record: Record) -> Row[str]:
        place = Place(self._path, record.line, self._place.section, self._table.id, self._place.language)
        name = self._name(record, place)
        words = [self._words(record, position, place) for position in range(len(self._plan.fields))]
        if name is None and any(letter.isalpha() for text in words for letter in text):
            self._miss(place)
        ids = (cell_id(self._table.id, name, column.id) for column in self._table.columns)
        return Row(tuple(map(Cell, words, ids)), name, self._table.heads[-1].line)

    def _name(self, record: Record, place: Place) -> str | None:
        """The row's ID, if it has one that is no other row's."""
        name = record.fields[self._plan.names] if self._plan.names is not None else ""
        if not name:
            return None
        if name == HEADER_ROW or "." in name or not is_well_formed(name):
            self.findings.append(kinds.BAD_ROW_ID.at(place, id=name))
            return None
        if name in self._lines:
            self.findings.append(kinds.ROW_ID_TWICE.at(place, id=name, first=str(self._lines[name])))
            return None
        self._lines[name] = record.line
        return name

    def _miss(self, place: Place) -> None:
        if self._plan.names is not None:
            self.unnamed.append(kinds.ROW_WITHOUT_ID.at(place))
        elif not self.unnamed:
            self.unnamed.append(kinds.NO_ROW_IDS.at(Place(self._path, 1), path=self._path))

    def _words(self, record: Record, position: int, place: Place) -> str:
        field = self._plan.fields[position]
        text = record.fields[field] if field is not None else ""
        if text.startswith(("=", "@")) or text in SPREADSHEET_ERRORS:
            self.findings.append(kinds.FORMULA.at(place, text=text))
        if "\n" in text or "\r" in text:
            text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
        if self._plan.decimal and self._table.columns[position].align == "right":
            return as_data(text, self._plan.decimal)
        return text
