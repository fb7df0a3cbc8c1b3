"""How a catalog is put together after a merge: its units in the order of the sources, what others put between them,
and what is obsolete at the end.

A catalog may inherit from catalogs that no section wants any more, because a section was renamed or the choice between
one catalog and many was changed. Then what others put there comes along, and of the headers what its own lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import header
from assembler.catalog.model import Catalog, Entry, revised
from assembler.language.model import Language

Key = tuple[str | None, str]
"""What gettext knows an entry by: msgctxt and msgid."""

Followers = dict[str | None, list[Entry]]
"""The living entries that are no units, by the ID of the unit above them; None is the top of the file."""

SECOND = re.compile(r"--\d+$")
"""What is put behind the ID of an entry that is kept beside another one."""


class Foreign(Struct, frozen=True):
    """What a catalog holds besides units: in its places, and what has no place because another entry has its key."""

    followers: Followers
    displaced: list[Entry]


def foreign(catalog: Catalog, legacies: Sequence[Catalog], live: Iterable[Entry] = ()) -> Foreign:
    """The entries of others in the catalog and in those it inherits from. Of entries with the same key one stays
    living; another with other words becomes obsolete, under an ID that no unit can have, and so does one with the key
    of a unit (`live`).
    """
    followers = _followers(catalog)
    displaced: list[Entry] = []
    present = {_key(entry): entry for entries in followers.values() for entry in entries}
    for legacy in legacies:
        for above, entries in _followers(legacy).items():
            for entry in entries:
                if not entry.is_header and (other := present.setdefault(_key(entry), entry)) is entry:
                    followers.setdefault(above or "", []).append(entry)
                elif not entry.is_header and replace(other, raw=entry.raw, line=entry.line) != entry:
                    displaced.append(_displaced(entry))
    for entry in _meeting(present, live):
        displaced.append(_displaced(entry))
        followers = {above: [each for each in entries if each is not entry] for above, entries in followers.items()}
    return Foreign(followers, displaced)


def _meeting(present: Mapping[Key, Entry], live: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that have the key of a unit."""
    if any(id is not None for id, _ in present):
        yield from (present[_key(unit)] for unit in live if _key(unit) in present)


def _displaced(entry: Entry) -> Entry:
    return revised(entry, id=f"{entry.id or ''}--2", obsolete=True)


def _key(entry: Entry) -> Key:
    return entry.id, entry.source


def in_place(catalog: Catalog, live: list[Entry], followers: Followers, first: Entry) -> Iterator[Entry]:
    """The header (`first` where the catalog has none), then the units, each with the entries of others behind it."""
    rest = dict(followers)
    if catalog.header is None:
        yield first
    for entry in rest.pop(None, ()):
        yield first if entry.is_header else entry
    for unit in live:
        yield unit
        yield from rest.pop(unit.id, ())
    for stranded in rest.values():
        yield from stranded


def heading(catalog: Catalog, legacies: Sequence[Catalog], language: Language | None, project: str) -> Entry:
    """The header entry: the catalog's own, or a new one, with what it lacks of those that it inherits from."""
    own = catalog.header
    for legacy in legacies:
        if legacy.header is not None:
            own = legacy.header if own is None else header.united(own, legacy.header)
    return header.fresh(language, project) if own is None else header.completed(own, language, project)


def _followers(catalog: Catalog) -> Followers:
    followers: Followers = {}
    above: str | None = None
    for entry in catalog.entries:
        if entry.obsolete:
            continue
        if entry.is_unit:
            above = entry.id
        else:
            followers.setdefault(None if entry.is_header else above, []).append(entry)
    return followers


def distinct(live: list[Entry], obsolete: list[Entry]) -> Iterator[Entry]:
    """The obsolete entries, such that no two entries of a file have ID and source in common, which gettext refuses.

    What says nothing new goes. Another translation of the same, or another remark on it, gets an ID that no unit can
    have: `--` and a number behind its own.
    """
    if not obsolete:
        return
    concerned = {_own_id(entry) for entry in obsolete}
    said = {_said(entry): {*entry.comments} for entry in live if entry.id in concerned}
    taken = {_key(entry) for entry in live}
    used = taken.union(map(_key, obsolete))
    last: dict[tuple[str, str], int] = {}
    for entry in obsolete:
        remarks = said.get(_said(entry))
        if remarks is not None and remarks.issuperset(entry.comments):
            continue
        said[_said(entry)] = {*entry.comments, *(remarks or ())}
        kept = revised(entry, id=_free_id(entry, used, last)) if _key(entry) in taken else entry
        taken.add(_key(kept))
        used.add(_key(kept))
        yield kept


def _own_id(entry: Entry) -> str:
    """The ID that an entry had before it was kept beside another."""
    return SECOND.sub("", entry.id or "")


def _said(entry: Entry) -> tuple[str, ...]:
    return _own_id(entry), entry.source, entry.translation, *entry.plural


def _free_id(entry: Entry, used: AbstractSet[Key], last: dict[tuple[str, str], int]) -> str:
    own = _own_id(entry)
    number = last.get((own, entry.source), 1) + 1
    while (f"{own}--{number}", entry.source) in used:
        number += 1
    last[own, entry.source] = number
    return f"{own}--{number}"
