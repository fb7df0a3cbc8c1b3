"""Tables: a caption, header cells that say what they head, and a scroll of their own where they are too wide."""

from __future__ import annotations

from itertools import zip_longest

from assembler.document import walk
from assembler.document.model import Cell, Column, Row, Table, Words
from assembler.document.names import ROW_HEADINGS
from assembler.formats.captions import label
from assembler.formats.html import text
from assembler.formats.html.inlines import write_place, write_words
from assembler.formats.html.ledger import Ledger, identified
from assembler.style.columns import alignment, columns_of


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
    _write_widths(ledger, table)
    headings = ROW_HEADINGS in table.classes
    ledger.out.append("<thead>\n")
    columns = columns_of(table)
    for row in table.heads:
        write_row(ledger, row, columns, header=True)
    ledger.out.append("</thead>\n<tbody>\n")
    for row in table.body:
        write_row(ledger, row, columns, headed=headings or (row.id is not None and len(columns) > 1))
    ledger.out.append("</tbody>\n</table>\n</div>\n")


def _write_widths(ledger: Ledger, table: Table[Words]) -> None:
    """The widths of columns, where the author has said them."""
    if whole := sum(column.share for column in table.columns):
        widths = "".join(f"<col{ledger.as_wide_as(column.share / whole)}>" for column in table.columns)
        ledger.out.append(f"<colgroup>{widths}</colgroup>\n")


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


def write_row(
    ledger: Ledger, row: Row[Words], columns: tuple[Column, ...], *, header: bool = False, headed: bool = False
) -> None:
    """A row, of the header or with `headed` under a heading in its first cell; cells that the author left out are
    empty ones."""
    ledger.out.append("<tr>")
    for position, (cell, column) in enumerate(zip_longest(row.cells, columns)):
        if cell is None:
            ledger.out.append("<td></td>")
        elif not cell.covered:
            scope = "col" if header else "row" if headed and position == 0 else ""
            write_cell(ledger, cell, column, scope)
    ledger.out.append("</tr>\n")


def write_cell(ledger: Ledger, cell: Cell[Words], column: Column | None, scope: str) -> None:
    """A cell; it is a header (`scope` `col` or `row`) only where it says something. The decimals that a number lacks
    are left free by the style sheet."""
    says = bool(walk.plain_text(cell.words.content).strip())
    element, scoped = ("th", _scope(cell, scope)) if scope and says else ("td", "")
    said = alignment(cell, column, header=scope == "col") if column is not None else ""
    align = f' class="{said}"' if said in ("center", "right") else ""
    pad = f' data-pad="{text.attribute(cell.pad)}"' if cell.pad else ""
    spans = "" if cell.across == cell.down == 1 else _spans(cell)
    identity = identified(ledger.anchor(cell.id)) + ledger.turned(cell.words)
    ledger.out.append(f"<{element}{scoped}{spans}{align}{pad}{identity}>")
    write_words(ledger, cell.words, cell.id)
    ledger.out.append(f"</{element}>")


def _scope(cell: Cell[Words], scope: str) -> str:
    """What a header cell heads: one column or row, or all those that it spans."""
    group = "group" if (cell.across > 1 and scope == "col") or (cell.down > 1 and scope == "row") else ""
    return f' scope="{scope}{group}"'


def _spans(cell: Cell[Words]) -> str:
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    return across + (f' rowspan="{cell.down}"' if cell.down > 1 else "")
