"""Branches: translators and authors work apart, and git brings their catalogs together.

What they did in different entries, neighbours too, merges without a question, because an entry that nobody touched
keeps its lines and nothing in a catalog tells time or counts. Where two changed the same entry, the conflict is that
entry and no more; until it is resolved every command names the line.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.catalog import po
from assembler.catalog.model import Entry, by_id
from assembler.jobs.update import update
from benchmarks.generate import generate
from benchmarks.translate import translate
from tests import hands
from tests.acceptance.command import assembler

CATALOG = "locales/en/LC_MESSAGES/0001-section.po"
SECTION = "sources/ru/0001-section.md"

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


class Repository:
    """A submission under git."""

    def __init__(self, root: Path, program: str) -> None:
        self.root = root
        self.program = program

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [self.program, "-C", str(self.root), *arguments]
        return subprocess.run(command, env={**os.environ, **ALONE}, capture_output=True, text=True, check=False)

    def branch(self, name: str, *work: Callable[[Repository], object]) -> None:
        """A branch off the first commit with this work on it."""
        assert self.git("checkout", "-q", "-b", name, "main").returncode == 0
        for each in work:
            each(self)
        self.git("add", "-A")
        assert self.git("commit", "-q", "-m", name).returncode == 0

    def merged(self, *names: str) -> bool:
        """Whether the branches merge into the first without a conflict."""
        self.git("checkout", "-q", names[0])
        return all(self.git("merge", "-q", "-m", "merge", name).returncode == 0 for name in names[1:])

    @property
    def catalog(self) -> Path:
        return self.root / CATALOG

    def entries(self) -> dict[str, Entry]:
        return by_id([po.read(self.catalog.read_bytes(), path="", name="")[0]])

    def rewrite(self, path: str, pattern: str, replacement: str) -> None:
        file = self.root / path
        text, count = re.subn(pattern, replacement, file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        assert count == 1, pattern
        file.write_text(text, encoding="utf-8")


Work = Callable[[Repository], object]


def translated(id: str, words: str) -> Work:
    """A translator writes a msgstr and takes away the flag, with a text editor."""

    def work(repository: Repository) -> None:
        repository.rewrite(CATALOG, rf'^(msgctxt "{id}"\nmsgid [^\n]*\nmsgstr )[^\n]*', rf'\1"{words}"')
        repository.rewrite(CATALOG, rf'(?:#, fuzzy\n#\|[^\n]*\n#\|[^\n]*\n)?(msgctxt "{id}"\n)', r"\1")

    return work


def edited(id: str, words: str) -> Work:
    """An author adds words to a paragraph and brings the catalogs up to date."""

    def work(repository: Repository) -> None:
        repository.rewrite(SECTION, rf"^(\{{#{id}\}}\n[^\n]*)", rf"\1 {words}")
        update(repository.root)

    return work


def inserted(id: str, after: str) -> Work:
    def work(repository: Repository) -> None:
        repository.rewrite(SECTION, rf"^(\{{#{after}\}}\n[^\n]*\n)", rf"\1\n{{#{id}}}\nНовый абзац.\n")
        update(repository.root)

    return work


def taken_out(id: str) -> Work:
    def work(repository: Repository) -> None:
        repository.rewrite(SECTION, rf"^\{{#{id}\}}\n[^\n]*\n\n", "")
        update(repository.root)

    return work


def saved_in_poedit(repository: Repository) -> None:
    repository.catalog.write_bytes(hands.poedit("--no-wrap")(repository.catalog.read_bytes()))


@pytest.fixture
def repository(tmp_path: Path, tool: Callable[[str], str]) -> Repository:
    repository = Repository(tmp_path, tool("git"))
    generate(tmp_path, 48)
    update(tmp_path)
    translate(tmp_path)
    update(tmp_path)
    repository.git("init", "-q", "-b", "main")
    repository.git("add", "-A")
    assert repository.git("commit", "-q", "-m", "first").returncode == 0
    return repository


def plain(repository: Repository) -> list[str]:
    """The IDs of plain paragraphs without notes, in order."""
    text = (repository.root / SECTION).read_text(encoding="utf-8")
    return re.findall(r"^\{#([\w-]+-p\d+)\}\n[^\n\[]+\n\n", text, re.MULTILINE)


def in_order(repository: Repository) -> list[str]:
    return [id for id, entry in repository.entries().items() if "." not in id and "\n" not in entry.source]


def test_two_translators_of_different_entries_do_not_meet(repository: Repository) -> None:
    ids = in_order(repository)
    repository.branch("one", translated(ids[2], "By one."), translated(ids[9], "By one, too."))
    repository.branch("two", translated(ids[5], "By two."), translated(ids[-1], "By two, too."))
    assert repository.merged("one", "two")
    found = repository.entries()
    assert [found[ids[n]].translation for n in (2, 9, 5, -1)] == ["By one.", "By one, too.", "By two.", "By two, too."]
    assert update(repository.root).written == ()


def test_two_translators_of_neighbouring_entries_do_not_meet(repository: Repository) -> None:
    ids = in_order(repository)
    repository.branch("one", *(translated(id, "By one.") for id in ids[0::2]))
    repository.branch("two", *(translated(id, "By two.") for id in ids[1::2]))
    assert repository.merged("one", "two")
    found = repository.entries()
    assert {found[id].translation for id in ids[0::2]} == {"By one."}
    assert {found[id].translation for id in ids[1::2]} == {"By two."}


def test_an_update_on_one_branch_and_poedit_on_the_other_disturb_nobody(repository: Repository) -> None:
    ids = in_order(repository)
    repository.branch("one", translated(ids[2], "By one."), lambda each: update(each.root))
    repository.branch("two", translated(ids[3], "By two."), saved_in_poedit)
    assert repository.merged("one", "two")
    found = repository.entries()
    assert [found[ids[n]].translation for n in (2, 3)] == ["By one.", "By two."]
    assert update(repository.root).written == ()


def test_an_author_and_a_translator_do_not_meet(repository: Repository) -> None:
    """The author edits, inserts and takes out paragraphs; the translator works on the ones between."""
    ids = plain(repository)
    repository.branch("author", edited(ids[1], "Добавлено."), inserted("new-p1", ids[3]), taken_out(ids[5]))
    repository.branch("translator", *(translated(ids[n], "By hand.") for n in (0, 2, 3, 4, 6)))
    assert repository.merged("author", "translator")
    update(repository.root)
    found = repository.entries()
    assert {found[ids[n]].translation for n in (0, 2, 3, 4, 6)} == {"By hand."}
    assert found["new-p1"].source == "Новый абзац."
    assert found[ids[1]].source.endswith("Добавлено.")
    assert ids[5] not in found
    assert update(repository.root).written == ()


def test_two_authors_in_different_places_do_not_meet(repository: Repository) -> None:
    ids = plain(repository)
    repository.branch("one", inserted("new-p1", ids[1]), edited(ids[2], "Раз."))
    repository.branch("two", inserted("new-p2", ids[5]), edited(ids[6], "Два."))
    assert repository.merged("one", "two")
    assert {"new-p1", "new-p2"} <= repository.entries().keys()
    assert update(repository.root).written == ()


def test_where_two_translate_the_same_entry_the_conflict_is_that_entry_and_has_a_line(repository: Repository) -> None:
    ids = in_order(repository)
    repository.branch("one", *(translated(id, "By one.") for id in ids[3:6]))
    repository.branch("two", translated(ids[4], "By two."), translated(ids[7], "By two."))
    assert not repository.merged("one", "two")
    text = repository.catalog.read_text(encoding="utf-8")
    found = conflicts(text)
    assert [[line for line in each.split("\n") if line.startswith("msgstr")] for each in found] == [
        ['msgstr "By one."', 'msgstr "By two."']
    ]
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    before = repository.catalog.read_bytes()
    for command in ("status", "update"):
        said = assembler(command, folder=repository.root)
        assert said.code == 2
        assert f"{CATALOG}:{line}" in said.err + said.out
        assert "conflict" in said.err + said.out
    assert repository.catalog.read_bytes() == before


def test_a_resolved_conflict_leaves_both_works(repository: Repository) -> None:
    ids = in_order(repository)
    repository.branch("one", *(translated(id, "By one.") for id in ids[3:6]))
    repository.branch("two", translated(ids[4], "By two."), translated(ids[7], "By two."))
    repository.merged("one", "two")
    text = repository.catalog.read_text(encoding="utf-8")
    kept = re.sub(r"^<{7}.*?^={7}\n(.*?)^>{7}[^\n]*\n", r"\1", text, flags=re.MULTILINE | re.DOTALL)
    repository.catalog.write_text(kept, encoding="utf-8")
    found = repository.entries()
    assert [found[ids[n]].translation for n in (3, 4, 5, 7)] == ["By one.", "By two.", "By one.", "By two."]
    assert update(repository.root).written == ()


def test_an_author_who_edits_what_a_translator_translates_meets_him_in_that_entry_only(repository: Repository) -> None:
    ids = plain(repository)
    repository.branch("author", *(edited(ids[n], "Добавлено.") for n in (1, 4)))
    repository.branch("translator", *(translated(ids[n], "By hand.") for n in (3, 4, 5)))
    assert not repository.merged("author", "translator")
    text = repository.catalog.read_text(encoding="utf-8")
    found = conflicts(text)
    assert len(found) == 1
    assert set(re.findall(r'msgctxt "([\w-]+)"', found[0])) <= {ids[4]}
    assert "Добавлено." in found[0]


def confirmed(id: str, *, with_previous: bool) -> Work:
    """A translator takes the flag away and leaves the words; the previous source goes too, or stays."""

    def work(repository: Repository) -> None:
        previous = r"#\|[^\n]*\n#\|[^\n]*\n"
        gone = rf"#, fuzzy\n{previous}" if with_previous else rf"#, fuzzy\n(?={previous})"
        repository.rewrite(CATALOG, rf'{gone}(?=(?:#\|[^\n]*\n)*msgctxt "{id}"\n)', "")

    return work


@pytest.mark.parametrize("with_previous", [False, True])
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_translation_that_was_confirmed_while_its_source_changed_again_is_never_shown_as_one_of_the_new_source(
    repository: Repository, side: str, with_previous: bool
) -> None:
    """git asks, and whichever of its two sides a person takes without looking, the entry stays fuzzy."""
    id = plain(repository)[2]
    edited(id, "Добавлено.")(repository)
    repository.git("commit", "-q", "-a", "-m", "second")
    repository.branch("translator", confirmed(id, with_previous=with_previous))
    repository.branch("author", edited(id, "И вовсе не так."))
    assert not repository.merged("author", "translator")
    assert len(conflicts(repository.catalog.read_text(encoding="utf-8"))) == 1
    repository.git("checkout", "--conflict=merge", CATALOG)
    text = repository.catalog.read_text(encoding="utf-8")
    taken = r"\1" if side == "ours" else r"\2"
    pattern = re.compile(r"^<{7}[^\n]*\n(.*?)^={7}\n(.*?)^>{7}[^\n]*\n", re.MULTILINE | re.DOTALL)
    repository.catalog.write_text(pattern.sub(taken, text), encoding="utf-8")
    done = update(repository.root)
    entry = repository.entries()[id]
    assert entry.fuzzy
    assert entry.source.endswith("И вовсе не так.")
    assert id not in done.accounts["en"].confirmed
    assert update(repository.root).written == ()


def test_a_change_of_one_paragraph_changes_only_its_entry(repository: Repository) -> None:
    id = plain(repository)[2]
    repository.branch("author", edited(id, "Добавлено."))
    changed = repository.git("diff", "--unified=0", "main", "author", "--", "locales").stdout
    hunks = re.findall(r"^@@", changed, re.MULTILINE)
    files = re.findall(r"^\+\+\+ ", changed, re.MULTILINE)
    assert len(files) == 3
    assert len(hunks) <= 3 * len(files)
    for line in re.findall(r"^[+-](?![+-])(.*)", changed, re.MULTILINE):
        assert line.startswith(("msgid", "#|", "#, fuzzy", "# assembler:", "#."))


def test_authors_who_take_out_paragraphs_meet_at_the_end_where_both_entries_are_to_be_kept(
    repository: Repository,
) -> None:
    """gettext's programs hold obsolete entries at the end of a file, and so do we: there two branches both add."""
    entries = repository.entries()
    ids = [id for id in plain(repository) if entries[id].is_translated]
    repository.branch("one", taken_out(ids[1]))
    repository.branch("two", taken_out(ids[4]))
    assert not repository.merged("one", "two")
    for path in sorted(repository.root.glob("locales/*/LC_MESSAGES/0001-section.po")):
        text = path.read_text(encoding="utf-8")
        for conflict in conflicts(text):
            assert re.findall(r"^(?![#<=>]|$).*", conflict, re.MULTILINE) == []
        without_marks = re.sub(r"^(?:<{7}|={7}|>{7}).*\n", "\n", text, flags=re.MULTILINE)
        path.write_text(without_marks, encoding="utf-8")
    update(repository.root)
    catalog, _ = po.read(repository.catalog.read_bytes(), path="", name="")
    assert {ids[1], ids[4]} == {entry.id for entry in catalog.entries if entry.obsolete}
    assert update(repository.root).written == ()


def test_translators_who_put_their_names_into_the_header_meet_there_only(repository: Repository) -> None:
    ids = in_order(repository)
    repository.branch("one", translated(ids[2], "By one."), saved_in_poedit)
    repository.branch("two", translated(ids[3], "By two."), saved_in_poedit, named("Aigul"))
    assert not repository.merged("one", "two")
    found = conflicts(repository.catalog.read_text(encoding="utf-8"))
    assert len(found) == 1
    assert re.findall(r'^"([\w-]+):', found[0], re.MULTILINE) == ["Last-Translator", "Last-Translator"]


def named(name: str) -> Work:
    return lambda each: each.rewrite(CATALOG, r'^"Last-Translator: [^\n]*', rf'"Last-Translator: {name}\\n"')


def conflicts(text: str) -> list[str]:
    return re.findall(r"^<{7}.*?^>{7}[^\n]*\n", text, re.MULTILINE | re.DOTALL)
