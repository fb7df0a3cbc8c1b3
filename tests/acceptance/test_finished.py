"""Finished documents are read again: by a final build before it writes, and by `check --file` whoever saved them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import assembler


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    assert assembler("new", "ours", folder=tmp_path).code == 0
    return tmp_path / "ours"


def test_a_final_edition_with_a_place_on_somebodys_disk_is_not_written_in_any_format(submission: Path) -> None:
    section = submission / "sources/ru/00-introduction.md"
    link = "\n{#in-disk}\nСм. [отчёт](file:///C:/Users/ann/report.docx).\n"
    section.write_text(section.read_text(encoding="utf-8") + link, encoding="utf-8")
    refused = assembler("build", "ru", "--final", "--format", "docx,odt", "--json", folder=submission)
    assert (refused.code, refused.json["editions"]) == (1, [])
    assert {finding["file"] for finding in refused.json["findings"] if finding["code"] == "trace-path"} == {
        "submission-ru.docx", "submission-ru.odt"
    }  # fmt: skip
    assert not (submission / "out").exists()
    assert len(assembler("build", "ru", "--json", folder=submission).json["editions"]) == 1


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_a_document_is_looked_at_outside_of_any_submission(submission: Path, tmp_path: Path, format: str) -> None:
    assert assembler("build", "en", "--format", format, folder=submission).code == 0
    document = tmp_path / f"sent back.{format}"
    (submission / f"out/submission-en.{format}").rename(document)
    good = assembler("check", "--file", document.name, folder=tmp_path)
    assert (good.code, good.out.strip()) == (0, "Nothing found.")
    draft = assembler("check", "--file", document.name, "--final", "--json", folder=tmp_path)
    assert draft.code == 1
    assert {finding["code"] for finding in draft.json["findings"]} == {"trace-unit-bookmark"}
    assert {finding["file"] for finding in draft.json["findings"]} == {document.name}


def test_what_is_no_document_cannot_be_read(submission: Path) -> None:
    for name in ("submission.toml", "nowhere.docx"):
        done = assembler("check", "--file", name, folder=submission)
        assert done.code == 2
        assert name in done.err


def test_languages_and_final_are_of_no_use_where_they_do_not_belong(submission: Path) -> None:
    assert assembler("check", "en", "--file", "a.docx", folder=submission).code == 2
    assert assembler("check", "--final", folder=submission).code == 2
