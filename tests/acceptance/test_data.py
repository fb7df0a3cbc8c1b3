"""Tables with rows from files of data, through the command line: translations, numbers, what goes wrong."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.command import Result, assembler
from tests.acceptance.place import Place

SECTION = """{#a}
# Статья

{#t data=crimes.csv}
| [Статья]{#c1} | [2012]{#y12} | 2013 |
|---|--:|--:|
"""
DATA = "id;c1;y12;2013\ntheft;Кража;1204,5;4\nfraud;Мошенничество;10204;–\n"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    (tmp_path / "sources" / "ru").mkdir(parents=True)
    (tmp_path / "sources" / "ru" / "07.md").write_text(SECTION, encoding="utf-8")
    (tmp_path / "data").mkdir()
    write(made, DATA)
    return made


def write(place: Place, data: str) -> None:
    (place.root / "data" / "crimes.csv").write_text(data, encoding="utf-8")


def codes(result: Result) -> list[str]:
    return [each["code"] for each in result.json["findings"]]


def page(place: Place, language: str) -> str:
    """The edition as a page, which a draft has whatever is wrong."""
    assembler("build", language, "--format", "html", folder=place.root)
    return (place.root / "out" / f"submission-{language}.html").read_text(encoding="utf-8")


def test_words_of_the_file_are_units_and_its_numbers_are_printed_by_each_language(place: Place) -> None:
    assert codes(assembler("check", "--json", folder=place.root)) == []
    assembler("update", folder=place.root)
    place.translate("en", "07", "t.theft.c1", "Theft")
    english, russian = page(place, "en"), page(place, "ru")
    assert "Theft" in english
    assert "1,204.5<" in english
    assert "1\u00a0204,5<" in russian
    assert "10\u00a0204<" in russian


def test_a_changed_label_makes_its_translation_fuzzy_and_a_changed_number_touches_none(place: Place) -> None:
    assembler("update", folder=place.root)
    place.translate("en", "07", "t.theft.c1", "Theft")
    place.translate("en", "07", "t.fraud.c1", "Fraud")
    write(place, DATA.replace("Кража", "Тайная кража").replace("10204", "10205"))
    assert "10,205<" in page(place, "en")
    listed = assembler("status", "en", "--list", "fuzzy", "--json", folder=place.root).json
    assert [(each["id"], each["translation"]) for each in listed["entries"]] == [("t.theft.c1", "Theft")]
    assembler("update", folder=place.root)
    catalog = place.catalog("en", "07").read_text(encoding="utf-8")
    assert '#| msgid "Кража"' in catalog
    assert 'msgstr "Fraud"' in catalog


def test_rows_may_move_and_come_back_without_touching_translations(place: Place) -> None:
    assembler("update", folder=place.root)
    place.translate("en", "07", "t.fraud.c1", "Fraud")
    head, theft, fraud = DATA.splitlines()
    write(place, "\n".join((head, "new;Новое;1;2", fraud, theft)))
    assembler("update", folder=place.root)
    assert 'msgid "Мошенничество"\nmsgstr "Fraud"' in place.catalog("en", "07").read_text(encoding="utf-8")
    write(place, f"{head}\n{theft}\n")
    assembler("update", folder=place.root)
    write(place, DATA)
    assembler("update", folder=place.root)
    assert '\nmsgid "Мошенничество"\nmsgstr "Fraud"' in place.catalog("en", "07").read_text(encoding="utf-8")


def test_ids_names_columns_and_leaves_the_file(place: Place) -> None:
    section = place.root / "sources" / "ru" / "07.md"
    section.write_text(SECTION.replace("[Статья]{#c1}", "Статья"), encoding="utf-8")
    write(place, DATA.replace("c1", "Статья"))
    assembler("ids", folder=place.root)
    assert section.read_text(encoding="utf-8") == SECTION
    assert (place.root / "data" / "crimes.csv").read_text(encoding="utf-8") == DATA.replace("c1", "Статья")
    assert codes(assembler("check", "--json", folder=place.root)) == []


def test_the_table_can_be_renamed_and_its_rows_and_columns_cannot(place: Place) -> None:
    assembler("update", folder=place.root)
    place.translate("en", "07", "t.theft.c1", "Theft")
    for old, new in (("t.theft.c1", "t.x.c1"), ("t.h.c1", "t.h.x")):
        refused = assembler("ids", "--rename", old, new, folder=place.root)
        assert refused.code == 2
        assert "crimes.csv" in refused.err + refused.out
    assert assembler("ids", "--rename", "t", "crimes", folder=place.root).code == 0
    assert 'msgctxt "crimes.theft.c1"' in place.catalog("en", "07").read_text(encoding="utf-8")
    assert "Theft" in page(place, "en")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("none.csv", "data-absent"), ('"../submission.toml"', "data-outside"), ('"/etc/passwd"', "data-outside"),
        ('"a\\\\b.csv"', "data-outside"), ('"sub"', "data-absent"), ("linked.csv", "data-outside"),
        ("big.csv", "data-too-large"), ('""', "data-outside"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_is_said_at_the_table_and_the_rest_is_built(
    place: Place, name: str, code: str
) -> None:
    data = place.root / "data"
    (data / "sub").mkdir()
    (data / "linked.csv").symlink_to(place.root / "submission.toml")
    with (data / "big.csv").open("wb") as file:
        file.truncate(30_000_000)
    section = place.root / "sources" / "ru" / "07.md"
    section.write_text(SECTION.replace("data=crimes.csv", f"data={name}"), encoding="utf-8")
    checked = assembler("check", "--json", folder=place.root)
    assert [(each["code"], each["file"], each["line"]) for each in checked.json["findings"]] == [
        (code, "sources/ru/07.md", 5)
    ]
    assert "Статья" in page(place, "ru")
    shutil.rmtree(place.root / "out")
    assert assembler("build", "ru", "--final", folder=place.root).code == 1
    assert not list((place.root / "out").glob("*.docx"))


def test_a_wrong_name_is_answered_with_the_right_one(place: Place) -> None:
    (place.root / "data" / "crimes.csv").rename(place.root / "data" / "crime.csv")
    [finding] = assembler("check", "--json", folder=place.root).json["findings"]
    assert "crime.csv" in finding["hint"]


def test_findings_in_the_file_name_it_and_its_line(place: Place) -> None:
    write(place, DATA + "x;Лишнее;1\n")
    [finding] = assembler("check", "--json", folder=place.root).json["findings"]
    assert (finding["file"], finding["line"], finding["code"]) == ("data/crimes.csv", 4, "data-ragged-row")


def test_what_changed_since_a_revision_counts_the_file_too(place: Place) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is absent")
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=place.root, check=True, timeout=60)
    write(place, DATA.replace("Кража", "Тайная кража"))
    changed = assembler(
        "status", "en", "--changed-since", "HEAD", "--list", "untranslated", "--json", folder=place.root
    )
    assert [each["id"] for each in changed.json["entries"]] == ["t.theft.c1"]


def test_nothing_is_written_into_the_folder_of_data(place: Place) -> None:
    refused = assembler("concordance", "--csv", "data/crimes.csv", folder=place.root)
    assert refused.code == 2
    assert (place.root / "data" / "crimes.csv").read_text(encoding="utf-8") == DATA
