"""How a catalog is put together after a merge: its units in the order of the sources, what others put between them,
and what is obsolete at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from assembler.catalog import header
from assembler.catalog.model import Catalog, Entry, revised
from assembler.language.model import Language


def in_place(catalog: Catalog, live: list[Entry], language: Language | None, project: str) -> Iterator[Entry]:
    """The header, then the units in the order of their sources, each with the entries of others that followed it."""
    followers = _followers(catalog)
    if catalog.header is None:
        yield header.fresh(language, project)
    for entry in followers.pop(None, ()):
        yield header.completed(entry, language, project) if entry.is_header else entry
    for unit in live:
        yield unit
        yield from followers.pop(unit.id, ())
    for stranded in followers.values():
        yield from stranded


def _followers(catalog: Catalog) -> dict[str | None, list[Entry]]:
    """The living entries that are no units, by the ID of the unit above them; None is the top of the file."""
    followers: dict[str | None, list[Entry]] = {}
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
            id = f"{entry.id}--{number}"
        if (id, entry.source) not in seen:
            seen[id, entry.source] = entry.translation
            yield revised(entry, id=id) if id != entry.id else entry
