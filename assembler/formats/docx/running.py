"""Headers and footers: a part for each pattern of the sheet that says something, those of the cover apart."""

from __future__ import annotations

from assembler.formats import markup
from assembler.formats.docx import xml
from assembler.formats.docx.inlines import Look, field, run_look
from assembler.formats.docx.ledger import Ledger
from assembler.formats.docx.measures import twips
from assembler.formats.docx.package import TURNED
from assembler.formats.running import Piece, RunningLine, running

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}

PARTS = {
    "word/header1.xml": ("hdr", "Header", "header"),
    "word/footer1.xml": ("ftr", "Footer", "footer"),
    "word/header2.xml": ("hdr", "Header", "cover_header"),
    "word/footer2.xml": ("ftr", "Footer", "cover_footer"),
}
"""Each part's element, the style of its lines, and the pattern of the page that it prints."""


def running_parts(ledger: Ledger) -> dict[str, str]:
    """The parts by name, without those that would be empty."""
    width = twips(ledger.sheet.page.text_width)
    return {name: part for name in PARTS if (part := _part(ledger, name, width))}


def turned_parts(ledger: Ledger) -> dict[str, str]:
    """The parts for landscape pages that differ from those of other pages: lines with zones are as wide as the text."""
    page = ledger.sheet.page
    width = twips(page.turned.text_width)
    wide = [name for name in TURNED if "\t" in getattr(page, PARTS[name][2])]
    return {TURNED[name]: part for name in wide if (part := _part(ledger, name, width))}


def _part(ledger: Ledger, name: str, width: int) -> str:
    """A header or footer for text of a width in twips; empty where it says nothing."""
    element, style, pattern = PARTS[name]
    rtl = ledger.right_to_left
    gaps = running(ledger.document, ledger.language, ledger.stamp.text)
    lines = "".join(_line(line, style, width, rtl) for line in gaps.lines(getattr(ledger.sheet.page, pattern)))
    return f"{xml.DECLARATION}<w:{element} {xml.NAMESPACES}>{lines}</w:{element}>" if lines else ""


def _line(line: RunningLine, style: str, width: int, right_to_left: bool) -> str:
    zones = ("".join(_piece(piece, right_to_left) for piece in zone) for zone in line.zones)
    runs = "<w:r><w:tab/></w:r>".join(zones)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_tabs(line, width)}</w:pPr>{runs}</w:p>'


def _tabs(line: RunningLine, width: int) -> str:
    """The stops of a line with zones, which stands at the left margin whatever its style says."""
    if not line.tab_stops:
        return ""
    places = {"center": width // 2, "right": width}
    stops = "".join(f'<w:tab w:val="{side}" w:pos="{places[side]}"/>' for side in line.tab_stops)
    return f'<w:tabs>{stops}</w:tabs><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>'


def _piece(piece: Piece, right_to_left: bool) -> str:
    if piece.is_field:
        return field(FIELDS[piece.text], "1")
    clean = markup.clean(piece.text)
    look = run_look(Look(style="Stamp" if piece.is_stamp else "", right_to_left=right_to_left))
    return f'<w:r>{look}<w:t xml:space="preserve">{clean}</w:t></w:r>' if clean else ""
