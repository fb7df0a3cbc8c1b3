"""Tables: fixed columns as wide as their words ask, a header row that repeats, a caption that stays with its table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import zip_longest

from msgspec import Struct

from assembler.document import walk
from assembler.document.anchors import Captioned, caption_bookmark
from assembler.document.changed import row_change
from assembler.document.model import Cell, Column, Row, Table, Words
from assembler.document.names import ROW_HEADINGS
from assembler.formats import markup
from assembler.formats.captions import counted, label
from assembler.formats.odt.inlines import Look, spoken, write_words
from assembler.formats.odt.ledger import Part
from assembler.formats.odt.looks import line
from assembler.formats.odt.measures import mm, pt, writing_mode
from assembler.formats.odt.numbering import list_tag
from assembler.formats.odt.paragraphs import Stance, close_paragraph, open_paragraph, turned
from assembler.formats.odt.text import write_text
from assembler.formats.odt.tracked import ROW_NOT_TRACKED, settle, taken_out
from assembler.formats.padding import padding
from assembler.style.breaks import is_unbroken, kept_rows
from assembler.style.columns import alignment, cell_texts, column_widths, columns_of
from assembler.style.model import Tables


class Edges(Struct, frozen=True):
    """Which edges of the table a row or a cell has; the first column is the one at the left."""

    header: bool = False
    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False


INNER = Edges()


@contextmanager
def outside_lists(part: Part) -> Iterator[None]:
    """For what no list may hold: the lists around are closed, and afterwards go on with their counts."""
    for each in reversed(part.lists):
        part.out.append(f"</text:{each.item}></text:list>")
    suspended, part.lists = part.lists, []
    yield
    if suspended:
        part.close_run()
    part.lists = suspended
    for each in suspended:
        former, each.id = each.id, part.ledger.numbering.new_id()
        each.item, each.resumed = "list-header", True
        # What was taken out stands before all lists of the text and can go on with none of them.
        part.out.append(f"{list_tag(each.id, each.style, '' if part.aside else former)}<text:list-header>")


def write_table(part: Part, table: Table[Words], left: float) -> None:
    """A table `left` millimetres from the margin, under its caption. Between two tables stands an empty paragraph:
    word processors join them otherwise."""
    if table.caption is not None or table.number is not None:
        write_caption(part, table, "Table", Stance(left=left, keep=True))
    elif part.after_table:
        open_paragraph(part, "Table Contents")
        close_paragraph(part)
    mark_unnumbered(part, table)
    settle(part)
    columns = columns_of(table)
    part.out.append(_start(part, table, left))
    sheet = part.ledger.sheet
    widths = column_widths(table, sheet, part.measure - left, part.ledger.language.labels)
    _write_columns(part, table, widths)
    part.out.append("<table:table-header-rows>")
    below = len(table.rows)
    for position, row in enumerate(table.heads):
        write_row(part, row, columns, below - position, Edges(header=True, first_row=position == 0))
    part.out.append("</table:table-header-rows>")
    kept = kept_rows(table, sheet, part.page, widths)
    below = len(table.body) - 1
    for position, row in enumerate(table.body):
        write_row(part, row, columns, below - position, keep=position in kept)
    part.out.append("</table:table>")
    settle(part)
    part.after_table, part.room = True, part.ledger.sheet.tables.after


def mark_unnumbered(part: Part, table: Table[Words]) -> None:
    """The bookmark of a table without a number, if references lead to it, stands in its first paragraph."""
    if table.number is None and table.id in part.ledger.anchors:
        part.starts += part.ledger.point(table.id)


def write_caption(part: Part, block: Captioned, style: str, stance: Stance) -> None:
    """The number as a sequence field inside the bookmark of references, then the words."""
    if block.caption is not None and block.caption.words.change == "removed" and not part.aside:
        with taken_out(part):
            _write_caption(part, block, style, stance)
    else:
        _write_caption(part, block, style, stance)


def _write_caption(part: Part, block: Captioned, style: str, stance: Stance) -> None:
    open_paragraph(part, style, stance if block.caption is None else turned(part, block.caption.words, stance))
    if block.number is not None:
        write_label(part, block)
    if block.caption is not None:
        write_words(part, block.caption.words, block.caption.id, Look(italic=bool(part.ledger.looks[style].italic)))
    close_paragraph(part)


def write_label(part: Part, block: Captioned) -> None:
    """`Table 1. `, its number a field of the count that LibreOffice gives such captions too."""
    words = label(block, part.ledger.language, part.ledger.sheet)
    if words.before:
        with spoken(part):
            write_text(part, words.before)
    start, end = _number_bookmark(part, block)
    name = counted(words, part.ledger.version)
    part.ledger.sequences.setdefault(name)
    part.out.append(
        f'{start}<text:sequence text:ref-name="ref{name}{block.number}" text:name="{name}"'
        f' text:formula="ooow:{name}+1" style:num-format="1">{block.number}</text:sequence>{end}'
    )
    part.blank = False
    for piece in filter(None, (words.after, words.end)):
        with spoken(part):
            write_text(part, piece)


def _number_bookmark(part: Part, block: Captioned) -> tuple[str, str]:
    ledger = part.ledger
    referred = block.id in ledger.anchors or (block.caption is not None and block.caption.id in ledger.anchors)
    if not referred and not (ledger.draft and block.id is not None):
        return "", ""
    return ledger.bookmark(caption_bookmark(block, ledger.version, draft=ledger.draft), block.id)


def _start(part: Part, table: Table[Words], left: float) -> str:
    """The start tag; a new kind of page that is due here is the table's own, for no paragraph stands before it."""
    width = part.measure - left
    master, part.master_next = part.master_next, ""
    room = "" if table.caption is not None or table.number is not None else ' fo:margin-top="4pt"'
    mirrored = _is_mirrored(part)
    mode = writing_mode(right_to_left=mirrored) if mirrored or part.ledger.right_to_left else ""
    properties = (
        f'<style:table-properties style:width="{mm(width)}" table:align="margins" fo:margin-left="{mm(left)}"'
        f'{room} table:border-model="collapsing"{mode}/>'
    )
    part.ledger.tables += 1
    style = part.ledger.automatic.style("table", properties, master=master)
    title = walk.plain_text(table.caption.words.content) if table.caption is not None else ""
    described = f"<table:title>{markup.clean(title)}</table:title>" if title else ""
    return f'<table:table table:name="Table{part.ledger.tables}" table:style-name="{style}">{described}'


