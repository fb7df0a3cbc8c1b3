"""What two texts in two languages do not both say: facts of one that have no counterpart in the other.

A fact may be said twice in one language and once in another, in words instead of digits, a date without the year that
stands beside it. Numbers in words are a counterpart for others, but are missed only where the other text has another
number in words that is missed as well: “both” becomes «два» and back. What still differs an editor should look at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from assembler.facts.model import Fact, FactKind

NUMERIC: frozenset[FactKind] = frozenset(("number", "percent", "money", "provision"))
"""Kinds of facts that are a number of something."""

_TOGETHER: tuple[frozenset[FactKind], ...] = (
    *(frozenset((kind,)) for kind in ("percent", "money", "provision", "date", "symbol", "url", "email")),
    frozenset(("number",)),
)
"""What is paired with what: a number with a number. What is left over is paired with another kind of number."""

_OUTER = frozenset(("article", "section", "chapter"))
"""Provisions that a text counts through; one of the others is a part of these. Languages differ within each."""
_FEW = frozenset(("0", "0.5", "1"))
"""“One” and “half” are said by the way."""


class Difference(Struct, frozen=True):
    """A fact `here` that has another one in its place `there`; None where there is nothing."""

    here: Fact | None
    there: Fact | None

    @property
    def kind(self) -> FactKind:
        """What it is about, as the other text has it."""
        known = self.there or self.here
        assert known is not None
        return known.kind


def differences(here: Sequence[Fact], there: Sequence[Fact]) -> tuple[Difference, ...]:
    """What `here` and `there` do not both say; a fact that only one has is paired with one that only the other has."""
    if _counted(here) == _counted(there):
        return tuple(_in_place_of_another(here, there))
    only_here, only_there = _missed(here, there), _missed(there, here)
    if not only_here and not only_there:
        return tuple(_in_place_of_another(here, there))
    found = [pair for kinds in _TOGETHER for pair in _paired(_of(kinds, only_here), _of(kinds, only_there))]
    whole = [each for each in found if each.here and each.there]
    only_here = [each.here for each in found if each.here and not each.there]
    only_there = [each.there for each in found if each.there and not each.here]
    whole += _paired(_of(NUMERIC, only_here), _of(NUMERIC, only_there))
    rest = [Difference(each, None) for each in only_here if each.kind not in NUMERIC]
    rest += [Difference(None, each) for each in only_there if each.kind not in NUMERIC]
    return tuple(each for each in (*whole, *rest) if not _only_words(each))


def _in_place_of_another(here: Sequence[Fact], there: Sequence[Fact]) -> Iterator[Difference]:
    """A number that stands here once more than there, where another stands once less: “articles 3, 3 and 7” for
    “articles 3, 4 and 7” in a text that has another four."""
    more, less = _more_often(here, there), _more_often(there, here)
    if more and less:
        yield from (Difference(*pair) for pair in zip(more, less, strict=False))


def _more_often(these: Sequence[Fact], those: Sequence[Fact]) -> list[Fact]:
    """The numbers in digits that both texts have, the first more often than the other, where each stands last."""
    digits = [each for each in these if each.kind in NUMERIC and not each.spelled]
    if len(digits) < 2:
        return []
    counts = Counter(map(_amount, digits))
    others = Counter(part for each in those for part in _said_in(each))
    last = {_amount(each): each for each in digits}
    return [last[amount] for amount, count in counts.items() if count > others[amount] > 0]


def _said_in(fact: Fact) -> list[str]:
    return _parts(fact.value, "-") if fact.kind == "date" else [_amount(fact)]


def _counted(facts: Sequence[Fact]) -> set[tuple[FactKind, str]]:
    return {(each.kind, each.value) for each in facts if not each.vague}


def _of(kinds: Iterable[FactKind], facts: Iterable[Fact]) -> list[Fact]:
    return [each for each in facts if each.kind in kinds]


def _paired(here: list[Fact], there: list[Fact]) -> Iterator[Difference]:
    """Digits first, so that they are paired with digits."""
    return (Difference(*pair) for pair in zip_longest(_digits_first(here), _digits_first(there)))


def _digits_first(facts: list[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda each: each.spelled)


def _only_words(difference: Difference) -> bool:
    """Whether it is a number in words beside nothing."""
    here, there = difference.here, difference.there
    return (here is None or there is None) and all(each.spelled for each in (here, there) if each)


def _missed(these: Sequence[Fact], those: Sequence[Fact]) -> list[Fact]:
    """The facts that the other text has no counterpart of; numbers in words among them."""
    said = {(each.kind, each.value) for each in those}
    return [
        each
        for each in these
        if each.kind != "case"
        and not (each.vague or (each.spelled and each.value in _FEW))
        and (each.kind, each.value) not in said
        and not _has_counterpart(each, those)
    ]


def _has_counterpart(fact: Fact, those: Iterable[Fact]) -> bool:
    match fact.kind:
        case "date":
            return any(_dates_agree(fact.value, each, those) for each in those) or _in_parts(fact.value, those)
        case "number" if "/" in fact.value:
            amounts = {_amount(each) for each in those}
            return all(part in amounts for part in fact.value.removeprefix("1/").split("/"))
        case "number" | "percent" | "money" | "provision":
            return any(_agree(fact, each) for each in those)
        case "symbol" | "url" | "email" | "case":
            return False


def _dates_agree(one: str, other: Fact, those: Iterable[Fact]) -> bool:
    """Whether the other fact is the same day, one of the two said without its year, which stands elsewhere in `those`:
    “5 July and 7 August 2014” has it once."""
    if other.kind != "date" or one[-6:] != other.value[-6:]:
        return False
    year = one[:4]
    return one.startswith("--") or (other.value.startswith("--") and any(_says(each, year) for each in those))


def _says(fact: Fact, year: str) -> bool:
    return fact.kind in ("date", "number") and fact.value.startswith(year)


def _in_parts(date: str, those: Iterable[Fact]) -> bool:
    """Whether the day and, where it is said, the year stand in the other text as numbers of their own."""
    numbers = {each.value for each in those if each.kind == "number" and not (each.spelled and each.value in _FEW)}
    *before, day = date.split("-")
    year = before[0]
    return len(before) > 1 and day.lstrip("0") in numbers and (not year or year in numbers)


def _agree(one: Fact, other: Fact) -> bool:
    if other.kind == "date":
        return one.kind == "number" and one.value in _parts(other.value, "-")
    if other.kind not in NUMERIC or not _same_amount(_amount(one), _amount(other)):
        return False
    if one.kind == other.kind:
        return _same_unit(one.kind, one.value, other.value)
    if "percent" in (one.kind, other.kind):
        return one.spelled or other.spelled
    return "number" in (one.kind, other.kind)


def _parts(value: str, mark: str) -> list[str]:
    return [part.lstrip("0") for part in value.split(mark)]


def _same_unit(kind: FactKind, one: str, other: str) -> bool:
    """Whether the numbers are of the same thing: money of one currency, provisions of one rank."""
    unit, other_unit = one.partition(" ")[0], other.partition(" ")[0]
    if kind == "provision":
        return (unit in _OUTER) == (other_unit in _OUTER)
    return kind != "money" or unit == other_unit


def _same_amount(one: str, other: str) -> bool:
    return one == other or any(
        _hours(*pair) or _and_a_half(*pair) or _decade(*pair) or pair[0] in pair[1].split("/")
        for pair in ((one, other), (other, one))
    )


def _hours(hour: str, clock: str) -> bool:
    """Whether `19:00` may be what the other text calls 19 or 7, and `10:30` what it writes as 10.30."""
    if ":" in clock and clock.replace(":", ".").rstrip("0") == hour:
        return True
    return clock.endswith(":00") and hour.isdigit() and int(clock[:-3]) in (int(hour), int(hour) + 12)


def _and_a_half(half: str, number: str) -> bool:
    """Whether “two and a half” may be 2.5."""
    return half == "0.5" and number.endswith(".5")


def _decade(short: str, year: str) -> bool:
    """Whether “1990s” may be what the other text calls «90-е»."""
    return len(short) == 2 and re.fullmatch(r"[12]\d\d0", year) is not None and year.endswith(short)


def _amount(fact: Fact) -> str:
    return fact.value.rpartition(" ")[2]
