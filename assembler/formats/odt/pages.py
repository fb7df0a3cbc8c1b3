"""Page layouts and master pages: the cover with its own header and footer, then all other pages with theirs.

The body's margins are the sheet's; header and footer stand inside them, as far from the edge as the sheet says.
"""

from __future__ import annotations

from msgspec import Struct

from assembler.formats import markup
from assembler.formats.odt.ledger import Ledger
from assembler.formats.odt.looks import alignment
from assembler.formats.odt.measures import MILLIMETRES_IN_POINT, mm, writing_mode
from assembler.formats.odt.text import span_tag
from assembler.formats.running import Piece, Running, RunningLine, running
from assembler.style.model import Page, ParagraphLook, StyleSheet

COVER, PAGE, LANDSCAPE = "First_20_Page", "Standard", "Landscape"
"""The names of the master pages; LibreOffice has the first as `First Page`."""

TURNED = "TurnedPages"
"""The name of the layout of landscape pages, and in those of the styles that only they have."""

_LINE = 1.17
"""The height of a line as a share of the size of type, where the font's own room above and below is counted."""

_FIELDS = {
    "{page}": '<text:page-number text:select-page="current">1</text:page-number>',
    "{pages}": "<text:page-count>1</text:page-count>",
}


class _Kind(Struct, frozen=True):
    """A kind of page: the name of its layout, the lines at its head and at its foot."""

    layout: str
    page: Page
    header: tuple[RunningLine, ...]
    footer: tuple[RunningLine, ...]


class Pages:
    """The pages of one document; those on their side are there only if something stands on them."""

    def __init__(self, ledger: Ledger) -> None:
        self.sheet = ledger.sheet
        self.right_to_left = ledger.right_to_left
        gaps = running(ledger.document, ledger.language, ledger.stamp.text)
        page = ledger.sheet.page
        self.cover = _kind("Cover", page, gaps, page.cover_header, page.cover_footer)
        self.others = _kind("Pages", page, gaps, page.header, page.footer)
        self.turned = _kind(TURNED, page.turned, gaps, page.header, page.footer) if ledger.is_turned else None

    def layouts(self) -> str:
        """The page layouts and the styles of lines with zones, for `<office:automatic-styles>` of the styles part."""
        rtl = self.right_to_left
        zones = _zone_styles("", self.sheet.page, right_to_left=rtl)
        layouts = "".join(_layout(self.sheet, kind, right_to_left=rtl) for kind in (self.cover, self.others))
        if self.turned is not None:
            zones += _zone_styles(TURNED, self.turned.page, right_to_left=rtl)
            layouts += _layout(self.sheet, self.turned, right_to_left=rtl)
        return zones + layouts

    def masters(self) -> str:
        """`<office:master-styles>`."""
        turned = ""
        if self.turned is not None:
            turned = (
                f'<style:master-page style:name="{LANDSCAPE}" style:page-layout-name="{TURNED}">'
                f"{_content(self.turned, TURNED)}</style:master-page>"
            )
        return (
            f'<office:master-styles><style:master-page style:name="{PAGE}" style:page-layout-name="Pages">'
            f'{_content(self.others)}</style:master-page><style:master-page style:name="{COVER}"'
            f' style:display-name="First Page" style:page-layout-name="Cover" style:next-style-name="{PAGE}">'
            f"{_content(self.cover)}</style:master-page>{turned}</office:master-styles>"
        )


def _kind(layout: str, page: Page, gaps: Running, header: str, footer: str) -> _Kind:
    return _Kind(layout, page, gaps.lines(header), gaps.lines(footer))


