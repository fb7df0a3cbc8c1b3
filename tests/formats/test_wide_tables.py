"""Wide tables in DOCX, ODT and HTML: spans, header rows, widths, and the pages that they stand on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from assembler.formats.docx.lint.lint import lint as lint_docx
from assembler.formats.odt.lint.lint import lint as lint_odt
from assembler.formats.padding import padding
from assembler.formats.written import Purpose
from tests import docx_parts, odf, pages
from tests.docx_parts import found, part
from tests.editions import div, document, heading, paragraph, table
from tests.specimens import spanning, wide
from tests.tools import converted

PURPOSES: tuple[Purpose, ...] = ("draft", "final")


def spans_of(data: bytes) -> list[tuple[str, str, str]]:
    """The cells of the first table of a DOCX: text, columns, whether it goes down."""
    body = part(data, "word/document.xml")
    first = body.find(f".//{{{docx_parts.W}}}tbl")
    assert first is not None
    return [
        (
            docx_parts.text_of(cell),
            "".join(found(cell, "w:tcPr/w:gridSpan/@w:val")),
            "".join(found(cell, "w:tcPr/w:vMerge/@w:val")),
        )
        for cell in first.iter(f"{{{docx_parts.W}}}tc")
    ]


def test_cells_span_in_docx() -> None:
    cells = spans_of(docx_parts.written(document(spanning("t", "C", 1)), "final").data)
    assert ("Year", "2", "restart") in cells
    assert ("Persons", "2", "") in cells
    assert ("2012", "", "restart") in cells
    assert ("both", "2", "restart") in cells
    assert len(cells) == 2 + 3 + 4 + 3 + 3 + 3


def test_cells_span_in_odt() -> None:
    root = odf.part(odf.written(document(spanning("t", "C", 1)), "final").data)
    spanned = {
        odf.shown(cell): (cell.get(f"{odf.TABLE}number-columns-spanned"), cell.get(f"{odf.TABLE}number-rows-spanned"))
        for cell in odf.elements(root, ".//table:table-cell")
    }
    assert (spanned["Year"], spanned["Persons"], spanned["2012"]) == (("2", "2"), ("2", None), (None, "3"))
    assert len(odf.elements(root, ".//table:covered-table-cell")) == 24 - len(odf.elements(root, ".//table:table-cell"))


def test_cells_span_in_html_and_say_what_they_head() -> None:
    root = pages.page(document(spanning("t", "C", 1)), "final")
    said = {
        pages.text_of(cell): tuple(cell.get(name) for name in ("colspan", "rowspan", "scope"))
        for cell in root.iter("th")
    }
    assert said["Year"] == ("2", "2", "colgroup")
    assert said["women"] == (None, None, "col")
    assert said["2012"] == (None, "3", "rowgroup")
    assert said["All"] == ("2", None, "row")
    assert len(root.findall(".//thead/tr")) == 2


def test_both_header_rows_repeat() -> None:
    edition = document(spanning("t", "C", 1))
    assert len(found(docx_parts.body(edition), ".//w:tr[w:trPr/w:tblHeader]//w:t/text()")) == 4
    assert (
        len(odf.elements(odf.part(odf.written(edition, "final").data), ".//table:table-header-rows/table:table-row"))
        == 2
    )


def test_columns_are_as_wide_as_the_author_says() -> None:
    edition = document(spanning("t", "C", 1))
    grid = [int(each) for each in found(docx_parts.body(edition), ".//w:gridCol/@w:w")]
    assert [round(100 * width / sum(grid)) for width in grid] == [10, 40, 25, 25]
    page = pages.page(edition)
    assert pages.found(page, ".//col/@class") == ["share-10", "share-40", "share-25", "share-25"]
    assert ".share-40{inline-size:40%}" in "".join(pages.found(page, "//style/text()"))
    assert pages.found(page, "//*/@style") == []


def test_row_headings_are_said_to_who_listens() -> None:
    body = docx_parts.body(document(spanning("t", "C", 1), table(("A", "B"), ("1", "2"))))
    assert found(body, ".//w:tblLook/@w:firstColumn") == ["1", "0"]


def test_room_is_left_for_decimals() -> None:
    edition = document(spanning("t", "C", 1))
    assert "3" + padding(".0") in docx_parts.text_of(docx_parts.body(edition))
    assert "3" + padding(".0") in odf.shown(odf.part(odf.written(edition, "final").data))
    assert pages.found(pages.page(edition), ".//*/@data-pad") == [".0"]
    assert padding(",00") == "\u2008\u2007\u2007"


def found_elements(root: etree._Element, path: str) -> int:
    result = root.xpath(path, namespaces=docx_parts.NS)
    assert isinstance(result, list)
    return len(result)


def test_landscape_pages_are_sections_of_their_own() -> None:
    body = docx_parts.body(wide(), "final")
    assert found(body, ".//w:pgSz/@w:orient") == ["landscape", "landscape"]
    assert found_elements(body, ".//w:sectPr") == 4
    assert found_elements(body, ".//w:sectPr[w:titlePg]") == 1
    assert found_elements(body, ".//w:sectPr[w:footerReference[@w:type='default']]") == 4


def test_a_document_without_landscape_pages_is_one_section() -> None:
    assert found_elements(docx_parts.body(document(paragraph("Text."))), ".//w:sectPr") == 1
    styles = odf.part(odf.written(document(paragraph("Text.")), "final").data, "styles.xml")
    assert odf.found(styles, ".//style:master-page/@style:name") == ["Standard", "First_20_Page"]


def test_landscape_pages_have_a_page_style_of_their_own() -> None:
    data = odf.written(wide(), "final").data
    styles = odf.part(data, "styles.xml")
    assert odf.found(styles, ".//style:master-page/@style:name") == ["Standard", "First_20_Page", "Landscape"]
    named = odf.found(odf.part(data), ".//style:style/@style:master-page-name")
    assert named.count("Landscape") >= 1


def test_inside_a_box_no_page_is_turned() -> None:
    inside = document(div("example", div("landscape", paragraph("Text."))))
    assert found_elements(docx_parts.body(inside), ".//w:sectPr") == 1


@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_lints_have_nothing_against_wide_tables(purpose: Purpose) -> None:
    assert [each.code for each in lint_docx(docx_parts.written(wide(), purpose).data, "w.docx")] == []
    assert [each.code for each in lint_odt(odf.written(wide(), purpose).data, "w.odt")] == []


@pytest.mark.parametrize(("old", "new"), [
    (b'<w:gridSpan w:val="2"/>', b'<w:gridSpan w:val="3"/>'), (b'<w:vMerge w:val="restart"/>', b""),
])  # fmt: skip
def test_the_lint_sees_cells_that_do_not_fit_in_docx(old: bytes, new: bytes) -> None:
    data = changed(docx_parts.written(wide(), "final").data, "word/document.xml", old, new)
    assert "table-cells-uneven" in {each.code for each in lint_docx(data, "w.docx")}


@pytest.mark.parametrize(("old", "new"), [
    (b"<table:covered-table-cell/>", b""), (b' table:number-rows-spanned="3"', b""),
])  # fmt: skip
def test_the_lint_sees_cells_that_do_not_fit_in_odt(old: bytes, new: bytes) -> None:
    data = changed(odf.written(wide(), "final").data, "content.xml", old, new)
    assert "table-cells-uneven" in {each.code for each in lint_odt(data, "w.odt")}


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The package with the first occurrence of something in a part replaced."""
    import io
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as copy:
        for entry in archive.infolist():
            content = archive.read(entry)
            copy.writestr(entry, content.replace(old, new, 1) if entry.filename == name else content)
    return target.getvalue()


