"""Words that a person typed over the source (msgid) instead of below it (msgstr).

An entry without translation whose source nobody of us has written holds such words, and the next merge would put the
present source in their place. They become a fuzzy translation before that.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from assembler.catalog.model import Catalog, Entry, Reason, Source, revised, seal
from assembler.catalog.typography import same_words
from assembler.findings import Finding, Kind, Place, Severity

MSGID_CHANGED = Kind(
    "msgid-changed",
    Severity.WARNING,
    "The source in the catalog was overwritten by hand. Its words are kept as a fuzzy translation: “{words}”.",
    "Look at the translation and take the fuzzy flag away; write translations into msgstr, never into msgid.",
)


def rescued(
    catalogs: Mapping[str, Catalog], sources: Mapping[str, Source], earlier: Mapping[str, str], findings: list[Finding]
) -> dict[str, Catalog]:
    """The catalogs of one language with such words as translations.

    `earlier` are the sources at the last update by ID, as far as they are known; an entry that is translated from a
    pivot remembers its own.
    """
    return {name: _rescued(catalog, sources, earlier, findings) for name, catalog in catalogs.items()}


def _rescued(
    catalog: Catalog, sources: Mapping[str, Source], earlier: Mapping[str, str], findings: list[Finding]
) -> Catalog:
    entries: list[Entry] = []
    for entry in catalog.entries:
        if not _is_overwritten(entry, sources.get(entry.id or ""), earlier):
            entries.append(entry)
            continue
        place = Place(line=entry.line or None, section=entry.section or None, id=entry.id, language=catalog.language)
        findings.append(MSGID_CHANGED.at(place, words=entry.source))
        entries.append(_turned(entry, earlier.get(entry.id or "", "")))
    same = all(new is old for new, old in zip(entries, catalog.entries, strict=True))
    return catalog if same else replace(catalog, entries=tuple(entries))


def _is_overwritten(entry: Entry, source: Source | None, earlier: Mapping[str, str]) -> bool:
    if entry.id is None or not entry.is_unit or entry.is_translated or entry.obsolete or not entry.source.strip():
        return False
    if source is not None and source.text is not None and same_words(entry.source, source.text):
        return False
    if entry.made and entry.reason is Reason.UNKNOWN:
        return entry.made != seal(entry.source, "")
    is_from_template = source is None or source.is_original
    return is_from_template and entry.id in earlier and not same_words(entry.source, earlier[entry.id])


def _turned(entry: Entry, source: str) -> Entry:
    return revised(
        entry, source=source, translation=entry.source, fuzzy=True, previous=None, reason=Reason.MARKED, made=""
    )
