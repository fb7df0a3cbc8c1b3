"""Commands that write are killed, or the disk fails them, at every step that they take on it.

After a kill each file is the old one or the new one, and the next command that writes finishes the work or clears it
away: then all files are old, or all are new. After an error all are as they were, and nothing else lies about.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from assembler.catalog.marking import Mark
from assembler.errors import AssemblerError, UnwritableFileError
from assembler.jobs import ids
from assembler.jobs.adopt import adopt
from assembler.jobs.mark import Asked, mark
from assembler.jobs.update import update
from assembler.project import together
from assembler.project.writing import undisturbed
from tests.acceptance.place import translated

Job = Callable[[Path], object]
Files = dict[str, bytes]

STEPS = ((os, "replace"), (os, "fsync"), (os, "unlink"), (os, "chmod"), (os, "fdopen"), (tempfile, "mkstemp"))
"""The calls of the system with which files are made, moved and removed."""


def give_ids(root: Path) -> object:
    return ids.assign(root, Random(1))


def rename(root: Path) -> object:
    return ids.rename_id(root, "b", "beta")


def review(root: Path) -> object:
    return mark(root, Mark.REVIEWED, "en", Asked(everything=True))


def carry(root: Path) -> object:
    return update(root, write_sources=True)


JOBS: dict[str, Job] = {"ids": give_ids, "rename": rename, "mark": review, "write-sources": carry}


def prepare(root: Path) -> Path:
    """A submission in which each of the commands has something to do in several files."""
    root.mkdir()
    place = translated(root)
    place.configure('[sections."01"]\noriginal = "ru"\n')
    place.section("en", "01", a="Words of a", b="Words of b")
    place.update()
    place.translate("en", "01", "a", "New words of a")
    for name, id in (("03", "d"), ("04", "e")):
        path = root / f"sources/ru/{name}.md"
        path.write_text(f"{{#{id}}}\nПосле [](#b).\n\nБез имени.\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("prepared") / "s")


def contents(root: Path) -> Files:
    """All files but the lock, what is pending, and halves."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def hidden(root: Path) -> list[str]:
    return [path.name for path in root.rglob(".*")]


def at_step(number: int, happens: Callable[[], None], *, patch: pytest.MonkeyPatch) -> None:
    """From now on `happens` is called before the step of this number, counted from 1, is taken."""
    count = iter(range(1, 1_000_000))

    def guarded(call: Callable[..., object]) -> Callable[..., object]:
        def guard(*arguments: object, **named: object) -> object:
            if next(count) == number:
                happens()
            return call(*arguments, **named)

        return guard

    for module, name in STEPS:
        patch.setattr(module, name, guarded(getattr(module, name)))


def from_step(number: int, *, patch: pytest.MonkeyPatch) -> None:
    """From now on every step from this number on fails; only to take files away is still possible."""
    count = iter(range(1, 1_000_000))

    def limited(call: Callable[..., object]) -> Callable[..., object]:
        def limit(*arguments: object, **named: object) -> object:
            if next(count) >= number:
                raise OSError(28, "No space left on device")
            return call(*arguments, **named)

        return limit

    for module, name in STEPS:
        if name != "unlink":
            patch.setattr(module, name, limited(getattr(module, name)))


def killed_at(number: int, job: Job, root: Path) -> bool:
    """Run the job in a process of its own that dies before the step of this number; whether it came so far."""
    child = os.fork()
    if child == 0:
        try:
            at_step(number, lambda: os._exit(9), patch=pytest.MonkeyPatch())
            job(root)
            os._exit(0)
        except BaseException:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9)
    return code == 9


def copies(prepared: Path, folder: Path) -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        yield Path(shutil.copytree(prepared, folder / str(number), symlinks=True))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.parametrize("name", JOBS)
def test_a_command_that_is_killed_leaves_whole_files_and_the_next_one_finishes_its_work(
    name: str, prepared: Path, tmp_path: Path
) -> None:
    job, places = JOBS[name], copies(prepared, tmp_path)
    before, done = contents(prepared), next(places)
    job(done)
    after = contents(done)
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert len(changed) > 1
    seen = set()
    for step, root in enumerate(places, 1):
        was_killed = killed_at(step, job, root)
        for path, data in contents(root).items():
            assert data in (before.get(path), after.get(path)), (step, path)
        undisturbed(root, lambda: None)
        seen.add("before" if contents(root) == before else "after")
        assert contents(root) in (before, after), step
        assert hidden(root) == []
        if not was_killed:
            break
    assert seen == {"before", "after"}


