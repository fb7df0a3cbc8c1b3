"""The cheapest way through two texts at once, and how much dearer the best way around each of its steps is.

A step takes pieces from one text or from both: 1:0, 0:1, 1:1, 1:2, 2:1 or 2:2. Its cost is the logarithm of how much
likelier these pieces would be side by side by chance than as translations of each other, so that costs add up. Only a
band around an expected path is looked at; with a band of constant width the work is linear in the length of the texts.

Forward, each point gets the cost of the cheapest way to it, backward that of the cheapest way on. A step is as sure as
the cheapest way that does not take it is dearer: that is its margin. Since no way is cheaper than the cheapest, the
step that it takes in a row is the cheapest of that row, and the next cheapest tells its margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from operator import add, itemgetter
from typing import TypeAlias

from msgspec import Struct

Band = Sequence[tuple[int, int]]
"""For each number of left pieces that were taken (0 … n) the least and greatest number of right ones, both included."""

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))
GAPS = ((1, 0), (0, 1))
_NUMBERED = tuple(zip(SHAPES, range(len(SHAPES)), strict=True))

Prices: TypeAlias = tuple[Mapping[int, float], ...]
"""What steps cost that begin after some number of left pieces: for each of `SHAPES`, by the number of right ones. A
step that is not there is dearer than its pieces left alone, or leads out of the band."""


class Step(Struct, frozen=True, gc=False):
    """`left` and `right` are how many pieces were taken before; `shape` how many are taken. `margin` ≥ 0."""

    left: int
    right: int
    shape: tuple[int, int]
    margin: float


def cheapest(prices: Sequence[Prices], band: Band, gap: float) -> list[Step]:
    """The steps that take pieces from both texts, on the cheapest way from the beginning of both to their end.

    `prices[i][s][j]` is what it costs to take the shape `SHAPES[s]` from the point `(i, j)` of the band. The band
    begins at 0 and ends at the last points.
    """
    there = _forward(prices, band, gap)
    back, around = _backward(prices, band, gap, there)
    best = back[0][0]
    return [
        Step(i, j, shape, max(0.0, around[i] - best))
        for i, j, shape in _path(prices, band, gap, back)
        if shape not in GAPS
    ]


def _forward(prices: Sequence[Prices], band: Band, gap: float) -> list[list[float]]:
    there: list[list[float]] = []
    for i, (low, high) in enumerate(band):
        here = [inf] * (high - low + 1)
        if i == 0:
            here[0] = 0.0
        else:
            above = there[i - 1][low - band[i - 1][0] :]
            here[: len(above)] = [value + gap for value in above]
        for (take, give), number in _NUMBERED:
            if i >= take:
                before, least, shift = there[i - take], band[i - take][0], give - low
                for j, cost in prices[i - take][number].items():
                    value = before[j - least] + cost
                    if value < here[j + shift]:
                        here[j + shift] = value
        _sweep(here, gap)
        there.append(here)
    return there


def _backward(
    prices: Sequence[Prices], band: Band, gap: float, there: Sequence[Sequence[float]]
) -> tuple[list[list[float]], list[float]]:
    """The costs of the cheapest ways on; and for each row what the cheapest way costs around its step."""
    last = len(band) - 1
    back: list[list[float]] = [[]] * (last + 1)
    around = [inf] * (last + 1)
    for i in range(last, -1, -1):
        low, high = band[i]
        here, leaving = there[i], [inf] * (high - low + 1)
        if i == last:
            leaving[-1] = 0.0
        else:
            shift = band[i + 1][0] - low
            leaving[shift:] = [value + gap for value in back[i + 1][: high - low - shift + 1]]
            around[i] = min(around[i], min(map(add, here, leaving)))
        totals: list[float] = []
        for (take, give), number in _NUMBERED:
            if i + take <= last:
                beyond, shift = back[i + take], give - band[i + take][0]
                twice = len(totals)
                for j, cost in prices[i][number].items():
                    value = beyond[j + shift] + cost
                    totals.append(value + here[j - low])
                    if value < leaving[j - low]:
                        leaving[j - low] = value
                if take == 2 and i + 1 < last:
                    around[i + 1] = min([around[i + 1], *totals[twice:]])
        totals.sort()
        around[i] = min([around[i], *totals[1:2]])
        leaving.reverse()
        _sweep(leaving, gap)
        leaving.reverse()
        back[i] = leaving
    return back, around


def _sweep(row: list[float], gap: float) -> None:
    """Adds what it costs to come from the place before."""
    last = inf
    for place, value in enumerate(row):
        last += gap
        if value < last:
            last = value
        else:
            row[place] = last


def _path(
    prices: Sequence[Prices], band: Band, gap: float, back: Sequence[Sequence[float]]
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The steps of the cheapest way; of ways that cost the same, the one that links earlier."""
    i = j = 0
    last, end = len(band) - 1, band[-1][1]
    while i < last or j < end:
        costs = [prices[i][number].get(j, inf) for number in range(len(SHAPES))] if i < last else [inf] * len(SHAPES)
        ways = zip((*SHAPES, *GAPS), (*costs, gap, gap), strict=True)
        _, take, give = min(
            ((cost + _at(back, band, i + take, j + give), take, give) for (take, give), cost in ways if cost < inf),
            key=itemgetter(0),
        )
        yield i, j, (take, give)
        i, j = i + take, j + give


def _at(rows: Sequence[Sequence[float]], band: Band, i: int, j: int) -> float:
    if i >= len(band) or not band[i][0] <= j <= band[i][1]:
        return inf
    return rows[i][j - band[i][0]]
