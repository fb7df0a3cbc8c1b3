"""Versions side by side: a table without rules at its sides, a row for each place in the text, a column for each
language, whose name heads it on every page.

Rows break across pages, for the versions of a long paragraph would leave half a page blank otherwise; those that hold a
table do not, for a table in a cell is torn apart.
"""

from __future__ import annotations

from collections.abc import Callable

from assembler.document.model import Blocks, Div, Spread, Table, Version, Words
from assembler.formats import markup
from assembler.formats.docx.inlines import Look, run_look, write_words
from assembler.formats.docx.ledger import Part
from assembler.formats.docx.measures import eighths, hexadecimal, twips, twips_in
from assembler.formats.docx.paragraphs import Form, close_paragraph, look_in, open_paragraph, turned, write_empty
from assembler.formats.docx.styles import LANGUAGE_MARK
from assembler.style.model import StyleSheet
from assembler.style.spreads import column_width, ground, is_whole, paddings

Write = Callable[[Blocks[Words]], None]
"""Writes the blocks of a cell."""


def language_mark(mark: str) -> str:
    """The run that says which language follows; empty for none."""
    look = run_look(Look(style=LANGUAGE_MARK))
    return f'<w:r>{look}<w:t xml:space="preserve">{markup.escape(mark)}\u2002</w:t></w:r>' if mark else ""


def write_spread(part: Part, spread: Spread[Words], write: Write) -> None:
    """A spread across the page. Between two tables stands a paragraph: word processors join them otherwise."""
    if part.after_table:
        part.out.append(_separator(max(part.room, part.ledger.sheet.versions.apart)))
    part.break_next = part.break_next or spread.new_page
    sheet, columns = part.ledger.sheet, len(spread.head)
    measure, part.measure = part.measure, twips(column_width(sheet, columns))
    part.out.append(_table_start(sheet, columns, mirrored=part.ledger.right_to_left))
    _write_head(part, spread)
    for position, row in enumerate(spread.rows):
        _write_row(part, row, write, keeps=position in spread.keeps)
    part.out.append("</w:tbl>")
    part.measure, part.row_keeps = measure, None
    part.after_table, part.room = True, 0


def _separator(room: float, *, keep: bool = False) -> str:
    """The lowest paragraph that there can be, so many points below what is above it."""
    kept = "<w:keepNext/>" if keep else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{kept}<w:spacing w:before="{twips_in(room)}" w:after="0" w:line="20"'
        ' w:lineRule="exact"/></w:pPr></w:p>'
    )


SEPARATOR = _separator(0)


def _table_start(sheet: StyleSheet, columns: int, *, mirrored: bool) -> str:
    versions = sheet.versions
    widths = _widths(sheet, columns)
    sides = (("insideH", versions.row_rule), ("insideV", versions.column_rule))
    rules = "".join(_rule(side, weight, versions.rule_colour) for side, weight in sides if weight)
    turned = "<w:bidiVisual/>" if mirrored else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>{turned}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{f"<w:tblBorders>{rules}</w:tblBorders>" if rules else ""}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _widths(sheet: StyleSheet, columns: int) -> tuple[int, ...]:
    """Twips for each column with its share of the gutters; the text in all of them is equally wide."""
    text, gutter = column_width(sheet, columns), sheet.versions.gutter
    return tuple(twips(text + sum(paddings(gutter, position, columns))) for position in range(columns))


def _rule(side: str, weight: float, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths(weight)}" w:space="0" w:color="{hexadecimal(colour)}"/>'


def _write_head(part: Part, spread: Spread[Words]) -> None:
    """The names of the languages, again on every page, never at the foot of one."""
    part.out.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for position, words in enumerate(spread.head):
        _open_cell(part, position, len(spread.head), "")
        part.row_keeps, part.room = True, 0
        open_paragraph(part, turned(part, words, Form(style="ColumnHead")))
        write_words(part, words, None, look_in(part, "ColumnHead"))
        close_paragraph(part)
        part.out.append("</w:tc>")
    part.out.append("</w:tr>")


def _write_row(part: Part, row: tuple[Version[Words], ...], write: Write, *, keeps: bool) -> None:
    part.out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>" if is_whole(row) else "<w:tr>")
    for position, version in enumerate(row):
        fill = ground(part.ledger.sheet, version)
        shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(fill)}"/>' if fill else ""
        _open_cell(part, position, len(row), shading, _below(part.ledger.sheet, version))
        part.row_keeps, part.room, part.after_table = keeps, 0, False
        with part.ledger.inside(version):
            write(version.blocks)
        if part.after_table:
            part.out.append(_separator(0, keep=keeps))
        elif not version.blocks:
            write_empty(part, Form(style="TableText"))
        part.out.append("</w:tc>")
    part.out.append("</w:tr>")


def _below(sheet: StyleSheet, version: Version[Words]) -> float:
    """The room below a table that ends a cell, in points. The cell has it, for word processors take no notice of the
    empty paragraph that must stand there, nor of the room above it."""
    blocks = version.blocks
    while blocks and isinstance(blocks[-1], Div):
        blocks = blocks[-1].blocks
    return sheet.tables.after if blocks and isinstance(blocks[-1], Table) else 0


def _open_cell(part: Part, position: int, columns: int, shading: str, below: float = 0) -> None:
    sheet = part.ledger.sheet
    left, right = paddings(sheet.versions.gutter, position, columns)
    if part.ledger.right_to_left:  # word processors do not agree which side is the left one then
        left = right = (left + right) / 2
    bottom = f'<w:bottom w:w="{twips_in(below)}" w:type="dxa"/>' if below else ""
    sides = f'<w:left w:w="{twips(left)}" w:type="dxa"/>{bottom}<w:right w:w="{twips(right)}" w:type="dxa"/>'
    width = _widths(sheet, columns)[position]
    margins = f"<w:tcMar>{sides}</w:tcMar>"
    part.out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}{margins}</w:tcPr>')
