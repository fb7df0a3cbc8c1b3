"""From `assembler new` to documents in three languages, as someone does who opens a terminal for the first time."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import polib
import pytest

from tests.acceptance.command import Result, assembler


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    assert assembler("new", "ours", folder=tmp_path).code == 0
    return tmp_path / "ours"


def test_a_new_submission_builds_at_once_in_all_its_languages(submission: Path) -> None:
    built = assembler("build", folder=submission)
    assert built.code == 0, built.err
    assert sorted(path.name for path in (submission / "out").glob("*.docx")) == [
        "submission-en.docx",
        "submission-kk.docx",
        "submission-ru.docx",
    ]


def test_its_translations_are_complete_and_its_paragraphs_bear_the_same_numbers(submission: Path) -> None:
    status = assembler("status", "--json", folder=submission)
    for language in status.json["languages"].values():
        assert language["units"]["untranslated"] == language["units"]["fuzzy"] == 0
    assert assembler("check", folder=submission).code == 0


def test_other_languages_and_another_original_can_be_asked_for(tmp_path: Path) -> None:
    made = assembler("new", "two", "--languages", "en,kk", folder=tmp_path)
    assert made.code == 0, made.err
    assert (tmp_path / "two" / "sources" / "en" / "00-introduction.md").is_file()
    assert not (tmp_path / "two" / "sources" / "ru").exists()
    assert assembler("build", folder=tmp_path / "two").code == 0


def test_an_empty_submission_has_no_sections_and_still_builds(tmp_path: Path) -> None:
    assert assembler("new", "none", "--empty", folder=tmp_path).code == 0
    built = assembler("build", "ru", "--json", folder=tmp_path / "none")
    assert built.code == 0, built.err
    assert [edition["languages"] for edition in built.json["editions"]] == [["ru"]]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_its_configuration_shows_how_numbers_and_notes_run_in_the_language_of_the_interface(
    language: str, tmp_path: Path
) -> None:
    assert assembler("--ui-lang", language, "new", "ours", folder=tmp_path).code == 0
    lines = (tmp_path / "ours" / "submission.toml").read_text(encoding="utf-8").splitlines()
    (notes,) = (line for line in lines if line.startswith("numbering = "))
    value, _, comment = notes.partition("#")
    assert value.strip() == 'numbering = "document"'
    assert '"section"' in comment
    assert bool(re.search("[а-я]", comment)) is (language != "en")


def test_the_next_step_can_be_copied_into_the_shell_whatever_the_folder_is_called(tmp_path: Path) -> None:
    for empty in ([], ["--empty"]):
        name = f"Наш доклад{len(empty)}"
        made = assembler("new", name, *empty, folder=tmp_path)
        assert f"cd '{name}' && assembler " in made.out, made.out


def test_a_folder_with_files_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    refused = assembler("new", "mine", folder=tmp_path)
    assert refused.code == 1
    assert "not empty" in refused.err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_the_same_sources_give_the_same_bytes(submission: Path) -> None:
    assembler("build", "ru", "--out", "one", folder=submission)
    assembler("build", "ru", "--out", "two", folder=submission)
    one, two = (submission / folder / "submission-ru.docx" for folder in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert zipfile.is_zipfile(one)


def test_a_changed_source_keeps_its_translation_as_fuzzy_with_the_previous_source(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("Этот небольшой доклад", "Этот совсем другой доклад"), encoding="utf-8")
    updated = assembler("update", "--json", folder=submission)
    assert updated.code == 0, updated.err
    assert updated.json["accounts"]["en"]["fuzzy:source-changed"] == 1
    catalog = polib.pofile(str(submission / "locales" / "en" / "LC_MESSAGES" / "00-introduction.po"))
    (entry,) = [each for each in catalog if each.fuzzy]
    assert entry.msgstr.startswith("This short report")
    assert (entry.previous_msgid or "").startswith("Этот небольшой доклад")
    listed = assembler("status", "en", "--list", "fuzzy", "--json", folder=submission).json["entries"]
    assert [(each["id"], each["reason"]) for each in listed] == [("intro-w7kqd", "source-changed")]


def test_an_update_without_changes_writes_nothing(submission: Path) -> None:
    again = assembler("update", "--json", folder=submission)
    assert again.json["written"] == []


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n{#intro-new22}\nНовый абзац.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in (submission / "locales").rglob("*") if path.is_file()}
    dry = assembler("update", "--dry-run", "--json", folder=submission)
    assert dry.json["accounts"]["en"]["new"] == 1
    assert "locales/en/LC_MESSAGES/00-introduction.po" in dry.json["written"]
    assert before == {path: path.read_bytes() for path in (submission / "locales").rglob("*") if path.is_file()}


def test_a_final_edition_with_a_missing_translation_is_refused_and_says_which(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n{#intro-new22}\nНовый абзац.\n", encoding="utf-8")
    refused = assembler("build", "en", "--final", "--json", folder=submission)
    assert refused.code == 1
    assert refused.json["editions"] == []
    assert missing(refused) == [("intro-new22", "sources/ru/00-introduction.md", "Run: assembler update")]
    assembler("update", folder=submission)
    assembler("mark", "fuzzy", "--lang", "en", "intro-w7kqd", folder=submission)
    catalog = "locales/en/LC_MESSAGES/00-introduction.po"
    assert missing(assembler("build", "en", "--final", "--json", folder=submission)) == [
        ("intro-w7kqd", catalog, "Correct the translation in the"),
        ("intro-new22", catalog, "Translate it in the"),
    ]
    draft = assembler("build", "en", "--json", folder=submission)
    assert draft.code == 0
    assert draft.json["editions"][0]["units"]["untranslated"] == 1


def missing(refused: Result) -> list[tuple[str, str, str]]:
    """ID, file and the beginning of the hint of each missing translation."""
    found = [each for each in refused.json["findings"] if each["code"] == "translation-missing"]
    return [(each["id"], each["file"], re.split(";| catalog", each["hint"])[0]) for each in found]


def test_paragraphs_get_the_ids_they_lack_and_no_other_byte_changes(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    text = section.read_text(encoding="utf-8") + "\nАбзац без имени.\n"
    section.write_text(text, encoding="utf-8")
    assert assembler("ids", "--check", folder=submission).code == 1
    assert assembler("ids", folder=submission).code == 0
    now = section.read_text(encoding="utf-8")
    added = [line for line in now.splitlines() if line not in text.splitlines()]
    assert len(added) == 1
    assert now.replace(added[0] + "\n", "") == text
    assert assembler("ids", "--check", folder=submission).code == 0


def test_a_translation_below_the_limit_is_told_by_the_exit_code(submission: Path) -> None:
    assert assembler("status", "en", "--fail-under", "100", folder=submission).code == 0
    section = submission / "sources" / "ru" / "00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n{#intro-new22}\nНовый абзац.\n", encoding="utf-8")
    assert assembler("status", "en", "--fail-under", "100", folder=submission).code == 1


def test_a_wrong_word_gets_the_nearest_right_one(tmp_path: Path) -> None:
    wrong = assembler("bulid", folder=tmp_path)
    assert wrong.code == 2
    assert "build" in wrong.err


def test_the_folder_may_be_named_before_the_command_or_behind_it(tmp_path: Path) -> None:
    assembler("new", "report", folder=tmp_path)
    inside = assembler("status", "--json", folder=tmp_path / "report")
    assert inside.code == 0
    assert assembler("-C", "report", "status", "--json", folder=tmp_path) == inside
    assert assembler("status", "--json", "-C", "report", folder=tmp_path) == inside
    assert assembler("-C", tmp_path, "status", "-C", "report", "--json", folder=tmp_path.parent) == inside


def test_the_organisation_on_its_cover_is_what_a_committee_asks_for(submission: Path) -> None:
    done = assembler("check", "--profile", "ccpr-ngo", "--json", folder=submission)
    asked = " ".join(each["message"] for each in done.json["findings"] if each["code"] == "profile-cover-incomplete")
    assert "“state”" in asked
    assert "organisation" not in asked


def test_a_final_edition_with_the_covers_words_of_the_specimen_is_said(tmp_path: Path) -> None:
    assert assembler("new", "ours", "--languages", "ru,kk", folder=tmp_path).code == 0
    ours = tmp_path / "ours"
    assert said_of_the_specimen(ours) == ["cover.organisation", "subtitle", "title"]
    file = ours / "submission.toml"
    text = file.read_text(encoding="utf-8")
    for words in ("Образец доклада", "Название вашей коалиции"):
        text = text.replace(words, "Наше")
    file.write_text(text, encoding="utf-8")
    assert said_of_the_specimen(ours) == ["subtitle"]
    assert "specimen-words" not in assembler("build", "ru", folder=ours).err


def said_of_the_specimen(ours: Path) -> list[str]:
    built = assembler("build", "ru", "--final", "--json", folder=ours)
    return sorted(each["id"] for each in built.json["findings"] if each["code"] == "specimen-words")
