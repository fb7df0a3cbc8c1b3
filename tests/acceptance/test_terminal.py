"""On a terminal of 80 columns nothing runs over the edge, neither our own words nor those of click."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="pseudo terminals are not known to this system")

COLUMNS = 80


def on_a_terminal(*arguments: str, folder: Path) -> str:
    """What the command shows on a terminal, without colours."""
    reading, writing = pty.openpty()
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "COLUMNS": str(COLUMNS), "NO_COLOR": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "assembler", *arguments], cwd=folder, env=environment, stdout=writing, stderr=writing
    )
    os.close(writing)
    shown = b""
    while chunk := _chunk(reading):
        shown += chunk
    os.close(reading)
    process.wait(timeout=60)
    return shown.decode("utf-8").replace("\r\n", "\n")


def _chunk(reading: int) -> bytes:
    """What comes next; nothing at the end, which Linux tells by an error."""
    try:
        return os.read(reading, 65536)
    except OSError:
        return b""


LONG = "nothing-of-this-name-is-here/nor-anywhere-else"


@pytest.mark.parametrize(
    "arguments", [["build", "-C", LONG], ["build", "--missing", "no"], ["build", "--ui-lang", "kk", "--formta", "x"]]
)
def test_a_wrong_call_is_answered_in_lines_that_fit_and_no_word_is_torn(arguments: list[str], tmp_path: Path) -> None:
    shown = on_a_terminal(*arguments, folder=tmp_path)
    said = shown[shown.index("\n\n") + 2 :].splitlines()
    assert len(said) == 2, shown
    assert all(len(line) <= COLUMNS for line in said)
    assert said[1].startswith("  ")
    whole = {"-C": LONG, "--missing": "'source'", "--ui-lang": "'--out'"}[arguments[1]]
    assert whole in said[0] + said[1]
