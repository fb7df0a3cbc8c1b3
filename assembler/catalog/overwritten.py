"""Words that a person typed over the source (msgid) instead of below it (msgstr).

A source that is neither the present text nor any that the unit is known to have had, in whatever language, was typed
by a person, and the next merge would put the present source in its place. Where the template shows what stood there,
or the letters are those of the translation, words in an entry without one become a fuzzy one, with a finding; words
over the source of a translation are kept beside it. Where nothing tells them from an earlier source they stay above
the entry, as its previous source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec.structs import replace

from assembler.catalog.model import Catalog, Entry, Reason, Source, revised, seal
from assembler.catalog.typography import same_words
from assembler.document.units import Unit
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language import letters
from assembler.language.model import Language

MSGID_CHANGED = Kind(
    "msgid-changed",
    Severity.WARNING,
    "The source in the catalog was overwritten by hand. Its words are kept as a fuzzy translation: “{words}”.",
    "Look at the translation and take the fuzzy flag away; write translations into msgstr, never into msgid.",
)
MSGID_OF_TRANSLATION_CHANGED = Kind(
    "msgid-of-translation-changed",
    Severity.WARNING,
    "The source of a translation was overwritten by hand. Its words are kept as an obsolete entry: “{words}”.",
    "If they are the better translation, copy them into msgstr; then take the fuzzy flag away.",
)


class Texts:
    """Every text that a unit is known to have, or to have had, by language: originals, sources, translations."""

    def __init__(
        self,
        units: Iterable[Unit],
        catalogs: Mapping[str, Mapping[str, Catalog]],
        parallels: Mapping[str, Mapping[str, Unit]],
        earlier: Mapping[str, str],
    ) -> None:
        """`earlier` are the originals at the last update by ID."""
        self.units = units
        self.catalogs = catalogs
        self.parallels = parallels
        self.earlier = earlier

    def has(self, language: str, id: str, text: str) -> bool:
        """Whether it is one of the unit's texts; that it stands as the living source in `language` proves nothing."""
        return any(code != language and same_words(text, each) for code, each in self._found.get(id, ()))

    @cached_property
    def _found(self) -> dict[str, list[tuple[str, str]]]:
        """By ID each text, with the language whose living source it is; made when somebody asks, as few do."""
        found: dict[str, list[tuple[str, str]]] = {id: [("", text)] for id, text in self.earlier.items()}
        beside = (unit for units in self.parallels.values() for unit in units.values())
        for unit in (*self.units, *beside):
            found.setdefault(unit.id, []).append(("", unit.text))
        for code, catalogs in self.catalogs.items():
            for entry in (entry for catalog in catalogs.values() for entry in catalog.entries if entry.id):
                texts = found.setdefault((entry.id or "").partition("--")[0], [])
                texts.append(("" if entry.obsolete else code, entry.source))
                texts += [("", each) for each in (entry.translation, entry.previous) if each]
        return found


def rescued(
    catalogs: Mapping[str, Catalog],
    sources: Mapping[str, Source],
    texts: Texts,
    language: Language,
    originals: Mapping[str, Language],
    findings: list[Finding],
) -> dict[str, Catalog]:
    """The catalogs of `language` with such words where they are safe. `originals` are the languages by ID of the unit
    that is written in them; an entry that is translated from a pivot remembers its own source.
    """
    judge = _Judge(sources, texts, language, originals)
    return {name: _rescued(catalog, judge, findings) for name, catalog in catalogs.items()}


def _rescued(catalog: Catalog, judge: _Judge, findings: list[Finding]) -> Catalog:
    entries: list[Entry] = []
    for entry in catalog.entries:
        if not judge.is_strange(entry):
            entries.append(entry)
            continue
        kept = list(judge.kept(entry))
        entries += kept
        place = Place(line=entry.line or None, section=entry.section or None, id=entry.id, language=catalog.language)
        if kept[0].reason is Reason.MARKED and kept[0] is not entry:
            kind = MSGID_OF_TRANSLATION_CHANGED if entry.is_translated else MSGID_CHANGED
            findings.append(kind.at(place, words=entry.source))
    same = len(entries) == len(catalog.entries) and all(
        new is old for new, old in zip(entries, catalog.entries, strict=True)
    )
    return catalog if same else replace(catalog, entries=tuple(entries))


class _Judge:
    """What is known of the units of one language."""

    def __init__(
        self, sources: Mapping[str, Source], texts: Texts, language: Language, originals: Mapping[str, Language]
    ) -> None:
        self.sources = sources
        self.texts = texts
        self.language = language
        self.originals = originals

    def is_strange(self, entry: Entry) -> bool:
        """Whether the living source is no known text of the unit."""
        if entry.id is None or not entry.is_unit or entry.obsolete:
            return False
        source = self.sources.get(entry.id)
        if (source is not None and source.text == entry.source) or self.texts.earlier.get(entry.id) == entry.source:
            return False
        if not entry.source.strip() or (source is not None and same_words(entry.source, source.text or "")):
            return False
        return not self.texts.has(self.language.code, entry.id, entry.source)

    def kept(self, entry: Entry) -> Iterator[Entry]:
        """The entry and whatever has to stand beside it for the words to be safe."""
        id = entry.id or ""
        source, before = self.sources.get(id), self.texts.earlier.get(id, "")
        present = "" if source is None else source.text or ""
        is_of_original = source is None or source.is_original
        if entry.is_translated:
            if before and is_of_original and self._is_in_this_language(entry):
                yield revised(entry, source=before, fuzzy=True, previous=before, reason=Reason.MARKED, made="")
                yield Entry(id, before, entry.source, obsolete=True)
            else:
                yield entry
        elif entry.made and entry.reason is Reason.UNKNOWN:
            yield entry if entry.made == seal(entry.source, "") else _turned(entry, present or before)
        elif is_of_original and self._was_typed(entry, before):
            yield _turned(entry, before or present)
        else:
            yield entry if source is None or entry.fuzzy else revised(entry, previous=entry.source)

    def _was_typed(self, entry: Entry, before: str) -> bool:
        return letters.may_be(entry.source, self.language) if before else self._is_in_this_language(entry)

    def _is_in_this_language(self, entry: Entry) -> bool:
        """Whether the letters of the source are those of the translation, and not those of the original."""
        original = self.originals.get(entry.id or "")
        if original is None or original is self.language:
            return False
        return letters.fitting(entry.source, [original, self.language]) == [self.language]


def _turned(entry: Entry, source: str) -> Entry:
    return revised(
        entry, source=source, translation=entry.source, fuzzy=True, previous=None, reason=Reason.MARKED, made=""
    )
