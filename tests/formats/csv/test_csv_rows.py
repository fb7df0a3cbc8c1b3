"""Files of data as cases: a table's header, the file, the rows that it gets, and what is said.

A file of cases is parted by lines of `=`. Findings without a line are said at the table.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from assembler.document.model import Row, Table
from assembler.document.supplied import Supplied
from assembler.findings import Finding, Place
from assembler.formats.csv.amounts import as_data, shown
from assembler.formats.csv.read import read as read_csv
from assembler.formats.csv.rows import rows
from assembler.formats.markdown.read import read

FOLDER = Path(__file__).parent / "cases"
PARTING = "\n" + "=" * 80 + "\n"
PATH = "data/t.csv"


class Case(Struct, frozen=True):
    file: Path
    position: int
    table: str
    data: str
    rows: str
    findings: str


def cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.txt")):
        for position, case in enumerate(file.read_text(encoding="utf-8").split(PARTING)):
            parts = re.split(r"^-- (?:table|file|rows|findings)\n", case, flags=re.MULTILINE)
            yield Case(file, position, parts[1], parts[2], parts[3], parts[4].strip("\n"))


def supplied(data: bytes, header: str, attributes: str = "data=t.csv") -> tuple[Table[str], tuple[Finding, ...]]:
    """The table of a section with these bytes as its data, and what is said."""

    def supply(table: Table[str], place: Place) -> Supplied:
        return rows(table, place, read_csv(data, PATH))

    text = f"{{#t {attributes}{' header-rows=2' if header.count(chr(10)) > 2 else ''}}}\n{header}"
    if "[^n]" in data.decode("utf-8", "ignore"):
        text += "\n[^n]: A note.\n"
    done = read(text, id="07", language="en", path="sources/en/07.md", supply=supply)
    table = done.section.blocks[0]
    assert isinstance(table, Table)
    return table, done.findings


def line(row: Row[str]) -> str:
    arrows = {"": "", "left": "←", "above": "↑"}
    first, *others = (
        arrows[cell.covered]
        + cell.words.replace("\n", "\\n")
        + (f" ({cell.across} × {cell.down})" if not cell.covered and cell.across + cell.down > 2 else "")
        for cell in row.cells
    )
    named = [
        f"{words} = {cell.id}" if cell.id and words else words
        for words, cell in zip(others, row.cells[1:], strict=True)
    ]
    return " | ".join((f"{row.id or '–'}{f' = {row.cells[0].id}' if row.cells[0].id else ''}: {first}", *named))


def said(finding: Finding) -> str:
    where = finding.place.line if finding.place.file == PATH else None
    return f"{finding.severity.value} {where or '–'} {finding.code}: {finding.message()}"


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file.stem}-{case.position}")
def test_a_file_gives_the_rows_that_its_case_shows(case: Case) -> None:
    table, findings = supplied(case.data.encode(), case.table)
    assert [line(row) for row in table.body] == case.rows.splitlines()
    shown = sorted(said(each) for each in findings if each.code != "missing-id")
    assert shown == sorted(case.findings.splitlines())


HEADER = "| [Where]{#c1} | [A]{#y} |\n|---|--:|\n"


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        ("id,Where,A\na,Алматы,1\nb,Астана,2\n".encode("windows-1251"), "error 2 data-not-utf-8"),
        ("id,Where,A\na,Café,1\n".encode("latin-1"), "error 2 data-not-utf-8"),
        ("id,Where,A\na,Almaty,1\n".encode("utf-16"), "error – data-not-utf-8"),
        (b"PK\x03\x04and more", "error – data-spreadsheet"),
        (b"id,Where,A\na,Al\0maty,1\n", "error 2 data-with-nul"),
    ],
)
def test_what_is_no_text_in_utf_8_is_said_and_the_table_has_no_rows(data: bytes, finding: str) -> None:
    table, findings = supplied(data, HEADER)
    assert [said(each).partition(":")[0] for each in findings] == [finding]
    assert table.rows == ()


def test_windows_1251_is_recognized() -> None:
    _, [finding] = supplied("Where,A\nАйтеке би,1\n".encode("windows-1251"), HEADER)
    assert "windows-1251" in finding.message()
    _, [finding] = supplied("Where,A\nÀlmaty ñ é è,1\n".encode("latin-1"), HEADER)
    assert "windows-1251" not in finding.message()


def test_the_table_can_say_the_decimal_sign() -> None:
    data = b"Where;A\n1;1,204\n2;1.204\n"
    table, findings = supplied(data, HEADER, 'data=t.csv decimal=","')
    assert [row.cells[1].words for row in table.rows] == ["1.204", "1204"]
    assert findings == ()
    _, findings = supplied(data, HEADER, "data=t.csv decimal=x")
    assert {each.code for each in findings} == {"data-decimal", "data-numbers-unclear"}


def test_a_table_that_is_not_translated_needs_no_names_of_rows() -> None:
    def supply(table: Table[str], place: Place) -> Supplied:
        return rows(table, place, read_csv(b"Where,A\nAlmaty,1\n", PATH))

    text = f"::: {{.only lang=en}}\n{{data=t.csv}}\n{HEADER}:::\n"
    done = read(text, id="07", language="ru", path="sources/ru/07.md", supply=supply)
    assert done.findings == ()


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1204", ".", "1204"), ("1,204,507.5", ".", "1204507.5"), ("1 204 507,5", ",", "1204507.5"),
        ("1.204.507,50", ",", "1204507.50"), ("1\u00a0204", ",", "1204"), ("1'204.5", ".", "1204.5"),
        ("12 %", ".", "12 %"), ("12,5%", ",", "12.5 %"), ("−3", ".", "-3"), ("+3", ".", "+3"), ("0,125", ",", "0.125"),
        ("1,5", ".", "1,5"), ("12 34", ".", "12 34"), ("1.2.3", ".", "1.2.3"), ("–", ".", "–"), ("", ".", ""),
        ("5 (3)", ".", "5 (3)"), ("1 204,5", ".", "1 204,5"), ("1 204.507", ",", "1 204.507"),
    ],
)  # fmt: skip
def test_a_number_in_the_files_own_convention_becomes_data(text: str, decimal: str, number: str) -> None:
    assert as_data(text, decimal) == number


@pytest.mark.parametrize(
    ("texts", "signs", "unclear"),
    [
        (["1", "x", "–", "1 204"], {}, None), (["1,5"], {",": 0}, None), (["1", "1.204", "1.20"], {".": 2}, 1),
        (["1,204"], {}, 0), (["0,204"], {",": 0}, None), (["1,204,507"], {".": 0}, None), (["1.204,5"], {",": 0}, None),
        (["1234,507"], {",": 0}, None), (["1,5", "1.5"], {",": 0, ".": 1}, None),
    ],
)  # fmt: skip
def test_numbers_show_the_decimal_sign(texts: list[str], signs: dict[str, int], unclear: int | None) -> None:
    evidence = shown(texts)
    assert (evidence.by_sign, evidence.unclear) == (signs, unclear)


def test_a_quotation_mark_that_swallows_a_large_file_costs_its_own_row_alone() -> None:
    data = b'Where,A\n"Almaty,1\n' + b"".join(b"%d,%d\n" % (n, n) for n in range(30_000))
    table, findings = supplied(data, HEADER)
    assert [said(each).partition(":")[0] for each in findings] == ["error 2 data-quotes"]
    assert len(table.rows) == 30_000


@given(st.binary(max_size=300))
def test_no_bytes_are_too_bad_to_be_read(data: bytes) -> None:
    table, findings = supplied(data, HEADER)
    assert all(len(row.cells) == 2 for row in table.rows)
    assert table.rows or findings


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_what_a_program_writes_as_csv_is_read_back(pairs: list[tuple[str, str]], delimiter: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("Where", "What"), *pairs])
    found = read_csv(file.getvalue().encode(), PATH)
    wanted = [pair for pair in ((one.strip(), other.strip()) for one, other in pairs) if any(pair)]
    assert [record.fields for record in found.rows] == wanted
