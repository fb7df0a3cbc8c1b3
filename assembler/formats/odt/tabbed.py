"""A table in a note. LibreOffice has no tables in notes and drops them with their words, so the rows are lines here,
with tabs where the columns would stand."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.document.model import Row, Table, Words
from assembler.findings import Kind, Severity
from assembler.formats.odt.inlines import write_words
from assembler.formats.odt.ledger import Part
from assembler.formats.odt.paragraphs import Stance, close_paragraph, open_paragraph
from assembler.formats.odt.tables import mark_unnumbered, write_label
from assembler.formats.odt.text import write_text

TABLE_IN_NOTE = Kind(
    "odt-table-in-note",
    Severity.WARNING,
    "ODT has no tables in notes; the rows are printed as lines.",
    "Put the table into the text and refer to it from the note.",
)


def write_tabbed(part: Part, table: Table[Words], style: str, stance: Stance) -> None:
    """The caption, then a paragraph for each row, the header row in bold."""
    part.ledger.unit = table.id
    part.ledger.say(TABLE_IN_NOTE)
    if table.caption is not None:
        open_paragraph(part, style, replace(stance, keep=True, bold=True))
        if table.number is not None:
            write_label(part, table)
        write_words(part, table.caption.words, table.caption.id)
        close_paragraph(part)
    mark_unnumbered(part, table)
    for row in (table.head, *table.rows):
        open_paragraph(part, style, replace(stance, bold=row is table.head))
        _write_cells(part, row)
        close_paragraph(part)


def _write_cells(part: Part, row: Row[Words]) -> None:
    for position, cell in enumerate(row.cells):
        if position:
            write_text(part, "\t")
        write_words(part, cell.words, cell.id)
