"""Sections whose original language has changed: the words of the old original become its language's translation.

A catalog of the language that a unit is written in now still has the unit's entry from the time when it was a
target: its source is the old original, its translation what has become the original. The language that the old
original was written in is the one without an entry for the unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from assembler.catalog.model import Catalog, Entry, Reason, by_id, seal
from assembler.document.units import Unit

Catalogs = Mapping[str, Mapping[str, Catalog]]
"""By language and name."""


def inherit(
    units: Iterable[Unit],
    catalogs: Catalogs,
    *,
    pivots: Mapping[str, str],
    earlier: Mapping[str, str],
    parallels: Mapping[str, Mapping[str, Unit]],
    grouping: Callable[[str], str],
) -> dict[str, dict[str, Catalog]]:
    """The catalogs with an entry for every unit that lost its role as original, in the language that it had.

    `earlier` are the sources at the last update by ID. A language whose own file is still there, as a parallel
    version (`parallels`, by language and ID), needs none. Where the former language cannot be known nothing is done.
    """
    entries = {code: by_id(each.values()) for code, each in catalogs.items()}
    grown = {code: dict(each) for code, each in catalogs.items()}
    for unit in units:
        held = entries.get(unit.language, {}).get(unit.id)
        if held is None:
            continue
        former = [code for code in entries if code != unit.language and unit.id not in entries[code]]
        if len(former) != 1 or unit.id in parallels.get(former[0], {}):
            continue
        code = former[0]
        direct = pivots.get(unit.language, code) == code
        words = held.source if direct else earlier.get(unit.id, "")
        if words.strip():
            _add(grown[code], code, grouping(unit.section), _entry(unit, held, words))
    return grown


def _add(catalogs: dict[str, Catalog], code: str, name: str, entry: Entry) -> None:
    catalog = catalogs.get(name) or Catalog(code, name)
    catalogs[name] = replace(catalog, entries=(*catalog.entries, entry))


def _entry(unit: Unit, held: Entry, words: str) -> Entry:
    """`words` as the translation of the unit; fuzzy unless the unit says what it said as a translation."""
    entry = Entry(unit.id, unit.text, words, section=unit.section, context=unit.context)
    if held.is_current and held.translation == unit.text:
        return entry
    if not held.is_current:
        return replace(entry, fuzzy=True, reason=Reason.SUGGESTED)
    made = seal(held.translation, words)
    return replace(entry, fuzzy=True, reason=Reason.SOURCE_CHANGED, previous=held.translation, made=made)
