"""One paragraph: the style that says where it stands, what must come before it, its words.

A page break, or room below a table, belongs to whichever paragraph comes next; the part remembers it until then.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.direction import runs_right_to_left
from assembler.document.model import Words
from assembler.formats.odt import tracked, xml
from assembler.formats.odt.inlines import Look, write_words
from assembler.formats.odt.ledger import Part
from assembler.formats.odt.looks import Box, alignment, box_place, box_rules, is_boxed, no_rule, place, room
from assembler.formats.odt.measures import MILLIMETRES_IN_POINT, grid, writing_mode
from assembler.formats.odt.pages import LANDSCAPE, PAGE
from assembler.formats.odt.styles import FAMILIES, dotted_tab
from assembler.formats.odt.text import end_words
from assembler.style.model import ParagraphLook

NOTE = FAMILIES["note"]
"""The one style that hangs for the sake of its number, which only a note's first paragraph has."""


class Stance(Struct, frozen=True):
    """How a paragraph stands, beyond what its style says.

    `left` is where its text begins in millimetres, None where its style or its list says; `marker` that a list's
    marker hangs before it, `keep` that it stays on one page with the next, `outline` a heading's level from 1,
    `new_page` that a page begins with it; `box` is the container around it.
    """

    left: float | None = None
    marker: bool = False
    keep: bool = False
    align: str = ""
    bold: bool = False
    outline: int = 0
    new_page: bool = False
    box: Box | None = None
    turned: bool = False
    """Whether it runs the other way than the document."""
    edge: float | None = None
    """Where its page number ends, in millimetres from the margin, None where its style says."""


AS_STYLED = Stance()


def turned(part: Part, words: Words, stance: Stance) -> Stance:
    """The stance for these words: where they run the other way than the document, so does their paragraph."""
    if runs_right_to_left(words) == part.ledger.right_to_left:
        return stance
    return replace(stance, turned=True)


def open_paragraph(part: Part, style: str, stance: Stance = AS_STYLED) -> None:
    """Begin a paragraph in a style, given by its display name."""
    if part.kept:
        stance, part.kept = replace(stance, keep=stance.keep or part.kept[0]), part.kept[1:]
    name = _style_name(part, style, stance)
    element = f'h text:outline-level="{stance.outline}"' if stance.outline else "p"
    number = _after_number(part.ledger.looks[style]) if part.first_in_note else ""
    part.opened, part.change = len(part.out), ""
    part.out.append(f'<text:{element} text:style-name="{name}">{number}{part.starts}')
    part.master_next, part.after_table, part.room = "", False, 0
    part.first_in_note, part.starts = False, ""


def _style_name(part: Part, style: str, stance: Stance) -> str:
    """The name of the style, or of an automatic one that adds what it does not say; found out once for each place."""
    edge = part.lists[-1].left if part.lists else None
    place = (style, stance, edge, part.master_next, part.room, part.first_in_note, part.row_keeps)
    name = part.ledger.places.get(place)
    if name is None:
        name = part.ledger.places[place] = _automatic_name(part, style, stance)
    return name


def _automatic_name(part: Part, style: str, stance: Stance) -> str:
    attributes = "".join(_attributes(part, style, part.ledger.looks[style], stance))
    inner = "" if stance.edge is None else dotted_tab(stance.edge, part.ledger.looks[style])
    properties = f"<style:paragraph-properties{attributes}>{inner}</style:paragraph-properties>" if inner else ""
    if attributes and not inner:
        properties = f"<style:paragraph-properties{attributes}/>"
    if stance.bold:
        properties += '<style:text-properties fo:font-weight="bold"/>'
    if not properties and not part.master_next:
        return xml.name(style)
    return part.ledger.automatic.style("paragraph", properties, parent=style, master=part.master_next)


def _attributes(part: Part, style: str, look: ParagraphLook, stance: Stance) -> Iterator[str]:
    yield _standing(part, style, look, stance)
    if stance.new_page:
        yield ' fo:break-before="page"'
    if (part.master_next in (PAGE, LANDSCAPE) or stance.new_page) and look.before:
        yield room(0, look.after or 0)
    elif part.room > (look.before or 0):
        yield room(part.room, look.after or 0)
    keep = stance.keep or bool(look.keep_with_next) if part.row_keeps is None else part.row_keeps
    if keep != bool(look.keep_with_next):
        yield f' fo:keep-with-next="{"always" if keep else "auto"}"'
    rtl = part.ledger.right_to_left is not stance.turned
    if stance.turned:
        yield writing_mode(right_to_left=rtl)
    if stance.align or stance.turned:
        yield f' fo:text-align="{alignment(stance.align or look.align or "left", right_to_left=rtl)}"'


def _standing(part: Part, style: str, look: ParagraphLook, stance: Stance) -> str:
    """Indents, where they are not those of the style or of the list."""
    hangs_in_vain = style == NOTE and not part.first_in_note and (look.first or 0) < 0
    own_left, first = look.left or 0, 0 if hangs_in_vain else look.first or 0
    if part.lists:
        own_left, first = part.lists[-1].left, -grid(part.ledger.sheet.lists.step) if stance.marker else 0
    left = own_left if stance.left is None else stance.left
    if is_boxed(look) and stance.turned:
        return _standing_turned(part, look, stance, left, first)
    if stance.box is not None and is_boxed(look):
        return _standing_in_box(part, look, stance, stance.box, left, first)
    if _differ(left, own_left) or (hangs_in_vain and not part.lists):
        return place(left, first, look.right or 0)
    return ""


def _standing_in_box(part: Part, look: ParagraphLook, stance: Stance, box: Box, left: float, first: float) -> str:
    """Beside a marker the list says where the rule stands, elsewhere the paragraph does."""
    if part.lists and stance.marker:
        padding = left + first - box.edge - box.weight
        return box_rules(box, padding) if _differ(padding, box.gap) else ""
    if part.lists or _differ(left, look.left or 0) or _differ(box.left, box.look.left or 0):
        return box_place(box, left, first, look.right or 0)
    return ""


def _standing_turned(part: Part, look: ParagraphLook, stance: Stance, left: float, first: float) -> str:
    """In a box, against the way of the document: LibreOffice turns indents alone, so the rule is taken to the side at
    which the paragraph begins."""
    box = stance.box or Box(look, look.left or 0, mirrored=part.ledger.right_to_left)
    other = replace(box, mirrored=not box.mirrored)
    if part.lists and stance.marker:
        return box_rules(other, left + first - box.edge - box.weight) + no_rule(box)
    return box_place(other, left, first, look.right or 0) + no_rule(box)


def _differ(one: float, other: float) -> bool:
    """By more than a twentieth of a point, the least that word processors hold."""
    return abs(one - other) > MILLIMETRES_IN_POINT / 20


def _after_number(look: ParagraphLook) -> str:
    """What stands between a note's number and its words."""
    return "<text:tab/>" if (look.first or 0) < 0 else "<text:s/>"


def close_paragraph(part: Part, *, heading: bool = False) -> None:
    end_words(part)
    part.out.append("</text:h>" if heading else "</text:p>")
    if part.ledger.tracks:
        tracked.close(part)


def write_paragraph(part: Part, words: Words, id: str | None, style: str, stance: Stance = AS_STYLED) -> None:
    """A whole paragraph in a style."""
    open_paragraph(part, style, turned(part, words, stance))
    write_words(part, words, id, Look(italic=bool(part.ledger.looks[style].italic)))
    close_paragraph(part)
