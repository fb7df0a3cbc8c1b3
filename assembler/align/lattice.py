"""The cheapest way through two texts at once, and how much dearer the best way around each of its steps is.

A step takes pieces from one text or from both: 1:0, 0:1, 1:1, 1:2, 2:1 or 2:2. Its cost is the logarithm of how much
likelier these pieces would be side by side by chance than as translations of each other, so that costs add up. Only a
band around an expected path is looked at; with a band of constant width the work is linear in the length of the texts.

Forward, each point gets the cost of the cheapest way to it, backward that of the cheapest way on. A step is as sure as
the cheapest way that does not take it is dearer: that is its margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from operator import add

from msgspec import Struct

Band = Sequence[tuple[int, int]]
"""For each number of left pieces that were taken (0 … n) the least and greatest number of right ones, both included."""

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))
GAPS = ((1, 0), (0, 1))


class Prices(Struct, frozen=True, gc=False):
    """What steps cost that begin after some number of left pieces: by shape, for each point of the band's row."""

    rows: tuple[Sequence[float], ...]


class Step(Struct, frozen=True, gc=False):
    """`left` and `right` are how many pieces were taken before; `shape` how many are taken. `margin` ≥ 0."""

    left: int
    right: int
    shape: tuple[int, int]
    margin: float


def cheapest(prices: Sequence[Prices], band: Band, gap: float) -> list[Step]:
    """The steps that take pieces from both texts, on the cheapest way from the beginning of both to their end.

    `prices[i].rows[s]` has for the shape `SHAPES[s]` what it costs from the point `(i, low + k)`, for each `k` of the
    band's row; a step that would lead out of the texts costs `inf`. The band begins at 0 and ends at the last points.
    """
    there = _forward(prices, band, gap)
    back = _backward(prices, band, gap)
    steps = list(_path(prices, band, gap, back))
    around = _around(prices, band, gap, (there, back), steps)
    best = back[0][0]
    return [
        Step(step.left, step.right, step.shape, around[step.left] - best) for step in steps if step.shape not in GAPS
    ]


def _window(row: Sequence[float], low: int, start: int, stop: int) -> Sequence[float]:
    """The values of a row, which begins at `low`, for the places from `start` to before `stop`; `inf` outside of it."""
    first, last = max(start, low), min(stop, low + len(row))
    if first >= last:
        return [inf] * (stop - start)
    return [*[inf] * (first - start), *row[first - low : last - low], *[inf] * (stop - last)]


def _forward(prices: Sequence[Prices], band: Band, gap: float) -> list[list[float]]:
    there: list[list[float]] = []
    for i, (low, high) in enumerate(band):
        arriving = [inf] * (high - low + 1)
        if i == 0:
            arriving[0] = 0.0
        for (take, give), number in zip(SHAPES, range(len(SHAPES)), strict=True):
            if i >= take:
                before = band[i - take][0]
                costs = _window(prices[i - take].rows[number], before, low - give, high - give + 1)
                values = _window(there[i - take], before, low - give, high - give + 1)
                arriving = list(map(min, arriving, map(add, values, costs)))
        if i:
            above = _window(there[i - 1], band[i - 1][0], low, high + 1)
            arriving = [min(here, value + gap) for here, value in zip(arriving, above, strict=True)]
        there.append(_swept(arriving, gap))
    return there


def _backward(prices: Sequence[Prices], band: Band, gap: float) -> list[list[float]]:
    last = len(band) - 1
    back: list[list[float]] = [[]] * len(band)
    for i in range(last, -1, -1):
        low, high = band[i]
        leaving = [inf] * (high - low + 1)
        if i == last:
            leaving[-1] = 0.0
        for (take, give), number in zip(SHAPES, range(len(SHAPES)), strict=True):
            if i + take <= last:
                values = _window(back[i + take], band[i + take][0], low + give, high + give + 1)
                leaving = list(map(min, leaving, map(add, values, prices[i].rows[number])))
        if i < last:
            below = _window(back[i + 1], band[i + 1][0], low, high + 1)
            leaving = [min(here, value + gap) for here, value in zip(leaving, below, strict=True)]
        back[i] = _swept(leaving[::-1], gap)[::-1]
    return back


def _swept(row: list[float], gap: float) -> list[float]:
    """With what it costs to come from the place before."""
    last = inf
    for place, value in enumerate(row):
        last = min(value, last + gap)
        row[place] = last
    return row


def _path(prices: Sequence[Prices], band: Band, gap: float, back: Sequence[Sequence[float]]) -> Iterator[Step]:
    """The steps of the cheapest way; of ways that cost the same, the one that links earlier."""
    i = j = 0
    last, end = len(band) - 1, band[-1][1]
    while i < last or j < end:
        take, give = min(
            ((1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1)),
            key=lambda shape: _price(prices, band, gap, i, j, shape) + _at(back, band, i + shape[0], j + shape[1]),
        )
        yield Step(i, j, (take, give), 0.0)
        i, j = i + take, j + give


def _price(prices: Sequence[Prices], band: Band, gap: float, i: int, j: int, shape: tuple[int, int]) -> float:
    if shape in GAPS:
        return gap
    return prices[i].rows[SHAPES.index(shape)][j - band[i][0]] if i < len(prices) else inf


def _at(rows: Sequence[Sequence[float]], band: Band, i: int, j: int) -> float:
    if i >= len(band) or not band[i][0] <= j <= band[i][1]:
        return inf
    return rows[i][j - band[i][0]]


def _around(
    prices: Sequence[Prices],
    band: Band,
    gap: float,
    costs: tuple[list[list[float]], list[list[float]]],
    path: Sequence[Step],
) -> list[float]:
    """For every left piece what the cheapest way costs that does not take it as the path does."""
    there, back = costs
    taken = {(step.left, step.shape): step.right for step in path}
    around = [inf] * (len(band) - 1)
    for i in range(len(band) - 1):
        low, high = band[i]
        for shape, row in (*zip(SHAPES, prices[i].rows, strict=True), ((1, 0), [gap] * (high - low + 1))):
            take, give = shape
            if i + take >= len(band):
                continue
            beyond = _window(back[i + take], band[i + take][0], low + give, high + give + 1)
            ways = list(map(add, map(add, there[i], row), beyond))
            if (i, shape) in taken:
                ways[taken[i, shape] - low] = inf
            cheapest = min(ways)
            for piece in range(i, i + take):
                around[piece] = min(around[piece], cheapest)
    return around
