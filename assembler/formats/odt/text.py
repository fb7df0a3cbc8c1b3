"""Plain text in a paragraph. OpenDocument takes blanks for layout of the file: of several in a row, and at the edges of
a paragraph, none but the first counts. Those that would be lost are written as elements, and so are tabs and line
feeds; `Part.blank` remembers over spans whether a blank would be lost."""

from __future__ import annotations

import re

from assembler.formats import markup
from assembler.formats.odt import xml
from assembler.formats.odt.ledger import Part

_EACH = re.compile("\t|\r\n|[\n\r]|  +")


def write_text(part: Part, text: str) -> None:
    """Plain text; tabs, line feeds and blanks that would be lost become elements."""
    if "  " in text or not markup.is_plain(text):
        text = _EACH.sub(_element, part.ledger.text(text))
    if not text:
        return
    if part.blank and text[0] == " ":
        words = text.lstrip(" ")
        text = _blanks(len(text) - len(words)) + words
    part.blank = text[-1] == " "
    part.blank_at = len(part.out)
    part.out.append(text)


def _element(found: re.Match[str]) -> str:
    match found[0]:
        case "\t":
            return "<text:tab/>"
        case blanks if blanks[0] == " ":
            return " " + _blanks(len(blanks) - 1)
        case _:
            return "<text:line-break/>"


def _blanks(count: int) -> str:
    return "<text:s/>" if count == 1 else f'<text:s text:c="{count}"/>'


def end_words(part: Part) -> None:
    """Before a paragraph ends: a blank at its very end becomes an element."""
    if part.blank and part.blank_at >= 0:
        part.out[part.blank_at] = part.out[part.blank_at][:-1] + "<text:s/>"
    part.blank, part.blank_at = True, -1


def span_tag(style: str) -> str:
    return f'<text:span text:style-name="{style}">'


def write_styled(part: Part, text: str, style: str) -> None:
    """Plain text in a character style, given by its display name."""
    part.out.append(span_tag(xml.name(style)))
    write_text(part, text)
    part.out.append("</text:span>")
