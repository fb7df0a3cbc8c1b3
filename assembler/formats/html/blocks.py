"""The body: a `match` over the blocks, a small function for each, and a `Setting` that says what a block stands in.

Numbers and markers are written out as words, so that they are copied, read aloud and searched as they are printed.
"""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.changed import item_position
from assembler.document.model import (
    CONTINUED,
    UNFINISHED,
    Block,
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
from assembler.formats.html import text
from assembler.formats.html.figures import write_figure
from assembler.formats.html.inlines import write_paragraph, write_place, write_words
from assembler.formats.html.ledger import Entry, Ledger, identified
from assembler.formats.html.spreads import language_mark, spoken, write_spread
from assembler.formats.html.tables import write_table
from assembler.language import markers

CONTENTS_LEVELS = 3
"""Headings down to this level stand in the contents."""

LOWEST_HEADING = 6
"""HTML's own; the title is the first, so a document's headings are one lower than they count."""

CHUNK_LEVEL = 2
"""Headings down to this level begin a new chunk."""

CHUNK_BLOCKS = 40
"""A chunk has no more blocks than this."""

COVER_CLASSES = {
    "title": "title", "subtitle": "subtitle", "cover": "cover-field", "cover-group": "cover-field cover-group",
}  # fmt: skip
"""The classes of paragraphs of a cover in several languages, by those that they have in the tree."""

CONTAINERS = frozenset({"recommendation", "example", "summary", "annex"})
"""Divs that have a look of their own."""


class Setting(Struct, frozen=True):
    """What blocks stand in: `depth` lists, a container with a look (`boxed`) or a quotation, after a number (`under`).

    Only plain paragraphs outside of all these bear the class `body`.
    """

    depth: int = 0
    boxed: bool = False
    under: bool = False

    @property
    def paragraph(self) -> str:
        """The element of a plain paragraph, with its class."""
        if self.boxed:
            return "p"
        return 'p class="continuation"' if self.depth else 'p class="body"'


BODY = Setting()
NOTE = Setting(boxed=True)


def write_chunks(ledger: Ledger, blocks: Blocks[Words]) -> None:
    """The body in pieces that a browser lays out only when they come into view."""
    start = 0
    for position, block in enumerate(blocks):
        if position > start and _begins_chunk(block, position - start):
            _write_chunk(ledger, blocks[start:position])
            start = position
    if blocks:
        _write_chunk(ledger, blocks[start:])


def _begins_chunk(block: Block[Words], length: int) -> bool:
    """At a heading, or at a paragraph where the chunk is long enough: what belongs to a paragraph stays with it."""
    match block:
        case Heading():
            return block.level <= CHUNK_LEVEL
        case Version():
            heads = any(isinstance(each, Heading) and each.level <= CHUNK_LEVEL for each in block.blocks)
            return block.first and (heads or length >= CHUNK_BLOCKS)
        case Spread():
            return True
        case _:
            return length >= CHUNK_BLOCKS and isinstance(block, Paragraph)


def _write_chunk(ledger: Ledger, blocks: Blocks[Words]) -> None:
    ledger.out.append('<div class="chunk">\n')
    write_blocks(ledger, blocks, BODY)
    ledger.out.append("</div>\n")


def write_blocks(ledger: Ledger, blocks: Blocks[Words], setting: Setting) -> None:
    """A run of blocks. Lists and quotations after a numbered paragraph stand under its text."""
    for block in blocks:
        match block:
            case Paragraph():
                setting = replace(setting, under=block.number is not None)
                write_plain(ledger, block, setting)
            case List():
                write_list(ledger, block, setting)
            case Quote():
                write_quote(ledger, block, setting)
            case Heading():
                setting = replace(setting, under=False)
                write_heading(ledger, block)
            case Div():
                setting = replace(setting, under=False)
                write_div(ledger, block, setting)
            case Table():
                write_table(ledger, block)
            case Figure():
                write_figure(ledger, block)
            case RawBlock():
                ledger.unit = block.id
                ledger.out.append(f'<pre class="raw">{_raw(ledger, block.text)}</pre>\n')
            case Version():
                write_version(ledger, block, setting)
            case Spread():
                write_spread(ledger, block, lambda version: write_blocks(ledger, version, BODY))
            case _:
                assert_never(block)


def write_plain(ledger: Ledger, paragraph: Paragraph[Words], setting: Setting) -> None:
    """A paragraph of the text: numbered, a label, or plain."""
    if paragraph.number is not None:
        write_numbered(ledger, paragraph, paragraph.number)
    elif "label" in paragraph.classes:
        name = "label" if setting.boxed else "body label strong"
        write_paragraph(ledger, paragraph.words, paragraph.id, f'p class="{name}"')
    elif name := next((COVER_CLASSES[each] for each in paragraph.classes if each in COVER_CLASSES), ""):
        first = name == "title" and ledger.version in ("", ledger.document.language)
        write_paragraph(ledger, paragraph.words, paragraph.id, f'{"h1" if first else "p"} class="{name}"')
    elif "entry" in paragraph.classes:
        write_paragraph(ledger, paragraph.words, paragraph.id, 'p class="entry"')
    else:
        write_paragraph(ledger, paragraph.words, paragraph.id, setting.paragraph)


def write_numbered(ledger: Ledger, paragraph: Paragraph[Words], number: ParagraphNumber) -> None:
    """A paragraph whose number is also the link to it. Its anchor is its ID, in a final edition its number (`p_12`)."""
    anchor = ledger.anchor(paragraph.id) or ledger.own_anchor("p", number.value)
    shown = text.escape(ledger.sheet.numbering.paragraph.replace("{n}", str(number.value)))
    attributes = identified(anchor) + ledger.turned(paragraph.words)
    ledger.out.append(
        f'<p class="numbered"{attributes}><a class="number" href="#{text.attribute(anchor)}">{shown} </a>'
    )
    write_words(ledger, paragraph.words, paragraph.id)
    ledger.out.append("</p>\n")


def write_heading(ledger: Ledger, heading: Heading[Words]) -> None:
    """A heading; in the body it enters the contents. In a note it is a paragraph in bold, for no outline reaches it."""
    if ledger.in_notes:
        write_paragraph(ledger, heading.words, heading.id, 'p class="strong"')
        return
    label = text.escape(heading.label)
    if not ledger.outlined:
        _write_version_heading(ledger, heading, label)
        return
    anchor = ledger.anchor(heading.id) or ledger.own_anchor("h", len(ledger.contents) + 1)
    rank = heading.level + 1
    element = f"h{min(rank, LOWEST_HEADING)}"
    deeper = f' aria-level="{rank}"' if rank > LOWEST_HEADING else ""
    if heading.level <= CONTENTS_LEVELS and heading.words.change != "removed":
        ledger.contents.append(Entry(heading.level, label + _contents_words(ledger, heading.words), anchor))
    begins = ' class="new-page"' if heading.new_page else ""
    ledger.out.append(f"<{element}{identified(anchor)}{begins}{deeper}{ledger.turned(heading.words)}>{label}")
    write_words(ledger, heading.words, heading.id)
    write_place(ledger, anchor)
    ledger.out.append(f"</{element}>\n")


def _write_version_heading(ledger: Ledger, heading: Heading[Words], label: str) -> None:
    """A heading in a version that is not in the contents: it looks as one, and is a paragraph."""
    anchor = ledger.anchor(heading.id)
    name = f"as-h{min(heading.level + 1, LOWEST_HEADING)}"
    ledger.out.append(f'<p class="{name}"{identified(anchor)}{ledger.turned(heading.words)}>{label}')
    write_words(ledger, heading.words, heading.id)
    write_place(ledger, anchor)
    ledger.out.append("</p>\n")


def _contents_words(ledger: Ledger, words: Words) -> str:
    """The words of a heading in the contents, with the mark and the language that they have in the text."""
    plain = ledger.text(walk.plain_text(words.content).replace("\n", " "))
    tag = ledger.tag(words.language)
    spoken = f'<span lang="{text.attribute(tag)}"{ledger.turned(words)}>{plain}</span>' if tag else plain
    return f"{text.escape(getattr(ledger.language.labels, words.mark))} {spoken}" if words.mark else spoken


def write_list(ledger: Ledger, block: List[Words], setting: Setting) -> None:
    """A list whose markers are the language's, as words."""
    element = "ol" if block.ordered else "ul"
    name = ' class="under"' if setting.under and not setting.boxed else ""
    ledger.out.append(f"<{element}{name}>\n")
    inside = replace(setting, depth=setting.depth + 1, under=False)
    for position, item in enumerate(block.items):
        write_item(ledger, item, _marker(ledger, block, setting.depth, position), inside)
    ledger.out.append(f"</{element}>\n")


def _marker(ledger: Ledger, block: List[Words], level: int, position: int) -> str:
    lists = ledger.language.lists
    if not block.ordered:
        return text.escape(markers.bullet(lists, level))
    look = markers.marker(lists, letters="letters" in block.classes, level=level)
    return text.escape(markers.count(look, block.start + item_position(block, position)))


def write_item(ledger: Ledger, item: Item[Words], marker: str, inside: Setting) -> None:
    """An item. Its marker stands before its first paragraph, or alone where it begins with something else."""
    shown = f'<span class="marker">{marker} </span>'
    opening = "p" if inside.boxed else 'p class="item"'
    ledger.out.append("<li>")
    match item.blocks:
        case (Paragraph(number=None) as first, *rest):
            anchor = ledger.anchor(first.id)
            ledger.out.append(f"<{opening}{identified(anchor)}{ledger.turned(first.words)}>{shown}")
            write_words(ledger, first.words, first.id)
            write_place(ledger, anchor)
        case rest:
            ledger.out.append(f"<{opening}>{shown}")
    ledger.out.append("</p>\n")
    write_blocks(ledger, tuple(rest), inside)
    ledger.out.append("</li>\n")


def write_quote(ledger: Ledger, quote: Quote[Words], setting: Setting) -> None:
    """A quotation, further in than the text around it."""
    under = " under" if setting.under and not setting.boxed else ""
    ledger.out.append(f'<blockquote class="quote{under}"{identified(ledger.anchor(quote.id))}>\n')
    write_blocks(ledger, quote.blocks, replace(setting, boxed=True, under=False))
    ledger.out.append("</blockquote>\n")


def write_div(ledger: Ledger, div: Div[Words], setting: Setting) -> None:
    """A container with a look of its own, or (`only`, and what the dialect does not know) with none."""
    has_look = div.name in CONTAINERS and not ledger.in_notes
    pieces = [piece for piece in (CONTINUED, UNFINISHED) if piece in div.classes]
    name = f' class="{" ".join(("box", div.name, *pieces))}"' if has_look else ""
    ledger.out.append(f"<div{name}{identified(ledger.anchor(div.id))}>\n")
    write_blocks(ledger, div.blocks, replace(setting, boxed=True) if has_look else setting)
    ledger.out.append("</div>\n")


def write_version(ledger: Ledger, version: Version[Words], setting: Setting) -> None:
    """What one of several languages says, under the mark of the language."""
    name = "version first" if version.first else "version"
    ledger.out.append(f'<div class="{name}"{spoken(ledger, version)}>{language_mark(version)}\n')
    with ledger.inside(version):
        write_blocks(ledger, version.blocks, setting)
    ledger.out.append("</div>\n")


def _raw(ledger: Ledger, written: str) -> str:
    """What the dialect does not have, as it was written: nothing is dropped."""
    return ledger.text(written.rstrip("\n")).replace("<br>", "\n")
