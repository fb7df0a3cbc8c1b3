"""The parallel page through the command line: where it is written, what is refused, the real submission."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.acceptance.test_parallel_editions import real

__all__ = ["real"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page") / "sample"
    copy_sample(folder)
    return folder


def read(file: Path) -> html.HtmlElement:
    """The page as it is once the script has shown all of it."""
    return html.document_fromstring(re.sub("</?noscript>\n", "", file.read_text(encoding="utf-8")))


def found(element: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    return list(element.xpath(path))


def test_the_page_is_written_and_says_what_it_is(sample: Path, tmp_path: Path) -> None:
    asked = ("build", "--parallel", "kk,ru,en", "--format", "page", "--out", tmp_path, "--json")
    (edition,) = assembler(*asked, folder=sample).json["editions"]
    assert Path(edition["path"]).name == "submission-kk-ru-en-page.html"
    assert (edition["kind"], edition["format"], edition["languages"]) == ("parallel", "page", ["kk", "ru", "en"])
    assert edition["units"]["fuzzy"] > 0
    assert [path.name for path in tmp_path.iterdir()] == ["submission-kk-ru-en-page.html"]


def test_it_is_written_beside_other_formats(sample: Path, tmp_path: Path) -> None:
    asked = ("build", "ru", "--parallel", "ru,en", "--format", "page,html", "--out", tmp_path, "--json")
    editions = assembler(*asked, folder=sample).json["editions"]
    names = {"submission-ru.html", "submission-ru-en-columns.html", "submission-ru-en-page.html"}
    assert {Path(each["path"]).name for each in editions} == {path.name for path in tmp_path.iterdir()} == names


def test_it_speaks_the_language_of_the_interface_and_bears_the_date(sample: Path, tmp_path: Path) -> None:
    asked = ("build", "--parallel", "ru,en", "--format", "page", "--ui-lang", "kk", "--date", "2016-05-27")
    assembler(*asked, "--out", tmp_path, folder=sample)
    tree = read(tmp_path / "submission-ru-en-page.html")
    assert tree.get("lang") == "kk-KZ"
    assert "Сүзгілер" in tree.text_content()
    assert "2016 жылғы 27 мамыр" in found(tree, "//header")[0].text_content().replace("\u00a0", " ")


def test_what_check_finds_stands_at_its_unit(sample: Path, tmp_path: Path) -> None:
    file = sample / "sources" / "ru" / "21-article-21.md"
    before = file.read_text(encoding="utf-8")
    file.write_text(before + "\n{#art21-zz9zz}\nСм. [](#nowhere).\n", encoding="utf-8")
    asked = ("build", "--parallel", "ru,en", "--format", "page", "--out", tmp_path)
    assembler(*asked, folder=sample)
    file.write_text(before, encoding="utf-8")
    tree = read(tmp_path / "submission-ru-en-page.html")
    (row,) = found(tree, "//tr[@id='art21-zz9zz']")
    assert found(row, "./td[1]//p[contains(@class, 'finding')]/code[text()='reference-to-nothing']")
    assert "x" in row.get("data-s", "").split("/")[0]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--format", "page"), "--parallel ru,en"),
        (("--parallel", "ru,en", "--format", "page", "--final"), "without --final"),
        (("kk", "--parallel", "ru,en", "--format", "page"), "name another format"),
        (("--bilingual", "kk", "--format", "page"), "is no format"),
        (("--parallel", "ru", "--format", "page"), "two languages"),
        (("--parallel", ""), "name its languages"),
        (("--layout", "interleaved"), "name its languages"),
    ],
)
def test_what_cannot_be_is_refused(asked: tuple[str, ...], said: str, sample: Path, tmp_path: Path) -> None:
    built = assembler("build", *asked, "--out", tmp_path, folder=sample)
    assert built.code == 2
    assert said in " ".join(built.err.split())
    assert not list(tmp_path.iterdir())


def test_the_real_submission_stands_row_by_row(real: Path, tmp_path: Path) -> None:
    built = assembler("build", "--parallel", "en,ru,kk", "--format", "page", "--out", tmp_path, "--json", folder=real)
    assert built.code == 0, built.err
    tree = read(tmp_path / "submission-en-ru-kk-page.html")
    rows = found(tree, "//main/table/tbody/tr")
    assert len(rows) > 600
    units = assembler("status", "ru", "--json", folder=real).json["languages"]["ru"]["units"]
    assert sum("t" in row.get("data-s", "").split("/")[1] for row in rows) > units["translated"] * 0.5
    for row in rows:
        empty = [not cell.text_content().strip() and cell.find(".//img") is None for cell in found(row, "./td[@lang]")]
        assert len(set(empty)) == 1, row.get("id")
