"""Which text a language is translated from: originals, pivots, and what happens when a pivot changes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from assembler.catalog.chain import Update, in_order, templates, update
from assembler.catalog.model import Catalog, Entry, Reason, by_id, revised
from assembler.document.units import Unit
from assembler.language.load import load

LANGUAGES = [load("en"), load("kk"), load("ru")]
KAZAKH = Unit("k1", "Қазақша мәтін", "05", "kk", "paragraph")
RUSSIAN = Unit("r1", "Русский текст", "07", "ru", "paragraph")
ENGLISH = Unit("e1", "English text", "09", "en", "paragraph")
UNITS = [KAZAKH, RUSSIAN, ENGLISH]

Catalogs = Mapping[str, Mapping[str, Catalog]]


def updated(units: list[Unit], catalogs: Catalogs) -> dict[str, Update]:
    return update(units, LANGUAGES, catalogs, pivots={"en": "ru"}, grouping=lambda section: section)


def catalogs_of(updates: dict[str, Update]) -> dict[str, dict[str, Catalog]]:
    return {language: each.merged.catalogs for language, each in updates.items()}


def with_entry(catalogs: Catalogs, language: str, id: str, **changes: object) -> Catalogs:
    """The catalogs after a translator changed one entry."""
    changed = {
        name: replace(each, entries=tuple(revised(e, **changes) if e.id == id else e for e in each.entries))
        for name, each in catalogs[language].items()
    }
    return {**catalogs, language: changed}


def entry(updates: dict[str, Update], language: str, id: str) -> Entry | None:
    return by_id(updates[language].merged.catalogs.values()).get(id)


def translated_through_russian() -> Catalogs:
    """A Kazakh unit translated into Russian, and from there into English."""
    catalogs = with_entry(catalogs_of(updated(UNITS, {})), "ru", "k1", translation="Казахский текст")
    return with_entry(catalogs_of(updated(UNITS, catalogs)), "en", "k1", translation="Kazakh text")


def test_a_language_comes_after_its_pivot() -> None:
    assert in_order(["en", "kk", "ru"], {"en": "ru", "ru": "kk"}) == ["kk", "ru", "en"]
    assert in_order(["en", "kk", "ru"], {}) == ["en", "kk", "ru"]


def test_the_languages_own_originals_are_not_in_its_catalogs() -> None:
    updates = updated(UNITS, {})
    assert sorted(updates["ru"].sources) == ["e1", "k1"]
    assert sorted(updates["kk"].sources) == ["e1", "r1"]


def test_an_original_in_the_pivot_language_is_translated_from_directly() -> None:
    assert updated(UNITS, {})["en"].sources["r1"].text == "Русский текст"


def test_a_unit_waits_until_its_pivot_is_translated() -> None:
    updates = updated(UNITS, {})
    assert updates["en"].sources["k1"].text is None
    assert entry(updates, "en", "k1") is None
    assert updates["en"].merged.account.waiting == ("k1",)


def test_the_pivots_translation_is_what_it_is_translated_from() -> None:
    updates = updated(UNITS, translated_through_russian())
    found = entry(updates, "en", "k1")
    assert found is not None
    assert (found.source, found.translation, found.fuzzy) == ("Казахский текст", "Kazakh text", False)


def test_an_outdated_pivot_leaves_the_target_as_it_is_until_it_is_confirmed() -> None:
    before = catalogs_of(updated(UNITS, translated_through_russian()))
    units = [replace(KAZAKH, text="Басқа мәтін"), RUSSIAN, ENGLISH]
    updates = updated(units, before)
    pivot = entry(updates, "ru", "k1")
    assert pivot is not None
    assert pivot.reason is Reason.SOURCE_CHANGED
    assert updates["en"].sources["k1"].text is None
    assert updates["en"].merged.catalogs["05"] is before["en"]["05"]


def test_a_changed_pivot_makes_the_target_fuzzy_with_the_previous_pivot() -> None:
    catalogs = with_entry(translated_through_russian(), "ru", "k1", translation="Другой текст")
    found = entry(updated(UNITS, catalogs), "en", "k1")
    assert found is not None
    assert (found.source, found.previous, found.fuzzy) == ("Другой текст", "Казахский текст", True)
    assert found.translation == "Kazakh text"


def test_a_pivot_confirmed_unchanged_leaves_the_target_current() -> None:
    units = [replace(KAZAKH, text="Басқа мәтін"), RUSSIAN, ENGLISH]
    catalogs = catalogs_of(updated(units, translated_through_russian()))
    found = entry(updated(units, with_entry(catalogs, "ru", "k1", fuzzy=False)), "en", "k1")
    assert found is not None
    assert found.is_current


def test_a_section_whose_original_language_changes_keeps_every_translation() -> None:
    """The Russian original becomes English; what was translated into English from Russian is kept as obsolete."""
    catalogs = with_entry(catalogs_of(updated(UNITS, {})), "en", "r1", translation="Russian text")
    turned = [KAZAKH, replace(RUSSIAN, text="Russian text", language="en"), ENGLISH]
    updates = updated(turned, catalogs)
    assert [e.translation for e in updates["en"].merged.catalogs["07"].entries if e.obsolete] == ["Russian text"]
    assert updates["ru"].sources["r1"].text == "Russian text"


def test_templates_show_every_unit_in_its_original_language() -> None:
    merged = templates(UNITS, {}, grouping=lambda _: "submission", project="test")
    found = [(e.id, e.source, e.translation) for e in merged.catalogs["submission"].entries if e.is_unit]
    assert found == [("k1", KAZAKH.text, ""), ("r1", RUSSIAN.text, ""), ("e1", ENGLISH.text, "")]


def test_a_template_drops_what_is_no_longer_in_the_sources() -> None:
    before = templates(UNITS, {}, grouping=lambda _: "submission").catalogs
    after = templates([RUSSIAN], before, grouping=lambda _: "submission").catalogs
    assert [e.id for e in after["submission"].entries if e.id] == ["r1"]


def test_of_two_units_with_one_id_the_first_counts_for_every_language() -> None:
    copy = replace(KAZAKH, text="Көшірме", section="06")
    updates = updated([copy, *UNITS], {})
    assert {code: each.sources["k1"].text for code, each in updates.items() if code != "kk"} == {
        "ru": "Көшірме",
        "en": None,
    }
    catalogs = with_entry(catalogs_of(updates), "ru", "k1", translation="Копия")
    through = updated([copy, *UNITS], catalogs)["en"]
    assert [through.sources["k1"].text, through.merged.catalogs["06"].entries[1].source] == ["Копия", "Копия"]
