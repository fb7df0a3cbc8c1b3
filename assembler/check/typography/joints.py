"""Words that run together: no space after a stop, before a quotation, between a word and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assembler.check.rule import FIGURES, Example, Family, Hit, InText, Passage, Rule
from assembler.check.tongue import Tongue
from assembler.findings import Kind, Severity

MISSING_SPACE = Kind(
    "missing-space",
    Severity.WARNING,
    "Between “{left}” and “{right}” a space is missing.",
    "Put a space in; assembler check --fix does it.",
)
_L = r"[^\W\d_]"
_JOINED = re.compile(rf"[,;:.!?)\]”»/](?={_L}|[“„«(]|/ {_L})|[“„«(](?<=\w.)(?={_L})")
"""Every place where a sign has no space before the next word, or the word before it; few of them are wrong."""
_COMMA = re.compile(rf"[\w)\]”»’][,;](?:{_L}|[“„«(])|{_L}{{2}}:(?:{_L}{{2}}|[“„«])")
_STOP = re.compile(rf"{_L}{{2}}[.!?](?:{_L}{_L}|[“„«]{_L})|.[)\]”»][.!?]{_L}{{2}}")
_INITIAL = re.compile(rf"(?:.*[^\w.]|)({_L})\.(?:{_L}\.)?({_L}{_L}){_L}", re.DOTALL)
_OPENING = re.compile(rf"{_L}{_L}[“„«]{_L}")
_BRACKET = re.compile(rf"{_L}{_L}{_L}\({_L}[^()]{{4,}}\)")
_CLOSING = re.compile(rf"[^\s([“«][”»]{_L}{{2}}")
_REMARK = re.compile(rf"(?:.*[\s“«]|)\([^()]*[\s\d][^()]*\){_L}{{2}}", re.DOTALL)
_SLASHES = re.compile(rf"[\w)\]]// {_L}")
_AT_FIGURES = re.compile(rf"[0-9](?:(?<={_L}.)|(?<={_L}\..)|(?={_L}))")


YEAR = 4
"""Figures of a year."""


def _missing(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    gaps = {place: " " for found in _JOINED.finditer(text) if (place := _gap(text, found.start())) is not None}
    if not passage.prose.signs.isdisjoint(FIGURES):
        gaps |= dict(_at_numbers(text, passage.tongue))
    for place, space in sorted(gaps.items()):
        start, end = _word_start(text, place), _word_end(text, place)
        values = {"left": text[start:place], "right": text[place:end]}
        yield Hit(start, end, values, edits=((place, place, space),))


def _gap(text: str, place: int) -> int | None:
    """Where a space belongs, beside the sign at `place`; None where none is missing."""
    match text[place]:
        case "," | ";":
            wrong = _COMMA.match(text, place - 1) and not _is_technical(text, place + 1)
            return place + 1 if wrong else None
        case ":":
            wrong = place > 1 and _COMMA.match(text, place - 2) and not _is_technical(text, place + 1)
            return place + 1 if wrong else None
        case "." | "!" | "?":
            return _after_stop(text, place)
        case "”" | "»":
            return place + 1 if place and _CLOSING.match(text, place - 1) else None
        case "“" | "„" | "«":
            return place if place > 1 and _OPENING.match(text, place - 2) else None
        case "(":
            return place if place > 2 and _BRACKET.match(text, place - 3) else None
        case ")":
            return place + 1 if _REMARK.fullmatch(text, max(0, text.rfind("(", 0, place) - 1), place + 3) else None
        case "/":
            return place if place and _SLASHES.match(text, place - 1) else None
        case _:
            return None


def _after_stop(text: str, stop: int) -> int | None:
    begins = text[stop + 1].isupper() or not text[stop + 1].isalpha()
    if stop > 1 and _STOP.match(text, stop - 2):
        wrong = begins and not text[stop - 1].isupper() and not _is_technical(text, stop + 1)
        return stop + 1 if wrong else None
    surname = _INITIAL.fullmatch(text, max(0, stop - 4), stop + 4) if begins else None
    is_name = surname is not None and surname[1].isupper() and surname[2][0].isupper() and surname[2][1].islower()
    return stop + 1 if is_name else None


def _at_numbers(text: str, tongue: Tongue) -> Iterator[tuple[int, str]]:
    """Between a word that bears numbers and its number, between a day and the name of a month, between a number and
    its abbreviated unit; and the space that belongs there."""
    words, months, units = _numbered(tongue), _months(tongue), _units(tongue)
    for found in _AT_FIGURES.finditer(text):
        if text[found.end() : found.end() + 1].isalpha():
            if months.match(text, found.end()):
                yield found.end(), " "
            elif units.match(text, found.end()) and not _is_lettered(text, found.end()):
                yield found.end(), "\u00a0"
        elif words is not None and words.search(text, max(0, found.start() - 20), found.start()):
            yield found.start(), " "


def _is_lettered(text: str, place: int) -> bool:
    """Whether the letter behind the figures may be a part of a number, «пункт 5в.», as it is not with a year."""
    is_year = place >= YEAR and text[place - YEAR : place].isdecimal()
    return not text[place + 1 : place + 2].isalpha() and not is_year


@cache
def _numbered(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography.numbered
    return re.compile(rf"(?<![^\W_])(?:{words})$") if words else None


@cache
def _months(tongue: Tongue) -> re.Pattern[str]:
    names = sorted({name for forms in tongue.language.dates.names.values() for name in forms})
    return re.compile(rf"(?:{'|'.join(names)})(?!\w)")


@cache
def _units(tongue: Tongue) -> re.Pattern[str]:
    return re.compile(rf"(?:{tongue.lexicon.typography.glued_after_number or '(?!)'})(?!\w)")


_TECHNICAL = re.compile(r"[@/\\=_#]|www\.|\.\w{2,3}/")


def _is_technical(text: str, place: int) -> bool:
    """Whether the word around is an address, a file name or a symbol, which have signs without spaces."""
    return bool(_TECHNICAL.search(text[_word_start(text, place, 200) : _word_end(text, place, 200)]))


def _word_start(text: str, place: int, reach: int = 20) -> int:
    start = place
    while start > 0 and not text[start - 1].isspace() and place - start < reach:
        start -= 1
    return start


def _word_end(text: str, place: int, reach: int = 20) -> int:
    end = place
    while end < len(text) and not text[end].isspace() and end - place < reach:
        end += 1
    return end


RULES = (
    Rule(
        MISSING_SPACE,
        Family.TYPOGRAPHY,
        InText(_missing),
        "Words run together when a sentence is edited, and spelling checkers pass over them.",
        fires=(
            Example("en", ("Sub-paragraph1 of Article10",), fixed="Sub-paragraph 1 of Article 10"),
            Example(
                "en",
                ("The court ruled.The appeal,however, failed.",),
                fixed="The court ruled. The appeal, however, failed.",
            ),
            Example("en", ("in the opinion of N.P.Kovalev",), fixed="in the opinion of N.P. Kovalev"),
            Example("en", ("of Kazakhstan“On Housing”",), fixed="of Kazakhstan “On Housing”"),
            Example("en", ("the Committee(United Nations) said",), fixed="the Committee (United Nations) said"),
            Example("ru", ("статья17 и 5июля",), fixed="статья 17 и 5 июля"),
            Example("ru", ("В 2014г. ушло 15млн тенге.",), fixed="В 2014\u00a0г. ушло 15\u00a0млн тенге."),
            Example("kk", ("Қазақстанның«Білім» заңы",), fixed="Қазақстанның «Білім» заңы"),
        ),
        quiet=(
            Example(
                "en", ("Write to a.b@example.org, see www.example.org/a,b and CCPR/C/KAZ/CO/2.", "e.g. 1,204 member(s)")
            ),
            Example("en", ("Node.js, 5:30, Ph.D., (s)he, U.S.A., Human Rights Watch’s", "N. P. Kovalev, J.K. Rowling")),
            Example("ru", ("и т.д., т.е. так, статья 17, пункт 5в.", "А.С. Пушкин, п.7")),
            Example("kk", ("17-бап, 2016 жылғы 5 шілде",)),
        ),
        has_fix=True,
    ),
)
