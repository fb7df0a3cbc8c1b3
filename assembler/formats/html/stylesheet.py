"""The style sheet as CSS: each role a rule, so that one sheet serves page, paper and word processor.

Sizes and distances are in `rem`, one of which is the sheet's size of plain text; a reader who wants larger type gets
it. Four properties, set in `page.css`, fit paper's measures to a screen: `--leading` (height of lines), `--space`
(distances between paragraphs), `--indent` (how much of an indent is kept) and `--edge` (from where indents count).
Colours come in two modes, see `colours`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from assembler.formats.html.colours import ground_colour, line_colour, type_colour
from assembler.formats.running import Piece, Running
from assembler.style.model import CharacterLook, ParagraphLook, Rule, StyleSheet
from assembler.style.spreads import grounds, version_heading

POINTS_IN_MILLIMETRE = 72 / 25.4
SCREEN_POINTS = 12
"""The size of type in points at which a browser's own size is just right."""

UNDERLINES = {"single": "solid", "double": "double", "dotted": "dotted", "dashed": "dashed", "wavy": "wavy"}
ALIGNMENTS = {"left": "start", "right": "end", "center": "center", "justify": "justify"}

CHARACTERS = {
    "link": "a.link", "code": "code", "raw": ".raw", "note_mark": ".note-mark", "mark_fuzzy": ".mark-fuzzy",
    "mark_untranslated": ".mark-untranslated", "mark_waiting": ".mark-waiting", "contents_1": ".contents-1",
    "contents_2": ".contents-2", "contents_3": ".contents-3", "stamp": ".stamp",
    "language_mark": ".language-mark",
}  # fmt: skip
"""Roles of which only the look of the words counts, and their selectors."""

PARAGRAPHS = {
    "title": ".title", "subtitle": ".subtitle", "cover": ".cover-field", "cover_group": ".cover-group",
    "body": ".body", "numbered": ".numbered", "item": ".item",
    "continuation": ".continuation", "entry": ".entry", "caption": "caption", "figure": ".figure", "note": ".notes p",
}  # fmt: skip
"""Roles of paragraphs, and their selectors."""

HEADINGS = ("h2", "h3", "h4", "h5", "h6", 'h6[aria-level="7"]')
"""The selectors of headings, from level 1: the title is the first of the page."""

BOXES = ("recommendation", "example", "summary", "annex")
LABELLED = ("recommendation", "example")


def stylesheet(sheet: StyleSheet, gaps: Running) -> str:
    """All rules that depend on the sheet; `gaps` is what runs along the head and foot of printed pages."""
    return "\n".join(("", *_rules(sheet), *_paper(sheet, gaps), ""))


def _rules(sheet: StyleSheet) -> Iterator[str]:
    roles = sheet.roles
    yield f":root{{--size:{_number((sheet.text.size or SCREEN_POINTS) / SCREEN_POINTS)};{_measures(sheet)}}}"
    yield _rule("body", [*_characters(replace(sheet.text, size=None), sheet), *_block(sheet.text)])
    if not sheet.page.hyphenation:
        yield "body{hyphens:manual}"
    for name, selector in CHARACTERS.items():
        look = getattr(roles, name)
        yield _rule(selector, _characters(_words_only(look), sheet))
    for name, selector in PARAGRAPHS.items():
        yield _rule(selector, _paragraph(getattr(roles, name), sheet))
    yield _rule("figcaption", _paragraph(sheet.figure_caption, sheet))
    for selector, look in zip(HEADINGS, roles.headings, strict=True):
        yield _rule(selector, _paragraph(look, sheet))
    yield from _contained(sheet)
    yield from _tables(sheet)
    yield from _spreads(sheet)


