"""An edition's tree to the bytes of a DOCX file.

The body is walked first; what it has collected on the way (lists, notes, headings) makes the parts around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assembler.document import walk
from assembler.document.model import Document, Words
from assembler.formats.docx import xml
from assembler.formats.docx.blocks import BODY, write_blocks
from assembler.formats.docx.comments import comments_part
from assembler.formats.docx.contents import Pages, contents
from assembler.formats.docx.cover import write_cover
from assembler.formats.docx.ledger import Ledger
from assembler.formats.docx.ledger import Part as Stream
from assembler.formats.docx.notes import write_notes
from assembler.formats.docx.package import (
    Part,
    Relation,
    app_part,
    core_part,
    custom_part,
    fonts_part,
    package,
    settings_part,
)
from assembler.formats.docx.paragraphs import Form, write_empty
from assembler.formats.docx.running import running_parts, turned_parts
from assembler.formats.docx.sections import end_body, write_sections
from assembler.formats.docx.spreads import SEPARATOR
from assembler.formats.docx.styles import styles_part
from assembler.formats.pictures.picture import NO_PICTURES, Picture
from assembler.formats.written import NO_STAMP, Purpose, Stamp, Written
from assembler.style.model import StyleSheet

if TYPE_CHECKING:
    from assembler.formats.docx.letterhead.read import Letterhead


def write(
    document: Document[Words],
    sheet: StyleSheet,
    *,
    purpose: Purpose,
    stamp: Stamp = NO_STAMP,
    letterhead: Letterhead | None = None,
    pages: Pages | None = None,
    pictures: Mapping[str, Picture] = NO_PICTURES,
) -> Written:
    """The DOCX of a composed and numbered edition.

    `stamp` is for drafts; a final edition bears none. `letterhead` is an organization's, which comes before the sheet.
    `pages` are those of the headings, for the contents; None leaves them out, and a heading that is not among them gets
    a placeholder. `pictures` are those that the document names. Raises ConfigurationError when the document's
    language has no data file.
    """
    whole = sheet.in_language(document.language)
    if letterhead is not None:
        whole = letterhead.over(whole)
    ledger = Ledger(document, whole, draft=purpose == "draft", stamp=stamp, pictures=pictures)
    ledger.pages = pages
    body = Stream(ledger)
    if document.front:
        write_blocks(body, document.front, BODY)
        body.break_next, body.after_table = True, False
    else:
        write_cover(body, document)
    cover, body.out = body.out, []
    write_blocks(body, document.blocks, BODY)
    end_body(body)
    if body.after_table and document.front:
        body.out.append(SEPARATOR)
    elif body.after_table or not document.blocks:
        write_empty(body, Form(style="BodyText"))
    notes = write_notes(ledger)
    listed = contents(ledger, pages) if document.contents else ""
    if document.front and not listed:
        listed = SEPARATOR
    parts = _parts(ledger, notes.out, letterhead, turned=bool(body.breaks))
    related: dict[str, tuple[Relation, ...]] = {}
    references = ""
    if letterhead is not None:
        from assembler.formats.docx.letterhead.pages import lay_under

        added = lay_under(parts, ledger, letterhead)
        parts |= added.parts
        related, references = added.related, added.references
    last = write_sections(body, frozenset(parts), references)
    parts["word/document.xml"] = [
        f"{xml.DECLARATION}<w:document {xml.NAMESPACES}><w:body>", *cover, listed, *body.out,
        f"{last}</w:body></w:document>",
    ]  # fmt: skip
    links = {"document.xml": body.addresses, "footnotes.xml": notes.addresses}
    media = {"document.xml": body.pictures, "footnotes.xml": notes.pictures}
    parts |= {f"word/{name}": data for data, name in ledger.media.items()}
    return Written(package(parts, links, related, media), tuple(ledger.findings))


def _parts(ledger: Ledger, notes: list[str], letterhead: Letterhead | None, *, turned: bool) -> dict[str, Part]:
    """Every part of the package by its name, in the order of the zip, the document's only by name; `turned` says that
    there are landscape pages."""
    sheet, tag, rtl = ledger.sheet, ledger.language.tag, ledger.right_to_left
    even = letterhead is not None and letterhead.even
    parts: dict[str, Part] = {
        "word/document.xml": ["…"],
        "word/styles.xml": styles_part(sheet, tag, right_to_left=rtl, several=bool(ledger.document.front)),
        "word/numbering.xml": ledger.numbering.part(),
        "word/settings.xml": settings_part(sheet, tag, even=even, right_to_left=rtl),
        "word/fontTable.xml": fonts_part(sheet),
        "word/footnotes.xml": notes,
        "word/comments.xml": comments_part(ledger),
        **running_parts(ledger),
        **(turned_parts(ledger) if turned else {}),
        "docProps/core.xml": core_part(walk.plain_text(ledger.document.title.content), tag),
        "docProps/app.xml": app_part(),
        "docProps/custom.xml": custom_part(ledger.stamp.properties) if ledger.stamp.properties else "",
    }
    return {name: part for name, part in parts.items() if part}
