"""Reads the facts of a text. What is part of one fact is not read again as another: a date's year is no number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_

from assembler.facts import dates, names, provisions, quantities, signs, spelled
from assembler.facts.load import MONTH, NUMBER, PROVISION, Lens, in_addresses, lens
from assembler.facts.model import Fact
from assembler.facts.quantities import hidden
from assembler.facts.spelled import WORD

Stage = Callable[[str, Lens], Iterable[Fact]]

_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r"\d|[IVXІХ]")


def facts(text: str, code: str, words: Iterable[str] | None = None) -> tuple[Fact, ...]:
    """The facts of a text without markup in the language `code`, in order. `words` are those of the text, if they are
    known already; they may have hyphens inside. Raises as `language.load` does."""
    seen = lens(code)
    found: list[Fact] = list(names.cases(text, seen.case_between, seen.case_before))
    said = reduce(or_, {*map(seen.trigger, WORD.findall(text) if words is None else words)}, 0)
    for stage in _stages(text, said):
        more = _apart(stage(text, seen), text)
        text = hidden(text, more)
        found += more
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))


def _stages(text: str, said: int) -> Iterator[Stage]:
    """What to look for, in order: only what the words and signs of the text can be."""
    if "/" in text or "@" in text or "www" in text:
        yield _signs
    if has_digits := _DIGIT.search(text) is not None:
        yield _dates_in_digits
        if said & MONTH:
            yield _dates_in_words
    if said & PROVISION and _NUMERAL.search(text):
        yield _provisions
    if has_digits:
        yield _quantities
    yield _romans
    if said & NUMBER:
        yield _spelled


def _apart(found: Iterable[Fact], text: str) -> list[Fact]:
    """Facts that are wholly or not at all in the same place: what lies across another, found later, is left out."""
    found = list(found)
    if len(found) < 2:
        return found
    kept: list[Fact] = []
    spans: set[tuple[int, int]] = set()
    taken = bytearray(len(text))
    for each in found:
        span = each.start, each.end
        if span in spans or not any(taken[each.start : each.end]):
            kept.append(each)
            spans.add(span)
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
    return kept


def _signs(text: str, _: Lens) -> list[Fact]:
    found = list(signs.addresses(text, in_addresses()))
    return [*found, *signs.symbols(hidden(text, found))]


def _dates_in_digits(text: str, _: Lens) -> Iterable[Fact]:
    return dates.in_digits(text)


def _dates_in_words(text: str, seen: Lens) -> Iterable[Fact]:
    return dates.in_words(text, seen.dates)


def _provisions(text: str, seen: Lens) -> Iterable[Fact]:
    return provisions.provisions(text, seen.provisions)


def _quantities(text: str, seen: Lens) -> Iterable[Fact]:
    return quantities.quantities(text, seen.units)


def _romans(text: str, _: Lens) -> Iterable[Fact]:
    return quantities.romans(text)


def _spelled(text: str, seen: Lens) -> Iterable[Fact]:
    return spelled.numbers(text, seen.meaning)
