"""Finished parallel editions read again: in every row the same ID, the same number, each column's own words in its
language, and the right notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from msgspec import Struct

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import NoteMark, Paragraph, Spread, Text, Version, Words
from assembler.edition.layout import Layout
from assembler.findings import Severity
from assembler.formats.docx.lint.lint import lint as docx_lint
from assembler.formats.odt.lint.lint import lint as odt_lint
from assembler.formats.written import Purpose
from assembler.language import load as languages
from tests import odf
from tests.conftest import absent
from tests.docx_parts import found, part
from tests.odf import rng_errors
from tests.outlines import Line, docx_outline, odt_outline
from tests.several import LANGUAGES, Several, composed, docx_ids, docx_rows, odt_ids, odt_rows, several
from tests.tools import ooxml_validator, sdk_errors

LAYOUTS = pytest.mark.parametrize("layout", Layout, ids=[layout.value for layout in Layout])
PURPOSES = pytest.mark.parametrize("purpose", ["draft", "final"])


class Format(Struct, frozen=True):
    """How a file of one format is taken apart."""

    name: str
    outline: Callable[[bytes], list[Line]]
    rows: Callable[[bytes], Iterator[list[etree._Element]]]
    ids: Callable[[etree._Element, str], list[str]]


FORMATS = (Format("docx", docx_outline, docx_rows, docx_ids), Format("odt", odt_outline, odt_rows, odt_ids))


@pytest.fixture(params=FORMATS, ids=[format.name for format in FORMATS])
def format(request: pytest.FixtureRequest) -> Format:
    chosen: Format = request.param
    return chosen


@cache
def edition(format: str, layout: Layout = Layout.COLUMNS, purpose: Purpose = "draft") -> Several:
    return several(format, layout, purpose)


def rows_of(made: Several) -> Iterator[tuple[Version[Words], ...]]:
    for block in (*made.document.front, *made.document.blocks):
        if isinstance(block, Spread):
            yield from block.rows


def own_lines(format: Format, layout: Layout) -> dict[tuple[str, str], Line]:
    """The first line of each unit, by its language and the bookmark that it has in its own edition."""
    lines = format.outline(edition(format.name, layout).written.data)
    named = ((name, line) for line in lines for name in line.bookmarks)
    return {
        (code, f"_P_{name.removeprefix(prefix)}"): line
        for name, line in named
        for code in LANGUAGES
        if name.startswith(prefix := f"_P_{code}_")
    }


def test_the_columns_of_a_row_hold_the_same_ids_and_no_others(format: Format) -> None:
    made = edition(format.name)
    count = 0
    for cells, versions in zip(format.rows(made.written.data), rows_of(made), strict=True):
        shown = [format.ids(cell, version.language) for cell, version in zip(cells, versions, strict=True)]
        assert len({tuple(ids) for ids in shown if ids}) <= 1
        assert [bool(version.blocks) for version in versions] == [bool(text(cell)) for cell in cells]
        count += bool(shown[0])
    assert count > 150


def text(cell: etree._Element) -> str:
    return "".join(str(piece) for piece in cell.itertext()).strip()


@LAYOUTS
def test_every_paragraph_has_the_number_that_it_has_in_its_own_edition(format: Format, layout: Layout) -> None:
    lines = own_lines(format, layout)
    compared = 0
    for code, own in composed().items():
        for block in own.document.blocks:
            if isinstance(block, Paragraph) and block.id is not None and block.number is not None:
                assert lines[code, bookmark(block.id)].marker == f"{block.number.value}."
                compared += 1
    assert compared > 250


@LAYOUTS
def test_every_list_item_has_the_marker_of_its_language(format: Format, layout: Layout) -> None:
    lines = own_lines(format, layout)
    compared = 0
    for code, own in composed().items():
        items = (each for each in walk.every_block(own.document.blocks) if isinstance(each, Paragraph))
        for id in (each.id for each in items if each.id in own.numbers and each.number is None):
            if id is not None and (line := lines.get((code, bookmark(id)))) and line.marker:
                assert line.marker == own.numbers[id]
                compared += 1
    assert compared > 60


def plain(shown: str) -> str:
    """A line without the signs of notes and fields, and without the mark of its language."""
    marked = re.sub(r"^\s*(?:RU|KK|EN)\u2002", "", shown)
    bare = re.sub(r"(?:\[\d+\]|‹note=\d+›)(?:,(?=\[|‹note))?|‹(?:number of|text of|next) \w+=|[›\t]", "", marked)
    return re.sub(r"\s+", " ", bare.replace("\u2011", "-").replace("\u2060", "")).strip()


@LAYOUTS
def test_every_unit_says_its_own_words_in_its_own_language(format: Format, layout: Layout) -> None:
    lines = own_lines(format, layout)
    compared = 0
    for code, own in composed().items():
        inside = (block for note in own.document.notes for block in note.blocks)
        blocks = walk.every_block((*own.document.blocks, *inside))
        for block in (
            each for each in blocks if isinstance(each, Paragraph) and each.id and "label" not in each.classes
        ):
            line = lines.get((code, bookmark(str(block.id))))
            if line is None or line.style in CAPTIONS:
                continue
            label = f"{getattr(languages.load(code).labels, block.words.mark)} " if block.words.mark else ""
            expected = plain(label + walk.plain_text(block.words.content))
            assert plain(line.text) == expected
            assert spoken(line, block.words)
            compared += 1
    assert compared > 400


CAPTIONS = ("Caption", "FigureCaption", "Figure")
"""Before the words of a caption stands its label."""


def spoken(line: Line, words: Words) -> bool:
    """Whether plain words bear their language: that of the document, which is Russian, goes without saying."""
    tag = languages.load(words.language).tag
    plain_words = [inline.text.strip() for inline in words.content if isinstance(inline, Text)]
    if words.language == "ru":
        return all(each not in shown for shown, _ in line.languages for each in plain_words if len(each) > 1)
    own = "".join(shown for shown, spoken_tag in line.languages if spoken_tag == tag)
    return all(each in own for each in plain_words)


@LAYOUTS
def test_notes_have_the_numbers_of_the_first_language_and_a_text_for_each(format: Format, layout: Layout) -> None:
    lines = own_lines(format, layout)
    numbers = {note.id: position for position, note in enumerate(composed()["ru"].document.notes, 1)}
    shared = {note.id for code in ("kk", "en") for note in composed()[code].document.notes}
    for id, number in numbers.items():
        for code in ("ru", *(each for each in ("kk", "en") if id in {n.id for n in composed()[each].document.notes})):
            assert lines[code, bookmark(id)].place == f"note {number}"
            assert lines[code, bookmark(id)].text.lstrip("\t ").startswith(f"{code.upper()}\u2002")
    assert len(numbers) > 40
    assert len(shared & set(numbers)) > 35


def test_a_note_is_repeated_by_a_field_with_its_true_number(format: Format) -> None:
    lines = own_lines(format, Layout.COLUMNS)
    numbers = {note.id: str(position) for position, note in enumerate(composed()["ru"].document.notes, 1)}
    repeated = 0
    for code in ("kk", "en"):
        for block in composed()[code].document.blocks:
            if isinstance(block, Paragraph) and block.id:
                called = walk.every_inline(block.words.content)
                wanted = [numbers[each.id] for each in called if isinstance(each, NoteMark)]
                assert re.findall(r"‹note=(\d+)›", lines[code, bookmark(block.id)].text) == wanted
                repeated += len(wanted)
    assert repeated > 40


@LAYOUTS
@PURPOSES
def test_the_lint_finds_nothing(format: Format, layout: Layout, purpose: Purpose) -> None:
    made = edition(format.name, layout, purpose)
    lint = docx_lint if format.name == "docx" else odt_lint
    assert made.written.findings == ()
    found = lint(made.written.data, "edition", final=purpose == "final")
    assert [each.code for each in found if each.severity is not Severity.INFO] == []


@LAYOUTS
@PURPOSES
def test_the_open_xml_sdk_finds_nothing(layout: Layout, purpose: Purpose, tmp_path: Path) -> None:
    validator = ooxml_validator()
    if validator is None:
        absent("ooxml-validator")
    file = tmp_path / "edition.docx"
    file.write_bytes(edition("docx", layout, purpose).written.data)
    assert sdk_errors(str(validator), file) == []


@LAYOUTS
@PURPOSES
def test_the_schemas_of_opendocument_find_nothing(layout: Layout, purpose: Purpose, shared: Path) -> None:
    assert rng_errors(shared / "schemas" / "odf1.3", edition("odt", layout, purpose).written.data) == []


def test_numberings_of_the_columns_are_counted_apart() -> None:
    numbering = part(edition("docx").written.data, "word/numbering.xml")
    of_paragraphs = found(numbering, ".//w:abstractNum[w:multiLevelType/@w:val='singleLevel']/w:nsid/@w:val")
    assert len(set(of_paragraphs)) == 1 + len(LANGUAGES)


def test_the_same_edition_is_the_same_file(format: Format) -> None:
    assert several(format.name).written.data == edition(format.name).written.data


def test_the_names_of_the_languages_stand_on_one_line() -> None:
    """The room that a table across the page wants below it is not given to the first column alone."""
    heads = ".//w:pPr[w:pStyle/@w:val='ColumnHead']"
    body = part(several("docx").written.data, "word/document.xml")
    assert len(found(body, f"{heads}/w:pStyle/@w:val")) > 30
    assert set(found(body, f"{heads}/w:spacing/@w:before")) <= {"0"}, "at the head of a page"
    tables = odf.elements(odf.part(several("odt").written.data), "office:body/office:text/table:table")
    spreads = [table for table in tables if str(table.get(f"{odf.TABLE}name")).startswith("Versions")]
    assert len(spreads) > 10
    for spread in spreads:
        styles = odf.found(spread, "table:table-header-rows//text:p/@text:style-name")
        assert styles == ["Column_20_Head"] * len(LANGUAGES)
