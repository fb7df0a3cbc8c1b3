"""The body: a `match` over the blocks, a small function for each, and a `Setting` that says what a block stands in."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    CONTINUED,
    UNFINISHED,
    Blocks,
    Div,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    RawBlock,
    Spread,
    Table,
    Version,
    Words,
)
from assembler.document.names import LANDSCAPE
from assembler.formats.docx.contents import contents_runs
from assembler.formats.docx.figures import write_figure
from assembler.formats.docx.inlines import Look, write_text, write_words
from assembler.formats.docx.ledger import Entry, Part
from assembler.formats.docx.looks import further_out
from assembler.formats.docx.measures import twips
from assembler.formats.docx.paragraphs import (
    Form,
    close_paragraph,
    look_in,
    open_paragraph,
    turned,
    write_empty,
    write_paragraph,
)
from assembler.formats.docx.sections import turn
from assembler.formats.docx.spreads import language_mark, write_spread
from assembler.formats.docx.styles import (
    COVER_STYLES,
    ENTRY,
    FAMILIES,
    LABELS,
    NUMBERED,
    QUOTES,
    VERSION_HEADING,
    level_style,
    quote_inset,
)
from assembler.formats.docx.tables import write_table
from assembler.style.breaks import kept_paragraphs
from assembler.style.entries import unhung
from assembler.style.model import ParagraphLook
from assembler.style.spreads import begins_with_table

CONTENTS_LEVELS = 3
"""Headings down to this level stand in the table of contents."""

HEADING_LEVELS = 6


STANDS_UNDER = (List, Quote)
"""What stands under the text of a numbered paragraph before it, and on its page."""


class Setting(Struct, frozen=True, cache_hash=True):
    """What blocks stand in.

    `family` is the role of plain paragraphs here, `quoted` whether they are a quotation, `depth` how many lists are
    around, `shift` how many twips everything stands further in than its style says, `box` how
    many twips from the margin the container with a look around it stands.
    """

    family: str = "body"
    quoted: bool = False
    depth: int = 0
    shift: int = 0
    box: int | None = None

    @property
    def style(self) -> str:
        """The style of a plain paragraph."""
        if self.quoted:
            return QUOTES[self.family]
        if self.depth and self.family == "body":
            return level_style("ListContinue", self.depth - 1)
        return FAMILIES[self.family]

    @property
    def edge_style(self) -> str:
        """The style whose indent, with `shift`, is where the text here begins."""
        return QUOTES[self.family] if self.quoted else FAMILIES[self.family]


BODY = Setting()

BOXES = frozenset({"recommendation", "example"})
"""Containers that stand off from the text around them."""


def write_blocks(part: Part, blocks: Blocks[Words], setting: Setting) -> None:
    """A run of blocks. Lists and quotations after a numbered paragraph stand under its text."""
    last = len(blocks) - 1
    above: Paragraph[Words] | None = None
    for position, block in enumerate(blocks):
        turn(part, part.page_next)
        match block:
            case Paragraph():
                above = block
                followed = position < last and isinstance(blocks[position + 1], STANDS_UNDER)
                write_plain(part, block, setting, keep=followed)
            case Heading():
                above = None
                write_heading(part, block, setting)
            case List():
                write_list(part, block, _under(part, above, setting))
            case Quote():
                write_quote(part, block, _under(part, above, setting))
            case Div():
                above = None
                write_div(part, block, setting)
            case Table():
                write_table(part, block, _edge(part, setting) if setting.shift or setting.family != "body" else 0)
            case Figure():
                write_figure(part, block, _figure_form(part, setting))
            case RawBlock():
                write_raw(part, block, setting)
            case Version():
                write_version(part, block, setting)
            case Spread():
                write_spread(part, block, lambda version: write_blocks(part, version, BODY))
            case _:
                assert_never(block)


def _under(part: Part, paragraph: Paragraph[Words] | None, setting: Setting) -> Setting:
    """The setting of lists and quotations that belong to the paragraph above them."""
    if paragraph is None or paragraph.number is None:
        return setting
    shapes = part.ledger.shapes
    return replace(setting, shift=setting.shift + shapes[NUMBERED].left - shapes[setting.edge_style].left)


def _edge(part: Part, setting: Setting) -> int:
    """Where text begins, in twips from the margin."""
    return part.ledger.shapes[setting.edge_style].left + setting.shift


def write_plain(part: Part, paragraph: Paragraph[Words], setting: Setting, *, keep: bool = False) -> None:
    """A paragraph of the text: numbered, a label, or plain."""
    if paragraph.number is not None:
        of = part.ledger.numbering
        is_removed = paragraph.words.change == "removed"
        numbering = of.of_removed(paragraph.number) if is_removed else of.of_paragraph(paragraph.number)
        write_paragraph(part, paragraph.words, paragraph.id, Form(style=NUMBERED, numbering=numbering, keep=keep))
    elif "label" in paragraph.classes:
        write_label(part, paragraph, setting)
    elif style := next((COVER_STYLES[name] for name in paragraph.classes if name in COVER_STYLES), ""):
        write_paragraph(part, paragraph.words, paragraph.id, Form(style=style))
    elif "entry" in paragraph.classes:
        edge = None if part.measure == twips(part.ledger.sheet.page.text_width) else part.measure
        write_paragraph(part, paragraph.words, paragraph.id, Form(style=ENTRY, edge=edge))
    else:
        write_paragraph(part, paragraph.words, paragraph.id, _plain_form(part, setting, keep=keep))


def _plain_form(part: Part, setting: Setting, *, keep: bool = False) -> Form:
    left = _edge(part, setting)
    return Form(style=setting.style, rules=_rules(part, setting, left), left=left, keep=keep)


def _rules(part: Part, setting: Setting, edge: int) -> ParagraphLook | None:
    """What keeps the rule of a box in one line where a paragraph inside begins further in, at `edge`."""
    shapes = part.ledger.shapes
    styles = (setting.style, FAMILIES[setting.family])
    rules = next((shapes[style].rules for style in styles if shapes[style].rules.rule_left is not None), None)
    if rules is None or setting.box is None or edge <= setting.box:
        return None
    return further_out(rules, edge - setting.box)


def write_label(part: Part, paragraph: Paragraph[Words], setting: Setting) -> None:
    """`Recommendation`: above what it names, and on its page."""
    style = LABELS.get(setting.family)
    if style is None:
        part.room = part.room if part.is_notes else max(part.room, part.ledger.sheet.boxes.after)
        write_paragraph(part, paragraph.words, paragraph.id, _plain_form(part, setting, keep=True), bold=True)
    else:
        left = part.ledger.shapes[style].left + setting.shift
        write_paragraph(part, paragraph.words, paragraph.id, Form(style=style, left=left))


def _figure_form(part: Part, setting: Setting) -> Form:
    """How the paragraphs of a figure stand: in a box or a note as others there, elsewhere as figures, at the margin or
    as far in as what they stand in."""
    if setting.family != "body":
        return _plain_form(part, setting)
    return Form(style="", left=_edge(part, setting) if setting.shift or setting.quoted else None)


def write_heading(part: Part, heading: Heading[Words], setting: Setting) -> None:
    """A heading; in the body it enters the contents. In a note it is a paragraph in bold, for no outline reaches it."""
    if part.is_notes:
        write_paragraph(part, heading.words, heading.id, _plain_form(part, setting, keep=True), bold=True)
        return
    level = min(heading.level, HEADING_LEVELS)
    style = f"Heading{level}"
    part.break_next = part.break_next or heading.new_page
    if not part.ledger.outlined:
        part.room = max(part.room, part.ledger.shapes[style].before) if part.room else 0
        style = VERSION_HEADING.format(level)
    form = Form(style=style, left=part.ledger.shapes[style].left + setting.shift)
    open_paragraph(part, turned(part, heading.words, form))
    start, end = _contents_bookmark(part, heading)
    part.out.append(start)
    if heading.label:
        write_text(part, heading.label, look_in(part, style))
    write_words(part, heading.words, heading.id, look_in(part, style))
    part.out.append(end)
    close_paragraph(part)


def _contents_bookmark(part: Part, heading: Heading[Words]) -> tuple[str, str]:
    """The bookmark that the contents lead to, and the entry there; nothing for headings too low for the contents."""
    ledger = part.ledger
    if heading.level > CONTENTS_LEVELS or not ledger.outlined or heading.words.change == "removed":
        return "", ""
    name = f"_Toc{len(ledger.contents) + 1}"
    look = unhung(ledger.sheet, heading.level, heading.label + walk.plain_text(heading.words.content))
    ledger.contents.append(Entry(heading.level, contents_runs(ledger, heading.words, heading.label), name, look))
    return ledger.bookmark(name)


def write_list(part: Part, block: List[Words], setting: Setting) -> None:
    """A list: its items hang their markers in the space that the language and the level give them."""
    step = twips(part.ledger.sheet.lists.step)
    outermost = _edge(part, setting) - setting.depth * step
    numbering = part.ledger.numbering.of_list(block, setting.depth, outermost)
    inside = replace(setting, depth=setting.depth + 1, shift=setting.shift + step)
    style = setting.style
    if setting.family == "body" and not setting.quoted:
        style = level_style("ListNumber" if block.ordered else "ListBullet", setting.depth)
    form = Form(style=style, numbering=numbering, rules=_rules(part, setting, _edge(part, setting)))
    for item in block.items:
        write_item(part, item, form, inside)


def write_item(part: Part, item: Item[Words], form: Form, inside: Setting) -> None:
    """An item. Its marker stands before its first paragraph, or alone where it begins with something else."""
    match item.blocks:
        case (Paragraph() as first, *rest):
            keep = bool(rest) and isinstance(rest[0], List)
            write_paragraph(part, first.words, first.id, replace(form, keep=keep))
        case rest:
            write_empty(part, replace(form, keep=bool(rest)))
    write_blocks(part, tuple(rest), inside)


def write_quote(part: Part, quote: Quote[Words], setting: Setting) -> None:
    """A quotation; inside another one it moves in once more."""
    part.starts += part.ledger.point(quote.id)
    inset = twips(quote_inset(part.ledger.sheet))
    deeper = replace(setting, shift=setting.shift + inset) if setting.quoted else replace(setting, quoted=True)
    write_blocks(part, quote.blocks, deeper)


def write_div(part: Part, div: Div[Words], setting: Setting) -> None:
    """A container with a look of its own, or (`only`, and what the dialect does not know) with none."""
    if div.name == LANDSCAPE and setting == BODY and not part.is_notes:
        write_landscape(part, div)
        return
    has_look = div.name in FAMILIES and not part.is_notes
    part.starts += part.ledger.point(div.id)
    boxes = part.ledger.sheet.boxes
    if has_look and div.name in BOXES and CONTINUED not in div.classes:
        part.room = max(part.room, boxes.before)
        part.kept = kept_paragraphs(div, part.ledger.sheet, part.page)
    write_blocks(part, div.blocks, _contained(part, div.name, setting) if has_look else setting)
    if has_look and div.name in BOXES and UNFINISHED not in div.classes:
        part.room = max(part.room, boxes.after)


def write_landscape(part: Part, div: Div[Words]) -> None:
    """What stands on landscape pages. What comes after it, if anything, turns the page back."""
    before = part.page
    turn(part, before.turned)
    part.page_next = part.page
    part.starts += part.ledger.point(div.id)
    write_blocks(part, div.blocks, BODY)
    part.page_next = before


def _contained(part: Part, family: str, setting: Setting) -> Setting:
    """The setting inside a container that stands in `setting`: as far in from there as from plain text."""
    moved = _edge(part, setting) - part.ledger.shapes[FAMILIES["body"]].left
    return Setting(
        family=family, depth=setting.depth, shift=moved, box=part.ledger.shapes[FAMILIES[family]].left + moved
    )


def write_version(part: Part, version: Version[Words], setting: Setting) -> None:
    """What one of several languages says, under the mark of the language."""
    if version.first:
        part.room = max(part.room, part.ledger.sheet.versions.apart)
    with part.ledger.inside(version):
        part.starts += language_mark(version.mark)
        if version.mark and begins_with_table(version):
            write_empty(part, Form(style="TableText", keep=True, turned=part.ledger.against))
        write_blocks(part, version.blocks, setting)


def write_raw(part: Part, raw: RawBlock, setting: Setting) -> None:
    """What the dialect does not have, printed as it was written: nothing is dropped."""
    part.ledger.unit = raw.id
    open_paragraph(part, _plain_form(part, setting))
    write_text(part, raw.text.rstrip("\n"), Look(style="RawMarkup"))
    close_paragraph(part)
