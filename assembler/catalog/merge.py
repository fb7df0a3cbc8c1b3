"""Bring the catalogs of one language up to date with what it is to be translated from.

All catalogs of the language are merged at once, by ID: one pass collects the entries, one walks the sources and gives
each its entry wherever it stood, one sees to what is left over. Whose an entry is, its ID alone decides, so the work
grows with the number of units and a translation cannot land on another paragraph. A translation that has no unit any
more stays at the end of its catalog as obsolete, under its ID. At the end, what was split, joined, stands elsewhere
in the same words or came in the place of what is gone is offered (`offers`, `suggestions`, `inheritance`), as fuzzy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import composition, offers, po
from assembler.catalog.account import Account, Event, Ledger
from assembler.catalog.choice import Held, best, contesting, has_words, held_by_id, is_said, with_remarks
from assembler.catalog.inheritance import inherited
from assembler.catalog.model import Catalog, Entry, Reason, Source, revised, seal
from assembler.catalog.offers import Edited, Offer, Place
from assembler.catalog.renaming import own_id
from assembler.catalog.renewal import is_settled, renewed
from assembler.catalog.suggestions import suggested
from assembler.findings import Finding, Kind, Severity
from assembler.findings import Place as FindingPlace
from assembler.language.model import Language

TWO_TRANSLATIONS = Kind(
    "two-translations",
    Severity.WARNING,
    "There are two translations of this text. {first}: “{one}”. {second}: “{other}”.",
    "Write the right one into the catalog and take the fuzzy mark away; the other is kept at its end, as obsolete.",
)


class Merged(Struct, frozen=True):
    """The catalogs after the merge by name; one in which nothing changed is the very object that came in.

    A catalog that no section wants any more is still there, with what is obsolete in it or empty (`is_empty`).
    """

    catalogs: dict[str, Catalog]
    account: Account
    findings: tuple[Finding, ...] = ()


def merge(
    catalogs: Mapping[str, Catalog],
    wanted: Mapping[str, Sequence[Source]],
    *,
    language: Language | None,
    project: str = "",
    minor: frozenset[str] = frozenset(),
) -> Merged:
    """`catalogs` and `wanted` are all there is of one language, by catalog name; templates have no `language`.

    `minor` names the IDs whose change of the original was declared not to concern translations.
    """
    under_way = _Merge(catalogs, minor, language.code if language else "")
    for name, sources in wanted.items():
        under_way.place(name, sources)
    under_way.retire(wanted)
    if language is not None:
        under_way.offer()
    under_way.note_changes()
    composed = dict(under_way.composed(language, project))
    return Merged(composed, under_way.ledger.closed(), tuple(under_way.findings))


class _Merge:
    """One merge under way: which entry each ID took, and what stands in each catalog so far."""

    def __init__(self, catalogs: Mapping[str, Catalog], minor: frozenset[str], language: str) -> None:
        self.catalogs = catalogs
        self.language = language
        self.findings: list[Finding] = []
        self.minor = minor
        self.ledger = Ledger()
        self.held = held_by_id(catalogs)
        self.taken: dict[str, Held | None] = {}
        self.live: dict[str, list[Entry]] = {name: [] for name in catalogs}
        self.obsolete: dict[str, list[Entry]] = {name: [] for name in catalogs}
        self.heirs: dict[str, str] = {}
        self.donors: dict[str, str] = {}
        self.legacies: dict[str, list[Catalog]] = {}
        self.changed: list[Place] = []
        self.new: list[Place] = []
        self.edited: dict[str, Edited] = {}
        self.removed: dict[str, set[int]] = {}
        self.own_words: set[str] | None = None
        self.beside: dict[str, list[Held]] | None = None

    def place(self, name: str, sources: Iterable[Source]) -> None:
        """Give every source of one catalog its entry; an ID that occurs twice in the sources gets one."""
        live = self.live.setdefault(name, [])
        self.obsolete.setdefault(name, [])
        for source in sources:
            id = source.id
            if id in self.taken:
                continue
            if (held := self._settled(name, id, source)) is not None:
                self.taken[id] = held
                self.ledger.keep(id)
                live.append(held.entry)
                if held.entry.reason is Reason.CONFLICT:
                    self._say_undecided(name, source, held)
            elif (entry := self._entry_of(Place(name, len(live)), source)) is not None:
                live.append(entry)

    def _settled(self, name: str, id: str, source: Source) -> Held | None:
        """The entry to which nothing happened, as to nearly all: none of the questions below has to be asked."""
        candidates = self.held.get(id)
        if candidates is None or len(candidates) != 1 or id in self.minor:
            return None
        held = candidates[0]
        return held if held.name == name and is_settled(held.entry, source) else None

    def _entry_of(self, place: Place, source: Source) -> Entry | None:
        candidates = self.held.get(source.id)
        if candidates is None:
            self.taken[source.id] = None
            return self._new(place, source)
        held = candidates[0] if len(candidates) == 1 else best(candidates, place.catalog, source.text)
        self.taken[source.id] = held
        return self._renewed(place, source, held, candidates)

    def _new(self, place: Place, source: Source) -> Entry | None:
        if source.text is None:
            self.ledger.note(Event.WAITING, source.id)
            return None
        self.new.append(place)
        self.changed.append(place)
        made = "" if source.is_original else seal(source.text, "")
        return Entry(source.id, source.text, made=made, section=source.section, context=source.context)

    def _renewed(self, place: Place, source: Source, held: Held, candidates: list[Held]) -> Entry | None:
        remarked = with_remarks(held.entry, candidates)
        entry, event = renewed(remarked, source, minor=self._is_minor(source))
        if event is Event.WAITING and not has_words(entry):
            self.ledger.note(event, source.id)
            return None
        if others := contesting(held.entry, candidates):
            for other in others:
                self._say_contested(place.catalog, source, held, other)
            if held.entry.is_current and any(other.entry.is_current for other in others):
                entry, event = revised(entry, fuzzy=True, reason=Reason.CONFLICT), Event.FUZZY
        if event is Event.FUZZY or event is Event.RENEWED:
            self.edited[source.id] = Edited(place, held.entry)
            self.changed.append(place)
        else:
            self.ledger.note(event, source.id)
        self._note_way(place.catalog, source, held, candidates)
        return entry

    def _say_undecided(self, home: str, source: Source, held: Held) -> None:
        """A conflict is said until somebody decides it: most editors of catalogs do not show what is obsolete."""
        for other in self._kept_beside().get(source.id, ()):
            if other.entry.source == held.entry.source and other.entry.translation != held.entry.translation:
                self._say_contested(home, source, held, other)

    def _kept_beside(self) -> Mapping[str, Sequence[Held]]:
        """What is kept beside entries, by their IDs; some of it may have been deleted."""
        if self.beside is None:
            self.beside = {}
            for id, those in self.held.items():
                if (own := own_id(id)) != id:
                    self.beside.setdefault(own, []).extend(those)
        return self.beside

    def _say_contested(self, home: str, source: Source, held: Held, other: Held) -> None:
        line = held.entry.line if held.name == home else 0
        place = FindingPlace(line=line or None, section=source.section, id=source.id, language=self.language or None)
        said = {"one": held.entry.translation, "other": other.entry.translation}
        second = f"{other.name}.po:{other.entry.line}" if other.entry.obsolete else f"{other.name}.po"
        self.findings.append(TWO_TRANSLATIONS.at(place, first=f"{held.name}.po", second=second, **said))

    def _is_minor(self, source: Source) -> bool:
        """It is the change of the original that was declared minor; a pivot's words may have changed as well."""
        return source.is_original and source.id in self.minor

    def _note_way(self, name: str, source: Source, held: Held, candidates: list[Held]) -> None:
        for candidate in candidates:
            if candidate.name != name:
                self.heirs.setdefault(candidate.name, name)
        if held.name != name:
            self.donors.setdefault(name, held.name)
        if held.entry.obsolete:
            self.ledger.note(Event.RESTORED, source.id)
        elif held.entry.section not in ("", source.section):
            self.ledger.note(Event.MOVED, source.id)

    def retire(self, wanted: Mapping[str, object]) -> None:
        """Put what no source took to the obsolete entries. What nobody wants as a catalog leaves all to its heir."""
        for name, catalog in self.catalogs.items():
            heir = name if name in wanted else self.heirs.get(name, name)
            if heir != name:
                self.legacies.setdefault(heir, []).append(catalog)
            shelf = self.obsolete[heir]
            for index, entry in enumerate(catalog.entries):
                if entry.id is not None and (taken := self.taken.get(entry.id)) is not None and taken.entry is entry:
                    continue
                if entry.is_unit:
                    shelf.extend(self._retired(entry))
                    if not entry.obsolete and entry.id not in self.taken:
                        self.removed.setdefault(name, set()).add(index)
                elif entry.obsolete:
                    shelf.append(entry)

    def _retired(self, entry: Entry) -> Iterator[Entry]:
        assert entry.id is not None
        taken = self.taken.get(entry.id)
        if entry.obsolete:
            yield entry
        elif taken is not None and is_said(entry, taken.entry):
            return
        elif has_words(entry) and not self._is_copy(entry):
            self.ledger.note(Event.RETIRED if taken is None else Event.ASIDE, entry.id)
            yield revised(entry, obsolete=True, section="", context="")
        else:
            self.ledger.note(Event.DROPPED, entry.id)

    def _is_copy(self, entry: Entry) -> bool:
        """Whether nobody wrote in the entry: its words are an offer and stand elsewhere too."""
        return entry.is_offer and not entry.comments and entry.translation in self._own_words()

    def _own_words(self) -> set[str]:
        """The words of all entries that are no offers."""
        if self.own_words is None:
            entries = (entry for catalog in self.catalogs.values() for entry in catalog.entries)
            self.own_words = {entry.translation for entry in entries if not entry.is_offer}
        return self.own_words

    def offer(self) -> None:
        """Offer words of elsewhere to what was joined, is new, or was split: what is exactly the same goes first."""
        before = {name: catalog.entries for name, catalog in self.catalogs.items()}
        if self.edited and self.removed:
            self._accept(offers.joins(self.live, self.edited, before, self.removed))
        if self.new:
            known = chain.from_iterable((*self.live.values(), *self.obsolete.values(), self._foreign()))
            found = suggested([self.live[place.catalog][place.index] for place in self.new], known)
            self._accept([Offer(place, each) for place, each in zip(self.new, found, strict=True) if each])
        if self.edited or self.new:
            new: dict[str, set[int]] = {}
            for place in self.new:
                new.setdefault(place.catalog, set()).add(place.index)
            self._accept(list(offers.splits(self.live, self.edited, new)))
        if self.new and (gone := self._gone()):
            wordless = [place for place in self.new if not self.live[place.catalog][place.index].is_translated]
            offered = inherited([self.live[place.catalog][place.index] for place in wordless], gone)
            self._accept([Offer(wordless[index], each) for index, each in offered])

    def _foreign(self) -> Iterator[Entry]:
        """Translations without an ID: a program that knows no msgctxt leaves them so."""
        entries = (entry for catalog in self.catalogs.values() for entry in catalog.entries)
        return (entry for entry in entries if entry.id is None and not entry.is_header)

    def _gone(self) -> list[Entry]:
        """What is kept of units that are gone: an ID may be lost in one update, and given anew only in the next."""
        kept = (entry for shelf in self.obsolete.values() for entry in shelf if entry.is_unit)
        return [entry for entry in kept if own_id(entry.id or "") not in self.taken]

    def _accept(self, made: Iterable[Offer]) -> None:
        for offer in made:
            self.live[offer.place.catalog][offer.place.index] = offer.entry
            if offer.aside is not None:
                self.obsolete[offer.place.catalog].append(offer.aside)

    def note_changes(self) -> None:
        """Note what is new or was edited, now that its reason is known."""
        for place in self.changed:
            entry = self.live[place.catalog][place.index]
            id = entry.id or ""
            untranslated = Event.RENEWED if id in self.edited else Event.NEW
            self.ledger.note(Event.FUZZY if entry.fuzzy else untranslated, id, entry.reason)

    def composed(self, language: Language | None, project: str) -> Iterator[tuple[str, Catalog]]:
        """Every catalog that has something to say or was there before."""
        code = language.code if language else ""
        bequeathed = {catalog.name for legacies in self.legacies.values() for catalog in legacies}
        for name, live in self.live.items():
            before = self.catalogs.get(name)
            if before is None and not live:
                continue
            catalog = before or Catalog(code, name)
            legacies = self.legacies.get(name, [])
            donor = self.catalogs.get(self.donors.get(name, ""))
            givers = legacies if before or donor is None else [donor, *legacies]
            first = composition.heading(catalog, givers, language, project)
            if name in bequeathed:
                yield name, replace(catalog, entries=(first,), tail="", encoding="utf-8")
                continue
            others = composition.foreign(catalog, legacies, live)
            obsolete = composition.distinct(live, [*self.obsolete[name], *others.displaced])
            entries = (*composition.in_place(catalog, live, others.followers, first), *obsolete)
            unchanged = len(entries) == len(catalog.entries) and all(map(_is, entries, catalog.entries))
            unchanged = unchanged and catalog.encoding != po.WITH_MARK
            tail = catalog.tail + "".join(legacy.tail for legacy in legacies if legacy.tail.strip())
            yield name, catalog if unchanged else replace(catalog, entries=entries, tail=tail, encoding="utf-8")


def _is(one: Entry, other: Entry) -> bool:
    return one is other
