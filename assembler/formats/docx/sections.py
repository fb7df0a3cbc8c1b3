"""Landscape pages: sections of their own, each of which says at its last paragraph what its pages are like.

A page is turned when something is written that stands on it, not before: so no page is begun in vain at the end of a
document or between two tables. Where the last paragraph of a section is in a table, a paragraph without height ends
it. Every section names the headers and footers of its pages; only the first one has a cover.
"""

from __future__ import annotations

import re

from assembler.formats.docx.ledger import Part
from assembler.formats.docx.measures import twips
from assembler.formats.docx.package import section_properties
from assembler.style.model import Page

BEGINNING = "<w:p><w:pPr>"
"""How every paragraph of the text begins."""

HEIGHTLESS = (
    f'{BEGINNING}<w:pStyle w:val="TableText"/><w:spacing w:before="0" w:after="0" w:line="20"'
    ' w:lineRule="exact"/></w:pPr></w:p>'
)
_COVER = re.compile(r'<w:(?:header|footer)Reference w:type="first"[^>]*/>')


def turn(part: Part, page: Page) -> None:
    """What comes next stands on such pages: the section so far ends with what was written last."""
    if page == part.page:
        return
    if part.after_table or not part.out:
        part.out.append(HEIGHTLESS)
    last = next(n for n in range(len(part.out) - 1, -1, -1) if part.out[n].startswith(BEGINNING))
    part.breaks.append((last, part.page))
    part.page, part.measure = page, twips(page.text_width)
    part.break_next, part.after_table, part.room = False, False, 0


def end_body(part: Part) -> None:
    """A document does not end with a table; on landscape pages what follows it takes no room."""
    if part.after_table and part.breaks and part.page.is_landscape:
        part.out.append(HEIGHTLESS)
        part.after_table = False


def write_sections(part: Part, names: frozenset[str], others: str) -> str:
    """Put the properties of all sections but the last into the body, and give those of the last; `names` are the parts
    of the package, `others` references to headers and footers that came from elsewhere."""
    later, rtl = _COVER.sub("", others), part.ledger.right_to_left
    for count, (position, page) in enumerate(part.breaks):
        said = section_properties(page, names, later if count else others, cover=not count, right_to_left=rtl)
        part.out[position] = part.out[position].replace("</w:pPr>", f"{said}</w:pPr>", 1)
    first = not part.breaks
    return section_properties(part.page, names, others if first else later, cover=first, right_to_left=rtl)
