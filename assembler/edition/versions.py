"""One language's part of an edition in several: the same blocks, under IDs that are nobody else's.

The ID `art07-k3fa` stands in each version, and a document may give an ID once; so the versions have `ru-art07-k3fa` and
`kk-art07-k3fa`, and what refers to it inside a version leads to the version's own. Notes alone are shared: the mark in
one version has the note itself, the others repeat its number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Cell,
    Div,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    NoteMark,
    PageNumber,
    Paragraph,
    Quote,
    RawBlock,
    Reference,
    Row,
    Spread,
    Table,
    TargetNumber,
    Text,
    Version,
    Words,
)


def own_id(language: str, id: str) -> str:
    """The ID of a unit in the version in `language`."""
    return f"{language}-{id}"


class Naming(Struct, frozen=True):
    """How a version in `language` is named inside the edition: `owned` are the notes that stand in it, `notes` the
    numbers of all notes by their IDs."""

    language: str
    owned: frozenset[str]
    notes: Mapping[str, str]

    def id(self, id: str) -> str:
        """The ID in this version."""
        return own_id(self.language, id)

    def target(self, id: str) -> str:
        """What a reference to `id` leads to."""
        return id if id in self.notes else self.id(id)

    def words(self, words: Words) -> Words:
        """The words with references and marks as they are in this version."""
        if all(isinstance(inline, Text) for inline in words.content):
            return words
        return replace(words, content=walk.map_inlines(words.content, self._inline))

    def _inline(self, inline: Inline) -> Inlines:
        match inline:
            case NoteMark() if inline.id in self.notes and inline.id not in self.owned:
                return (replace(inline, repeats=True),)
            case Reference():
                to = self.target(inline.to) if inline.to else ""
                return (replace(inline, target=self.target(inline.target), to=to),)
            case TargetNumber() if inline.target in self.notes:
                return (replace(inline, text=self.notes[inline.target]),)
            case TargetNumber() | PageNumber():
                return (replace(inline, target=self.id(inline.target)),)
            case Link() if inline.target.startswith("#"):
                return (replace(inline, target=f"#{self.target(inline.target[1:])}"),)
            case _:
                return (inline,)


def renamed(blocks: Blocks[Words], naming: Naming) -> Blocks[Words]:
    """The blocks under the IDs of a version."""
    return tuple(_renamed(block, naming) for block in blocks)


def _renamed(block: Block[Words], naming: Naming) -> Block[Words]:
    id = None if block.id is None else naming.id(block.id)
    match block:
        case Paragraph():
            return replace(block, id=id, words=naming.words(block.words))
        case Heading():
            return replace(block, id=id, words=naming.words(block.words))
        case List():
            return replace(block, id=id, items=tuple(_item(item, naming) for item in block.items))
        case Quote() | Div() | Version():
            return replace(block, id=id, blocks=renamed(block.blocks, naming))
        case Table():
            return _table(block, id, naming)
        case Figure():
            words = naming.words(block.words)
            return replace(block, id=id, words=words, caption=_caption(block.caption, naming))
        case RawBlock() | Spread():
            return replace(block, id=id)
        case _:
            assert_never(block)


def _item(item: Item[Words], naming: Naming) -> Item[Words]:
    return replace(item, id=None if item.id is None else naming.id(item.id), blocks=renamed(item.blocks, naming))


def _table(table: Table[Words], id: str | None, naming: Naming) -> Table[Words]:
    rows = tuple(_row(row, naming) for row in table.rows)
    return replace(table, id=id, caption=_caption(table.caption, naming), head=_row(table.head, naming), rows=rows)


def _caption(caption: Paragraph[Words] | None, naming: Naming) -> Paragraph[Words] | None:
    if caption is None:
        return None
    id = None if caption.id is None else naming.id(caption.id)
    return replace(caption, id=id, words=naming.words(caption.words))


def _row(row: Row[Words], naming: Naming) -> Row[Words]:
    return replace(row, cells=tuple(_cell(cell, naming) for cell in row.cells))


def _cell(cell: Cell[Words], naming: Naming) -> Cell[Words]:
    return replace(cell, words=naming.words(cell.words), id=None if cell.id is None else naming.id(cell.id))
