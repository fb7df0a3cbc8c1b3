"""Rows of a table that come from elsewhere than its section: from a file of data.

The reader of sections asks for them through a `Supply`, and so needs to know neither the file nor its format.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from assembler.document.model import Row, Table
from assembler.findings import Finding, Place


class Supplied(Struct, frozen=True):
    """The rows for a table, a cell for each of its columns; words are markup as in a section. `lines` are the rows'
    lines in the file `path`."""

    rows: tuple[Row[str], ...] = ()
    lines: tuple[int, ...] = ()
    path: str = ""
    findings: tuple[Finding, ...] = ()
    unnamed: tuple[Finding, ...] = ()
    """About words that cannot be translated, which nobody needs to know where nothing is translated."""


Supply: TypeAlias = Callable[[Table[str], Place], Supplied]
"""From a table with the attribute `data`, and its place in the section, to its rows."""
