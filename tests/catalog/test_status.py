"""How units stand, the sums, and the JSON that they are printed as."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
import pytest

from assembler.catalog.chain import Update, update
from assembler.catalog.model import Catalog, Entry, Reason, Source, seal
from assembler.catalog.status import (
    Count,
    LanguageTally,
    Listed,
    Part,
    Shown,
    Standing,
    Tally,
    listed,
    obsolete,
    shown,
    standings,
    state_of,
    tally,
    word_counts,
)
from assembler.document.units import State, Unit
from assembler.language.load import load

UNITS = [
    Unit("e1", "An English original of six words", "06", "en", "paragraph"),
    Unit("r1", "Два слова", "07", "ru", "paragraph"),
    Unit("r2", "Тут три слова[^n1]", "07", "ru", "paragraph"),
    Unit("r3", "Здесь четыре\u00a0слова вот", "07", "ru", "paragraph"),
    Unit("r4", "Слово", "07", "ru", "paragraph"),
    Unit("k1", "Қазақша екі-үш сөз", "08", "kk", "paragraph"),
    Unit("k2", "Тағы бір", "08", "kk", "paragraph"),
]
CATALOG = Catalog(
    "en",
    "07",
    (
        Entry("r1", "Два слова", "Two words", reviewed=seal("Два слова", "Two words")),
        Entry("r2", "Тут три слова[^n1]", "Three[^n1]", fuzzy=True, previous="Тут", reason=Reason.SOURCE_CHANGED),
        Entry("r3", "Здесь четыре\u00a0слова вот", "Four words here", reviewed=seal("Иное", "Four words here")),
        Entry("k2", "По-русски", "From an earlier Russian"),
        Entry("r9", "Снятый пункт", "Removed", obsolete=True),
    ),
)


@pytest.fixture
def updated() -> Update:
    updates = update(
        UNITS,
        [load("ru"), load("en")],
        {"en": {"07": CATALOG}},
        pivots={"en": "ru"},
        grouping=lambda section: section,
    )
    return updates["en"]


def by_id(updated: Update) -> dict[str, Standing]:
    return {standing.unit.id: standing for standing in standings("en", UNITS, updated)}


def test_every_unit_has_its_state(updated: Update) -> None:
    assert {id: standing.state for id, standing in by_id(updated).items()} == {
        "e1": State.ORIGINAL,
        "r1": State.TRANSLATED,
        "r2": State.FUZZY,
        "r3": State.TRANSLATED,
        "r4": State.UNTRANSLATED,
        "k1": State.WAITING,
        "k2": State.WAITING,
    }


def test_only_the_very_pair_that_was_approved_is_reviewed(updated: Update) -> None:
    assert [id for id, standing in by_id(updated).items() if standing.is_reviewed] == ["r1"]


def test_an_entry_without_words_is_untranslated_even_when_it_is_flagged() -> None:
    assert state_of(Source("p", "a", "07"), Entry("p", "a", "", fuzzy=True)) is State.UNTRANSLATED


def sums_of(updated: Update, parts: tuple[Part, ...] = ()) -> LanguageTally:
    return tally(standings("en", UNITS, updated), obsolete(updated), word_counts(UNITS), parts)


NONE = dict.fromkeys(["original", "translated", "reviewed", "fuzzy", "untranslated", "waiting", "obsolete"], 0)


def test_sums_are_by_language_and_section_in_units_and_words_of_the_original(updated: Update) -> None:
    sums = msgspec.to_builtins(sums_of(updated))
    assert sums["units"] == NONE | {
        "original": 1, "translated": 2, "reviewed": 1, "fuzzy": 1, "untranslated": 1, "waiting": 2, "obsolete": 1
    }  # fmt: skip
    assert sums["words"] == NONE | {
        "original": 6, "translated": 6, "reviewed": 2, "fuzzy": 3, "untranslated": 1, "waiting": 5, "obsolete": 2
    }  # fmt: skip
    assert list(sums["sections"]) == ["06", "07", "08"]
    assert sums["sections"]["08"]["words"] == NONE | {"waiting": 5}
    assert set(sums["sections"]["07"]) == {"units", "words"}


def test_sums_of_a_part_are_those_of_its_sections_and_other_sections_are_in_none(updated: Update) -> None:
    sums = sums_of(updated, (Part("one", "Часть", ("06", "08")), Part("empty", "", ())))
    assert list(sums.parts) == ["one"]
    assert msgspec.to_builtins(sums.parts["one"].words) == NONE | {"original": 6, "waiting": 5}
    assert sums_of(updated).parts == {}


def test_sums_by_original_language_hold_every_unit_once(updated: Update) -> None:
    sums = sums_of(updated)
    assert msgspec.to_builtins(sums.originals["ru"].units) == NONE | {
        "translated": 2, "reviewed": 1, "fuzzy": 1, "untranslated": 1
    }  # fmt: skip
    assert list(sums.originals) == ["en", "ru", "kk"]
    assert sum(each.words.to_translate for each in sums.originals.values()) == sums.words.to_translate


def test_the_share_that_is_done_counts_words_and_leaves_originals_out(updated: Update) -> None:
    assert sums_of(updated).percent == pytest.approx(100 * 6 / 15)
    assert sums_of(updated).originals["ru"].percent == pytest.approx(100 * 6 / 10)
    assert tally(standings("en", UNITS[:1], None), [], word_counts(UNITS)).percent == 100.0


def test_a_unit_without_words_that_is_not_translated_keeps_the_share_below_a_hundred() -> None:
    wordless = Tally(Count(translated=3, untranslated=1), Count(translated=30))
    assert wordless.percent == 75.0


def test_an_edition_shows_what_there_is_and_marks_what_is_not_current(updated: Update) -> None:
    texts = {id: shown(standing) for id, standing in by_id(updated).items()}
    assert (texts["e1"].text, texts["e1"].language, texts["e1"].mark) == (UNITS[0].text, "en", "")
    assert (texts["r1"].text, texts["r1"].language, texts["r1"].mark) == ("Two words", "en", "")
    assert (texts["r2"].text, texts["r2"].language, texts["r2"].mark) == ("Three[^n1]", "en", "fuzzy")
    assert texts["r4"] == Shown("Слово", "ru", "untranslated", "Слово", "ru")
    assert texts["k1"] == Shown("Қазақша екі-үш сөз", "kk", "waiting", "Қазақша екі-үш сөз", "kk")
    assert texts["k2"] == Shown("From an earlier Russian", "en", "waiting", "Тағы бір", "kk")


def lines(updated: Update, states: Collection[State]) -> list[Listed]:
    return [each for each, _ in listed(standings("en", UNITS, updated), obsolete(updated), states, "ru")]


def test_the_list_of_fuzzy_units_has_both_sources_the_reason_and_the_languages(updated: Update) -> None:
    assert lines(updated, [State.FUZZY]) == [
        Listed(
            "r2",
            "07",
            "fuzzy",
            "source-changed",
            "Тут три слова[^n1]",
            "Тут",
            "Three[^n1]",
            original="ru",
            source_language="ru",
            context="paragraph",
        )
    ]


def test_the_list_of_waiting_units_shows_the_original_and_what_they_wait_for(updated: Update) -> None:
    found = lines(updated, [State.WAITING])
    assert [(each.id, each.source, each.source_language, each.translation, each.waits_for) for each in found] == [
        ("k1", "Қазақша екі-үш сөз", "kk", "", "ru"),
        ("k2", "Тағы бір", "kk", "From an earlier Russian", "ru"),
    ]


def test_a_unit_that_is_translated_through_a_pivot_shows_the_pivots_text() -> None:
    russian = Catalog("ru", "08", (Entry("k1", "Қазақша екі-үш сөз", "По-русски"),))
    updates = update(
        UNITS,
        [load("ru"), load("en")],
        {"ru": {"08": russian}},
        pivots={"en": "ru"},
        grouping=lambda section: section,
    )
    found = listed(standings("en", UNITS, updates["en"]), [], [State.UNTRANSLATED], "ru")
    assert [(each.source, each.source_language, each.original) for each, _ in found if each.id == "k1"] == [
        ("По-русски", "ru", "kk")
    ]


def test_obsolete_entries_are_listed_under_their_catalog_behind_all_others(updated: Update) -> None:
    found = lines(updated, [State.OBSOLETE, State.UNTRANSLATED])
    assert [(each.id, each.section, each.source, each.translation) for each in found] == [
        ("r4", "07", "Слово", ""),
        ("r9", "07", "Снятый пункт", "Removed"),
    ]
