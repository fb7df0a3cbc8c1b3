"""Columns are as wide as their words ask, together as wide as the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from assembler.document.model import Column
from assembler.language.load import load
from assembler.style.columns import column_widths
from assembler.style.load import shipped
from assembler.style.ruler import ruler
from tests.editions import table, words

UN = shipped("un")


def widths(*rows: tuple[str, ...]) -> tuple[float, ...]:
    return column_widths(table(*rows), UN, 160, load("en").labels)


def test_a_word_that_fits_nowhere_takes_no_room_from_numbers_in_other_columns() -> None:
    alone, long = widths(("A", "B"), ("1 240 000", "2012")), widths(("A", "B"), ("1240000", "x" * 200))
    assert long[0] < alone[0]
    numbers = widths(("A", "B", "C"), ("1240000", "x" * 200, "2012"))
    assert numbers[0] == pytest.approx(long[0])
    assert numbers[0] > numbers[2]


def test_the_mark_of_what_is_not_translated_takes_its_room() -> None:
    labels = load("ru").labels
    plain, marked = words("Суд"), words("Суд", mark="untranslated")
    without, with_mark = (column_widths(table(("A", "B"), (cell, "2012")), UN, 160, labels) for cell in (plain, marked))
    assert with_mark[0] > without[0]
    narrow = column_widths(table(("A", "B"), (marked, "x" * 300)), UN, 60, labels)
    assert narrow[0] >= ruler(UN, UN.roles.cell).width("переведено]")


def test_a_word_in_a_header_has_the_room_that_it_takes_in_bold() -> None:
    head, plain = (ruler(UN, look).width("Сокращение") for look in (UN.roles.header_cell, UN.roles.cell))
    assert head > plain
    narrow = widths(("Сокращение", "B"), ("x", "y" * 300))
    assert head + 2 * UN.tables.padding < narrow[0] < head + 2 * UN.tables.padding + 1


def test_a_column_of_figures_leaves_its_room_to_words() -> None:
    rows = (("Section", "Words to do"), ("a long name of a section " * 3, "7"))
    figures = replace(table(*rows), columns=(Column(), Column(align="right")))
    of_words, of_figures = column_widths(figures, UN, 90, load("en").labels)
    assert of_figures < widths(*rows)[1]
    assert of_words > 4 * of_figures


def test_two_words_that_fit_nowhere_share_what_is_left() -> None:
    first, second, third = widths(("A", "B", "C"), ("x" * 100, "7", "x" * 200))
    assert first == third > second


@given(st.lists(st.text(st.sampled_from("ab 1"), max_size=150), min_size=1, max_size=9))
def test_the_columns_are_as_wide_as_the_text_and_none_is_nothing(cells: list[str]) -> None:
    found = widths(tuple(cells), tuple(cells))
    assert sum(found) == pytest.approx(160)
    assert min(found) > 0


def test_columns_with_a_share_have_it_whatever_their_words_are() -> None:
    made = replace(table(("a", "b"), ("a very long text " * 9, "c")), columns=(Column(share=1), Column(share=3)))
    assert column_widths(made, UN, 160, load("en").labels) == (40, 120)
