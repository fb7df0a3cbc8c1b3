"""Wrong input is answered with what, where and what to do; nothing is lost and nothing is half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import Result, assembler


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    assert assembler("new", "ours", folder=tmp_path).code == 0
    return tmp_path / "ours"


def says(result: Result, code: int, *words: str) -> None:
    assert result.code == code, result.err
    for word in words:
        assert word in result.err


def test_no_submission(tmp_path: Path) -> None:
    says(assembler("build", folder=tmp_path), 2, "submission.toml", "assembler new")


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    says(assembler("build", "-C", "nowhere", folder=tmp_path), 2, "nowhere")


def test_broken_toml(submission: Path) -> None:
    file = submission / "submission.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n[languages\n", encoding="utf-8")
    says(assembler("status", folder=submission), 2, "submission.toml:", "not TOML")


def test_a_section_that_is_not_utf_8(submission: Path) -> None:
    (submission / "sources" / "ru" / "08.md").write_bytes("{#a-b}\nСтатья\n".encode("cp1251"))
    says(assembler("build", folder=submission), 2, "sources/ru/08.md:2", "UTF-8")


def test_an_empty_section_is_said_and_the_rest_is_built(submission: Path) -> None:
    (submission / "sources" / "ru" / "08.md").write_text("", encoding="utf-8")
    result = assembler("build", "ru", folder=submission)
    says(result, 0, "sources/ru/08.md", "empty")
    assert (submission / "out" / "submission-ru.docx").is_file()


def test_a_catalog_of_another_section_is_merged_by_id_and_nothing_is_lost(submission: Path) -> None:
    folder = submission / "locales" / "en" / "LC_MESSAGES"
    (folder / "00-introduction.po").replace(folder / "99-other.po")
    result = assembler("update", "--json", folder=submission)
    assert result.code == 0, result.err
    assert "This short report" in (folder / "00-introduction.po").read_text(encoding="utf-8")
    status = assembler("status", "en", "--json", folder=submission).json
    assert status["languages"]["en"]["units"]["untranslated"] == 0


def test_a_document_in_the_place_of_a_catalog_is_named_and_left_alone(submission: Path) -> None:
    assert assembler("build", "en", folder=submission).code == 0
    catalog = submission / "locales" / "kk" / "LC_MESSAGES" / "00-introduction.po"
    document = (submission / "out" / "submission-en.docx").read_bytes()
    catalog.write_bytes(document)
    for command in ("status", "update", "build"):
        says(assembler(command, folder=submission), 2, "00-introduction.po", "no-catalog", "assembler adopt FILE")
    assert catalog.read_bytes() == document


def test_a_catalog_is_not_adopted_as_a_document(submission: Path) -> None:
    before = sorted(submission.rglob("*"))
    result = assembler("adopt", "locales/kk/LC_MESSAGES/00-introduction.po", "--lang", "kk", folder=submission)
    says(result, 2, "00-introduction.po", "catalog of translations", "locales")
    assert sorted(submission.rglob("*")) == before


def test_a_profile_that_does_not_exist_is_said_before_anything_is_looked_at(submission: Path) -> None:
    catalog = submission / "locales" / "kk" / "LC_MESSAGES" / "00-introduction.po"
    catalog.write_bytes(b'msgid "')
    says(assembler("check", "--profile", "ccpr", folder=submission), 2, "“ccpr”", "Did you mean “ccpr-ngo”?")


def test_a_damaged_catalog_stops_the_work_and_is_left_as_it_is(submission: Path) -> None:
    file = submission / "locales" / "en" / "LC_MESSAGES" / "07-article-07.po"
    damaged = file.read_text(encoding="utf-8").replace('msgid "7-бап"', 'msgid "7-бап')
    file.write_text(damaged, encoding="utf-8")
    for command in ("update", "status", "build"):
        says(assembler(command, folder=submission), 2, "locales/en/LC_MESSAGES/07-article-07.po:")
    assert file.read_text(encoding="utf-8") == damaged


def test_an_unknown_class(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    section.write_text(
        section.read_text(encoding="utf-8") + "\n::: recomendation\n{#in-aa}\nТекст.\n:::\n", encoding="utf-8"
    )
    result = assembler("check", folder=submission)
    assert "sources/ru/00-introduction.md:10" in result.err
    assert "recomendation" in result.err
    assert "recommendation" in result.err


def test_a_missing_style_sheet(submission: Path) -> None:
    file = submission / "submission.toml"
    text = file.read_text(encoding="utf-8").replace('style = "un"', 'style = "unn"')
    file.write_text(text, encoding="utf-8")
    says(assembler("build", folder=submission), 2, "styles/unn.toml", "un")


def test_an_output_folder_that_cannot_be_written(submission: Path) -> None:
    (submission / "taken").write_text("a file", encoding="utf-8")
    says(assembler("build", "--out", "taken/here", folder=submission), 2, "cannot be written")


def test_a_language_without_a_data_file(submission: Path) -> None:
    file = submission / "submission.toml"
    text = file.read_text(encoding="utf-8").replace("[languages.en]", "[languages.en]\n[languages.uz]")
    file.write_text(text, encoding="utf-8")
    says(assembler("build", folder=submission), 2, "submission.toml:", "uz", "uz.toml")


def test_a_section_in_two_languages_without_a_word_which_is_the_original(submission: Path) -> None:
    text = (submission / "sources" / "ru" / "00-introduction.md").read_text(encoding="utf-8")
    (submission / "sources" / "en" / "00-introduction.md").parent.mkdir(exist_ok=True)
    (submission / "sources" / "en" / "00-introduction.md").write_text(text, encoding="utf-8")
    says(assembler("build", folder=submission), 2, "00-introduction", "en, ru", 'original = "ru"')


def test_a_language_that_the_submission_does_not_have(submission: Path) -> None:
    says(assembler("build", "fr", folder=submission), 2, "fr", "It has these: ru, kk, en.")


def test_a_format_that_does_not_exist(submission: Path) -> None:
    says(assembler("build", "--format", "docs", folder=submission), 2, "docs", "docx")


def test_a_rule_that_does_not_exist(submission: Path) -> None:
    says(assembler("check", "--rule", "note-mark-losst", folder=submission), 2, "Did you mean “note-mark-lost”?")
    says(assembler("check", "--rule", "zzz", folder=submission), 2, "zzz", "typography", "references")


def test_a_rule_keeps_to_its_findings(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n{#z-zz .strange}\nТекст.\n\nБез.\n", encoding="utf-8")
    result = assembler("check", "--rule", "missing-id", "--rule", "unused-note", "--json", folder=submission)
    assert {each["code"] for each in result.json["findings"]} == {"missing-id"}


def test_the_beginning_of_a_section_name_gets_the_whole(submission: Path) -> None:
    says(assembler("status", "--section", "07", folder=submission), 2, "07-article-07")


def test_renaming_an_id_succeeds_whatever_else_is_wrong(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n{#in-aa}\nСм. [](#in-zz).\n", encoding="utf-8")
    assert assembler("check", folder=submission).code == 1
    renamed = assembler("ids", "--rename", "in-aa", "in-bb", folder=submission)
    says(renamed, 0)
    assert "in-aa is now in-bb" in renamed.out
    assert renamed.err == ""
    assert "{#in-bb}" in section.read_text(encoding="utf-8")


def test_an_id_of_the_configuration_cannot_be_that_of_a_paragraph(submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n{#title}\nТекст.\n", encoding="utf-8")
    says(assembler("check", folder=submission), 1, "sources/ru/00-introduction.md", "id-of-configuration")


def test_languages_with_commas_between_them_are_meant_as_with_blanks(submission: Path) -> None:
    assert assembler("build", "ru,kk", folder=submission).code == 0
    assert sorted(path.name for path in (submission / "out").iterdir()) == ["submission-kk.docx", "submission-ru.docx"]
    says(assembler("status", "ru,de", folder=submission), 2, "“de”")
