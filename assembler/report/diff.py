"""What is to change in files, line by line, in the form that `git diff` and `patch` know."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from assembler.report.terminal import Line, Piece

LOOKS = {"---": "strong", "+++": "strong", "@@ ": "info"}
SIGNS = {"-": "removed", "+": "added"}


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of the difference of one file, without their ends; a file may end without a line feed."""
    lines = unified_diff(before.split("\n"), after.split("\n"), f"a/{path}", f"b/{path}", lineterm="", n=1)
    return (line.rstrip("\r") for line in lines)


def styled(path: str, before: str, after: str) -> Iterator[Line]:
    """The same for a terminal: what goes and what comes differ in colour too."""
    for line in unified(path, before, after):
        yield (Piece(line, LOOKS.get(line[:3]) or SIGNS.get(line[:1], "faint")),)
