"""Reads the facts of a text. What is part of one fact is not read again as another: a date's year is no number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assembler.facts import dates, names, provisions, quantities, signs, spelled
from assembler.facts.load import Lens, in_addresses, lens
from assembler.facts.model import Fact
from assembler.facts.quantities import hidden

_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r"\d|[IVXІХ]")


def facts(text: str, code: str) -> tuple[Fact, ...]:
    """The facts of a text without markup in the language `code`, in order. Raises as `language.load` does."""
    seen = lens(code)
    found: list[Fact] = list(names.cases(text, seen.case_between, seen.case_before))
    for stage in (_signs, _dates, _provisions, _quantities, _spelled):
        more = _apart(stage(text, seen))
        text = hidden(text, more)
        found += more
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))


def _apart(found: Iterable[Fact]) -> list[Fact]:
    """Facts that are wholly or not at all in the same place: what lies across another, found later, is left out."""
    kept: list[Fact] = []
    for each in found:
        if all(each.end <= other.start or other.end <= each.start or _same(each, other) for other in kept):
            kept.append(each)
    return kept


def _same(one: Fact, other: Fact) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _signs(text: str, _: Lens) -> list[Fact]:
    found = list(signs.addresses(text, in_addresses()))
    return [*found, *signs.symbols(hidden(text, found))]


def _dates(text: str, seen: Lens) -> Iterable[Fact]:
    return dates.dates(text, seen.dates) if _DIGIT.search(text) else ()


def _provisions(text: str, seen: Lens) -> Iterable[Fact]:
    return provisions.provisions(text, seen.provisions) if _NUMERAL.search(text) else ()


def _quantities(text: str, seen: Lens) -> list[Fact]:
    found = quantities.quantities(text, seen.units) if _DIGIT.search(text) else []
    return [*found, *quantities.romans(text)]


def _spelled(text: str, seen: Lens) -> Iterable[Fact]:
    return spelled.numbers(text, seen.meaning)
