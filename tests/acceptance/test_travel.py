"""Catalogs that travel: whatever other tools do to a file, the next update changes nothing but what they changed.

The sample, lived in for a while, has every state an entry can be in, in both pivots. Its catalogs pass through a hand;
then every unit must stand as before, with the same words, sources, reasons and comments, a second update must find
nothing to do, and gettext must accept every file without a warning.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from assembler.catalog import po
from assembler.catalog.model import Entry, Reason, seal
from assembler.catalog.status import standings
from assembler.document.units import State
from assembler.jobs.translations import Translations, translations
from assembler.jobs.update import update
from assembler.project import store
from benchmarks.generate import generate
from benchmarks.translate import translate
from tests import hands
from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.hands import Hand, gettext

OBSOLETE = "obsolete"


class Said(NamedTuple):
    """What is said of a unit in a language, or of an obsolete entry."""

    state: str
    reason: str
    reviewed: bool
    source: str
    previous: str | None
    translation: str
    comments: tuple[str, ...]


Standing = Mapping[tuple[str, str], Said]


def standing(root: Path) -> Standing:
    """Everything that is known of every unit and obsolete entry, by language and ID, the catalogs merged in memory."""
    submission = store.load(root)
    present = translations(root, submission)
    found: dict[tuple[str, str], Said] = {}
    for code, each in present.updates.items():
        for unit in standings(code, submission.units, each):
            if unit.state is not State.ORIGINAL:
                entry = unit.entry or Entry(unit.unit.id, "")
                found[code, unit.unit.id] = _said(unit.state.value, entry)
    return found | dict(_obsolete(present))


def _obsolete(present: Translations) -> Iterator[tuple[tuple[str, str], Said]]:
    for code, each in present.updates.items():
        for catalog in each.merged.catalogs.values():
            for entry in catalog.entries:
                if entry.obsolete and entry.id is not None:
                    yield (code, f"{entry.id} {entry.source}"), _said(OBSOLETE, entry)


def _said(state: str, entry: Entry) -> Said:
    return Said(
        state, entry.reason.value, entry.is_reviewed, entry.source, entry.previous, entry.translation, entry.comments
    )


def lived_in(root: Path) -> None:
    """Edits and takes out paragraphs of the copied sample, and does what translators do to its catalogs."""
    for path in sorted(root.glob("sources/*/*.md")):
        _rewrite(path, {0: None, 1: "однако", 2: "впрочем"})
    update(root)
    for path in catalogs(root):
        path.write_bytes(_worked_on(path.read_bytes()))
    for path in sorted(root.glob("sources/*/*.md")):
        _rewrite(path, {0: None})
    update(root)


def _rewrite(section: Path, edits: Mapping[int, str | None]) -> None:
    """Take out plain paragraphs of a section, by their number among those, or put a word at their end."""
    text = section.read_text(encoding="utf-8")
    paragraphs = re.findall(r"^\{#[\w-]+\}\n\w[^\n[]+\n\n", text, re.MULTILINE)[1:]
    for number, word in edits.items():
        for paragraph in paragraphs[number : number + 1]:
            text = text.replace(paragraph, f"{paragraph.rstrip()} {word}\n\n" if word else "")
    section.write_text(text, encoding="utf-8")


def _worked_on(data: bytes) -> bytes:
    """A remark, a flag, a reviewed and a doubted translation."""
    catalog, _ = po.read(data, path="", name="")
    current = [entry for entry in catalog.entries if entry.is_current and entry.is_unit]
    text = data.decode()
    for entry, (more, comment) in zip(current, WORK, strict=False):
        seals = comment.format(seal=seal(entry.source, entry.translation))
        text = text.replace(entry.raw, "\n" + seals + entry.raw.lstrip("\n").replace("msgctxt", f"{more}msgctxt", 1))
    return text.encode()


WORK = [
    ("", "# assembler: reviewed={seal}\n"),
    ("#, fuzzy\n", ""),
    ("#, no-wrap\n", "# Терминді заңгермен келісу керек.\n"),
    ("", "# assembler: reviewed={seal}\n# Тексерілді.\n"),
    *(("#, fuzzy\n", f"# assembler: reason={reason.value}\n") for reason in Reason if reason.value),
]


def catalogs(root: Path) -> list[Path]:
    return sorted(root.glob("locales/*/LC_MESSAGES/*.po"))


def warnings(root: Path) -> list[str]:
    """What gettext has to say against any catalog or template."""
    program = shutil.which("msgfmt")
    if program is None:
        return []
    said = []
    for path in [*catalogs(root), *sorted(root.glob("locales/*.pot"))]:
        done = subprocess.run([program, "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
        said += [done.stderr] if done.returncode or done.stderr else []
    return said


@pytest.fixture(scope="session")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("used")
    copy_sample(root)
    lived_in(root)
    return root


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A larger submission without pivots, in which what is said of one language says nothing of another."""
    root = tmp_path_factory.mktemp("large")
    generate(root, 240)
    update(root)
    translate(root)
    lived_in(root)
    return root


