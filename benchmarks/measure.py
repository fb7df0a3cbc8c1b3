"""Whole processes, measured: CPU seconds (children included), peak memory, the median of several runs.

Where a command writes into the submission, every run has a fresh copy of it. Wall time is measured and kept, but on a
machine that does other work it says little.
"""

from __future__ import annotations

import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

import assembler

STOPWATCH = Path(__file__).with_name("stopwatch.py")
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""A user's environment has no switches for developers of Python in it, least of all the one against bytecode."""


class CommandFailedError(Exception):
    """A measured command did not end as it should; its figures would say nothing."""


class Run(Struct, frozen=True):
    """What one run took: seconds, and megabytes (of 1,048,576 bytes) at the peak."""

    cpu: float
    wall: float
    memory: float


class Measured(Struct, frozen=True):
    """One piece of work at one size: every run, and the medians of them."""

    work: str
    paragraphs: int
    runs: tuple[Run, ...]

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def memory(self) -> float:
        return statistics.median(run.memory for run in self.runs)


class Command(Struct, frozen=True):
    """A program (its whole path) with its arguments; `writes` says that it needs a copy of the submission for itself.

    `{copy}` in an argument stands for the folder of the submission, `{out}` for an empty folder.
    """

    arguments: tuple[str, ...]
    writes: bool = False

    def in_folders(self, submission: Path, out: Path) -> list[str]:
        gaps = {"copy": str(submission), "out": str(out)}
        return [argument.format(**gaps) for argument in self.arguments]


def compile_toolkit() -> None:
    """Have the toolkit's bytecode ready, as it is after an installation or a first use."""
    compileall.compile_dir(Path(assembler.__file__).parent, quiet=2)


def measure(work: str, paragraphs: int, commands: Sequence[Command], submission: Path, runs: int) -> Measured:
    """Run the commands one after the other, `runs` times over; a run is the sum of them, its memory the greatest.

    Raises CommandFailedError.
    """
    done = [_together([once(command, submission) for command in commands]) for _ in range(runs)]
    return Measured(work, paragraphs, tuple(done))


def _together(parts: Sequence[Run]) -> Run:
    return Run(sum(part.cpu for part in parts), sum(part.wall for part in parts), max(part.memory for part in parts))


def once(command: Command, submission: Path) -> Run:
    """One run of one command on `submission`, or on a copy of it if it writes there."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as scratch:
        folder = submission
        if command.writes:
            folder = Path(scratch, "copy")
            shutil.copytree(submission, folder)
        out = Path(scratch, "out")
        out.mkdir()
        return timed(command.in_folders(folder, out))


def timed(command: Sequence[str]) -> Run:
    """What the command took. Raises CommandFailedError, with the end of what it said, unless it ends with 0."""
    with _error_file() as errors:
        stopwatch = [sys.executable, "-I", "-S", str(STOPWATCH), str(errors), *command]
        done = subprocess.run(stopwatch, capture_output=True, text=True, check=True, env=ENVIRONMENT)
        taken = json.loads(done.stdout)
        if taken["code"]:
            said = errors.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise CommandFailedError(f"{' '.join(command)}\nended with {taken['code']}: {said}")
    return Run(taken["cpu"], taken["wall"], taken["memory"] / 1024)


@contextmanager
def _error_file() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        yield Path(folder, "stderr")


def in_process(work: str, paragraphs: int, clock: Callable[[], Run], runs: int) -> Measured:
    """Work that is measured by itself and not as a process."""
    return Measured(work, paragraphs, tuple(clock() for _ in range(runs)))
