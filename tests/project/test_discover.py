"""Which files are sections, and which only look like some."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.project import config, discover, store

CONFIGURATION = """\
title = "T"
original = "en"
[languages.en]
[languages.ru]

[sections.07-artcle]
numbered = false
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "submission.toml").write_text(CONFIGURATION, encoding="utf-8")
    put(tmp_path, "sources/en/07-article.md")
    return tmp_path


def put(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("{#p-aa}\nText.\n", encoding="utf-8")


def test_a_submission_without_sections_is_said_and_not_each_setting_for_one(root: Path) -> None:
    (root / "sources/en/07-article.md").unlink()
    [finding] = store.load(root).findings
    assert finding.code == "no-sections"
    assert "sources/en/01-introduction.md" in finding.hint()


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("sources/top.md", "sources/en/top.md"),
        ("sources/ru/part1/b.md", "sources/ru/b.md"),
        ("sources/ru/08.md.txt", "sources/ru/08.md"),
        ("sources/ru/08.MD", "sources/ru/08.md"),
        ("sources/ru/08.markdown", "sources/ru/08.md"),
    ],
)
def test_a_file_that_looks_like_a_section_and_is_not_read_is_said(root: Path, path: str, wanted: str) -> None:
    put(root, path)
    [finding] = [each for each in store.load(root).findings if each.code == "section-overlooked"]
    assert finding.place.file == path
    assert wanted in finding.hint()


@pytest.mark.parametrize(
    "path", ["sources/ru/.08.md.part", "sources/ru/map.png", "sources/.trash/a/b.md", "sources/ru/~$07.docx"]
)
def test_other_files_and_hidden_ones_are_passed_over(root: Path, path: str) -> None:
    put(root, path)
    assert list(discover.overlooked(root, config.read(CONFIGURATION))) == []


def test_a_setting_of_a_section_that_does_not_exist_is_said_with_the_nearest(root: Path) -> None:
    [finding] = store.load(root).findings
    assert (finding.code, finding.place.line) == ("setting-without-section", 6)
    assert "07-article" in finding.hint()


def test_a_text_file_among_the_sections_is_said_and_is_no_error(root: Path) -> None:
    file = root / "sources" / "ru" / "09.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("Текст.\n", encoding="utf-8")
    [finding] = [each for each in store.load(root).findings if each.place.file == "sources/ru/09.txt"]
    assert (finding.code, finding.severity.value) == ("text-file-in-sources", "warning")
    assert "sources/ru/09.md" in finding.hint()


@pytest.mark.parametrize("name", ["26.docx", "26.DOC", "26.odt", "26.rtf"])
def test_a_document_among_the_sections_is_said_and_how_a_section_is_made_of_it(root: Path, name: str) -> None:
    put(root, f"sources/ru/{name}")
    [finding] = [each for each in store.load(root).findings if each.place.file == f"sources/ru/{name}"]
    assert (finding.code, finding.severity.value) == ("document-in-sources", "warning")
    assert "assembler adopt FILE --lang ru" in finding.hint()


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("locales/ru/07-article.po", "locales/ru/LC_MESSAGES/07-article.po"),
        ("locales/07-article.po", "locales/…/LC_MESSAGES/07-article.po"),
        ("locales/ru/LC_MESSAGES/07-article.po.txt", "locales/ru/LC_MESSAGES/07-article.po"),
        ("locales/ru/LC_MESSAGES/from-aigul/07-article.PO", "locales/ru/LC_MESSAGES/07-article.po"),
    ],
)
def test_a_catalog_that_lies_where_nobody_reads_it_is_said(root: Path, path: str, wanted: str) -> None:
    put(root, path)
    [finding] = [each for each in store.load(root).findings if each.code == "catalog-overlooked"]
    assert finding.place.file == path
    assert wanted in finding.hint()


@pytest.mark.parametrize(
    ("path", "there", "wanted"),
    [
        ("locales/ru/07.po", "locales/ru/LC_MESSAGES/07.po", "locales/ru/LC_MESSAGES/07-2.po"),
        ("sources/ru/07.md.txt", "sources/ru/07.md", "sources/ru/07-2.md"),
    ],
)
def test_nobody_is_told_to_write_over_a_file_that_is_there(root: Path, path: str, there: str, wanted: str) -> None:
    put(root, there)
    put(root, path)
    [finding] = [each for each in store.load(root).findings if each.place.file == path]
    assert wanted in finding.hint()
    assert there not in finding.hint()


def test_catalogs_of_a_language_that_the_submission_does_not_have_are_said_once(root: Path) -> None:
    put(root, "locales/kk/LC_MESSAGES/07-article.po")
    put(root, "locales/kk/LC_MESSAGES/08-article.po")
    found = [each.place.file for each in store.load(root).findings if each.code == "language-folder"]
    assert found == ["locales/kk"]


@pytest.mark.parametrize("name", ["07.po", "07.po~", ".07.po.swp", "07.mo", "07.poedit"])
def test_catalogs_in_their_place_and_what_editors_leave_beside_them_are_not_said(root: Path, name: str) -> None:
    put(root, f"locales/ru/LC_MESSAGES/{name}")
    put(root, "locales/07.pot")
    assert not [each for each in store.load(root).findings if each.place.file and "locales" in each.place.file]
