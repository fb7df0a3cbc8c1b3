"""A section's text in pieces, one for each block of its top level and each note: blocks can be put in, taken out and
moved while the text of all others stays, byte for byte.

A piece begins at its block's attribute line and ends before the next piece; remarks and blank lines belong to the block
above them. What stands before the first is a piece without a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from assembler.document.model import Block, Figure, Table
from assembler.formats.markdown.lines import split_lines
from assembler.formats.markdown.read import Reading

_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}]*\}[ \t]*$")


class Piece(Struct, frozen=True):
    """`block` is the number of the block at the top level, None for a note, which has its ID as `note`, and for what
    stands before all of them."""

    text: str
    block: int | None = None
    note: str = ""


def pieces(text: str, reading: Reading) -> list[Piece]:
    """The text in pieces: joined they are the text."""
    lines = split_lines(text)
    starts = sorted(_starts(reading, lines), key=lambda each: each[0])
    bounds = [start for start, _, _ in starts]
    ends = [*bounds[1:], len(lines)]
    first = "".join(lines[: bounds[0]] if bounds else lines)
    found = [Piece(first)] if first else []
    found += [
        Piece("".join(lines[start:end]), block, note) for (start, block, note), end in zip(starts, ends, strict=True)
    ]
    return found


def _starts(reading: Reading, lines: list[str]) -> Iterator[tuple[int, int | None, str]]:
    """The line (from 0) at which each block and note begins."""
    for number, block in enumerate(reading.section.blocks):
        yield _above(_first_line(block) - 1, lines), number, ""
    for note in reading.section.notes:
        yield note.line - 1, None, note.id


def _first_line(block: Block[str]) -> int:
    if isinstance(block, Table | Figure) and block.caption is not None:
        return min(block.line, block.caption.line)
    return block.line


def _above(line: int, lines: list[str]) -> int:
    """The line of the attributes above a line, the line itself where it has none."""
    while line > 0 and _ATTRIBUTES.match(lines[line - 1].rstrip("\r\n")):
        line -= 1
    return line
