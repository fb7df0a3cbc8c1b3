"""What speaks for two pieces being the same: what both of them have and few others do.

Every piece has keys: values (numbers, addresses, symbols), the sounds of its names, the concepts of its terms, its own
number, and words that the two texts have been seen to use for each other. A key that both pieces have counts for as
much as it is rare; a value that only one of them has speaks against them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from math import log
from sys import intern

from msgspec import Struct

from assembler.align.model import Piece
from assembler.align.names import WORD, stems
from assembler.align.values import values
from assembler.align.weights import WEIGHTS, Weights

Key = str
"""What it is in its first sign: `=` a value, `-` a number in words or figures, `~` a name, `+` a concept, `#` a typed
number, `!` how many notes there are, `&` a pair of words."""

NAME, CONCEPT, NUMBER, NOTES, PAIR = "~+#!&"

WORD_STEM = 6
"""Letters of a word that count: endings come after them."""
LEAST_WORD = 3


class Traits(Struct, frozen=True, gc=False):
    """What a piece shows: its keys, the beginnings of its words, how long it is."""

    keys: frozenset[Key]
    words: frozenset[str]
    size: int


def traits(pieces: Sequence[Piece], language: str, concepts: Callable[[str], Iterable[str]]) -> list[Traits]:
    """The traits of every piece of a text; `concepts` finds the terms in a text."""
    return [_traits(piece, language, concepts) for piece in pieces]


def _traits(piece: Piece, language: str, concepts: Callable[[str], Iterable[str]]) -> Traits:
    keys = set(values(f"{piece.words}\n{piece.aside}" if piece.aside else piece.words, language))
    keys.update(NAME + name for name in stems(piece.words))
    keys.update(CONCEPT + concept for concept in concepts(piece.words))
    if piece.number:
        keys.add(f"{NUMBER}{piece.number}")
    if piece.notes:
        keys.add(f"{NOTES}{piece.notes}")
    words = [word[:WORD_STEM] for word in WORD.findall(piece.words.lower()) if len(word) >= LEAST_WORD]
    return Traits(_kept_once(keys), _kept_once(words), len(piece.words))


def _kept_once(words: Iterable[str]) -> frozenset[str]:
    """What many pieces have is one string for all: it takes less room, and is faster to find."""
    return frozenset(map(intern, words))


Places = dict[Key, list[int]]


def places(keys: Iterable[Iterable[Key]]) -> Places:
    """In which pieces each key stands."""
    found: Places = {}
    for place, each in enumerate(keys):
        for key in each:
            found.setdefault(key, []).append(place)
    return found


def gains(left: Places, right: Places, sizes: tuple[int, int], weights: Weights = WEIGHTS) -> dict[Key, float]:
    """What each key that both texts have is worth where two pieces share it; common ones nothing."""
    found = {}
    for key, here in left.items():
        if (there := right.get(key)) is not None:
            gain = _gain(key[0], max(len(here) / sizes[0], len(there) / sizes[1]), weights)
            if gain > 0:
                found[key] = gain
    return found


def _gain(sign: str, share: float, weights: Weights) -> float:
    """`share` is the greater of the shares of pieces that have the key in each text."""
    gain = weights.gains[sign] * (log(1 / share) + weights.trust)
    return min(gain, weights.cap) + 2 * weights.losses[sign] if share < weights.common and gain > 0 else 0.0


Told = list[list[tuple[float, list[int]]]]
"""For every left piece what each of its keys is worth, and in which right pieces it stands."""


def told(keys: Iterable[Iterable[Key]], right: Places, gains: Mapping[Key, float]) -> Told:
    return [[(gains[key], right[key]) for key in each if key in gains] for each in keys]


def told_by_words(
    pairs: Iterable[tuple[str, str]], left: Places, right: Places, sizes: tuple[int, int], weights: Weights
) -> Told:
    """The same of pairs of words; `left` and `right` say in which pieces words stand."""
    found: Told = [[] for _ in range(sizes[0])]
    for word, partner in pairs:
        here, there = left[word], right[partner]
        gain = _gain(PAIR, max(len(here) / sizes[0], len(there) / sizes[1]), weights)
        if gain > 0:
            each = (gain, there)
            for place in here:
                found[place].append(each)
    return found


def gathered(told: Iterable[Told], band: Sequence[tuple[int, int]]) -> list[dict[int, float]]:
    """For every left piece what speaks for each right one in its row of the band, and the one beyond."""
    rows: list[dict[int, float]] = []
    for (low, high), *several in zip(band, *told, strict=False):
        row: dict[int, float] = {}
        for gain, there in chain.from_iterable(several):
            for place in there[bisect_left(there, low) : bisect_right(there, high + 1)] if len(there) > 1 else there:
                row[place] = row.get(place, 0.0) + gain
        rows.append(row)
    return rows