def _is_mirrored(part: Part) -> bool:
    """Whether the first column is at the right: the language of the words decides, not that of the pages, which a table
    takes where it says nothing."""
    return part.ledger.language.direction == "rtl"


def _write_columns(part: Part, table: Table[Words], widths: tuple[float, ...]) -> None:
    """The columns; the first one is said to head the rows if it does."""
    first, *others = (_column(part, width) for width in widths)
    if ROW_HEADINGS in table.classes:
        first = f"<table:table-header-columns>{first}</table:table-header-columns>"
    part.out.extend((first, *others))


def _column(part: Part, width: float) -> str:
    properties = f'<style:table-column-properties style:column-width="{mm(width)}"/>'
    return f'<table:table-column table:style-name="{part.ledger.automatic.style("table-column", properties)}"/>'


def write_row(
    part: Part, row: Row[Words], columns: tuple[Column, ...], below: int, edges: Edges = INNER, *, keep: bool = False
) -> None:
    """A row with so many rows `below`, and what edges of the table it has else; with `keep` on one page with the next.
    Cells that the author left out are empty ones."""
    whole = edges.header or is_unbroken(cell_texts(row))
    kept = f'<style:table-row-properties fo:keep-together="{"always" if whole else "auto"}"/>'
    if row_change(row) and not part.aside:
        part.ledger.unit = next((cell.id for cell in row.cells if cell.id is not None), None)
        part.ledger.say(ROW_NOT_TRACKED)
    part.out.append(f'<table:table-row table:style-name="{part.ledger.automatic.style("table-row", kept)}">')
    last = len(columns) - 1
    for number, (cell, column) in enumerate(zip_longest(row.cells, columns)):
        across, down = (cell.across, cell.down) if cell is not None else (1, 1)
        begins, ends = number == 0, number + across > last
        of_cell = Edges(
            header=edges.header, first_row=edges.first_row, last_row=down > below,
            first_column=ends if _is_mirrored(part) else begins,
            last_column=begins if _is_mirrored(part) else ends,
        )  # fmt: skip
        write_cell(part, cell, column, of_cell, keep=keep)
    part.out.append("</table:table-row>")


def write_cell(part: Part, cell: Cell[Words] | None, column: Column, edges: Edges, *, keep: bool = False) -> None:
    if cell is not None and cell.covered:
        part.out.append("<table:covered-table-cell/>")
        return
    style = part.ledger.automatic.style("table-cell", _cell_properties(part.ledger.sheet.tables, edges))
    spans = "" if cell is None or cell.across == cell.down == 1 else _spans(cell)
    part.out.append(f'<table:table-cell table:style-name="{style}"{spans} office:value-type="string">')
    part.after_table, part.room = False, 0
    named = "Table Heading" if edges.header else "Table Contents"
    stance = Stance(align=alignment(cell, column, header=edges.header), keep=keep)
    if cell is None:
        open_paragraph(part, named, stance)
        close_paragraph(part)
    else:
        part.in_cell = True
        open_paragraph(part, named, turned(part, cell.words, stance))
        write_words(part, cell.words, cell.id, Look(italic=bool(part.ledger.looks[named].italic)))
        if cell.pad:
            write_text(part, padding(cell.pad))
        close_paragraph(part)
        part.in_cell = False
    part.out.append("</table:table-cell>")


def _spans(cell: Cell[Words]) -> str:
    across = f' table:number-columns-spanned="{cell.across}"' if cell.across > 1 else ""
    return across + (f' table:number-rows-spanned="{cell.down}"' if cell.down > 1 else "")


@cache
def _cell_properties(tables: Tables, edges: Edges) -> str:
    """Each cell draws the rule below it and the one to its right; the first ones also those before them."""
    outer, inner = line(tables.rule, tables.rule_colour), line(tables.inner_rule, tables.rule_colour)
    side = tables.vertical
    borders = {
        "top": outer if edges.first_row else "none",
        "bottom": outer if edges.last_row else inner,
        "left": outer if side and edges.first_column else "none",
        "right": (outer if edges.last_column else inner) if side else "none",
    }
    drawn = "".join(f' fo:border-{where}="{border}"' for where, border in borders.items())
    fill = tables.header_shading if edges.header else None
    ground = f' fo:background-color="{fill.lower()}"' if fill else ""
    return (
        f'<style:table-cell-properties fo:padding-left="{mm(tables.padding)}" fo:padding-right="{mm(tables.padding)}"'
        f' fo:padding-top="{pt(0)}" fo:padding-bottom="{pt(0)}"{drawn}{ground}/>'
    )
