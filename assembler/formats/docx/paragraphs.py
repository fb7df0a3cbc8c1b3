"""One paragraph: its properties in the order of the schema, its words, and what must come before it.

A page break, or room below a table, belongs to whichever paragraph comes next; the part remembers it until then.
"""

from __future__ import annotations

from assembler.document.model import Words
from assembler.formats.docx.inlines import Look, write_words
from assembler.formats.docx.ledger import Part
from assembler.formats.docx.looks import indent
from assembler.formats.docx.measures import twips_in
from assembler.formats.docx.styles import FAMILIES

NOTE = FAMILIES["note"]
"""The one style that hangs for the sake of its number, which only a note's first paragraph has."""


def open_paragraph(
    part: Part, style: str, *, keep: bool = False, numbering: str = "", left: int | None = None, align: str = ""
) -> None:
    """Begin a paragraph. `left` in twips is where it stands, None where its style (or its list) says; `keep` keeps it
    on one page with the next; `numbering` is a `w:numPr`."""
    part.out.append(
        "".join(
            (
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/>',
                "<w:keepNext/>" if keep else "",
                "<w:pageBreakBefore/>" if part.break_next else "",
                numbering,
                _room_below_table(part, style),
                _indent(part, style, left, numbered=bool(numbering)),
                f'<w:jc w:val="{align}"/>' if align else "",
                "</w:pPr>",
                part.note_number,
            )
        )
    )
    part.break_next, part.after_table, part.note_number = False, False, ""


def _room_below_table(part: Part, style: str) -> str:
    room = part.ledger.sheet.tables.after if part.after_table else 0
    return f'<w:spacing w:before="{twips_in(room)}"/>' if room > part.ledger.shapes[style].before else ""


def _indent(part: Part, style: str, left: int | None, *, numbered: bool) -> str:
    """Direct indents, where the paragraph stands elsewhere than its style says or has nothing to hang."""
    shape = part.ledger.shapes[style]
    if numbered:
        return "" if left is None else indent(left, shape.first)
    hangs = style == NOTE and not part.note_number and shape.first < 0
    if (left is None or left == shape.left) and not hangs:
        return ""
    return indent(shape.left if left is None else left, 0 if hangs else shape.first)


def close_paragraph(part: Part) -> None:
    part.out.append("</w:p>")


def write_paragraph(
    part: Part,
    words: Words,
    id: str | None,
    style: str,
    *,
    keep: bool = False,
    numbering: str = "",
    left: int | None = None,
    bold: bool = False,
) -> None:
    """A whole paragraph in a style."""
    open_paragraph(part, style, keep=keep, numbering=numbering, left=left)
    slanted = part.ledger.shapes[style].italic
    write_words(part, words, id, Look(bold=bold, italic=slanted, slanted=slanted))
    close_paragraph(part)
