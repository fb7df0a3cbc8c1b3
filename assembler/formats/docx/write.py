"""An edition's tree to the bytes of a DOCX file.

The body is walked first; what it has collected on the way (lists, notes, headings) makes the parts around it.
"""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Document, Words
from assembler.formats.docx import xml
from assembler.formats.docx.blocks import BODY, write_blocks
from assembler.formats.docx.contents import contents
from assembler.formats.docx.cover import write_cover
from assembler.formats.docx.ledger import Ledger, Part
from assembler.formats.docx.notes import write_notes
from assembler.formats.docx.package import (
    app_part,
    core_part,
    custom_part,
    fonts_part,
    package,
    section_properties,
    settings_part,
)
from assembler.formats.docx.paragraphs import Form, write_empty
from assembler.formats.docx.running import running_parts
from assembler.formats.docx.styles import styles_part
from assembler.formats.written import NO_STAMP, Purpose, Stamp, Written
from assembler.style.model import StyleSheet


def write(document: Document[Words], sheet: StyleSheet, *, purpose: Purpose, stamp: Stamp = NO_STAMP) -> Written:
    """The DOCX of a composed and numbered edition.

    `stamp` is for drafts; a final edition bears none. Raises ConfigurationError when the document's language has no
    data file.
    """
    ledger = Ledger(document, sheet.in_language(document.language), draft=purpose == "draft", stamp=stamp)
    body = Part(ledger)
    write_cover(body, document)
    cover, body.out = body.out, []
    write_blocks(body, document.blocks, BODY)
    if body.after_table or not document.blocks:
        write_empty(body, Form(style="BodyText"))
    notes = write_notes(ledger)
    parts = _parts(ledger, cover, body.out, notes.out)
    if ledger.stamp.properties:
        parts["docProps/custom.xml"] = custom_part(ledger.stamp.properties)
    links = {"document.xml": body.addresses, "footnotes.xml": notes.addresses}
    return Written(package(parts, links), tuple(ledger.findings))


def _parts(ledger: Ledger, cover: list[str], body: list[str], notes: list[str]) -> dict[str, str | list[str]]:
    """Every part of the package by its name, in the order of the zip."""
    sheet, tag = ledger.sheet, ledger.language.tag
    running = running_parts(ledger)
    listed = contents(ledger) if ledger.document.contents else ""
    begin = f"{xml.DECLARATION}<w:document {xml.NAMESPACES}><w:body>"
    end = f"{section_properties(sheet.page, running)}</w:body></w:document>"
    parts: dict[str, str | list[str]] = {
        "word/document.xml": [begin, *cover, listed, *body, end],
        "word/styles.xml": styles_part(sheet, tag),
        "word/numbering.xml": ledger.numbering.part(),
        "word/settings.xml": settings_part(sheet, tag),
        "word/fontTable.xml": fonts_part(sheet),
        "word/footnotes.xml": notes,
        **running,
        "docProps/core.xml": core_part(walk.plain_text(ledger.document.title.content), tag),
        "docProps/app.xml": app_part(),
    }
    return {name: part for name, part in parts.items() if part}
