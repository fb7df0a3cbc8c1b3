"""`assembler concordance` on the sample: what it says is what LibreOffice prints."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assembler.language import load as languages
from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.tools import converted, pdf_text

NUMBERED = ("paragraph", "item", "table", "note")
"""The kinds of rows whose number stands before their words on the page."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def rows(sample: Path) -> list[dict[str, Any]]:
    run = assembler("concordance", "--json", folder=sample)
    assert (run.code, run.err) == (0, "")
    return list(run.json)


def test_it_lists_every_kind_of_number_in_every_language(rows: list[dict[str, Any]]) -> None:
    assert {row["kind"] for row in rows} >= {"paragraph", "item", "table", "note", "heading", "article"}
    assert all(list(row["texts"]) == ["ru", "kk", "en"] for row in rows)
    assert all(row["number"] == row["numbers"]["ru"] for row in rows if row["kind"] != "heading")
    paragraphs = [row["number"] for row in rows if row["kind"] == "paragraph" and not row["id"].startswith("all-")]
    assert paragraphs == [str(n) for n in range(1, len(paragraphs) + 1)]
    assert [row["number"] for row in rows if row["id"].startswith("all-")][:2] == ["1", "2"]
    assert [row["number"] for row in rows if row["kind"] == "annex"] == ["I", "II", "III"]


@pytest.mark.parametrize(("language", "format"), [("en", "docx"), ("kk", "docx"), ("en", "odt"), ("ru", "odt")])
def test_libreoffice_prints_each_number_before_its_words(
    sample: Path, rows: list[dict[str, Any]], language: str, format: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    assembler("build", language, "--format", format, "--out", tmp_path, folder=sample)
    pdf = converted(tool("soffice"), tmp_path / f"submission-{language}.{format}", "pdf", tmp_path)
    printed = _closed(pdf_text(tool("pdftotext"), pdf))
    expected = {row["id"]: _printed(row, language) for row in rows if row["kind"] in NUMBERED}
    assert len(expected) > 150
    assert {id: text for id, text in expected.items() if text not in printed} == {}


def _printed(row: dict[str, Any], language: str) -> str:
    """The number as it stands on the page, and the first letters: of an item only the innermost marker."""
    number = row["numbers"][language]
    shape = {"paragraph": "{n}.", "table": f"{languages.load(language).labels.table}. "}.get(row["kind"], "{n}")
    label = shape.format(n=number.split(" ")[-1])
    return _closed(label + row["texts"][language].removesuffix("…"))[: len(_closed(label)) + 14]


def _closed(text: str) -> str:
    """Without blanks, and without the hyphens that the end of a line brings."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "").replace("\u2011", "")


def test_for_a_person_it_fits_eighty_columns(sample: Path) -> None:
    shown = assembler("concordance", folder=sample).out.splitlines()
    assert max(map(len, shown)) <= 80
    assert any(line.startswith("15 1)        art02-m4zp  ") for line in shown)
    assert any(line.startswith("table 1      rec-t6pw ") for line in shown)


def test_a_file_for_excel_has_a_column_for_each_number_and_each_text(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    run = assembler(
        "concordance", "en", "kk", "--csv", tmp_path / "new" / "numbers.csv", "--ui-lang", "kk", folder=sample
    )
    assert run.code == 0
    text = (tmp_path / "new" / "numbers.csv").read_text(encoding="utf-8-sig")
    header, *cells = csv.reader(text.splitlines(), delimiter=";")
    assert header[-2:] == ["en", "kk"]
    assert len(header) == 6
    (item,) = [row for row in cells if row[0] == "art02-m4zp"]
    assert item[2:4] == ["15 (1)", "15 1)"]


def test_a_number_that_differs_is_an_error_with_its_place(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(sample, folder)
    source = folder / "sources" / "ru" / "02-article-02.md"
    text = source.read_text(encoding="utf-8")
    assert "1. {#art02-m4zp}" in text
    own = "1. ::: {.only lang=ru}\n   Только в русском издании.\n   :::\n"
    source.write_text(text.replace("1. {#art02-m4zp}", f"{own}2. {{#art02-m4zp}}"), encoding="utf-8")
    run = assembler("concordance", "--json", folder=folder)
    assert run.code == 1
    assert "sources/ru/02-article-02.md:" in run.err
    assert "“art02-m4zp” has the number 15 2) in the edition “ru” and 15 (1) in “en”" in run.err
    assert [row["numbers"] for row in run.json if row["id"] == "art02-m4zp"] == [
        {"ru": "15 2)", "kk": "15 1)", "en": "15 (1)"}
    ]


def test_an_unknown_language_is_refused_with_the_nearest(sample: Path) -> None:
    assert assembler("concordance", "kz", folder=sample).code == 2
