"""What changed between two texts, word by word, for people to read.

Texts are taken apart into words, spaces and single other signs, and compared as sequences of these. What is alike at
both ends is put aside first, so that the cost is that of the part which changed; where even that is too long to be
compared, it is shown as replaced whole. Spaces and signs that happen to be alike between two replaced words are drawn
into the replacement: a sentence is then read in a few pieces and not in splinters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from msgspec import Struct

TOKEN = re.compile(r"\w+(?:[-'’‑]\w+)*|\s+|[^\w\s]")
WORD = re.compile(r"\w")
MOST_PAIRS = 4_000_000
"""So many pairs of tokens are compared at most: two texts of 1,000 words each, spaces between them."""


class Change(Struct, frozen=True):
    """A stretch of text: `same` in both, `removed` from the earlier, or `added` in the later one."""

    kind: Literal["same", "removed", "added"]
    text: str


Tokens = Sequence[str]
Pair = tuple[str, str]
"""A stretch of the earlier text and what stands for it in the later one; equal where nothing changed."""

NOTHING: Pair = ("", "")


def word_diff(before: str, after: str) -> tuple[Change, ...]:
    """The way from `before` to `after`: `same` and `removed` make up the one, `same` and `added` the other."""
    rough = _trimmed(TOKEN.findall(before), TOKEN.findall(after), _matched)
    pairs = (
        pair for old, new in _joined(rough) for pair in _trimmed(TOKEN.findall(old), TOKEN.findall(new), _replaced)
    )
    changes: list[Change] = []
    for same, run in groupby(pairs, lambda pair: pair[0] == pair[1]):
        old, new = map("".join, zip(*run, strict=True))
        if same:
            changes += [Change("same", old)] if old else []
        else:
            changes += [Change("removed", old)] if old else []
            changes += [Change("added", new)] if new else []
    return tuple(changes)


def _trimmed(old: Tokens, new: Tokens, inner: Callable[[Tokens, Tokens], Iterable[Pair]]) -> Iterator[Pair]:
    """What is alike at the ends, and between them what `inner` makes of the rest."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    yield "".join(old[:start]), "".join(new[:start])
    yield from inner(old[start : len(old) - end], new[start : len(new) - end])
    yield "".join(old[len(old) - end :]), "".join(new[len(new) - end :])


def _alike(old: Tokens, new: Tokens) -> int:
    """How many tokens are the same from the beginning on."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _matched(old: Tokens, new: Tokens) -> Iterator[Pair]:
    if len(old) * len(new) > MOST_PAIRS:
        yield from _replaced(old, new)
        return
    for _, old_from, old_to, new_from, new_to in SequenceMatcher(str.isspace, old, new).get_opcodes():
        yield "".join(old[old_from:old_to]), "".join(new[new_from:new_to])


def _replaced(old: Tokens, new: Tokens) -> Iterator[Pair]:
    yield "".join(old), "".join(new)


def _joined(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, but changes with no word between them are one change."""
    pending, between = NOTHING, ""
    for old, new in pairs:
        if old != new:
            pending = (pending[0] + between + old, pending[1] + between + new)
            between = ""
        elif pending == NOTHING or WORD.search(old):
            yield from (pending, (between, between), (old, new))
            pending, between = NOTHING, ""
        else:
            between += old
    yield from (pending, (between, between))
