"""Two texts are aligned: what speaks for which pair, the cheapest way through both, the words that this way shows to
belong together, and the way once more with them.

What is left over on both sides, and plainly belongs together although it stands in another order, is linked at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import exp, inf, log

from msgspec import Struct

from assembler.align.band import anchors, band, nearer, touches
from assembler.align.evidence import Key, Places, Told, Traits, gains, gathered, places, told, told_by_words, traits
from assembler.align.lattice import Step, cheapest
from assembler.align.lexicon import learnt
from assembler.align.model import Link, Links, Piece
from assembler.align.pricing import FLOOR, Side, losses, prices, side
from assembler.align.weights import WEIGHTS, Weights

ROUNDS = 2
"""How often words are learnt. More rounds change nothing to speak of."""
TAUGHT_BY = 2.0
"""The margin of links that words are learnt from."""
WIDENINGS = (1, 3, 9)
"""How much wider to look where the way leads along the edge of the band."""
UNEVEN = 0.5
"""The logarithm of the ratio of lengths from which one side says more than the other: a link is then not certain."""
DOUBT = 0.9
PLAIN = 6.0
"""What must speak for a pair in another order, beyond all that speaks for any other pair of the two."""


class Text(Struct, frozen=True):
    """One version of a text, ready to be aligned."""

    pieces: Sequence[Piece]
    traits: Sequence[Traits]


def text(pieces: Sequence[Piece], language: str, concepts: Callable[[str], Iterable[str]]) -> Text:
    """A text in a language; `concepts` finds terms and concepts in it (`concepts.finder`)."""
    return Text(pieces, traits(pieces, language, concepts))


Hints = Mapping[tuple[int, int], float]
"""What else speaks for a pair of places (above 0) or against it (below; `-inf` rules it out)."""
NO_HINTS: Hints = {}


def aligned(
    left: Text,
    right: Text,
    *,
    hints: Hints = NO_HINTS,
    points: Sequence[tuple[int, int]] = (),
    weights: Weights = WEIGHTS,
) -> Links:
    """The links between two texts, in the order of the left one; `points` are pairs that are known beforehand."""
    if not left.pieces or not right.pieces:
        return ()
    sizes = len(left.pieces), len(right.pieces)
    scale = _length(right) / _length(left)
    here, there = (places(each.keys for each in text.traits) for text in (left, right))
    worth = gains(here, there, sizes, weights)
    ground = _Ground(_sides(left, right, scale, worth, weights), _told(left, there, worth), hints, weights)
    first = points or _waymarks(anchors(here, there, worth), ground.told, sizes)
    steps = _steps(ground, first)
    ours, theirs = (places(each.words for each in text.traits) for text in (left, right))
    for _ in range(ROUNDS):
        sure = [(step.left, step.right) for step in steps if step.shape == (1, 1) and step.margin >= TAUGHT_BY]
        pairs = learnt(left.traits, right.traits, sure)
        steps = _steps(ground, sure or first, told_by_words(pairs, ours, theirs, sizes, weights))
    links = [_link(step, left, right, scale) for step in steps]
    return tuple(sorted([*links, *_crossing(left, right, links, there, worth, hints)]))


def confidence(margin: float) -> float:
    """From how much dearer the best way around a step is to how likely the step is: as if these were the only two."""
    return 1 / (1 + exp(-min(margin, 50.0)))


def _link(step: Step, left: Text, right: Text, scale: float) -> Link:
    """`scale` brings the lengths of the left text to those of the right one."""
    take, give = step.shape
    here, there = range(step.left, step.left + take), range(step.right, step.right + give)
    long = sum(left.traits[place].size for place in here) * scale
    wide = sum(right.traits[place].size for place in there)
    sure = confidence(step.margin)
    even = abs(log((long + FLOOR) / (wide + FLOOR))) <= UNEVEN
    return Link(tuple(here), tuple(there), sure if even else min(sure, DOUBT))


class _Ground(Struct, frozen=True):
    """What stays the same however often the way is sought."""

    sides: tuple[Side, Side]
    told: Told
    hints: Hints
    weights: Weights


def _sides(left: Text, right: Text, scale: float, worth: Mapping[Key, float], weights: Weights) -> tuple[Side, Side]:
    lost = [losses((each.keys for each in text.traits), worth, weights) for text in (left, right)]
    return side(left.pieces, left.traits, scale, lost[0]), side(right.pieces, right.traits, 1.0, lost[1])


def _told(left: Text, there: Places, worth: Mapping[Key, float]) -> Told:
    return told((each.keys for each in left.traits), there, worth)


def _waymarks(points: Sequence[tuple[int, int]], told: Told, sizes: tuple[int, int]) -> Sequence[tuple[int, int]]:
    """Points nearer to each other than those that the whole text shows: from the band around these."""
    return nearer(gathered([told], band(sizes, points)))


def _steps(ground: _Ground, points: Sequence[tuple[int, int]], *words: Told) -> list[Step]:
    """The cheapest way; `points` are pairs that it is known to lead near to, `words` what speaks besides the keys."""
    sizes = len(ground.sides[0].one), len(ground.sides[1].one)
    for widening in WIDENINGS:
        rows = band(sizes, points, widening)
        spoken = gathered((ground.told, *words), rows)
        steps = cheapest(prices(*ground.sides, rows, spoken, ground.hints, ground.weights), rows, ground.weights.gap)
        if not touches(steps, rows):
            break
    return steps


def _length(text: Text) -> int:
    return sum(each.size for each in text.traits) or 1


def _crossing(
    left: Text, right: Text, links: Sequence[Link], there: Places, worth: Mapping[Key, float], hints: Hints
) -> Iterator[Link]:
    """Links of pieces that have none and belong to nothing else: what was moved."""
    taken = {place for link in links for place in link.left}, {place for link in links for place in link.right}
    loose = [place for place in range(len(left.pieces)) if place not in taken[0]]
    if not loose or len(taken[1]) == len(right.pieces):
        return
    spoken: dict[tuple[int, int], float] = {}
    for one in loose:
        for key in left.traits[one].keys & worth.keys():
            for other in there[key]:
                if other not in taken[1] and len(there[key]) <= 3:
                    spoken[one, other] = spoken.get((one, other), hints.get((one, other), 0.0)) + worth[key]
    for one, other in _mutual(spoken):
        if spoken[one, other] >= PLAIN and left.pieces[one].sort == right.pieces[other].sort:
            yield Link((one,), (other,), 0.5, moved=True)


def _mutual(spoken: Mapping[tuple[int, int], float]) -> Iterable[tuple[int, int]]:
    """The pairs of which neither side has a better one."""
    best: dict[tuple[int, int], float] = {}
    for pair, sum in spoken.items():
        for end, place in enumerate(pair):
            best[end, place] = max(best.get((end, place), -inf), sum)
    return [pair for pair, sum in spoken.items() if sum == best[0, pair[0]] == best[1, pair[1]]]
