"""The body: a `match` over the blocks, a small function for each, and a `Setting` that says what a block stands in."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.changed import item_change, item_position
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
    ParagraphNumber,
    Quote,
    RawBlock,
    Spread,
    Table,
    Version,
    Words,
)
from assembler.document.names import LANDSCAPE
from assembler.formats.odt import pages
from assembler.formats.odt.contents import contents_bookmark
from assembler.formats.odt.figures import write_figure
from assembler.formats.odt.inlines import Look, write_words
from assembler.formats.odt.ledger import OpenList, Part
from assembler.formats.odt.looks import Box, is_boxed
from assembler.formats.odt.measures import grid
from assembler.formats.odt.numbering import item_tag, list_tag
from assembler.formats.odt.paragraphs import Stance, close_paragraph, open_paragraph, turned, write_paragraph
from assembler.formats.odt.spreads import language_mark, write_spread
from assembler.formats.odt.styles import (
    BULLETS,
    CONTINUATION,
    COVER_STYLES,
    ENTRY,
    FAMILIES,
    HEADING_LEVELS,
    LABELS,
    NUMBERED,
    NUMBERS,
    QUOTES,
    VERSION_HEADING,
    level_style,
)
from assembler.formats.odt.tabbed import write_tabbed
from assembler.formats.odt.tables import outside_lists, write_table
from assembler.formats.odt.text import write_styled, write_text
from assembler.formats.odt.tracked import taken_out, taken_out_item
from assembler.style.breaks import kept_paragraphs
from assembler.style.spreads import begins_with_table

BOXES = frozenset({"recommendation", "example"})
"""Containers that stand off from the text around them."""

STANDS_UNDER = (List, Quote)
"""What stands under the text of a numbered paragraph before it, and on its page."""


class Setting(Struct, frozen=True):
    """What blocks stand in.

    `family` is the role of plain paragraphs here, `left` where their text begins in millimetres, `quoted` whether they
    are a quotation, `depth` how many lists are around, `box` the container around, if it is seen.
    """

    family: str
    left: float
    quoted: bool = False
    depth: int = 0
    box: Box | None = None

    @property
    def style(self) -> str:
        """The style of a plain paragraph."""
        if self.depth and self.family == "body" and not self.quoted:
            return level_style(CONTINUATION, self.depth - 1)
        return self.edge_style

    @property
    def edge_style(self) -> str:
        """The style whose indent would be `left`, did nothing else move the text in."""
        return QUOTES[self.family] if self.quoted else FAMILIES[self.family]

    def stance(self, *, marker: bool = False, keep: bool = False) -> Stance:
        """Of a plain paragraph; with `marker`, of an item's first, whose place its list knows."""
        return Stance(left=self.left, marker=marker, keep=keep, box=self.box)


def setting_of(part: Part, family: str = "body") -> Setting:
    """The outermost setting of the body or of a note."""
    return Setting(family, _left(part, FAMILIES[family]))


def _left(part: Part, style: str) -> float:
    return part.ledger.looks[style].left or 0


def _shift(part: Part, setting: Setting) -> float:
    """How many millimetres everything stands further in than its style says."""
    return round(setting.left - _left(part, setting.edge_style), 3)


def write_blocks(part: Part, blocks: Blocks[Words], setting: Setting) -> None:
    """A run of blocks. Lists and quotations after a numbered paragraph stand under its text."""
    last = len(blocks) - 1
    under = setting.left
    for position, block in enumerate(blocks):
        match block:
            case Paragraph():
                under = setting.left if block.number is None else _left(part, NUMBERED)
                followed = position < last and isinstance(blocks[position + 1], STANDS_UNDER)
                write_plain(part, block, setting, keep=followed)
            case List():
                write_list(part, block, replace(setting, left=under))
            case Quote():
                write_quote(part, block, replace(setting, left=under))
            case Heading():
                under = setting.left
                write_heading(part, block, setting)
            case Div():
                under = setting.left
                write_div(part, block, setting)
            case Table():
                write_any_table(part, block, setting)
            case Figure():
                write_any_figure(part, block, setting)
            case RawBlock():
                write_raw(part, block, setting)
            case Version():
                write_version(part, block, setting)
            case Spread():
                part.close_run()
                write_spread(part, block, lambda version: write_blocks(part, version, setting_of(part)))
            case _:
                assert_never(block)


def write_plain(part: Part, paragraph: Paragraph[Words], setting: Setting, *, keep: bool = False) -> None:
    """A paragraph of the text: numbered, a label, or plain."""
    if paragraph.words.change == "removed" and not part.aside:
        write_removed(part, paragraph, setting)
        return
    if paragraph.number is not None:
        if part.lists:
            with outside_lists(part):
                write_numbered(part, paragraph, paragraph.number, keep=keep)
        else:
            write_numbered(part, paragraph, paragraph.number, keep=keep)
        return
    part.close_run()
    if "label" in paragraph.classes:
        write_label(part, paragraph, setting)
    elif style := next((COVER_STYLES[name] for name in paragraph.classes if name in COVER_STYLES), ""):
        write_paragraph(part, paragraph.words, paragraph.id, style)
    elif "entry" in paragraph.classes:
        edge = None if part.measure == part.ledger.sheet.page.text_width else part.measure
        write_paragraph(part, paragraph.words, paragraph.id, ENTRY, Stance(edge=edge))
    else:
        write_paragraph(part, paragraph.words, paragraph.id, setting.style, setting.stance(keep=keep))


