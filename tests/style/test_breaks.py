"""Where tables may be broken: small ones nowhere, large ones not beside their first and their last row."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from assembler.document.model import Block, Div, Table, Words
from assembler.style.breaks import FONT_HEIGHT, is_unbroken, kept_paragraphs, kept_rows
from assembler.style.load import shipped
from tests.editions import items, paragraph, quote, table

UN = shipped("un")
TABLES = UN.tables


def kept(made: Table[Words], width: float = 80) -> frozenset[int]:
    return kept_rows(made, UN, UN.page, [width] * len(made.columns))


def rows(count: int, letters: int = 10) -> tuple[tuple[str, ...], ...]:
    return (("A", "B"), *(("x" * letters, "1") for _ in range(count)))


@pytest.mark.parametrize("count", [1, 2, TABLES.whole_rows - 2])
def test_every_row_of_a_small_table_but_the_last_stays_with_the_next(count: int) -> None:
    assert kept(table(*rows(count))) == set(range(count - 1))


def test_a_large_table_begins_and_ends_with_two_rows_together() -> None:
    count = TABLES.whole_rows + 1
    assert kept(table(*rows(count))) == {0, count - 2}


def test_few_rows_with_much_text_are_no_small_table_and_long_rows_are_not_held_together() -> None:
    assert kept(table(*rows(5, letters=350))) == set()
    assert kept(table(*rows(9, letters=180))) == {0, 7}


def test_the_same_rows_are_small_in_wide_columns_and_large_in_narrow_ones() -> None:
    made = table(*rows(4, letters=100))
    assert kept(made) == set(range(3))
    assert kept(made, width=25) == {0, 2}


def test_a_table_of_more_than_a_quarter_of_a_page_may_break() -> None:
    quarter = UN.page.text_height / 4
    row = (10 * UN.roles.cell.line * FONT_HEIGHT + 4) * 25.4 / 72  # type: ignore[operator]
    fitting = int(quarter / row) - 1
    many = replace(UN, tables=replace(TABLES, whole_rows=100))
    for count, whole in ((fitting, True), (fitting + 1, False)):
        found = kept_rows(table(*rows(count)), many, many.page, [80, 80])
        assert (found == set(range(count - 1))) is whole


def test_a_row_with_a_long_cell_may_break() -> None:
    assert is_unbroken(("x" * 399, "y"))
    assert not is_unbroken(("x" * 400, "y"))


def held(*blocks: Block[Words]) -> tuple[bool, ...]:
    return kept_paragraphs(Div(name="recommendation", blocks=blocks), UN, UN.page)


def test_a_small_box_is_held_together_to_its_last_paragraph() -> None:
    inner = items(paragraph("one"), (paragraph("two"), items(paragraph("three"))))
    assert held(paragraph("Label"), inner) == (True, True, True, False)
    assert held(paragraph("alone")) == (False,)


def test_a_box_of_more_than_a_fifth_of_a_page_may_break_but_not_before_a_short_last_paragraph() -> None:
    lines = [paragraph("x" * 40)] * 12
    assert held(*lines) == (False,) * 10 + (True, False)
    assert held(*lines[:3], paragraph("x" * 900)) == (False,) * 4
    assert held(*lines[:3]) == (True, True, False)


def test_a_box_that_holds_a_table_or_an_empty_item_or_nothing_may_break_anywhere() -> None:
    assert held(paragraph("a"), table(("a",), ("b",))) == ()
    assert held(paragraph("a"), items((quote(paragraph("b")),))) == held() == ()
