"""submission.toml: what is right is read, what is wrong is answered with key, file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.errors import ConfigurationError
from assembler.project import config

GOOD = """\
title = "Название"
original = "ru"

[languages.ru]
[languages.kk]
[languages.en]
from = "ru"

[cover]
date = "Май"

[cover.organisations]
bureau = "Бюро"

[[parts]]
id = "one"
title = "Часть первая"
sections = ["01"]

[[parts]]
id = "two"
sections = ["02", "03"]
"""

CASES = Path(__file__).parent / "cases" / "config"


def cases() -> list[Path]:
    return sorted(CASES.glob("*.toml"))


@pytest.mark.parametrize("case", cases(), ids=lambda path: path.stem)
def test_a_wrong_configuration_is_answered_with_what_and_where(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    expected = [line.removeprefix("#: ") for line in text.splitlines() if line.startswith("#: ")]
    with pytest.raises(ConfigurationError) as stopped:
        config.read(text)
    finding = stopped.value.finding
    assert [f"{finding.place} {finding.code}", finding.message(), finding.hint()] == expected


def test_the_words_of_the_configuration_are_units_named_by_their_key_paths() -> None:
    units = config.units(config.read(GOOD), GOOD)
    assert [(unit.id, unit.text, unit.line) for unit in units] == [
        ("title", "Название", 1),
        ("cover.date", "Май", 10),
        ("cover.organisations.bureau", "Бюро", 13),
        ("parts.one.title", "Часть первая", 17),
    ]


def test_pivots_are_the_languages_that_say_from() -> None:
    assert config.read(GOOD).pivots == {"en": "ru"}
