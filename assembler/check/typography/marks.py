"""Quotation marks of a text, each as what it does there: opens, closes, or stands for an apostrophe.

A sign alone does not say it: “ opens in English and closes in Russian, " does both. The spaces around it say more, and
where they leave it open, the sign and what is open already decide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from assembler.check.prose import NOTE, OBJECT
from assembler.check.tongue import Tongue

STRAIGHT, STRAIGHT_SINGLE, RIGHT_SINGLE = '"', "'", "’"
_OPENING, _CLOSING = "«„‟‘‚", "»”"
SWAPPED = {"«": "»", "»": "«", "“": "”", "”": "“", "‘": "’"}
_MARK = re.compile("[«»“”„‟‘‚’\"']")
_SIGNS = re.compile("[«»“”„‟‘‚\"']")


SIGNS = frozenset("«»“”„‟‘‚")
"""Marks that are no straight ones; a right single one alone is an apostrophe."""


class Mark(Struct, frozen=True, gc=False):
    """A quotation mark. `turned`: what it is to do by its spaces is not what such a sign does."""

    place: int
    sign: str
    opens: bool
    turned: bool = False


class Pair(Struct, frozen=True, gc=False):
    """An opening mark with its closing one; `depth` counts the pairs around it."""

    opening: Mark
    closing: Mark
    depth: int

    @property
    def signs(self) -> tuple[str, str]:
        return self.opening.sign, self.closing.sign


class Quotations(Struct, frozen=True):
    """The quotations of a text, and the marks that are alone in it."""

    pairs: tuple[Pair, ...] = ()
    alone: tuple[Mark, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return (*(mark for pair in self.pairs for mark in (pair.opening, pair.closing)), *self.alone)


NONE = Quotations()


def quotations(text: str, tongue: Tongue) -> Quotations:
    """What is quoted in a text. Apostrophes are none of it."""
    return _quotations(text, tongue) if _SIGNS.search(text) else NONE


@lru_cache(maxsize=1 << 14)
def _quotations(text: str, tongue: Tongue) -> Quotations:
    pairs: list[Pair] = []
    alone: list[Mark] = []
    stack: list[Mark] = []
    for found in _MARK.finditer(text):
        mark = _mark(text, found.start(), stack, tongue)
        if mark is None:
            continue
        if mark.opens:
            stack.append(mark)
            continue
        partner = _partner(stack, mark)
        if partner is None:
            alone.append(mark)
            continue
        while stack[-1] is not partner:
            alone.append(stack.pop())
        pairs.append(Pair(stack.pop(), mark, len(stack)))
    alone += stack
    return Quotations(
        tuple(sorted(pairs, key=_place)), tuple(sorted(filter(_is_certain, alone), key=lambda one: one.place))
    )


def _place(pair: Pair) -> int:
    return pair.opening.place


def _is_certain(mark: Mark) -> bool:
    """A lone single mark is an apostrophe more often than half of a quotation."""
    return mark.sign not in (STRAIGHT_SINGLE, RIGHT_SINGLE)


def _partner(stack: list[Mark], closing: Mark) -> Mark | None:
    """The opening mark that is closed: the nearest of the same kind, double or single, or the nearest of all."""
    single = closing.sign in (RIGHT_SINGLE, STRAIGHT_SINGLE)
    for mark in reversed(stack):
        if (mark.sign in ("‘", "‚", STRAIGHT_SINGLE)) == single:
            return mark
    return None


def _mark(text: str, place: int, stack: list[Mark], tongue: Tongue) -> Mark | None:
    sign = text[place]
    left, right = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
    if sign in "'’‘" and left.isalnum() and right.isalnum():
        return None
    if sign == STRAIGHT and left.isdigit() and not any(mark.sign == STRAIGHT for mark in stack):
        return None  # inches, seconds
    may_open = (left.isspace() or left in '([{—–-/«“„‘"' + OBJECT) and not (right.isspace() or right in ".,;:!?)]}")
    may_close = not left.isspace() and (not right.isalnum())
    if sign in (STRAIGHT_SINGLE, RIGHT_SINGLE):
        return _single(
            sign, place, stack, opens=may_open and sign != RIGHT_SINGLE and right.isalpha(), closes=may_close
        )
    opens = _usually_opens(sign, stack, tongue)
    if may_open == may_close:
        return Mark(place, sign, opens)
    may_be_both = sign == STRAIGHT or (sign == "“" and may_open)
    return Mark(place, sign, may_open, opens != may_open and not may_be_both and not _near_note(left, right))


def _near_note(left: str, right: str) -> bool:
    return NOTE in (left, right)


def _single(sign: str, place: int, stack: list[Mark], *, opens: bool, closes: bool) -> Mark | None:
    """Single marks are quotation marks only where one of them is open, or a straight one opens."""
    if any(mark.sign in ("‘", "‚", STRAIGHT_SINGLE) for mark in stack) and closes:
        return Mark(place, sign, opens=False)
    return Mark(place, sign, opens=True) if opens and sign == STRAIGHT_SINGLE else None


def _usually_opens(sign: str, stack: list[Mark], tongue: Tongue) -> bool:
    """What such a sign does in the language, with what is open."""
    if sign in _OPENING or sign in _CLOSING:
        return sign in _OPENING
    if sign == STRAIGHT:
        return not any(mark.sign == STRAIGHT for mark in stack)
    quotes = tongue.language.quotes
    if any(mark.sign == "„" for mark in stack):
        return False
    return sign in (quotes.outer[0], quotes.inner[0]) or not any(mark.sign == sign for mark in stack)
