"""Dates: a day, a month and a year in any order, in words or digits; ranges of days are the two days at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from assembler.facts.model import DateWords, Fact
from assembler.facts.patterns import begins_number, blanked, cased, either

_JOINED = re.compile(r"\d[./-]\d")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DIGITS = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_DAY = r"\d{1,2}(?!\d)(?:[-‑]?[^\W\d_]{1,3})?"


class DatePatterns(Struct, frozen=True):
    """A language's months and what finds a date in words."""

    month: re.Pattern[str]
    """Its groups are the months."""
    patterns: tuple[re.Pattern[str], ...]


def compiled(words: DateWords) -> DatePatterns:
    to = f"(?:{cased(words.to) if words.to else '(?!)'}|\\s*[–—‑-]\\s*)"
    day = rf"(?P<day>(?:{_DAY}(?:\s*,\s*{_DAY})*{to})?{_DAY})"
    month = either(map(cased, words.months))
    months = rf"(?P<month>{month}{to}{month}|{month})"
    gaps = {"day": day, "month": f"(?P<month>{month})", "months": months, "year": r"(?P<year>[12]\d{3})(?!\d)"}
    patterns = (re.sub(r"\{(day|months?|year)\}", lambda gap: gaps[gap[1]], each) for each in words.patterns)
    return DatePatterns(
        re.compile(either(f"({cased(each)})" for each in words.months)),
        tuple(re.compile(rf"(?<![\w.,/:])(?:{each})(?![^\W\d_])") for each in patterns),
    )


def in_digits(text: str) -> Iterator[Fact]:
    """Dates without words: 18.05.2006, 2006-05-18."""
    if not _JOINED.search(text):
        return
    for found in _ISO.finditer(text):
        if begins_number(text, found.start()):
            yield from _fact(found.start(), found.end(), found[1], found[2], found[3])
    for found in _DIGITS.finditer(text):
        if not begins_number(text, found.start()):
            continue
        day, month = (found[1], found[3]) if int(found[3]) <= 12 else (found[3], found[1])
        yield from _fact(found.start(), found.end(), found[4], month, day)


def in_words(text: str, words: DatePatterns) -> Iterator[Fact]:
    """Dates with the name of a month. What a longer pattern has taken, a shorter one does not see again."""
    for pattern in words.patterns:
        for found in pattern.finditer(text):
            yield from _in_words(found, words)
            text = blanked(text, found.start(), found.end())


def _in_words(found: re.Match[str], words: DatePatterns) -> Iterator[Fact]:
    parts = found.groupdict()
    days = re.findall(r"\d+", parts.get("day") or "")
    for month in _months(parts["month"], words):
        for day in days or [""]:
            yield from _fact(found.start(), found.end(), parts.get("year") or "", str(month), day)


def _months(written: str, words: DatePatterns) -> Iterator[int]:
    """The numbers of one month, or of the two at the ends of a range."""
    for found in words.month.finditer(written):
        assert found.lastindex is not None
        yield found.lastindex


def _fact(start: int, end: int, year: str, month: str, day: str) -> Iterator[Fact]:
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return
    value = f"{year or '-'}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    yield Fact("date", value, start, end)
