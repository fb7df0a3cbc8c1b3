"""Where a table or a box may be broken across pages, the same for every format.

A small table stays whole. A larger one begins with two rows under its header and ends with two rows: no row stands
alone at the foot of a page or at the head of the next. A short recommendation or example stays whole too.
"""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Blocks, List, Paragraph, Row, Table, Words
from assembler.style.columns import cell_texts
from assembler.style.model import Tables

LONG_CELL = 400
"""Letters; a row with more in one cell may itself break across pages."""

WHOLE_TEXT = 1500
"""Letters; a table with more text than that is not small, however few its rows."""


def kept_rows(table: Table[Words], tables: Tables) -> frozenset[int]:
    """The rows of the body, from 0, that stay on one page with the row below them. Header rows always do."""
    rows = table.body
    last = len(rows) - 1
    letters = [sum(map(len, cell_texts(row))) for row in rows]
    if len(rows) <= tables.whole_rows and sum(letters) <= WHOLE_TEXT:
        return frozenset(range(last))
    ends = {n for n in (0, last - 1) if 0 <= n < last and letters[n] + letters[n + 1] <= LONG_CELL}
    return frozenset(ends | _spanned(rows, tables))


def _spanned(rows: tuple[Row[Words], ...], tables: Tables) -> set[int]:
    """The rows over whose lower edge a cell lies, if it spans no more than a small table has."""
    tall = ((n, cell.down) for n, row in enumerate(rows) for cell in row.cells if 1 < cell.down <= tables.whole_rows)
    return {row for n, down in tall for row in range(n, n + down - 1)}


WHOLE_BOX = 900
"""Letters; a box with more may be broken anywhere."""


def kept_paragraphs(box: Blocks[Words]) -> int:
    """How many paragraphs of a short box, from its first, stay on one page with the next; 0 for a box that is long, or
    holds more than paragraphs and lists of them."""
    paragraphs = _paragraphs(box)
    if paragraphs is None or sum(len(walk.plain_text(each.words.content)) for each in paragraphs) > WHOLE_BOX:
        return 0
    return max(len(paragraphs) - 1, 0)


def _paragraphs(blocks: Blocks[Words]) -> list[Paragraph[Words]] | None:
    """The paragraphs that blocks are made of; None where there is anything else, or an item without words."""
    found: list[Paragraph[Words]] = []
    for block in blocks:
        match block:
            case Paragraph():
                found.append(block)
            case List():
                for item in block.items:
                    inner = _paragraphs(item.blocks) if item.blocks else None
                    if inner is None or not isinstance(item.blocks[0], Paragraph):
                        return None
                    found += inner
            case _:
                return None
    return found


def is_unbroken(texts: tuple[str, ...]) -> bool:
    """Whether a row with these cells stays on one page."""
    return all(len(text) < LONG_CELL for text in texts)
