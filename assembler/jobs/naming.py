"""Units that a user names: by their ID, or by a pattern as the shell has them for files (`art07-*`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase

from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.nearest import nearest

NO_SUCH_UNIT = Kind("no-such-unit", Severity.ERROR, "There is no unit “{id}”.", "{suggestion}")
SUGGESTED = 10
"""For how many wrong IDs the nearest right one is looked up, among all of the submission."""
LOOK_THEM_UP = Phrase("IDs stand in the sections above the blocks, and in the catalogs behind msgctxt.")
LIST_CHANGED = Phrase("IDs of changed units: assembler status --list fuzzy")


def is_pattern(name: str) -> bool:
    """Whether the name may mean several IDs; none of its signs can stand in an ID."""
    return any(sign in name for sign in "*?[")


def named(names: Iterable[str], known: Collection[str]) -> tuple[dict[str, bool], list[Finding]]:
    """The IDs among `known` that are meant, each with whether it was named itself; a finding for names of nothing."""
    ids = dict.fromkeys(known)
    found: dict[str, bool] = {}
    unknown: list[str] = []
    for name in names:
        meant = [id for id in ids if fnmatchcase(id, name)] if is_pattern(name) else [name] if name in ids else []
        found |= {id: found.get(id, False) or not is_pattern(name) for id in meant}
        if not meant:
            unknown.append(name)
    return found, [no_such_unit(name, ids if number < SUGGESTED else ()) for number, name in enumerate(unknown)]


def no_such_unit(name: str, known: Iterable[str], otherwise: Phrase = LOOK_THEM_UP) -> Finding:
    """`otherwise` is the hint where no known ID is like the name."""
    suggestion = nearest(name, known, otherwise)
    return NO_SUCH_UNIT.at(Place(id=name), id=name, suggestion=suggestion)
