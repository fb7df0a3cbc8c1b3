"""Each language's data file is complete, and its letters are those of its script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec
import pytest

from assembler.errors import ConfigurationError
from assembler.findings import Place
from assembler.language import load as languages
from assembler.language.model import Language

CODES = languages.known()


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)


def test_the_three_languages_of_the_coalition_are_known() -> None:
    assert {"en", "kk", "ru"} <= set(CODES)


def test_a_language_without_a_data_file_is_named_together_with_those_that_have_one() -> None:
    with pytest.raises(ConfigurationError) as stopped:
        languages.load("uz")
    assert "uz" in stopped.value.finding.message()
    assert "en, kk, ru" in stopped.value.finding.hint()


@pytest.mark.parametrize(("wrong", "meant"), [("eng", "en"), ("kz", "kk"), ("rus", "ru"), ("gb", "en")])
def test_a_code_that_is_nearly_right_or_a_countrys_leads_to_the_language(wrong: str, meant: str) -> None:
    assert f"Did you mean “{meant}”?" in languages.unknown_language(wrong, Place()).hint()


def test_a_language_that_nobody_knows_yet_is_taken_for_no_other() -> None:
    assert "Did you mean" not in languages.unknown_language("fr", Place()).hint()


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_reference_has_its_default_form(code: str) -> None:
    for kind, words in languages.load(code).references.items():
        assert words.default in words.one, kind


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_the_same_kinds_of_target(code: str) -> None:
    assert set(languages.load(code).references) == set(languages.load("en").references)


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_a_date_has_twelve_months(code: str) -> None:
    dates = languages.load(code).dates
    assert all(len(names) == 12 for names in (*dates.names.values(), *dates.lone.values()))
    assert dates.default in dates.names


SCRIPTS = {"ru": "CYRILLIC", "kk": "CYRILLIC", "en": "LATIN"}


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_a_language_has_a_look_alike_from_another_script(code: str) -> None:
    language: Language = languages.load(code)
    dates = language.dates
    phrases = [(each.one, each.range) for each in language.references.values()]
    printed = msgspec.to_builtins(
        (language.labels, language.listing, dates.day, dates.month, dates.names, dates.lone, phrases)
    )
    words = re.sub(r"\{\w+\}", "", " ".join(texts(printed)))
    letters = {letter for letter in words if letter.isalpha()}
    assert letters - set(language.alphabet + language.alphabet.upper()) == set()
    assert {letter for letter in letters if not unicodedata.name(letter).startswith(SCRIPTS.get(code, ""))} == set()