def _measures(sheet: StyleSheet) -> str:
    """The measures that several rules count with: where text and lists begin, and how far markers hang."""
    roles, lists = sheet.roles, sheet.lists
    measures = {
        "body": roles.body.left or 0,
        "under": roles.numbered.left or 0,
        "hang": max(-(roles.numbered.first or 0), 0),
        "step": lists.step,
        "quote": roles.quote.left or 0,
        "note-hang": max(-(roles.note.first or 0), 0),
    }
    return ";".join(f"--{name}:{_length(value, sheet)}" for name, value in measures.items())


def _contained(sheet: StyleSheet) -> Iterator[str]:
    """Quotations and containers: what is in them takes their look, and has their distances between paragraphs."""
    for name in ("quote", *BOXES):
        look = getattr(sheet.roles, name)
        inside = ["padding:.7rem .9rem"] if look.shading else []
        yield _rule(f".{name}", [*_paragraph(replace(look, before=0, after=0), sheet), *inside, *_borders(look)])
        filled = sheet.paragraph(look)
        yield _rule(f".{name} p", _distances(filled.before, filled.after, sheet))
    for name in LABELLED:
        look = getattr(sheet.roles, f"{name}_label")
        filled = sheet.paragraph(look)
        own = replace(look, left=None, right=None, first=None, rule_left=None)
        yield _rule(f".{name}>.label", [*_paragraph(own, sheet), *_distances(filled.before, filled.after, sheet)])
        yield _rule(f".{name}", _distances(sheet.boxes.before, sheet.boxes.after, sheet))


def _tables(sheet: StyleSheet) -> Iterator[str]:
    tables = sheet.tables
    colour = line_colour(tables.rule_colour)
    outer, inner = f"{tables.rule:g}pt solid {colour}", f"{tables.inner_rule:g}pt solid {colour}"
    padding = f"padding-inline:{_length(tables.padding, sheet)}"
    yield f".scroller{{margin-block-end:calc(var(--space)*{_points(tables.after, sheet)})}}"
    yield f"thead{{border-block-start:{outer}}}tbody{{border-block-end:{outer}}}"
    yield f"tr+tr,tbody tr{{border-block-start:{inner}}}"
    yield _rule("td,tbody th", [*_cell(sheet.roles.cell, sheet), padding])
    yield _rule("thead th,thead td", [*_cell(sheet.roles.header_cell, sheet), padding])
    if tables.header_shading:
        yield f"thead th,thead td{{{_on_ground(sheet.roles.header_cell, tables.header_shading)}}}"
        yield "thead .note-mark a,thead a.link,thead a.ref,thead a.place{color:inherit}"
    yield "[data-pad]::after{content:attr(data-pad);visibility:hidden}"
    if tables.vertical:
        yield f"td+td,td+th,th+td,th+th{{border-inline-start:{inner}}}table{{border-inline:{outer}}}"


def _spreads(sheet: StyleSheet) -> Iterator[str]:
    """Versions side by side: the names of their languages, the room between columns, the ground of boxes."""
    versions = sheet.versions
    head = replace(sheet.roles.column_head, rule_below=None)
    yield _rule(".spread>thead>tr>th", [*_cell(head, sheet), "background:none", *_borders(sheet.roles.column_head)])
    headings = (sheet.roles.heading_1, sheet.roles.heading_2, sheet.roles.heading_3, sheet.roles.heading_4)
    for selector, look in zip((".as-h2", ".as-h3", ".as-h4", ".as-h5,.as-h6"), headings, strict=True):
        yield _rule(selector, _paragraph(version_heading(sheet.roles, look), sheet))
    yield f":root{{--between:{_length(versions.gutter, sheet)};--apart:{_points(versions.apart, sheet)}}}"
    for box, colour in grounds(sheet).items():
        yield f".spread>tbody>tr>.{box}-ground{{{_on_ground(sheet.roles.body, colour)}}}"
    yield f".spread>tbody>.below-box>td{{padding-block-start:{_points(sheet.boxes.after, sheet)}}}"


