"""Where references can go: every target that is referred to and exists, with its bookmark.

A reference may point forward, so a writer must know its target's bookmark before it reaches the target. In a draft
bookmarks bear the IDs of their units, in a final edition they are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import (
    Block,
    Blocks,
    Document,
    Emphasis,
    Heading,
    Inlines,
    Link,
    List,
    Note,
    Paragraph,
    Reference,
    Span,
    Strong,
    Table,
    TargetNumber,
    Text,
    Words,
)


class Anchor(Struct, frozen=True):
    """A bookmark, and what it marks: `paragraph` (numbered), `item`, `table` (its number), `note` or `other`."""

    bookmark: str
    kind: str


def anchors(document: Document[Words], *, draft: bool) -> Mapping[str, Anchor]:
    """The anchor of every target by ID, in the order of the references to them."""
    blocks = tuple(walk.every_block(_all_blocks(document)))
    targets = _targets(blocks, document.notes, draft=draft)
    found: dict[str, Anchor] = {}
    for id in _referred(document, blocks):
        anchor = targets.get(id)
        if anchor is not None:
            found[id] = anchor if anchor.bookmark else Anchor(f"_Ref{len(found) + 1}", anchor.kind)
    return found


def table_bookmark(table: Table[Words], *, draft: bool) -> str:
    """The bookmark around the number in a table's caption."""
    return bookmark(table.id) if draft and table.id is not None else f"_RefTable{table.number}"


def _all_blocks(document: Document[Words]) -> Blocks[Words]:
    return (*document.blocks, *(block for note in document.notes for block in note.blocks))


def _targets(blocks: Blocks[Words], notes: tuple[Note[Words], ...], *, draft: bool) -> dict[str, Anchor]:
    """Every ID that a reference can name. In a final edition the names of most bookmarks are still open."""
    kinds: dict[str, str] = {}
    numbers: dict[str, Anchor] = {}
    for block in blocks:
        for id, kind in _kinds(block):
            if id is not None and kinds.get(id) != "item":
                kinds[id] = kind
        if isinstance(block, Table) and block.number is not None:
            number = Anchor(table_bookmark(block, draft=draft), "table")
            caption = block.caption.id if block.caption is not None else None
            numbers |= {id: number for id in (block.id, caption) if id is not None}
    found = {id: Anchor(bookmark(id) if draft else "", kind) for id, kind in kinds.items()}
    called = {note.id: Anchor(f"_RefNote{position}", "note") for position, note in enumerate(notes, 1)}
    return found | numbers | called


def _kinds(block: Block[Words]) -> Iterator[tuple[str | None, str]]:
    """The IDs that a block gives, and what they stand on; a list those of its items, before their paragraphs come."""
    match block:
        case Paragraph():
            yield block.id, "other" if block.number is None else "paragraph"
        case List():
            firsts = (item.blocks[0] for item in block.items if item.blocks and block.ordered)
            yield from ((first.id, "item") for first in firsts if isinstance(first, Paragraph))
        case Table():
            yield block.id, "other"
            yield from ((cell.id, "other") for row in (block.head, *block.rows) for cell in row.cells)
        case _:
            yield block.id, "other"


def _referred(document: Document[Words], blocks: Blocks[Words]) -> Iterable[str]:
    found: dict[str, None] = {}
    for words in (document.title, document.subtitle, *(field.words for field in document.cover)):
        if words is not None:
            _collect(words.content, found)
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                _collect(block.words.content, found)
            case Table():
                for row in (block.head, *block.rows):
                    for cell in row.cells:
                        _collect(cell.words.content, found)
    return found


def _collect(content: Inlines, found: dict[str, None]) -> None:
    """Note what a run of inlines refers to."""
    for inline in content:
        match inline:
            case Text():
                pass
            case TargetNumber():
                found.setdefault(inline.target)
            case Reference():
                found.setdefault(inline.target)
                _collect(inline.content, found)
            case Link():
                if inline.target.startswith("#"):
                    found.setdefault(inline.target[1:])
                _collect(inline.content, found)
            case Emphasis() | Strong() | Span():
                _collect(inline.content, found)
