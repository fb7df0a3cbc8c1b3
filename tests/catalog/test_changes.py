"""What changed between two states of one language is found by ID, each unit under one name."""

from __future__ import annotations

from assembler.catalog.changes import Changed, changes
from assembler.catalog.model import Entry, Source, seal
from assembler.catalog.status import Standing
from assembler.document.units import State, Unit


def unit(text: str, id: str = "p1") -> Unit:
    return Unit(id, text, "07", "ru", "paragraph")


def stands(
    text: str, state: State, translation: str = "", *, id: str = "p1", source: str | None = "", reviewed: str = ""
) -> Standing:
    """A unit in English; `source` is the pivot's text, None where it has none, and the original by default."""
    of = Source(id, text if source == "" else source, "07", is_original=source == "")
    entry = Entry(id, of.text or "", translation, fuzzy=state is State.FUZZY, reviewed=reviewed)
    return Standing(unit(text, id), "en", state, of, entry)


TRANSLATED = stands("Да", State.TRANSLATED, "Yes")


def kinds(before: list[Standing], after: list[Standing]) -> list[tuple[str, str]]:
    return [(each.id, each.change) for each in changes(before, after)]


def test_what_is_the_same_is_not_listed() -> None:
    assert kinds([TRANSLATED], [TRANSLATED]) == []
    moved = stands("Да", State.TRANSLATED, "Yes")
    assert (
        kinds([TRANSLATED, stands("Нет", State.WAITING, id="p2")], [stands("Нет", State.WAITING, id="p2"), moved]) == []
    )


def test_units_come_and_go_by_their_id() -> None:
    found = list(
        changes(
            [stands("Было", State.FUZZY, "Was", id="p0"), TRANSLATED],
            [TRANSLATED, stands("Ново", State.UNTRANSLATED, id="p2")],
        )
    )
    assert [(each.id, each.change, each.state_before, each.state) for each in found] == [
        ("p2", "new", "", "untranslated"),
        ("p0", "removed", "fuzzy", ""),
    ]
    assert (found[1].source_before, found[1].source, found[1].translation_before) == ("Было", "", "Was")


def test_a_changed_source_explains_the_change_of_state() -> None:
    assert list(changes([TRANSLATED], [stands("Да!", State.FUZZY, "Yes")])) == [
        Changed("p1", "07", "source-changed", "translated", "fuzzy", "Да", "Да!", "ru", "Yes", "Yes")
    ]


def test_a_changed_pivot_is_a_changed_source_and_one_that_is_missing_is_not() -> None:
    before = stands("Иә", State.TRANSLATED, "Yes", source="Да")
    after = stands("Иә", State.FUZZY, "Yes", source="Ага")
    (found,) = changes([before], [after], "ru")
    assert (found.change, found.source_before, found.source) == ("source-changed", "Да", "Ага")
    assert kinds([before], [stands("Иә", State.WAITING, "Yes", source=None)]) == [("p1", "state-changed")]


def test_a_review_is_a_change_of_state() -> None:
    reviewed = stands("Да", State.TRANSLATED, "Yes", reviewed=seal("Да", "Yes"))
    (found,) = changes([TRANSLATED], [reviewed])
    assert (found.change, found.state_before, found.state) == ("state-changed", "translated", "reviewed")


def test_a_better_translation_of_the_same_source_is_a_change_of_its_own() -> None:
    assert kinds([TRANSLATED], [stands("Да", State.TRANSLATED, "Yes, it is")]) == [("p1", "translation-changed")]
