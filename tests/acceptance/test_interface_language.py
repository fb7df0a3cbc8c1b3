"""The interface in Russian and Kazakh: nothing that it says is left in English."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from assembler.cli.overview import COMMANDS
from tests.acceptance.command import Result, assembler
from tools import messages

SPOKEN = pytest.mark.parametrize("language", messages.LANGUAGES)
USAGE = {"en": "Usage:", "ru": "Использование:", "kk": "Қолданылуы:"}
NEXT = {"en": "Next:", "ru": "Далее:", "kk": "Келесі қадам:"}

GAP = re.compile(r"\{\{|\}\}|\{[^{}]*\}|%\(\w+\)s")
SINGLE = {"Usage:", "Options", "Commands", "Error: {message}", "required", "default: {default}"}
"""Messages of one word that are looked for too; others may be names that stand in any text."""


@cache
def english(language: str) -> list[tuple[str, re.Pattern[str]]]:
    """Every message whose translation differs, as a pattern of what it can become."""
    found = []
    for message in messages.read(messages.catalog_path(language), language):
        forms = (message.id,) if isinstance(message.id, str) else message.id
        for form in filter(None, forms):
            words = len(re.findall(r"[A-Za-z]{2,}", GAP.sub(" ", form)))
            if form not in messages.strings(message) and (words > 2 or form in SINGLE):
                literal = [re.escape(piece) for piece in GAP.split(" ".join(form.split()))]
                found.append((form, re.compile(r"(?<!\w)" + ".+?".join(literal))))
    return found


def left_in_english(text: str, language: str) -> list[str]:
    """The messages that the text says in English, however its lines are wrapped."""
    flat = " ".join(text.split())
    return [form for form, pattern in english(language) if pattern.search(flat)]


def says(result: Result, language: str, code: int) -> str:
    """What was said, when nothing of it is English; fails on another exit code and on silence."""
    said = result.out + result.err
    assert result.code == code, said
    assert re.search("[а-я]{3}", said), said
    assert left_in_english(said, language) == []
    assert not re.search(r"(?:(?<= )[a-z]{2,}[ .,]){4}", said), said
    return said


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    assert assembler("new", "ours", folder=tmp_path).code == 0
    return tmp_path / "ours"


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A submission for calls that change nothing."""
    folder = tmp_path_factory.mktemp("untouched")
    assert assembler("new", "ours", folder=folder).code == 0
    return folder / "ours"


def test_english_is_recognized_where_it_is_left(tmp_path: Path) -> None:
    help_text = assembler("build", "--help", folder=tmp_path).out
    assert {"Usage:", "Options", "Print errors only.", "Show this message and exit."} <= set(
        left_in_english(help_text, "ru")
    )


LOCALES = [
    ({"LC_ALL": "kk_KZ.UTF-8", "LANGUAGE": ""}, "kk"),
    ({"LC_ALL": "", "LANG": "ru_RU.UTF-8", "LANGUAGE": ""}, "ru"),
    ({"LC_ALL": "", "LANG": "de_DE.UTF-8", "LANGUAGE": "ru:en"}, "ru"),
    ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8", "LANGUAGE": "ru"}, "en"),
    ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "", "LANGUAGE": ""}, "en"),
]


@pytest.mark.parametrize(("environment", "language"), LOCALES)
def test_the_locale_decides(environment: dict[str, str], language: str, tmp_path: Path) -> None:
    assert assembler(folder=tmp_path, env=environment).out.startswith(USAGE[language])


def test_what_the_call_says_comes_before_the_locale(tmp_path: Path) -> None:
    russian = {"LC_ALL": "", "LANG": "ru_RU.UTF-8", "LANGUAGE": ""}
    assert assembler("--ui-lang", "en", folder=tmp_path, env=russian).out.startswith(USAGE["en"])
    assert assembler("ids", "--help", "--ui-lang=kk", folder=tmp_path, env=russian).out.startswith(USAGE["kk"])


@SPOKEN
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_is_translated_and_says_what_comes_next(
    command: str, language: str, tmp_path: Path
) -> None:
    said = says(assembler(command, "--help", "--ui-lang", language, folder=tmp_path), language, 0)
    assert NEXT[language] in said


@pytest.mark.parametrize("language", ["en", *messages.LANGUAGES])
def test_without_arguments_the_first_step_is_shown(language: str, tmp_path: Path) -> None:
    said = assembler("--ui-lang", language, folder=tmp_path).out
    assert "assembler new" in said
    assert set(COMMANDS) <= set(re.findall(r"^  ([a-z]+)  ", said, re.MULTILINE))
    if language != "en":
        assert left_in_english(said, language) == []


