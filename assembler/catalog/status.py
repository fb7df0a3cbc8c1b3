"""How every unit stands in a language, and the sums of it.

All of it is said of catalogs that were merged with the present sources (`chain.update`), in memory if need be: then a
translation is current when it is there and not fuzzy. Words are those of the original text, so that the sums of two
languages can be compared whatever they are translated from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from assembler.catalog import wordcount
from assembler.catalog.chain import Update
from assembler.catalog.model import Entry, Source, by_id
from assembler.document.units import State, Unit


class Standing(Struct, frozen=True, gc=False):
    """One unit in one language. `source` and `entry` are None where the language is the unit's own.

    `entry` is also None while a unit waits that was never translated.
    """

    unit: Unit
    language: str
    state: State
    source: Source | None = None
    entry: Entry | None = None

    @property
    def is_reviewed(self) -> bool:
        return self.state is State.TRANSLATED and self.entry is not None and self.entry.is_reviewed


class Shown(Struct, frozen=True):
    """What can be shown of a unit in a language: a text, the language it is in, and the state if it is not current.

    `source` is the original, in `source_language`.
    """

    text: str
    language: str
    mark: str
    source: str
    source_language: str


def standings(language: str, units: Iterable[Unit], update: Update | None) -> list[Standing]:
    """How each unit stands in `language`, in the order of the units. `update` is None for a mere original language."""
    entries = by_id(update.merged.catalogs.values()) if update else {}
    sources = update.sources if update else {}
    return [_standing(language, unit, sources.get(unit.id), entries.get(unit.id)) for unit in units]


def _standing(language: str, unit: Unit, source: Source | None, entry: Entry | None) -> Standing:
    if unit.language == language:
        return Standing(unit, language, State.ORIGINAL)
    return Standing(unit, language, state_of(source, entry), source, entry)


def state_of(source: Source | None, entry: Entry | None) -> State:
    """The state of a translated unit. Without a source it waits, also when it has words for an earlier one."""
    if source is not None and source.text is None:
        return State.WAITING
    if entry is None or not entry.is_translated:
        return State.UNTRANSLATED
    return State.FUZZY if entry.fuzzy else State.TRANSLATED


def shown(standing: Standing) -> Shown:
    """What an edition shows: the translation if there is one, else the original; marked unless it is current."""
    unit, entry = standing.unit, standing.entry
    mark = "" if standing.state in (State.ORIGINAL, State.TRANSLATED) else standing.state.value
    if entry is not None and entry.is_translated:
        return Shown(entry.translation, standing.language, mark, unit.text, unit.language)
    return Shown(unit.text, unit.language, mark, unit.text, unit.language)


class Count(Struct, frozen=True):
    """Sums by state. `reviewed` are among the `translated`."""

    original: int = 0
    translated: int = 0
    reviewed: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    waiting: int = 0
    obsolete: int = 0

    @property
    def to_translate(self) -> int:
        """All that this language is to have a translation of."""
        return self.translated + self.fuzzy + self.untranslated + self.waiting


class Tally(Struct, frozen=True):
    """Units and words of one section."""

    units: Count
    words: Count


class LanguageTally(Struct, frozen=True):
    """Units and words of one language, in all and by section; as JSON what `status --json` has for it."""

    units: Count
    words: Count
    sections: dict[str, Tally]

    @property
    def percent(self) -> float:
        """How much of what is to be translated has a current translation, in words; 100 when there is nothing."""
        return 100.0 * self.words.translated / self.words.to_translate if self.words.to_translate else 100.0


def tally(standings: Iterable[Standing], update: Update | None, words: Mapping[str, int]) -> LanguageTally:
    """The sums of one language. `words` are those of each unit's text (`word_counts`)."""
    units_of: defaultdict[str, Counter[str]] = defaultdict(Counter)
    words_of: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for section, state, amount in _amounts(standings, update, words):
        units_of[section][state] += 1
        words_of[section][state] += amount
    sections = {name: Tally(Count(**units_of[name]), Count(**words_of[name])) for name in units_of}
    return LanguageTally(_sum(units_of.values()), _sum(words_of.values()), sections)


def _amounts(
    standings: Iterable[Standing], update: Update | None, words: Mapping[str, int]
) -> Iterator[tuple[str, str, int]]:
    """Section, name of the state and number of words of everything that is counted."""
    for standing in standings:
        unit = standing.unit
        yield unit.section, standing.state.value, words[unit.id]
        if standing.is_reviewed:
            yield unit.section, "reviewed", words[unit.id]
    for name, entry in obsolete(update):
        yield name, State.OBSOLETE.value, wordcount.count(entry.source)


def _sum(counts: Iterable[Counter[str]]) -> Count:
    return Count(**sum(counts, Counter[str]()))


def word_counts(units: Iterable[Unit]) -> dict[str, int]:
    """The number of words of each unit's text, by ID; the same for all languages."""
    return {unit.id: wordcount.count(unit.text) for unit in units}


def obsolete(update: Update | None) -> Iterator[tuple[str, Entry]]:
    """Every obsolete entry with the name of its catalog: gettext keeps no section for it."""
    for name, catalog in update.merged.catalogs.items() if update else ():
        for entry in catalog.entries:
            if entry.obsolete:
                yield name, entry


class Listed(Struct, frozen=True):
    """A line of `status --list`; as JSON an element of its `entries`."""

    id: str
    section: str
    state: str
    reason: str
    source: str
    previous: str | None
    translation: str


def listed(standings: Sequence[Standing], update: Update | None, state: State) -> list[Listed]:
    """Everything of one language that is in this state, in the order of the sources."""
    if state is State.OBSOLETE:
        return [_listed(entry.id or "", name, state, entry.source, entry) for name, entry in obsolete(update)]
    return [
        _listed(standing.unit.id, standing.unit.section, state, _source_text(standing), standing.entry)
        for standing in standings
        if standing.state is state
    ]


def _source_text(standing: Standing) -> str:
    """What is to be translated; the original while the pivot is missing."""
    return (standing.source and standing.source.text) or standing.unit.text


def _listed(id: str, section: str, state: State, source: str, entry: Entry | None) -> Listed:
    if entry is None:
        return Listed(id, section, state.value, "", source, None, "")
    return Listed(id, section, state.value, entry.reason.value, source, entry.previous, entry.translation)
