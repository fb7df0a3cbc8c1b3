"""What is measured: the commands of the toolkit, and the budget that each has."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from assembler.check.table import RULES
from assembler.jobs.writers import FORMATS
from benchmarks.measure import Command

PROGRAM = str(Path(sys.executable).with_name("assembler"))
"""The console script of the environment that the benchmark runs in: a user's way in, start-up and all."""

NO_BUDGET: Mapping[int, float] = {}


class Work(Struct, frozen=True):
    """One thing that a user does. `budget` is in CPU seconds by number of paragraphs, `memory` in megabytes for all.

    Without a `command` it is writing a file in `format`, in one process and beside compressing the same bytes, whose
    time `times` over is the budget. `edited` says that it is done on the submission whose sources were changed since
    the last update; `format` that it needs a writer for that format.
    """

    name: str
    does: str
    command: Command | None
    budget: Mapping[int, float] = NO_BUDGET
    memory: float | None = None
    times: float | None = None
    edited: bool = False
    format: str = "docx"
    any_size: bool = True


def _edition(format: str) -> Work:
    command = Command((PROGRAM, "build", "-C", "{copy}", "en", "--format", format, "--out", "{out}"))
    does = f"build en --format {format}"
    return Work(format, does, command, {1200: 0.4, 12000: 2.5}, memory=250, format=format)


def _writing(format: str) -> Work:
    does = f"writing {format.upper()} against zipping its bytes"
    return Work(f"{format}-bytes", does, None, times=3, format=format)


def _rules() -> tuple[str, ...]:
    """All rules but those that need an extra, and what is said of files and editions too."""
    named = (f"--rule={rule.code}" for rule in RULES if not rule.extra)
    return (*named, "--rule=missing-id")


WORKS = (
    Work("help", "--help", Command((PROGRAM, "--help")), {0: 0.06}, any_size=False),
    Work(
        "update",
        "update after the edit, 2 languages",
        Command((PROGRAM, "update", "-C", "{copy}"), writes=True),
        {1200: 0.4, 12000: 3.0},
        edited=True,
    ),
    Work(
        "unchanged",
        "update when nothing changed",
        Command((PROGRAM, "update", "-C", "{copy}"), writes=True),
        {1200: 0.3},
    ),
    Work(
        "check",
        "check, without spelling and the guessing of languages",
        Command((PROGRAM, "check", "-C", "{copy}", "--quiet", *_rules())),
        {1200: 2.0, 12000: 20.0},
    ),
    Work("status", "status", Command((PROGRAM, "status", "-C", "{copy}")), {1200: 0.3}),
    _edition("docx"),
    _edition("odt"),
    _edition("html"),
    _writing("docx"),
    _writing("odt"),
    Work(
        "all",
        "build 3 languages × docx, odt",
        Command((PROGRAM, "build", "-C", "{copy}", "--format", "docx,odt", "--out", "{out}")),
        {1200: 2.0},
    ),
    Work(
        "parallel",
        "build one parallel docx of 3 languages",
        Command((PROGRAM, "build", "-C", "{copy}", "--parallel", "ru,kk,en", "--out", "{out}")),
        {1200: 1.5},
        memory=300,
    ),
    Work(
        "everything",
        "build 3 languages and a parallel edition of them × docx, odt",
        Command(
            (
                PROGRAM,
                "build",
                "-C",
                "{copy}",
                "ru",
                "kk",
                "en",
                "--parallel",
                "ru,kk,en",
                "--format",
                "docx,odt",
                "--out",
                "{out}",
            )
        ),
        {1200: 2.0},
    ),
)


def is_possible(work: Work) -> bool:
    """Whether the toolkit can do it yet."""
    return work.format in FORMATS
