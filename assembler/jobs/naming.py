"""Units that a user names: by their ID, or by a pattern as the shell has them for files (`art07-*`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase

from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.nearest import nearest

NO_SUCH_UNIT = Kind("no-such-unit", Severity.ERROR, "There is no unit “{id}”.", "{suggestion}")
LIST_THEM = Phrase("IDs of changed units: assembler status --list fuzzy")


def is_pattern(name: str) -> bool:
    return any(sign in name for sign in "*?[")


def named(names: Iterable[str], known: Collection[str]) -> tuple[dict[str, bool], list[Finding]]:
    """The IDs among `known` that are meant, each with whether it was named itself; a finding for names of nothing."""
    found: dict[str, bool] = {}
    findings: list[Finding] = []
    for name in names:
        meant = [id for id in known if fnmatchcase(id, name)] if is_pattern(name) else [name] if name in known else []
        for id in meant:
            found[id] = found.get(id, False) or not is_pattern(name)
        if not meant:
            findings.append(no_such_unit(name, known))
    return found, findings


def no_such_unit(name: str, known: Iterable[str]) -> Finding:
    suggestion = nearest(name, known, LIST_THEM)
    return NO_SUCH_UNIT.at(Place(id=name), id=name, suggestion=suggestion)
