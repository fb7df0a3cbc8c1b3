"""What `assembler adopt` says in the end is what it did: what was written, and which command goes on with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import assembler
from tests.jobs.test_bring import CONFIGURATION, ENGLISH, RUSSIAN


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "submission.toml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "report.md").write_text(RUSSIAN, encoding="utf-8")
    (tmp_path / "report-en.md").write_text(ENGLISH, encoding="utf-8")
    return folder


def end(root: Path, *arguments: str) -> str:
    done = assembler("adopt", *arguments, folder=root)
    assert done.code == 0, done.err
    return done.out.splitlines()[-1]


def test_new_sections_wait_for_the_update(root: Path) -> None:
    assert end(root, "../report.md", "--lang", "ru") == "Sections adopted: 1. Next: assembler update"


def test_translations_have_updated_the_catalogs_already(root: Path) -> None:
    said = end(root, "../report.md", "../report-en.md", "--lang", "ru,en")
    assert said.startswith("Sections adopted: 1. Files written: ")
    assert said.endswith("Next: assembler status")


def test_a_version_of_sections_that_exist_adopts_none_of_them(root: Path) -> None:
    end(root, "../report.md", "--lang", "ru")
    said = end(root, "../report-en.md", "--lang", "en", "--with", "*")
    assert said.startswith("Files written: ")
    assert said.endswith("Next: assembler status")


def test_where_nothing_is_new_nothing_comes_next(root: Path) -> None:
    end(root, "../report.md", "../report-en.md", "--lang", "ru,en")
    assert end(root, "../report-en.md", "--lang", "en", "--with", "*") == "Nothing was written but the page."
    said = end(root, "../report.md", "--lang", "ru", "--again")
    assert said.startswith("Unchanged: ")
    assert said.endswith(". Nothing was written.")


def test_a_newer_text_waits_for_the_update(root: Path) -> None:
    end(root, "../report.md", "--lang", "ru")
    (root.parent / "report.md").write_text(RUSSIAN.replace("семь жалоб", "восемь жалоб"), encoding="utf-8")
    said = end(root, "../report.md", "--lang", "ru", "--again")
    assert said.endswith("Files written: 1. Next: assembler update")
