"""The law of catalogs over all that happens to a submission in three languages, one of them a pivot.

Sections in Russian and Kazakh, English translated from Russian. Authors edit, rewrite, split, join, move, remove and
bring back, insert rows and notes (to a catalog they are units like others), rename sections and IDs, let a section's
original change its language, choose one catalog or many. Translators translate, rewrite, confirm, flag, review, remark
and type over the source. Every update is of files. Whatever the order, no words that a person wrote get out of reach,
what is current was made from what it stands under, and what is fuzzy names its true source.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from assembler.catalog import chain, po, renaming
from assembler.catalog.chain import Update
from assembler.catalog.model import Catalog, Entry, Reason, revised, seal
from assembler.catalog.typography import same_words
from assembler.document.units import Unit
from assembler.language.load import load

CODES = ("ru", "kk", "en")
LANGUAGES = [load(code) for code in CODES]
PIVOTS = {"en": "ru"}
SECTIONS = ("01", "02", "03")
REASONED = (Reason.SOURCE_CHANGED, Reason.SPLIT, Reason.SUGGESTED)
WORDS = {"ru": "Слова перевода", "kk": "Аударма сөздері", "en": "Words typed"}
"""In each language's own letters: they tell what was typed over a source, and in which language an original was."""

places = st.integers(0, 30)
sections = st.sampled_from(SECTIONS)
codes = st.sampled_from(CODES)


@cache
def read(data: bytes, code: str, name: str) -> Catalog:
    return po.read(data, path=f"{code}/{name}.po", name=name, language=code)[0]


def _is(one: Entry, other: Entry) -> bool:
    """Whether it is the same entry, wherever it stands by now."""
    return replace(one, raw="", line=0) == replace(other, raw="", line=0)


def _is_among(pairs: set[tuple[str, str, str]], code: str, source: str, words: str) -> bool:
    return any(
        language == code and same_words(source, each) and same_words(words, translation)
        for language, each, translation in pairs
    )


