"""Where the output can print few letters, as a pipe in Windows, nothing stops for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.sample import copy_sample


def printed(encoding: str, root: Path, *arguments: str) -> str:
    told = subprocess.run(
        [sys.executable, "-m", "assembler", *arguments],
        cwd=root, env={"PYTHONIOENCODING": encoding, "LANG": "kk_KZ.UTF-8"}, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in told.stderr
    return told.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", ["cp1251", "cp866"])
@pytest.mark.parametrize("arguments", ["--help", "build --help", "status", "status --list fuzzy"])
def test_letters_that_cannot_be_printed_are_named_by_number(encoding: str, arguments: str, tmp_path: Path) -> None:
    said = printed(encoding, copy_sample(tmp_path), *arguments.split())
    assert said.strip()
    assert r"\u04" in said


def test_json_means_the_same_in_every_encoding(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    told = [
        json.loads(printed(each, root, "status", "--list", "fuzzy", "--json")) for each in ("utf-8", "cp1251", "cp866")
    ]
    assert told[0] == told[1] == told[2] != {}
