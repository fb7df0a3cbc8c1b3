"""Parallel editions as a page: cells in their language, one note in all of them, contents in one."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree

from assembler.document.model import Paragraph, Spread
from assembler.edition.layout import Layout
from assembler.language import load as languages
from tests.pages import elements, found, parsed, text_of
from tests.several import LANGUAGES, Several, composed, several

TAGS = {code: languages.load(code).tag for code in LANGUAGES}


@cache
def edition(layout: Layout = Layout.COLUMNS, contents: str = "") -> Several:
    return several("html", layout, contents=contents)


@cache
def page(layout: Layout = Layout.COLUMNS, contents: str = "") -> etree._Element:
    return parsed(edition(layout, contents).written.data)


def spoken_in(element: etree._Element) -> str:
    """The language around an element."""
    return next(str(each.get("lang")) for each in (element, *element.iterancestors()) if each.get("lang"))


def test_the_rows_are_those_of_the_tree_and_each_cell_is_in_its_language() -> None:
    rows = [row for block in edition().document.blocks if isinstance(block, Spread) for row in block.rows]
    cells = elements(page(), "//main//table[@class='spread']/tbody/tr/td")
    assert [spoken_in(cell) for cell in cells] == [TAGS[version.language] for row in rows for version in row]
    assert [bool(text_of(cell).strip()) for cell in cells] == [bool(version.blocks) for row in rows for version in row]


@pytest.mark.parametrize("layout", Layout)
def test_a_paragraph_has_its_number_and_language_in_every_version(layout: Layout) -> None:
    compared = 0
    for code, own in composed().items():
        for block in own.document.blocks:
            if isinstance(block, Paragraph) and block.number is not None:
                (element,) = elements(page(layout), f"//p[@id='{code}-{block.id}']")
                assert text_of(element).startswith(f"{block.number.value}. ")
                assert spoken_in(element) == TAGS[code]
                compared += 1
    assert compared > 250


def test_every_note_stands_once_with_a_text_for_each_language() -> None:
    notes = elements(page(), "//section[@class='notes']/ol/li")
    assert [note.get("id") for note in notes] == [f"n_{n}" for n in range(1, len(edition().document.notes) + 1)]
    first = elements(notes[0], "div")
    assert [spoken_in(each) for each in first] == [TAGS[code] for code in LANGUAGES]
    assert [text_of(each).strip()[:2] for each in first[1:]] == ["KK", "EN"]


def test_marks_lead_to_the_same_note_from_every_version() -> None:
    for code in LANGUAGES:
        called = composed()[code].document.notes
        numbers = {note.id: note.number for note in edition().document.notes}
        cells = f"//td[@data-language='{languages.load(code).name}']//a[@role='doc-noteref']/@href"
        targets = {int(re.sub(r"\D", "", href)) for href in found(page(), cells)}
        assert {numbers[note.id] for note in called} >= targets
        assert len(targets) > 20


def test_headings_are_headings_in_the_language_of_the_contents_alone() -> None:
    headings = elements(page(contents="en"), "//main//*[self::h2 or self::h3][not(@id='notes_')]")
    assert {spoken_in(each) for each in headings} == {TAGS["en"]}
    (title,) = elements(page(contents="en"), "//nav//summary")
    assert (text_of(title), spoken_in(title)) == ("Contents", TAGS["en"])


@pytest.mark.parametrize("layout", Layout)
def test_nothing_is_said_of_it_and_no_anchor_stands_twice(layout: Layout) -> None:
    assert edition(layout).written.findings == ()
    anchors = found(page(layout), "//@id")
    assert len(set(anchors)) == len(anchors)
    links = {href[1:] for href in found(page(layout), "//a/@href[starts-with(., '#')]")}
    assert links <= set(anchors)
