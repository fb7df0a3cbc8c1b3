"""Where a table or a box may be broken across pages, the same for every format.

A small table stays whole, for less than a third of a page may be left empty before it. A larger one begins with two
rows under its header and ends with two rows: no row stands alone at the foot of a page or at the head of the next. A
short recommendation or example stays whole too.
"""

from __future__ import annotations

from collections.abc import Sequence

from assembler.document import walk
from assembler.document.model import Blocks, List, Paragraph, Row, Table, Words
from assembler.style.columns import cell_texts, rows_with_looks
from assembler.style.model import Page, ParagraphLook, StyleSheet, Tables
from assembler.style.ruler import MILLIMETRES_IN_POINT, Ruler, ruler

LONG_CELL = 400
"""Letters; a row with more in one cell may itself break across pages."""

WHOLE_SHARE = 1 / 3
"""Of the height of a page; a table that is higher is not small, however few its rows."""

FONT_HEIGHT = 1.17
"""The height of a line as a share of the size of type, where the sheet sets lines solid."""


def kept_rows(table: Table[Words], sheet: StyleSheet, page: Page, widths: Sequence[float]) -> frozenset[int]:
    """The rows of the body, from 0, that stay on one page with the row below them. Header rows always do. `page` is
    what the table stands on, `widths` are those of the columns in millimetres."""
    rows = table.body
    last = len(rows) - 1
    letters = [sum(map(len, cell_texts(row))) for row in rows]
    height = page.height - page.top - page.bottom
    if len(rows) <= sheet.tables.whole_rows and _height(table, sheet, widths) <= WHOLE_SHARE * height:
        return frozenset(range(last))
    ends = {n for n in (0, last - 1) if 0 <= n < last and letters[n] + letters[n + 1] <= LONG_CELL}
    return frozenset(ends | _spanned(rows, sheet.tables))


def _spanned(rows: tuple[Row[Words], ...], tables: Tables) -> set[int]:
    """The rows over whose lower edge a cell lies, if it spans no more than a small table has."""
    tall = ((n, cell.down) for n, row in enumerate(rows) for cell in row.cells if 1 < cell.down <= tables.whole_rows)
    return {row for n, down in tall for row in range(n, n + down - 1)}


def _height(table: Table[Words], sheet: StyleSheet, widths: Sequence[float]) -> float:
    """How high a table under its caption will be in millimetres, as far as the widths of its words tell."""
    height = 0.0 if table.caption is None else _block(sheet.paragraph(sheet.roles.caption), 1)
    fits = [width - 2 * sheet.tables.padding for width in widths]
    for row, look in rows_with_looks(table, sheet):
        measure = ruler(sheet, look)
        lines = max((_lines(text, room, measure) for text, room in zip(cell_texts(row), fits, strict=False)), default=1)
        height += _block(sheet.paragraph(look), lines)
    return height


def _block(look: ParagraphLook, lines: int) -> float:
    """The height of a paragraph of so many lines with the room around it, in millimetres."""
    line = (look.size or 0) * (look.line or 1) * FONT_HEIGHT
    return (lines * line + (look.before or 0) + (look.after or 0)) * MILLIMETRES_IN_POINT


def _lines(text: str, fits: float, measure: Ruler) -> int:
    """How many lines words take in so many millimetres; a word that is longer is broken."""
    lines, used, space = 1, 0.0, measure.width(" ")
    for word in text.split():
        width = measure.width(word)
        if used and used + space + width > fits:
            lines, used = lines + 1, 0.0
        lines += int(width // max(fits, 1))
        used += width + (space if used else 0)
    return lines


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
