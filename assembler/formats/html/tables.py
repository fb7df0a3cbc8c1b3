"""Tables: a caption, header cells that say what they head, and a scroll of their own where they are too wide."""

from __future__ import annotations

from itertools import zip_longest

from assembler.document import walk
from assembler.document.model import Cell, Column, Row, Table, Words
from assembler.formats.captions import label
from assembler.formats.html import text
from assembler.formats.html.inlines import write_place, write_words
from assembler.formats.html.ledger import Ledger, identified


def write_table(ledger: Ledger, table: Table[Words]) -> None:
    """A table in its scroller, which bears the table's anchor and is named by the caption."""
    anchor = ledger.anchor(table.id)
    captioned = table.caption is not None or table.number is not None
    caption = ""
    if captioned:
        own = ledger.anchor(table.caption.id) if table.caption is not None else ""
        caption = own or ledger.own_anchor("t", table.number or 1)
    named = f' role="group" aria-labelledby="{text.attribute(caption)}"' if captioned else ""
    ledger.out.append(f'<div class="scroller" tabindex="0"{identified(anchor)}{named}>\n<table>\n')
    if captioned:
        write_caption(ledger, table, caption, anchor)
    columns = _columns(table)
    ledger.out.append("<thead>\n")
    write_row(ledger, table.head, columns, header=True)
    ledger.out.append("</thead>\n<tbody>\n")
    for row in table.rows:
        write_row(ledger, row, columns, header=False)
    ledger.out.append("</tbody>\n</table>\n</div>\n")


def write_caption(ledger: Ledger, table: Table[Words], anchor: str, place: str) -> None:
    """The number in the words of the language, then the words; they stay in view where the table is scrolled."""
    ledger.out.append(f'<caption><span class="caption"{identified(anchor)}>')
    if table.number is not None:
        words = label(table, ledger.language, ledger.sheet)
        number = text.escape(f"{words.before}{table.number}{words.after}{words.end}")
        ledger.out.append(f'<span class="caption-number">{number}</span>')
    if table.caption is not None:
        write_words(ledger, table.caption.words, table.caption.id)
    write_place(ledger, place)
    ledger.out.append("</span></caption>\n")


def _columns(table: Table[Words]) -> tuple[Column, ...]:
    """The columns, as many as the longest row has cells."""
    longest = max(len(row.cells) for row in (table.head, *table.rows))
    return (*table.columns, *(Column() for _ in range(longest - len(table.columns))))


def write_row(ledger: Ledger, row: Row[Words], columns: tuple[Column, ...], *, header: bool) -> None:
    """A row; cells that the author left out are empty ones. A row that has a name bears it in its first cell."""
    ledger.out.append("<tr>")
    for position, (cell, column) in enumerate(zip_longest(row.cells, columns)):
        scope = "col" if header else "row" if position == 0 and row.id is not None and len(columns) > 1 else ""
        write_cell(ledger, cell, column, scope)
    ledger.out.append("</tr>\n")


def write_cell(ledger: Ledger, cell: Cell[Words] | None, column: Column | None, scope: str) -> None:
    """A cell; it is a header (`scope` `col` or `row`) only where it says something."""
    if cell is None:
        ledger.out.append("<td></td>")
        return
    says = bool(walk.plain_text(cell.words.content).strip())
    element, scoped = ("th", f' scope="{scope}"') if scope and says else ("td", "")
    align = f' class="{column.align}"' if column is not None and column.align in ("center", "right") else ""
    ledger.out.append(f"<{element}{scoped}{align}{identified(ledger.anchor(cell.id))}{ledger.turned(cell.words)}>")
    write_words(ledger, cell.words, cell.id)
    ledger.out.append(f"</{element}>")
