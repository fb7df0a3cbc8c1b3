"""Where references can go: every target that is referred to and exists, with its bookmark.

A reference may point forward, so a writer must know its target's bookmark before it reaches the target. In a draft
bookmarks bear the IDs of their units, in a final edition they are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import Blocks, Document, Link, List, Paragraph, Reference, Table, TargetNumber, Words


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
    found: dict[str, Anchor] = {}

    def note(id: str | None, kind: str) -> None:
        if id is not None:
            found[id] = Anchor(bookmark(id) if draft else "", kind)

    for block in walk.every_block(_all_blocks(document)):
        note(block.id, "paragraph" if isinstance(block, Paragraph) and block.number is not None else "other")
        if isinstance(block, Table):
            for row in (block.head, *block.rows):
                for cell in row.cells:
                    note(cell.id, "other")
    for block in walk.every_block(_all_blocks(document)):
        if isinstance(block, List) and block.ordered:
            for item in block.items:
                if item.blocks and isinstance(item.blocks[0], Paragraph):
                    note(item.blocks[0].id, "item")
        elif isinstance(block, Table) and block.number is not None:
            number = Anchor(table_bookmark(block, draft=draft), "table")
            captions = (block.caption.id,) if block.caption is not None else ()
            found.update({id: number for id in (block.id, *captions) if id is not None})
    for position, each in enumerate(document.notes, 1):
        found[each.id] = Anchor(f"_RefNote{position}", "note")
    return found


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
