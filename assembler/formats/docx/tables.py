"""Tables: fixed columns as wide as their words ask, a header row that repeats, a caption that stays with its table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from assembler.document import walk
from assembler.document.model import Cell, Column, Row, Table, Words
from assembler.formats.docx import xml
from assembler.formats.docx.inlines import Look, field, write_text, write_words
from assembler.formats.docx.ledger import Part
from assembler.formats.docx.measures import hexadecimal, twips, twips_in
from assembler.formats.docx.paragraphs import Form, close_paragraph, look_in, open_paragraph, write_empty
from assembler.formats.docx.survey import table_bookmark

LETTER = 0.55
"""The average width of a letter as a share of the size of type; Cyrillic serif runs as wide as this."""

LONG_LINE = 40
"""Letters; a column asks for no more room than this, longer text is broken into lines."""

LONG_CELL = 400
"""Letters; a row with more in one cell may break across pages."""


SEQUENCE = "SEQ Table \\* ARABIC"


def write_table(part: Part, table: Table[Words], left: int) -> None:
    """A table `left` twips from the margin, under its caption. Between two tables stands an empty paragraph: word
    processors join them otherwise."""
    if table.caption is not None or table.number is not None:
        write_caption(part, table, left)
    elif part.after_table:
        write_empty(part, Form(style="TableText"))
    columns = _columns(table)
    widths = column_widths(table, twips(part.ledger.sheet.page.text_width) - left, part)
    part.out.append(_properties(table, widths, left))
    write_row(part, table.head, columns, widths, header=True)
    for row in table.rows:
        write_row(part, row, columns, widths, header=False)
    part.out.append("</w:tbl>")
    part.after_table, part.room = True, part.ledger.sheet.tables.after


def write_caption(part: Part, table: Table[Words], left: int) -> None:
    """The number as a sequence field inside the bookmark of references, then the words."""
    open_paragraph(part, Form(style="Caption", left=part.ledger.shapes["Caption"].left + left, keep=True))
    look = look_in(part, "Caption")
    if table.number is not None:
        _write_label(part, table, look)
    if table.caption is not None:
        if table.number is not None:
            write_text(part, part.ledger.sheet.tables.label_end, look)
        write_words(part, table.caption.words, table.caption.id, look)
    close_paragraph(part)


def _write_label(part: Part, table: Table[Words], look: Look) -> None:
    ledger = part.ledger
    before, _, after = ledger.language.labels.table.partition("{n}")
    if before:
        write_text(part, before, look)
    referred = table.id in ledger.anchors or (table.caption is not None and table.caption.id in ledger.anchors)
    wanted = referred or (ledger.draft and table.id is not None)
    start, end = ledger.bookmark(table_bookmark(table, draft=ledger.draft)) if wanted else ("", "")
    part.out.extend((start, field(SEQUENCE, str(table.number)), end))
    if after:
        write_text(part, after, look)


def _columns(table: Table[Words]) -> tuple[Column, ...]:
    """The columns, as many as the longest row has cells."""
    longest = max(len(row.cells) for row in (table.head, *table.rows))
    return (*table.columns, *(Column() for _ in range(longest - len(table.columns))))


def column_widths(table: Table[Words], width: int, part: Part) -> tuple[int, ...]:
    """Twips for each column, `width` together: the longest word fits, then room goes to where there is most text."""
    sheet = part.ledger.sheet
    letter = twips_in(sheet.paragraph(sheet.roles.cell).size) * LETTER
    padding = 2 * twips(sheet.tables.padding)
    texts = list(zip_longest(*(_texts(row) for row in (table.head, *table.rows)), fillvalue=""))
    texts += [("",)] * (len(table.columns) - len(texts))
    least = [letter * max(_longest_word(text) for text in column) + padding for column in texts]
    wanted = [letter * min(max(map(len, column)), LONG_LINE) + padding for column in texts]
    return _shared(least, [max(pair) for pair in zip(least, wanted, strict=True)], width)


def _texts(row: Row[Words]) -> Iterator[str]:
    return (walk.plain_text(cell.words.content) for cell in row.cells)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _shared(least: list[float], wanted: list[float], width: int) -> tuple[int, ...]:
    """`width` shared out: each gets its least, and of the rest as its wish is beyond that."""
    if sum(wanted) <= width:
        shares = [width * wish / sum(wanted) for wish in wanted]
    elif sum(least) >= width:
        shares = [width * need / sum(least) for need in least]
    else:
        spare = (width - sum(least)) / (sum(wanted) - sum(least))
        shares = [need + spare * (wish - need) for need, wish in zip(least, wanted, strict=True)]
    whole = [int(share) for share in shares[:-1]]
    return (*whole, width - sum(whole))


def _properties(table: Table[Words], widths: tuple[int, ...], left: int) -> str:
    title = walk.plain_text(table.caption.words.content) if table.caption is not None else ""
    described = f'<w:tblCaption w:val="{xml.attribute(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/>{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def write_row(
    part: Part, row: Row[Words], columns: tuple[Column, ...], widths: tuple[int, ...], *, header: bool
) -> None:
    """A row; cells that the author left out are empty ones. The header row repeats on every page."""
    whole = header or all(len(text) < LONG_CELL for text in _texts(row))
    flags = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
    part.out.append(f"<w:tr>{f'<w:trPr>{flags}</w:trPr>' if flags else ''}")
    for cell, column, width in zip_longest(row.cells, columns, widths):
        write_cell(part, cell, column, width, header=header)
    part.out.append("</w:tr>")


def write_cell(part: Part, cell: Cell[Words] | None, column: Column, width: int, *, header: bool) -> None:
    fill = part.ledger.sheet.tables.header_shading if header else None
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(fill)}"/>' if fill else ""
    part.out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>')
    part.after_table, part.room = False, 0
    style = "TableHeading" if header else "TableText"
    open_paragraph(part, Form(style=style, align=column.align))
    if cell is not None:
        write_words(part, cell.words, cell.id, look_in(part, style))
    part.out.append("</w:p></w:tc>")
