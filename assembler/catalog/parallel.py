"""Parallel versions: a section that is written by hand in a further language is that language's translation.

Its text is taken by ID. An entry remembers as `base` the parallel text it last agreed with, so that it is known
which side changed since: the file's text replaces a translation that nobody touched; a translation changed in the
catalog stays; changed on both sides it is a conflict, both texts are kept and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from assembler.catalog.model import Catalog, Entry, Reason, revised
from assembler.findings import Finding, Kind, Place, Severity

PARALLEL_CONFLICT = Kind(
    "parallel-conflict",
    Severity.ERROR,
    "The translation was changed in the catalog and in the parallel section since the last update. "
    "Catalog: “{catalog}”. Section: “{section}”.",
    "Write the right text into both, then update again.",
)
PARALLEL_ONLY = Kind(
    "parallel-only",
    Severity.WARNING,
    "The ID stands in the parallel section only; its text is kept there and not printed.",
    "Give the original the same ID, or take the text out.",
)


def take(catalogs: Mapping[str, Catalog], texts: Mapping[str, str], findings: list[Finding]) -> dict[str, Catalog]:
    """The catalogs of one language with the texts of its parallel sections, by ID."""
    if not texts:
        return dict(catalogs)
    rest = dict(texts)
    taken = {name: _taken(catalog, rest, findings) for name, catalog in catalogs.items()}
    language = next((catalog.language for catalog in catalogs.values()), None)
    findings += [PARALLEL_ONLY.at(Place(id=id, language=language)) for id in rest]
    return taken


def _taken(catalog: Catalog, texts: dict[str, str], findings: list[Finding]) -> Catalog:
    entries: list[Entry] = []
    for entry in catalog.entries:
        if entry.id is None or entry.obsolete or entry.id not in texts:
            entries.append(entry)
            continue
        text = texts.pop(entry.id)
        entries.append(_agreed(entry, text))
        if entries[-1].reason is Reason.CONFLICT:
            place = Place(id=entry.id, section=entry.section, language=catalog.language)
            findings.append(PARALLEL_CONFLICT.at(place, catalog=entry.translation, section=text))
    same = all(new is old for new, old in zip(entries, catalog.entries, strict=True))
    return catalog if same else replace(catalog, entries=tuple(entries))


def _agreed(entry: Entry, text: str) -> Entry:
    """The entry after it met the text of the parallel section."""
    if entry.translation == text:
        settled = entry.reason is Reason.CONFLICT
        fuzzy = entry.fuzzy and not settled
        reason = Reason.UNKNOWN if settled else entry.reason
        return revised(entry, base=text, fuzzy=fuzzy, reason=reason, made=entry.made if fuzzy else "")
    if not entry.is_translated or entry.is_offer or entry.translation == entry.base:
        nothing = {"fuzzy": False, "previous": None, "reason": Reason.UNKNOWN, "made": "", "offered": ""}
        return revised(entry, translation=text, base=text, **nothing)
    if text == entry.base:
        return entry
    return revised(entry, fuzzy=True, reason=Reason.CONFLICT)