@pytest.mark.parametrize("name", JOBS)
def test_a_disk_that_fails_once_leaves_everything_as_it_was(
    name: str, prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        failed.append(True)
        raise OSError(28, "No space left on device")

    job, places = JOBS[name], copies(prepared, tmp_path)
    before, done = contents(prepared), next(places)
    job(done)
    reasons: list[str] = []
    for step, root in enumerate(places, 1):
        failed: list[bool] = []
        with monkeypatch.context() as patch:
            at_step(step, fail, patch=patch)
            try:
                job(root)
            except UnwritableFileError as error:
                reasons.append(error.finding.message())
                assert contents(root) == before, step
            else:
                assert contents(root) == contents(done), step
        if not failed:
            break
        undisturbed(root, lambda: None)
        assert hidden(root) == []
    assert len(reasons) > 3
    assert all("no space left on device" in reason for reason in reasons)


@pytest.mark.parametrize("name", JOBS)
def test_a_disk_that_stays_full_leaves_whole_files_and_work_that_can_be_finished(
    name: str, prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, places = JOBS[name], copies(prepared, tmp_path)
    before, done = contents(prepared), next(places)
    job(done)
    after = contents(done)
    for step, root in enumerate(places, 1):
        with monkeypatch.context() as patch:
            from_step(step, patch=patch)
            try:
                job(root)
            except AssemblerError:
                failed = True
            else:
                failed = False
        for path, data in contents(root).items():
            assert data in (before.get(path), after.get(path)), (step, path)
        undisturbed(root, lambda: None)
        assert contents(root) == after or (failed and contents(root) == before), step
        assert hidden(root) == []
        if not failed:
            break


def test_an_adoption_that_is_killed_is_finished_by_the_next_command(prepared: Path, tmp_path: Path) -> None:
    pytest.importorskip("pypandoc")
    places = copies(prepared, tmp_path)
    source = tmp_path / "in"
    source.mkdir()
    for name in ("05", "06"):
        (source / f"{name}.md").write_text("# Article\n\nA paragraph.\n", encoding="utf-8")

    def job(root: Path) -> object:
        files = [source / "05.md", source / "06.md"]
        return adopt(root, files, "kk", random=Random(1))

    before = contents(prepared)
    done = next(places)
    job(done)
    after = contents(done)
    assert len(set(after) - set(before)) == 2
    ends = []
    for step, root in enumerate(places, 1):
        was_killed = killed_at(step, job, root)
        undisturbed(root, lambda: None)
        assert contents(root) in (before, after)
        assert hidden(root) == []
        ends.append(contents(root) == after)
        if not was_killed:
            break
    assert set(ends) == {False, True}


# --- what a killed command has left


def test_what_somebody_changed_since_the_kill_is_not_overwritten(prepared: Path, tmp_path: Path) -> None:
    places = copies(prepared, tmp_path)
    edited = False
    for step, root in enumerate(places, 1):
        if not killed_at(step, rename, root):
            break
        pending = root / together.LIST
        if not pending.is_file():
            continue
        section = root / "sources/ru/01.md"
        section.write_bytes(section.read_bytes() + "\n{#new}\nНовое.\n".encode())
        kept = section.read_bytes()
        undisturbed(root, lambda: None)
        assert section.read_bytes() == kept
        assert hidden(root) == []
        edited = True
    assert edited


@pytest.mark.parametrize("data", [b"", b"[", b"{}", b'[{"path": 1}]', b"\xff"])
def test_a_list_of_pending_work_that_makes_no_sense_is_cleared_away(tmp_path: Path, data: bytes) -> None:
    (tmp_path / together.LIST).write_bytes(data)
    undisturbed(tmp_path, lambda: None)
    assert hidden(tmp_path) == []


def test_halves_of_our_files_are_cleared_away_and_files_of_others_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "locales/en/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / ".07.po.k3j_2a9x.part").touch()
    others = {folder / "07.po.part", folder / ".07.po", tmp_path / ".film.mkv.part", tmp_path / "notes.part"}
    for path in others:
        path.touch()
    undisturbed(tmp_path, lambda: None)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == others
