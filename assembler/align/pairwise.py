"""Two texts are aligned: evidence, a band, the cheapest way, words learnt from it, and the way once more."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, log

from msgspec import Struct

from assembler.align import evidence as ev
from assembler.align.band import anchors, band
from assembler.align.evidence import Key, Traits
from assembler.align.lattice import Prices, Step, cheapest
from assembler.align.lexicon import learnt
from assembler.align.model import Link, Links, Piece
from assembler.align.weights import WEIGHTS, Weights


class Text(Struct, frozen=True):
    """One version of a text, ready to be aligned."""

    pieces: Sequence[Piece]
    traits: Sequence[Traits]


ROUNDS = 2
SURE_ENOUGH = 2.0


def aligned(left: Text, right: Text, weights: Weights = WEIGHTS) -> Links:
    """The links between two texts."""
    if not left.pieces or not right.pieces:
        return ()
    sizes = len(left.pieces), len(right.pieces)
    nothing: tuple[list[frozenset[Key]], list[frozenset[Key]]] = ([frozenset()] * sizes[0], [frozenset()] * sizes[1])
    steps = _steps(left, right, nothing, weights)
    for _ in range(ROUNDS):
        sure = [(s.left, s.right) for s in steps if s.shape == (1, 1) and s.margin >= SURE_ENOUGH]
        steps = _steps(left, right, learnt(left.traits, right.traits, sure), weights)
    return tuple(_link(step) for step in steps)


def _link(step: Step) -> Link:
    take, give = step.shape
    left, right = tuple(range(step.left, step.left + take)), tuple(range(step.right, step.right + give))
    return Link(left, right, 1 / (1 + exp(-min(step.margin, 50.0))))


def _steps(left: Text, right: Text, more: tuple[list[frozenset[Key]], list[frozenset[Key]]], w: Weights) -> list[Step]:
    sizes = len(left.pieces), len(right.pieces)
    keys = ev.all_keys(left.traits, more[0]), ev.all_keys(right.traits, more[1])
    here, there = ev.places(keys[0]), ev.places(keys[1])
    gains = ev.gains(here, there, sizes, w)
    rows = band(sizes, anchors(here, there, gains))
    spoken = ev.gathered(keys[0], there, gains, rows)
    return cheapest(_prices(left, right, rows, spoken, w, keys, gains), rows, w.gap)


def _prices(left: Text, right: Text, rows, spoken, w: Weights, keys, gains) -> list[Prices]:
    total = sum(t.size for t in left.traits), sum(t.size for t in right.traits)
    ratio = total[1] / (total[0] or 1) or 1.0
    x1 = [log(t.size * ratio + 8) for t in left.traits]
    y1 = [log(t.size + 8) for t in right.traits]
    x2 = [log((a.size + b.size) * ratio + 8) for a, b in zip(left.traits, left.traits[1:])]
    y2 = [log(a.size + b.size + 8) for a, b in zip(right.traits, right.traits[1:])]
    mx, my = _losses(keys[0], gains, w), _losses(keys[1], gains, w)
    kinds = [_kind(p) for p in left.pieces], [_kind(p) for p in right.pieces]
    table = {(a, b): _unlike(a, b, w) for a in set(kinds[0]) for b in set(kinds[1])}
    n, m = len(left.pieces), len(right.pieces)
    scale, far, most, double = 0.5 / w.spread**2, w.far, w.most, 0
    # what speaks for pair (i, j), from -missing to +gains
    def pairs(i, low, high):
        row = spoken[i]
        get = row.get
        a, mi = kinds[0][i], mx[i]
        kr = kinds[1]
        return [mi + my[j] + table[a, kr[j]] - min(get(j, 0.0), most) for j in range(low, high)]
    result = []
    nxt = None
    for i in range(n):
        low, high = rows[i]
        stop = min(high + 2, m)
        own = pairs(i, low, stop)
        xi = x1[i]
        def length(x, ys):
            return [min((x - y) ** 2 * scale, far) for y in ys]
        width = high - low + 1
        l11 = length(xi, y1[low:min(high + 1, m)])
        c11 = [a + b for a, b in zip(own, l11)]
        l12 = length(xi, y2[low:min(high + 1, m - 1)])
        # merged: mx counted once
        c12 = [w.merged + a + b + c - mx[i] for a, b, c in zip(own, own[1:], l12)]
        if i + 1 < n:
            nxt = pairs(i + 1, low, stop)
            l21 = length(x2[i], y1[low:min(high + 1, m)])
            c21 = [w.merged + a + b + c - my[j] for a, b, c, j in zip(own, nxt, l21, range(low, stop))]
            l22 = length(x2[i], y2[low:min(high + 1, m - 1)])
            c22 = [w.crossed + min(own[k],nxt[k+1]) + min(own[k + 1], nxt[k]) + l for k, l in enumerate(l22) if k + 1 < len(own)]
        else:
            c21 = c22 = []
        result.append(Prices(tuple(c + [inf] * (width - len(c)) for c in (c11, c12, c21, c22))))
    return result


def _kind(p: Piece):
    return (p.sort, p.level)


def _unlike(a, b, w: Weights) -> float:
    if a == b:
        return 0.0
    if a[0] == b[0]:
        return w.level
    if {a[0], b[0]} & {"heading", "table", "figure"}:
        return w.unlike
    return w.other


def _losses(keys, gains, w: Weights):
    """A value that the other text does not have at all is lacking too; other keys then say nothing."""
    return [min(w.most_lost, sum(w.losses[k[0]] for k in each if k in gains or k[0] == "=")) for each in keys]
