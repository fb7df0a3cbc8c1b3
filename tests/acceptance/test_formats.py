"""The formats that people read, from the command line: a page and a PDF for each language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.pages import parsed, said_by_docx, said_by_html
from tests.tools import pdf_text

LANGUAGES = ("ru", "kk", "en")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def built(sample: Path) -> Path:
    result = assembler("build", "--format", "docx,html", "--json", folder=sample)
    assert result.code == 0, result.err
    assert [each["format"] for each in result.json["editions"]] == ["docx", "html"] * 3
    return sample / "out"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_sample_says_what_its_docx_says(built: Path, language: str) -> None:
    page = said_by_html(parsed((built / f"submission-{language}.html").read_bytes()))
    docx = said_by_docx((built / f"submission-{language}.docx").read_bytes())
    assert len(page) > 250
    assert page == docx


def test_pdf_of_all_languages_have_the_paragraphs_and_numbers_of_the_page(
    sample: Path, built: Path, tool: Callable[[str], str]
) -> None:
    tool("soffice")
    result = assembler("build", "--format", "pdf", "--json", folder=sample)
    assert result.code == 0, result.err
    assert [each["format"] for each in result.json["editions"]] == ["pdf"] * 3
    for language in LANGUAGES:
        text = "".join(pdf_text(tool("pdftotext"), built / f"submission-{language}.pdf").split())
        text = text.replace("\u2011", "-")
        numbered = [
            each for each in said_by_html(parsed((built / f"submission-{language}.html").read_bytes()))
            if each.place == "text" and each.marker.rstrip(".").isdecimal()
        ]  # fmt: skip
        assert len(numbered) > 80
        for each in numbered:
            assert each.marker + "".join(each.text.split())[:12].replace("\u2011", "-") in text


def test_a_final_page_has_no_ids_but_those_that_are_referred_to(sample: Path) -> None:
    result = assembler("build", "en", "--final", "--format", "html", "--out", "final", folder=sample)
    assert result.code == 0, result.err
    final = (sample / "final" / "submission-en.html").read_text(encoding="utf-8")
    draft = (sample / "out" / "submission-en.html").read_text(encoding="utf-8")
    assert 'id="art07-' in draft
    assert 0 < final.count(' id="art') < draft.count(' id="art') / 4


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a shell")
def test_pdf_without_libreoffice_is_refused_before_anything_is_written(sample: Path, tmp_path: Path) -> None:
    result = assembler(
        "build", "--format", "docx,pdf", "--out", tmp_path / "none", folder=sample, env={"PATH": str(tmp_path)}
    )
    assert result.code == 2
    assert "sudo apt install libreoffice-writer" in result.err
    assert not (tmp_path / "none").exists()


def test_the_program_that_makes_pdf_can_be_named(sample: Path, tmp_path: Path) -> None:
    failing = tmp_path / "office"
    failing.write_text("#!/bin/sh\necho Error: nothing today >&2\n", encoding="utf-8")
    failing.chmod(0o755)
    for call in (("--office", str(failing)), ()):
        env = {} if call else {"ASSEMBLER_OFFICE": str(failing)}
        result = assembler("build", "en", "--format", "pdf", *call, "--out", tmp_path / "o", folder=sample, env=env)
        assert result.code == 2
        assert "nothing today" in result.err


def test_an_unknown_format_is_named_with_those_there_are(sample: Path) -> None:
    result = assembler("build", "--format", "epub", folder=sample)
    assert result.code == 2
    assert "docx, odt, html, pdf" in result.err
