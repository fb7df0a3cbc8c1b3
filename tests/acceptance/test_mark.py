"""`assembler mark`: what a person says of a translation stands in the catalog, and goes with what it was said of."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.catalog.marking import Mark
from assembler.catalog.model import Reason
from assembler.errors import ConfigurationError
from assembler.jobs.mark import Asked, Marked, mark
from assembler.jobs.status import status
from tests.acceptance.command import assembler
from tests.acceptance.place import Place, translated


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return translated(tmp_path)


def put(place: Place, state: Mark, *names: str, language: str = "en") -> Marked:
    return mark(place.root, state, language, Asked(names))


def codes(done: Marked) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.place.id) for finding in done.findings]


def reviewed(place: Place) -> int:
    return status(place.root, ["en"]).languages["en"].units.reviewed


def test_a_reviewed_translation_is_counted_and_only_its_own_lines_change(place: Place) -> None:
    before = place.everything()
    done = put(place, Mark.REVIEWED, "a")
    assert (done.marked, done.written, done.findings) == (("a",), ("locales/en/LC_MESSAGES/01.po",), ())
    assert reviewed(place) == 1
    changed = {path for path, data in place.everything().items() if data != before[path]}
    assert changed == {"locales/en/LC_MESSAGES/01.po"}
    old, new = (each["locales/en/LC_MESSAGES/01.po"].splitlines() for each in (before, place.everything()))
    seal = place.entries("en")["a"].reviewed
    assert [line for line in new if line not in old] == [f"# assembler: reviewed={seal}".encode()]
    assert place.update().written == ()


@pytest.mark.parametrize("way", [(Mark.REVIEWED, Mark.TRANSLATED), (Mark.FUZZY, Mark.TRANSLATED)])
def test_marks_make_a_round_that_ends_in_the_same_bytes(place: Place, way: tuple[Mark, ...]) -> None:
    before = place.everything()
    for state in way:
        assert place.everything() != before or state is way[0]
        put(place, state, "a")
    assert place.everything() == before


def test_a_mark_that_is_there_is_not_written_again(place: Place) -> None:
    put(place, Mark.REVIEWED, "a")
    path = place.catalog("en", "01")
    stamp = path.stat().st_mtime_ns
    done = put(place, Mark.REVIEWED, "a")
    assert (done.marked, done.already, done.written) == ((), ("a",), ())
    assert path.stat().st_mtime_ns == stamp


def test_a_review_is_over_when_the_translation_changes(place: Place) -> None:
    put(place, Mark.REVIEWED, "a", "b")
    place.translate("en", "01", "a", "Other words")
    assert reviewed(place) == 1
    place.update()
    assert place.entries("en")["a"].reviewed == ""


def test_a_review_is_over_when_the_source_changes(place: Place) -> None:
    put(place, Mark.REVIEWED, "a", "b")
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    assert reviewed(place) == 1
    place.update()
    put(place, Mark.TRANSLATED, "a")
    assert not place.entries("en")["a"].is_reviewed


def test_a_source_that_changed_since_the_last_update_cannot_be_sealed(place: Place) -> None:
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    before = place.everything()
    for asked in (Asked(("a", "b")), Asked(sections=("01",)), Asked(everything=True)):
        for state in (Mark.REVIEWED, Mark.TRANSLATED):
            assert codes(mark(place.root, state, "en", asked)) == [("mark-out-of-date", "a")]
    assert place.everything() == before


def test_a_change_of_typography_only_is_taken_over_before_it_is_sealed(place: Place) -> None:
    place.section("ru", "01", a="Первый\u00a0абзац.", b="Второй абзац.")
    assert codes(put(place, Mark.REVIEWED, "a")) == [("mark-out-of-date", "a")]
    place.update()
    assert put(place, Mark.REVIEWED, "a").marked == ("a",)


def test_a_marked_translation_is_fuzzy_for_that_reason_and_keeps_the_source_it_was_made_from(place: Place) -> None:
    put(place, Mark.FUZZY, "a")
    assert (place.entries("en")["a"].fuzzy, place.entries("en")["a"].reason) == (True, Reason.MARKED)
    for words in ("Первый абзац, иначе.", "Первый абзац, ещё иначе."):
        place.section("ru", "01", a=words, b="Второй абзац.")
        place.update()
    entry = place.entries("en")["a"]
    assert (entry.reason, entry.previous, entry.translation) == (Reason.MARKED, "Первый абзац.", "Words of a")


def test_a_fuzzy_translation_that_is_marked_as_right_has_no_previous_source_any_more(place: Place) -> None:
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    place.update()
    put(place, Mark.TRANSLATED, "a")
    entry = place.entries("en")["a"]
    assert (entry.is_current, entry.previous, entry.reason) == (True, None, Reason.UNKNOWN)
    assert place.update().written == ()


@pytest.mark.parametrize(
    ("state", "language", "id", "code"),
    [
        (Mark.REVIEWED, "kk", "a", "mark-of-nothing"),
        (Mark.FUZZY, "kk", "a", "mark-of-nothing"),
        (Mark.TRANSLATED, "ru", "a", "mark-of-original"),
        (Mark.REVIEWED, "en", "aa", "no-such-unit"),
        (Mark.REVIEWED, "en", "x*", "no-such-unit"),
    ],
)
def test_what_cannot_be_marked_is_said_and_nothing_beside_it_is_marked(
    place: Place, state: Mark, language: str, id: str, code: str
) -> None:
    before = place.everything()
    done = put(place, state, "b", "c", id, language=language)
    assert (code, id) in codes(done)
    assert (done.marked, done.written) == ((), ())
    assert place.everything() == before


def test_what_waits_for_its_pivot_is_not_marked(place: Place) -> None:
    place.configure('from = "kk"\n')
    place.update()
    assert codes(put(place, Mark.REVIEWED, "a")) == [("mark-waiting", "a")]


def test_patterns_sections_and_all_mean_what_the_mark_fits(place: Place) -> None:
    place.section("ru", "02", c="Третий абзац.", d="Новый абзац.")
    place.update()
    put(place, Mark.FUZZY, "b")
    assert put(place, Mark.REVIEWED, "[ab]").marked == ("a",)
    done = mark(place.root, Mark.REVIEWED, "en", Asked(everything=True))
    assert (done.marked, done.already) == (("c",), ("a",))
    assert done.left == {"fuzzy": ("b",), "untranslated": ("title", "d")}
    assert mark(place.root, Mark.TRANSLATED, "en", Asked(sections=("01",))).marked == ("a", "b")


@pytest.mark.parametrize("asked", [Asked(("[ab]",)), Asked(sections=("01",)), Asked(everything=True)])
def test_who_names_the_original_language_by_mistake_is_told_why_nothing_was_marked(place: Place, asked: Asked) -> None:
    done = mark(place.root, Mark.REVIEWED, "ru", asked)
    assert [each.code for each in done.findings] == ["mark-of-originals"]
    assert done.written == ()


def test_a_hint_about_changed_units_is_for_those_who_declare_a_change_minor(place: Place) -> None:
    unheard_of = assembler("mark", "reviewed", "--lang", "en", "zzz", folder=place.root)
    assert "msgctxt" in unheard_of.err
    assert "--list fuzzy" not in unheard_of.err
    assert "--list fuzzy" in assembler("update", "--minor", "zzz", folder=place.root).err


def test_sections_and_languages_that_do_not_exist_are_named(place: Place) -> None:
    for language, asked in (("en", Asked(sections=("1",))), ("fr", Asked(("a",))), ("en", Asked())):
        with pytest.raises(ConfigurationError):
            mark(place.root, Mark.FUZZY, language, asked)


def test_the_command_says_what_it_did_and_a_dry_run_does_nothing(place: Place) -> None:
    before = place.everything()
    dry = assembler("mark", "reviewed", "--lang", "en", "a", "--dry-run", folder=place.root)
    assert (dry.code, dry.out) == (0, "Would be marked: 1.\n")
    assert place.everything() == before
    done = assembler("mark", "reviewed", "a", "--lang", "en", "--json", folder=place.root)
    assert done.json == {
        "marked": ["a"], "already": [], "left": {}, "written": ["locales/en/LC_MESSAGES/01.po"], "findings": [],
    }  # fmt: skip
    wrong = assembler("mark", "reviewed", "--lang", "en", "titel", folder=place.root)
    assert wrong.code == 2
    assert "Did you mean “title”?" in wrong.err
    refused = assembler("mark", "reviewed", "--lang", "en", "title", folder=place.root)
    assert refused.code == 1


def test_marks_survive_other_tools(place: Place, tool: Callable[[str], str]) -> None:
    put(place, Mark.REVIEWED, "a")
    put(place, Mark.FUZZY, "b")
    path = place.catalog("en", "01")
    for program in ("msgcat", "msgattrib"):
        again = subprocess.run([tool(program), "--width=40", path], capture_output=True, check=True, timeout=60).stdout
        path.write_bytes(again)
    entries = place.entries("en")
    assert entries["a"].is_reviewed
    assert entries["b"].reason is Reason.MARKED
    assert (
        shutil.which("msgfmt") is None
        or not subprocess.run(
            [tool("msgfmt"), "-c", "-o", "/dev/null", path], capture_output=True, check=True, timeout=60
        ).stderr
    )


def test_a_refusal_names_the_line_of_the_entry(place: Place) -> None:
    put(place, Mark.FUZZY, "b")
    [finding] = put(place, Mark.REVIEWED, "b").findings
    lines = place.catalog("en", "01").read_text(encoding="utf-8").splitlines()
    assert finding.place.line
    assert lines[finding.place.line - 1] == 'msgctxt "b"'
