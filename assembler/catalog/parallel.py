"""Parallel versions: a section that is written by hand in a further language is that language's translation.

Its text is taken by ID. An entry remembers as `base` the parallel text it last agreed with, so that it is known
which side changed since: the file's text replaces a translation that nobody touched; a translation changed in the
catalog stays, and is `ahead` of the file until it is carried there. Changed on both sides it is a conflict: both texts
are kept and nothing is decided. The entry then remembers as `base` the file's text and as `made` the two that stand
against each other, so that the next edit of either side is known for the decision that it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from assembler.catalog import composition
from assembler.catalog.account import Account, Event
from assembler.catalog.model import Catalog, Entry, Reason, by_id, revised, seal
from assembler.document import inline
from assembler.document.units import Unit
from assembler.findings import Finding, Kind, Place, Severity

PARALLEL_CONFLICT = Kind(
    "parallel-conflict",
    Severity.ERROR,
    "The translation was changed in the catalog and in the parallel section ({where}). "
    "Catalog: “{catalog}”. Section: “{section}”.",
    "Correct the text in the section, or correct it in the catalog and take the fuzzy flag away; then update again.",
)
CONFLICT_DECIDED = Kind(
    "conflict-decided",
    Severity.INFO,
    "The conflict is over: the section has a new text. What the catalog said is kept there as obsolete: “{words}”.",
)
CATALOG_PREFERRED = Kind(
    "conflict-decided-for-catalog",
    Severity.INFO,
    "The conflict is over: the catalog's text counts. The section's text is kept there as obsolete: “{words}”.",
)
PARALLEL_ONLY = Kind(
    "parallel-only",
    Severity.WARNING,
    "The ID stands in the parallel section only; its text is kept there and not printed.",
    "Give the original the same ID, or take the text out.",
)

Texts = Mapping[str, Unit]
"""What the parallel sections of one language say, by ID."""


def take(
    catalogs: Mapping[str, Catalog], texts: Texts, findings: list[Finding], before: Mapping[str, Catalog]
) -> dict[str, Catalog]:
    """The catalogs of one language with the texts of its parallel sections, by ID. `before` are they as they were read:
    only there can it be seen that a conflict was decided by taking the flag away.
    """
    if not texts:
        return dict(catalogs)
    rest = dict(texts)
    decided = {id for id, entry in by_id(before.values()).items() if _is_decided(entry)}
    taken = {name: _taken(catalog, rest, decided, findings) for name, catalog in catalogs.items()}
    findings += [PARALLEL_ONLY.at(Place(unit.path, unit.line, unit.section, id)) for id, unit in rest.items()]
    return taken


def _is_decided(entry: Entry) -> bool:
    return entry.reason is Reason.CONFLICT and entry.is_current and entry.base is not None


def accounted(account: Account, before: Mapping[str, Catalog], after: Mapping[str, Catalog]) -> Account:
    """The account of a merge when parallel versions have been taken: what its catalogs were `before`, and are now."""
    events: dict[str, Event] = {}
    for name, catalog in after.items():
        if catalog is not before[name]:
            now = by_id([catalog])
            events |= {id: event for id, entry in by_id([before[name]]).items() if (event := _event(entry, now[id]))}
    return account.corrected(events, Reason.CONFLICT)


def _event(before: Entry, after: Entry) -> Event | None:
    if after is before:
        return None
    if after.reason is Reason.CONFLICT:
        return Event.FUZZY
    is_news = before.translation != after.translation or not before.is_current
    return Event.TAKEN if after.is_current and is_news else None


def ahead(catalogs: Iterable[Catalog], texts: Texts) -> dict[str, str]:
    """The translations that were changed in the catalog alone, by ID: what the parallel sections do not say yet."""
    entries = by_id(catalogs)
    return {id: entries[id].translation for id, unit in texts.items() if id in entries and _is_ahead(entries[id], unit)}


def _is_ahead(entry: Entry, unit: Unit) -> bool:
    return entry.is_current and unit.text == entry.base != entry.translation


def carried(catalogs: Mapping[str, Catalog], said: Mapping[str, str]) -> dict[str, Catalog]:
    """The catalogs after translations were written into parallel sections, which now say what `said` has by ID."""
    return {
        name: _with_entries(catalog, [_carried(entry, said) for entry in catalog.entries])
        for name, catalog in catalogs.items()
    }


def _carried(entry: Entry, said: Mapping[str, str]) -> Entry:
    if entry.id is None or entry.id not in said or entry.obsolete:
        return entry
    return _settled(entry, said[entry.id])


def _taken(catalog: Catalog, texts: dict[str, Unit], decided: AbstractSet[str], findings: list[Finding]) -> Catalog:
    entries: list[Entry] = []
    aside: list[Entry] = []
    for entry in catalog.entries:
        if entry.id is None or entry.obsolete or entry.id not in texts:
            entries.append(entry)
            continue
        unit = texts.pop(entry.id)
        entries.append(_met(entry, unit.text))
        place = Place(line=entry.line or None, section=entry.section, id=entry.id, language=catalog.language)
        if entries[-1].reason is Reason.CONFLICT:
            where = f"{unit.path}:{unit.line}"
            findings.append(PARALLEL_CONFLICT.at(place, where=where, catalog=entry.translation, section=unit.text))
        elif entry.reason is Reason.CONFLICT and entries[-1].translation == unit.text != entry.translation:
            aside.append(_aside(entry, entry.translation))
            findings.append(CONFLICT_DECIDED.at(place, words=entry.translation))
        elif (entry.id in decided or entry.reason is Reason.CONFLICT) and _is_behind(entries[-1], unit):
            aside.append(_aside(entries[-1], unit.text))
            findings.append(CATALOG_PREFERRED.at(place, words=unit.text))
    return _with_entries(catalog, _with_asides(entries, aside))


def _is_behind(entry: Entry, unit: Unit) -> bool:
    """Whether the section says what it said in the conflict, and the catalog something else."""
    return unit.text == entry.base and not _is_same_markup(entry.translation, unit.text)


def _aside(entry: Entry, words: str) -> Entry:
    """One side of a conflict when the other was taken."""
    return Entry(entry.id, entry.source, words, obsolete=True)


def _with_asides(entries: list[Entry], aside: list[Entry]) -> list[Entry]:
    """The entries with the lost sides of conflicts at the end, under IDs that no unit can have."""
    if not aside:
        return entries
    live = [entry for entry in entries if not entry.obsolete]
    obsolete = [entry for entry in entries if entry.obsolete]
    return [*live, *composition.distinct(live, [*obsolete, *aside])]


def _with_entries(catalog: Catalog, entries: list[Entry]) -> Catalog:
    """The very same catalog where the entries are the same."""
    same = len(entries) == len(catalog.entries) and all(
        new is old for new, old in zip(entries, catalog.entries, strict=True)
    )
    return catalog if same else replace(catalog, entries=tuple(entries))


def _met(entry: Entry, text: str) -> Entry:
    """The entry after it met the text of the parallel section."""
    in_conflict = entry.reason is Reason.CONFLICT
    if not entry.is_translated or entry.is_offer or (in_conflict and _is_same_markup(entry.translation, text)):
        return _settled(entry, text)
    if _is_same_markup(entry.translation, text):
        return _approved_as_before(entry, revised(entry, translation=text, base=text))
    if entry.translation == entry.base:
        return _settled(entry, text)
    stands = in_conflict and entry.made == seal(entry.base or "", entry.translation)
    if text != entry.base:
        disputed = revised(entry, fuzzy=True, reason=Reason.CONFLICT, base=text, made=seal(text, entry.translation))
        return _settled(entry, text) if stands else disputed
    return entry if stands or not (in_conflict and entry.made) else revised(entry, reason=Reason.MARKED, made="")


def _settled(entry: Entry, text: str) -> Entry:
    """Both sides say `text`, and it is current."""
    told = revised(entry, translation=text, base=text)
    new = revised(told, fuzzy=False, previous=None, reason=Reason.UNKNOWN, made="", offered="")
    return _approved_as_before(entry, new)


def _approved_as_before(entry: Entry, new: Entry) -> Entry:
    """What was approved stays so if it says the same; the seal of anything else goes."""
    approved = entry.is_reviewed and _is_same_markup(entry.translation, new.translation)
    return revised(new, reviewed=seal(new.source, new.translation)) if approved else _without_broken_seal(new)


def _without_broken_seal(entry: Entry) -> Entry:
    return entry if entry.fuzzy or entry.is_reviewed else revised(entry, reviewed="")


def _is_same_markup(translation: str, text: str) -> bool:
    """Whether a file can say the translation in no other way: blanks around it and needless escapes are no words."""
    return translation == text or inline.parse(translation.strip()) == inline.parse(text)
