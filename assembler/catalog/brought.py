"""Translations that come from a document outside, each as sure as the alignment that found it.

What is certain becomes a translation, what is doubtful a fuzzy one, with the reason `aligned`. The entry keeps the seal
of the words that were brought (`offered`): as long as nobody has touched them, the next run may put others in their
place. What a person has written or confirmed stays, and is told where the document says something else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from assembler.catalog.model import Catalog, Entry, Reason, revised, seal
from assembler.findings import Finding, Kind, Place, Severity

BROUGHT_DIFFERS = Kind(
    "brought-translation-differs",
    Severity.WARNING,
    "The catalog has another translation than the document, and keeps it. Document: “{words}”.",
    "Where the document is right, write its words into the catalog.",
)

BROUGHT_WAITS = Kind(
    "brought-translation-waits",
    Severity.WARNING,
    "Translations of the document that were not taken, as the language they are translated from lacks the texts: "
    "{count}.",
    "Bring that language up to date, then adopt the document again.",
)


def taken_in(
    catalog: Catalog,
    texts: Mapping[str, tuple[str, bool]],
    findings: list[Finding],
    withdrawn: Collection[str] = (),
) -> Catalog:
    """The catalog with `texts`: by ID the words, and whether they are certain. Of what was `withdrawn` the words that
    nobody has touched are taken out again. The very same catalog where nothing changes."""
    entries = tuple(_taken_in(entry, texts, findings, withdrawn, catalog.language) for entry in catalog.entries)
    same = all(new is old for new, old in zip(entries, catalog.entries, strict=True))
    return catalog if same else replace(catalog, entries=entries)


def _taken_in(
    entry: Entry, texts: Mapping[str, tuple[str, bool]], findings: list[Finding], withdrawn: Collection[str], code: str
) -> Entry:
    if entry.id is None or entry.obsolete or not entry.is_unit:
        return entry
    is_free = not entry.is_translated or entry.is_offer or is_untouched(entry)
    if entry.id not in texts:
        return _emptied(entry) if entry.id in withdrawn and is_untouched(entry) else entry
    words, is_certain = texts[entry.id]
    if is_free:
        return _brought(entry, words, is_certain)
    if entry.translation != words:
        place = Place(line=entry.line or None, section=entry.section, id=entry.id, language=code)
        findings.append(BROUGHT_DIFFERS.at(place, words=words))
    return entry


def is_untouched(entry: Entry) -> bool:
    """Whether the entry's words are those that a document brought."""
    return bool(entry.offered) and not entry.reviewed and entry.offered == seal("", entry.translation)


def _brought(entry: Entry, words: str, is_certain: bool) -> Entry:
    """The entry with these words. Words that it has already stay what they are, unless they have become certain."""
    if entry.translation == words and not (is_certain and entry.reason is Reason.ALIGNED):
        return entry
    told = {"translation": words, "previous": None, "made": "", "reviewed": "", "offered": seal("", words)}
    reason = Reason.UNKNOWN if is_certain else Reason.ALIGNED
    return revised(entry, fuzzy=not is_certain, reason=reason, **told)


def _emptied(entry: Entry) -> Entry:
    nothing = {"previous": None, "made": "", "reviewed": "", "offered": ""}
    return revised(entry, translation="", fuzzy=False, reason=Reason.UNKNOWN, **nothing)
