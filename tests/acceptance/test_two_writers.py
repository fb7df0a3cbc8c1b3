"""Several people and processes at one submission: they wait, they are told, and no word of anybody is overwritten."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from assembler.catalog.marking import Mark
from assembler.errors import RefusedError, UnwritableFileError
from assembler.jobs import ids
from assembler.jobs.adopt import adopt
from assembler.jobs.mark import Asked, mark
from assembler.jobs.update import update
from assembler.project import lock
from assembler.project.together import ChangedMeanwhileError
from tests.acceptance.command import assembler
from tests.acceptance.place import Place, translated

HOLD = """
import sys, pathlib
from assembler.project import lock
with lock.held(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

TRANSLATE = """
import os, re, sys, time
path = sys.argv[1]
for number in range(1, 26):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = re.sub('(msgctxt "a"\\nmsgid [^\\n]*\\nmsgstr )[^\\n]*', lambda found: f'{found[1]}"Words {number}"', text)
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + "~", path)
    time.sleep(0.02)
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return translated(tmp_path)


@contextmanager
def another_process(root: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own that holds the lock until it is told to go, or is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        try:
            yield other
        finally:
            other.communicate(timeout=60)


JOBS: dict[str, Callable[[Path], object]] = {
    "ids": lambda root: ids.assign(root, Random(1)),
    "rename": lambda root: ids.rename_id(root, "a", "aa"),
    "adopt": lambda root: adopt(root, [root / "05.md"], "en", random=Random(1)),
    "mark": lambda root: mark(root, Mark.REVIEWED, "en", Asked(("a",))),
    "update": update,
}


@pytest.mark.parametrize("name", JOBS)
def test_every_command_that_writes_waits_for_another_and_then_says_who_it_is(
    place: Place, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place.root / "05.md").write_text("# Article\n", encoding="utf-8")
    before = place.everything()
    with another_process(place.root) as other:
        monkeypatch.setattr(lock, "ATTEMPTS", 2)
        with pytest.raises(RefusedError) as refused:
            JOBS[name](place.root)
        assert f"(process {other.pid})" in refused.value.finding.message()
    assert place.everything() == before


def test_a_command_goes_on_as_soon_as_the_other_has_ended(place: Place) -> None:
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    waiting = [sys.executable, "-m", "assembler", "update", "-C", str(place.root)]
    with another_process(place.root):
        second = subprocess.Popen(waiting, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(0.7)
        assert second.poll() is None
    _, said = second.communicate(timeout=60)
    assert (second.returncode, said) == (0, b"")
    assert place.entries("en")["a"].fuzzy


def test_a_process_that_was_killed_holds_nobody_up(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with another_process(place.root) as other:
        other.kill()
        other.wait(timeout=60)
    assert (place.root / lock.FILE_NAME).read_text(encoding="utf-8") == str(other.pid)
    monkeypatch.setattr(lock, "ATTEMPTS", 1)
    assert place.update().written == ()
    assert not (place.root / lock.FILE_NAME).exists()


def test_looking_does_not_need_the_lock(place: Place) -> None:
    with another_process(place.root):
        for command in ("status", "check", "update --dry-run", "mark fuzzy --lang en a --dry-run"):
            assert assembler(*command.split(), folder=place.root).code == 0


def test_a_person_who_saves_a_catalog_during_updates_loses_nothing(place: Place) -> None:
    path = place.catalog("en", "01")
    with subprocess.Popen([sys.executable, "-c", TRANSLATE, str(path)]) as translator:
        number = 0
        while translator.poll() is None:
            number += 1
            place.section("ru", "01", a=f"Первый абзац, {number}.", b="Второй абзац.")
            with suppress(ChangedMeanwhileError):
                place.update()
        assert translator.returncode == 0
    assert number
    assert place.entries("en")["a"].translation == "Words 25"
    place.update()
    assert place.entries("en")["a"].source == f"Первый абзац, {number}."
    assert place.entries("en")["a"].translation == "Words 25"


# --- disks that do not take what is written


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from assembler.cli.main import main
main(sys.argv[2:])
"""


def test_a_file_that_cannot_grow_is_an_error_that_leaves_everything_as_it_was(place: Place) -> None:
    pytest.importorskip("resource")
    place.section("ru", "01", a="Первый абзац, " + "много слов " * 200, b="Второй абзац.")
    before = place.everything()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "2000", "update"],
        cwd=place.root, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, "file too large" in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr
    assert place.everything() == before


def test_a_folder_that_is_read_only_is_an_error_that_leaves_everything_as_it_was(place: Place) -> None:
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    before = place.everything()
    folder = place.catalog("en", "01").parent
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        with pytest.raises(UnwritableFileError):
            place.update()
    finally:
        folder.chmod(0o755)
    assert place.everything() == before


@pytest.mark.parametrize("name", ["ids", "mark", "update", "write-sources"])
def test_nothing_is_written_where_nothing_has_changed(place: Place, name: str) -> None:
    job = JOBS.get(name, partial(update, write_sources=True))
    job(place.root)
    stamps = {path: path.stat().st_mtime_ns for path in place.root.rglob("*") if path.is_file()}
    job(place.root)
    assert {path: path.stat().st_mtime_ns for path in place.root.rglob("*") if path.is_file()} == stamps


def test_a_lock_of_windows_is_one_byte_far_behind_the_number_of_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `msvcrt` locks: a byte where the file is, refused while another handle has it, given up with the handle."""
    fcntl = pytest.importorskip("fcntl")
    places = []

    def locking(handle: int, mode: int, count: int) -> None:
        places.append((mode, os.lseek(handle, 0, os.SEEK_CUR), count))
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(lock, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2), raising=False)
    monkeypatch.setattr(lock, "ATTEMPTS", 1)
    with lock.held(tmp_path):
        assert (tmp_path / lock.FILE_NAME).read_text(encoding="utf-8") == str(os.getpid())
        with pytest.raises(RefusedError), lock.held(tmp_path):
            pass
    assert places == [(2, lock.BEYOND, 1)] * 2
    assert not (tmp_path / lock.FILE_NAME).exists()
    with lock.held(tmp_path):
        pass
