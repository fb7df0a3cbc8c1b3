"""The package: parts that say nothing of the text, relationships, content types, and the zip.

Entries stand in a fixed order under a fixed date and nothing here asks a clock, so that the same document gives the
same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from assembler.formats.docx import xml
from assembler.formats.docx.measures import twips
from assembler.style.model import Page, StyleSheet

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "application/vnd.openxmlformats-package"
OFFICE = "application/vnd.openxmlformats-officedocument"

CONTENT_TYPES = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/fontTable.xml": f"{WORD}.fontTable+xml",
    "word/footnotes.xml": f"{WORD}.footnotes+xml",
    "word/header1.xml": f"{WORD}.header+xml",
    "word/footer1.xml": f"{WORD}.footer+xml",
    "docProps/core.xml": f"{PACKAGE}.core-properties+xml",
    "docProps/app.xml": f"{OFFICE}.extended-properties+xml",
    "docProps/custom.xml": f"{OFFICE}.custom-properties+xml",
}

OF_DOCUMENT = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "footnotes": "footnotes.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
}
"""Parts that the document part relates to: type of relationship, file."""

OF_PACKAGE = {
    "word/document.xml": f"{xml.R}/officeDocument",
    "docProps/core.xml": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/app.xml": f"{xml.R}/extended-properties",
    "docProps/custom.xml": f"{xml.R}/custom-properties",
}

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can say."""


def package(parts: Mapping[str, str], links: Mapping[str, Mapping[str, str]]) -> bytes:
    """The file: `parts` by name, and for each part that links outside (`word/document.xml`) the addresses with their ids."""
    related = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships((f"rId{n}", type, name) for n, (name, type) in enumerate(_present(parts), 1)),
        "word/_rels/document.xml.rels": _document_relationships(parts, links.get("word/document.xml", {})),
    }
    notes = links.get("word/footnotes.xml", {})
    if notes:
        related["word/_rels/footnotes.xml.rels"] = _relationships((), notes)
    return _zipped({**related, **parts})


def _present(parts: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, type) for name, type in OF_PACKAGE.items() if name in parts]


def _content_types(parts: Mapping[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{CONTENT_TYPES[name]}"/>' for name in parts)
    return (
        f'{xml.DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{PACKAGE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