def _cell(look: ParagraphLook, sheet: StyleSheet) -> list[str]:
    """A cell has no margins: what stands off is its padding."""
    filled = sheet.paragraph(look)
    align = [] if look.align is None else [f"text-align:{ALIGNMENTS[look.align]}"]
    above, below = _points(filled.before, sheet), _points(filled.after, sheet)
    line = f"line-height:calc({filled.line or 1:g}*var(--leading))"
    return [
        *_characters(look, sheet),
        f"padding-block:calc(var(--space)*{above}) calc(var(--space)*{below})",
        line,
        *align,
    ]


def _on_ground(look: CharacterLook, ground: str) -> str:
    return f"background:{ground_colour(ground)};color:{type_colour(look.colour, ground)}"


def _rule(selector: str, declarations: list[str]) -> str:
    return f"{selector}{{{';'.join(declarations)}}}"


def _words_only(look: CharacterLook) -> CharacterLook:
    """The look of words alone. In the contents the page decides on sizes."""
    plain = {name: getattr(look, name) for name in CharacterLook.__struct_fields__}
    return CharacterLook(**plain)


def _paragraph(look: ParagraphLook, sheet: StyleSheet) -> list[str]:
    """A paragraph: its words, distances, indents. What the sheet leaves open is that of plain text."""
    filled = sheet.paragraph(look)
    return [
        *_characters(look, sheet),
        *_distances(filled.before, filled.after, sheet),
        *_indents(look, sheet),
        *_block(look),
    ]


def _characters(look: CharacterLook, sheet: StyleSheet) -> list[str]:
    made: list[str] = []
    if look.font is not None:
        made.append(f"font-family:{_families(look.font, sheet)}")
    if look.size is not None:
        made.append(f"font-size:{_points(look.size, sheet)}")
    if look.bold is not None:
        made.append(f"font-weight:{'bold' if look.bold else 'normal'}")
    if look.italic is not None:
        made.append(f"font-style:{'italic' if look.italic else 'normal'}")
    if look.underline is not None:
        style = UNDERLINES.get(look.underline)
        made.append(f"text-decoration:underline {style}" if style else "text-decoration:none")
    if look.superscript:
        made.append("vertical-align:super;font-size:.72em;line-height:0")
    if look.background is not None:
        made.append(_on_ground(look, look.background))
    elif look.colour is not None:
        made.append(f"color:{type_colour(look.colour)}")
    return made


def _block(look: ParagraphLook) -> list[str]:
    """What a paragraph has beside its words and its place."""
    made: list[str] = []
    if look.line is not None:
        made.append(f"line-height:calc({look.line:g}*var(--leading))")
    if look.align is not None:
        made.append(f"text-align:{ALIGNMENTS[look.align]}")
    if look.hyphenate is not None:
        made.append(f"hyphens:{'auto' if look.hyphenate else 'manual'}")
    if look.shading is not None:
        made.append(_on_ground(look, look.shading))
    for name, wanted in (("break-after", look.keep_with_next), ("break-inside", look.keep_together)):
        if wanted:
            made.append(f"{name}:avoid")
    if look.page_break_before:
        made.append("break-before:page")
    if look.widow_control:
        made.append("orphans:2;widows:2")
    return made


def _distances(before: float | None, after: float | None, sheet: StyleSheet) -> list[str]:
    above, below = _points(before, sheet), _points(after, sheet)
    return [f"margin-block:calc(var(--space)*{above}) calc(var(--space)*{below})"]


def _indents(look: ParagraphLook, sheet: StyleSheet) -> list[str]:
    """Indents count from `--edge`, which is where the text around begins."""
    made: list[str] = []
    if look.left is not None:
        made.append(f"margin-inline-start:max(0rem,calc(({_length(look.left, sheet)} - var(--edge))*var(--indent)))")
    if look.right is not None:
        made.append(f"margin-inline-end:calc({_length(look.right, sheet)}*var(--indent))")
    if look.first is not None and look.first > 0:
        made.append(f"text-indent:calc({_length(look.first, sheet)}*var(--indent))")
    return made


