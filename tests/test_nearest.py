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


def test_among_very_many_words_a_slip_in_either_half_is_still_found() -> None:
    many = [f"s{section:04}-p{number}" for section in range(250) for number in range(40)]
    assert "“s0168-p36”" in str(nearest("s0168-q36", many, NONE))
    assert "“torture-m4xk”" in str(nearest("torture-m4kx", [*many, "torture-m4xk"], NONE))
    assert "“torture-m4xk”" in str(nearest("tortrue-m4xk", [*many, "torture-m4xk"], NONE))


def test_among_very_many_words_those_that_have_no_half_of_it_are_not_compared() -> None:
    many = [f"s{section:04}-p{number}" for section in range(250) for number in range(40)]
    assert nearest("t0008-q36", many[:400], NONE) != NONE
    assert nearest("t0008-q36", many, NONE) == NONE
