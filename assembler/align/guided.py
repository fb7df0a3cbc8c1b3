"""Alignment with what a person has said: pins, which are kept as they are, and cuts, which are never linked.

A pin may lead the way for what is around it, or say where a paragraph went that was moved: both are tried, and what
leaves the rest the surer is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from assembler.align.model import Link, Links
from assembler.align.pairwise import NO_HINTS, Hints, Text, aligned
from assembler.align.weights import WEIGHTS, Weights

FIRM = 1000.0
"""More than anything that may speak against a pin."""


class Pin(Struct, frozen=True):
    """These pieces are those, by their places."""

    left: tuple[int, ...]
    right: tuple[int, ...]


class Cut(Struct, frozen=True):
    """None of these pieces is any of those; where one side is empty, the other has no counterpart at all."""

    left: tuple[int, ...]
    right: tuple[int, ...]


class Guidance(Struct, frozen=True):
    """What a person has said of two versions."""

    pins: tuple[Pin, ...] = ()
    cuts: tuple[Cut, ...] = ()


UNGUIDED = Guidance()


def guided(
    left: Text, right: Text, guidance: Guidance = UNGUIDED, *, hints: Hints = NO_HINTS, weights: Weights = WEIGHTS
) -> Links:
    """The links of two texts as `aligned` finds them, with the pins among them and without what was cut."""
    if not (guidance.pins or guidance.cuts):
        return aligned(left, right, hints=hints, weights=weights)
    pins = [pin for pin in guidance.pins if pin.left and pin.right]
    barred = {pair: -inf for cut in guidance.cuts for pair in _pairs(cut.left, cut.right)}
    leading = [pin for pin in pins if not any(_cross(pin, other) for other in pins)]
    found = []
    for led in (leading, []):
        firm = {pair: FIRM for pin in led for pair in _pairs(pin.left, pin.right)}
        points = sorted((pin.left[0], pin.right[0]) for pin in led)
        links = aligned(left, right, hints={**hints, **barred, **firm}, points=points, weights=weights)
        found.append(tuple(sorted([*_without(links, guidance), *map(_pinned, pins)])))
    return max(found, key=lambda links: sum(link.confidence for link in links))


def _cross(pin: Pin, other: Pin) -> bool:
    return (pin.left[0] - other.left[0]) * (pin.right[0] - other.right[0]) < 0


def _pairs(left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((one, other) for one in left for other in right)


def _pinned(pin: Pin) -> Link:
    return Link(pin.left, pin.right, 1.0, pinned=True)


def _without(links: Iterable[Link], guidance: Guidance) -> Iterator[Link]:
    """The links without the pieces that were pinned elsewhere, or cut from everything."""
    whole = [(cut.left, cut.right) for cut in guidance.cuts if not (cut.left and cut.right)]
    said = [*((pin.left, pin.right) for pin in guidance.pins), *whole]
    gone = {place for left, _ in said for place in left}, {place for _, right in said for place in right}
    for link in links:
        left = tuple(place for place in link.left if place not in gone[0])
        right = tuple(place for place in link.right if place not in gone[1])
        if left and right:
            yield link if (left, right) == (link.left, link.right) else replace(link, left=left, right=right)
