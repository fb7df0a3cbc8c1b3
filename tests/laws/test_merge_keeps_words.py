"""The law of catalogs: whatever authors and translators do, no words that a person wrote get out of reach.

A machine plays both, in any order, over hundreds of steps: sources are edited, rewritten, moved, taken out and brought
back, sections renamed and joined into one catalog; entries are translated, confirmed, flagged, copied by careless
merges of branches; files pass through tools that print them anew. After every update each translation that nobody
replaced is still in a catalog under its ID, a fuzzy one names the source that it was made from, and what is current
is current for good reason.
"""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from assembler.catalog import po
from assembler.catalog.merge import merge
from assembler.catalog.model import Catalog, Entry, Reason, Source, revised, seal
from assembler.catalog.typography import same_words
from assembler.language.load import load

ENGLISH = load("en")
SECTIONS = ("01", "02", "03")
IDS = tuple(f"p{number}" for number in range(6))

ids = st.sampled_from(IDS)
sections = st.sampled_from(SECTIONS)


class Coalition(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.sections: dict[str, list[str]] = {"01": ["p0", "p1", "p2"], "02": ["p3"], "03": []}
        self.text: dict[str, str] = {id: f"Абзац {id}, первый." for id in IDS}
        self.files: dict[str, bytes] = {}
        self.single = False
        self.counter = 0
        self.owed: set[tuple[str, str]] = set()
        self.made_from: dict[tuple[str, str], str] = {}
        self.up_to_date = False

    # --- the author

    @rule(id=ids, words=st.sampled_from(("", " добавлено", " снова")))
    def edit(self, id: str, words: str) -> None:
        self._write(id, f"Абзац {id}, первый.{words}")

    @rule(id=ids)
    def rewrite(self, id: str) -> None:
        self.counter += 1
        self._write(id, f"Ничего общего {self.counter}")

    @rule(id=ids)
    def set_properly(self, id: str) -> None:
        self._write(id, self.text[id].replace(", ", ",\u00a0").replace("общего", "«общего»"))

    @rule(id=ids, to=sections, place=st.integers(0, 3))
    def put(self, id: str, to: str, place: int) -> None:
        self._take_out(id)
        self.sections[to].insert(place, id)

    @rule(id=ids)
    def remove(self, id: str) -> None:
        self._take_out(id)

    @rule(one=sections, other=sections)
    def rename(self, one: str, other: str) -> None:
        self.sections[one], self.sections[other] = self.sections[other], self.sections[one]
        self.up_to_date = False

    @rule()
    def change_grouping(self) -> None:
        self.single = not self.single
        self.up_to_date = False

    def _write(self, id: str, text: str) -> None:
        self.text[id] = text
        self.up_to_date = False

    def _take_out(self, id: str) -> None:
        for units in self.sections.values():
            if id in units:
                units.remove(id)
        self.up_to_date = False

    # --- the translator

    @rule(id=ids)
    def translate(self, id: str) -> None:
        self.counter += 1
        self._change(id, translation=f"Words {self.counter}", fuzzy=False, previous=None)

    @rule(id=ids)
    def half_translate(self, id: str) -> None:
        """Words are written and the flag stays, or is set."""
        self.counter += 1
        self._change(id, translation=f"Words {self.counter}", fuzzy=True, reason=Reason.MARKED, previous=None)

    @rule(id=ids)
    def confirm(self, id: str) -> None:
        self._change(id, fuzzy=False)

    @rule(id=ids, name=sections)
    def copy_by_a_careless_merge(self, id: str, name: str) -> None:
        """A branch with an own translation is merged: the entry stands twice, in one catalog or in two."""
        entry = self._living(id)
        if entry is None or name not in self.files:
            return
        self.counter += 1
        copy = revised(entry, translation=f"Words {self.counter}", fuzzy=False, previous=None)
        catalog = self._read(name)
        self._save(replace(catalog, entries=(*catalog.entries, copy)))
        self.owed.add((id, copy.translation))
        self.made_from[id, copy.translation] = copy.source
        self.up_to_date = False

    @rule(name=sections)
    def pass_through_another_tool(self, name: str) -> None:
        if name in self.files:
            catalog = self._read(name)
            self._save(replace(catalog, entries=tuple(replace(entry, raw="") for entry in catalog.entries)))

    @rule(name=sections)
    def pass_through_msgmerge(self, name: str) -> None:
        """It drops the previous sources and leaves our comment."""
        if name in self.files:
            catalog = self._read(name)
            self._save(replace(catalog, entries=tuple(revised(entry, previous=None) for entry in catalog.entries)))
            self.up_to_date = False

    @rule(id=ids)
    def rewrite_and_leave_the_flag(self, id: str) -> None:
        entry = self._living(id)
        if entry is not None and entry.fuzzy:
            self.counter += 1
            self._change(id, translation=f"Words {self.counter}")

    def _living(self, id: str) -> Entry | None:
        found = [entry for entry in self._entries() if entry.id == id and not entry.obsolete]
        return found[0] if len(found) == 1 else None

    def _change(self, id: str, **changes: object) -> None:
        """As by an editor: one living entry is replaced; its old words are no longer owed if there are new ones."""
        entry = self._living(id)
        if entry is None or not (entry.translation or "translation" in changes):
            return
        new = revised(entry, **changes)
        if new.translation != entry.translation:
            self.owed.discard((id, entry.translation))
            self.owed.add((id, new.translation))
        self.made_from[id, new.translation] = entry.source
        for name in self.files:
            catalog = self._read(name)
            self._save(replace(catalog, entries=tuple(new if each == entry else each for each in catalog.entries)))
        self.up_to_date = False

    # --- the update

    @rule(minor=st.frozensets(ids, max_size=1))
    def update(self, minor: frozenset[str]) -> None:
        catalogs = {name: self._read(name) for name in self.files}
        merged = merge(catalogs, self._wanted(), language=ENGLISH, minor=minor)
        for id in (*merged.account.minor, *merged.account.typography, *merged.account.returned):
            entry = next(e for c in merged.catalogs.values() for e in c.entries if e.id == id and not e.obsolete)
            if not entry.fuzzy:
                self.made_from[id, entry.translation] = entry.source
        self.files = {}
        for catalog in merged.catalogs.values():
            self._save(catalog)
        self.up_to_date = True

    def _wanted(self) -> dict[str, list[Source]]:
        wanted: dict[str, list[Source]] = {}
        for section, units in self.sections.items():
            for id in units:
                wanted.setdefault("all" if self.single else section, []).append(Source(id, self.text[id], section))
        return wanted

    def _read(self, name: str) -> Catalog:
        return po.read(self.files[name], path=name, name=name, language="en")[0]

    def _save(self, catalog: Catalog) -> None:
        self.files[catalog.name] = po.write(catalog)

    def _entries(self) -> list[Entry]:
        return [entry for name in self.files for entry in self._read(name).entries]

    # --- the law

    @invariant()
    def no_words_are_out_of_reach(self) -> None:
        found = {((entry.id or "").partition("--")[0], entry.translation) for entry in self._entries()}
        assert self.owed <= found

    @invariant()
    def every_unit_has_its_entry_and_its_true_history(self) -> None:
        if not self.up_to_date:
            return
        living = [entry for entry in self._entries() if entry.is_unit and not entry.obsolete]
        assert sorted(entry.id or "" for entry in living) == sorted(id for ids in self.sections.values() for id in ids)
        for entry in living:
            assert entry.id is not None
            assert entry.source == self.text[entry.id]
            made_from = self.made_from.get((entry.id, entry.translation), "")
            if entry.is_current:
                assert same_words(entry.source, made_from)
            if entry.previous is not None and entry.made and entry.made == seal(entry.previous, entry.translation):
                assert same_words(entry.previous, made_from)

    @invariant()
    def a_second_update_changes_nothing(self) -> None:
        if self.up_to_date:
            catalogs = {name: self._read(name) for name in self.files}
            again = merge(catalogs, self._wanted(), language=ENGLISH)
            assert {name: po.write(catalog) for name, catalog in again.catalogs.items()} == self.files

    @invariant()
    def no_file_has_an_entry_twice_after_an_update(self) -> None:
        if self.up_to_date:
            for name in self.files:
                keys = [(entry.id, entry.source) for entry in self._read(name).entries]
                assert len(keys) == len(set(keys))


Coalition.TestCase.settings = settings(max_examples=60, stateful_step_count=80, deadline=None)
test_no_sequence_of_events_loses_words = Coalition.TestCase
