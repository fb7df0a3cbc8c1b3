"""Letterheads as an organization would have them: made with python-docx, and with LibreOffice out of these."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor

from tests.tools import converted

COLOUR = "7F0020"


def picture(width: int = 60, height: int = 30) -> bytes:
    """A red rectangle as PNG."""

    def chunk(type: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + type + data + struct.pack(">I", zlib.crc32(type + data))

    rows = b"".join(b"\0" + b"\xb4\x14\x28" * width for _ in range(height))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def docx_letterhead() -> bytes:
    """US Letter, a logo on the first page, a header on the others, an address at the foot of the first; Georgia, red
    headings, a style of its own in the header; and what Word knows of the author."""
    document = Document()
    section = document.sections[0]
    section.left_margin, section.right_margin, section.top_margin = Cm(3), Cm(2), Cm(4.2)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(BytesIO(picture()), width=Cm(3))
    own = document.styles.add_style("Letter Motto", WD_STYLE_TYPE.PARAGRAPH)
    own.font.italic = True
    first.add_run("\tКоалиция «Арқау»")
    section.first_page_header.add_paragraph("Никто не забыт", style=own)
    section.first_page_footer.paragraphs[0].text = "Алматы, ул. Абая, 1"
    section.header.paragraphs[0].text = "Арқау"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(11)
    document.styles["Heading 1"].font.color.rgb = RGBColor.from_string(COLOUR)
    document.core_properties.author = "Иван Авторов"
    document.core_properties.comments = "внутренний шаблон"
    return saved(document)


def saved(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def odt_letterhead(tool: Callable[[str], str], folder: Path) -> bytes:
    """The same as LibreOffice saves it in ODT."""
    source = folder / "letterhead.docx"
    source.write_bytes(docx_letterhead())
    return converted(tool("soffice"), source, "odt", folder).read_bytes()


def changed(
    package: bytes, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None
) -> bytes:
    """A package with its entries changed (None leaves one out), and with more of them."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            data = change(entry.filename, old.read(entry))
            if data is not None:
                new.writestr(entry, data)
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return buffer.getvalue()
