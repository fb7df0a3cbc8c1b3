"""One paragraph: its properties in the order of the schema, its words, and what must come before it.

A page break, or room below a table or a box, belongs to whichever paragraph comes next; the part remembers it.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.direction import runs_right_to_left
from assembler.document.model import Words
from assembler.formats.docx.inlines import Look, write_words
from assembler.formats.docx.ledger import Part
from assembler.formats.docx.looks import indent, rules
from assembler.formats.docx.measures import twips, twips_in
from assembler.formats.docx.styles import FAMILIES, dotted_tab
from assembler.style.model import ParagraphLook

NOTE = FAMILIES["note"]
"""The one style that hangs for the sake of its number, which only a note's first paragraph has."""


class Form(Struct, frozen=True, kw_only=True):
    """How one paragraph is set.

    `left` is where it stands, in twips from the margin, None where its style or its list says; `keep` keeps it on one
    page with the next; `numbering` is a `w:numPr`, `rules` a look of rules, `align` a `w:jc`, nothing where the style
    says it.
    """

    style: str
    keep: bool = False
    numbering: str = ""
    rules: ParagraphLook | None = None
    left: int | None = None
    align: str = ""
    turned: bool = False
    """Whether it runs the other way than the document."""
    edge: int | None = None
    """Where its page number ends, in twips from the margin, None where its style says."""


def open_paragraph(part: Part, form: Form) -> None:
    """Begin a paragraph. How it begins is found out once for each form in each place."""
    if part.kept:
        form, part.kept = replace(form, keep=form.keep or part.kept[0]), part.kept[1:]
    place = (form, part.break_next, part.room, part.note_number, part.row_keeps)
    beginning = part.ledger.beginnings.get(place)
    if beginning is None:
        beginning = part.ledger.beginnings[place] = _beginning(part, form)
    part.opened = len(part.out)
    part.out.append(beginning + part.starts if part.starts else beginning)
    part.starts = ""
    part.break_next, part.after_table, part.room, part.note_number = False, False, 0, ""


def _beginning(part: Part, form: Form) -> str:
    return "".join(
        (
            f'<w:p><w:pPr><w:pStyle w:val="{form.style}"/>',
            _keeping(part, form),
            "<w:pageBreakBefore/>" if part.break_next else "",
            form.numbering,
            _rules(part, form),
            _page_tab(part, form),
            _bidi(right_to_left=not part.ledger.right_to_left) if form.turned else "",
            _room(part, form.style),
            _indent(part, form),
            f'<w:jc w:val="{form.align}"/>' if form.align else "",
            "</w:pPr>",
            part.note_number,
        )
    )


def _rules(part: Part, form: Form) -> str:
    """The rules of a box: Word turns indents alone, so a paragraph that runs the other way has its rule from here."""
    rtl = part.ledger.right_to_left
    if not form.turned:
        return "" if form.rules is None else rules(form.rules, mirrored=rtl)
    look = form.rules or part.ledger.shapes[form.style].rules
    return "" if look.rule_left is None else rules(look, mirrored=not rtl, alone=True)


def _keeping(part: Part, form: Form) -> str:
    """Whether the paragraph stays with the next. One in a cell would keep its whole row with the next row."""
    if part.row_keeps is None:
        return "<w:keepNext/>" if form.keep else ""
    if part.row_keeps:
        return "<w:keepNext/>"
    return '<w:keepNext w:val="0"/>' if part.ledger.shapes[form.style].keeps else ""


def _page_tab(part: Part, form: Form) -> str:
    """A tab to the edge of the column, in place of the style's, which is at the margin of the page."""
    if form.edge is None:
        return ""
    styled = twips(part.ledger.sheet.page.text_width)
    return f'<w:tabs>{dotted_tab(form.edge)}<w:tab w:val="clear" w:pos="{styled}"/></w:tabs>'


def _bidi(*, right_to_left: bool) -> str:
    return "<w:bidi/>" if right_to_left else '<w:bidi w:val="0"/>'


def turned(part: Part, words: Words, form: Form) -> Form:
    """The form for these words: where they run the other way than the document, so does their paragraph."""
    if runs_right_to_left(words) == part.ledger.right_to_left:
        return form
    return replace(form, turned=True)


def _room(part: Part, style: str) -> str:
    """Direct space above: none at the head of a page, more than the style's where something stands above."""
    if part.break_next:
        return '<w:spacing w:before="0"/>'
    return f'<w:spacing w:before="{twips_in(part.room)}"/>' if part.room > part.ledger.shapes[style].before else ""


def _indent(part: Part, form: Form) -> str:
    """Direct indents, where the paragraph stands elsewhere than its style says or has nothing to hang."""
    if form.numbering:
        return ""
    shape = part.ledger.shapes[form.style]
    hangs = form.style == NOTE and not part.note_number and shape.first < 0
    left = shape.left if form.left is None else form.left
    return indent(left, 0 if hangs else shape.first) if hangs or left != shape.left else ""


def close_paragraph(part: Part) -> None:
    part.out.append("</w:p>")


def write_empty(part: Part, form: Form) -> None:
    """A paragraph without words, where Word must have one."""
    open_paragraph(part, form)
    close_paragraph(part)


def write_paragraph(part: Part, words: Words, id: str | None, form: Form, *, bold: bool = False) -> None:
    """A whole paragraph. One that was taken out leaves a new page to the next."""
    page = part.break_next and words.change == "removed"
    part.break_next = part.break_next and not page
    open_paragraph(part, turned(part, words, form))
    write_words(part, words, id, look_in(part, form.style, bold=bold))
    close_paragraph(part)
    part.break_next = page


def look_in(part: Part, style: str, *, bold: bool = False) -> Look:
    """The look of plain words in paragraphs of a style: emphasis must know whether they are in italics."""
    ledger = part.ledger
    return _plain_look(ledger.shapes[style].italic, bold, ledger.right_to_left, ledger.spoken)


@cache
def _plain_look(slanted: bool, bold: bool, right_to_left: bool, language: str) -> Look:
    return Look(bold=bold, italic=slanted, slanted=slanted, right_to_left=right_to_left, language=language)
