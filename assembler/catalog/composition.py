"""How a catalog is put together after a merge: its units in the order of the sources, what others put between them,
and what is obsolete at the end.

A catalog may inherit from catalogs that no section wants any more, because a section was renamed or the choice between
one catalog and many was changed. Then what others put there comes along, and of the headers what its own lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import header
from assembler.catalog.model import Catalog, Entry, revised
from assembler.language.model import Language

Followers = dict[str | None, list[Entry]]
"""The living entries that are no units, by the ID of the unit above them; None is the top of the file."""


class Foreign(Struct, frozen=True):
    """What a catalog holds besides units: in its places, and what has no place because another entry has its key."""

    followers: Followers
    displaced: list[Entry]


def foreign(catalog: Catalog, legacies: Sequence[Catalog]) -> Foreign:
    """The entries of others in the catalog and in those it inherits from. Of entries with the same key one stays
    living; another with other words becomes obsolete, under an ID that no unit can have.
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
                    displaced.append(revised(entry, id=f"{entry.id or ''}--2", obsolete=True))
    return Foreign(followers, displaced)


def _key(entry: Entry) -> tuple[str | None, str]:
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

    A second translation of the same gets an ID that no unit can have: `--` and a number behind its own.
    """
    seen = {(entry.id, entry.source): entry.translation for entry in live} if obsolete else {}
    for entry in obsolete:
        id, number = entry.id, 1
        while seen.get((id, entry.source), entry.translation) != entry.translation:
            number += 1
            id = f"{entry.id or ''}--{number}"
        if (id, entry.source) not in seen:
            seen[id, entry.source] = entry.translation
            yield revised(entry, id=id) if id != entry.id else entry