def write_numbered(part: Part, paragraph: Paragraph[Words], number: ParagraphNumber, *, keep: bool) -> None:
    """An item of the list that numbers paragraphs, which stays open for the next one of the same series."""
    if part.in_run != number.series:
        part.close_run()
        part.out.append(part.ledger.numbering.begin_run(number))
        part.in_run = number.series
    part.out.append(part.ledger.numbering.paragraph_item(number))
    write_paragraph(part, paragraph.words, paragraph.id, NUMBERED, Stance(keep=keep))
    part.out.append("</text:list-item>")


def write_removed(part: Part, paragraph: Paragraph[Words], setting: Setting) -> None:
    """A paragraph that was taken out. It stands outside the run of numbers and bears its own old one."""
    if paragraph.number is None:
        with taken_out(part):
            write_plain(part, paragraph, setting)
    else:
        list_style = (
            f'<text:list text:style-name="{part.ledger.numbering.style_of_run()}">{item_tag(paragraph.number.value)}'
        )
        with taken_out(part, list_style, "</text:list-item></text:list>"):
            write_paragraph(part, paragraph.words, paragraph.id, NUMBERED)


def write_label(part: Part, paragraph: Paragraph[Words], setting: Setting) -> None:
    """`Recommendation`: above what it names, and on its page."""
    style = LABELS.get(setting.family)
    if style is None:
        part.room = part.room if part.is_notes else max(part.room, part.ledger.sheet.boxes.after)
        stance = replace(setting.stance(keep=True), bold=True)
        write_paragraph(part, paragraph.words, paragraph.id, setting.style, stance)
        return
    left = _left(part, style) + setting.left - _left(part, FAMILIES[setting.family])
    write_paragraph(part, paragraph.words, paragraph.id, style, replace(setting.stance(), left=left))


def write_heading(part: Part, heading: Heading[Words], setting: Setting) -> None:
    """A heading; in the body it enters the contents. In a note it is a paragraph in bold, for no outline reaches it."""
    if heading.words.change == "removed" and not part.aside:
        with taken_out(part):
            _write_heading(part, heading, setting)
    else:
        part.close_run()
        _write_heading(part, heading, setting)


def _write_heading(part: Part, heading: Heading[Words], setting: Setting) -> None:
    if part.is_notes:
        stance = replace(setting.stance(keep=True), bold=True)
        write_paragraph(part, heading.words, heading.id, setting.style, stance)
        return
    level = min(heading.level, HEADING_LEVELS)
    style = f"Heading {level}"
    outlined = part.ledger.outlined
    begins = heading.new_page and not part.master_next
    if not outlined:
        part.room = max(part.room, part.ledger.looks[style].before or 0) if part.room else 0
        style = VERSION_HEADING.format(level)
    left = _left(part, style) + _shift(part, setting)
    stance = Stance(left=left, outline=level if outlined else 0, new_page=begins)
    open_paragraph(part, style, turned(part, heading.words, stance))
    start, end = contents_bookmark(part.ledger, heading)
    part.out.append(start)
    if heading.label:
        write_text(part, heading.label)
    write_words(part, heading.words, heading.id, Look(italic=bool(part.ledger.looks[style].italic)))
    part.out.append(end)
    close_paragraph(part, heading=outlined)


def write_list(part: Part, block: List[Words], setting: Setting) -> None:
    """A list inside the lists around it: its items hang their markers in the space that the level gives them."""
    part.close_run()
    step = grid(part.ledger.sheet.lists.step)
    numbering = part.ledger.numbering
    outermost = setting.left - setting.depth * step
    if setting.box is None:
        list_style = numbering.style_of(block, outermost)
    else:
        list_style = numbering.style_in_box(block, setting.box, outermost)
    opened = OpenList(numbering.new_id(), list_style, setting.left + step)
    part.out.append(list_tag(opened.id, opened.style))
    part.lists.append(opened)
    style = setting.style
    if setting.family == "body" and not setting.quoted:
        style = level_style(NUMBERS if block.ordered else BULLETS, setting.depth)
    inside = replace(setting, depth=setting.depth + 1, left=setting.left + step)
    for position, item in enumerate(block.items):
        if item_change(item) == "removed" and not part.aside:
            number = block.start + item_position(block, position) if block.ordered else None
            with taken_out_item(part, number):
                write_item(part, item, style, inside)
            continue
        part.out.append(item_tag(_start(part, block, opened, position)))
        opened.item, opened.resumed = "list-item", False
        write_item(part, item, style, inside)
        part.out.append(f"</text:{opened.item}>")
    part.lists.pop()
    part.out.append("</text:list>")


