"""Paragraph IDs: what one looks like, how a new one is minted.

An ID says nothing of position or text. It is a readable prefix and five characters drawn by chance from an alphabet
without vowels (no words arise) and without letters and digits that are taken for each other, so that two authors on
two branches do not mint the same one.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from assembler.document import walk
from assembler.document.model import Heading, Section, W

if TYPE_CHECKING:
    from random import Random

MAX_LENGTH = 30
"""Of an ID, in a table of a cell's ID with its three parts."""

ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
MINTED_LENGTH = 5

_PART = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PARTS = re.compile(rf"{_PART.pattern}(?:\.{_PART.pattern})*")
_HEADING_PREFIX_LENGTH = 16
_FILE_PREFIX_LENGTH = 14


def is_valid(id: str) -> bool:
    """Whether `id` is well formed and not too long; the parts of a cell's ID are separated by dots."""
    return is_well_formed(id) and len(id) <= MAX_LENGTH


def is_well_formed(id: str) -> bool:
    """As `is_valid`, whatever the length."""
    return _PARTS.fullmatch(id) is not None


def cell_id(table: str | None, row: str | None, column: str | None) -> str | None:
    """The ID of a cell; None where one of its names is missing."""
    return f"{table}.{row}.{column}" if table and row and column else None


def mint(prefix: str, taken: Container[str], random: Random) -> str:
    """A new ID that begins with `prefix` and is not in `taken`."""
    while True:
        id = f"{prefix}-{''.join(random.choices(ALPHABET, k=MINTED_LENGTH))}"
        if id not in taken:
            return id


def prefix_for(section: Section[W]) -> str:
    """What new IDs of a section begin with: its heading's ID if that is short, else its file name without digits."""
    for block in walk.every_block(section.blocks):
        if isinstance(block, Heading):
            if block.id and len(block.id) <= _HEADING_PREFIX_LENGTH and _PART.fullmatch(block.id):
                return block.id
            break
    return _from_file_name(section.id)


def _from_file_name(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", name.lower().lstrip("0123456789-_. "))
    while len(words) > 1 and len("-".join(words)) > _FILE_PREFIX_LENGTH:
        words.pop()
    prefix = "-".join(words)[:_FILE_PREFIX_LENGTH]
    return prefix if _PART.fullmatch(prefix) else "p"
