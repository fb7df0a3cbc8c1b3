"""`check` runs the rules over every current text of a submission, and says where it can be changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.errors import ConfigurationError
from assembler.findings import Finding
from assembler.jobs.check import checked
from assembler.jobs.examining import Asked
from assembler.jobs.update import update

CONFIG = """\
title = "Доклад"
original = "ru"
{more}
[languages.ru]
[languages.en]
"""
SECTION = """\
{{#art07}}
# Статья 7

{{#art07-aa}}
{text}

::: {{.only lang=en}}
Only  here.
:::
"""

Change = Callable[[str], None]


def submission(root: Path, text: str = "Две  жалобы.", more: str = "") -> Path:
    (root / "sources" / "ru").mkdir(parents=True)
    (root / "submission.toml").write_text(CONFIG.format(more=more), encoding="utf-8")
    (root / "sources" / "ru" / "07.md").write_text(SECTION.format(text=text), encoding="utf-8")
    update(root)
    return root


def translate(root: Path, translation: str, *, fuzzy: bool = False) -> None:
    path = root / "locales" / "en" / "LC_MESSAGES" / "07.po"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = lines.index('msgctxt "art07-aa"')
    lines[at + 2] = f'msgstr "{translation}"'
    if fuzzy:
        lines.insert(at, "#, fuzzy")
    path.write_text("\n".join(lines), encoding="utf-8")


def spaces(root: Path, *targets: str) -> list[Finding]:
    return list(checked(root, targets, Asked(rules=("double-space",))).findings)


def test_originals_translations_and_words_of_one_language_are_looked_at_with_their_places(tmp_path: Path) -> None:
    root = submission(tmp_path)
    translate(root, "Two  complaints.")
    assert sorted(str(each.place) for each in spaces(root)) == [
        "locales/en/LC_MESSAGES/07.po:21 [art07-aa]",
        "sources/ru/07.md:5 [art07-aa]",
        "sources/ru/07.md:8",
    ]
    assert {each.place.language for each in spaces(root, "ru")} == {"ru"}


def test_words_of_the_configuration_are_looked_at(tmp_path: Path) -> None:
    root = submission(tmp_path, more='subtitle = "Два  слова"')
    assert "submission.toml:3 [subtitle] ru" in [str(each.place) for each in spaces(root)]


def test_fuzzy_translations_are_not_looked_at(tmp_path: Path) -> None:
    root = submission(tmp_path)
    translate(root, "Two  complaints.", fuzzy=True)
    assert [each.place.id for each in spaces(root, "en")] == [None]


@pytest.mark.parametrize("name", ["double-space", "typography"])
def test_a_rule_or_its_family_is_turned_off_or_made_worse(tmp_path: Path, name: str) -> None:
    root = submission(tmp_path, more=f'[check.severity]\n{name} = "error"')
    assert {each.severity.value for each in checked(root).findings if each.code == "double-space"} == {"error"}
    text = (root / "submission.toml").read_text(encoding="utf-8")
    (root / "submission.toml").write_text(text.replace('"error"', '"off"'), encoding="utf-8")
    assert spaces(root) == []


def test_a_severity_of_a_rule_that_does_not_exist_is_answered_with_its_line(tmp_path: Path) -> None:
    root = submission(tmp_path, more='[check.severity]\ndouble-spase = "off"')
    with pytest.raises(ConfigurationError) as stopped:
        checked(root)
    assert str(stopped.value.finding.place) == "submission.toml:4"
    assert "double-space" in stopped.value.finding.hint()


def test_the_share_of_every_rule_is_known_where_there_is_a_clock(tmp_path: Path) -> None:
    ticks = iter(range(1000))
    done = checked(submission(tmp_path), (), Asked(rules=("double-space",)), clock=lambda: next(ticks))
    assert done.shares == {"double-space": 1}
