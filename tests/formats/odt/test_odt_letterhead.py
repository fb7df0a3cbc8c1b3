"""A letterhead in ODT, as LibreOffice saves it, supplies pages and styles, and nothing of what its file says."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from assembler.document.model import Document, Words
from assembler.errors import ConfigurationError
from assembler.formats.odt.letterhead.read import Letterhead, read
from assembler.formats.odt.lint.lint import lint
from assembler.formats.odt.write import write
from assembler.formats.written import Purpose, Stamp
from tests.editions import paragraph
from tests.letterheads import COLOUR, changed, odt_letterhead
from tests.odf import UN, found, lint_errors, part, rng_errors
from tests.specimens import specimen, torture


@pytest.fixture(scope="module")
def file(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return odt_letterhead(tool, tmp_path_factory.mktemp("letterhead"))


@pytest.fixture(scope="module")
def letterhead(file: bytes) -> Letterhead:
    return read(file, "styles/letterhead.odt")


def edition(letterhead: Letterhead, document: Document[Words], purpose: Purpose = "final", stamp: str = "") -> bytes:
    return write(document, UN, purpose=purpose, letterhead=letterhead, stamp=Stamp(stamp)).data


@pytest.mark.parametrize("document", [specimen("kk"), torture()], ids=["specimen", "torture"])
@pytest.mark.parametrize("purpose", ["draft", "final"])
def test_the_schemas_and_the_lint_find_nothing(
    letterhead: Letterhead, document: Document[Words], purpose: Purpose, shared: Path
) -> None:
    data = edition(letterhead, document, purpose, "Draft 3" if purpose == "draft" else "")
    assert rng_errors(shared / "schemas" / "odf1.3", data) == []
    assert lint_errors(data) == []


def strip(data: bytes, master: str, element: str) -> str:
    path = f".//style:master-page[@style:name='{master}']/style:{element}//text()"
    return "".join(found(part(data, "styles.xml"), path))


def test_headers_and_footers_stand_on_the_pages_that_they_stood_on(letterhead: Letterhead) -> None:
    data = edition(letterhead, specimen("ru"))
    assert "Коалиция «Арқау»" in strip(data, "First_20_Page", "header")
    assert strip(data, "Standard", "header") == "Арқау"
    assert strip(data, "First_20_Page", "footer") == "Алматы, ул. Абая, 1"
    assert strip(data, "Standard", "footer") == "1 из 1", "where the letterhead has none stands the sheet's"
    stamped = edition(letterhead, specimen("ru"), "draft", "Draft 3")
    assert strip(stamped, "First_20_Page", "footer").endswith("Draft 3")


def test_paper_and_styles_are_the_letterheads(letterhead: Letterhead) -> None:
    styles = part(edition(letterhead, specimen("ru")), "styles.xml")
    assert set(found(styles, ".//style:page-layout-properties/@fo:page-width")) == {"8.5in"}
    heading = ".//style:style[@style:name='Heading_20_1']"
    assert found(styles, f"{heading}/style:text-properties/@fo:color") == [f"#{COLOUR.lower()}"]
    assert found(styles, f"{heading}/@style:default-outline-level") == ["1"]
    languages = found(styles, ".//style:default-style[@style:family='paragraph']/style:text-properties/@fo:language")
    assert languages == ["ru"]


def test_the_picture_comes_along_and_nothing_of_the_file_itself(letterhead: Letterhead) -> None:
    data = edition(letterhead, specimen("ru"))
    archive = zipfile.ZipFile(BytesIO(data))
    assert "Pictures/letterhead1.png" in archive.namelist()
    everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in ("Авторов", "внутренний шаблон", "LibreOffice", "Thumbnail", "rsid"):
        assert word.encode() not in everything
    assert [each.message() for each in lint(data, "edition.odt", final=True) if each.severity.value == "error"] == []


def test_fields_that_tell_of_the_author_are_taken_out_and_said(file: bytes) -> None:
    field = "<text:author-name>Иван</text:author-name>".encode()
    told = changed(
        file,
        lambda name, data: (
            data.replace("Арқау</text:p>".encode(), "Арқау ".encode() + field + b"</text:p>")
            if name == "styles.xml"
            else data
        ),
    )
    made = read(told, "x.odt")
    assert [each.code for each in made.findings] == ["letterhead-part-left-out"]
    assert "Иван" not in strip(edition(made, specimen("ru")), "Standard", "header")


def test_what_cannot_be_a_letterhead_is_said(file: bytes) -> None:
    encrypted = changed(
        file, lambda name, data: data + b"<!-- manifest:encryption-data -->" if "manifest" in name else data
    )
    for data, code in (
        (b"no package", "letterhead-unreadable"),
        (b"PK\x03\x04 torn", "letterhead-unreadable"),
        (changed(file, lambda name, data: b"text/plain" if name == "mimetype" else data), "letterhead-unreadable"),
        (changed(file, lambda name, data: b"<torn" if name == "styles.xml" else data), "letterhead-unreadable"),
        (encrypted, "letterhead-unreadable"),
        (changed(file, lambda _, data: data, {"Basic/Standard/Module1.xml": b"<x/>"}), "letterhead-with-macros"),
    ):
        with pytest.raises(ConfigurationError) as raised:
            read(data, "styles/letterhead.odt")
        assert raised.value.finding.code == code


def test_titles_are_no_larger_than_the_sheets_where_languages_stand_side_by_side(letterhead: Letterhead) -> None:
    one = specimen("ru")
    several = replace(one, front=(paragraph("Ақпарат"),))
    sizes = [found(part(edition(letterhead, each), "styles.xml"), TITLE) for each in (one, several)]
    assert sizes == [["26pt"], [f"{UN.roles.title.size:g}pt"]]


TITLE = ".//style:style[@style:name='Title']/style:text-properties/@fo:font-size"
