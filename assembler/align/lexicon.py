"""Which words two texts use for each other, learnt from links that are sure: what often stands in both of two linked
pieces and seldom in only one.

A pair of words that only one link has seen would but repeat that link, so pairs must have been seen in several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from assembler.align.evidence import PAIR, Key, Traits

LEAST_TIMES = 2
LEAST_TIE = 0.3
"""The cosine of the two words' places."""
MOST_WORDS = 60
"""Of a longer piece no more words are looked at: those that are rarest."""
MOST_PARTNERS = 3


def learnt(
    left: Sequence[Traits], right: Sequence[Traits], links: Iterable[tuple[int, int]]
) -> tuple[list[frozenset[Key]], list[frozenset[Key]]]:
    """For every piece of both texts the keys of the word pairs that it has one word of."""
    pairs = _pairs(left, right, list(links))
    return _keys(left, pairs, 0), _keys(right, pairs, 1)


def _pairs(left: Sequence[Traits], right: Sequence[Traits], links: list[tuple[int, int]]) -> list[tuple[str, str]]:
    here = Counter(word for one, _ in links for word in left[one].words)
    there = Counter(word for _, other in links for word in right[other].words)
    most = max(3, len(links) // 4)
    known = [{word for word, times in each.items() if LEAST_TIMES <= times <= most} for each in (here, there)]
    together: Counter[tuple[str, str]] = Counter()
    for one, other in links:
        mine = _rarest(left[one].words & known[0], here)
        its = _rarest(right[other].words & known[1], there)
        together.update((word, partner) for word in mine for partner in its)
    tied = [
        (times / sqrt(here[word] * there[partner]), word, partner)
        for (word, partner), times in together.items()
        if times >= LEAST_TIMES
    ]
    taken: Counter[tuple[int, str]] = Counter()
    found = []
    for tie, word, partner in sorted(tied, key=lambda each: (-each[0], each[1], each[2])):
        if tie < LEAST_TIE:
            break
        if taken[0, word] < MOST_PARTNERS and taken[1, partner] < MOST_PARTNERS:
            taken[0, word] += 1
            taken[1, partner] += 1
            found.append((word, partner))
    return found


def _rarest(words: Iterable[str], times: Counter[str]) -> list[str]:
    ordered = sorted(words, key=lambda word: (times[word], word))
    return ordered[:MOST_WORDS]


def _keys(texts: Sequence[Traits], pairs: list[tuple[str, str]], side: int) -> list[frozenset[Key]]:
    of_word: dict[str, list[Key]] = {}
    for pair in pairs:
        of_word.setdefault(pair[side], []).append(f"{PAIR}{pair[0]} {pair[1]}")
    return [frozenset(key for word in each.words for key in of_word.get(word, ())) for each in texts]
