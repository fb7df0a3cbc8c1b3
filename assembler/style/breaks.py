"""Where a table may be broken across pages, the same for every format.

A small table stays whole. A larger one begins with two rows under its header and ends with two rows: no row stands
alone at the foot of a page or at the head of the next.
"""

from __future__ import annotations

from assembler.document.model import Table, Words
from assembler.style.columns import cell_texts
from assembler.style.model import Tables

LONG_CELL = 400
"""Letters; a row with more in one cell may itself break across pages."""

WHOLE_TEXT = 1500
"""Letters; a table with more text than that is not small, however few its rows."""


def kept_rows(table: Table[Words], tables: Tables) -> frozenset[int]:
    """The rows, from 0, that stay on one page with the row below them. The header row always does."""
    last = len(table.rows) - 1
    letters = [sum(map(len, cell_texts(row))) for row in table.rows]
    if len(table.rows) <= tables.whole_rows and sum(letters) <= WHOLE_TEXT:
        return frozenset(range(last))
    return frozenset(n for n in (0, last - 1) if 0 <= n < last and letters[n] + letters[n + 1] <= LONG_CELL)


def is_unbroken(texts: tuple[str, ...]) -> bool:
    """Whether a row with these cells stays on one page."""
    return all(len(text) < LONG_CELL for text in texts)
