"""How every unit stands in a language, and the sums of it.

All of it is said of catalogs that were merged with the present sources (`chain.update`), in memory if need be: then a
translation is current when it is there and not fuzzy. Words are those of the original text, so that the sums of two
languages can be compared whatever they are translated from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from assembler.catalog import wordcount
from assembler.catalog.chain import Update
from assembler.catalog.model import Entry, Reason, Source, by_id
from assembler.catalog.renaming import own_id
from assembler.document.units import State, Unit

UNFINISHED = (State.FUZZY, State.UNTRANSLATED, State.WAITING)
"""States that ask for a translator's work."""


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


Retired = tuple[str, Entry]
"""An obsolete entry, behind the name of its catalog."""


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
    """Units and words of one section, one part, or of all that was written in one language."""

    units: Count
    words: Count

    @property
    def percent(self) -> float:
        """How much of what is to be translated has a current translation, in words; 100 when there is nothing.

        Where all words are translated and a unit without words is not, the share of units stands for it.
        """
        count = self.words if self.words.translated < self.words.to_translate else self.units
        return 100.0 * count.translated / count.to_translate if count.to_translate else 100.0


class LanguageTally(Tally, frozen=True):
    """Units and words of one language; as JSON what `status --json` has for it.

    In all, by section, by part (what stands in no part is in none of them) and by original language. Of an obsolete
    entry only the catalog is known, which counts as its section; it has no original language any more.
    """

    sections: dict[str, Tally] = {}
    parts: dict[str, Tally] = {}
    originals: dict[str, Tally] = {}


class Part(Struct, frozen=True):
    """A part of the submission: its ID, its title in the original language (it may be empty), its sections.

    `annexes` says that it has annexes only, of which each has a heading of its own.
    """

    id: str
    title: str
    sections: tuple[str, ...]
    annexes: bool = False


def tally(
    standings: Iterable[Standing], retired: Iterable[Retired], words: Mapping[str, int], parts: Iterable[Part] = ()
) -> LanguageTally:
    """The sums of one language. `words` are those of each unit's text (`word_counts`), `retired` as of `obsolete`."""
    sums: defaultdict[tuple[str, str], _Sum] = defaultdict(_Sum)
    for standing in standings:
        unit = standing.unit
        sums[unit.section, unit.language].add(standing.state.value, words[unit.id])
        if standing.is_reviewed:
            sums[unit.section, unit.language].add("reviewed", words[unit.id])
    for name, entry in retired:
        sums[name, ""].add(State.OBSOLETE.value, wordcount.count(entry.source))
    part_of = {section: part.id for part in parts for section in part.sections}
    total = _total(sums.values())
    return LanguageTally(
        units=total.units,
        words=total.words,
        sections=_grouped((section, each) for (section, _), each in sums.items()),
        parts=_grouped((part_of.get(section, ""), each) for (section, _), each in sums.items()),
        originals=_grouped((language, each) for (_, language), each in sums.items()),
    )


class _Sum:
    """A sum under way, of units and of words by state."""

    def __init__(self) -> None:
        self.units: Counter[str] = Counter()
        self.words: Counter[str] = Counter()

    def add(self, state: str, words: int) -> None:
        self.units[state] += 1
        self.words[state] += words


def _grouped(sums: Iterable[tuple[str, _Sum]]) -> dict[str, Tally]:
    """The sums by name, those of one name together; without a name they belong nowhere."""
    groups: dict[str, list[_Sum]] = {}
    for name, each in sums:
        groups.setdefault(name, []).append(each)
    return {name: _total(group) for name, group in groups.items() if name}


def _total(sums: Iterable[_Sum]) -> Tally:
    units, words = Counter[str](), Counter[str]()
    for each in sums:
        units.update(each.units)
        words.update(each.words)
    return Tally(Count(**units), Count(**words))


def word_counts(units: Iterable[Unit]) -> dict[str, int]:
    """The number of words of each unit's text, by ID; the same for all languages."""
    return {unit.id: wordcount.count(unit.text) for unit in units}


def obsolete(update: Update | None) -> Iterator[Retired]:
    """Every obsolete entry with the name of its catalog: gettext keeps no section for it."""
    for name, catalog in update.merged.catalogs.items() if update else ():
        for entry in catalog.entries:
            if entry.obsolete:
                yield name, entry


Seconds = Mapping[str, Sequence[Entry]]
"""What is kept beside entries, by their IDs."""


class Listed(Struct, frozen=True):
    """A line of `status --list`; as JSON an element of its `entries`.

    `previous` is the source that the translation was made from. `source_language` is the one that `source` is in and
    `original` the one that the unit was written in, both empty where nobody knows them any more (obsolete entries).
    `waits_for` is the language whose translation is missing. `context` is what a translator is told. `file` and
    `line` say where the entry stands; the line is 0 while there is no entry on the disk. `others` are the further
    translations of a conflict that nobody has decided.
    """

    id: str
    section: str
    state: str
    reason: str
    source: str
    previous: str | None
    translation: str
    original: str = ""
    source_language: str = ""
    waits_for: str = ""
    context: str = ""
    file: str = ""
    line: int = 0
    others: tuple[str, ...] = ()


def listed(
    standings: Iterable[Standing], retired: Iterable[Retired], states: Collection[State], pivot: str | None = None
) -> Iterator[tuple[Listed, Entry | None]]:
    """Everything of one language that is in these states, with its entry: in the order of the sources, then obsolete.

    `pivot` is the language that the others are translated through.
    """
    kept = tuple(retired)
    seconds: dict[str, list[Entry]] = {}
    for _, entry in kept:
        if entry.id and (own := own_id(entry.id)) != entry.id:
            seconds.setdefault(own, []).append(entry)
    for standing in standings:
        if standing.state in states:
            yield _listed(standing, pivot, seconds), standing.entry
    if State.OBSOLETE in states:
        for name, entry in kept:
            yield _obsolete(name, entry), entry


def source_text(standing: Standing) -> str:
    """What is to be translated; the original while the pivot is missing, and where nothing is to be translated."""
    return (standing.source and standing.source.text) or standing.unit.text


def source_language(standing: Standing, pivot: str | None) -> str:
    """The language that `source_text` is in."""
    source = standing.source
    through = source is not None and source.text is not None and not source.is_original
    return pivot if through and pivot else standing.unit.language


def _others(entry: Entry | None, seconds: Seconds) -> tuple[str, ...]:
    """What stands against the translation: in the parallel version, and in what is kept beside the entry."""
    if entry is None or entry.reason is not Reason.CONFLICT or not entry.fuzzy:
        return ()
    beside = [each.translation for each in seconds.get(entry.id or "", ()) if each.source == entry.source]
    found = beside if entry.base is None else [entry.base, *beside]
    return tuple(each for each in dict.fromkeys(found) if each != entry.translation)


def _listed(standing: Standing, pivot: str | None, seconds: Seconds) -> Listed:
    unit, entry = standing.unit, standing.entry
    return Listed(
        id=unit.id,
        section=unit.section,
        state=standing.state.value,
        reason=entry.reason.value if entry else "",
        source=source_text(standing),
        previous=entry.previous if entry else None,
        translation=entry.translation if entry else "",
        original=unit.language,
        source_language=source_language(standing, pivot),
        waits_for=(standing.state is State.WAITING and pivot) or "",
        context=unit.context,
        others=_others(entry, seconds),
    )


def _obsolete(name: str, entry: Entry) -> Listed:
    state = State.OBSOLETE.value
    return Listed(entry.id or "", name, state, entry.reason.value, entry.source, entry.previous, entry.translation)