def _start(part: Part, block: List[Words], opened: OpenList, position: int) -> int | None:
    """The number that an item must name: where the count does not begin at 1 by itself, or was interrupted."""
    first = position == 0 and (block.start != 1 or len(part.lists) > 1)
    return block.start + position if block.ordered and (first or opened.resumed) else None


def write_item(part: Part, item: Item[Words], style: str, inside: Setting) -> None:
    """An item. Its marker stands before its first paragraph, or alone where it begins with something else."""
    match item.blocks:
        case (Paragraph(number=None) as first, *rest):
            keep = bool(rest) and isinstance(rest[0], List)
            write_paragraph(part, first.words, first.id, style, inside.stance(marker=True, keep=keep))
        case rest:
            open_paragraph(part, style, inside.stance(marker=True, keep=bool(rest)))
            close_paragraph(part)
    write_blocks(part, tuple(rest), inside)


def write_quote(part: Part, quote: Quote[Words], setting: Setting) -> None:
    """A quotation; inside another one it moves in once more."""
    part.close_run()
    inset = _left(part, QUOTES[setting.family]) - _left(part, FAMILIES[setting.family])
    part.starts += part.ledger.point(quote.id)
    write_blocks(part, quote.blocks, replace(setting, quoted=True, left=setting.left + max(inset, 0)))


def write_div(part: Part, div: Div[Words], setting: Setting) -> None:
    """A container with a look of its own, or (`only`, and what the dialect does not know) with none."""
    if div.name == LANDSCAPE and setting == setting_of(part) and not part.is_notes:
        write_landscape(part, div, setting)
        return
    has_look = div.name in FAMILIES and not part.is_notes
    boxes = part.ledger.sheet.boxes if has_look and div.name in BOXES else None
    part.starts += part.ledger.point(div.id)
    if boxes is not None and CONTINUED not in div.classes:
        part.room = max(part.room, boxes.before)
        part.kept = kept_paragraphs(div, part.ledger.sheet, part.page)
    write_blocks(part, div.blocks, _contained(part, div.name, setting) if has_look else setting)
    if boxes is not None and UNFINISHED not in div.classes:
        part.room = max(part.room, boxes.after)


def write_landscape(part: Part, div: Div[Words], setting: Setting) -> None:
    """What stands on landscape pages, and behind it, if anything comes, the other kind again."""
    before = part.page
    part.page, part.measure = before.turned, before.turned.text_width
    if part.page != before:
        part.close_run()
        part.ledger.is_turned = True
        part.master_next, part.room = pages.LANDSCAPE, 0
    part.starts += part.ledger.point(div.id)
    write_blocks(part, div.blocks, setting)
    if part.page != before:
        part.close_run()
        part.master_next, part.room = pages.PAGE, 0
        part.page, part.measure = before, before.text_width


def _contained(part: Part, family: str, setting: Setting) -> Setting:
    """The setting inside a container that stands in `setting`: as far in from there as from plain text."""
    look = part.ledger.looks[FAMILIES[family]]
    left = (look.left or 0) + setting.left - _left(part, FAMILIES["body"])
    box = Box(look, left, mirrored=part.ledger.right_to_left) if is_boxed(look) else None
    return Setting(family, left, depth=setting.depth, box=box)


def write_any_table(part: Part, table: Table[Words], setting: Setting) -> None:
    """A table at the margin, or as far in as what it stands in; in a note, where no table can be, lines with tabs."""
    part.close_run()
    if part.is_notes:
        write_tabbed(part, table, setting.style, setting.stance())
        return
    at_margin = setting.family == "body" and _shift(part, setting) == 0
    with outside_lists(part):
        write_table(part, table, 0 if at_margin else setting.left)


def write_version(part: Part, version: Version[Words], setting: Setting) -> None:
    """What one of several languages says, under the mark of the language."""
    part.close_run()
    if version.first:
        part.room = max(part.room, part.ledger.sheet.versions.apart)
    with part.ledger.inside(version):
        part.starts += language_mark(version.mark)
        if version.mark and begins_with_table(version):
            open_paragraph(part, "Table Contents", Stance(keep=True, turned=part.ledger.against))
            close_paragraph(part)
        write_blocks(part, version.blocks, setting)
        part.close_run()


def write_any_figure(part: Part, figure: Figure[Words], setting: Setting) -> None:
    """In a box or a note the paragraphs of a figure stand as others there, elsewhere as figures, as far in as what
    they stand in."""
    part.close_run()
    if setting.family != "body":
        write_figure(part, figure, setting.style, setting.stance())
    elif setting.quoted or part.lists or _shift(part, setting):
        write_figure(part, figure, "", Stance(left=setting.left))
    else:
        write_figure(part, figure, "", Stance())


def write_raw(part: Part, raw: RawBlock, setting: Setting) -> None:
    """What the dialect does not have, printed as it was written: nothing is dropped."""
    part.close_run()
    part.ledger.unit = raw.id
    open_paragraph(part, setting.style, setting.stance())
    write_styled(part, raw.text.rstrip("\n"), "Raw Markup")
    close_paragraph(part)
