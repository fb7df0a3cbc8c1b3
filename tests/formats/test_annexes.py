"""Headings of annexes and lists with page numbers, in all formats."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from assembler.document.model import Document, Heading, PageNumber, Paragraph, Reference, Words
from assembler.formats.docx.write import write as write_docx
from assembler.formats.html.write import write as write_html
from assembler.formats.written import Purpose
from assembler.style import load as styles
from tests import docx_parts, odf
from tests.editions import document, heading, inlines, paragraph, table, words
from tests.outlines import docx_outline, odt_outline

UN = styles.shipped("un")


def annexed() -> Document[Words]:
    """A text, then an annex with a list of tables."""
    entry = words(Reference("t", content=inlines("Table 1. Cap")), PageNumber("t"))
    return document(
        heading(1, "Body", id="h"),
        table(("a",), ("b",), caption=paragraph("Cap", id="t-cap"), number=1, id="t"),
        replace(heading(1, "Laws", id="ann"), label="Annex\u00a0I. ", new_page=True),
        paragraph("See ", Reference("ann", content=inlines("annex\u00a0I"))),
        Paragraph(classes=("entry",), words=entry),
    )


def html(edition: Document[Words]) -> str:
    return write_html(edition, UN, purpose="draft").data.decode()


@pytest.mark.parametrize("purpose", ["draft", "final"])
def test_docx_and_odt_say_the_same(purpose: Purpose) -> None:
    docx = [(line.text, line.marker) for line in docx_outline(docx_parts.written(annexed(), purpose).data)]
    odt = [(line.text, line.marker) for line in odt_outline(odf.written(annexed(), purpose).data)]
    assert ("Annex\u00a0I. Laws", "") in docx
    assert [text for text, _ in odt if not text.startswith("Table 1. Cap")] == [
        text for text, _ in docx if not text.startswith("Table 1. Cap")
    ]


def test_the_bookmark_of_an_annex_holds_its_words_alone_and_the_contents_its_number_too() -> None:
    root = docx_parts.body(annexed())
    assert docx_parts.bookmarked(root)["_P_ann"] == "Laws"
    assert "Annex\u00a0I. Laws" in [
        docx_parts.text_of(link) for link in root.iterfind(f".//{{{docx_parts.W}}}sdt//{{{docx_parts.W}}}hyperlink")
    ]
    written = odf.body(annexed())
    assert odf.bookmarked(written)["_P_ann"] == "Laws"
    assert "Annex\u00a0I. Laws" in odf.found(written, ".//text:table-of-content//text:a/text()")


def test_a_page_begins_with_an_annex() -> None:
    root = docx_parts.body(annexed())
    assert docx_parts.found(root, ".//w:p[w:pPr/w:pageBreakBefore and .//w:t[.='Laws']]/w:pPr/w:pStyle/@w:val") == [
        "Heading1"
    ]
    assert odf.properties_of(odf.body(annexed()), "Annex\u00a0I. Laws")["break-before"] == "page"
    assert '<h2 id="ann" class="new-page">Annex\u00a0I. Laws' in html(annexed())


def test_a_line_of_a_list_leads_to_its_table_and_shows_the_page_where_pages_are_known() -> None:
    plain = docx_parts.found(
        docx_parts.body(annexed()), ".//w:p[w:pPr/w:pStyle/@w:val='TableofFigures']//w:instrText/text()"
    )
    assert plain == []
    data = write_docx(annexed(), UN, purpose="draft", pages={"_P_t": 4}).data
    line = ".//w:p[w:pPr/w:pStyle/@w:val='TableofFigures']"
    root = docx_parts.part(data, "word/document.xml")
    assert docx_parts.found(root, f"{line}/w:hyperlink/@w:anchor") == ["_P_t"]
    assert docx_parts.found(root, f"{line}//w:instrText/text()") == [" PAGEREF _P_t \\h "]
    assert docx_parts.found(root, f"{line}//w:t/text()")[-1] == "4"


def test_in_odt_the_page_is_a_field_and_in_html_there_is_none() -> None:
    root = odf.body(annexed(), "final")
    assert (
        odf.found(root, ".//text:p/text:bookmark-ref[@text:reference-format='page']/@text:ref-name")[-1] == "_RefTable1"
    )
    assert '<p class="entry"><a class="ref" href="#t">Table 1. Cap</a></p>' in html(annexed())


def test_an_annex_at_the_very_beginning_of_the_text_makes_no_empty_page() -> None:
    first = replace(heading(1, "Laws", id="ann"), label="Annex\u00a0I. ", new_page=True)
    assert isinstance(first, Heading)
    properties = odf.properties_of(odf.body(document(first, paragraph("a"))), "Annex\u00a0I. Laws")
    assert "break-before" not in properties
