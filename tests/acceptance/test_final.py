"""What must not happen to a document that is submitted: a note gone, a text untranslated, and nobody told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import assembler


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    assert assembler("new", "ours", folder=tmp_path).code == 0
    return tmp_path / "ours"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def codes(json: dict[str, list[dict[str, str]]]) -> set[str]:
    return {finding["code"] for finding in json["findings"]}


def test_a_translation_without_its_note_mark_is_refused_and_named(submission: Path) -> None:
    edit(submission / "locales/en/LC_MESSAGES/07-article-07.po", "torture;[^art07-nv5c] only", "torture; only")
    refused = assembler("build", "en", "--final", "--json", folder=submission).json
    assert refused["editions"] == []
    assert {"note-mark-lost", "note-not-printed"} <= codes(refused)
    draft = assembler("build", "en", "--json", folder=submission)
    assert draft.code == 1
    assert len(draft.json["editions"]) == 1


def test_a_text_without_id_is_refused_in_every_language_but_its_own(submission: Path) -> None:
    section = submission / "sources/ru/00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\nАбзац без имени.\n", encoding="utf-8")
    refused = assembler("build", "en", "--final", "--json", folder=submission).json
    assert refused["editions"] == []
    assert "translation-without-id" in codes(refused)
    assert len(assembler("build", "ru", "--final", "--json", folder=submission).json["editions"]) == 1


def test_a_catalog_of_another_language_of_the_submission_is_refused(submission: Path) -> None:
    folder = submission / "locales"
    english, russian = (folder / code / "LC_MESSAGES/07-article-07.po" for code in ("en", "ru"))
    russian.write_bytes(english.read_bytes())
    refused = assembler("build", "ru", "--final", "--json", folder=submission)
    assert (refused.code, refused.json["editions"]) == (1, [])
    assert "catalog-in-other-folder" in codes(refused.json)
    assert len(assembler("build", "en", "--final", "--json", folder=submission).json["editions"]) == 1


def test_check_finds_what_build_would_refuse(submission: Path) -> None:
    edit(submission / "submission.toml", 'style = "un"', 'style = "uno"')
    checked = assembler("check", folder=submission)
    assert checked.code == 2
    assert "styles/uno.toml" in checked.err


def test_what_is_wrong_in_every_edition_alike_is_said_once_with_its_place(submission: Path) -> None:
    edit(submission / "sources/kk/07-article-07.md", "[](#art07-zd8fk){form=acc}", "[](#intro-w7kqd)")
    edit(submission / "locales/en/LC_MESSAGES/07-article-07.po", "[](#art07-zd8fk)", "[](#intro-w7kqd)")
    edit(submission / "locales/ru/LC_MESSAGES/07-article-07.po", "[](#art07-zd8fk){form=acc}", "[](#intro-w7kqd)")
    assembler("update", folder=submission)
    found = assembler("check", "--json", folder=submission).json["findings"]
    (one,) = [each for each in found if each["code"] == "target-without-number"]
    assert (one["file"], one["language"]) == ("sources/kk/07-article-07.md", None)
    assert one["line"] > 1


def test_a_reference_to_nothing_is_said_once(submission: Path) -> None:
    edit(submission / "sources/kk/07-article-07.md", "[](#art07-zd8fk){form=acc}", "[](#art07-zd8fx)")
    found = assembler("check", "--json", folder=submission).json["findings"]
    assert [each["code"] for each in found if "art07-zd8fx" in each["message"]].count("target-not-here") == 0
    assert "reference-to-nothing" in {each["code"] for each in found}