def orientations(pdfinfo: str, pdf: Path) -> str:
    """A letter for each page: P or L."""
    listed = subprocess.run([pdfinfo, "-l", "99", str(pdf)], capture_output=True, text=True, check=True, timeout=60)
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", listed.stdout)
    return "".join("L" if float(width) > float(height) else "P" for width, height in sizes)


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_in_libreoffice_no_page_is_empty_before_or_after_landscape_ones(
    format: str, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    soffice, pdfinfo = tool("soffice"), tool("pdfinfo")
    writer = docx_parts.written if format == "docx" else odf.written
    annex = replace(heading(1, "Annex"), new_page=True)
    shapes = {
        "PPPLP": document(heading(1, "One"), div("landscape", spanning("t", "C", 1)), annex),
        "PPPLPL": wide(),
        "PPPL": document(heading(1, "One"), div("landscape", spanning("t", "C", 1))),
        "PPLP": document(div("landscape", spanning("t", "C", 1)), heading(1, "One")),
        "PL": replace(document(div("landscape", paragraph("Text."))), contents=False),
    }
    for number, (pages_wanted, edition) in enumerate(shapes.items()):
        file = tmp_path / f"{number}.{format}"
        file.write_bytes(writer(edition, "final").data)
        assert orientations(pdfinfo, converted(soffice, file, "pdf", tmp_path)) == pages_wanted
