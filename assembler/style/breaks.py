"""Where a table or a box may be broken across pages, the same for every format.

A small table stays whole, for less than a quarter of a page may be left empty before it. A larger one begins with two
rows under its header and ends with two rows: no row stands alone at the foot of a page or at the head of the next. A
recommendation or example stays whole that takes less than a fifth.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from assembler.document import walk
from assembler.document.model import Blocks, Div, List, Paragraph, Row, Table, Words
from assembler.style.columns import cell_texts, rows_with_looks
from assembler.style.model import Page, ParagraphLook, StyleSheet, Tables
from assembler.style.ruler import MILLIMETRES_IN_POINT, Ruler, ruler

LONG_CELL = 400
"""Letters; a row with more in one cell may itself break across pages."""

WHOLE_SHARE = 1 / 4
"""Of the height of a page; a table that is higher is not small, however few its rows."""

FONT_HEIGHT = 1.17
"""The height of a line as a share of the size of type, where the sheet sets lines solid."""


def kept_rows(table: Table[Words], sheet: StyleSheet, page: Page, widths: Sequence[float]) -> frozenset[int]:
    """The rows of the body, from 0, that stay on one page with the row below them. Header rows always do. `page` is
    what the table stands on, `widths` are those of the columns in millimetres."""
    rows = table.body
    last = len(rows) - 1
    letters = [sum(map(len, cell_texts(row))) for row in rows]
    if len(rows) <= sheet.tables.whole_rows and _height(table, sheet, widths) <= WHOLE_SHARE * page.text_height:
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


WHOLE_BOX_SHARE = 1 / 5
"""Of the height of the text on a page; a higher box may be broken, for as much would be left empty before it."""

LETTER_WIDTH = 0.48
"""The width of a letter of running text as a share of the size of type: enough to guess how high a box will be."""

SHORT_END = 160
"""Letters; a last paragraph with no more does not stand alone at the head of a page."""


def kept_paragraphs(box: Div[Words], sheet: StyleSheet, page: Page) -> tuple[bool, ...]:
    """For each paragraph of a recommendation or example, in their order, whether it stays on one page with the next;
    empty for a box that holds more than paragraphs and lists of them. `page` is what it stands on.

    A small box stays whole. Of a larger one no short last paragraph is parted from the one before it."""
    letters = [len(walk.plain_text(each.words.content)) for each in _paragraphs(box.blocks) or ()]
    if not letters:
        return ()
    look = sheet.roles.recommendation if box.name == "recommendation" else sheet.roles.example
    last = len(letters) - 1
    kept_from = last - 1 if letters[last] <= SHORT_END else last
    if _box_height(letters, sheet.paragraph(look), page) <= WHOLE_BOX_SHARE * page.text_height:
        kept_from = 0
    return tuple(kept_from <= n < last for n in range(last + 1))


def _box_height(letters: Sequence[int], look: ParagraphLook, page: Page) -> float:
    """How high paragraphs of so many letters will be about, in millimetres."""
    width = page.text_width - (look.left or 0) - (look.right or 0)
    in_line = max(width / MILLIMETRES_IN_POINT / (LETTER_WIDTH * (look.size or 1)), 1)
    return sum(_block(look, ceil(count / in_line)) for count in letters)


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
