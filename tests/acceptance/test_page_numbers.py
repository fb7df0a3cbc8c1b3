"""The contents of a final DOCX say on which page each heading stands, without being asked to update."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.docx_parts import W, fields, found, part
from tests.tools import converted, pdf_text


@pytest.fixture(scope="module")
def submission(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample."""
    return copy_sample(tmp_path_factory.mktemp("pages"))


def entries(data: bytes) -> list[tuple[str, str]]:
    """Each line of the contents: the words, and the page that it shows."""
    lines = []
    for line in part(data, "word/document.xml").iter(f"{{{W}}}sdtContent"):
        for paragraph in line.iter(f"{{{W}}}hyperlink"):
            texts = found(paragraph, ".//w:t/text()")
            lines.append((texts[0], "".join(texts[1:])))
    return lines


def words(text: str) -> str:
    return re.sub(r"\W+", "", text)


def test_the_pages_are_those_on_which_the_headings_stand(
    submission: Path, tool: Callable[[str], str], tmp_path: Path
) -> None:
    office, pdftotext = tool("soffice"), tool("pdftotext")
    built = assembler("build", "kk", "--final", "--missing", "source", "--office", office, folder=submission)
    assert built.code == 0, built.err
    file = submission / "out/submission-kk.docx"
    listed = entries(file.read_bytes())
    assert len(listed) > 15
    pages = pdf_text(pdftotext, converted(office, file, "pdf", tmp_path)).split("\f")
    for heading, page in listed:
        assert words(heading) in words(pages[int(page) - 1]), heading
    shown = [re.search(r"\.{3,} ?(\d+)$", line) for line in "\n".join(pages[1:3]).splitlines()]
    assert [found[1] for found in shown if found] == [page for _, page in listed], "and they are seen"
    assert [int(page) for _, page in listed] == sorted(int(page) for _, page in listed)
    assert 'TOC \\o "1-3" \\h \\z \\u' in fields(part(file.read_bytes(), "word/document.xml"))


def test_drafts_have_them_when_asked(submission: Path, tool: Callable[[str], str]) -> None:
    file = submission / "out/submission-en.docx"
    assert assembler("build", "en", folder=submission).code == 0
    assert {page for _, page in entries(file.read_bytes())} == {""}
    assert assembler("build", "en", "--page-numbers", "--office", tool("soffice"), folder=submission).code == 0
    assert all(int(page) > 1 for _, page in entries(file.read_bytes()))


def test_a_program_that_does_not_do_it_costs_the_numbers_and_no_more(submission: Path, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho broken >&2\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    built = assembler(
        "build", "ru", "--final", "--missing", "source", "--office", str(program), "--json", folder=submission
    )
    assert built.code == 0
    assert len(built.json["editions"]) == 1
    assert "contents-pages-unknown" in {each["code"] for each in built.json["findings"]}
    data = (submission / "out/submission-ru.docx").read_bytes()
    assert {page for _, page in entries(data)} == {""}
    quiet = assembler("build", "ru", "--final", "--missing", "source", "--no-page-numbers", "--json", folder=submission)
    assert not [each for each in quiet.json["findings"] if each["code"].startswith("contents-")]
