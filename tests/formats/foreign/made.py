"""Files that tests make: small documents with one thing in them, and hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODF = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
OTHERS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(*each: tuple[str, str, str]) -> str:
    """Of id, type and target; a target with a colon is outside."""
    lines = "".join(
        f'<Relationship Id="{id}" Type="{R}/{type}" Target="{target}"'
        + (' TargetMode="External"' if ":" in target else "")
        + "/>"
        for id, type, target in each
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def document(body: str, declarations: str = "") -> str:
    spaces = (
        f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{declarations}<w:document {spaces}><w:body>{body}</w:body></w:document>'
    )


def docx(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    related: tuple[tuple[str, str, str], ...] = (),
    declarations: str = "",
) -> bytes:
    """A DOCX with this body; `parts` are further ones, `related` relationships of the main part."""
    return zipped({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships(("r0", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body, declarations),
        "word/_rels/document.xml.rels": relationships(*related),
        **(parts or {}),
    })  # fmt: skip


def paragraph(words: str, properties: str = "", letters: str = "") -> str:
    run = f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def styled(words: str, style: str) -> str:
    return paragraph(words, f'<w:pStyle w:val="{style}"/>')


def part(root: str, inner: str) -> str:
    """A part of a DOCX: `styles`, `numbering`, `footnotes` …"""
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{root}>'


def odt(text: str, styles: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An ODT with this text and automatic styles."""
    content = (
        f"<office:document-content {ODF} {OTHERS}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(parts or {})})
