"""The law of parallel versions: an author and a translator may write what they like, whenever they like.

A machine plays both over hundreds of steps. What the translator wrote is in the catalog until the section says the
same or the translator writes anew; what the author wrote is in the section until the catalog has said the same or the
author writes anew. A conflict is there exactly as long as neither side has been edited since it began.
"""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from assembler.catalog import parallel, po
from assembler.catalog.marking import Mark, marked
from assembler.catalog.merge import merge
from assembler.catalog.model import Catalog, Entry, Reason, Source, by_id, revised
from assembler.document.units import Unit
from assembler.findings import Finding
from assembler.language.load import load

ENGLISH = load("en")
DECIDED = (parallel.CONFLICT_DECIDED, parallel.CATALOG_PREFERRED)


class Pair(RuleBasedStateMachine):
    """One unit, `a`, with a parallel section in English."""

    def __init__(self) -> None:
        super().__init__()
        self.counter = 0
        self.source = "Первый абзац."
        self.section = "The author's 0"
        self.data = b""
        self.owed_by_catalog: set[str] = set()
        self.owed_by_section: str | None = self.section
        self.disputed: str | None = None
        self.update()

    def _new(self, who: str) -> str:
        self.counter += 1
        return f"The {who}'s {self.counter}"

    # --- people

    @rule()
    def edit_source(self) -> None:
        self.counter += 1
        self.source = f"Абзац, {self.counter}-й раз."

    @rule()
    def author_writes(self) -> None:
        self.disputed = None
        self.section = self.owed_by_section = self._new("author")

    @rule()
    def author_takes_over_the_catalogs_text(self) -> None:
        self.disputed = None
        self.section = self.owed_by_section = self._entry().translation or self.section

    @rule(fuzzy=st.booleans())
    def translator_writes(self, fuzzy: bool) -> None:
        entry = self._entry()
        self.owed_by_catalog.discard(entry.translation)
        words = self._new("translator")
        self.owed_by_catalog.add(words)
        self._save(revised(entry, translation=words, fuzzy=entry.fuzzy and fuzzy))

    @rule()
    def translator_takes_over_the_sections_text(self) -> None:
        entry = self._entry()
        self.owed_by_catalog.discard(entry.translation)
        self._save(revised(entry, translation=self.section))

    @rule(mark=st.sampled_from(Mark))
    def somebody_marks(self, mark: Mark) -> None:
        entry = self._entry()
        if mark is not Mark.REVIEWED or entry.is_current:
            self._save(marked(entry, mark))

    # --- the toolkit

    @rule()
    def update(self) -> None:
        catalogs, findings = self._merged()
        self.data = po.write(catalogs["01"])
        self._look_at(findings)

    @rule()
    def update_after_both_have_written(self) -> None:
        self.translator_writes(fuzzy=False)
        self.author_writes()
        self.update()

    @rule()
    def update_after_the_author_has_written(self) -> None:
        self.update()
        was_in_conflict = self._entry().reason is Reason.CONFLICT
        self.author_writes()
        self.update()
        assert not was_in_conflict or self._entry().translation == self.section

    @rule()
    def update_and_write_sources(self) -> None:
        catalogs, findings = self._merged()
        said = parallel.ahead(catalogs.values(), self._texts())
        if said:
            assert by_id(catalogs.values())["a"].base == self.section
            self.owed_by_section = None
            self.section = said["a"]
        self.data = po.write(parallel.carried(catalogs, said)["01"])
        self._look_at(findings)
        if said:
            assert self._entry().translation == self.section
            assert self._entry().base == self.section

    def _look_at(self, findings: list[Finding]) -> None:
        in_conflict = any(finding.kind is parallel.PARALLEL_CONFLICT for finding in findings)
        entry = self._entry()
        assert in_conflict == (entry.reason is Reason.CONFLICT)
        assert not in_conflict or (entry.fuzzy and entry.translation != self.section == entry.base)
        if not in_conflict and not entry.fuzzy:
            assert entry.base == self.section
        self.owed_by_catalog.discard(self.section)
        if in_conflict:
            self.disputed = self.section
        elif entry.translation == self.section == self.disputed:
            self.disputed = None
        again, said_again = self._merged()
        assert po.write(again["01"]) == self.data
        assert [each.kind for each in said_again] == [each.kind for each in findings if each.kind not in DECIDED]

    # --- what must hold

    @invariant()
    def no_words_of_the_translator_are_out_of_reach(self) -> None:
        reachable = {entry.translation for entry in self._catalog().entries}
        assert self.owed_by_catalog <= reachable

    @invariant()
    def no_words_of_the_author_that_lost_a_conflict_are_out_of_reach(self) -> None:
        assert self._is_disputed_text_within_reach()

    def _is_disputed_text_within_reach(self) -> bool:
        return self.disputed in (None, self.section, *(entry.translation for entry in self._catalog().entries))

    @invariant()
    def the_section_says_what_its_author_wrote(self) -> None:
        assert self.owed_by_section in (None, self.section)

    # --- files

    def _texts(self) -> dict[str, Unit]:
        return {"a": Unit("a", self.section, "01", "en", "paragraph", path="sources/en/01.md", line=2)}

    def _merged(self) -> tuple[dict[str, Catalog], list[Finding]]:
        catalogs = {"01": self._catalog()} if self.data else {}
        findings: list[Finding] = []
        merged = merge(catalogs, {"01": [Source("a", self.source, "01")]}, language=ENGLISH)
        return parallel.take(merged.catalogs, self._texts(), findings, catalogs), findings

    def _catalog(self) -> Catalog:
        return po.read(self.data, path="01.po", name="01", language="en")[0]

    def _entry(self) -> Entry:
        return by_id([self._catalog()])["a"]

    def _save(self, entry: Entry) -> None:
        catalog = self._catalog()
        old = self._entry()
        self.data = po.write(
            replace(catalog, entries=tuple(entry if each == old else each for each in catalog.entries))
        )


TestPair = Pair.TestCase
TestPair.settings = settings(max_examples=100, stateful_step_count=60)
