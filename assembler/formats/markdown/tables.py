"""Pipe tables: the block rule that finds them, and the rows and cells of one as they stand in the file.

A table begins where no paragraph is open, with a header row and a row of dashes with as many columns; its rows are
the lines that hold a pipe. A pipe after a backslash is text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BLANKS = " \t"


class SourceCell(Struct, frozen=True):
    """One cell as written: its markup, and the columns of the line between which it stands."""

    text: str
    start: int
    end: int


class SourceRow(Struct, frozen=True):
    """`line` counts from 0."""

    cells: tuple[SourceCell, ...]
    line: int


class SourceTable(Struct, frozen=True):
    aligns: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    """The header row first; a row may have fewer or more cells than there are columns."""


def is_delimiters(line: str) -> bool:
    """Whether a line could stand below a table's header row."""
    stripped = line.strip(_BLANKS)
    return "|" in stripped and _DELIMITERS.fullmatch(stripped) is not None


def table_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's way to call it; makes one token `table` with a `SourceTable` in its meta."""
    if start + 1 >= end or state.sCount[start + 1] < state.blkIndent:
        return False
    if state.is_code_block(start) or state.is_code_block(start + 1):
        return False
    aligns = aligns_of(_line(state, start + 1))
    header = _row(state, start) if aligns else None
    if header is None or len(header.cells) != len(aligns):
        return False
    if not silent:
        _push(state, start, end, aligns, header)
    return True


def _push(state: StateBlock, start: int, end: int, aligns: tuple[str, ...], header: SourceRow) -> None:
    rows = [header]
    line = start + 2
    while line < end and state.sCount[line] >= state.blkIndent and (row := _row(state, line)):
        rows.append(row)
        line += 1
    token = state.push("table", "", 0)
    token.map = [start, line]
    source = SourceTable(aligns, tuple(rows))
    token.meta = {"table": source, "column": _column(state, start), "margin": state.blkIndent}
    state.line = line


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _column(state: StateBlock, line: int) -> int:
    first = state.bMarks[line] + state.tShift[line]
    return first - (state.src.rfind("\n", 0, first) + 1)


def aligns_of(line: str) -> tuple[str, ...]:
    """The alignments of the columns that a row of dashes names; none for any other line."""
    if not is_delimiters(line):
        return ()
    parts = [part.strip(_BLANKS) for part in line.strip(_BLANKS).strip("|").split("|")]
    names = {(False, False): "", (True, False): "left", (True, True): "center", (False, True): "right"}
    return tuple(names[part.startswith(":"), part.endswith(":")] for part in parts)


def _row(state: StateBlock, line: int) -> SourceRow | None:
    return row_of(_line(state, line), line, _column(state, line))


def row_of(text: str, line: int, column: int) -> SourceRow | None:
    """The cells of a line that begins at `column`; None when it holds no pipe."""
    text = text.rstrip(_BLANKS)
    pipes = [pipe.start() for pipe in _PIPE.finditer(text)]
    if not pipes or text == "|":
        return None
    bounds = ([] if pipes[0] == 0 else [-1]) + pipes + ([] if pipes[-1] == len(text) - 1 else [len(text)])
    cells = (_cell(text, left + 1, right, column) for left, right in pairwise(bounds))
    return SourceRow(tuple(cells), line)


def _cell(text: str, start: int, end: int, column: int) -> SourceCell:
    """The cell between two pipes; an empty one stands behind the first blank."""
    content = text[start:end].strip(_BLANKS)
    first = start + len(text[start:end]) - len(text[start:end].lstrip(_BLANKS)) if content else min(start + 1, end)
    return SourceCell(content.replace("\\|", "|"), column + first, column + first + len(content))
