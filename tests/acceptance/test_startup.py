"""A command waits only for what it needs: what takes long to import is not there where nothing asks for it.

The sample is written in usual shapes, has no letterhead and no wrong word, and one drawing: what its commands
import is what every submission waits for.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.sample import copy_sample

HEAVY = {
    "click": "for a command, or for help with more than itself",
    "markdown_it": "for a line that only the library's rules can read",
    "lxml": "for letterheads, drawings and finished documents",
    "rich": "for a progress bar",
    "difflib": "for differences, and for the word that was meant",
    "assembler.check.rule": "for `check`",
    "assembler.facts": "for `check` and `adopt`",
    "assembler.align": "for `adopt`",
}
"""A module, and when it may be imported."""


@pytest.mark.parametrize(
    "arguments", ["--help", "update --dry-run", "status", "build en --format docx --out out", "ids --check"]
)
def test_a_command_imports_nothing_heavy(arguments: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "assembler", *arguments.split()],
        cwd=root, capture_output=True, text=True, check=False,
    ).stderr  # fmt: skip
    imported = {line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")}
    assert "assembler" in imported
    wanted = set() if arguments == "--help" else {"click"}
    drawings = {"lxml"} if arguments.startswith("build") else set()
    assert {name: HEAVY[name] for name in (HEAVY.keys() & imported) - wanted - drawings} == {}
