"""What new units are offered of units that are gone: a paragraph that was rewritten, cut or joined under new IDs.

Authors retype a paragraph, or paste it without its attribute line; its ID is then gone and another one is new. The
translation is kept as obsolete in any case; here its words are offered where most of the text still stands, fuzzy and
with the source that they were made from. What is new in this update is compared with all that is gone, in this one or
in any before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from assembler.catalog.likeness import alike, pieces
from assembler.catalog.model import Entry, Reason, copied
from assembler.catalog.offers import made_from

SHARED = 20
"""In how many texts that are gone a word, or two words together, may stand and still say which of them is meant; it
bounds the work, too. Where thousands are gone, few words stand in so few of them, but most pairs do."""
NEAREST = 5
"""How many texts that are gone are looked at for a new one: those with which it shares most of these."""
LONG = 60
"""How many characters a text has at least that may be another one rewritten; shorter ones are alike by chance."""
REWRITTEN = 0.65
"""How much it has in common with the other one at least."""

_WORD = re.compile(r"\w{3,}")


def inherited(new: Sequence[Entry], gone: Sequence[Entry]) -> Iterator[tuple[int, Entry]]:
    """New entries with the words of units that are gone, by their index in `new`; those that get none are left out."""
    old = [entry for entry in gone if entry.is_translated and not entry.is_offer and not entry.plural]
    near = _near([entry.source for entry in new], [entry.source for entry in old])
    served: set[int] = set()
    for index, fragments in _turned(near).items():
        found = [fragments[at] for at in pieces(old[index].source, "", [new[each].source for each in fragments])]
        if len(found) > 1:
            served.update(found)
            yield from ((each, _offered(new[each], [old[index]], Reason.SPLIT)) for each in found)
    for index, those in near.items():
        if index not in served and (parts := _predecessors(new[index].source, [old[each] for each in those])):
            yield index, _offered(new[index], parts, Reason.JOINED if len(parts) > 1 else Reason.SUGGESTED)


def _predecessors(text: str, old: Sequence[Entry]) -> list[Entry]:
    """The entries that a text was joined from, or the one that it was made from by rewriting."""
    parts = [old[at] for at in pieces(text, "", [each.source for each in old])]
    if parts or len(text) < LONG:
        return parts
    nearest = max(old, key=lambda each: alike(text, each.source))
    return [nearest] if alike(text, nearest.source) >= REWRITTEN else []


def _offered(entry: Entry, parts: Sequence[Entry], reason: Reason) -> Entry:
    previous = " ".join(map(made_from, parts))
    return copied(entry, previous, " ".join(part.translation for part in parts), reason)


def _near(texts: Sequence[str], old: Sequence[str]) -> dict[int, list[int]]:
    """For each text the old ones that may have become it, both as indices, in order."""
    marks = [_marks(text) for text in texts]
    holders: dict[str, list[int]] = {mark: [] for mark in chain.from_iterable(marks)}
    for index, text in enumerate(old):
        for mark in _marks(text) & holders.keys():
            holders[mark].append(index)
    telling = {mark: those for mark, those in holders.items() if len(those) <= SHARED}
    found: dict[int, list[int]] = {}
    for index, own in enumerate(marks):
        shared = Counter(each for mark in own for each in telling.get(mark, ()))
        if shared:  # of equals the first, whatever the order of words in a set is today
            nearest = sorted(shared, key=lambda each: (-shared[each], each))[:NEAREST]
            found[index] = sorted(nearest)
    return found


def _turned(near: dict[int, list[int]]) -> dict[int, list[int]]:
    turned: dict[int, list[int]] = defaultdict(list)
    for index, those in near.items():
        for each in those:
            turned[each].append(index)
    return turned


def _marks(text: str) -> set[str]:
    """Its words, and every two that follow each other."""
    words = _WORD.findall(text.casefold())
    return {*words, *map(" ".join, pairwise(words))}
