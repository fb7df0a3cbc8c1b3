"""What is compared between languages, fact by fact."""

from __future__ import annotations

import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from assembler.check.facts.compare import differences
from assembler.facts.model import Fact
from assembler.facts.read import facts


def told(here: tuple[str, str], there: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Kind, what stands here, what there."""
    found = differences(facts(here[1], here[0]), facts(there[1], there[0]))
    return [(each.kind, shown(each.here, here[1]), shown(each.there, there[1])) for each in found]


def shown(fact: Fact | None, text: str) -> str:
    return text[fact.start : fact.end] if fact else ""


ALIKE = {
    "a date without the year that the other says": (
        ("en", "from 5 July to 7 August 2014"),
        ("kk", "2014 жылғы 5 шілде мен 7 тамыз"),
    ),
    "a date whose words are not known": (("en", "on 5 July 2014"), ("ru", "2014 год, 5-й день месяца")),
    "a number said twice in one text": (("en", "In 2014 … and 2014"), ("ru", "В 2014 году")),
    "words for a number and digits": (("en", "three per cent"), ("ru", "3 %")),
    "a pair and two": (("en", "both courts"), ("ru", "два суда")),
    "two ends of a slash": (("en", "grades 2/3"), ("ru", "2 и 3 классы")),
    "the hour": (("en", "at 7 p.m."), ("ru", "в 19 часов")),
    "the hour with a full stop": (("en", "at 10:30"), ("ru", "в 10.30")),
    "two and a half": (("en", "2.5 years"), ("ru", "два с половиной года")),
    "one and a half": (("en", "1.5 years"), ("ru", "полтора года")),
    "a third": (("en", "1/3 of them"), ("ru", "треть из них")),
    "a decade": (("en", "in the 1990s"), ("ru", "в 90-е годы")),
    "money whose currency is said once": (
        ("en", "$100 to some, $250 to others"),
        ("ru", "100 долларов одним и 250 другим"),
    ),
    "a section of a code that another language calls an article": (("en", "section 123"), ("ru", "статья 123")),
    "a paragraph in brackets": (("en", "article 14 (3)"), ("ru", "п. 3 ст. 14")),
    "an article without its word": (("en", "(14, 2)"), ("ru", "(ст. 14, п. 2)")),
}

UNLIKE = {
    "a digit": (("en", "1,240 cases"), ("ru", "1 204 дела"), ("number", "1,240", "1 204")),
    "a sign of per cent that is lost": (("en", "12 of them"), ("ru", "12 % из них"), ("percent", "12", "12 %")),
    "a number in words beside one in words": (("en", "four"), ("ru", "три"), ("number", "four", "три")),
    "a number in words beside digits": (("en", "four"), ("ru", "3"), ("number", "four", "3")),
    "a month": (("en", "5 June 2014"), ("ru", "5 июля 2014 года"), ("date", "5 June 2014", "5 июля 2014 года")),
    "a month that is lost": (("en", "in 2014"), ("ru", "в июле 2014 года"), ("date", "", "июле 2014 года")),
    "a currency": (("en", "5 euros"), ("ru", "5 долларов"), ("money", "5 euros", "5 долларов")),
    "an article that becomes a paragraph": (("en", "paragraph 14"), ("ru", "статья 14"), ("provision", "14", "14")),
    "a number that is lost": (("en", "cases"), ("ru", "14 дел"), ("number", "", "14")),
    "a number that is added": (("en", "14 cases"), ("ru", "дела"), ("number", "14", "")),
    "a symbol": (("en", "CAT/C/KAZ/CO/3"), ("ru", "CAT/C/KAZ/CO/2"), ("symbol", "CAT/C/KAZ/CO/3", "CAT/C/KAZ/CO/2")),
}


SENTENCES = tomllib.loads(Path(__file__).with_name("cases").joinpath("facts.toml").read_text("utf-8"))["alike"]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each["en"][:40])
def test_sentences_that_say_the_same_differ_in_nothing(sentence: dict[str, str]) -> None:
    for here, there in permutations(sentence.items(), 2):
        assert told(here, there) == []


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each["en"][:40])
def test_any_digit_of_them_that_is_changed_is_found(sentence: dict[str, str]) -> None:
    for (code, text), there in permutations(sentence.items(), 2):
        for place, digit in enumerate(text):
            if digit.isdigit():
                changed = text[:place] + str((int(digit) + 1) % 10) + text[place + 1 :]
                assert told((code, changed), there) != [], changed


@pytest.mark.parametrize(("here", "there"), ALIKE.values(), ids=ALIKE)
def test_what_languages_say_differently_is_no_difference(here: tuple[str, str], there: tuple[str, str]) -> None:
    assert told(here, there) == []
    assert told(there, here) == []


@pytest.mark.parametrize(("here", "there", "expected"), UNLIKE.values(), ids=UNLIKE)
def test_a_difference_is_shown_with_both_sides(
    here: tuple[str, str], there: tuple[str, str], expected: tuple[str, str, str]
) -> None:
    assert told(here, there) == [expected]


def test_a_number_in_words_beside_nothing_is_not_missed() -> None:
    assert told(("en", "The men left."), ("ru", "Трое мужчин ушли.")) == []


def test_every_difference_is_said_once_in_pairs() -> None:
    assert told(("ru", "от 5 до 10 см"), ("en", "2 to 4 inches")) == [("number", "5", "2"), ("number", "10", "4")]
