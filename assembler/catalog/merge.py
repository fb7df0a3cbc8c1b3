"""Bring the catalogs of one language up to date with what it is to be translated from.

All catalogs of the language are merged at once, by ID: one pass collects the entries, one walks the sources and gives
each its entry wherever it stood, one sees to what is left over. Nothing is searched by likeness, so the work grows
with the number of units and a translation cannot land on another paragraph. A translation that has no unit any more
stays at the end of its catalog as obsolete, under its ID.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import header
from assembler.catalog.account import Account, Event, Ledger
from assembler.catalog.model import Catalog, Entry, Reason, Source, revised, seal
from assembler.catalog.renewal import renewed
from assembler.language.model import Language


class Merged(Struct, frozen=True):
    """The catalogs after the merge by name; one in which nothing changed is the very object that came in.

    A catalog that no section wants any more is still there, with what is obsolete in it or empty (`is_empty`).
    """

    catalogs: dict[str, Catalog]
    account: Account


def merge(
    catalogs: Mapping[str, Catalog],
    wanted: Mapping[str, Sequence[Source]],
    *,
    language: Language | None,
    project: str = "",
    minor: frozenset[str] = frozenset(),
) -> Merged:
    """`catalogs` and `wanted` are all there is of one language, by catalog name; templates have no `language`.

    `minor` names the IDs whose change of source was declared not to concern translations.
    """
    under_way = _Merge(catalogs, minor)
    for name, sources in wanted.items():
        under_way.place(name, sources)
    under_way.retire(wanted)
    return Merged(dict(under_way.composed(language, project)), under_way.ledger.closed())


class _Held(Struct, frozen=True):
    """An entry and the name of the catalog where it stood."""

    name: str
    entry: Entry


class _Merge:
    """One merge under way: which entry each ID took, and what stands in each catalog so far."""

    def __init__(self, catalogs: Mapping[str, Catalog], minor: frozenset[str]) -> None:
        self.catalogs = catalogs
        self.minor = minor
        self.ledger = Ledger()
        self.held = _held(catalogs)
        self.taken: dict[str, _Held | None] = {}
        self.live: dict[str, list[Entry]] = {name: [] for name in catalogs}
        self.obsolete: dict[str, list[Entry]] = {name: [] for name in catalogs}
        self.heirs: dict[str, str] = {}
        self.donors: dict[str, str] = {}

    def place(self, name: str, sources: Iterable[Source]) -> None:
        """Give every source of one catalog its entry; an ID that occurs twice in the sources gets one."""
        live = self.live.setdefault(name, [])
        self.obsolete.setdefault(name, [])
        for source in sources:
            if source.id in self.taken:
                continue
            entry = self._entry_of(name, source)
            if entry is not None:
                live.append(entry)

    def _entry_of(self, name: str, source: Source) -> Entry | None:
        candidates = self.held.get(source.id)
        if candidates is None:
            self.taken[source.id] = None
            return self._new(source)
        held = candidates[0] if len(candidates) == 1 else _best(candidates, name, source.text)
        self.taken[source.id] = held
        return self._renewed(name, source, held, candidates)

    def _new(self, source: Source) -> Entry | None:
        if source.text is None:
            self.ledger.note(Event.WAITING, source.id)
            return None
        self.ledger.note(Event.NEW, source.id)
        made = "" if source.is_original else seal(source.text, "")
        return Entry(source.id, source.text, made=made, section=source.section, context=source.context)

    def _renewed(self, name: str, source: Source, held: _Held, candidates: list[_Held]) -> Entry | None:
        entry, event = renewed(held.entry, source, minor=source.id in self.minor)
        if event is Event.WAITING and not _has_words(entry):
            self.ledger.note(event, source.id)
            return None
        if _is_contested(held.entry, candidates):
            entry, event = revised(entry, fuzzy=True, reason=Reason.CONFLICT), Event.FUZZY
        self.ledger.note(event, source.id, entry.reason)
        self._note_way(name, source, held)
        return entry

    def _note_way(self, name: str, source: Source, held: _Held) -> None:
        if held.name != name:
            self.heirs.setdefault(held.name, name)
            self.donors.setdefault(name, held.name)
        if held.entry.obsolete:
            self.ledger.note(Event.RESTORED, source.id)
        elif held.entry.section not in ("", source.section):
            self.ledger.note(Event.MOVED, source.id)

    def retire(self, wanted: Mapping[str, object]) -> None:
        """Put what no source took to the obsolete entries, of a catalog that nobody wants to those of its heir."""
        for name, catalog in self.catalogs.items():
            shelf = self.obsolete[name if name in wanted else self.heirs.get(name, name)]
            for entry in catalog.entries:
                if entry.is_unit:
                    shelf.extend(self._retired(entry))
                elif entry.obsolete:
                    self.obsolete[name].append(entry)

    def _retired(self, entry: Entry) -> Iterator[Entry]:
        assert entry.id is not None
        taken = self.taken.get(entry.id)
        if taken is not None and taken.entry is entry:
            return
        if entry.obsolete:
            yield entry
        elif taken is not None and entry.translation.strip() in ("", taken.entry.translation.strip()):
            return
        elif _has_words(entry):
            self.ledger.note(Event.RETIRED if taken is None else Event.ASIDE, entry.id)
            yield revised(entry, obsolete=True, section="", context="")
        else:
            self.ledger.note(Event.DROPPED, entry.id)

    def composed(self, language: Language | None, project: str) -> Iterator[tuple[str, Catalog]]:
        """Every catalog that has something to say or was there before."""
        code = language.code if language else ""
        for name, live in self.live.items():
            before = self.catalogs.get(name)
            if before is None and not live:
                continue
            catalog = before or Catalog(code, name, _inherited(self.catalogs.get(self.donors.get(name, ""))))
            entries = (*_in_place(catalog, live, language, project), *_distinct(live, self.obsolete[name]))
            unchanged = len(entries) == len(catalog.entries) and all(map(_is, entries, catalog.entries))
            yield name, catalog if unchanged else replace(catalog, entries=entries, encoding="utf-8")


def _is(one: Entry, other: Entry) -> bool:
    return one is other


def _held(catalogs: Mapping[str, Catalog]) -> dict[str, list[_Held]]:
    """Every entry of a unit by its ID, living and obsolete."""
    held: dict[str, list[_Held]] = {}
    for name, catalog in catalogs.items():
        for entry in catalog.entries:
            if entry.id is not None and entry.is_unit:
                held.setdefault(entry.id, []).append(_Held(name, entry))
    return held


def _best(candidates: list[_Held], home: str, text: str | None) -> _Held:
    """The entry that goes on when several have the ID: one with words, living, of this source, current, at home."""

    def merits(held: _Held) -> tuple[bool, ...]:
        entry = held.entry
        return entry.is_translated, not entry.obsolete, entry.source == text, not entry.fuzzy, held.name == home

    return max(candidates, key=merits)


def _is_contested(entry: Entry, candidates: list[_Held]) -> bool:
    """Whether another living entry has a different current translation of the same source."""
    return entry.is_current and any(
        other.entry.is_current and other.entry.source == entry.source and other.entry.translation != entry.translation
        for other in candidates
    )


def _has_words(entry: Entry) -> bool:
    """Whether a person has written anything in the entry."""
    return entry.is_translated or bool(entry.comments)


def _inherited(donor: Catalog | None) -> tuple[Entry, ...]:
    """A new catalog begins with the header of the one that its first entry came from: a section was renamed."""
    return (donor.header,) if donor is not None and donor.header is not None else ()


def _in_place(catalog: Catalog, live: list[Entry], language: Language | None, project: str) -> Iterator[Entry]:
    """The header, then the units in the order of their sources, each with the entries of others that followed it."""
    followers = _followers(catalog)
    if catalog.header is None:
        yield header.fresh(language, project)
    for entry in followers.pop(None, ()):
        yield header.completed(entry, language, project) if entry.is_header else entry
    for unit in live:
        yield unit
        yield from followers.pop(unit.id, ())
    for stranded in followers.values():
        yield from stranded


def _followers(catalog: Catalog) -> dict[str | None, list[Entry]]:
    """The living entries that are no units, by the ID of the unit above them; None is the top of the file."""
    followers: dict[str | None, list[Entry]] = {}
    above: str | None = None
    for entry in catalog.entries:
        if entry.obsolete:
            continue
        if entry.is_unit:
            above = entry.id
        else:
            followers.setdefault(None if entry.is_header else above, []).append(entry)
    return followers


def _distinct(live: list[Entry], obsolete: list[Entry]) -> Iterator[Entry]:
    """The obsolete entries, such that no two entries of a file have ID and source in common, which gettext refuses.

    A second translation of the same gets an ID that no unit can have: `--` and a number behind its own.
    """
    seen = {(entry.id, entry.source): entry.translation for entry in live} if obsolete else {}
    for entry in obsolete:
        id, number = entry.id, 1
        while seen.get((id, entry.source), entry.translation) != entry.translation:
            number += 1
            id = f"{entry.id}--{number}"
        if (id, entry.source) not in seen:
            seen[id, entry.source] = entry.translation
            yield revised(entry, id=id) if id != entry.id else entry
