"""Numbers in words: «двадцать пять», “three hundred”, «үшінші». Words add up and multiply as they follow each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from assembler.facts.model import Fact, NumberWords
from assembler.facts.numerals import normal
from assembler.facts.patterns import either

WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = frozenset((" ", "\u00a0", "-", "‑"))

Role = Literal["word", "ordinal", "scale", "hint", "join"]


class Meaning(Struct, frozen=True):
    """What a word says of a number, and how it goes together with others."""

    role: Role
    value: Decimal


Dictionary = Callable[[str], Meaning | None]


def dictionary(words: NumberWords) -> Dictionary:
    """Looks words up; what a text repeats is looked up once."""
    entries = [
        (pattern, Meaning(role, Decimal(value))) for role, table in _tables(words) for value, pattern in table.items()
    ]
    known = re.compile(either(f"({pattern})" for pattern, _ in entries), re.IGNORECASE)

    @lru_cache(maxsize=1 << 16)
    def meaning(word: str) -> Meaning | None:
        found = known.fullmatch(word)
        return entries[found.lastindex - 1][1] if found and found.lastindex else None

    return meaning


def _tables(words: NumberWords) -> Iterator[tuple[Role, dict[str, str]]]:
    yield "word", words.words
    yield "scale", words.scales
    yield "ordinal", words.ordinals
    yield "join", {"0": words.joins} if words.joins else {}
    yield "hint", words.hints


class _Sum:
    """A number while its words are read, from `start` to `end`; `grows_below` is what may still be added."""

    def __init__(self) -> None:
        self.total = self.group = Decimal(0)
        self.grows_below = Decimal("Infinity")
        self.start = self.end = -1
        self.counted = False

    def takes(self, meaning: Meaning) -> bool:
        if meaning.role == "scale":
            return self.start < 0 or (meaning.value > self.group and (meaning.value < self.ceiling or not self.total))
        return meaning.value < self.grows_below

    @property
    def ceiling(self) -> Decimal:
        return self.total or Decimal("Infinity")

    def add(self, meaning: Meaning, start: int, end: int) -> None:
        if meaning.role == "scale":
            self._multiply(meaning.value)
        else:
            self.group += meaning.value
            self.counted = True
            self.grows_below = _lowest_digit(meaning.value)
        self.start = start if self.start < 0 else self.start
        self.end = end

    def _multiply(self, factor: Decimal) -> None:
        self.grows_below = factor
        if factor < 1000:
            self.group = (self.group or 1) * factor
        else:
            self.total += (self.group or 1) * factor
            self.group = Decimal(0)

    def fact(self) -> Fact:
        value = normal(self.total + self.group)
        return Fact("number", value, self.start, self.end, spelled=True, vague=not self.counted)


def _lowest_digit(value: Decimal) -> Decimal:
    """What can be added to a word of this value: to twenty something below ten, to three nothing."""
    place = Decimal(1)
    while value and value % (place * 10) == 0:
        place *= 10
    return place if place > 1 else Decimal(0)


def numbers(text: str, meaning: Dictionary) -> Iterator[Fact]:
    """The numbers that a text says in words, in order."""
    sum_, end = _Sum(), -1
    for word in WORD.finditer(text):
        found = meaning(word[0])
        if found is None:
            continue
        start, stop = word.span()
        if sum_.start >= 0 and (text[end:start] not in _BETWEEN or (found.role != "join" and not sum_.takes(found))):
            yield sum_.fact()
            sum_ = _Sum()
        match found.role:
            case "join":
                end = stop if sum_.start >= 0 else end
                continue
            case "hint":
                if sum_.start >= 0:
                    yield sum_.fact()
                    sum_ = _Sum()
                yield Fact("number", normal(found.value), start, stop, spelled=True, vague=True)
            case _:
                sum_.add(found, start, stop)
                end = stop
                if found.role == "ordinal":
                    yield sum_.fact()
                    sum_ = _Sum()
    if sum_.start >= 0:
        yield sum_.fact()
