"""What a text says by value is the same in every language, and nothing is said twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.facts.load import lens, read
from assembler.facts.read import facts

LANGUAGES = ("en", "ru", "kk")


def said(text: str, code: str) -> list[str]:
    """The facts, as `kind value`; those in words with a star."""
    return [f"{each.kind} {each.value}" + "*" * each.spelled for each in facts(text, code)]


SAME = {
    "a number with thousands": (("number 1204",), "1,204 cases", "1 204 дела", "1 204 іс"),
    "a number without them": (("number 1204",), "1204 cases", "1204 дела", "1204 іс"),
    "a decimal": (("number 2.5",), "2.5 times", "2,5 раза", "2,5 есе"),
    "millions": (("number 1200000",), "1.2 million people", "1,2 млн человек", "1,2 миллион адам"),
    "digits for thousands": (("number 5000",), "5 thousand", "5 тыс. человек", "5 мың адам"),
    "an ordinal": (("number 117",), "at its 117th session", "на 117-й сессии", "117-сессиясында"),
    "a number in words": (("number 3*",), "three cases", "трёх дел", "үш іс"),
    "a number of two words": (("number 25*",), "twenty-five cases", "двадцать пять дел", "жиырма бес іс"),
    "hundreds in words": (("number 305*",), "three hundred and five", "триста пять", "үш жүз бес"),
    "an ordinal in words": (("number 3*",), "the third report", "третьего доклада", "үшінші баяндама"),
    "a Roman number": (("number 21",), "XXI", "XXI век", "ХХІ ғасыр"),
    "per cent": (("percent 2.5",), "2.5 per cent", "2,5 %", "2,5 пайызы"),
    "a range of per cent": (("percent 5", "percent 10"), "5–10%", "от 5 до 10 процентов", "5-10 пайыз"),
    "money": (("money USD 1200000",), "US$ 1.2 million", "1,2 млн долл. США", "1,2 млн АҚШ доллары"),
    "a range of thousands": (
        ("money KZT 50000", "money KZT 150000"),
        "50 to 150 thousand tenge",
        "от 50 до 150 тысяч тенге",
        "50–150 мың теңге",
    ),
    "years before a share": (
        ("number 2014", "percent 15"),
        "in 2014 and 15 per cent",
        "в 2014 и 15 %",
        "2014 және 15 %",
    ),
    "tenge": (("money KZT 500000",), "500,000 tenge", "500 000 тенге", "500 000 теңгеден"),
    "a day": (("date 2006-05-18",), "On 18 May 2006,", "18 мая 2006 г.", "2006 жылғы 18 мамырда"),
    "a day in digits": (("date 2006-05-18",), "18/05/2006", "18.05.2006", "18.05.2006"),
    "a day without a year": (("date --05-18",), "on 18 May", "18 мая", "18 мамырда"),
    "a month": (("date 2013-06",), "in June 2013", "в июне 2013 года", "2013 жылғы маусымда"),
    "two months": (
        ("date 2014-05", "date 2014-08"),
        "from May to August 2014",
        "с мая по август 2014 года",
        "2014 жылғы мамырдан тамызға дейін",
    ),
    "two months beside each other": (
        ("date 2014-05", "date 2014-06"),
        "in May and June 2014",
        "в мае и июне 2014 года",
        "2014 жылғы мамыр мен маусымда",
    ),
    "a year": (("number 2013",), "in 2013", "в 2013 году", "2013 жылы"),
    "two days": (
        ("date 2014-07-05", "date 2014-07-07"),
        "5–7 July 2014",
        "с 5 по 7 июля 2014 года",
        "2014 жылғы 5–7 шілде",
    ),
    "an article": (("provision article 17",), "Article 17", "статью 17", "17-бап"),
    "an article of the Covenant": (
        ("provision article 7",),
        "article 7 of the Covenant",
        "статьи 7 Пакта",
        "Пактінің 7-бабына",
    ),
    "articles": (
        ("provision article 7", "provision article 9", "provision article 14"),
        "articles 7, 9 and 14",
        "статей 7, 9 и 14",
        "7, 9 және 14-баптардың",
    ),
    "an article with a mark of its own": (("provision article 174-1",), "article 174-1", "статья 174-1", "174-1-бап"),
    "a symbol": (
        ("symbol CCPR/C/KAZ/CO/2",),
        "see CCPR/C/KAZ/CO/2.",
        "см. CCPR/C/KAZ/CO/2.",
        "CCPR/C/KAZ/CO/2 қараңыз",
    ),
    "a symbol in Cyrillic letters": (("symbol A/HRC/41/12",), "A/HRC/41/12", "А/НRС/41/12", "A/HRC/41/12"),
    "an address": (
        ("url ohchr.org/*/x",),
        "https://www.ohchr.org/en/x.",
        "http://ohchr.org/ru/x/",
        "(https://ohchr.org/kk/x)",
    ),
    "an e-mail address": (("email a.b@c.kz",), "write to A.B@c.kz.", "a.b@c.kz", "a.b@c.kz"),
}


@pytest.mark.parametrize(("expected", "en", "ru", "kk"), SAME.values(), ids=SAME)
def test_the_same_thing_is_the_same_fact_in_three_languages(
    expected: tuple[str, ...], en: str, ru: str, kk: str
) -> None:
    for code, text in zip(LANGUAGES, (en, ru, kk), strict=True):
        assert said(text, code) == list(expected), text


def test_the_order_of_a_reference_does_not_matter_to_its_parts() -> None:
    parts = {"provision article 14", "provision paragraph 2"}
    assert set(said("article 14 (2)", "en")) == parts
    assert set(said("п. 2 ст. 14", "ru")) == parts
    assert set(said("14-баптың 2-тармағы", "kk")) == parts


def test_a_part_of_a_fact_is_not_read_again() -> None:
    assert said("In CCPR/C/KAZ/CO/2 of 18 May 2006", "en") == ["symbol CCPR/C/KAZ/CO/2", "date 2006-05-18"]
    assert said("https://example.org/2013/05/18", "en") == ["url example.org/2013/05/18"]


def test_a_case_bears_the_name_of_its_first_party() -> None:
    assert said("in Suntsov v. Russian Federation", "en") == ["case sunsov"]
    assert said("дело «Сунцов против Российской Федерации»", "ru") == ["case sunsov"]
    assert said("Он выступает против Пакта", "ru") == []


def test_words_that_only_look_like_numbers_are_none() -> None:
    assert said("адам құқығы үшін алтын", "kk") == []
    assert said("оның құқығы", "kk") == []


def test_a_month_is_one_only_beside_a_number_and_in_english_with_a_capital() -> None:
    assert said("They may 5 times", "en") == ["number 5"]
    assert said("March for peace", "en") == []


def test_a_language_without_a_file_has_what_needs_no_words() -> None:
    assert said("12 (CCPR/C/KAZ/CO/2) https://example.org", "ar") == [
        "number 12",
        "symbol CCPR/C/KAZ/CO/2",
        "url example.org",
    ]


def test_digits_without_end_are_no_number_but_stay_what_they_are() -> None:
    for digits in ("1" * 5000, "100 " * 2000):
        assert said(digits.strip(), "ru")[0].endswith(digits.strip())


def test_a_fact_has_its_place() -> None:
    text = "По пункту 3 статьи 14, 18 мая 2006 года"
    assert [text[each.start : each.end] for each in facts(text, "ru")] == ["3", "14", "18 мая 2006 года"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_with_a_file_says_everything_that_can_be_said(code: str) -> None:
    words = read(code)
    assert len(words.dates.months) == 12
    assert set(words.provisions) == {"article", "part", "paragraph", "subparagraph", "chapter", "section"}
    assert set(words.money) == set(read("en").money)
    assert lens(code).meaning("") is None


@given(st.text(alphabet="0123456789 ,.-–/:()IVX$%абвгпст.январяarticleжыл«»", max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read_and_places_lie_within_it(text: str, code: str) -> None:
    for each in facts(text, code):
        assert 0 <= each.start < each.end <= len(text)


@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_a_number_has_one_value_however_it_is_grouped(number: int) -> None:
    assert said(f"{number:,}", "en") == [f"number {number}"]
    assert said(f"{number:,}".replace(",", "\u00a0"), "ru") == [f"number {number}"]
    assert said(f"{number:,}".replace(",", " "), "kk") == [f"number {number}"]
