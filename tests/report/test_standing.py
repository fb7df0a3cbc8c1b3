"""Status in a terminal: what the tables say, in 80 columns and three languages, and what the lists show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from assembler.catalog.changes import Changed
from assembler.catalog.status import Count, LanguageTally, Listed, Part, Tally
from assembler.language.load import load
from assembler.report import since, standing
from assembler.report.terminal import Line
from assembler.report.voice import Voice
from tools import messages

ENGLISH = Voice(str, load("en"))


def voice(code: str) -> Voice:
    if code == "en":
        return ENGLISH
    words = {message.id: message.string for message in messages.read(messages.catalog_path(code), code)}
    return Voice(lambda message: str(words[message]), load(code))


def text(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


DONE = Tally(Count(translated=2), Count(translated=20))
HALF = Tally(Count(original=1, translated=9, fuzzy=1), Count(original=4, translated=11_000, fuzzy=5))
OWN = Tally(Count(original=3), Count(original=30))
TALLY = LanguageTally(
    HALF.units,
    HALF.words,
    sections={"submission": DONE, "07-a-section-with-quite-a-long-name": HALF, "08": OWN, "99": DONE},
    parts={"one": HALF, "two": DONE},
    originals={"ru": HALF, "kk": DONE},
)
PARTS = [
    Part("one", "Выполнение прежних рекомендаций Комитета", ("07-a-section-with-quite-a-long-name", "08")),
    Part("two", "", ("99",)),
]


def test_sections_stand_below_their_parts() -> None:
    assert text(standing.by_section({"en": TALLY}, PARTS, ENGLISH, 80)) == [
        "to do: units / words                            en",
        "submission                                    done",
        "Выполнение прежних рекомендаций Комитета     1 / 5",
        "  07-a-section-with-quite-a-long-name        1 / 5",
        "  08                                      original",
        "Part without a title                          done",
        "  99                                          done",
    ]


@pytest.mark.parametrize(
    ("code", "annexes", "other"),
    [
        ("en", "Annexes", "Part without a title"),
        ("ru", "Приложения", "Часть без заголовка"),
        ("kk", "Қосымшалар", "Тақырыпсыз бөлік"),
    ],
)
def test_a_part_without_a_title_is_put_in_words_and_not_by_its_id(code: str, annexes: str, other: str) -> None:
    parts = [Part("one", "", ("07-a-section-with-quite-a-long-name", "08")), Part("two", "", ("99",), annexes=True)]
    rows = [row.split("  ")[0] for row in text(standing.by_section({"en": TALLY}, parts, voice(code), 80))]
    assert [row for row in rows if row in (annexes, other)] == [other, annexes]
    assert {"one", "two"}.isdisjoint(rows)


def test_states_are_summed_in_units_and_words() -> None:
    assert text(standing.summary({"en": TALLY}, ENGLISH, 80)) == [
        "units / words          en",
        "original            1 / 4",
        "translated     9 / 11,000",
        "fuzzy               1 / 5",
        "words done          99.9%",
    ]


def test_original_languages_are_shown_where_there_are_several() -> None:
    assert text(standing.by_original({"en": TALLY}, ENGLISH, 80))[1:] == [
        "ru                           1 / 5",
        "kk                            done",
    ]
    assert standing.by_original({"en": LanguageTally(OWN.units, OWN.words, originals={"ru": OWN})}, ENGLISH, 80) == []


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
@pytest.mark.parametrize("languages", [1, 3, 7])
def test_every_table_fits_80_columns_in_every_language_of_the_interface(code: str, languages: int) -> None:
    tallies = {f"l{number}": TALLY for number in range(languages)}
    own = voice(code)
    for lines in (
        standing.summary(tallies, own, 80),
        standing.by_section(tallies, PARTS, own, 80),
        standing.by_original(tallies, own, 80),
        since.summary({code: [CHANGED] for code in tallies}, own, 80),
    ):
        assert lines
        assert max(map(len, text(lines))) <= 80


def test_numbers_are_written_as_the_interface_writes_them() -> None:
    assert [voice(code).percent(66.34) for code in ("en", "ru", "kk")] == ["66.3%", "66,3\u00a0%", "66,3\u00a0%"]
    assert voice("ru").pair(1, 11_000) == "1 / 11\u00a0000"


def test_what_is_not_finished_never_reads_a_hundred() -> None:
    assert ENGLISH.percent(99.99) == "99.9%"
    assert ENGLISH.percent(100) == "100.0%"


FUZZY = Listed(
    "art07-x",
    "07",
    "fuzzy",
    "source-changed",
    "три жалобы",
    "две жалобы",
    "Two complaints",
    "ru",
    "ru",
    "",
    "",
    "l/07.po",
    12,
)


def test_a_conflict_shows_every_translation() -> None:
    disputed = replace(FUZZY, reason="conflict", previous=None, others=("Complaints, two",))
    shown = text(standing.listed({"en": [disputed]}, ENGLISH))
    assert shown[3:5] == ["  translation: Two complaints", "  another translation: Complaints, two"]


def test_a_fuzzy_unit_shows_what_changed_since_it_was_translated() -> None:
    assert text(standing.listed({"en": [FUZZY]}, ENGLISH)) == [
        "en  art07-x  fuzzy (source changed)",
        "  l/07.po:12",
        "  source: [-две-]{+три+} жалобы",
        "  translation: Two complaints",
        "",
        "Units: 1. Words: 2.",
    ]
    looks = {piece.look for line in standing.listed({"en": [FUZZY]}, ENGLISH) for piece in line}
    assert {"removed", "added"} <= looks


REASONS = [
    (Listed("a", "07", "waiting", "", "s", None, "", waits_for="ru"), "waits for the translation into: ru"),
    (Listed("a", "07", "untranslated", "", "s", None, "", line=3), "untranslated"),
    (Listed("a", "07", "untranslated", "", "s", None, ""), "untranslated, not in the catalog yet (assembler update)"),
    (Listed("a", "07", "obsolete", "source-changed", "s", None, "t", line=3), "obsolete"),
    (Listed("a", "07", "fuzzy", "", "s", None, "t", line=3), "fuzzy"),
]


@pytest.mark.parametrize(("each", "reason"), REASONS)
def test_the_reason_stands_in_words(each: Listed, reason: str) -> None:
    assert text(standing.listed({"en": [each]}, ENGLISH))[0] == f"en  a  {reason}"


CHANGED = Changed("p1", "07", "source-changed", "translated", "fuzzy", "один", "два", "ru", "One", "One")


def test_changes_are_counted_by_language_and_listed_by_unit() -> None:
    own = Changed("p1", "07", "source-changed", "original", "original", "один", "два", "ru", "", "")
    done = Changed("p2", "07", "state-changed", "untranslated", "translated", "три", "три", "ru", "", "Three")
    changes = {"ru": [own], "en": [CHANGED, done]}
    assert text(since.summary(changes, ENGLISH, 80)) == [
        "units           ru  en",
        "source changed   1   1",
        "→ translated     –   1",
    ]
    assert text(since.listed(changes, ENGLISH)) == [
        "p1  07",
        "  source (ru): [-один-]{+два+}",
        "  ru: source changed (original)",
        "  en: source changed (translated → fuzzy)",
        "",
        "p2  07",
        "  source (ru): три",
        "  en: untranslated → translated",
        "    {+Three+}",
        "",
    ]
    assert text(since.summary({"en": []}, ENGLISH, 80)) == ["Nothing changed."]
