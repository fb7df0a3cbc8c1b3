"""Words that run together: no space after a stop, before a quotation, between a word and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.check.tongue import Tongue
from assembler.findings import Kind, Severity

MISSING_SPACE = Kind(
    "missing-space",
    Severity.WARNING,
    "Between “{left}” and “{right}” a space is missing.",
    "Put one in; assembler check --fix does it.",
)
_L = r"[^\W\d_]"
_AFTER_COMMA = re.compile(rf"(?<=[\w)\]”»’])([,;])(?={_L}|[“„«(])|(?<={_L}{{2}}):(?={_L}{{2}}|[“„«])")
_AFTER_STOP = re.compile(rf"(?<={_L}{{2}})[.!?](?={_L}{_L}|[“„«]{_L})|(?<=[)\]”»])[.!?](?={_L}{{2}})")
_INITIAL = re.compile(rf"(?<![\w.]){_L}\.(?:{_L}\.)?(?={_L}{_L}{{2}})")
_BEFORE_OPENING = re.compile(rf"(?<={_L}{_L})(?=[“„«]{_L})")
_BEFORE_BRACKET = re.compile(rf"(?<={_L}{_L}{_L})(?=\({_L}[^()]{{4,}}\))")
_AFTER_CLOSING = re.compile(rf"(?<=[^\s([“«][”»])(?={_L}{{2}})")
_AFTER_BRACKET = re.compile(rf"(?:^|(?<=[\s“«]))\([^()]*[\s\d][^()]*(\))(?={_L}{{2}})")
_SLASHES = re.compile(rf"(?<=[\w)\]])(?=// {_L})")


def _missing(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    for place in sorted({*_places(text), *_before_numbers(text, passage.tongue)}):
        start, end = _word_start(text, place), _word_end(text, place)
        values = {"left": text[start:place], "right": text[place:end]}
        yield Hit(start, end, values, edits=((place, place, " "),))


def _places(text: str) -> Iterator[int]:
    """Where a space belongs."""
    for found in _AFTER_COMMA.finditer(text):
        if not _is_technical(text, found.end()):
            yield found.end()
    for found in _AFTER_STOP.finditer(text):
        begins = text[found.end()].isupper() or not text[found.end()].isalpha()
        if begins and text[found.start() - 2].islower() and not _is_technical(text, found.end()):
            yield found.end()
    for found in _INITIAL.finditer(text):
        if text[found.start()].isupper() and text[found.end()].isupper() and text[found.end() + 1].islower():
            yield found.end()
    for pattern in (_BEFORE_OPENING, _BEFORE_BRACKET, _AFTER_CLOSING, _SLASHES):
        for found in pattern.finditer(text):
            yield found.end()
    for found in _AFTER_BRACKET.finditer(text):
        yield found.end()


def _before_numbers(text: str, tongue: Tongue) -> Iterator[int]:
    pattern = _numbered(tongue)
    if pattern is not None:
        yield from (found.end() for found in pattern.finditer(text))


@cache
def _numbered(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography.numbered
    months = "|".join(sorted({name for names in tongue.language.dates.names.values() for name in names}))
    return re.compile(rf"(?<![^\W_])(?:{words})(?=\d)|(?<=\d)(?=(?:{months})(?!\w))") if words else None


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
            Example("kk", ("Қазақстанның«Білім» заңы",), fixed="Қазақстанның «Білім» заңы"),
        ),
        quiet=(
            Example(
                "en", ("Write to a.b@example.org, see www.example.org/a,b and CCPR/C/KAZ/CO/2.", "e.g. 1,204 member(s)")
            ),
            Example("en", ("Node.js, 5:30, Ph.D., (s)he, U.S.A., Human Rights Watch’s", "N. P. Kovalev, J.K. Rowling")),
            Example("ru", ("и т.д., т.е. так, статья 17", "А.С. Пушкин, п.7")),
            Example("kk", ("17-бап, 2016 жылғы 5 шілде",)),
        ),
        has_fix=True,
    ),
)
