"""Editions and words that run from right to left: properties in each format, and where LibreOffice sets them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from assembler.document.model import (
    Block,
    Document,
    Emphasis,
    NoteMark,
    Paragraph,
    ParagraphNumber,
    Span,
    Spread,
    Strong,
    Text,
    Version,
    Words,
)
from assembler.formats.docx import write as docx
from assembler.formats.docx.lint.lint import lint as lint_docx
from assembler.formats.html import write as html
from assembler.formats.odt import write as odt
from assembler.formats.odt.lint.lint import lint as lint_odt
from assembler.formats.written import Written
from assembler.style.load import shipped
from tests import docx_parts, odf
from tests.arabic import arabic_document
from tests.conftest import absent
from tests.editions import div, document, note, numbered, paragraph, table, words
from tests.pages import elements, parsed
from tests.specimens import spoken
from tests.tools import converted, ooxml_validator, sdk_errors

WRITERS: dict[str, Callable[..., Written]] = {"docx": docx.write, "odt": odt.write}
LINTS = {"docx": lint_docx, "odt": lint_odt}
MILLIMETRES_IN_POINT = 25.4 / 72

HEBREW = Span((Text("זכויות "), Strong((Text("האדם"),))), pairs=(("lang", "he"),))


def data(format: str, sheet: str = "un", purpose: str = "draft") -> bytes:
    return WRITERS[format](arabic_document(), shipped(sheet), purpose=purpose).data


def places(pdf: Path, tool: Callable[[str], str]) -> dict[str, tuple[float, float]]:
    """From where to where each word stands in millimetres from the left edge of the page; the last of its kind.
    Letters come as they stand on the page."""
    run = subprocess.run([tool("pdftotext"), "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
    found = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', run.stdout)
    return {
        word[::-1] if is_arabic(word) else word: (
            float(left) * MILLIMETRES_IN_POINT,
            float(right) * MILLIMETRES_IN_POINT,
        )
        for left, right, word in found
    }


def is_arabic(word: str) -> bool:
    return re.search("[\u0620-\u064a]", word) is not None


@pytest.mark.parametrize("sheet", ["un", "report"])
@pytest.mark.parametrize("format", WRITERS)
def test_an_arabic_edition_begins_at_the_right_and_russian_in_it_at_the_left(
    format: str, sheet: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / f"edition.{format}"
    file.write_bytes(data(format, sheet))
    page = shipped(sheet).page
    found = places(converted(tool("soffice"), file, "pdf", tmp_path), tool)
    right, body = page.width - page.right, shipped(sheet).roles.numbered.left or 0
    assert found["مقدمة"][1] == pytest.approx(right, abs=1)
    assert found["يقدم"][1] == pytest.approx(right - body, abs=1)
    assert found["الموضوع"][1] == pytest.approx(right - shipped(sheet).tables.padding, abs=1)
    assert found["2013"][0] == pytest.approx(page.left + shipped(sheet).tables.padding, abs=1)
    assert found["Государству-участнику"][0] > page.left + body
    assert found["пытки"][0] > page.left


def test_docx_says_it_of_document_styles_sections_tables_and_runs() -> None:
    body = docx_parts.part(data("docx"), "word/document.xml")
    styles = docx_parts.part(data("docx"), "word/styles.xml")
    assert len(styles.findall(".//{*}pPrDefault/{*}pPr/{*}bidi")) == 1
    assert docx_parts.found(styles, ".//w:rPrDefault//w:lang/@w:bidi") == ["ar-SA"]
    assert len(body.findall(".//{*}sectPr/{*}bidi")) == 1
    assert len(body.findall(".//{*}tblPr/{*}bidiVisual")) == 1
    russian = [p for p in body.iter("{*}p") if "Государству" in docx_parts.text_of(p)]
    assert [docx_parts.found(p, "w:pPr/w:bidi/@w:val") for p in russian] == [["0"]]
    turned = {docx_parts.text_of(r) for r in body.iter("{*}r") if r.find("{*}rPr/{*}rtl") is not None}
    assert "التحقيق" in turned
    assert "Тореғожина против Казахстана" not in turned


def test_docx_says_bold_and_language_in_the_properties_of_complex_scripts() -> None:
    edition = document(paragraph("See ", HEBREW, " and ", Emphasis((HEBREW,)), "."))
    body = docx_parts.body(edition)
    run = next(r for r in body.iter("{*}r") if docx_parts.text_of(r) == "האדם")
    assert [child.tag.rpartition("}")[2] for child in run.find("{*}rPr")] == ["b", "bCs", "rtl", "lang"]  # type: ignore[union-attr]
    assert docx_parts.found(run, "w:rPr/w:lang/@w:bidi") == ["he"]
    assert docx_parts.found(run, "w:rPr/w:lang/@w:val") == []


@pytest.mark.parametrize(
    "leaf", [words("זכויות האדם", language="he"), words(HEBREW)], ids=["a paragraph's own language", "one span"]
)
def test_a_paragraph_in_such_a_language_is_turned_in_every_format(leaf: Words) -> None:
    edition = document(replace(paragraph("x"), words=leaf), paragraph("Plain ", HEBREW))
    turned = [p for p in docx_parts.body(edition).iter("{*}p") if p.find("{*}pPr/{*}bidi") is not None]
    assert [docx_parts.text_of(p) for p in turned] == ["זכויות האדם"]
    content = odf.body(edition)
    assert odf.properties_of(content, "זכויות האדם")["writing-mode"] == "rl-tb"
    assert odf.properties_of(content, "זכויות האדם")["text-align"] == "right"
    assert "writing-mode" not in odf.properties_of(content, "Plain זכויות האדם")
    root = parsed(html.write(edition, shipped("un"), purpose="draft").data)
    assert len(elements(root, "//p[@dir='rtl']")) == 1
    assert {each.get("lang") for each in elements(root, "//span[@dir='rtl']")} == {"he"}


def test_odt_says_the_language_of_complex_text_and_which_way_pages_and_tables_run() -> None:
    content, styles = odf.part(data("odt")), odf.part(data("odt"), "styles.xml")
    assert odf.found(styles, ".//style:default-style//@style:language-complex") == ["ar"]
    assert odf.found(styles, ".//style:page-layout-properties/@style:writing-mode") == ["rl-tb", "rl-tb"]
    assert odf.found(content, ".//style:table-properties/@style:writing-mode") == ["rl-tb"]


@pytest.mark.parametrize("first", ["ar", "en"])
def test_a_table_runs_as_the_language_of_its_version_whatever_the_pages_do(first: str) -> None:
    versions = (
        Version(language="ar", blocks=(table(("الموضوع", "2012"), ("شكاوى", "12")),)),
        Version(language="en", blocks=(table(("Subject", "2012"), ("Complaints", "12")),)),
    )
    edition = replace(document(*versions), language=first)
    turned = re.findall(r"<w:tblPr>.*?</w:tblPr>", etree.tostring(docx_parts.body(edition), encoding="unicode"))
    assert ["<w:bidiVisual/>" in each for each in turned] == [True, False]
    assert ('<w:bidiVisual w:val="off"/>' in turned[1]) == (first == "ar")
    content = etree.tostring(odf.part(odf.written(edition).data), encoding="unicode")
    ways = dict(re.findall(r'<style:style style:name="([^"]+)" style:family="table"(.*?)</style:style>', content))
    used = re.findall(r'<table:table [^>]*table:style-name="([^"]+)"', content)
    mode = r'writing-mode="(\S+)"'
    assert [re.findall(mode, ways[name]) for name in used] == [["rl-tb"], ["lr-tb"] if first == "ar" else []]


@pytest.mark.parametrize(("first", "second"), [("ar", "en"), ("en", "ar")])
def test_columns_of_versions_begin_at_the_side_where_the_first_language_does(first: str, second: str) -> None:
    row = tuple(Version(language=code, blocks=(paragraph("Text"),)) for code in (first, second))
    spread = Spread(head=(words(first), words(second)), rows=(row,))
    body = docx_parts.body(replace(document(spread), language=first))
    assert len(docx_parts.found(body, ".//w:tbl/w:tblPr/w:bidiVisual")) == (first == "ar")
    gutters = [docx_parts.found(body, f".//w:tcMar/w:{side}/@w:w") for side in ("left", "right")]
    assert (gutters[0] == gutters[1]) == (first == "ar")


@pytest.mark.parametrize("first", ["ar", "en"])
@pytest.mark.parametrize("format", WRITERS)
def test_the_head_of_a_column_stands_as_the_text_below_it_does(
    format: str, first: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    edition = in_columns(first)
    file = tmp_path / f"edition.{format}"
    file.write_bytes(WRITERS[format](edition, shipped("un"), purpose="draft").data)
    found = places(converted(tool("soffice"), file, "pdf", tmp_path), tool)
    indent = shipped("un").roles.body.left or 0
    assert found["English"][0] + indent == pytest.approx(found["Paragraph"][0], abs=1)
    assert found["العربية"][1] - indent == pytest.approx(found["مقدمة"][1], abs=1)


def in_columns(first: str) -> Document[Words]:
    """A paragraph in English and one in Arabic side by side, `first` first."""
    said = {"ar": ("العربية", "مقدمة طويلة"), "en": ("English", "Paragraph one")}
    codes = sorted(said, key=lambda code: code != first)
    row = tuple(
        Version(language=code, blocks=(replace(paragraph("x"), words=words(said[code][1], language=code)),))
        for code in codes
    )
    spread = Spread(head=tuple(words(said[code][0], language=code) for code in codes), rows=(row,))
    return replace(document(spread), language=first, front=(paragraph("Front"),))


@pytest.mark.parametrize("first", ["ar", "en"])
def test_the_rule_of_a_box_stands_where_the_words_of_its_version_begin(first: str) -> None:
    edition = below_each_other(first, lambda said: div("recommendation", said))
    turned = docx_parts.body(edition).findall(".//{*}pPr[{*}bidi]/{*}pBdr/*")
    sides = {str(side.tag).rpartition("}")[2]: side.get(f"{{{docx_parts.W}}}val") for side in turned}
    here, there = ("right", "left") if first == "en" else ("left", "right")
    assert sides == {here: "single", there: "nil"}
    content = etree.tostring(odf.part(odf.written(edition).data), encoding="unicode")
    properties = re.findall(r"<style:paragraph-properties[^>]*writing-mode[^>]*>", content)
    assert dict(re.findall(r'border-(\w+)="([^" ]+)', properties[-1])) == {here: "2.25pt", there: "none"}


@pytest.mark.parametrize("first", ["ar", "en"])
def test_the_numbers_of_a_version_stand_before_its_words_in_odt(
    first: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "edition.odt"
    edition = below_each_other(first, lambda said: replace(said, number=ParagraphNumber(1, 7)))
    file.write_bytes(odt.write(edition, shipped("un"), purpose="draft").data)
    found = places(converted(tool("soffice"), file, "pdf", tmp_path), tool)
    page, look = shipped("un").page, shipped("un").roles.numbered
    hangs = (look.left or 0) + (look.first or 0)
    assert found["7."][0] == pytest.approx(page.left + hangs, abs=0.5)
    assert found["7"][1] == pytest.approx(page.width - page.right - hangs, abs=0.5)


def below_each_other(first: str, made: Callable[[Paragraph[Words]], Block[Words]]) -> Document[Words]:
    """What is made of a paragraph in English and one in Arabic, `first` first."""
    said = {"ar": "مقدمة طويلة", "en": "Paragraph one"}
    codes = sorted(said, key=lambda code: code != first)
    blocks = (made(replace(paragraph("x"), words=words(said[code], language=code))) for code in codes)
    versions = (Version(language=code, blocks=(block,)) for code, block in zip(codes, blocks, strict=True))
    return replace(document(*versions), language=first)


@pytest.mark.parametrize("first", ["ar", "en"])
def test_html_turns_the_head_of_a_column_with_its_language(first: str) -> None:
    root = parsed(html.write(in_columns(first), shipped("un"), purpose="draft").data)
    other = "rtl" if first == "en" else "ltr"
    assert [each.get("dir") for each in elements(root, "//th")] == [None, other]


@pytest.mark.parametrize("first", ["ar", "en"])
def test_html_turns_a_version_whole_with_its_marks_markers_and_boxes(first: str) -> None:
    edition = below_each_other(first, lambda said: div("recommendation", said))
    root = parsed(html.write(edition, shipped("un"), purpose="draft").data)
    other = "rtl" if first == "en" else "ltr"
    assert [each.get("dir") for each in elements(root, "//div[contains(@class, 'version')]")] == [None, other]


def test_html_says_it_of_the_page_and_of_what_runs_otherwise() -> None:
    root = parsed(html.write(arabic_document(), shipped("un"), purpose="draft").data)
    assert root.get("dir") == "rtl"
    assert [each.get("class") for each in elements(root, "//p[@dir='ltr']")] == ["numbered"]


@pytest.mark.parametrize("purpose", ["draft", "final"])
@pytest.mark.parametrize("format", WRITERS)
def test_nothing_is_found_in_the_finished_file(format: str, purpose: str) -> None:
    edition = without_marks(arabic_document()) if purpose == "final" else arabic_document()
    made = WRITERS[format](edition, shipped("report"), purpose=purpose).data
    assert LINTS[format](made, "edition", final=purpose == "final") == []


def test_notes_within_words_that_run_against_their_paragraph_do_not_hold_up_the_pages(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    blocks = tuple(
        numbered(number, "صدقت الدولة على CEDAW", NoteMark(f"n-{number}"), " and CCPR في عام 2006.")
        for number in range(1, 41)
    )
    notes = tuple(note(f"n-{number}", "قرار الجمعية العامة.") for number in range(1, 41))
    edition = spoken(document(*blocks, notes=notes), "ar")
    file = tmp_path / "edition.odt"
    file.write_bytes(odt.write(edition, shipped("un"), purpose="final").data)
    pages = words_of(converted(tool("soffice"), file, "pdf", tmp_path), tool)
    assert pages.count("CEDAW") == pages.count("CCPR") == 40


def words_of(pdf: Path, tool: Callable[[str], str]) -> str:
    """The words of a PDF."""
    return subprocess.run([tool("pdftotext"), str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def without_marks(edition: Document[Words]) -> Document[Words]:
    return replace(edition, blocks=edition.blocks[:-1])


def test_the_docx_is_valid_to_the_sdk(tmp_path: Path) -> None:
    validator = ooxml_validator()
    if validator is None:
        absent("ooxml-validator")
    assert validator is not None
    file = tmp_path / "edition.docx"
    file.write_bytes(data("docx"))
    assert sdk_errors(validator, file) == []


@pytest.mark.parametrize("sheet", ["un", "report"])
def test_the_odt_is_valid(sheet: str, shared: Path) -> None:
    assert odf.rng_errors(shared / "schemas" / "odf1.3", data("odt", sheet)) == []


@pytest.mark.parametrize("format", WRITERS)
def test_a_document_without_such_words_bears_no_sign_of_it(format: str) -> None:
    made = WRITERS[format](document(paragraph("Plain.")), shipped("un"), purpose="final").data
    names = ("word/document.xml", "word/styles.xml") if format == "docx" else ("content.xml", "styles.xml")
    part = docx_parts.part if format == "docx" else odf.part
    for name in names:
        root = part(made, name)
        assert list(root.iter("{*}bidi", "{*}rtl", "{*}bidiVisual")) == []
        assert "rl-tb" not in {value for each in root.iter() for value in each.attrib.values()}
