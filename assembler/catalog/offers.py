"""Words that are offered to a unit after the merge by ID: the old pair of a split, the old pairs of a join.

An offer is fuzzy, names its reason and the source that its words were made from. Where it copies words that stand
elsewhere it is sealed (`Entry.is_offer`): untouched, it gives way to a person's words. Recognition looks at what
changed in this update and at its neighbours only, so that its cost grows with the change and not with the submission.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from assembler.catalog.likeness import pieces
from assembler.catalog.model import Entry, Reason, copied, revised

REACH = 12
"""How many units that are no candidates may lie between two halves: the other cells of a table's row, a short list."""
CUT = frozenset({Reason.UNKNOWN, Reason.SOURCE_CHANGED, Reason.SPLIT, Reason.MARKED})
"""The reasons that “split” may take the place of. A conflict is to be settled first; the others are offers."""


class Place(Struct, frozen=True):
    """Where a living entry stands after the merge: the name of its catalog, its index among the living."""

    catalog: str
    index: int


class Edited(Struct, frozen=True):
    """A unit whose source changed in this update: where it stands now, and its entry before."""

    place: Place
    before: Entry


class Offer(Struct, frozen=True):
    """A living entry as it shall be, and what is to be kept beside it as obsolete."""

    place: Place
    entry: Entry
    aside: Entry | None = None


Entries = Mapping[str, Sequence[Entry]]
"""Entries by the name of their catalog."""
Positions = Mapping[str, AbstractSet[int]]
"""Indices into the entries of a catalog, by its name."""


def joins(living: Entries, edited: Mapping[str, Edited], before: Entries, removed: Positions) -> Iterator[Offer]:
    """Edited units that took in the texts of removed neighbours get the translations of all, in their old order.

    `before` are all entries as they were, `removed` the places among them of units that are gone. The unit's own pair
    stays as obsolete: the joined words replace it.
    """
    for name, gone in removed.items():
        yield from _joins(before[name], gone, living, edited)


def _joins(
    entries: Sequence[Entry], gone: AbstractSet[int], living: Entries, edited: Mapping[str, Edited]
) -> Iterator[Offer]:
    free = set(gone)
    for host in _hosts(gone, len(entries), lambda index: _was(entries[index], edited) is not None):
        change = edited[entries[host].id or ""]
        now = living[change.place.catalog][change.place.index]
        around = _around(host, len(entries), free.__contains__, free)
        found = [around[at] for at in pieces(now.source, change.before.source, _sources(entries, around))]
        free.difference_update(found)
        joined = _joined(now, [entries[index] for index in sorted([host, *found])])
        if found and joined is not None:
            yield Offer(change.place, joined, _aside(change.before))


def _was(entry: Entry, edited: Mapping[str, Edited]) -> Edited | None:
    """What became of an entry of before, if its unit lives and was edited. What stands in a parallel version is
    joined there.
    """
    change = edited.get(entry.id or "")
    is_own = change is not None and change.before is entry and not entry.obsolete and entry.base is None
    return change if is_own else None


def _joined(now: Entry, parts: Sequence[Entry]) -> Entry | None:
    """The entry with the words of all parts; None when only its own are there. An untouched copy is nobody's words,
    unless it is of a join: then it is all that the unit has.
    """
    worded = [part for part in parts if part.is_translated and (not part.is_offer or part.reason is Reason.JOINED)]
    if now.reason is Reason.CONFLICT or all(part.id == now.id for part in worded):
        return None
    previous = " ".join(made_from(part) for part in worded)
    return copied(now, previous, " ".join(part.translation for part in worded), Reason.JOINED)


def made_from(entry: Entry) -> str:
    """The source that the words of an entry translate."""
    return entry.previous if entry.fuzzy and entry.previous is not None else entry.source


def _aside(before: Entry) -> Entry | None:
    """The pair that an entry had by itself; its comments stay with the living one."""
    if not before.is_translated or before.is_offer:
        return None
    return revised(before, obsolete=True, section="", context="", comments=())


