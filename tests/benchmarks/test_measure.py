"""Measuring: what is counted, on which folder a command runs, and what makes a measurement void."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.measure import Command, CommandFailedError, Measured, Run, measure, once, timed

PYTHON = str(Path(sys.executable))


def script(text: str) -> tuple[str, ...]:
    return (PYTHON, "-I", "-S", "-c", text)


def test_the_figures_of_a_work_are_the_medians_of_its_runs() -> None:
    runs = (Run(3.0, 9.0, 50.0), Run(1.0, 7.0, 90.0), Run(2.0, 8.0, 70.0))
    measured = Measured("update", 1200, runs)
    assert (measured.cpu, measured.wall, measured.memory) == (2.0, 8.0, 70.0)


def test_memory_is_that_of_the_command_and_not_of_the_process_that_measures() -> None:
    ballast = bytearray(200 * 1024 * 1024)
    small = timed(script("pass")).memory
    large = timed(script("x = b'x' * (100 * 1024 * 1024)")).memory
    assert len(ballast) > small * 1024 * 1024
    assert 95 < large - small < 110


def test_cpu_time_of_processes_that_the_command_starts_is_counted() -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    run = timed(script(f"import subprocess, sys\nsubprocess.run([sys.executable, '-I', '-S', '-c', {busy!r}])"))
    assert run.cpu >= 0.3


def test_several_commands_are_one_work_with_the_sum_of_their_times(tmp_path: Path) -> None:
    busy = Command(script("import time\nwhile time.process_time() < 0.2: pass"))
    measured = measure("both", 1200, [busy, busy], tmp_path, runs=1)
    assert measured.cpu >= 0.4
    assert len(measured.runs) == 1


def test_a_command_that_writes_gets_a_fresh_copy_every_time(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("as it was")
    text = "import pathlib, sys\nfile = pathlib.Path(sys.argv[1], 'text')\n"
    text += "assert file.read_text() == 'as it was'\nfile.write_text('changed')"
    writing = Command((*script(text), "{copy}"), writes=True)
    measure("write", 1200, [writing], tmp_path, runs=2)
    assert (tmp_path / "text").read_text() == "as it was"


def test_a_command_that_only_reads_gets_the_submission_itself_and_an_empty_folder(tmp_path: Path) -> None:
    text = f"import os, sys\nassert sys.argv[1] == {str(tmp_path)!r} and os.listdir(sys.argv[2]) == []"
    once(Command((*script(text), "{copy}", "{out}")), tmp_path)


def test_a_command_that_fails_is_no_measurement_and_its_words_are_shown() -> None:
    with pytest.raises(CommandFailedError, match=r"(?s)ended with 3: .*too bad"):
        timed(script("import sys\nsys.stderr.write('too bad')\nsys.exit(3)"))
