"""Tables: fixed columns as wide as their words ask, a header row that repeats, a caption that stays with its table."""

from __future__ import annotations

from itertools import zip_longest

from assembler.document import walk
from assembler.document.anchors import Captioned, caption_bookmark
from assembler.document.changed import row_change
from assembler.document.model import Cell, Column, Row, Table, Words
from assembler.document.names import ROW_HEADINGS
from assembler.formats import markup
from assembler.formats.captions import counted, label
from assembler.formats.docx.inlines import Look, field, run_look, write_text, write_words
from assembler.formats.docx.ledger import Ledger, Part
from assembler.formats.docx.measures import TWIPS_IN_MILLIMETRE, hexadecimal, twips
from assembler.formats.docx.paragraphs import Form, close_paragraph, look_in, open_paragraph, turned, write_empty
from assembler.formats.docx.tracked import mark
from assembler.formats.padding import padding
from assembler.style.breaks import is_unbroken, kept_rows
from assembler.style.columns import alignment, cell_texts, column_widths, columns_of


def write_table(part: Part, table: Table[Words], left: int) -> None:
    """A table `left` twips from the margin, under its caption. Between two tables stands an empty paragraph: word
    processors join them otherwise."""
    if table.caption is not None or table.number is not None:
        write_caption(part, table, Form(style="Caption", left=part.ledger.shapes["Caption"].left + left, keep=True))
    elif part.after_table:
        write_empty(part, Form(style="TableText"))
    columns = columns_of(table)
    widths = _widths(table, left, part)
    start, end = _bookmark(part, table)
    part.out.extend((start, _properties(table, widths, left, _way(part.ledger))))
    for row in table.heads:
        write_row(part, row, columns, widths, header=True)
    kept = kept_rows(table, part.ledger.sheet, part.page, [width / TWIPS_IN_MILLIMETRE for width in widths])
    for position, row in enumerate(table.body):
        write_row(part, row, columns, widths, keep=position in kept)
    part.out.extend(("</w:tbl>", end))
    part.after_table, part.room = True, part.ledger.sheet.tables.after


def _bookmark(part: Part, table: Table[Words]) -> tuple[str, str]:
    """The bookmark of a table without a number, if references lead to it; another has it around its number."""
    wanted = table.number is None and table.id in part.ledger.anchors
    return part.ledger.around(table.id) if wanted else ("", "")


def write_caption(part: Part, block: Captioned, form: Form) -> None:
    """The number as a sequence field inside the bookmark of references, then the words; in bold in a style that is not
    made for captions."""
    open_paragraph(part, form if block.caption is None else turned(part, block.caption.words, form))
    look = look_in(part, form.style, bold=not form.style.endswith("Caption"))
    if block.number is not None:
        _write_label(part, block, look)
    if block.caption is not None:
        write_words(part, block.caption.words, block.caption.id, look)
    close_paragraph(part)


def _write_label(part: Part, block: Captioned, look: Look) -> None:
    ledger = part.ledger
    words = label(block, ledger.language, ledger.sheet)
    if words.before:
        write_text(part, words.before, look)
    referred = block.id in ledger.anchors or (block.caption is not None and block.caption.id in ledger.anchors)
    wanted = referred or (ledger.draft and block.id is not None)
    start, end = ledger.bookmark(caption_bookmark(block, ledger.version, draft=ledger.draft)) if wanted else ("", "")
    sequence = f"SEQ {counted(words, ledger.version)} \\* ARABIC"
    part.out.extend((start, field(sequence, str(block.number), run_look(look)), end))
    for piece in filter(None, (words.after, words.end)):
        write_text(part, piece, look)


def _widths(table: Table[Words], left: int, part: Part) -> tuple[int, ...]:
    """Twips for each column, from `left` to the right margin together."""
    sheet = part.ledger.sheet
    width = part.measure - left
    shares = column_widths(table, sheet, width / TWIPS_IN_MILLIMETRE, part.ledger.language.labels)
    whole = [twips(share) for share in shares[:-1]]
    return (*whole, width - sum(whole))


def _way(ledger: Ledger) -> str:
    """Which way the columns run: as the language of the version. Said also where the columns around run otherwise."""
    if ledger.language.direction == "rtl":
        return "<w:bidiVisual/>"
    return '<w:bidiVisual w:val="off"/>' if ledger.right_to_left else ""


def _properties(table: Table[Words], widths: tuple[int, ...], left: int, way: str) -> str:
    title = walk.plain_text(table.caption.words.content) if table.caption is not None else ""
    described = f'<w:tblCaption w:val="{markup.attribute(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{way}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_LOOKS[ROW_HEADINGS in table.classes]}{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


_LOOK = '<w:tblLook w:val="{}" w:firstRow="1" w:lastRow="0" w:firstColumn="{}" w:lastColumn="0" w:noHBand="1"{}/>'
_LOOKS = {heads: _LOOK.format(*said, ' w:noVBand="1"') for heads, said in ((False, ("0020", 0)), (True, ("00A0", 1)))}
"""By whether the first column heads the rows: Word says so to who listens."""


def write_row(
    part: Part,
    row: Row[Words],
    columns: tuple[Column, ...],
    widths: tuple[int, ...],
    *,
    header: bool = False,
    keep: bool = False,
) -> None:
    """A row, with `keep` on one page with the next; cells that the author left out are empty ones. The header row
    repeats on every page."""
    whole = header or is_unbroken(cell_texts(row))
    flags = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
    change = row_change(row)
    flags += mark(part.ledger, change) if change else ""
    part.out.append(f"<w:tr>{f'<w:trPr>{flags}</w:trPr>' if flags else ''}")
    for position, (cell, column) in enumerate(zip_longest(row.cells, columns)):
        if cell is None or cell.covered != "left":
            across = 1 if cell is None else cell.across
            width = sum(widths[position : position + across])
            write_cell(part, cell, column, width, header=header, keep=keep)
    part.out.append("</w:tr>")


def write_cell(part: Part, cell: Cell[Words] | None, column: Column, width: int, *, header: bool, keep: bool) -> None:
    fill = part.ledger.sheet.tables.header_shading if header else None
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(fill)}"/>' if fill else ""
    spans = "" if cell is None or (cell.across == cell.down == 1 and not cell.covered) else _spans(cell)
    part.out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shading}</w:tcPr>')
    part.after_table, part.room = False, 0
    style = "TableHeading" if header else "TableText"
    form = Form(style=style, align=alignment(cell, column, header=header), keep=keep)
    open_paragraph(part, form if cell is None else turned(part, cell.words, form))
    if cell is not None:
        write_words(part, cell.words, cell.id, look_in(part, style))
        if cell.pad:
            write_text(part, padding(cell.pad), look_in(part, style))
    part.out.append("</w:p></w:tc>")


def _spans(cell: Cell[Words]) -> str:
    """Over how many columns a cell lies, and whether it goes on into the next row or comes from the one above."""
    across = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    down = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
    return across + ("<w:vMerge/>" if cell.covered == "above" else down)