def _borders(look: ParagraphLook) -> list[str]:
    """Rules beside a container; they stand outside of its text."""
    sides = (
        ("inline-start", look.rule_left),
        ("block-start", look.rule_above),
        ("block-end", look.rule_below),
    )
    return [made for side, rule in sides if rule is not None for made in _border(side, rule)]


def _border(side: str, rule: Rule) -> tuple[str, str]:
    return f"border-{side}:{rule.weight:g}pt solid {line_colour(rule.colour)}", f"padding-{side}:{rule.gap:g}pt"


def _families(font: str, sheet: StyleSheet) -> str:
    families = sheet.fonts[font]
    return ",".join((*(_quoted(family) for family in families), _generic(font, families[-1])))


def _generic(font: str, last: str) -> str:
    """The kind of font to fall back to, as the name of the last one says it, or the sheet's own word."""
    named = f"{last} {font}".lower()
    kinds = (("mono", "monospace"), ("courier", "monospace"), ("sans", "sans-serif"), ("serif", "serif"))
    return next((generic for word, generic in kinds if word in named), "serif")


def _paper(sheet: StyleSheet, gaps: Running) -> Iterator[str]:
    """The sheet of paper, with what the sheet wants at its head and foot; the cover has its own."""
    page = sheet.page
    margins = " ".join(f"{side:g}mm" for side in (page.top, page.right, page.bottom, page.left))
    yield f"@page{{size:{page.width:g}mm {page.height:g}mm;margin:{margins}}}"
    yield f"@page landscape{{size:{page.turned.width:g}mm {page.turned.height:g}mm}}"
    for selector, header, footer in (("", page.header, page.footer), (":first", page.cover_header, page.cover_footer)):
        boxes = (*_boxes("top", header, sheet, gaps), *_boxes("bottom", footer, sheet, gaps))
        yield f"@page{selector}{{{''.join(boxes)}}}"
    size = sheet.text.size or SCREEN_POINTS
    before = _points(sheet.roles.title.before, sheet)
    yield f"@media print{{html{{font-size:{size:g}pt}}.title{{padding-block-start:{before}}}}}"


def _boxes(edge: str, pattern: str, sheet: StyleSheet, gaps: Running) -> Iterator[str]:
    """The boxes at the head (`top`) or foot of a page, with page numbers that the browser counts."""
    look = sheet.roles.header if edge == "top" else sheet.roles.footer
    sides: dict[str, list[str]] = {"left": [], "center": [], "right": []}
    lines = gaps.lines(pattern)
    for line in lines:
        alone = look.align if look.align in sides else "left"
        zones = dict(zip((str(alone),) if len(line.zones) == 1 else ("left", *line.tab_stops), line.zones, strict=True))
        for side, content in sides.items():
            content.append(" ".join(_piece(piece) for piece in zones.get(side, ())) or '""')
    size = f"font-size:{look.size or sheet.text.size or SCREEN_POINTS:g}pt"
    declarations = [*_characters(replace(look, size=None, background=None), sheet), size, "white-space:pre-line"]
    for side, content in sides.items():
        shown = "".join(content).replace('"', "")
        yield f"@{edge}-{side}{{{';'.join((_content(content if shown else []), *declarations))}}}"


def _content(lines: list[str]) -> str:
    separator = ' "\\a " '
    return f"content:{separator.join(lines) or 'none'}"


def _piece(piece: Piece) -> str:
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    return counters[piece.text] if piece.is_field else _quoted(piece.text)


def _quoted(words: str) -> str:
    """A CSS string. Signs that could end it, or the style element around it, are written by their code."""
    return '"' + re.sub(r'["\\<>&\x00-\x1f]', lambda found: f"\\{ord(found[0]):x} ", words) + '"'


def _points(points: float | None, sheet: StyleSheet) -> str:
    return f"{_number((points or 0) / (sheet.text.size or SCREEN_POINTS))}rem"


def _length(millimetres: float, sheet: StyleSheet) -> str:
    return _points(millimetres * POINTS_IN_MILLIMETRE, sheet)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
