"""A language's words for facts, read from its file and compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache, reduce
from operator import or_
from pathlib import Path

import msgspec
from msgspec import Struct

from assembler.facts import dates, provisions, quantities, spelled
from assembler.facts.model import Words
from assembler.facts.patterns import cased, either
from assembler.facts.spelled import WORD
from assembler.language import load as languages

Trigger = Callable[[str], int]
"""Says of a word what it may be part of: the sum of these."""
NUMBER, MONTH, PROVISION = 1, 2, 4


class Lens(Struct, frozen=True):
    """How the facts of one language are seen: its words, compiled."""

    dates: dates.DatePatterns
    provisions: tuple[provisions.ProvisionPattern, ...]
    units: quantities.Units
    meaning: spelled.Dictionary
    trigger: Trigger
    case_between: re.Pattern[str] | None
    case_before: re.Pattern[str] | None


@cache
def lens(code: str) -> Lens:
    """The language's; one without a file has digits, addresses and symbols only. Raises as `language.load` does."""
    words = read(code)
    meaning = spelled.dictionary(words.numbers)
    date = dates.compiled(words.dates)
    return Lens(
        date,
        provisions.compiled(words.provisions, words.list, words.to),
        quantities.compiled(words, languages.load(code).numbers.group),
        meaning,
        _trigger(words, meaning, date.month),
        re.compile(rf"\s{cased(words.cases.between)}\s+") if words.cases.between else None,
        re.compile(rf"{cased(words.cases.before)}$") if words.cases.before else None,
    )


def _trigger(words: Words, meaning: spelled.Dictionary, month: re.Pattern[str]) -> Trigger:
    """A word is looked up once, so that texts without months or articles need no search for them."""
    beside = [each for both in words.provisions.values() for each in (both.before, both.after) if each]
    provision = re.compile(either(map(cased, beside)))

    @lru_cache(maxsize=1 << 16)
    def trigger(word: str) -> int:
        if not WORD.fullmatch(word):
            return reduce(or_, map(trigger, WORD.findall(word)), 0)
        stopped = word + "."
        return (
            (NUMBER if meaning(word) else 0)
            | (MONTH if month.match(stopped) else 0)
            | (PROVISION if provision.match(stopped) else 0)
        )

    return trigger


@cache
def in_addresses() -> frozenset[str]:
    """What says in an address in which language a page is, of all languages: a text may link to pages in another."""
    return frozenset(each for code in languages.known() for each in read(code).in_addresses)


def read(code: str) -> Words:
    """The language's file as it is; empty where there is none."""
    path = Path(__file__).with_name("data") / f"{code}.toml"
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Words) if path.is_file() else Words()
