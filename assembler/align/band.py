"""Where to look: a band along the way that the two texts are expected to go together.

The way leads through pieces that plainly belong together, because they share what hardly any other has: first the
headings of sections, then anything. Between them it goes straight. The band is as narrow as the neighbouring pieces are
near, so that its width depends on the texts and not on their length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assembler.align.evidence import Key, Places
from assembler.align.lattice import Band, Step

NARROW = 5
"""Pieces on both sides that are always looked at."""
WIDE = 0.35
"""How much further for each piece that the neighbouring known points are away."""
WIDEST = 50
RARE = 3
"""A key that stands in more places says nothing of where two texts meet."""
ENOUGH = 5.0
"""What must speak for a pair that the way is led through."""


def anchors(left: Places, right: Places, gains: Mapping[Key, float]) -> list[tuple[int, int]]:
    """Pairs of pieces that the way leads through: the strongest chain that rises in both texts."""
    spoken: dict[tuple[int, int], float] = {}
    for key, gain in gains.items():
        here, there = left[key], right[key]
        if len(here) <= RARE and len(there) <= RARE:
            for one in here:
                for other in there:
                    spoken[one, other] = spoken.get((one, other), 0.0) + gain / max(len(here), len(there))
    return _plain(spoken)


def nearer(spoken: Sequence[Mapping[int, float]]) -> list[tuple[int, int]]:
    """The same of pairs in a band: there a key need not be rare in the whole text to show the way."""
    pairs = {(one, other): sum for one, row in enumerate(spoken) for other, sum in row.items() if sum >= ENOUGH}
    return _plain(pairs)


def _plain(spoken: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The chain of pairs that have enough in common, and neither piece more with any other."""
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for (one, other), sum in spoken.items():
        best[0][one] = max(best[0].get(one, 0.0), sum)
        best[1][other] = max(best[1].get(other, 0.0), sum)
    plain = {pair: s for pair, s in spoken.items() if s >= ENOUGH and s == best[0][pair[0]] == best[1][pair[1]]}
    return chain(plain)


def chain(spoken: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs with the greatest sum that rise in both texts: a Fenwick tree of the best sums so far."""
    pairs = sorted(spoken, key=lambda pair: (pair[0], -pair[1]))
    rights = sorted({other for _, other in pairs})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(rights) + 1)
    before: list[int] = []
    last = (0.0, -1)
    for number, pair in enumerate(pairs):
        place = bisect_left(rights, pair[1])
        best, at = (0.0, -1), place
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        before.append(best[1])
        sum = (best[0] + spoken[pair], number)
        last = max(last, sum)
        at = place + 1
        while at < len(tree):
            tree[at] = max(tree[at], sum)
            at += at & -at
    found = []
    number = last[1]
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def band(sizes: tuple[int, int], points: Sequence[tuple[int, int]], widening: int = 1) -> list[tuple[int, int]]:
    """For each number of left pieces taken, between which numbers of right ones the way is looked for."""
    left, right = sizes
    corners = [(0, 0), *(pair for pair in points if pair != (0, 0)), (left, right)]
    rows: list[tuple[int, int]] = []
    for (one, other), (further, beyond) in pairwise(corners):
        room = max(further - one, beyond - other)
        for i in range(one, further):
            middle = other + (beyond - other) * (i - one) / (further - one)
            near = min(i - one, further - i)
            width = widening * (NARROW + min(WIDEST, int(WIDE * min(room, 2 * near) + abs(room - (further - one)))))
            rows.append((max(0, int(middle) - width), min(right, int(middle) + width)))
    rows.append((max(0, right - widening * NARROW), right))
    return _seamless(rows, right)


def _seamless(rows: list[tuple[int, int]], right: int) -> list[tuple[int, int]]:
    """With a way from the beginning to the end: bounds never go back, rows overlap, and the corners are inside."""
    low, high = 0, 0
    rising: list[tuple[int, int]] = []
    for least, most in rows:
        high = max(high, most)
        rising.append((least, high))
    low = rising[-1][0]
    for place in range(len(rising) - 1, -1, -1):
        low = min(low, rising[place][0])
        rising[place] = (low, rising[place][1])
    rising[0] = (0, rising[0][1])
    for place in range(1, len(rising)):
        least, most = rising[place]
        rising[place] = (min(least, rising[place - 1][1]), most)
    rising[-1] = (rising[-1][0], right)
    return rising


def touches(steps: Sequence[Step], band: Band) -> bool:
    """Whether a step lies at the edge of the band, beyond which there are more pieces."""
    end = band[-1][1]
    bounds = ((band[step.left], step.right) for step in steps)
    return any((low == right and low) or (high == right and high < end) for (low, high), right in bounds)
