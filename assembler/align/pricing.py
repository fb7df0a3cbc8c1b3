"""What each step of the lattice costs: lengths that go apart, sorts that differ, values that are lacking, less what
speaks for the pieces.

A step that takes two pieces of a text is priced from its parts: what speaks for it is the sum of what speaks for the
pairs, so that nothing has to be looked up again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log

from msgspec import Struct

from assembler.align.evidence import Key, Traits
from assembler.align.lattice import Band, Prices
from assembler.align.model import Piece
from assembler.align.values import SAID
from assembler.align.weights import Weights

FLOOR = 8
"""Letters added to every length: a few more or less say nothing of a short piece."""
SET_APART = frozenset({"heading", "table", "figure"})

Shape = tuple[str, int]


class Side(Struct, frozen=True):
    """What the prices need of one text: how long its pieces are, alone (`one`) and with the next (`two`), on a scale
    of logarithms; what is held against each, and what it is."""

    one: list[float]
    two: list[float]
    losses: list[float]
    shapes: list[Shape]


def side(pieces: Sequence[Piece], traits: Sequence[Traits], scale: float, losses: Iterable[float]) -> Side:
    """One text; `scale` brings its lengths to those of the other."""
    one = [log(each.size * scale + FLOOR) for each in traits]
    two = [log((each.size + after.size) * scale + FLOOR) for each, after in pairwise(traits)]
    return Side(one, two, list(losses), [(piece.sort, piece.level) for piece in pieces])


def losses(keys: Iterable[Iterable[Key]], gains: Mapping[Key, float], weights: Weights) -> list[float]:
    """What counts against each piece until a partner shares it. A value counts also where the other text has it
    nowhere; of other keys that says nothing."""
    of = weights.losses
    return [min(weights.most_lost, sum(of[key[0]] for key in each if key in gains or key[0] == SAID)) for each in keys]


def prices(
    left: Side,
    right: Side,
    band: Band,
    spoken: Sequence[Mapping[int, float]],
    hints: Mapping[tuple[int, int], float],
    weights: Weights,
) -> list[Prices]:
    """The prices of the steps in the band that cost less than their pieces left alone. `spoken` is what speaks for each
    pair, `hints` what else is known."""
    pairing = _Pairing(left, right, band, spoken, hints, weights)
    return [pairing.row(place) for place in range(len(left.one))]


class _Pairing:
    """Prices row by row; what pairs of a row cost is needed by the row above it too."""

    def __init__(
        self,
        left: Side,
        right: Side,
        band: Band,
        spoken: Sequence[Mapping[int, float]],
        hints: Mapping[tuple[int, int], float],
        weights: Weights,
    ) -> None:
        self._left, self._right, self._band = left, right, band
        self._spoken, self._weights = spoken, weights
        self._steep = 0.5 / weights.spread**2
        self._against = {shape: _against(shape, right, weights) for shape in set(left.shapes)}
        self._hints: dict[int, list[tuple[int, float]]] = {}
        for (one, other), hint in hints.items():
            self._hints.setdefault(one, []).append((other, hint))
        self._low, self._below = 0, list[float]()

    def row(self, place: int) -> Prices:
        left, right, weights = self._left, self._right, self._weights
        low, high = self._band[place]
        own = self._below[low - self._low :] if place else self._pairs(place, low, high + 2)
        long = left.one[place]
        extra = weights.merged - left.losses[place]
        twice = [one + two + extra for one, two in pairwise(own)]
        single = self._near(place, (1, 1), own, long)
        joined = self._near(place, (1, 2), twice, long)
        if place + 1 == len(left.one):
            return single, joined, {}, {}
        self._low, self._below = low, self._pairs(place + 1, low, self._band[place + 1][1] + 2)
        both = [
            one + two - loss + weights.merged
            for one, two, loss in zip(own, self._below, right.losses[low : low + len(own)], strict=False)
        ]
        return single, joined, self._near(place, (2, 1), both, left.two[place]), self._crossed(place, own)

    def _crossed(self, place: int, own: Sequence[float]) -> Mapping[int, float]:
        """Two that are two others, where anything speaks for it."""
        below, crossed = self._below, self._weights.crossed
        if crossed + 2 * min([*own, *below], default=0.0) >= 4 * self._weights.gap:
            return {}
        pairs = [
            crossed + min(a, d) + min(b, c) for (a, b), (c, d) in zip(pairwise(own), pairwise(below), strict=False)
        ]
        return self._near(place, (2, 2), pairs, self._left.two[place])

    def _near(self, place: int, shape: tuple[int, int], pairs: Sequence[float], length: float) -> Mapping[int, float]:
        """The prices of one shape: of what the pairs cost from the beginning of the row, and of lengths that differ."""
        take, give = shape
        low, high = self._band[place]
        least, most = self._band[place + take]
        start, stop = max(low, least - give), min(high, most - give) + 1
        lengths = (self._right.one if give == 1 else self._right.two)[start:stop]
        steep, far, most_cost = self._steep, self._weights.far, (take + give) * self._weights.gap
        return {
            other: cost
            for other, pair, its in zip(range(start, stop), pairs[start - low : stop - low], lengths, strict=False)
            if pair < most_cost
            and (cost := pair + (apart if (apart := (length - its) ** 2 * steep) < far else far)) < most_cost
        }

    def _pairs(self, place: int, low: int, stop: int) -> list[float]:
        """What each pair of a row costs, lengths left aside."""
        own, most = self._left.losses[place], self._weights.most
        row = [own + against for against in self._against[self._left.shapes[place]][low:stop]]
        stop = low + len(row)
        for other, gain in self._spoken[place].items():
            if low <= other < stop:
                row[other - low] -= gain if gain < most else most
        for other, hint in self._hints.get(place, ()):
            if low <= other < stop:
                row[other - low] -= hint
        return row


def _against(shape: Shape, right: Side, weights: Weights) -> list[float]:
    """What is held against each right piece beside a left one of this shape."""
    unlike = {other: _unlike(shape, other, weights) for other in set(right.shapes)}
    return [loss + unlike[other] for loss, other in zip(right.losses, right.shapes, strict=True)]


def _unlike(one: Shape, other: Shape, weights: Weights) -> float:
    if one == other:
        return 0.0
    if one[0] == other[0]:
        return weights.level
    return weights.unlike if {one[0], other[0]} & SET_APART else weights.other
