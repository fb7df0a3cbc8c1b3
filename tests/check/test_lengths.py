"""What lengths are usual is learnt from the translations, and a few odd ones do not spoil it."""

from __future__ import annotations

from math import exp

import pytest

from assembler.check.rule import Passage
from assembler.check.structure.lengths import band
from assembler.check.structure.sentences import sentences
from tests.check.examples import passage

WORD = "слово "


def pairs(lengths: list[tuple[int, int]]) -> list[tuple[Passage, Passage]]:
    """Russian translations of English texts, by their lengths in words."""
    return [(passage(WORD * here, "ru"), passage("words " * there, "en")) for here, there in lengths]


def test_without_translations_the_files_of_the_languages_say_what_is_usual() -> None:
    assert exp(band(pairs([(110, 100)])).center) == pytest.approx(1.1, abs=0.02)


def test_with_many_translations_they_say_it() -> None:
    assert exp(band(pairs([(150, 100)] * 300)).center) == pytest.approx(1.5, abs=0.06)


def test_a_few_odd_translations_change_nothing() -> None:
    usual = pairs([(90 + place % 40, 100) for place in range(100)])
    spoilt = pairs([(10, 100)] * 8)
    assert band([*usual, *spoilt]).center == pytest.approx(band(usual).center, abs=0.03)
    assert band([*usual, *spoilt]).deviation(*spoilt[0]) < -5


def test_short_texts_may_differ_more_than_long_ones() -> None:
    usual = band(pairs([(110, 100)] * 50))
    short, long = pairs([(2, 4), (200, 400)])
    assert abs(usual.deviation(*short)) < 2 < 3.5 < abs(usual.deviation(*long))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("See art. 7 and Mr. Smith.", 1),
        ("He left… Nobody knows.", 2),
        ("“Is it so?” she asked.", 1),
        ("J. Smith came. So did A. B. Jones.", 2),
        ("It ended.[^n1] Then it began.", 2),
        ("No stop", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    prose = passage(text, "en").prose.text
    assert sentences(prose, frozenset(("art", "mr"))) == count
