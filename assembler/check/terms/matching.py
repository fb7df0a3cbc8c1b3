"""Finds phrases in a text through inflection, all of them in one walk over its words.

Only words that begin as the first word of a phrase does are looked at more closely, so that the cost hardly grows with
the number of terms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from assembler.check.prose import Prose, Word, prose
from assembler.check.terms.inflection import PREFIX, Forms, forms
from assembler.check.tongue import Tongue


class Wanted(Struct, frozen=True):
    """Words to be found, and what they stand for."""

    owner: str
    words: tuple[Forms, ...]


class Found(Struct, frozen=True):
    """A phrase in a text, from `start` to `end`."""

    owner: str
    start: int
    end: int


def finder(phrases: Iterable[tuple[str, str]], tongue: Tongue, gap: int = 0) -> Callable[[Prose], list[Found]]:
    """A function that finds phrases, given as pairs of owner and text; `gap` words may stand between two of one."""
    by_beginning: dict[str, list[Wanted]] = defaultdict(list)
    for owner, text in phrases:
        words = tuple(forms(word, tongue.lexicon.terms) for word, _ in prose(text).words)
        for beginning in words[0].beginnings if words else ():
            by_beginning[beginning].append(Wanted(owner, words))

    def find(text: Prose) -> list[Found]:
        return [
            found
            for first, (word, _) in enumerate(text.words)
            for phrase in by_beginning.get(word[:PREFIX].lower(), ())
            for found in _at(text.words, first, phrase, gap)
        ]

    return find if by_beginning else _nothing


def _nothing(_: Prose) -> list[Found]:
    return []


def _at(words: Sequence[Word], first: int, phrase: Wanted, gap: int) -> Iterator[Found]:
    """The phrase, if it begins at the word `first`."""
    place = first
    for number, each in enumerate(phrase.words):
        reach = range(place, min(place + 1 + (gap if number else 0), len(words)))
        here = next((at for at in reach if each.accepts(words[at][0])), None)
        if here is None:
            return
        place = here + 1
    last, start = words[place - 1]
    yield Found(phrase.owner, words[first][1], start + len(last))