class Submission(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.counter = 0
        self.language = {"01": "ru", "02": "kk", "03": "ru"}
        self.sections: dict[str, list[str]] = {name: [] for name in SECTIONS}
        self.text: dict[str, list[str]] = {}
        self.bin: list[str] = []
        self.files: dict[tuple[str, str], bytes] = {}
        self.earlier: dict[str, str] = {}
        self.single = False
        self.up_to_date = False
        self.owed: set[tuple[str, str, str]] = set()
        self.pairs: set[tuple[str, str, str]] = set()
        self.counterparts: set[tuple[str, str, str]] = set()
        for name, count in (("01", 4), ("02", 3), ("03", 1)):
            for _ in range(count):
                self._insert(name, 0, [self._sentence(self.language[name]) for _ in range(3)])
        for code in CODES:
            self.update()
            self.translate_all(code)
        self.update()

    def _sentence(self, code: str) -> str:
        self.counter += 1
        number = self.counter
        return f"{code.title()}{number} говорит нечто{number}{code} важное{number}{code} об{number} этом{number}."

    def _insert(self, name: str, place: int, sentences: list[str], id: str = "") -> str:
        if not id:
            self.counter += 1
            id = f"p{self.counter}"
        self.sections[name].insert(place % (len(self.sections[name]) + 1), id)
        self.text[id] = sentences
        self.up_to_date = False
        return id

    def _picked(self, place: int) -> tuple[str, int, str] | None:
        """Section, index and ID of some unit."""
        units = [(name, index, id) for name in SECTIONS for index, id in enumerate(self.sections[name])]
        return units[place % len(units)] if units else None

    # --- the author

    @rule(place=places, at=st.integers(0, 5))
    def edit(self, place: int, at: int) -> None:
        if picked := self._picked(place):
            sentences = list(self.text[picked[2]])
            sentences[at % len(sentences)] = self._sentence(self.language[picked[0]])
            self._write(picked[2], sentences)

    @rule(place=places)
    def rewrite(self, place: int) -> None:
        if picked := self._picked(place):
            self._write(picked[2], [self._sentence(self.language[picked[0]])])

    @rule(place=places)
    def set_properly(self, place: int) -> None:
        if picked := self._picked(place):
            self._write(picked[2], [each.replace(" об", "\u00a0об") for each in self.text[picked[2]]])

    @rule(place=places, to=sections, at=places)
    def move(self, place: int, to: str, at: int) -> None:
        picked = self._picked(place)
        if picked and self.language[to] == self.language[picked[0]]:
            self._take_out(picked[2])
            self._insert(to, at, self.text[picked[2]], picked[2])

    @rule(name=sections, at=places)
    def add(self, name: str, at: int) -> None:
        self._insert(name, at, [self._sentence(self.language[name])])

    @rule(place=places, name=sections, at=places)
    def paste_without_the_id(self, place: int, name: str, at: int) -> None:
        picked = self._picked(place)
        if picked and self.language[name] == self.language[picked[0]]:
            self._insert(name, at, list(self.text[picked[2]]))

    @rule(place=places)
    def remove(self, place: int) -> None:
        if picked := self._picked(place):
            self._take_out(picked[2])
            self.bin.append(picked[2])

    @rule(place=places, at=places)
    def bring_back(self, place: int, at: int) -> None:
        if self.bin:
            id = self.bin.pop(place % len(self.bin))
            home = next((name for name in SECTIONS if self.text[id][0][:2].lower() == self.language[name]), None)
            if home:
                self._insert(home, at, self.text[id], id)

    @rule(place=places, second_keeps_the_id=st.booleans(), at_once=st.booleans())
    def split(self, place: int, second_keeps_the_id: bool, at_once: bool) -> None:
        picked = self._picked(place)
        if picked is None or len(self.text[picked[2]]) < 2:
            return
        if at_once:
            self.update()
        before = dict(self._current(picked[2]))
        name, index, id = picked
        first, rest = self.text[id][:1], self.text[id][1:]
        kept, cut = (rest, first) if second_keeps_the_id else (first, rest)
        self._write(id, kept)
        new = self._insert(name, index if second_keeps_the_id else index + 1, cut)
        if at_once:
            self.update()
            if 20 * min(len(kept), len(cut)) < len(kept) + len(cut):
                return
            for code, pair in before.items():
                if self._pivot_follows(code, id) and not self._has_its_own_of_before(code, id):
                    assert self._pair(code, id) == pair
                    assert self._pair(code, new) == pair or self._is_suggested(code, new)

    @rule(place=places)
    def join(self, place: int) -> None:
        picked = self._picked(place)
        if picked and picked[1] + 1 < len(self.sections[picked[0]]):
            after = self.sections[picked[0]][picked[1] + 1]
            self._take_out(after)
            self._write(picked[2], [*self.text[picked[2]], *self.text[after]])

    @rule(one=sections, other=sections)
    def rename_sections(self, one: str, other: str) -> None:
        self.sections[one], self.sections[other] = self.sections[other], self.sections[one]
        self.language[one], self.language[other] = self.language[other], self.language[one]
        self.up_to_date = False

    @rule(place=places)
    def rename_an_id(self, place: int) -> None:
        picked = self._picked(place)
        if picked is None:
            return
        old, new = picked[2], f"q{picked[2]}"
        self.sections[picked[0]][picked[1]] = new
        self.text[new] = self.text.pop(old)
        if old in self.earlier:
            self.earlier[new] = self.earlier.pop(old)
        for (code, name), data in list(self.files.items()):
            self._save(code, renaming.renamed(read(data, code, name), {old: new}, lambda text: text))
        self.owed = {(code, new if id == old else id, words) for code, id, words in self.owed}
        self.up_to_date = False

    @rule(name=sections)
    def write_the_section_in_the_other_language(self, name: str) -> None:
        self.update()
        old = self.language[name]
        new = "kk" if old == "ru" else "ru"
        originals = {(old, id, " ".join(self.text[id])) for id in self.sections[name]}
        for id in self.sections[name]:
            entry = self._living(new, id)
            if entry is not None and entry.is_current:
                self.text[id] = [entry.translation]
            else:
                text = self._sentence(new)
                self.counterparts.add((old, text, " ".join(self.text[id])))
                self.text[id] = [text]
        self.language[name] = new
        self.update()
        self.owed |= originals

    @rule()
    def change_the_choice_of_catalogs(self) -> None:
        self.single = not self.single
        self.up_to_date = False

    def _write(self, id: str, sentences: list[str]) -> None:
        self.text[id] = sentences
        self.up_to_date = False

    def _take_out(self, id: str) -> None:
        for units in self.sections.values():
            if id in units:
                units.remove(id)
        self.up_to_date = False

    # --- the translator

    @rule(code=codes, place=places, keeps_the_flag=st.booleans())
    def translate(self, code: str, place: int, keeps_the_flag: bool) -> None:
        self.counter += 1
        picked = self._entry(code, place)
        if picked:
            fuzzy = picked.fuzzy and keeps_the_flag
            self._change(code, picked, translation=f"{WORDS[code]} {self.counter}.", fuzzy=fuzzy)

    @rule(code=codes)
    def translate_all(self, code: str) -> None:
        """Everything that is empty or fuzzy."""
        for entry in list(self._entries(code)):
            if entry.is_unit and not entry.obsolete and not entry.is_current:
                self.counter += 1
                self._change(code, entry, translation=f"{WORDS[code]} {self.counter}.", fuzzy=False)

    @rule(code=codes, place=places)
    def confirm(self, code: str, place: int) -> None:
        picked = self._entry(code, place)
        if picked and picked.is_translated:
            self._change(code, picked, fuzzy=False)

    @rule(code=codes, place=places)
    def flag(self, code: str, place: int) -> None:
        picked = self._entry(code, place)
        if picked and picked.is_current:
            self._change(code, picked, fuzzy=True)

    @rule(code=codes, place=places)
    def review(self, code: str, place: int) -> None:
        picked = self._entry(code, place)
        if picked and picked.is_current:
            self._change(code, picked, reviewed=seal(picked.source, picked.translation))

    @rule(code=codes, place=places)
    def remark(self, code: str, place: int) -> None:
        if picked := self._entry(code, place):
            self._change(code, picked, comments=("# Really?",))

    @rule(code=codes, place=places)
    def type_over_the_source(self, code: str, place: int) -> None:
        self.counter += 1
        picked = self._entry(code, place)
        if picked and not picked.is_translated and not picked.fuzzy:
            words = f"{WORDS[code]} {self.counter}."
            self._replace(code, picked, revised(picked, source=words))
            self.update()
            found = [each for each in self._entries(code) if words in (each.translation, each.previous)]
            assert found
            if words == found[0].translation:
                self.owed.add((code, picked.id or "", words))
                self._pair_up(code, picked.source, words)

    @rule(place=places)
    def type_over_the_source_of_a_translation(self, place: int) -> None:
        """Letters tell it: English over Russian, right after an update."""
        self.counter += 1
        self.update()
        picked = self._entry("en", place)
        original = {id: self.language[name] for name in SECTIONS for id in self.sections[name]}
        if picked and picked.is_current and original[picked.id or ""] == "ru":
            words = f"{WORDS['en']} {self.counter}."
            self._replace("en", picked, revised(picked, source=words))
            self.update()
            assert words in {each.translation for each in self._entries("en")}
            assert self._pair("en", picked.id or "") in (
                (picked.source, picked.translation),
                (None, picked.translation),
            )
            self.owed.add(("en", picked.id or "", words))
            self._pair_up("en", picked.source, words)

    def _entry(self, code: str, place: int) -> Entry | None:
        living = [entry for entry in self._entries(code) if entry.is_unit and not entry.obsolete]
        return living[place % len(living)] if living else None

    def _change(self, code: str, entry: Entry, **changes: object) -> None:
        """As by an editor. What a person leaves unfuzzy is a pair of theirs; what they write over is theirs no more."""
        new = revised(entry, **changes)
        id = new.id or ""
        if new.translation != entry.translation:
            self.owed.discard((code, id, entry.translation))
            self.owed.add((code, id, new.translation))
        if new.is_current:
            self.owed.add((code, id, new.translation))
            self._pair_up(code, new.source, new.translation)
        elif new.is_translated:  # whether the words are of the old source or of the new one, only the person knows
            self.pairs |= {(code, source, new.translation) for source in (new.source, new.previous) if source}
        self._replace(code, entry, new)

    def _pair_up(self, code: str, source: str, words: str) -> None:
        """Remember that they belong together; the other way round too, as an original may change its language."""
        self.pairs |= {(code, source, words), *((each, words, source) for each in CODES if each != code)}

    def _replace(self, code: str, old: Entry, new: Entry) -> None:
        for (each, name), data in list(self.files.items()):
            if each == code:
                catalog = read(data, code, name)
                entries = tuple(new if _is(one, old) else one for one in catalog.entries)
                self._save(code, replace(catalog, entries=entries))
        self.up_to_date = False

    # --- the update

    @rule()
    def update(self) -> None:
        units = list(self._units())
        updates = self._updated(units)
        self.files = {}
        for code, each in updates.items():
            for catalog in each.merged.catalogs.values():
                if not catalog.is_empty:
                    self._save(code, catalog)
        self.earlier = {unit.id: unit.text for unit in units}
        self.up_to_date = True

    @rule(place=places)
    def update_with_a_minor_change(self, place: int) -> None:
        """It is the original whose change was declared minor: what is translated from a pivot hears nothing of it."""
        picked = self._picked(place)
        if picked is None:
            return
        updates = self._updated(list(self._units()), frozenset({picked[2]}))
        self.files = {}
        for code, each in updates.items():
            for catalog in each.merged.catalogs.values():
                if not catalog.is_empty:
                    self._save(code, catalog)
            if picked[2] in each.merged.account.minor:
                assert each.sources[picked[2]].is_original
                entry = self._living(code, picked[2])
                assert entry is not None
                self._pair_up(code, entry.source, entry.translation)
        self.update()

    def _updated(self, units: list[Unit], minor: frozenset[str] = frozenset()) -> dict[str, Update]:
        catalogs: dict[str, dict[str, Catalog]] = {code: {} for code in CODES}
        for (code, name), data in self.files.items():
            catalogs[code][name] = read(data, code, name)
        grouping = (lambda _: "all") if self.single else (lambda section: section)
        return chain.update(
            units, LANGUAGES, catalogs, pivots=PIVOTS, grouping=grouping, earlier=dict(self.earlier), minor=minor
        )

    def _units(self) -> Iterator[Unit]:
        for name in SECTIONS:
            for id in self.sections[name]:
                yield Unit(id, " ".join(self.text[id]), name, self.language[name], "paragraph")

    def _save(self, code: str, catalog: Catalog) -> None:
        self.files[code, catalog.name] = po.write(catalog)

    def _entries(self, code: str) -> Iterator[Entry]:
        for (each, name), data in self.files.items():
            if each == code:
                yield from read(data, code, name).entries

    def _living(self, code: str, id: str) -> Entry | None:
        return next((entry for entry in self._entries(code) if entry.id == id and not entry.obsolete), None)

    def _current(self, id: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """By language: source and words of the unit's current translation."""
        for code in CODES:
            entry = self._living(code, id)
            if entry is not None and entry.is_current:
                yield code, (entry.source, entry.translation)

    def _pair(self, code: str, id: str) -> tuple[str | None, str] | None:
        entry = self._living(code, id)
        return None if entry is None else (entry.previous, entry.translation)

    def _is_suggested(self, code: str, id: str) -> bool:
        """Whether the very text of the half stood elsewhere, which is better than the old pair."""
        entry = self._living(code, id)
        return entry is not None and entry.reason is Reason.SUGGESTED

    def _has_its_own_of_before(self, code: str, id: str) -> bool:
        """Whether the unit said the very same once before, alone: its entry of then is better than the old pair."""
        entry = self._living(code, id)
        return entry is not None and entry.previous is None and entry.reason is not Reason.SPLIT

    def _pivot_follows(self, code: str, id: str) -> bool:
        """Whether the language is translated from the original itself; a pivot has to be translated anew first."""
        home = next(name for name in SECTIONS if id in self.sections[name])
        return PIVOTS.get(code) in (None, self.language[home])

    # --- the law

    @invariant()
    def no_words_are_out_of_reach(self) -> None:
        found = {
            (code, (entry.id or "").partition("--")[0], entry.translation)
            for code in CODES
            for entry in self._entries(code)
        }
        assert self.owed <= found

    @invariant()
    def what_is_current_was_made_from_what_it_stands_under(self) -> None:
        if not self.up_to_date:
            return
        for code in CODES:
            for entry in self._entries(code):
                if entry.is_unit and entry.is_current:
                    assert self._belong_together(code, entry.source, entry.translation)

    @invariant()
    def what_is_fuzzy_names_its_true_source(self) -> None:
        if not self.up_to_date:
            return
        for code in CODES:
            for entry in self._entries(code):
                proven = entry.is_offer or (entry.made and entry.made == seal(entry.previous or "", entry.translation))
                if entry.fuzzy and entry.reason in REASONED and entry.previous is not None and proven:
                    is_made = self._belong_together(code, entry.previous, entry.translation)
                    assert is_made or self._were_counterparts(code, entry.previous, entry.translation)
                if entry.fuzzy and entry.previous is None and entry.is_offer and entry.is_unit:
                    assert self._belong_together(code, entry.source, entry.translation)

    def _belong_together(self, code: str, source: str, words: str) -> bool:
        """Whether a person made the words from that source, but for its typography."""
        return _is_among(self.pairs, code, source, words)

    def _were_counterparts(self, code: str, source: str, words: str) -> bool:
        """Whether the author wrote the source in the other language where the words had been the original: they may be
        offered as its translation, and are current only once somebody says so.
        """
        return _is_among(self.counterparts, code, source, words)

    @invariant()
    def a_second_update_changes_nothing(self) -> None:
        if self.up_to_date:
            again = {
                (code, name): po.write(catalog)
                for code, each in self._updated(list(self._units())).items()
                for name, catalog in each.merged.catalogs.items()
                if not catalog.is_empty
            }
            assert again == self.files


Submission.TestCase.settings = settings(max_examples=25, stateful_step_count=60, deadline=None)
test_no_sequence_of_events_in_three_languages_loses_words = Submission.TestCase

EVENTS: dict[str, tuple[str, ...]] = {
    "edit": ("place", "at"),
    "rewrite": ("place",),
    "set_properly": ("place",),
    "move": ("place", "to", "at"),
    "add": ("name", "at"),
    "paste_without_the_id": ("place", "name", "at"),
    "remove": ("place",),
    "bring_back": ("place", "at"),
    "split": ("place", "second_keeps_the_id", "at_once"),
    "join": ("place",),
    "rename_sections": ("one", "other"),
    "rename_an_id": ("place",),
    "write_the_section_in_the_other_language": ("name",),
    "change_the_choice_of_catalogs": (),
    "translate": ("code", "place", "keeps_the_flag"),
    "translate_all": ("code",),
    "confirm": ("code", "place"),
    "flag": ("code", "place"),
    "review": ("code", "place"),
    "remark": ("code", "place"),
    "type_over_the_source": ("code", "place"),
    "type_over_the_source_of_a_translation": ("place",),
    "update_with_a_minor_change": ("place",),
    "update": (),
}
OFTEN = {"update": 12, "translate_all": 4, "split": 3, "join": 3}
LAWS = (
    "no_words_are_out_of_reach",
    "what_is_current_was_made_from_what_it_stands_under",
    "what_is_fuzzy_names_its_true_source",
    "a_second_update_changes_nothing",
)


@pytest.mark.parametrize("seed", range(6))
def test_hundreds_of_events_in_a_row_lose_no_words(seed: int) -> None:
    """A long walk at random: what the search for counterexamples above rarely reaches."""
    random = Random(seed)
    submission = Submission()
    names = [name for name in EVENTS for _ in range(OFTEN.get(name, 1))]
    for _ in range(300):
        name = random.choice(names)
        getattr(submission, name)(**{each: _value(each, random) for each in EVENTS[name]})
        for law in LAWS:
            getattr(submission, law)()


def _value(name: str, random: Random) -> object:
    if name in ("to", "name", "one", "other"):
        return random.choice(SECTIONS)
    if name == "code":
        return random.choice(CODES)
    return (
        random.random() < 0.5 if name in ("second_keeps_the_id", "at_once", "keeps_the_flag") else random.randrange(31)
    )
