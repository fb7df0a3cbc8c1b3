"""Which words two texts use for each other, learnt from links that are sure: what often stands in both of two linked
pieces and seldom in only one.

A pair of words that only one link has seen would but repeat that link, so pairs must have been seen in several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from math import sqrt

from assembler.align.evidence import Traits

LEAST_TIMES = 2
LEAST_TIE = 0.3
"""The cosine of the two words' places."""
MOST_WORDS = 60
"""Of a longer piece no more words are looked at: those that are rarest."""
MOST_PARTNERS = 3


def learnt(left: Sequence[Traits], right: Sequence[Traits], links: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """The pairs of words, the most closely tied first."""
    here = Counter(word for one, _ in links for word in left[one].words)
    there = Counter(word for _, other in links for word in right[other].words)
    taken: Counter[tuple[int, str]] = Counter()
    found = []
    for _, word, partner in sorted(_tied(_beside(left, right, links, here, there), here, there)):
        if taken[0, word] < MOST_PARTNERS and taken[1, partner] < MOST_PARTNERS:
            taken[0, word] += 1
            taken[1, partner] += 1
            found.append((word, partner))
    return found


def _beside(
    left: Sequence[Traits],
    right: Sequence[Traits],
    links: Sequence[tuple[int, int]],
    here: Counter[str],
    there: Counter[str],
) -> dict[str, list[list[str]]]:
    """For each left word the right words of every link that it stands in; words too rare or too common left out."""
    most = max(3, len(links) // 4)
    known = [{word for word, times in each.items() if LEAST_TIMES <= times <= most} for each in (here, there)]
    found: dict[str, list[list[str]]] = {}
    for one, other in links:
        its = _rarest(right[other].words & known[1], there)
        for word in _rarest(left[one].words & known[0], here):
            found.setdefault(word, []).append(its)
    return found


def _tied(
    beside: dict[str, list[list[str]]], here: Counter[str], there: Counter[str]
) -> Iterator[tuple[float, str, str]]:
    """The pairs that are tied closely enough, with how closely, below zero.

    A partner stands in at least as many links as the two do together, so that few of the pairs have to be looked at.
    """
    for word, partners in beside.items():
        own = here[word]
        least = max(LEAST_TIMES, LEAST_TIE * LEAST_TIE * own - 0.01)
        for partner, times in Counter(chain.from_iterable(partners)).items():
            if times >= least and (tie := times / sqrt(own * there[partner])) >= LEAST_TIE:
                yield -tie, word, partner


def _rarest(words: Collection[str], times: Counter[str]) -> list[str]:
    if len(words) <= MOST_WORDS:
        return list(words)
    return sorted(words, key=lambda word: (times[word], word))[:MOST_WORDS]
