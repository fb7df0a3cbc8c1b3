"""What a user is told when something goes wrong at the end: an edition that stays from before, a fault of our own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assembler.cli import entry
from assembler.cli.messages import use_language
from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample


def test_a_refused_edition_does_not_let_the_draft_of_before_pass_for_it(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    assembler("build", "kk", "en", "--format", "docx", folder=root)
    final = assembler("build", "kk", "en", "--final", "--no-page-numbers", "--format", "docx", folder=root)
    assert final.code == 1
    assert "submission-kk.docx was written by an earlier build" in final.err
    assert "submission-en.docx was written" not in final.err


def test_nothing_is_said_where_no_file_of_before_is_there(tmp_path: Path) -> None:
    final = assembler("build", "kk", "--final", "--format", "docx", folder=copy_sample(tmp_path))
    assert "earlier build" not in final.err


def test_formats_may_be_named_in_capitals(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    assert assembler("build", "en", "--format", "ODT", folder=root).code == 0
    assert (root / "out" / "submission-en.odt").is_file()


@pytest.mark.parametrize(
    ("language", "end"), [("en", "read them first."), ("ru", "сначала прочитайте."), ("kk", "оқып шығыңыз.")]
)
def test_a_fault_of_the_toolkit_is_owned_up_to_in_the_users_language(
    language: str, end: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing() -> None:
        raise KeyError("nobody foresaw this")

    monkeypatch.setattr("assembler.cli.main.main", failing)
    monkeypatch.setattr(entry, "_print_whatever_is_said", lambda: None)
    monkeypatch.setattr(sys, "argv", ["assembler", "status"])
    use_language(language)
    try:
        with pytest.raises(SystemExit) as left:
            entry.main()
    finally:
        use_language("en")
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert "nobody foresaw this" in told
    assert told.strip().endswith(end)


@pytest.mark.parametrize(
    "moment", ["", "kill -TERM $PPID"], ids=["while it works", "before the toolkit knows that it has started"]
)
def test_a_build_that_is_ended_ends_the_office_that_it_has_started(moment: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "sample")
    office = tmp_path / "soffice"
    office.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\n{moment}\nexec sleep 120\n")
    office.chmod(0o755)
    command = [sys.executable, "-m", "assembler", "build", "en", "--format", "pdf", "--office", str(office)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as building:
        started = tmp_path / "pid"
        while building.poll() is None and not (started.is_file() and started.read_text().strip()):
            time.sleep(0.05)
        building.terminate()
        building.wait(timeout=30)
    assert building.returncode == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)


CLEANS_UP = """
import time
from assembler.cli.entry import _leave_in_order
_leave_in_order()
try:
    print("begun", flush=True)
    time.sleep(60)
finally:
    print("asked", flush=True)
    time.sleep(0.5)
    print("cleaned up", flush=True)
"""


def test_a_command_that_is_asked_to_end_twice_takes_away_what_it_has_begun_all_the_same() -> None:
    with subprocess.Popen([sys.executable, "-c", CLEANS_UP], stdout=subprocess.PIPE) as command:
        assert command.stdout is not None
        for answer in (b"begun\n", b"asked\n"):
            assert command.stdout.readline() == answer
            command.terminate()
        assert command.stdout.readline() == b"cleaned up\n"
    assert command.returncode == 128 + signal.SIGTERM
