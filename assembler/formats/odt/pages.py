"""Page layouts and master pages: a cover without header and footer, then pages with them.

The body's margins are the sheet's; header and footer stand inside them, as far from the edge as the sheet says.
"""

from __future__ import annotations

import re

from assembler.document import walk
from assembler.document.model import Document, Words
from assembler.formats import markup
from assembler.formats.odt.measures import MILLIMETRES_IN_POINT, mm
from assembler.language.model import Language
from assembler.style.model import Page, ParagraphLook, StyleSheet

COVER, PAGE = "First_20_Page", "Standard"
"""The names of the master pages; LibreOffice has the first as `First Page`."""

_LINE = 1.17
"""The height of a line as a share of the size of type, where the font's own room above and below is counted."""

_FIELDS = {
    "{page}": '<text:page-number text:select-page="current">1</text:page-number>',
    "{pages}": "<text:page-count>1</text:page-count>",
}

_GAP = re.compile(r"(\{\w+\})")


def layouts(sheet: StyleSheet) -> str:
    """The page layouts, for `<office:automatic-styles>` of the styles part."""
    page = sheet.page
    cover = _layout("Cover", page, page.top, page.bottom, "<style:header-style/><style:footer-style/>")
    header = _running(sheet, sheet.roles.header, page.top - page.header_distance, "header") if page.header else ""
    footer = _running(sheet, sheet.roles.footer, page.bottom - page.footer_distance, "footer") if page.footer else ""
    running = (header or "<style:header-style/>") + (footer or "<style:footer-style/>")
    top = min(page.header_distance, page.top) if page.header else page.top
    bottom = min(page.footer_distance, page.bottom) if page.footer else page.bottom
    return cover + _layout("Pages", page, top, bottom, running)


def _layout(name: str, page: Page, top: float, bottom: float, running: str) -> str:
    turned = "landscape" if page.width > page.height else "portrait"
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{mm(page.width)}"'
        f' fo:page-height="{mm(page.height)}" style:print-orientation="{turned}" style:num-format="1"'
        f' fo:margin-top="{mm(top)}" fo:margin-bottom="{mm(bottom)}" fo:margin-left="{mm(page.left)}"'
        f' fo:margin-right="{mm(page.right)}" style:writing-mode="lr-tb">'
        '<style:footnote-sep style:width="0.18mm" style:rel-width="25%" style:color="#000000" style:line-style="solid"'
        ' style:adjustment="left" style:distance-before-sep="2mm" style:distance-after-sep="1.5mm"/>'
        f"</style:page-layout-properties>{running}</style:page-layout>"
    )


def _running(sheet: StyleSheet, look: ParagraphLook, height: float, name: str) -> str:
    """Header or footer: a line of text at the edge of `height` millimetres, the rest of them towards the text."""
    whole = sheet.paragraph(look)
    text = (whole.size or 0) * (whole.line or 1) * _LINE * MILLIMETRES_IN_POINT
    side = "bottom" if name == "header" else "top"
    return (
        f'<style:{name}-style><style:header-footer-properties fo:min-height="{mm(max(height, text))}"'
        f' fo:margin-left="0mm" fo:margin-right="0mm" fo:margin-{side}="{mm(max(height - text, 0))}"/>'
        f"</style:{name}-style>"
    )


def masters(document: Document[Words], sheet: StyleSheet, words: Language) -> str:
    """`<office:master-styles>`."""
    header = _line("header", "Header", sheet.page.header, document, words)
    footer = _line("footer", "Footer", sheet.page.footer, document, words)
    return (
        f'<office:master-styles><style:master-page style:name="{PAGE}" style:page-layout-name="Pages">{header}{footer}'
        f'</style:master-page><style:master-page style:name="{COVER}" style:display-name="First Page"'
        f' style:page-layout-name="Cover" style:next-style-name="{PAGE}"/></office:master-styles>'
    )


def _line(element: str, style: str, pattern: str, document: Document[Words], words: Language) -> str:
    if not pattern:
        return ""
    inner = "".join(_piece(piece, document, words) for piece in _GAP.split(pattern))
    return f'<style:{element}><text:p text:style-name="{style}">{inner}</text:p></style:{element}>'


def _piece(piece: str, document: Document[Words], words: Language) -> str:
    match piece:
        case "{page}":
            return "".join(_FIELDS.get(each) or _plain(each) for each in _GAP.split(words.labels.page))
        case "{title}":
            return _plain(walk.plain_text(document.title.content).replace("\n", " "))
        case _:
            return _plain(piece)


def _plain(text: str) -> str:
    return markup.clean(text)