def splits(living: Entries, edited: Mapping[str, Edited], new: Positions) -> Iterator[Offer]:
    """Units that lost part of their text to neighbours without words: each of these is offered the old pair too.

    The cut unit or the neighbour must be of this update, so that an offer that was refused is not made again.
    """
    changed: dict[str, dict[int, Entry]] = {}
    for change in edited.values():
        changed.setdefault(change.place.catalog, {})[change.place.index] = change.before
    for name in changed.keys() | new.keys():
        yield from _splits(name, living[name], changed.get(name, {}), new.get(name, frozenset()))


def _splits(
    name: str, entries: Sequence[Entry], changed: Mapping[int, Entry], new: AbstractSet[int]
) -> Iterator[Offer]:
    served: set[int] = set()
    earlier = _hosts(new, len(entries), lambda index: index not in changed and _is_cut(entries[index]))
    for host in (*sorted(index for index in changed if _is_cut(entries[index])), *earlier):
        is_changed = host in changed

        def is_free(index: int, section: str = entries[host].section, is_changed: bool = is_changed) -> bool:
            fitting = index in new or (is_changed and not entries[index].is_translated)
            return fitting and index not in served and entries[index].section == section

        around = _without_twins(_around(host, len(entries), is_free, new), entries, new)
        found = _halves(entries[host], changed.get(host), _sources(entries, around))
        served.update(around[at] for at in found)
        halves = [around[at] for at in found if not entries[around[at]].is_translated]
        if found:
            yield from _shared(name, entries, host, halves, _true_source(entries[host], changed.get(host)))


def _without_twins(around: list[int], entries: Sequence[Entry], new: AbstractSet[int]) -> list[int]:
    """Without what says the same as one that is new: it is the new one that was cut off in this update."""
    fresh = {entries[index].source for index in around if index in new}
    return [index for index in around if index in new or entries[index].source not in fresh]


def _is_cut(entry: Entry) -> bool:
    return entry.fuzzy and entry.is_translated and entry.reason in CUT


def _halves(host: Entry, before: Entry | None, others: Sequence[str]) -> tuple[int, ...]:
    """Which of the other texts were cut from the host: from the text it had last, or from the translation's source."""
    if not others:
        return ()
    texts = (None if before is None else before.source, host.previous)
    return max((pieces(text, host.source, others) for text in texts if text is not None), key=len, default=())


def _true_source(host: Entry, before: Entry | None) -> str:
    if host.previous is not None or before is None:
        return host.previous or ""
    return before.source


def _shared(name: str, entries: Sequence[Entry], host: int, halves: Iterable[int], source: str) -> Iterator[Offer]:
    """The old pair on both sides: `source` is what the host's translation was made from."""
    own = revised(entries[host], reason=Reason.SPLIT, previous=source)
    yield Offer(Place(name, host), own)
    for half in halves:
        yield Offer(Place(name, half), copied(entries[half], source, own.translation, Reason.SPLIT))


def _hosts(loose: AbstractSet[int], length: int, is_host: Callable[[int], bool]) -> list[int]:
    """The indices of hosts within reach of the ends of every run of loose ones."""
    found: set[int] = set()
    for index in loose:
        for step in (-1, 1):
            if index + step not in loose:
                near = range(index + step, index + step * (REACH + 1), step)
                found.update(each for each in near if 0 <= each < length and each not in loose and is_host(each))
    return sorted(found)


def _around(host: int, length: int, is_loose: Callable[[int], bool], fresh: AbstractSet[int]) -> list[int]:
    """The indices of loose entries on both sides of the host, in order, until too many others lie between.

    Loose ones that are not `fresh`, which were there before and have no words, count as others: a section of which
    most is untranslated would be searched from end to end for each host.
    """
    found: list[int] = []
    for step in (-1, 1):
        index, passed = host + step, 0
        while 0 <= index < length and passed < REACH:
            loose = is_loose(index)
            if loose:
                found.append(index)
            if not loose or index not in fresh:
                passed += 1
            index += step
    return sorted(found)


def _sources(entries: Sequence[Entry], indices: Iterable[int]) -> list[str]:
    return [entries[index].source for index in indices]
