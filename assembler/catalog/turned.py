"""Sections whose original language has changed: the words of the old original become its language's translation.

A catalog of the language that a section is written in now still has the entries from the time when it was a target:
their sources are the old original, their translations what has become the original. The language that the old original
was written in is the one without entries for these units. A language that waited for its pivot, or is new, has none
either; then the letters of the old original tell. Where they do not, its words are kept as obsolete, with a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog.account import Account, Event
from assembler.catalog.merge import Merged
from assembler.catalog.model import Catalog, Entry, Reason, by_id, seal
from assembler.document.units import Unit
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language import letters
from assembler.language.load import load

FORMER_LANGUAGE_UNKNOWN = Kind(
    "former-language-unknown",
    Severity.WARNING,
    "The original was written in another language before, and which one is not known. "
    "Its words are kept as an obsolete entry: “{words}”.",
    "If they are a translation that is wanted, copy them into the catalog of their language.",
)

Catalogs = Mapping[str, Mapping[str, Catalog]]
"""By language and name."""


class _Old(Struct, frozen=True):
    """A unit that was written in another language: its entry in the present one, if it has one, and its old words."""

    unit: Unit
    held: Entry | None
    words: str


def inherit(
    units: Iterable[Unit],
    catalogs: Catalogs,
    *,
    pivots: Mapping[str, str],
    earlier: Mapping[str, str],
    parallels: Mapping[str, Mapping[str, Unit]],
    grouping: Callable[[str], str],
    findings: dict[str, list[Finding]],
) -> dict[str, dict[str, Catalog]]:
    """The catalogs with an entry for every unit that lost its role as original, in the language that it had.

    `earlier` are the sources at the last update by ID. A language whose own file is still there, as a parallel
    version (`parallels`, by language and ID), needs none. What is to be said goes into `findings` by language.
    """
    entries = {code: by_id(each.values()) for code, each in catalogs.items()}
    grown = {code: dict(each) for code, each in catalogs.items()}
    for (section, language), turned in _by_section(units, entries).items():
        former = _former(turned, language, entries, earlier)
        for unit in turned:
            held = entries[language].get(unit.id)
            codes = [code for code in former if unit.id not in entries[code]]
            if held is None and not _was_turned(turned, entries[language]):
                continue
            if not codes or any(unit.id in parallels.get(code, {}) for code in codes):
                continue
            code = codes[0] if len(codes) == 1 else ""
            old = _Old(unit, held, _words(unit, held, pivots.get(language, code or None) == (code or None), earlier))
            if not old.words.strip():
                continue
            if code:
                _add(grown[code], code, grouping(section), _entry(old))
            else:
                _keep(old, grown[language], grouping(section), findings.setdefault(language, []))
    return grown


def accounted(merged: Merged, read: Mapping[str, Catalog], grown: Mapping[str, Catalog]) -> Account:
    """The account of a merge, with the units of which the words came from an old original. `read` are the catalogs of
    the language as they were, `grown` with the entries that they got here.
    """
    came = [entry.id for name, catalog in grown.items() for entry in _added(read.get(name), catalog)]
    if not came:
        return merged.account
    account = merged.account
    entries = by_id(merged.catalogs.values())
    by_reason: dict[Reason | None, dict[str, Event]] = {}
    for id in filter(None, came):
        if (entry := entries.get(id)) is not None:
            event = Event.FUZZY if entry.fuzzy else Event.TURNED
            by_reason.setdefault(entry.reason if entry.fuzzy else None, {})[id] = event
    for reason, events in by_reason.items():
        account = account.corrected(events, reason or Reason.UNKNOWN)
    return account


def _added(before: Catalog | None, after: Catalog) -> tuple[Entry, ...]:
    if before is after:
        return ()
    return tuple(entry for entry in after.entries[len(before.entries) if before else 0 :] if not entry.obsolete)


def _by_section(units: Iterable[Unit], entries: Mapping[str, Mapping[str, Entry]]) -> dict[tuple[str, str], list[Unit]]:
    """The units of every section of which some unit has an entry in its own language, by section and language."""
    found: dict[tuple[str, str], list[Unit]] = {}
    concerned: set[tuple[str, str]] = set()
    for unit in units:
        key = (unit.section, unit.language)
        found.setdefault(key, []).append(unit)
        if unit.id in entries.get(unit.language, {}):
            concerned.add(key)
    return {key: each for key, each in found.items() if key in concerned}


def _was_turned(units: list[Unit], held: Mapping[str, Entry]) -> bool:
    """Whether the section as a whole was, and not only a unit or two that came from elsewhere."""
    return 2 * sum(unit.id in held for unit in units) >= len(units)


def _former(
    units: list[Unit], language: str, entries: Mapping[str, Mapping[str, Entry]], earlier: Mapping[str, str]
) -> list[str]:
    """The languages that the units may have been written in before."""
    held = [entries[language][unit.id] for unit in units if unit.id in entries[language]]
    free = [code for code in entries if code != language and any(each.id not in entries[code] for each in held)]
    if len(free) < 2:
        return free
    text = " ".join(earlier.get(entry.id or "", entry.source) for entry in held)
    return [each.code for each in letters.fitting(text, map(load, free))] or free


def _words(unit: Unit, held: Entry | None, direct: bool, earlier: Mapping[str, str]) -> str:
    """What the old original said; `direct`: the entry was translated from it and not from a pivot."""
    if held is not None and direct:
        return held.source
    words = earlier.get(unit.id, "")
    return "" if words == unit.text else words


def _add(catalogs: dict[str, Catalog], code: str, name: str, entry: Entry) -> None:
    catalog = catalogs.get(name) or Catalog(code, name)
    catalogs[name] = replace(catalog, entries=(*catalog.entries, entry))


def _keep(old: _Old, catalogs: dict[str, Catalog], name: str, findings: list[Finding]) -> None:
    """The words as the source of an obsolete entry, where the one that is there will not keep them by itself."""
    unit, held = old.unit, old.held
    if held is None or not held.is_translated or held.source != old.words:
        _add(catalogs, unit.language, name, Entry(unit.id, old.words, obsolete=True))
    place = Place(unit.path or None, unit.line or None, unit.section, unit.id, unit.language)
    findings.append(FORMER_LANGUAGE_UNKNOWN.at(place, words=old.words))


def _entry(old: _Old) -> Entry:
    """The words as the translation of the unit; fuzzy unless the unit says what it said as a translation."""
    unit, held, words = old.unit, old.held, old.words
    entry = Entry(unit.id, unit.text, words, section=unit.section, context=unit.context)
    if held is None or not held.is_current:
        return replace(entry, fuzzy=True, reason=Reason.SUGGESTED)
    if held.translation == unit.text:
        return entry
    made = seal(held.translation, words)
    return replace(entry, fuzzy=True, reason=Reason.SOURCE_CHANGED, previous=held.translation, made=made)
