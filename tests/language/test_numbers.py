"""Numbers, dates and list markers as legal texts write them."""

from __future__ import annotations

import pytest

from assembler.language import load as languages
from assembler.language import markers, numbers


@pytest.mark.parametrize(
    ("code", "text", "written"),
    [
        ("en", "1204", "1,204"),
        ("en", "999", "999"),
        ("en", "10000.5", "10,000.5"),
        ("ru", "1204", "1204"),
        ("ru", "10000", "10\u00a0000"),
        ("ru", "1234567.25", "1\u00a0234\u00a0567,25"),
        ("kk", "12.5", "12,5"),
        ("ru", "-5", "−5"),
        ("ru", "около 5", "около 5"),
    ],
)
def test_a_number_as_data_takes_the_form_of_the_language(code: str, text: str, written: str) -> None:
    assert numbers.number(languages.load(code), text) == written


@pytest.mark.parametrize(
    ("code", "text", "form", "written"),
    [
        ("en", "2014-07-05", "", "5 July 2014"),
        ("ru", "2014-07-05", "", "5 июля 2014 года"),
        ("kk", "2014-07-05", "", "2014 жылғы 5 шілде"),
        ("kk", "1966-12-16", "loc", "1966 жылғы 16 желтоқсанда"),
        ("kk", "1966-12-16", "attr", "1966 жылғы 16 желтоқсандағы"),
        ("kk", "2005-11-28", "attr", "2005 жылғы 28 қарашадағы"),
        ("ru", "2013-07", "prp", "июле 2013 года"),
        ("ru", "2013-07", "", "июль 2013 года"),
        ("kk", "2013-07", "loc", "2013 жылғы шілдеде"),
        ("en", "2013-07", "", "July 2013"),
        ("ru", "2014-07-05", "dat", "5 июля 2014 года"),
        ("kk", "2014-07-05", "gen", "2014 жылғы 5 шілденің"),
        ("kk", "2014-09-01", "ins", "2014 жылғы 1 қыркүйекпен"),
        ("kk", "2014-11-01", "acc", "2014 жылғы 1 қарашаны"),
        ("en", "2014-07-05", "loc", "5 July 2014"),
    ],
)
def test_a_date_as_data_takes_the_form_of_legal_text(code: str, text: str, form: str, written: str) -> None:
    date = numbers.day(languages.load(code), text, form)
    assert date is not None
    assert date.replace("\u00a0", " ") == written


@pytest.mark.parametrize("text", ["2014-13-05", "5 July", "2014"])
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert numbers.day(languages.load("en"), text) is None


@pytest.mark.parametrize(
    ("kind", "n", "text"),
    [
        ("decimal", 12, "12"),
        ("lower-letter", 3, "c"),
        ("lower-letter", 28, "bb"),
        ("cyrillic-letter", 7, "ж"),
        ("cyrillic-letter", 10, "к"),
        ("lower-roman", 14, "xiv"),
        ("upper-roman", 49, "XLIX"),
    ],
)
def test_markers_count_as_word_processors_do(kind: str, n: int, text: str) -> None:
    assert markers.digits(kind, n) == text


def test_letters_and_numbers_of_lists_are_data_of_language_and_level() -> None:
    english, russian = languages.load("en").lists, languages.load("ru").lists
    assert markers.count(markers.marker(english, letters=True, level=0), 1) == "(a)"
    assert markers.count(markers.marker(english, letters=True, level=1), 2) == "(ii)"
    assert markers.count(markers.marker(russian, letters=True, level=0), 1) == "a)"
    assert markers.count(markers.marker(russian, letters=False, level=9), 4) == "iv)"
