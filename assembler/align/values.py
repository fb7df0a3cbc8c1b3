"""What a text says that is the same in every language: the facts in it, by value."""

from __future__ import annotations

from collections.abc import Iterator

from assembler.facts.read import facts

SAID, SPELLED = "=", "-"
"""The signs of values that are written in figures, and of numbers however they are written."""


def values(text: str, language: str) -> frozenset[str]:
    """The values in a text of this language, as words that are equal where the values are."""
    return frozenset(value for fact in facts(text, language) for value in _values(fact.kind, fact.value, fact.spelled))


def _values(kind: str, value: str, spelled: bool) -> Iterator[str]:
    """Of a number in words only that it is one: translations leave such words out, or write them in figures."""
    if kind in ("number", "percent"):
        yield SPELLED + value
    if not spelled:
        yield SAID + value
