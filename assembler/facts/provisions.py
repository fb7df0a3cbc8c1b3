"""Articles, paragraphs, parts: what a number in a reference is of. “Article 14 (3)” is an article and a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from assembler.facts.model import Fact, ProvisionWords
from assembler.facts.numerals import ROMAN, roman
from assembler.facts.patterns import blanked, cased, either

_NUMBER = rf"(?:\d+(?:\.\d+)*|{ROMAN}(?![^\W\d_]))"
_ITEM = rf"{_NUMBER}(?:\s?\((?:\d+|[^\W\d_])\))*"
_ONE = re.compile(rf"(?P<number>{_NUMBER})(?P<within>(?:\s?\((?:\d+|[^\W\d_])\))*)")
_BELOW = "paragraph"
"""What a number in brackets after that of an article is."""


class ProvisionPattern(Struct, frozen=True):
    """Finds a word for `kind` with its numbers, which are the group `numbers`."""

    kind: str
    pattern: re.Pattern[str]


def compiled(words: Mapping[str, ProvisionWords], joins: str, to: str) -> tuple[ProvisionPattern, ...]:
    between = either(cased(each) for each in (joins, to) if each)
    numbers = rf"(?P<numbers>{_ITEM}(?:(?:\s*,\s*(?:{between}\s+)?|\s+{between}\s+|\s*[–—‑-]\s*){_ITEM})*)"
    return tuple(_patterns(words, numbers))


def _patterns(words: Mapping[str, ProvisionWords], numbers: str) -> Iterator[ProvisionPattern]:
    for kind, each in words.items():
        if each.before:
            yield ProvisionPattern(kind, re.compile(rf"(?<!\w){cased(each.before)}\s*{numbers}"))
        if each.after:
            yield ProvisionPattern(kind, re.compile(rf"(?<![\w.,/]){numbers}[-‑\s]?{cased(each.after)}(?!\w)"))


def provisions(text: str, patterns: tuple[ProvisionPattern, ...]) -> Iterator[Fact]:
    """The provisions of a text that has numbers; each with the place of its own number."""
    for each in patterns:
        for found in each.pattern.finditer(text):
            start, end = found.span("numbers")
            yield from _numbers(text, start, end, each.kind)
            text = blanked(text, found.start(), found.end())


def _numbers(text: str, start: int, end: int, kind: str) -> Iterator[Fact]:
    """“174-1” is one number where it cannot be a range."""
    found = list(_ONE.finditer(text, start, end))
    skip = False
    for place, one in enumerate(found):
        if skip:
            skip = False
            continue
        value, stop = _value(one["number"]), one.end("number")
        following = found[place + 1] if place + 1 < len(found) else None
        if following and text[stop : following.start()] in ("-", "‑") and not _is_range(value, following["number"]):
            value, stop, skip = f"{value}-{following['number']}", following.end("number"), True
        yield Fact("provision", f"{kind} {value}", one.start("number"), stop)
        for inner in re.finditer(r"\d+", one["within"]):
            place_within = one.start("within")
            yield Fact("provision", f"{_BELOW} {inner[0]}", place_within + inner.start(), place_within + inner.end())


def _value(number: str) -> str:
    return number if number[0].isdigit() else str(roman(number) or number)


def _is_range(first: str, second: str) -> bool:
    last = _value(second)
    return not (first.isdigit() and last.isdigit()) or int(first) < int(last)
