"""What the attribute line of a table says of the whole table: the widths of its columns, how many rows head it."""

from __future__ import annotations

import re

from assembler.document.attributes import Attributes
from assembler.findings import Finding, Place
from assembler.formats.markdown import kinds

_WIDTH = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_WHOLE = (95, 105)
"""Per cent that widths may come to together: thirds of a hundred do not add up."""


def widths(said: Attributes, columns: int, place: Place, findings: list[Finding]) -> tuple[float, ...]:
    """The share of each column in per cent; 0 for all of them where they are not said, or not rightly."""
    value = dict(said.pairs).get("widths")
    if value is None:
        return (0,) * columns
    parts = [part.strip() for part in value.split(",")]
    shares = tuple(float(part) for part in parts if _WIDTH.fullmatch(part))
    if len(shares) == len(parts) == columns and min(shares) > 0 and _WHOLE[0] <= sum(shares) <= _WHOLE[1]:
        return tuple(share * 100 / sum(shares) for share in shares)
    findings.append(kinds.TABLE_WIDTHS.at(place, widths=value, columns=columns))
    return (0,) * columns


def header_rows(said: Attributes, rows: int, place: Place, findings: list[Finding]) -> int:
    """How many rows head the table, of `rows` below its first one; 1 where it is not said, or not rightly."""
    value = dict(said.pairs).get("header-rows")
    if value is None:
        return 1
    if value.isascii() and value.isdecimal() and len(value) < 3 and 1 <= int(value) <= rows + 1:
        return int(value)
    findings.append(kinds.TABLE_HEADER_ROWS.at(place, value=value, rows=rows + 1))
    return 1
