"""A letterhead in DOCX supplies pages and styles, and nothing of what its file says of people and machines."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from assembler.document.model import Document, Words
from assembler.errors import ConfigurationError
from assembler.formats.docx.letterhead.read import Letterhead, read
from assembler.formats.docx.lint.lint import lint
from assembler.formats.docx.write import write
from assembler.formats.written import Purpose, Stamp
from tests.conftest import absent
from tests.docx_parts import UN, W, found, part
from tests.editions import paragraph
from tests.letterheads import COLOUR, changed, docx_letterhead
from tests.specimens import specimen, torture
from tests.tools import ooxml_validator, sdk_errors

MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
USUAL_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture(scope="module")
def letterhead() -> Letterhead:
    return read(docx_letterhead(), "styles/letterhead.docx")


def edition(letterhead: Letterhead, document: Document[Words], purpose: Purpose = "final", stamp: str = "") -> bytes:
    return write(document, UN, purpose=purpose, letterhead=letterhead, stamp=Stamp(stamp)).data


@pytest.mark.parametrize("document", [specimen("kk"), torture()], ids=["specimen", "torture"])
@pytest.mark.parametrize("purpose", ["draft", "final"])
def test_the_sdk_finds_nothing(
    letterhead: Letterhead, document: Document[Words], purpose: Purpose, tmp_path: Path
) -> None:
    validator = ooxml_validator()
    if validator is None:
        absent("ooxml-validator")
    file = tmp_path / "edition.docx"
    file.write_bytes(edition(letterhead, document, purpose, "Draft 3"))
    assert sdk_errors(str(validator), file) == []


def test_headers_and_footers_stand_on_the_pages_that_they_stood_on(letterhead: Letterhead) -> None:
    data = edition(letterhead, specimen("ru"))
    texts = strips(data)
    assert "Коалиция «Арқау»" in texts["header", "first"]
    assert texts["header", "default"] == "Арқау"
    assert texts["footer", "first"] == "Алматы, ул. Абая, 1"
    assert texts["footer", "default"] == "1 из 1", "where the letterhead has none stands the sheet's"


R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def strips(data: bytes) -> dict[tuple[str, str], str]:
    """The words of each header and footer of the section."""
    relations = part(data, "word/_rels/document.xml.rels")
    targets = {str(each.get("Id")): str(each.get("Target")) for each in relations}
    shown = {}
    for element in ("header", "footer"):
        for each in part(data, "word/document.xml").iter(f"{{{W}}}{element}Reference"):
            target = targets[str(each.get(f"{R}id"))]
            shown[element, str(each.get(f"{{{W}}}type"))] = "".join(
                found(part(data, f"word/{target}"), ".//w:t/text()")
            )
    return shown


def test_the_picture_comes_along(letterhead: Letterhead) -> None:
    names = zipfile.ZipFile(BytesIO(edition(letterhead, specimen("ru")))).namelist()
    assert "word/media/letterhead1.png" in names


def test_paper_and_margins_are_the_letterheads(letterhead: Letterhead) -> None:
    body = part(edition(letterhead, specimen("ru")), "word/document.xml")
    assert found(body, ".//w:pgSz/@w:w") == ["12240"]
    assert found(body, ".//w:pgMar/@w:top") == ["2381"]
    assert found(
        part(edition(letterhead, specimen("ru")), "word/styles.xml"), ".//w:style[@w:styleId='TOC1']//w:tab/@w:pos"
    ) == ["9405"]


def style(data: bytes, id: str, path: str) -> list[str]:
    return found(part(data, "word/styles.xml"), f".//w:style[@w:styleId='{id}']{path}")


def test_styles_of_the_same_name_look_as_in_the_letterhead(letterhead: Letterhead) -> None:
    data = edition(letterhead, specimen("ru"))
    assert style(data, "Heading1", "/w:rPr/w:color/@w:val") == [COLOUR]
    assert style(data, "Normal", "/w:rPr/w:rFonts/@w:ascii") == ["Georgia"]
    assert style(data, "Heading1", "/w:pPr/w:outlineLvl/@w:val") == ["0"]
    assert found(part(data, "word/styles.xml"), ".//w:docDefaults//w:lang/@w:val") == ["ru-RU"]


def test_styles_that_the_letterhead_lacks_are_the_sheets_and_take_no_indents_from_its_text(
    letterhead: Letterhead,
) -> None:
    data = edition(letterhead, specimen("ru"))
    assert style(data, "Recommendation", "/w:pPr/w:ind/@w:left") != []
    assert style(data, "FootnoteText", "/w:rPr/w:sz/@w:val") == [str(round((UN.roles.note.size or 0) * 2))]
    assert style(data, "NumberedParagraph", "/w:pPr/w:numPr/w:numId/@w:val") == ["1"]


def test_what_a_header_is_styled_with_is_brought_in(letterhead: Letterhead) -> None:
    data = edition(letterhead, specimen("ru"))
    assert style(data, "LetterMotto", "/w:rPr/w:i") != []
    assert [each for each in lint(data, "edition.docx", final=True) if each.code.startswith("undefined")] == []


def test_nothing_of_the_file_itself_travels(letterhead: Letterhead) -> None:
    data = edition(letterhead, specimen("ru"))
    archive = zipfile.ZipFile(BytesIO(data))
    everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in ("Авторов", "внутренний шаблон", "python-docx", "rsid", "thumbnail"):
        assert word.encode() not in everything
    assert [each.message() for each in lint(data, "edition.docx", final=True) if each.severity.value == "error"] == []


def test_a_draft_is_stamped_below_the_letterheads_own_footer(letterhead: Letterhead) -> None:
    assert strips(edition(letterhead, specimen("ru"), "draft", "Draft 3"))["footer", "first"].endswith("Draft 3")


def test_without_a_first_page_of_its_own_the_header_stands_on_the_cover_too() -> None:
    plain = changed(
        docx_letterhead(), lambda name, data: data.replace(b"<w:titlePg/>", b"") if "document" in name else data
    )
    texts = strips(edition(read(plain, "x.docx"), specimen("ru")))
    assert texts["header", "first"] == texts["header", "default"] == "Арқау"


def in_header(xml: bytes) -> bytes:
    """The letterhead with more in the header of its other pages."""

    def put(_: str, data: bytes) -> bytes:
        return data.replace(b"</w:p></w:hdr>", xml + b"</w:p></w:hdr>") if "Арқау</w:t>".encode() in data else data

    return changed(docx_letterhead(), put)


@pytest.mark.parametrize(
    ("xml", "gone"),
    [
        ('<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Иван</w:t></w:r></w:fldSimple>', "Иван"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILENAME \\p </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>C:\\Users\\ivan\\x.docx</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "ivan",
        ),
    ],
    ids=["simple", "complex"],
)
def test_fields_that_tell_of_author_and_file_are_taken_out_and_said(xml: str, gone: str) -> None:
    made = read(in_header(xml.encode()), "x.docx")
    assert [each.code for each in made.findings] == ["letterhead-part-left-out"]
    assert gone not in "".join(strips(edition(made, specimen("ru"))).values())


def test_deleted_words_stay_deleted_and_inserted_ones_stand() -> None:
    xml = (
        '<w:del w:id="9" w:author="Иван"><w:r><w:delText>старое</w:delText></w:r></w:del>'
        '<w:ins w:id="8" w:author="Иван"><w:r><w:t> новое</w:t></w:r></w:ins>'
    )
    header = strips(edition(read(in_header(xml.encode()), "x.docx"), specimen("ru")))["header", "default"]
    assert header == "Арқау новое"


DECLARING = b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"not a package", "letterhead-unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "letterhead-unreadable"),
        (b"PK\x03\x04 torn", "letterhead-unreadable"),
        (
            changed(docx_letterhead(), lambda name, data: None if name == "[Content_Types].xml" else data),
            "letterhead-unreadable",
        ),
        (
            changed(docx_letterhead(), lambda name, data: b"<torn" if name == "word/document.xml" else data),
            "letterhead-unreadable",
        ),
        (
            changed(docx_letterhead(), lambda name, data: b"<torn" if name == "word/styles.xml" else data),
            "letterhead-unreadable",
        ),
        (
            changed(docx_letterhead(), lambda name, data: DECLARING if name == "word/styles.xml" else data),
            "letterhead-unreadable",
        ),
        (changed(docx_letterhead(), lambda _, data: data.replace(USUAL_TYPE, MACRO_TYPE)), "letterhead-with-macros"),
        (changed(docx_letterhead(), lambda _, data: data, {"word/vbaProject.bin": b"x"}), "letterhead-with-macros"),
    ],
    ids=[
        "no package",
        "protected or old",
        "torn",
        "other type",
        "bad XML",
        "bad styles",
        "declarations",
        "macros by type",
        "macros by part",
    ],
)
def test_what_cannot_be_a_letterhead_is_said(data: bytes, code: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(data, "styles/letterhead.docx")
    assert raised.value.finding.code == code
    assert raised.value.finding.place.file == "styles/letterhead.docx"
    assert re.search(r"\S", raised.value.finding.hint())


def test_titles_are_no_larger_than_the_sheets_where_languages_stand_side_by_side(letterhead: Letterhead) -> None:
    one = specimen("ru")
    several = replace(one, front=(paragraph("Ақпарат"),))
    sizes = [
        [float(half) / 2 for half in found(part(edition(letterhead, each), "word/styles.xml"), TITLE)]
        for each in (one, several)
    ]
    assert sizes == [[26], [UN.roles.title.size]]


TITLE = ".//w:style[@w:styleId='Title']/w:rPr/w:sz/@w:val"
