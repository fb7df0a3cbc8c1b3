"""Rows of several texts side by side: within the width of a terminal, and as a spreadsheet reads them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.report.listing import fitted, spreadsheet

WORDS = st.text(alphabet="абвқұ ab(1)", max_size=40)
ROWS = st.lists(st.tuples(st.text("0123456789", max_size=4), st.text("abc-", max_size=8), WORDS, WORDS), max_size=5)


@given(ROWS)
def test_a_table_is_no_wider_than_asked(rows: list[tuple[str, ...]]) -> None:
    lines = fitted(("number", "id", "ru", "en"), rows, [""] * len(rows), whole=2, width=60)
    assert all(sum(len(piece.text) for piece in line) <= 60 for line in lines)
    assert len(lines) == len(rows) + 1


def test_the_first_columns_are_never_cut_and_texts_keep_something_where_there_is_no_room() -> None:
    (_, line) = fitted(("id", "ru", "en"), [("a-long-id", "слово " * 9, "word " * 9)], [""], whole=1, width=20)
    assert line[0].text == "a-long-id  слово слово…  word word w…"


@pytest.mark.parametrize(("decimal", "separator"), [(",", ";"), (".", ",")])
def test_a_spreadsheet_says_its_encoding_and_parts_cells_as_excel_of_the_language_does(
    decimal: str, separator: str
) -> None:
    data = spreadsheet(("id", "kk"), [("p-aa", 'Қазақ; «тіл», "иә"')], decimal=decimal)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=separator))
    assert read == [["id", "kk"], ["p-aa", 'Қазақ; «тіл», "иә"']]
