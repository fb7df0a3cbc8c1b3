"""Header and footer: the sheet's patterns with the title, and the page in the words of the language."""

from __future__ import annotations

import re

from assembler.document import walk
from assembler.formats import markup
from assembler.formats.docx import xml
from assembler.formats.docx.inlines import field
from assembler.formats.docx.ledger import Ledger

PAGE_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}

GAP = re.compile(r"(\{\w+\})")


def header_part(ledger: Ledger) -> str:
    """`word/header1.xml`; empty where the sheet has no header."""
    pattern = ledger.sheet.page.header
    return _part("hdr", "Header", pattern, ledger) if pattern else ""


def footer_part(ledger: Ledger) -> str:
    """`word/footer1.xml`; empty where the sheet has no footer."""
    pattern = ledger.sheet.page.footer
    return _part("ftr", "Footer", pattern, ledger) if pattern else ""


def _part(element: str, style: str, pattern: str, ledger: Ledger) -> str:
    runs = "".join(_piece(piece, ledger) for piece in GAP.split(pattern))
    return (
        f"{xml.DECLARATION}<w:{element} {xml.NAMESPACES}>"
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:{element}>'
    )


def _piece(piece: str, ledger: Ledger) -> str:
    match piece:
        case "{page}":
            return "".join(_page_piece(each) for each in GAP.split(ledger.language.labels.page))
        case "{title}":
            return _run(walk.plain_text(ledger.document.title.content).replace("\n", " "))
        case _:
            return _run(piece)


def _page_piece(piece: str) -> str:
    return field(PAGE_FIELDS[piece], "1") if piece in PAGE_FIELDS else _run(piece)


def _run(text: str) -> str:
    clean = markup.clean(text)
    return f'<w:r><w:t xml:space="preserve">{clean}</w:t></w:r>' if clean else ""
