"""A file of a section that was copied: the cause is said once, whatever is built, and not for each of its IDs."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.formats.docx.lint.lint import lint
from tests.acceptance.command import assembler
from tests.acceptance.place import Place

TABLE = "\n".join(("| [A]{#c1} | [B]{#c2} |", "|---|---|", "| [One]{#r1} | two |"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = Place(tmp_path)
    place.section("ru", "01", a="Первый абзац.", b="Второй абзац, см. [](#t){form=acc}.", c="Третий абзац.")
    section = tmp_path / "sources" / "ru" / "01.md"
    captioned = "{#t-cap .caption}\nЧисло жалоб\n\n{#t}\n" + TABLE
    section.write_text(f"{section.read_text(encoding='utf-8')}\n{captioned}\n", encoding="utf-8")
    return tmp_path


def copied(root: Path) -> None:
    sections = root / "sources" / "ru"
    (sections / "02.md").write_bytes((sections / "01.md").read_bytes())


def said(root: Path, *arguments: str) -> list[str]:
    found = assembler(*arguments, "--json", folder=root).json["findings"]
    return sorted(each["code"] for each in found if each["code"] not in ("not-current", "untranslated"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("build", "ru", "en", "--format", "docx,odt,html"),
        ("build", "--parallel", "ru,en", "--format", "docx,odt,html"),
        ("build", "--bilingual", "en"),
        ("build", "--review", "en"),
    ],
    ids=" ".join,
)
def test_the_cause_is_said_once(root: Path, arguments: tuple[str, ...]) -> None:
    before = said(root, *arguments)
    copied(root)
    assert sorted([*before, "section-twice"]) == said(root, *arguments)


def test_an_id_of_two_sections_is_said_where_it_is_used_again_and_nowhere_else(root: Path) -> None:
    Place(root).section("ru", "02", d="Четвертый абзац.", a="Пятый абзац.", e="Шестой абзац.")
    assert said(root, "build", "ru", "--format", "docx,odt,html") == ["id-in-two-sections"]


def test_no_bookmark_stands_twice_in_the_document(root: Path) -> None:
    copied(root)
    said(root, "build", "ru", "--format", "docx")
    data = (root / "out" / "submission-ru.docx").read_bytes()
    assert [each.code for each in lint(data, "submission-ru.docx") if each.code == "duplicate-bookmark"] == []


@pytest.mark.parametrize("arguments", [("ru",), ("--parallel", "ru,en")], ids=" ".join)
def test_what_cannot_be_written_is_said_at_its_place_in_the_source(root: Path, arguments: tuple[str, ...]) -> None:
    section = root / "sources" / "ru" / "01.md"
    section.write_text(section.read_text(encoding="utf-8").replace("Третий", "Третий\ufffe"), encoding="utf-8")
    found = assembler("build", *arguments, "--json", folder=root).json["findings"]
    places = {(each["file"], each["id"]) for each in found if each["code"] == "docx-illegal-character"}
    assert places == {("sources/ru/01.md", "c")}
