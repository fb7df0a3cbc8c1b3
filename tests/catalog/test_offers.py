"""Offers over several updates: how they come, what becomes of them when somebody touches them, how they go."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from msgspec.structs import replace

from assembler.catalog import offers, po
from assembler.catalog.account import Account
from assembler.catalog.chain import Update, update
from assembler.catalog.merge import merge
from assembler.catalog.model import Catalog, Entry, Reason, Source, by_id, revised, seal
from assembler.catalog.renaming import renamed
from assembler.document.units import Unit
from assembler.language.load import load

ENGLISH = load("en")
SLOW = "Суды рассматривают жалобы медленно."
TIME = "Решения по ним не исполняются в срок."
WHOLE = "Суды рассматривают жалобы медленно, и решения по ним не исполняются в срок."
OTHER = "В отчётный период законодательство менялось дважды."
WORDS = "Courts are slow, and their decisions are not carried out in time."


class Story:
    """One section whose catalog passes through a file at every update."""

    def __init__(self, **texts: str) -> None:
        self.data = b""
        self.update(**texts)

    def update(self, **texts: str) -> Account:
        """The section with these texts by ID, in this order."""
        before = {"07": self.catalog} if self.data else {}
        sources = [Source(id, text, "07") for id, text in texts.items()]
        merged = merge(before, {"07": sources}, language=ENGLISH)
        self.data = po.write(merged.catalogs["07"])
        again = merge({"07": self.catalog}, {"07": sources}, language=ENGLISH)
        assert po.write(again.catalogs["07"]) == self.data
        return merged.account

    @property
    def catalog(self) -> Catalog:
        return po.read(self.data, path="07.po", name="07", language="en")[0]

    def change(self, id: str, **changes: object) -> None:
        entries = (revised(each, **changes) if each.id == id and not each.obsolete else each for each in self.entries)
        self.data = po.write(replace(self.catalog, entries=tuple(entries)))

    def translate(self, id: str, words: str) -> None:
        self.change(id, translation=words, fuzzy=False)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.catalog.entries

    def entry(self, id: str) -> Entry:
        return by_id([self.catalog])[id]

    @property
    def words(self) -> set[str]:
        return {each.translation for each in self.entries if not each.is_header} - {""}


def split() -> Story:
    story = Story(p1=WHOLE, p9=OTHER)
    story.translate("p1", WORDS)
    story.update(p1=SLOW, p1b=TIME, p9=OTHER)
    return story


def test_a_split_that_is_undone_leaves_the_file_as_it_was() -> None:
    story = Story(p1=WHOLE, p9=OTHER)
    story.translate("p1", WORDS)
    story.update(p1=WHOLE, p9=OTHER)
    before = story.data
    story.update(p1=SLOW, p1b=TIME, p9=OTHER)
    assert story.entry("p1b").translation == WORDS
    story.update(p1=WHOLE, p9=OTHER)
    assert story.data == before


def test_a_join_that_is_undone_leaves_the_file_as_it_was() -> None:
    story = Story(p1=SLOW, p2=TIME, p9=OTHER)
    story.translate("p1", "Courts are slow.")
    story.translate("p2", "Decisions are late.")
    story.update(p1=SLOW, p2=TIME, p9=OTHER)
    before = story.data
    story.update(p1=WHOLE, p9=OTHER)
    assert story.entry("p1").translation == "Courts are slow. Decisions are late."
    story.update(p1=SLOW, p2=TIME, p9=OTHER)
    assert story.data == before


def test_what_a_translator_wrote_into_the_halves_outlives_the_undoing() -> None:
    story = split()
    story.translate("p1", "Courts are slow.")
    story.translate("p1b", "Decisions are late.")
    account = story.update(p1=SLOW, p1b=TIME, p9=OTHER)
    assert account.confirmed == ("p1", "p1b")
    story.update(p1=WHOLE, p9=OTHER)
    assert story.words == {"Courts are slow. Decisions are late.", "Courts are slow.", "Decisions are late."}


def test_an_offer_that_is_confirmed_as_it_stands_is_a_translation_like_any_other() -> None:
    story = split()
    story.change("p1b", fuzzy=False)
    story.update(p1=SLOW, p1b=TIME, p9=OTHER)
    entry = story.entry("p1b")
    assert entry.is_current
    assert entry.offered == ""
    story.update(p1=SLOW, p9=OTHER)
    assert [each.id for each in story.entries if each.obsolete] == ["p1b"]


def test_an_offer_that_is_refused_is_not_made_again() -> None:
    story = split()
    story.change("p1b", translation="")
    assert not story.update(p1=SLOW, p1b=TIME, p9=OTHER).fuzzy
    assert story.entry("p1b").translation == ""


def test_an_offer_that_was_rewritten_is_a_persons_words() -> None:
    story = split()
    story.change("p1b", translation="Decisions are late.")
    story.update(p1=SLOW, p9=OTHER)
    assert "Decisions are late." in story.words


def test_a_copy_stays_as_obsolete_once_its_words_stand_nowhere_else() -> None:
    story = split()
    story.translate("p1", "Courts are slow.")
    story.update(p1=SLOW, p9=OTHER)
    assert story.words == {"Courts are slow.", WORDS}


def test_a_split_may_take_two_updates() -> None:
    story = Story(p1=WHOLE, p9=OTHER)
    story.translate("p1", WORDS)
    assert story.update(p1=SLOW, p9=OTHER).fuzzy == {"source-changed": ("p1",)}
    assert story.update(p1=SLOW, p1b=TIME, p9=OTHER).fuzzy == {"split": ("p1b",)}
    story = Story(p1=WHOLE, p9=OTHER)
    story.translate("p1", WORDS)
    assert story.update(p1=WHOLE, p1b=TIME, p9=OTHER).new == ("p1b",)
    assert story.update(p1=SLOW, p1b=TIME, p9=OTHER).fuzzy == {"split": ("p1",)}
    assert story.entry("p1b").translation == WORDS


def test_the_half_that_was_cut_off_now_is_offered_the_pair_and_not_an_untranslated_one_of_the_same_words() -> None:
    story = Story(p1=WHOLE, p9=TIME)
    story.translate("p1", WORDS)
    story.update(p1=WHOLE, p9=TIME)
    story.update(p9=TIME, p1=SLOW, p2=TIME)
    assert story.entry("p2").translation == WORDS
    assert not story.entry("p9").is_translated


def test_a_half_is_split_again_under_the_same_old_pair() -> None:
    story = Story(p1=f"{WHOLE} {OTHER}")
    story.translate("p1", WORDS)
    story.update(p1=SLOW, p2=f"{TIME} {OTHER}")
    story.update(p1=SLOW, p2=TIME, p3=OTHER)
    pairs = {(story.entry(id).previous, story.entry(id).translation) for id in ("p1", "p2", "p3")}
    assert pairs == {(f"{WHOLE} {OTHER}", WORDS)}


def test_a_third_paragraph_joins_what_was_joined_before() -> None:
    story = Story(p1=SLOW, p2=TIME, p3=OTHER)
    for id, words in (("p1", "One."), ("p2", "Two."), ("p3", "Three.")):
        story.translate(id, words)
    story.update(p1=f"{SLOW} {TIME}", p3=OTHER)
    story.update(p1=f"{SLOW} {TIME} {OTHER}")
    entry = story.entry("p1")
    assert (entry.translation, entry.previous) == ("One. Two. Three.", f"{SLOW} {TIME} {OTHER}")


def test_halves_that_become_one_again_in_other_words_do_not_say_everything_twice() -> None:
    story = split()
    story.update(p1=f"Итак: {WHOLE}", p9=OTHER)
    entry = story.entry("p1")
    assert (entry.translation, entry.previous) == (WORDS, WHOLE)


def test_a_flag_that_a_person_set_does_not_go_with_the_split() -> None:
    story = Story(p1=WHOLE, p9=OTHER)
    story.change("p1", translation=WORDS, fuzzy=True)
    story.update(p1=SLOW, p1b=TIME, p9=OTHER)
    story.update(p1=WHOLE, p9=OTHER)
    assert story.entry("p1").fuzzy


def test_a_translation_of_the_previous_text_is_suggested_where_that_text_reappears() -> None:
    """The author wrote a new paragraph over the old one and pasted the old one below, without its ID."""
    story = Story(p1=WHOLE, p9=OTHER)
    story.translate("p1", WORDS)
    story.update(p1="Совсем о другом: здесь начинается новая часть доклада.", p2=WHOLE, p9=OTHER)
    entry = story.entry("p2")
    assert (entry.translation, entry.reason, entry.previous) == (WORDS, Reason.SUGGESTED, None)


def test_what_is_only_offered_is_not_suggested_further() -> None:
    story = Story(p1="Там же.", p9=OTHER)
    story.translate("p1", "Ibid.")
    story.update(p1="Там же.", p2="Там же.", p9=OTHER)
    story.translate("p1", "See there.")
    story.update(p1="Там же.", p2="Там же.", p3="Там же.", p9=OTHER)
    assert story.entry("p3").translation == "See there."


def test_a_renamed_id_takes_the_seal_of_its_offer_along() -> None:
    story = split()
    entry = story.entry("p1b")
    marked = revised(entry, translation=f"{WORDS}[^n1]", offered=seal("", f"{WORDS}[^n1]"))
    found = renamed(Catalog("en", "07", (marked,)), {"n1": "n2"}, lambda text: text.replace("n1", "n2")).entries[0]
    assert found.translation == f"{WORDS}[^n2]"
    assert found.is_offer


# --- through a pivot, and beside parallel versions

KAZAKH_WHOLE = "Соттар шағымдарды баяу қарайды, ал шешімдері мерзімінде орындалмайды."
KAZAKH_SLOW, KAZAKH_TIME = "Соттар шағымдарды баяу қарайды.", "Шешімдері мерзімінде орындалмайды."
LANGUAGES = [load("en"), load("kk"), load("ru")]


class Chain:
    """A Kazakh section that reaches English through Russian."""

    def __init__(self) -> None:
        self.catalogs: dict[str, dict[str, Catalog]] = {}
        self.parallels: dict[str, dict[str, str]] = {}

    def update(self, **texts: str) -> dict[str, Update]:
        units = [Unit(id, text, "05", "kk", "paragraph") for id, text in texts.items()]
        updates = update(
            units,
            LANGUAGES,
            self.catalogs,
            pivots={"en": "ru"},
            grouping=lambda section: section,
            parallels={
                code: {id: Unit(id, text, "05", code, "paragraph") for id, text in each.items()}
                for code, each in self.parallels.items()
            },
            earlier={},
        )
        self.catalogs = {code: each.merged.catalogs for code, each in updates.items()}
        return updates

    def entry(self, language: str, id: str) -> Entry:
        return by_id(self.catalogs[language].values())[id]

    def translate(self, language: str, id: str, words: str) -> None:
        self.catalogs[language] = {
            name: replace(
                each,
                entries=tuple(revised(e, translation=words, fuzzy=False) if e.id == id else e for e in each.entries),
            )
            for name, each in self.catalogs[language].items()
        }


def test_a_split_reaches_the_target_when_the_pivot_has_followed() -> None:
    chain = Chain()
    for language, words in (("ru", WHOLE), ("en", WORDS)):
        chain.update(p1=KAZAKH_WHOLE)
        chain.translate(language, "p1", words)
    updates = chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_TIME)
    assert updates["ru"].merged.account.fuzzy == {"split": ("p1", "p2")}
    assert set(updates["en"].merged.account.waiting) == {"p1", "p2"}
    chain.translate("ru", "p1", SLOW)
    chain.translate("ru", "p2", TIME)
    assert chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_TIME)["en"].merged.account.fuzzy == {"split": ("p1", "p2")}
    entry = chain.entry("en", "p2")
    assert (entry.source, entry.previous, entry.translation) == (TIME, WHOLE, WORDS)


def test_a_split_reaches_the_target_also_when_the_pivot_follows_half_by_half() -> None:
    for first, second in (("p1", "p2"), ("p2", "p1")):
        chain = Chain()
        for language, words in (("ru", WHOLE), ("en", WORDS)):
            chain.update(p1=KAZAKH_WHOLE)
            chain.translate(language, "p1", words)
        chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_TIME)
        for id in (first, second):
            chain.translate("ru", id, {"p1": SLOW, "p2": TIME}[id])
            chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_TIME)
        for id in ("p1", "p2"):
            entry = chain.entry("en", id)
            assert (entry.reason, entry.previous, entry.translation) == (Reason.SPLIT, WHOLE, WORDS)


def test_a_target_waits_while_its_pivot_has_only_a_suggestion() -> None:
    chain = Chain()
    chain.update(p1=KAZAKH_SLOW)
    chain.translate("ru", "p1", SLOW)
    updates = chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_SLOW)
    assert chain.entry("ru", "p2").reason is Reason.SUGGESTED
    assert updates["en"].sources["p2"].text is None
    chain.translate("ru", "p2", SLOW)
    assert chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_SLOW)["en"].sources["p2"].text == SLOW


def test_an_offer_gives_way_to_the_text_of_a_parallel_version() -> None:
    chain = Chain()
    chain.parallels = {"ru": {"p1": WHOLE}}
    chain.update(p1=KAZAKH_WHOLE)
    chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_TIME)
    assert chain.entry("ru", "p2").translation == WHOLE
    chain.parallels = {"ru": {"p1": SLOW, "p2": TIME}}
    updates = chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_TIME)
    assert not updates["ru"].findings
    assert [chain.entry("ru", id).is_current for id in ("p1", "p2")] == [True, True]


def test_a_parallel_version_is_joined_in_its_file_and_not_in_the_catalog() -> None:
    chain = Chain()
    chain.parallels = {"ru": {"p1": SLOW, "p2": TIME}}
    chain.update(p1=KAZAKH_SLOW, p2=KAZAKH_TIME)
    chain.update(p1=KAZAKH_WHOLE)
    assert chain.entry("ru", "p1").translation == SLOW
    chain.parallels = {"ru": {"p1": WHOLE}}
    updates = chain.update(p1=KAZAKH_WHOLE)
    assert not updates["ru"].findings
    assert chain.entry("ru", "p1").translation == WHOLE


def test_a_section_of_which_most_is_untranslated_is_not_searched_whole_for_each_rewritten_unit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[int] = []

    def counted(_whole: str, _kept: str, others: Sequence[str]) -> tuple[int, ...]:
        looked_at.append(len(others))
        return ()

    monkeypatch.setattr(offers, "pieces", counted)
    story = Story(**{f"p{number}": f"Абзац номер {number}." for number in range(300)})
    entries = [
        revised(entry, translation=f"Words {entry.id}") if entry.id in ("p0", "p150", "p299") else entry
        for entry in story.catalog.entries
    ]
    story.data = po.write(replace(story.catalog, entries=tuple(entries)))
    story.update(**{f"p{number}": f"Совсем иное {number}." for number in range(300)})
    assert looked_at
    assert max(looked_at) <= 2 * offers.REACH


def retyped(**texts: str) -> Story:
    """A translated paragraph that is gone with its ID, and what stands there now under new ones."""
    story = Story(p1=WHOLE, p9=OTHER)
    story.translate("p1", WORDS)
    story.update(p9=OTHER, **texts)
    return story


def test_a_paragraph_rewritten_under_a_new_id_is_offered_the_words_of_the_old_one() -> None:
    story = retyped(p2="Районные суды рассматривают жалобы медленно, и решения по ним нередко не исполняются в срок.")
    new = story.entry("p2")
    assert (new.translation, new.previous, new.reason, new.fuzzy) == (WORDS, WHOLE, Reason.SUGGESTED, True)
    assert [each.id for each in story.entries if each.obsolete] == ["p1"]


def test_a_paragraph_cut_in_two_under_new_ids_offers_its_pair_to_both() -> None:
    story = retyped(p2=SLOW, p3=TIME)
    for id in ("p2", "p3"):
        new = story.entry(id)
        assert (new.translation, new.previous, new.reason) == (WORDS, WHOLE, Reason.SPLIT)


def test_a_paragraph_gets_the_words_of_the_old_one_also_when_it_gets_its_new_id_one_update_later() -> None:
    """An editor lost the attribute line, somebody updated, and only then were IDs given."""
    story = retyped()
    story.update(p9=OTHER, p2="Районные суды рассматривают жалобы медленно, и решения по ним не исполняются в срок.")
    new = story.entry("p2")
    assert (new.translation, new.previous, new.reason) == (WORDS, WHOLE, Reason.SUGGESTED)
    story.change("p2", translation="", fuzzy=False)
    story.update(p9=OTHER, p2="Районные суды рассматривают жалобы медленно, и решения по ним не исполняются в срок.")
    assert story.entry("p2").translation == ""


def test_what_is_kept_beside_a_living_paragraph_is_not_offered_to_others() -> None:
    story = Story(p1=WHOLE, p9=OTHER)
    story.translate("p1", WORDS)
    second = Entry("p1--2", f"Кроме того, {WHOLE}", "Moreover, courts are slow.", obsolete=True)
    story.data = po.write(replace(story.catalog, entries=(*story.entries, second)))
    story.update(p1=WHOLE, p9=OTHER, p2=f"Между тем {WHOLE}")
    assert story.entry("p2").translation == ""


def test_paragraphs_joined_under_a_new_id_offer_all_their_words() -> None:
    story = Story(p1=SLOW, p2=TIME, p9=OTHER)
    story.translate("p1", "Courts are slow.")
    story.translate("p2", "Decisions are not carried out.")
    story.update(p3=f"{SLOW} {TIME}", p9=OTHER)
    new = story.entry("p3")
    assert new.translation == "Courts are slow. Decisions are not carried out."
    assert (new.previous, new.reason) == (f"{SLOW} {TIME}", Reason.JOINED)


@pytest.mark.parametrize(
    "text", ["Суды не имеют достаточного бюджета.", "Решения Совета публикуются.", "Статья 5 закона не исполняется."]
)
def test_a_new_paragraph_in_the_place_of_another_is_offered_nothing(text: str) -> None:
    assert retyped(p2=text).entry("p2").translation == ""


def test_an_id_that_comes_back_has_its_words_and_the_offer_of_the_new_one_leaves_no_trace() -> None:
    story = retyped(p2=f"Кроме того, {WHOLE}")
    assert story.entry("p2").translation == WORDS
    story.update(p1=WHOLE, p9=OTHER)
    assert story.entry("p1").is_current
    assert [each.id for each in story.entries if not each.is_header] == ["p1", "p9"]


def test_of_texts_that_have_as_much_in_common_the_first_are_taken_whatever_the_run() -> None:
    """What a set holds comes in another order in every process; catalogs are the same all the same."""
    words = ["Березы", "Дубравы", "Ельники", "Клены", "Липняки", "Осинники", "Рябины", "Сосняки"]
    texts = {f"p{number}": f"{word} охраняются." for number, word in enumerate(words)}
    story = Story(**texts, p9=OTHER)
    for id in texts:
        story.translate(id, f"Words of {id}.")
    story.update(p99=" ".join(texts.values()), p9=OTHER)
    assert story.entry("p99").previous == " ".join(list(texts.values())[:5])


def test_where_hundreds_are_gone_in_the_same_vocabulary_the_right_one_is_found() -> None:
    words = [f"слово{number}" for number in range(40)]
    picked = Random(5)
    texts = {f"p{at}": " ".join(picked.choices(words, k=24)) for at in range(300)}
    story = Story(**texts)
    for id in texts:
        story.translate(id, f"Translation of {id}.")
    story.update(keep=OTHER)
    story.update(keep=OTHER, n1=f"{texts['p77']} теперь")
    assert story.entry("n1").translation == "Translation of p77."
