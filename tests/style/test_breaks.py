"""Where tables may be broken: small ones nowhere, large ones not beside their first and their last row."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from assembler.document.model import Table, Words
from assembler.style.breaks import FONT_HEIGHT, is_unbroken, kept_paragraphs, kept_rows
from assembler.style.load import shipped
from tests.editions import items, paragraph, quote, table

UN = shipped("un")
TABLES = UN.tables


def kept(made: Table[Words], width: float = 80) -> frozenset[int]:
    return kept_rows(made, UN, UN.page, [width] * len(made.columns))


def rows(count: int, letters: int = 10) -> tuple[tuple[str, ...], ...]:
    return (("A", "B"), *(("x" * letters, "1") for _ in range(count)))


@pytest.mark.parametrize("count", [1, 2, TABLES.whole_rows])
def test_every_row_of_a_small_table_but_the_last_stays_with_the_next(count: int) -> None:
    assert kept(table(*rows(count))) == set(range(count - 1))


def test_a_large_table_begins_and_ends_with_two_rows_together() -> None:
    count = TABLES.whole_rows + 1
    assert kept(table(*rows(count))) == {0, count - 2}


def test_few_rows_with_much_text_are_no_small_table_and_long_rows_are_not_held_together() -> None:
    assert kept(table(*rows(5, letters=350))) == set()
    assert kept(table(*rows(9, letters=180))) == {0, 7}


def test_the_same_rows_are_small_in_wide_columns_and_large_in_narrow_ones() -> None:
    made = table(*rows(5, letters=100))
    assert kept(made) == set(range(4))
    assert kept(made, width=25) == {0, 3}


def test_a_table_of_more_than_a_third_of_a_page_may_break() -> None:
    third = (UN.page.height - UN.page.top - UN.page.bottom) / 3
    row = (10 * UN.roles.cell.line * FONT_HEIGHT + 4) * 25.4 / 72  # type: ignore[operator]
    fitting = int(third / row) - 1
    many = replace(UN, tables=replace(TABLES, whole_rows=100))
    for count, whole in ((fitting, True), (fitting + 1, False)):
        found = kept_rows(table(*rows(count)), many, many.page, [80, 80])
        assert (found == set(range(count - 1))) is whole


def test_a_row_with_a_long_cell_may_break() -> None:
    assert is_unbroken(("x" * 399, "y"))
    assert not is_unbroken(("x" * 400, "y"))


def test_a_short_box_is_held_together_to_its_last_paragraph() -> None:
    inner = items(paragraph("one"), (paragraph("two"), items(paragraph("three"))))
    assert kept_paragraphs((paragraph("Label"), inner)) == 3
    assert kept_paragraphs((paragraph("alone"),)) == kept_paragraphs(()) == 0


def test_a_long_box_and_one_with_a_table_or_an_empty_item_are_not() -> None:
    assert kept_paragraphs((paragraph("x" * 500), paragraph("x" * 500))) == 0
    assert kept_paragraphs((paragraph("a"), table(("a",), ("b",)))) == 0
    assert kept_paragraphs((paragraph("a"), items((quote(paragraph("b")),)))) == 0
