"""Three versions at once: every two of them are aligned, and it is seen whether they agree.

Where a paragraph is one paragraph of the second version and one of the third, but these two are not each other's, both
are said to be disputed. (To let two of the alignments vote on the third was tried: what is wrong in one then spreads.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from assembler.align.guided import UNGUIDED, Guidance, guided
from assembler.align.meaning import Model, hints
from assembler.align.model import Link, Links
from assembler.align.pairwise import Text

Pair = tuple[int, int]
"""Two of the versions, by their places, the earlier first."""


def together(
    texts: Sequence[Text], guidance: Mapping[Pair, Guidance] | None = None, model: Model | None = None
) -> dict[Pair, Links]:
    """The links of every two of the versions; a `model` is asked about what is in doubt."""
    known = guidance or {}
    return {
        (one, other): _linked(texts[one], texts[other], known.get((one, other), UNGUIDED), model)
        for one, other in combinations(range(len(texts)), 2)
    }


def _linked(left: Text, right: Text, guidance: Guidance, model: Model | None) -> Links:
    links = guided(left, right, guidance)
    told = hints(left, right, links, model) if model is not None else {}
    return guided(left, right, guidance, hints=told) if told else links


def disputed(links: Mapping[Pair, Links]) -> dict[Pair, frozenset[Link]]:
    """Of the links from the first version to each other one, those that the two others do not bear out."""
    found: dict[Pair, set[Link]] = {}
    for one, other in combinations([pair for pair in links if pair[0] == 0], 2):
        between = {pair for link in links.get((one[1], other[1]), ()) for pair in link.pairs}
        left, right = _by_left(links[one]), _by_left(links[other])
        for piece in left.keys() & right.keys():
            here, there = left[piece], right[piece]
            if not any((a, b) in between for a in here.right for b in there.right):
                found.setdefault(one, set()).add(here)
                found.setdefault(other, set()).add(there)
    return {pair: frozenset(each) for pair, each in found.items()}


def _by_left(links: Iterable[Link]) -> dict[int, Link]:
    return {piece: link for link in links for piece in link.left}
