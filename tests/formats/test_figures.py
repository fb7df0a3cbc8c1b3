"""Pictures in documents: the same figures in DOCX, ODT and HTML, valid, described, stored once, kept by LibreOffice."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from lxml import etree
from msgspec.structs import replace

from assembler.document.model import Document, Figure, Image, NoteMark, Paragraph, Reference, Span, Words
from assembler.findings import Finding, Severity
from assembler.formats.docx.lint.lint import lint as lint_docx
from assembler.formats.docx.write import write as write_docx
from assembler.formats.html.write import write as write_html
from assembler.formats.odt.lint.lint import lint as lint_odt
from assembler.formats.odt.write import write as write_odt
from assembler.formats.pictures.read import read
from assembler.formats.written import Purpose
from assembler.style.load import shipped
from assembler.style.model import Figures, StyleSheet
from tests.conftest import absent
from tests.drawn import jpeg, png, svg
from tests.editions import div, document, heading, inlines, items, note, paragraph, quote, reference, table, words
from tests.formats.html.test_html_valid import errors as html_errors
from tests.formats.html.test_html_valid import validator as validator  # a fixture
from tests.odf import rng_errors
from tests.tools import converted, ooxml_validator, sdk_errors, xsd_errors

UN = shipped("un")
NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
PICTURES = {
    "chart.png": read(png(96, 48)).picture,
    "photo.jpg": read(jpeg()).picture,
    "map.svg": replace(read(svg()).picture, fallback=png(40, 30)),
    "bare.svg": read(svg()).picture,
    "wide.png": read(png(4000, 100)).picture,
    "high.png": read(png(100, 9000)).picture,
    "same.png": read(png(96, 48)).picture,
}


def figure(
    target: str, alt: str | Words = "A chart", caption: str = "", number: int | None = None, width: str = ""
) -> Figure[Words]:
    return Figure(
        id=target.partition(".")[0],
        target=target,
        words=alt if isinstance(alt, Words) else words(*filter(None, [alt])),
        caption=paragraph(caption, id=f"{target[:3]}-cap", classes=("caption",)) if caption else None,
        number=number,
        pairs=(("width", width),) if width else (),
    )


EVERYWHERE = document(
    heading(1, "First", id="head"),
    paragraph(
        "See ",
        reference("chart", "figure ", "1", automatic=False),
        " and ",
        Reference("high", content=inlines("that")),
        id="p",
    ),
    figure("chart.png", "A chart & “more” <of it>", "Rates", 1),
    figure("photo.jpg", "A photograph", width="50%"),
    paragraph("A seal ", Span((Image("map.svg", "seal"),), pairs=(("width", "8mm"),)), " in a line."),
    items((paragraph("Item"), figure("map.svg", "A map", "A map", 2)), (figure("wide.png", "Wide"),)),
    quote(paragraph("Quoted"), replace(figure("high.png", "High"), title="A title")),
    div("recommendation", paragraph("Advice"), figure("same.png", "In a box", "Boxed", 3)),
    table(("Head", "Year"), (words(Image("chart.png", "in a cell")), "2012"), caption=paragraph("T"), number=1, id="t"),
    figure("gone.png", "What was lost"),
    figure("chart.png", ""),
    paragraph("End", NoteMark("n"), id="z"),
    notes=(note("n", "Note.", figure("photo.jpg", "In a note")),),
)

Format = Literal["docx", "odt", "html"]
FORMATS = pytest.mark.parametrize("format", ["docx", "odt", "html"])
PURPOSES = pytest.mark.parametrize("purpose", ["draft", "final"])


def written(format: Format, *blocks: Figure[Words] | Paragraph[Words], sheet: StyleSheet = UN) -> bytes:
    return made(format, document(*blocks) if blocks else EVERYWHERE, "draft", sheet)


def made(format: Format, edition: Document[Words], purpose: Purpose, sheet: StyleSheet = UN) -> bytes:
    match format:
        case "docx":
            return write_docx(edition, sheet, purpose=purpose, pictures=PICTURES).data
        case "odt":
            return write_odt(edition, sheet, purpose=purpose, pictures=PICTURES).data
        case "html":
            return write_html(edition, sheet, purpose=purpose, pictures=PICTURES).data


def linted(edition: Document[Words], purpose: Purpose) -> list[Finding]:
    """What the lints say of the edition in both formats of word processors."""
    final = purpose == "final"
    docx = lint_docx(made("docx", edition, purpose), "x.docx", final=final)
    return [*docx, *lint_odt(made("odt", edition, purpose), "x.odt", final=final)]


def root(data: bytes) -> etree._Element:
    """The part with the text; of a page its body."""
    if data.startswith(b"<!DOCTYPE"):
        return etree.fromstring(data, etree.HTMLParser())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        name = "word/document.xml" if "word/document.xml" in archive.namelist() else "content.xml"
        return etree.fromstring(archive.read(name))


def found(data: bytes, path: str) -> list[str]:
    result = root(data).xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return [str(each) for each in result]


ALTS = {"docx": "//wp:docPr/@descr", "odt": "//draw:frame/svg:desc/text()", "html": "//img/@alt"}
IMAGES = {"docx": "//wp:inline", "odt": "//draw:frame[draw:image]", "html": "//img"}


@FORMATS
def test_every_picture_is_there_with_its_description(format: Format) -> None:
    alts = [each for each in found(written(format), ALTS[format]) if each]
    assert [each for each in alts if each != "In a note"] == [
        "A chart & “more” <of it>", "A photograph", "seal", "A map", "Wide", "High", "In a box", "in a cell",
    ]  # fmt: skip
    assert len(found(written(format), IMAGES[format])) == len(alts) + 1


@FORMATS
def test_of_a_picture_without_a_file_the_description_is_printed(format: Format) -> None:
    assert "[What was lost]" in "".join(str(each) for each in root(written(format)).itertext())


def test_word_gets_a_png_for_a_drawing_and_is_told_where_there_is_none() -> None:
    data = written("docx", figure("map.svg"))
    assert len(found(data, "//a:blip/@r:embed")) == len(found(data, "//asvg:svgBlip/@r:embed")) == 1
    result = write_docx(document(figure("bare.svg", "A map")), UN, purpose="draft", pictures=PICTURES)
    assert [each.code for each in result.findings] == ["docx-svg-without-png"]
    assert "bare.png" in result.findings[0].hint()
    assert "[A map]" in "".join(str(each) for each in root(result.data).itertext())


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_a_file_that_is_shown_twice_is_stored_once(format: Format) -> None:
    data = written(format, figure("chart.png"), figure("same.png"), figure("chart.png", "Again"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert [each for each in archive.namelist() if "icture" in each] == [
            {"docx": "word/media/picture1.png", "odt": "Pictures/picture1.png"}[format]
        ]


@FORMATS
def test_the_caption_stands_below_or_where_the_sheet_wants_it(format: Format) -> None:
    above = replace(UN, figures=Figures(caption="above", label_end=": "))
    for sheet, order in ((UN, ["picture", "Figure 7. Rates"]), (above, ["Figure 7: Rates", "picture"])):
        data = written(format, figure("chart.png", "A", "Rates", 7), sheet=sheet)
        paragraphs = {"docx": "//w:body//w:p", "odt": "//text:p", "html": "//figure/*"}[format]
        shown = []
        for each in root(data).xpath(paragraphs, namespaces=NS):  # type: ignore[union-attr]
            assert isinstance(each, etree._Element)
            is_picture = each.tag == "img" or each.xpath(".//wp:inline|.//draw:frame", namespaces=NS)
            words_of = "".join(str(t) for t in each.xpath(".//text()[not(ancestor::w:instrText)]", namespaces=NS))  # type: ignore[union-attr]
            shown.append("picture" if is_picture else words_of.replace("\u00a0", " "))
        assert [each for each in shown if each == "picture" or each.startswith("Figure")] == order


WIDTHS = {"own size": ("", 25.4), "share": ("50%", 80.0), "length": ("6cm", 60.0),
          "more than there is": ("40cm", 160.0), "none at all": ("3kg", 25.4)}  # fmt: skip


@pytest.mark.parametrize(("wanted", "width"), WIDTHS.values(), ids=WIDTHS.keys())
def test_a_picture_is_as_wide_as_its_author_wants_in_every_format(wanted: str, width: float) -> None:
    shown = figure("chart.png", "A", width=wanted)
    across, down = (int(found(written("docx", shown), f"//wp:extent/@{side}")[0]) / 36000 for side in ("cx", "cy"))
    assert (across, down) == pytest.approx((width, width / 2), abs=0.01)
    odt = [found(written("odt", shown), f"//draw:frame/@svg:{side}")[0] for side in ("width", "height")]
    assert [float(each.removesuffix("mm")) for each in odt] == pytest.approx([width, width / 2], abs=0.01)
    html = [int(found(written("html", shown), f"//img/@{side}")[0]) for side in ("width", "height")]
    assert html == pytest.approx([width * 96 / 25.4, width * 48 / 25.4], abs=1)


@pytest.mark.parametrize("target", ["wide.png", "high.png"])
def test_no_picture_is_larger_than_the_page(target: str) -> None:
    across, down = (
        int(found(written("docx", figure(target)), f"//wp:extent/@{side}")[0]) / 36000 for side in ("cx", "cy")
    )
    assert across <= UN.page.text_width
    assert down <= UN.page.text_height


def test_a_description_that_is_not_current_says_so() -> None:
    old = figure("chart.png", words("Старое", language="ru", mark="untranslated"))
    assert found(written("docx", old), ALTS["docx"]) == ["[not translated] Старое"]
    assert found(written("html", old), "//img/@lang") == ["ru-RU"]


def test_decoration_is_marked_as_such() -> None:
    plain = figure("chart.png", "")
    assert "decorative" in etree.tostring(root(written("docx", plain))).decode()
    assert 'decorative="true"' in etree.tostring(root(written("odt", plain))).decode()
    assert found(written("html", plain), "//img/@alt") == [""]
    assert linted(document(heading(1, "H"), plain), "final") == []


def test_a_reference_leads_to_the_number_of_the_figure() -> None:
    data = written("docx")
    fields = [each.strip() for each in found(data, "//w:instrText/text()")]
    assert "SEQ Figure \\* ARABIC" in fields
    assert "REF _P_chart \\h" in fields
    assert found(written("odt"), "//text:bookmark-ref[@text:ref-name='_P_chart']/text()") == ["1"]
    assert found(written("html"), "//a[@href='#chart']/text()")[0] == "figure 1"


def test_a_share_of_the_text_is_one_of_the_pages_own_lines() -> None:
    data = written("html", figure("chart.png", width="80%"), figure("photo.jpg", width="6cm"))
    assert found(data, "//img/@class") == ["share-80"]
    assert b".share-80{inline-size:80%}" in data


def test_a_page_allows_pictures_only_where_it_has_some() -> None:
    policy = "//meta[@http-equiv='Content-Security-Policy']/@content"
    assert "img-src data:" in found(written("html"), policy)[0]
    assert "img-src" not in found(written("html", paragraph("No picture")), policy)[0]


# --- validity ---


@PURPOSES
def test_the_open_xml_sdk_and_the_schema_find_nothing(purpose: Purpose, shared: Path, tmp_path: Path) -> None:
    data = write_docx(EVERYWHERE, UN, purpose=purpose, pictures=PICTURES).data
    assert xsd_errors(shared / "schemas" / "ooxml-transitional" / "wml.xsd", data) == []
    if (validator := ooxml_validator()) is None:
        absent("ooxml-validator")
    (tmp_path / "edition.docx").write_bytes(data)
    assert sdk_errors(str(validator), tmp_path / "edition.docx") == []


@PURPOSES
def test_the_schemas_of_open_document_find_nothing(purpose: Purpose, shared: Path) -> None:
    described = replace(EVERYWHERE, blocks=tuple(each for each in EVERYWHERE.blocks if not _is_decoration(each)))
    data = write_odt(described, UN, purpose=purpose, pictures=PICTURES).data
    assert rng_errors(shared / "schemas" / "odf1.3", data) == []


def _is_decoration(block: object) -> bool:
    return isinstance(block, Figure) and not block.words.content


@PURPOSES
def test_the_lints_find_nothing(purpose: Purpose) -> None:
    assert [each.code for each in linted(EVERYWHERE, purpose) if each.severity is Severity.ERROR] == []


def test_the_validator_of_html_finds_nothing(validator: str, tmp_path: Path) -> None:
    assert html_errors(validator, written("html"), tmp_path) == []


@FORMATS
def test_the_same_input_gives_the_same_bytes(format: Format) -> None:
    assert written(format) == written(format)


def test_libreoffice_keeps_pictures_and_their_descriptions_there_and_back(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "edition.docx"
    file.write_bytes(written("docx", figure("chart.png", "A chart", "Rates", 1), figure("map.svg", "A map")))
    there = converted(tool("soffice"), file, "odt", tmp_path)
    assert found(there.read_bytes(), ALTS["odt"]) == ["A chart", "A map"]
    (tmp_path / "back").mkdir()
    back = converted(tool("soffice"), there, "docx", tmp_path / "back").read_bytes()
    assert found(back, ALTS["docx"]) == ["A chart", "A map"]
    with zipfile.ZipFile(BytesIO(back)) as archive:
        assert png(96, 48) in [archive.read(each) for each in archive.namelist() if each.startswith("word/media/")]
