"""Parallel versions and catalogs: who changed what, what is carried where, and conflicts from start to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.catalog.marking import Mark
from assembler.catalog.model import Reason
from assembler.jobs.mark import Asked, mark
from assembler.jobs.status import status
from assembler.jobs.update import Updated, update
from tests.acceptance.command import assembler
from tests.acceptance.place import Place

FILE = "sources/en/01.md"
ENGLISH = (
    "\ufeff{#a}\r\nWords\r\n   of a.  \r\n\r\n<!-- a remark -->\r\n\r\n"
    "{#b}\r\nWords of b.\r\n\r\n{#only}\r\nNot in Russian."
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    place.configure('[sections."01"]\noriginal = "ru"\n')
    place.section("ru", "01", a="Первый абзац.", b="Второй абзац.")
    (tmp_path / "sources/en").mkdir()
    (tmp_path / FILE).write_bytes(ENGLISH.encode())
    place.update()
    return place


def english(place: Place) -> str:
    return (place.root / FILE).read_bytes().decode()


def edit(place: Place, old: str, new: str) -> None:
    """As the author of the parallel section."""
    text = english(place)
    assert text.count(old) == 1
    (place.root / FILE).write_bytes(text.replace(old, new).encode())


def carry(place: Place, *, dry_run: bool = False) -> Updated:
    return update(place.root, write_sources=True, dry_run=dry_run)


def codes(updated: Updated) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.place.id) for finding in updated.findings if finding.code != "parallel-only"]


def conflict(place: Place) -> Updated:
    place.translate("en", "01", "a", "The translator's words.")
    edit(place, "Words\r\n   of a.", "The author's words.")
    return place.update()


# --- carried


def test_a_translation_changed_in_the_catalog_goes_into_the_section_and_nothing_else_does(place: Place) -> None:
    place.translate("en", "01", "a", "New words of a.")
    done = carry(place)
    assert done.carried == {"en": ("a",)}
    assert FILE in done.written
    assert english(place) == ENGLISH.replace("Words\r\n", "New words\r\n")
    assert place.entries("en")["a"].base == "New words of a."
    again = carry(place)
    assert (again.written, again.carried) == ((), {})
    assert place.update().written == ()


def test_without_being_asked_to_the_section_is_left_as_it_is(place: Place) -> None:
    place.translate("en", "01", "a", "New words of a.")
    assert place.update().written == ()
    assert english(place) == ENGLISH
    assert place.entries("en")["a"].translation == "New words of a."
    assert carry(place).carried == {"en": ("a",)}


def test_what_the_author_changed_meanwhile_stays_and_goes_into_the_catalog(place: Place) -> None:
    place.translate("en", "01", "a", "New words of a.")
    edit(place, "Words of b.", "The author's b.")
    carry(place)
    assert english(place) == ENGLISH.replace("Words\r\n", "New words\r\n").replace("Words of b.", "The author's b.")
    assert place.entries("en")["b"].translation == "The author's b."


def test_a_fuzzy_translation_is_not_carried(place: Place) -> None:
    place.translate("en", "01", "a", "New words of a.")
    mark(place.root, Mark.FUZZY, "en", Asked(("a",)))
    assert carry(place).carried == {}
    assert english(place) == ENGLISH


def test_what_cannot_stand_in_the_section_is_said_and_the_rest_is_carried(place: Place) -> None:
    edit(place, "{#b}\r\nWords of b.", "{#b}\r\n# Words of b.")
    place.update()
    place.translate("en", "01", "a", "New words of a.")
    place.translate("en", "01", "b", "In two\\nlines.")
    done = carry(place)
    assert done.carried == {"en": ("a",)}
    assert codes(done) == [("text-not-written", "b")]
    assert [each.place.file for each in done.findings if each.code == "text-not-written"] == [FILE]
    assert "# Words of b." in english(place)
    assert place.entries("en")["b"].translation == "In two\nlines."
    assert carry(place).written == ()


def test_blanks_and_escapes_that_a_file_cannot_have_otherwise_do_not_come_back_as_changes(place: Place) -> None:
    mark(place.root, Mark.REVIEWED, "en", Asked(("a",)))
    place.translate("en", "01", "a", " # 1 of a ")
    mark(place.root, Mark.REVIEWED, "en", Asked(("a",)))
    carry(place)
    assert "\r\n\\# 1 of a  \r\n" in english(place)
    entry = place.entries("en")["a"]
    assert (entry.translation, entry.base, entry.is_reviewed) == ("\\# 1 of a", "\\# 1 of a", True)
    assert carry(place).written == ()


def test_a_reviewed_translation_stays_reviewed_when_it_is_carried(place: Place) -> None:
    place.translate("en", "01", "a", "New words of a.")
    place.update()
    mark(place.root, Mark.REVIEWED, "en", Asked(("a",)))
    carry(place)
    assert status(place.root, ["en"]).languages["en"].units.reviewed == 1


def test_a_dry_run_shows_what_would_be_written_and_writes_nothing(place: Place) -> None:
    place.translate("en", "01", "a", "New words of a.")
    before = place.everything()
    done = carry(place, dry_run=True)
    assert done.carried == {"en": ("a",)}
    assert set(done.written) == {FILE, "locales/en/LC_MESSAGES/01.po"}
    assert place.everything() == before
    shown = assembler("update", "--write-sources", "--dry-run", folder=place.root)
    assert "en: would be carried into the section: a" in shown.out
    assert place.everything() == before


# --- conflicts


def test_a_conflict_shows_both_texts_and_keeps_them(place: Place) -> None:
    updated = conflict(place)
    assert codes(updated) == [("parallel-conflict", "a")]
    [finding] = [each for each in updated.findings if each.code == "parallel-conflict"]
    assert finding.place.file == "locales/en/LC_MESSAGES/01.po"
    assert finding.place.line
    assert f"{FILE}:2" in finding.message()
    assert "“The translator's words.”" in finding.message()
    assert "“The author's words.”" in finding.message()
    entry = place.entries("en")["a"]
    assert (entry.translation, entry.fuzzy, entry.reason) == ("The translator's words.", True, Reason.CONFLICT)
    assert "The author's words." in english(place)
    assert carry(place).carried == {}
    assert assembler("update", folder=place.root).code == 1
    assert place.update().written == ()


def test_a_conflict_ends_when_the_author_writes_a_third_text_and_the_translators_is_kept(place: Place) -> None:
    conflict(place)
    edit(place, "The author's words.", "Words of both.")
    updated = place.update()
    assert codes(updated) == [("conflict-decided", "a")]
    entry = place.entries("en")["a"]
    assert (entry.translation, entry.is_current, entry.base) == ("Words of both.", True, "Words of both.")
    assert "The translator's words." in place.words("en")
    again = place.update()
    assert (codes(again), again.written) == ([], ())
    assert "The translator's words." in place.words("en")


def test_a_conflict_ends_when_the_translator_writes_a_third_text_and_takes_the_flag_away(place: Place) -> None:
    conflict(place)
    place.translate("en", "01", "a", "Words of both.")
    mark(place.root, Mark.TRANSLATED, "en", Asked(("a",)))
    assert codes(place.update()) == [("conflict-decided-for-catalog", "a")]
    assert place.entries("en")["a"].is_current
    assert codes(carry(place)) == []
    assert "Words of both." in english(place)
    assert "The author's words." in place.words("en")
    assert place.update().written == ()


def test_a_translator_who_leaves_the_flag_leaves_a_fuzzy_translation_and_no_conflict(place: Place) -> None:
    conflict(place)
    place.translate("en", "01", "a", "Words of both.")
    assert codes(place.update()) == [("conflict-decided-for-catalog", "a")]
    entry = place.entries("en")["a"]
    assert (entry.translation, entry.fuzzy, entry.reason) == ("Words of both.", True, Reason.MARKED)


@pytest.mark.parametrize("by", ["author", "translator", "mark"])
def test_a_conflict_ends_when_one_side_is_taken(place: Place, by: str) -> None:
    conflict(place)
    match by:
        case "author":
            edit(place, "The author's words.", "The translator's words.")
        case "translator":
            place.translate("en", "01", "a", "The author's words.")
        case _:
            mark(place.root, Mark.TRANSLATED, "en", Asked(("a",)))
    decided = [("conflict-decided-for-catalog", "a")] if by == "mark" else []
    assert codes(carry(place)) == decided
    assert "The author's words." in place.words("en") or by == "author"
    words = "The author's words." if by == "translator" else "The translator's words."
    assert place.entries("en")["a"].translation == words
    assert place.entries("en")["a"].is_current
    assert words in english(place)
    assert carry(place).written == ()


def test_the_account_tells_of_texts_taken_from_the_section_and_of_conflicts(place: Place) -> None:
    edit(place, "Words of b.", "The author's b.")
    place.translate("en", "01", "a", "The translator's words.")
    edit(place, "Words\r\n   of a.", "The author's words.")
    account = place.update().accounts["en"]
    assert account.counts() == {"taken": 1, "fuzzy:conflict": 1, "kept": 1}
    assert (account.taken, account.fuzzy) == (("b",), {"conflict": ("a",)})
    assert place.update().accounts["en"].counts() == {"kept": 3}


def test_both_sides_edited_once_more_are_a_conflict_again(place: Place) -> None:
    conflict(place)
    place.translate("en", "01", "a", "The translator's second.")
    edit(place, "The author's words.", "The author's second.")
    assert codes(place.update()) == [("parallel-conflict", "a")]
    assert "The translator's second." in place.words("en")
    assert "The author's second." in english(place)


def test_a_source_that_changes_during_a_conflict_is_named_as_the_one_it_was_made_from(place: Place) -> None:
    conflict(place)
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    assert codes(place.update()) == [("parallel-conflict", "a")]
    assert place.entries("en")["a"].previous == "Первый абзац."


def test_an_id_in_the_parallel_section_only_is_said_with_its_line(place: Place) -> None:
    [finding] = [each for each in place.update().findings if each.code == "parallel-only"]
    assert (finding.place.file, finding.place.line, finding.place.id) == (FILE, 11, "only")
