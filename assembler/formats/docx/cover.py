"""The cover page: title, subtitle, and the fields that the submission names."""

from __future__ import annotations

from assembler.document.model import Document, Words
from assembler.formats.docx.ledger import Part
from assembler.formats.docx.paragraphs import Form, write_paragraph


def write_cover(part: Part, document: Document[Words]) -> None:
    """The cover; what follows it begins a new page."""
    named = document.has_units_on_cover
    write_paragraph(part, document.title, "title" if named else None, Form(style="Title"))
    if document.subtitle is not None:
        write_paragraph(part, document.subtitle, "subtitle", Form(style="Subtitle"))
    group = None
    for field in document.cover:
        style = "Cover" if field.group == group else "CoverGroup"
        write_paragraph(part, field.words, field.key if named else None, Form(style=style))
        group = field.group
    part.break_next = True