def _layout(sheet: StyleSheet, kind: _Kind, *, right_to_left: bool) -> str:
    page = kind.page
    mode, side = writing_mode(right_to_left=right_to_left), "right" if right_to_left else "left"
    turned = "landscape" if page.is_landscape else "portrait"
    top = min(page.header_distance, page.top) if kind.header else page.top
    bottom = min(page.footer_distance, page.bottom) if kind.footer else page.bottom
    header = _room(sheet, sheet.roles.header, page.top - page.header_distance, "header", len(kind.header))
    footer = _room(sheet, sheet.roles.footer, page.bottom - page.footer_distance, "footer", len(kind.footer))
    return (
        f'<style:page-layout style:name="{kind.layout}"><style:page-layout-properties fo:page-width="{mm(page.width)}"'
        f' fo:page-height="{mm(page.height)}" style:print-orientation="{turned}" style:num-format="1"'
        f' fo:margin-top="{mm(top)}" fo:margin-bottom="{mm(bottom)}" fo:margin-left="{mm(page.left)}"'
        f' fo:margin-right="{mm(page.right)}"{mode}>{_note_separator(side)}'
        f"</style:page-layout-properties>{header}{footer}</style:page-layout>"
    )


def _note_separator(side: str) -> str:
    """The rule above the notes, at the side where lines begin."""
    return (
        '<style:footnote-sep style:width="0.18mm" style:rel-width="25%" style:color="#000000" style:line-style="solid"'
        f' style:adjustment="{side}" style:distance-before-sep="2mm" style:distance-after-sep="1.5mm"/>'
    )


def _room(sheet: StyleSheet, look: ParagraphLook, height: float, name: str, lines: int) -> str:
    """Header or footer: so many lines of text at the edge of `height` millimetres, the rest of them towards the text.

    Should lines be broken, they take from that rest.
    """
    if not lines:
        return f"<style:{name}-style/>"
    whole = sheet.paragraph(look)
    text = lines * (whole.size or 0) * (whole.line or 1) * _LINE * MILLIMETRES_IN_POINT
    side = "bottom" if name == "header" else "top"
    return (
        f'<style:{name}-style><style:header-footer-properties fo:min-height="{mm(max(height, text))}"'
        f' fo:margin-left="0mm" fo:margin-right="0mm" fo:margin-{side}="{mm(max(height - text, 0))}"'
        f' style:dynamic-spacing="true"/></style:{name}-style>'
    )


def _content(kind: _Kind, pages: str = "") -> str:
    """Header and footer; `pages` is in the names of styles that only such pages have."""
    return _element("header", "Header", kind.header, pages) + _element("footer", "Footer", kind.footer, pages)


def _element(name: str, style: str, lines: tuple[RunningLine, ...], pages: str) -> str:
    if not lines:
        return ""
    paragraphs = "".join(_line(line, style, pages) for line in lines)
    return f"<style:{name}>{paragraphs}</style:{name}>"


def _line(line: RunningLine, style: str, pages: str) -> str:
    zones = "<text:tab/>".join("".join(map(_piece, zone)) for zone in line.zones)
    named = _zone_style(style, len(line.zones), pages) if line.tab_stops else style
    return f'<text:p text:style-name="{named}">{zones}</text:p>'


def _piece(piece: Piece) -> str:
    if piece.is_field:
        return _FIELDS[piece.text]
    clean = markup.clean(piece.text)
    return f"{span_tag('Stamp')}{clean}</text:span>" if piece.is_stamp else clean


def _zone_style(style: str, zones: int, pages: str) -> str:
    return f"{style}{pages}{zones}"


def _zone_styles(pages: str, page: Page, *, right_to_left: bool) -> str:
    """Lines of two and of three zones, which begin at the margin whatever their style says."""
    align = alignment("left", right_to_left=right_to_left)
    return "".join(_zones(style, zones, pages, page, align) for style in ("Header", "Footer") for zones in (2, 3))


def _zones(style: str, zones: int, pages: str, page: Page, align: str) -> str:
    middle = f'<style:tab-stop style:position="{mm(page.text_width / 2)}" style:type="center"/>' if zones > 2 else ""
    right = f'<style:tab-stop style:position="{mm(page.text_width)}" style:type="right"/>'
    return (
        f'<style:style style:name="{_zone_style(style, zones, pages)}" style:family="paragraph"'
        f' style:parent-style-name="{style}"><style:paragraph-properties fo:margin-left="0mm" fo:margin-right="0mm"'
        f' fo:text-indent="0mm" fo:text-align="{align}"><style:tab-stops>{middle}{right}</style:tab-stops>'
        "</style:paragraph-properties></style:style>"
    )
