"""Where references can go: every target that is referred to and exists, with its bookmark.

A reference may point forward, so a writer must know its target's bookmark before it reaches the target. In a draft
bookmarks bear the IDs of their units, in a final edition they are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import (
    Block,
    Blocks,
    Document,
    Link,
    List,
    Paragraph,
    ParagraphNumber,
    Reference,
    Table,
    TargetNumber,
    Words,
)


class Anchor(Struct, frozen=True):
    """A bookmark, and what it marks: `paragraph` (numbered), `item`, `table` (its number), `note` or `other`."""

    bookmark: str
    kind: str


def anchors(document: Document[Words], *, draft: bool) -> Mapping[str, Anchor]:
    """The anchor of every target by ID, in the order of the references to them."""
    targets = _targets(document, draft=draft)
    found: dict[str, Anchor] = {}
    for id in dict.fromkeys(_referred(document)):
        anchor = targets.get(id)
        if anchor is not None:
            found[id] = anchor if anchor.bookmark else Anchor(f"_Ref{len(found) + 1}", anchor.kind)
    return found


def table_bookmark(table: Table[Words], *, draft: bool) -> str:
    """The bookmark around the number in a table's caption."""
    return bookmark(table.id) if draft and table.id is not None else f"_RefTable{table.number}"


def _targets(document: Document[Words], *, draft: bool) -> dict[str, Anchor]:
    """Every ID that a reference can name. In a final edition the names of most bookmarks are still open."""
    kinds: dict[str, str] = {}
    numbers: dict[str, Anchor] = {}
    for block in walk.every_block(_all_blocks(document)):
        kinds |= {id: kind for id, kind in _kinds(block) if kinds.get(id) != "item"}
        if isinstance(block, Table) and block.number is not None:
            number = Anchor(table_bookmark(block, draft=draft), "table")
            caption = block.caption.id if block.caption is not None else None
            numbers |= {id: number for id in (block.id, caption) if id is not None}
    found = {id: Anchor(bookmark(id) if draft else "", kind) for id, kind in kinds.items()}
    notes = {note.id: Anchor(f"_RefNote{position}", "note") for position, note in enumerate(document.notes, 1)}
    return found | numbers | notes


def _kinds(block: Block[Words]) -> Iterator[tuple[str, str]]:
    """The IDs that a block gives, and what they stand on; a list those of its items, before their paragraphs come."""
    match block:
        case List(ordered=True):
            firsts = (item.blocks[0] for item in block.items if item.blocks)
            yield from ((first.id, "item") for first in firsts if isinstance(first, Paragraph) and first.id is not None)
        case Paragraph(id=str() as id, number=ParagraphNumber()):
            yield id, "paragraph"
        case Table():
            cells = (cell for row in (block.head, *block.rows) for cell in row.cells)
            yield from ((id, "other") for id in (block.id, *(cell.id for cell in cells)) if id is not None)
        case _ if block.id is not None:
            yield block.id, "other"


def _all_blocks(document: Document[Words]) -> Blocks[Words]:
    return (*document.blocks, *(block for note in document.notes for block in note.blocks))


def _referred(document: Document[Words]) -> Iterator[str]:
    for words in _all_words(document):
        for inline in walk.every_inline(words.content):
            match inline:
                case Reference() | TargetNumber():
                    yield inline.target
                case Link(target=target) if target.startswith("#"):
                    yield target[1:]


def _all_words(document: Document[Words]) -> list[Words]:
    found = [document.title]
    if document.subtitle is not None:
        found.append(document.subtitle)
    found.extend(field.words for field in document.cover)

    def collect(_: str | None, words: Words) -> Words:
        found.append(words)
        return words

    walk.map_blocks(_all_blocks(document), collect)
    return found
