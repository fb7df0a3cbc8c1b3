"""What is proposed for a wrong word."""

from __future__ import annotations

from assembler.findings import Phrase
from assembler.nearest import among, nearest

NONE = Phrase("none")
SECTIONS = ("06-article-06", "07-article-07", "07-article-07-annex")


def test_a_word_that_is_nearly_right_gets_the_right_one() -> None:
    assert "07-article-07”" in str(nearest("07-artcle-07", SECTIONS, NONE))


def test_the_beginning_of_a_word_gets_the_shortest_that_begins_so() -> None:
    assert "07-article-07”" in str(nearest("07", SECTIONS, NONE))


def test_words_that_are_few_are_listed_and_the_nearest_is_named() -> None:
    everything = Phrase("Known: part, section.")
    assert str(among("sction", ("part", "section"), everything)) == "Known: part, section. Did you mean “section”?"
    assert among("zzz", ("part", "section"), everything) == everything


def test_a_word_like_none_gets_the_other_answer() -> None:
    assert nearest("99", SECTIONS, NONE) == NONE
    assert nearest("", SECTIONS, NONE) == NONE
