"""A newer text of sections that exist: which of its blocks are the old ones, which are new, which are gone.

Both are in one language, so words themselves are what speaks for a pair. A unit keeps its ID where its text is the same
or near; what is too far from it counts as gone, and the other as new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec import Struct

from assembler.align.matching import Match, matched, words
from assembler.align.pairwise import aligned
from assembler.align.version import Edition
from assembler.document import inline, walk

SAME = 20.0
"""What speaks for two pieces whose words are the same, and no others' are."""


class Renewal(Struct, frozen=True):
    """What became of the units: `names` leads from the IDs of the newer text to those that they keep. `moved` are those
    that stand in another order; `same` those whose words did not change."""

    names: Mapping[str, str]
    same: frozenset[str]
    changed: tuple[str, ...]
    moved: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def renewal(old: Edition, new: Edition, near: Callable[[str, str], bool]) -> Renewal:
    """What became of the units of `old`; `near` says whether a text may be the other one, edited."""
    links = aligned(old.text, new.text, hints=_equal(old, new))
    found = matched(old, new, links)
    before, after = words(old), words(new)
    names: dict[str, str] = {}
    moved: list[str] = []
    for match in found.matches:
        pair = _nearest(match, before, after, near)
        if pair is not None:
            names[pair[1]] = pair[0]
            moved += [pair[0]] if match.moved else []
    same = frozenset(own for its, own in names.items() if said(before[own]) == said(after[its]))
    kept = set(names.values())
    return Renewal(
        names,
        same,
        tuple(own for own in before if own in kept and own not in same),
        tuple(moved),
        tuple(id for id in after if id not in names),
        tuple(id for id in before if id not in kept),
    )


def _equal(old: Edition, new: Edition) -> dict[tuple[int, int], float]:
    """Hints for pieces whose words stand once in each text, and are the same."""
    here, there = _once(old), _once(new)
    return {(place, there[words]): SAME for words, place in here.items() if words in there}


def _once(version: Edition) -> dict[str, int]:
    """Words that stand in one piece only, with its place."""
    times = Counter(part.piece.words for part in version.parts)
    return {part.piece.words: place for place, part in enumerate(version.parts) if times[part.piece.words] == 1}


def _nearest(
    match: Match, before: Mapping[str, str], after: Mapping[str, str], near: Callable[[str, str], bool]
) -> tuple[str, str] | None:
    """The old unit and the new one of a match that are the same; of what was split or joined, the first that fit."""
    for own in match.left:
        for its in match.right:
            if near(before[own], after[its]):
                return own, its
    return None


def said(markup: str) -> tuple[str, int]:
    """What a line of markup says, and how many notes it calls: what must differ for it to have changed."""
    inlines = inline.parse(markup)
    return " ".join(walk.plain_text(inlines).split()), len(inline.note_marks(markup))
