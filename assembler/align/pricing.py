"""What each step of the lattice costs: lengths that go apart, sorts that differ, values that are lacking, less what
speaks for the pieces.

A step that takes two pieces of a text is priced from its parts: what speaks for it is the sum of what speaks for the
pairs, so that nothing has to be looked up again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import inf, log

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
    """The prices of all steps in the band. `spoken` is what speaks for each pair, `hints` what else is known."""
    table = {one: {other: _unlike(one, other, weights) for other in set(right.shapes)} for one in set(left.shapes)}
    pairing = _Pairing(left, right, table, spoken, weights)
    for (one, other), hint in hints.items():
        pairing.hints.setdefault(one, []).append((other, hint))
    last = len(band) - 2
    return [pairing.row(place, *bounds, band[min(place + 1, last)][1]) for place, bounds in enumerate(band[:-1])]


class _Pairing:
    """Prices row by row; what pairs of a row cost is needed by the row above it too."""

    def __init__(
        self,
        left: Side,
        right: Side,
        table: Mapping[Shape, Mapping[Shape, float]],
        spoken: Sequence[Mapping[int, float]],
        weights: Weights,
    ) -> None:
        self._left, self._right = left, right
        self._table, self._spoken, self._weights = table, spoken, weights
        self._steep = 0.5 / weights.spread**2

        self.hints: dict[int, list[tuple[int, float]]] = {}
        self._low, self._below = 0, list[float]()

    def row(self, place: int, low: int, high: int, further: int) -> Prices:
        """`further` is where the next row ends."""
        left, right, weights = self._left, self._right, self._weights
        ends = min(high + 1, len(right.one)), min(high + 1, len(right.two))
        stop = min(high + 2, len(right.one))
        own = self._below[low - self._low :] if place else self._pairs(place, low, stop)
        rows = [
            [
                pair + far
                for pair, far in zip(own, self._apart(left.one[place], right.one[low : ends[0]]), strict=False)
            ],
            self._merged(own, own[1:], self._apart(left.one[place], right.two[low : ends[1]]), -left.losses[place]),
        ]
        if place + 1 < len(left.one):
            below = self._pairs(place + 1, low, min(further + 2, len(right.one)))
            self._low, self._below = low, below
            apart = self._apart(left.two[place], right.one[low : ends[0]])
            twice = [cost - loss for cost, loss in zip(apart, right.losses[low:stop], strict=False)]
            rows.append(self._merged(own, below, twice, 0.0))
            apart = self._apart(left.two[place], right.two[low : ends[1]])
            crossed = zip(own, own[1:], below, below[1:], apart, strict=False)
            rows.append([weights.crossed + min(a, d) + min(b, c) + far for a, b, c, d, far in crossed])
        else:
            rows += [[], []]
        width = high - low + 1
        return Prices(tuple(row + [inf] * (width - len(row)) for row in rows))

    def _pairs(self, place: int, low: int, stop: int) -> list[float]:
        """What each pair of a row costs, lengths left aside."""
        spoken, losses = self._spoken[place].get, self._right.losses
        own, unlike, shapes = self._left.losses[place], self._table[self._left.shapes[place]], self._right.shapes
        most = self._weights.most
        row = [
            own + losses[other] + unlike[shapes[other]] - min(spoken(other, 0.0), most) for other in range(low, stop)
        ]
        for other, hint in self.hints.get(place, ()):
            if low <= other < stop:
                row[other - low] -= hint
        return row

    def _apart(self, length: float, lengths: Sequence[float]) -> list[float]:
        steep, far = self._steep, self._weights.far
        return [min((length - other) ** 2 * steep, far) for other in lengths]

    def _merged(self, one: Sequence[float], two: Sequence[float], more: Sequence[float], less: float) -> list[float]:
        extra = self._weights.merged + less
        return [a + b + c + extra for a, b, c in zip(one, two, more, strict=False)]


def _unlike(one: Shape, other: Shape, weights: Weights) -> float:
    if one == other:
        return 0.0
    if one[0] == other[0]:
        return weights.level
    return weights.unlike if {one[0], other[0]} & SET_APART else weights.other
