"""Parallel editions through the command line: the sample in all layouts and formats, a real submission of 70 pages with
two more languages made up, a letterhead in landscape, what is refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from lxml import etree
from msgspec.structs import replace

from assembler.catalog import po
from assembler.catalog.model import revised
from assembler.project import office
from tests import odf
from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.docx_parts import found, part
from tests.letterheads import docx_letterhead, odt_letterhead
from tests.printed import Pages, pages_of
from tests.several import docx_ids, docx_rows, odt_ids, odt_rows
from tests.tools import converted, pdf_text


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("several") / "sample"
    copy_sample(folder)
    return folder


def test_a_parallel_edition_is_built_alone_and_says_what_it_is(sample: Path, tmp_path: Path) -> None:
    asked = ("build", "--parallel", "ru,kk,en", "--format", "docx,odt,html", "--out", tmp_path, "--json")
    built = assembler(*asked, folder=sample)
    assert built.code == 0, built.err
    editions = built.json["editions"]
    assert [Path(each["path"]).name for each in editions] == [
        f"submission-ru-kk-en-columns.{format}" for format in ("docx", "odt", "html")
    ]
    assert {(each["kind"], *each["languages"]) for each in editions} == {("parallel", "ru", "kk", "en")}
    assert editions[0]["units"]["translated"] > 300
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(Path(each["path"]).name for each in editions)


def test_languages_that_are_named_are_built_beside_it(sample: Path, tmp_path: Path) -> None:
    asked = ("build", "en", "--parallel", "ru,en", "--layout", "interleaved", "--out", tmp_path, "--json")
    editions = assembler(*asked, folder=sample).json["editions"]
    assert [(Path(each["path"]).name, each["kind"]) for each in editions] == [
        ("submission-en.docx", "single"), ("submission-ru-en-interleaved.docx", "parallel"),
    ]  # fmt: skip


def test_a_final_one_is_refused_while_a_translation_is_missing(sample: Path, tmp_path: Path) -> None:
    built = assembler("build", "--parallel", "ru,kk", "--final", "--out", tmp_path, "--json", folder=sample)
    assert (built.code, built.json["editions"]) == (1, [])
    assert "translation-missing" in {each["code"] for each in built.json["findings"]}


def test_the_contents_are_in_the_language_asked_for(sample: Path, tmp_path: Path) -> None:
    asked = ("build", "--parallel", "ru,en", "--contents", "en", "--out", tmp_path, "--quiet")
    assert assembler(*asked, folder=sample).code == 0
    body = part((tmp_path / "submission-ru-en-columns.docx").read_bytes(), "word/document.xml")
    listed = "".join(found(body, ".//w:sdt//w:t/text()"))
    assert listed.startswith("Contents")
    assert "Введение" not in listed
    assert "Introduction" in listed


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--parallel", "ru"), 2, "two languages or more"),
        (("--parallel", "ru,de"), 2, "de"),
        (("--parallel", "ru,en", "--contents", "kk"), 2, "kk"),
        (("--parallel", "ru,en", "--layout", "facing"), 2, "facing"),
    ],
)
def test_what_cannot_be_is_refused(sample: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    refused = assembler("build", *arguments, folder=sample)
    assert refused.code == code
    assert said in refused.err


def test_three_columns_turn_the_paper_of_the_letterhead(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    shutil.copytree(sample, folder)
    (folder / "styles/letterhead.docx").write_bytes(docx_letterhead())
    file = folder / "submission.toml"
    file.write_text('letterhead = "styles/letterhead.docx"\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    sizes = {}
    for languages in ("ru,en", "ru,kk,en"):
        assert assembler("build", "--parallel", languages, "--quiet", folder=folder).code == 0
        data = (folder / f"out/submission-{languages.replace(',', '-')}-columns.docx").read_bytes()
        body = part(data, "word/document.xml")
        sizes[languages] = [found(body, f".//w:sectPr/w:pgSz/@w:{side}") for side in ("w", "h")]
    upright, turned = ("12240", "15840"), ("15840", "12240")
    assert list(zip(*sizes["ru,en"], strict=True)) == [upright, turned, upright]  # a wide table has a page of its own
    assert list(zip(*sizes["ru,kk,en"], strict=True)) == [turned]


def test_the_odt_letterhead_is_turned_too(sample: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    shutil.copytree(sample, folder)
    (folder / "styles/letterhead.odt").write_bytes(odt_letterhead(tool, tmp_path))
    file = folder / "submission.toml"
    file.write_text('letterhead = "styles/letterhead.odt"\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert assembler("build", "--parallel", "ru,kk,en", "--format", "odt", "--quiet", folder=folder).code == 0
    styles = odf.part((folder / "out/submission-ru-kk-en-columns.odt").read_bytes(), "styles.xml")
    for layout in odf.elements(styles, ".//style:page-layout/style:page-layout-properties"):
        width, height = (float(str(layout.get(f"{odf.FO}page-{side}")).rstrip("mcin")) for side in ("width", "height"))
        assert width > height


# --- the real submission ---------------------------------------------------------------------------------------------

WORD = re.compile(r"(?<![\[^{#(/<:\w.-])[A-Za-z]{3,}(?![\w\]})/>@-])")


def made_up(text: str, code: str) -> str:
    """A text in no language, with the markup of `text`: each word turned round, with letters of the language before."""
    return WORD.sub(lambda word: {"ru": "щ", "kk": "ң"}[code] + word[0][::-1].lower(), text)


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = sorted((shared / "real" / "iccpr-2016-en").glob("[0-9]*.md"))
    if not files:
        pytest.skip("the real submission is absent")
    root = tmp_path_factory.mktemp("real") / "submission"
    assert assembler("new", root, "--empty", "--languages", "en,ru,kk", folder=root.parent).code == 0
    assert assembler("adopt", *files, "--lang", "en", "--quiet", folder=root).code == 0
    assert assembler("update", "--quiet", folder=root).code == 0
    for file in root.glob("locales/*/LC_MESSAGES/*.po"):
        code = file.parent.parent.name
        catalog, _ = po.read(file.read_bytes(), path=file.name, name=file.stem, language=code)
        entries = (
            revised(each, translation=made_up(each.source, code)) if each.is_unit else each for each in catalog.entries
        )
        file.write_bytes(po.write(replace(catalog, entries=tuple(entries))))
    return root


Rows: TypeAlias = Callable[[bytes], Iterator[list[etree._Element]]]
Ids: TypeAlias = Callable[[etree._Element, str], list[str]]
READERS: dict[str, tuple[Rows, Ids]] = {"docx": (docx_rows, docx_ids), "odt": (odt_rows, odt_ids)}


def test_the_real_submission_stands_in_three_columns_row_by_row(real: Path, tmp_path: Path) -> None:
    asked = ("build", "--parallel", "en,ru,kk", "--format", "docx,odt,html", "--out", tmp_path, "--json")
    built = assembler(*asked, folder=real)
    assert built.code == 0, built.err
    for format, (rows, ids) in READERS.items():
        data = (tmp_path / f"submission-en-ru-kk-columns.{format}").read_bytes()
        shown = [
            [ids(cell, code) for cell, code in zip(cells, ("en", "ru", "kk"), strict=True)] for cells in rows(data)
        ]
        assert len(shown) > 600
        assert all(len({tuple(each) for each in row}) == 1 for row in shown)
    files = [tmp_path / f"submission-en-ru-kk-columns.{format}" for format in READERS]
    checked = assembler("check", "--file", files[0], "--file", files[1], "--severity", "error", folder=real)
    assert checked.code == 0, checked.out


def test_the_real_submission_in_two_columns_is_printed_without_blank_pages(
    real: Path, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """The DOCX as LibreOffice converts it at once, the ODT as the toolkit makes PDF of it."""
    soffice, pdftotext = tool("soffice"), tool("pdftotext")
    asked = ("build", "--parallel", "en,ru", "--format", "docx,odt", "--out", tmp_path)
    assert assembler(*asked, folder=real).code == 0
    docx, odt = (tmp_path / f"submission-en-ru-columns.{format}" for format in ("docx", "odt"))
    of_docx = pdf_text(pdftotext, converted(soffice, docx, "pdf", tmp_path)).removesuffix("\f").split("\f")
    assert Pages([], [], of_docx).poor() == []
    ways = {**office.WAYS, **office.WITH_PLACES}
    [pdf] = office.pdfs([odt.read_bytes()], Path(soffice), ways=ways)
    of_odt = pages_of(pdf, pdftotext, tmp_path)
    assert of_odt.poor() == []
    assert len(of_odt.shown) > 20
    assert of_odt.shown == of_odt.headings


def test_the_real_submission_in_three_columns_is_printed_on_full_pages(
    real: Path, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """Pages that are less than half full are the cover, the ends of chapters, and few more."""
    asked = ("build", "--parallel", "en,ru,kk", "--format", "docx", "--out", tmp_path)
    assert assembler(*asked, folder=real).code == 0
    pdf = converted(tool("soffice"), tmp_path / "submission-en-ru-kk-columns.docx", "pdf", tmp_path)
    pages = pdf_text(tool("pdftotext"), pdf).removesuffix("\f").split("\f")
    assert Pages([], [], pages).poor() == []
    letters = sorted(sum(map(str.isalpha, page)) for page in pages)
    usual = letters[len(letters) // 2]
    assert sum(count < usual / 2 for count in letters) < len(pages) / 30