@SPOKEN
def test_work_and_its_outcome_are_told_in_the_language(language: str, submission: Path) -> None:
    made = assembler("new", "theirs", "--ui-lang", language, folder=submission.parent)
    assert NEXT[language] in says(made, language, 0)
    section = submission / "sources" / "ru" / "00-introduction.md"
    text = section.read_text(encoding="utf-8").replace("Этот небольшой доклад", "Этот совсем другой доклад")
    section.write_text(text + "\n{#intro-new22}\nНовый абзац.\n", encoding="utf-8")
    for command in (["update", "--dry-run"], ["update"], ["status"], ["ids"], ["status", "en", "--fail-under", "100"]):
        code = 1 if "--fail-under" in command else 0
        says(assembler(*command, "--ui-lang", language, folder=submission), language, code)
    listed = assembler("status", "en", "--list", "fuzzy", "--ui-lang", language, folder=submission)
    assert left_in_english(listed.out, language) == []
    assert "source-changed" not in listed.out
    assert left_in_english(assembler("build", "--ui-lang", language, folder=submission).err, language) == []


@SPOKEN
@pytest.mark.parametrize("originals", ["ru,kk,en", "en"])
def test_the_comments_of_a_new_configuration_speak_the_language_whatever_the_submission_is_written_in(
    language: str, originals: str, tmp_path: Path
) -> None:
    made = ["new", "ours", "--languages", originals, "--ui-lang", language]
    says(assembler(*made, folder=tmp_path), language, 0)
    text = (tmp_path / "ours" / "submission.toml").read_text(encoding="utf-8")
    comments = [line.partition("#")[2] for line in text.splitlines() if "#" in line and "version =" not in line]
    assert len(comments) >= 4
    assert all(re.search("[а-я]{3}", comment) for comment in comments), comments
    assert "{" not in text


@SPOKEN
def test_findings_are_told_in_the_language(language: str, submission: Path) -> None:
    section = submission / "sources" / "ru" / "00-introduction.md"
    wrong = "\n::: recomendation\nТекст без имени, см. [](#intro-w7kqx).\n:::\n\n| а |\n|---|---|\n\n    код\n"
    section.write_text(section.read_text(encoding="utf-8") + wrong, encoding="utf-8")
    said = says(assembler("check", "--ui-lang", language, folder=submission), language, 1)
    for code in ("missing-id", "unknown-class", "reference-to-nothing", "unsupported-block"):
        assert f"({code})" in said


CALLS = [
    (["bulid"], "build"),
    (["build", "--finl"], "--final"),
    (["build", "rus"], "ru"),
    (["build", "--format", "docs"], "docx"),
    (["build", "-C", "nowhere"], "nowhere"),
    (["build", "--missing", "never"], "omit"),
    (["status", "--section", "07-artcle-07"], "07-article-07"),
    (["status", "--fail-under", "most"], "--fail-under"),
    (["ids", "--rename", "intro-w7kq", "intro-xx"], "intro-w7kqd"),
    (["update", "--minor", "nothing-here"], "nothing-here"),
    (["adopt"], "…"),
    (["status", "--section"], "--section"),
]


@SPOKEN
@pytest.mark.parametrize(
    ("arguments", "word"), CALLS, ids=lambda each: " ".join(each) if isinstance(each, list) else ""
)
def test_a_wrong_call_is_answered_in_the_language_with_the_nearest_word(
    arguments: list[str], word: str, language: str, untouched: Path
) -> None:
    assert word in says(assembler("--ui-lang", language, *arguments, folder=untouched), language, 2)


CONFIGURATIONS = [
    ('style = "un"', 'styl = "un"', "style"),
    ('style = "un"', "style = 3", "«style»"),
    ('style = "un"', 'style = "un', "submission.toml:"),
    ('style = "un"', 'style = "nu"', "styles/nu.toml"),
    ("[languages.en]", "[languages.uz]", "uz.toml"),
]


@SPOKEN
@pytest.mark.parametrize(("right", "wrong", "word"), CONFIGURATIONS, ids=lambda each: each)
def test_a_wrong_configuration_is_answered_in_the_language(
    right: str, wrong: str, word: str, language: str, submission: Path
) -> None:
    file = submission / "submission.toml"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    assert word in says(assembler("build", "--ui-lang", language, folder=submission), language, 2)


@SPOKEN
def test_files_that_cannot_be_read_are_answered_in_the_language(language: str, submission: Path) -> None:
    says(assembler("status", "--ui-lang", language, folder=submission.parent), language, 2)
    catalog = submission / "locales" / "en" / "LC_MESSAGES" / "07-article-07.po"
    text = catalog.read_text(encoding="utf-8")
    for damage in (('msgid "7-бап"', 'msgid "7-бап'), ('msgid "7-бап"', 'msgid "7\\-бап"'), ('msgid "7-бап"', "7-бап")):
        catalog.write_text(text.replace(*damage), encoding="utf-8")
        says(assembler("status", "--ui-lang", language, folder=submission), language, 2)
    catalog.write_text(text, encoding="utf-8")
    (submission / "taken").write_text("", encoding="utf-8")
    says(assembler("build", "--out", "taken/here", "--ui-lang", language, folder=submission), language, 2)


def test_what_programs_read_stays_english(submission: Path) -> None:
    wrong = assembler("build", "rus", "--json", "--ui-lang", "kk", folder=submission)
    (finding,) = wrong.json["findings"]
    assert (finding["message"], finding["hint"]) == (
        "The submission has no language “rus”.",
        "It has these: ru, kk, en. Did you mean “ru”?",
    )