@pytest.fixture
def wide(large: Path, tmp_path: Path) -> Path:
    return shutil.copytree(large, tmp_path / "wide")


@pytest.fixture
def place(used: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(used, tmp_path / "place")


def pass_through(root: Path, hand: Hand) -> None:
    for path in catalogs(root):
        path.write_bytes(hand(path.read_bytes()))


def test_the_catalogs_that_travel_have_every_state(used: Path) -> None:
    found = standing(used).values()
    assert {said.state for said in found} == {"translated", "fuzzy", "untranslated", "waiting", OBSOLETE}
    assert {said.reason for said in found} == {reason.value for reason in Reason}
    assert any(said.reviewed for said in found)
    assert any(said.comments for said in found)
    assert any(said.state == OBSOLETE and said.previous for said in found)
    assert warnings(used) == []


AS_IT_WAS: dict[str, Hand] = {
    "msgcat": gettext("msgcat"),
    "msgcat, 40 columns": gettext("msgcat", "--width=40"),
    "msgcat, 20 columns": gettext("msgcat", "--width=20"),
    "msgcat, no wrapping": gettext("msgcat", "--no-wrap"),
    "msgcat, indented": gettext("msgcat", "--indent"),
    "msgcat, letters as numbers": gettext("msgcat", "--escape"),
    "msgconv": gettext("msgconv", "--to-code=UTF-8"),
    "msguniq": gettext("msguniq"),
    "msgattrib": gettext("msgattrib"),
    "Weblate": hands.weblate(),
    "Weblate, no wrapping": hands.weblate(-1),
    "Poedit": hands.poedit("--no-wrap"),
    "Poedit, 79 columns": hands.poedit("--width=79"),
    "CRLF": hands.crlf,
    "mixed line ends": hands.mixed_line_ends,
    "no line end at the end": hands.without_last_line_end,
    "tabs and spaces": hands.tabs,
    "blank lines": hands.blank_lines,
    "no blank lines": hands.no_blank_lines,
    "header turned round": hands.reversed_header,
    "header with a comment": hands.commented_header,
    "unusual Plural-Forms": hands.plural_forms,
    "flags": hands.flags,
    "bent previous sources": hands.bent_previous,
}
"""Hands after which there is nothing to do."""

PUT_RIGHT: dict[str, Hand] = {
    "msgcat, sorted": gettext("msgcat", "--sort-output"),
    "msgcat, sorted by file": gettext("msgcat", "--sort-by-file"),
    "msgcat, without sections": gettext("msgcat", "--no-location"),
    "entries turned round": hands.reversed_entries,
    "header at the end": hands.header_at_the_end,
    "a byte order mark": hands.bom,
    "no header": hands.no_header,
    "bare header": hands.bare_header,
    "no Plural-Forms": hands.no_plural_forms,
    "fuzzy header": hands.fuzzy_header,
    "every entry twice": hands.repeated,
    "entries of others": hands.foreign_entries,
}
"""Hands after which an update puts back order, sections, fields of the header; and what gettext cannot read."""


@pytest.mark.parametrize("hand", AS_IT_WAS.values(), ids=list(AS_IT_WAS))
def test_after_a_tool_that_only_prints_anew_there_is_nothing_to_do(place: Path, hand: Hand) -> None:
    before = standing(place)
    pass_through(place, hand)
    files = {path: path.read_bytes() for path in catalogs(place)}
    assert standing(place) == before
    assert update(place).written == ()
    assert {path: path.read_bytes() for path in catalogs(place)} == files


@pytest.mark.parametrize("hand", PUT_RIGHT.values(), ids=list(PUT_RIGHT))
def test_what_a_tool_took_away_is_put_back_and_nothing_else_changes(place: Path, hand: Hand) -> None:
    before = standing(place)
    pass_through(place, hand)
    assert standing(place) == before
    assert update(place).written
    assert standing(place) == before
    assert update(place).written == ()
    assert warnings(place) == []


def fuzzied(said: Said) -> Said:
    return said._replace(state="fuzzy", reviewed=False) if said.state == "translated" else said


def cleared(said: Said) -> Said:
    if said.state == "fuzzy":
        return said._replace(state="translated", reason="", previous=None)
    return said


def without_previous(said: Said) -> Said:
    return said._replace(previous=None)


def obsolete_without_previous(said: Said) -> Said:
    return without_previous(said) if said.state == OBSOLETE else said


def emptied(said: Said) -> Said:
    """OmegaT takes the words of what is fuzzy; an update then forgets what was said of them."""
    if said.state == "fuzzy":
        return said._replace(state="untranslated", translation="", reason="", previous=None)
    return said


CHANGED: dict[str, tuple[Hand, Callable[[Said], Said]]] = {
    "msgattrib, all fuzzy": (gettext("msgattrib", "--set-fuzzy"), fuzzied),
    "msgattrib, nothing fuzzy": (gettext("msgattrib", "--clear-fuzzy"), cleared),
    "msgattrib, no previous sources": (gettext("msgattrib", "--clear-previous"), without_previous),
    "polib, 78 columns": (hands.by_polib(78), obsolete_without_previous),
    "polib, no wrapping": (hands.by_polib(0), obsolete_without_previous),
    "OmegaT": (hands.omegat, emptied),
}


@pytest.mark.parametrize(("hand", "change"), CHANGED.values(), ids=list(CHANGED))
def test_what_a_tool_changed_is_all_that_changes(wide: Path, hand: Hand, change: Callable[[Said], Said]) -> None:
    before = standing(wide)
    pass_through(wide, hand)
    update(wide)
    after = standing(wide)
    assert after == {id: change(said) for id, said in before.items()}
    assert update(wide).written == ()
    assert warnings(wide) == []


# --- msgmerge


MSGMERGE = {
    "msgmerge": [],
    "msgmerge, with previous sources": ["--previous"],
    "msgmerge, without likeness": ["--no-fuzzy-matching"],
}


@pytest.mark.parametrize("options", MSGMERGE.values(), ids=list(MSGMERGE))
def test_msgmerge_with_the_present_templates_changes_nothing(wide: Path, options: list[str]) -> None:
    """Without `--previous` it leaves out the previous sources of living entries."""
    before = standing(wide)
    if "--previous" not in options:
        before = {id: said if said.state == OBSOLETE else without_previous(said) for id, said in before.items()}
    msgmerge(wide, *options)
    assert standing(wide) == before
    update(wide)
    assert standing(wide) == before
    assert update(wide).written == ()
    assert warnings(wide) == []


@pytest.mark.parametrize("options", MSGMERGE.values(), ids=list(MSGMERGE))
def test_an_older_catalog_that_msgmerge_brought_up_to_date_keeps_every_word(wide: Path, options: list[str]) -> None:
    before = standing(wide)
    older = {path: path.read_bytes() for path in catalogs(wide)}
    for path in sorted(wide.glob("sources/*/*.md")):
        _rewrite(path, {3: None, 4: "притом"})
    update(wide)
    for path, data in older.items():
        path.write_bytes(data)
    msgmerge(wide, *options)
    update(wide)
    assert words(standing(wide)) >= words(before)
    assert update(wide).written == ()
    assert warnings(wide) == []


@pytest.mark.parametrize("options", MSGMERGE.values(), ids=list(MSGMERGE))
def test_msgmerge_loses_no_word_where_a_language_is_translated_through_a_pivot(place: Path, options: list[str]) -> None:
    """The template has the original, the catalog the pivot's text; msgmerge takes them for different sources."""
    before = standing(place)
    msgmerge(place, *options)
    update(place)
    assert words(standing(place)) >= words(before)
    assert update(place).written == ()
    assert warnings(place) == []


def msgmerge(root: Path, *options: str) -> None:
    for path in catalogs(root):
        path.write_bytes(hands.msgmerge(path.read_bytes(), root / f"locales/{path.stem}.pot", *options))


def words(found: Standing) -> set[tuple[str, str, str]]:
    """Every translation, by language and ID, wherever it stands."""
    return {(code, id.partition(" ")[0].partition("--")[0], said.translation) for (code, id), said in found.items()}


# --- the whole command


def test_the_commands_say_the_same_before_and_after(place: Path) -> None:
    before = assembler("status", "--json", folder=place).json["languages"]
    done = assembler("update", "--json", folder=place)
    pass_through(place, hands.crlf)
    pass_through(place, hands.weblate())
    assert assembler("status", "--json", folder=place).json["languages"] == before
    again = assembler("update", "--json", folder=place)
    assert again == done
    assert again.json["written"] == []


# --- OmegaT


def first(root: Path, state: str, reason: str = "") -> tuple[str, Path, Said]:
    """A unit of the English catalogs in this state: its ID, its file, and what is said of it."""
    for (code, id), said in standing(root).items():
        if (code, said.state, said.reason) == ("en", state, reason):
            holding = (path for path in catalogs(root) if f'"{id}"'.encode() in path.read_bytes())
            return id, next(path for path in holding if "en" in path.parts), said
    raise AssertionError(f"nothing is {state}")


def test_translations_that_another_program_emptied_are_named_with_their_line(wide: Path) -> None:
    id, path, _ = first(wide, "fuzzy", reason="source-changed")
    path.write_bytes(hands.omegat(path.read_bytes()))
    found = [each for each in update(wide).findings if each.code == "translation-emptied"]
    assert id in {each.place.id for each in found}
    assert all(each.place.line and each.place.file and path.name in each.place.file for each in found)
    assert "translation-emptied" not in [each.code for each in update(wide).findings]


def test_what_omegat_gives_back_is_taken_in_beside_ours_and_the_rest_is_kept(wide: Path) -> None:
    before = standing(wide)
    ours = {path: path.read_bytes() for path in catalogs(wide)}
    id, path, _ = first(wide, "untranslated")
    for each, data in ours.items():
        theirs = hands.omegat(data)
        if each == path:
            theirs = re.sub(rf'(msgctxt "{id}"\nmsgid [^\n]*\nmsgstr )""'.encode(), rb'\1"Done in OmegaT."', theirs)
        each.with_stem(f"{each.stem}-omegat").write_bytes(theirs)
    assert not {"translation-emptied", "two-translations"} & {finding.code for finding in update(wide).findings}
    done = before["en", id]._replace(state="translated", translation="Done in OmegaT.")
    assert standing(wide) == {**before, ("en", id): done}
    assert update(wide).written == ()


def test_translations_from_which_a_program_took_the_ids_are_suggested_to_their_texts(wide: Path) -> None:
    """It knows no msgctxt; the entries stay, and their words come back by the text that they translate."""
    id, path, said = first(wide, "translated")
    path.write_bytes(re.sub(rb"^msgctxt .*\n", b"", path.read_bytes(), flags=re.MULTILINE))
    update(wide)
    now = standing(wide)["en", id]
    assert (now.state, now.reason, now.translation) == ("fuzzy", "suggested", said.translation)


# --- Weblate


def test_what_weblate_changes_in_units_arrives_and_nothing_else(wide: Path) -> None:
    before = standing(wide)
    todo, doubted, current = (first(wide, state) for state in ("untranslated", "fuzzy", "translated"))
    for id, path, said in (todo, doubted, current):
        opened = hands.weblate_store(path.read_bytes())
        unit = next(each for each in opened.units if each.getcontext() == id)
        unit.target = said.translation or "A new translation, in two lines.\nThis is the second, “with quotes”."
        unit.markfuzzy(said.state == "translated")
        path.write_bytes(hands.weblate()(bytes(opened)))
    update(wide)
    changed = {
        ("en", todo[0]): todo[2]._replace(
            state="translated", translation="A new translation, in two lines.\nThis is the second, “with quotes”."
        ),
        ("en", doubted[0]): cleared(doubted[2]),
        ("en", current[0]): fuzzied(current[2]),
    }
    assert standing(wide) == {**before, **changed}
    assert update(wide).written == ()
    assert warnings(wide) == []


def test_a_language_that_weblate_begins_from_the_template_is_like_one_that_we_begin(wide: Path) -> None:
    """Weblate copies the template, with a header of its own, into the place that the file mask names."""
    ours = catalogs(wide)[0]
    template = wide / f"locales/{ours.stem}.pot"
    opened = hands.weblate_store(template.read_bytes())
    opened.settargetlanguage(ours.parent.parent.name)
    opened.updateheader(last_translator="Automatically generated", plural_forms="nplurals=2; plural=n != 1;")
    ours.write_bytes(hands.weblate()(bytes(opened)))
    before = standing(wide)
    update(wide)
    assert standing(wide) == before
    assert update(wide).written == ()
    assert warnings(wide) == []
    assert b"Language: en" in ours.read_bytes()


# --- character sets


def test_a_catalog_in_another_character_set_says_the_same_and_is_written_in_utf_8_when_it_changes(place: Path) -> None:
    before = standing(place)
    moved = []
    for path in catalogs(place):
        try:
            path.write_bytes(hands.in_charset("KZ-1048")(path.read_bytes()))
        except UnicodeEncodeError:
            continue
        moved.append(path)
    assert moved
    assert standing(place) == before
    updated = update(place)
    assert len(updated.written) == len(moved)
    assert [each.code for each in updated.findings].count("catalog-not-utf-8") == len(moved)
    assert all(b"charset=UTF-8" in path.read_bytes() for path in moved)
    assert standing(place) == before
    assert warnings(place) == []


# --- by e-mail


def test_a_catalog_comes_back_by_mail_under_another_name_and_replaces_ours(wide: Path) -> None:
    """Meanwhile the author went on: the translator's words meet a source that has changed, or is gone."""
    id, path, _ = first(wide, "translated")
    sent = wide.parent / "07 (final) FINAL.po"
    words = re.sub(rf'(msgctxt "{id}"\nmsgid [^\n]*\nmsgstr )[^\n]*'.encode(), rb'\1"Better words."', path.read_bytes())
    sent.write_bytes(hands.crlf(hands.poedit("--width=79")(words)))
    for section in sorted(wide.glob("sources/*/*.md")):
        _rewrite(section, {3: None, 4: "притом"})
    update(wide)
    before = standing(wide)
    shutil.copy(sent, path)
    update(wide)
    after = standing(wide)
    assert {key: said for key, said in after.items() if said.translation != before[key].translation} == {
        ("en", id): before["en", id]._replace(translation="Better words.", reviewed=False)
    }
    assert after.keys() == before.keys()
    assert update(wide).written == ()


def test_versions_that_msgcat_put_into_one_translation_are_named(wide: Path) -> None:
    id, path, said = first(wide, "translated")
    other = path.with_name("other.txt")
    other.write_bytes(path.read_bytes().replace(said.translation[:9].encode(), b"Otherwise"))
    program = shutil.which("msgcat")
    if program is None:
        pytest.skip("msgcat is absent")
    path.write_bytes(subprocess.run([program, path, other], capture_output=True, check=True).stdout)
    found = [each for each in update(wide).findings if each.code == "versions-in-one-translation"]
    assert id in {each.place.id for each in found}
    assert standing(wide)["en", id].state == "fuzzy"
