"""Lists of tables, and tables without captions, in finished parallel editions: page numbers end inside their column,
and the mark of a language stays with its table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from assembler.edition.layout import Layout
from assembler.formats.docx.measures import twips
from assembler.style.load import shipped
from assembler.style.spreads import column_width, side_by_side
from tests import docx_parts, odf
from tests.several import LANGUAGES, docx_rows, odt_rows, several

MARKS = {code.upper() for code in LANGUAGES}


def column() -> float:
    """Millimetres of text in a column of the sample's edition."""
    return column_width(side_by_side(shipped("un", ("parallel", "columns", "draft")), len(LANGUAGES)), len(LANGUAGES))


def docx_tabs(root: etree._Element) -> Iterator[set[str]]:
    """Where the tabs of each line of a list stand, but for those that are cleared."""
    for paragraph in root.iterfind(f".//{{{docx_parts.W}}}p"):
        if docx_parts.styles_of(paragraph) == ["TableofFigures"]:
            yield set(docx_parts.found(paragraph, "w:pPr/w:tabs/w:tab[@w:val != 'clear']/@w:pos"))


def test_page_numbers_in_a_docx_end_at_the_edge_of_their_column() -> None:
    tabs = [each for row in docx_rows(several("docx").written.data) for cell in row for each in docx_tabs(cell)]
    assert len(tabs) > len(LANGUAGES)
    assert all(each == {str(twips(column()))} for each in tabs)


def test_page_numbers_in_an_odt_end_inside_their_column() -> None:
    data = several("odt").written.data
    root = odf.part(data)
    entries = [name for row in odt_rows(data) for cell in row for name in _entry_styles(root, cell)]
    assert len(entries) > len(LANGUAGES)
    for name in entries:
        path = f"//style:style[@style:name='{name}']/style:paragraph-properties/style:tab-stops/style:tab-stop"
        (position,) = odf.found(root, f"{path}/@style:position")
        assert 0 < float(position.removesuffix("mm")) <= column()


def _entry_styles(root: etree._Element, cell: etree._Element) -> list[str]:
    """The automatic styles of the lines of lists in a cell."""
    parent = "Contents_20_Entry"
    named = odf.found(root, f"//style:style[@style:parent-style-name='{parent}']/@style:name")
    used = odf.found(cell, "text:p/@text:style-name")
    assert parent not in used
    return [name for name in used if name in named]


def test_the_mark_of_a_language_stands_above_its_table_and_stays_with_it_in_a_docx() -> None:
    body = docx_parts.part(several("docx", Layout.INTERLEAVED).written.data, "word/document.xml")
    alone = [each for each in body.iterfind(f".//{{{docx_parts.W}}}p") if docx_parts.text_of(each).strip() in MARKS]
    assert len(alone) >= len(LANGUAGES)
    for paragraph in alone:
        following = paragraph.getnext()
        assert following is not None
        assert following.tag == f"{{{docx_parts.W}}}tbl"
        assert paragraph.find(f"{{{docx_parts.W}}}pPr/{{{docx_parts.W}}}keepNext") is not None


def test_the_mark_of_a_language_stands_above_its_table_and_stays_with_it_in_an_odt() -> None:
    root = odf.part(several("odt", Layout.INTERLEAVED).written.data)
    alone = [each for each in odf.elements(root, ".//text:p") if odf.shown(each).strip() in MARKS]
    assert len(alone) >= len(LANGUAGES)
    for paragraph in alone:
        (style,) = odf.found(paragraph, "@text:style-name")
        assert odf.elements(paragraph, "following-sibling::*[1][self::table:table]")
        path = f"//style:style[@style:name='{style}']/style:paragraph-properties/@fo:keep-with-next"
        assert odf.found(root, path) == ["always"]


def test_names_of_languages_do_not_stand_on_the_ground_of_table_headers() -> None:
    page = several("html", sheet="report").written.data.decode()
    (rule,) = re.findall(r"\.spread>thead>tr>th\{([^}]*)\}", page)
    assert "background:none" in rule
