"""Entries of the outline whose heading stands on another page are found by the tags of headings."""

from __future__ import annotations

from assembler.formats.pdf.headings import Strayed, rows, strayed
from assembler.formats.pdf.objects import objects
from tests.pdf_outline import pdf


def test_headings_that_stand_where_the_outline_says_are_no_matter() -> None:
    assert strayed(objects(pdf([("One", 1, 1), ("Бір", 2, 2), ("Two", 2, 2)]))) == []


def test_an_entry_of_another_page_is_named_with_both() -> None:
    assert strayed(objects(pdf([("One", 1, 1), ("Бір", 2, 3)]))) == [Strayed("Бір", shown=2, stands=3)]


def test_where_a_heading_has_lost_its_tag_entries_of_pages_without_a_heading_are_named() -> None:
    found = strayed(objects(pdf([("One", 1, 1), ("Lost", 2, None), ("Three", 3, 3)])))
    assert found == [Strayed("Lost", shown=2, stands=None)]


def test_of_a_file_without_tags_nothing_is_known() -> None:
    assert strayed(objects(pdf([("One", 1, None), ("Two", 2, None)]))) == []
    assert strayed(objects(b"no PDF at all")) == []


def test_rows_of_tables_are_counted_where_there_are_tags() -> None:
    assert rows(objects(pdf([("One", 1, 1)], rows=3))) == 3
    assert rows(objects(pdf([("One", 1, 1)]))) == 0
    assert rows(objects(b"no PDF at all")) is None
