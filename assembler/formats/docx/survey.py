"""A look at the whole tree before writing: what is referred to, what is there, which notes are called twice.

Bookmarks and fields must be known before their targets are reached, for a reference may point forward.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from assembler.document.bookmarks import bookmark
from assembler.document.model import (
    Blocks,
    Div,
    Document,
    Emphasis,
    Heading,
    Inlines,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quote,
    RawBlock,
    Reference,
    Span,
    Strong,
    Table,
    TargetNumber,
    Text,
    Words,
)


class Anchor(Struct, frozen=True):
    """Where a reference can go: a bookmark, and what its target is.

    `kind` is `paragraph` (numbered, or an item of an outermost list), `nested` (an item further in), `table`, `note`
    or `other`.
    """

    bookmark: str
    kind: str


def survey(document: Document[Words], *, draft: bool) -> Mapping[str, Anchor]:
    """The anchors of all targets that are referred to and exist, and of notes that are called more than once.

    In a draft bookmarks bear the IDs of their units, in a final edition they are counted.
    """
    seen = _Seen(draft)
    for words in (document.title, document.subtitle, *(field.words for field in document.cover)):
        if words is not None:
            seen.inlines(words.content)
    seen.blocks(document.blocks, 0)
    for position, note in enumerate(document.notes, 1):
        seen.blocks(note.blocks, 0)
        seen.targets[note.id] = Anchor(f"_RefNote{position}", "note")
    return seen.anchors()


class _Seen:
    """What has been met so far."""

    def __init__(self, draft: bool) -> None:
        self.draft = draft
        self.targets: dict[str, Anchor] = {}
        self.referenced: dict[str, None] = {}
        self.marks: Counter[str] = Counter()

    def anchors(self) -> dict[str, Anchor]:
        anchors: dict[str, Anchor] = {}
        twice = (note for note, marks in self.marks.items() if marks > 1)
        for target in dict.fromkeys((*self.referenced, *twice)):
            anchor = self.targets.get(target)
            if anchor is not None:
                anchors[target] = anchor if anchor.bookmark else Anchor(f"_Ref{len(anchors) + 1}", anchor.kind)
        return anchors

    def target(self, id: str | None, kind: str = "other") -> None:
        if id is not None:
            self.targets[id] = Anchor(bookmark(id) if self.draft else "", kind)

    def blocks(self, blocks: Blocks[Words], depth: int) -> None:
        for block in blocks:
            match block:
                case Paragraph():
                    self.target(block.id, "other" if block.number is None else "paragraph")
                    self.inlines(block.words.content)
                case Heading():
                    self.target(block.id)
                    self.inlines(block.words.content)
                case List():
                    self.items(block, depth)
                case Quote() | Div():
                    self.target(block.id)
                    self.blocks(block.blocks, depth)
                case Table():
                    self.table(block)
                case RawBlock():
                    pass
                case _:
                    assert_never(block)

    def items(self, block: List[Words], depth: int) -> None:
        for item in block.items:
            self.blocks(item.blocks, depth + 1)
            if block.ordered and item.blocks and isinstance(item.blocks[0], Paragraph):
                self.target(item.blocks[0].id, "nested" if depth else "paragraph")

    def table(self, table: Table[Words]) -> None:
        for row in (table.head, *table.rows):
            for cell in row.cells:
                self.target(cell.id)
                self.inlines(cell.words.content)
        number = Anchor(table_bookmark(table, draft=self.draft), "table")
        if table.caption is not None:
            self.inlines(table.caption.words.content)
            if table.caption.id is not None:
                self.targets[table.caption.id] = number
        if table.id is not None:
            self.targets[table.id] = number

    def inlines(self, content: Inlines) -> None:
        for inline in content:
            match inline:
                case Text():
                    pass
                case NoteMark():
                    self.marks[inline.id] += 1
                case Reference():
                    self.referenced.setdefault(inline.target)
                    self.inlines(inline.content)
                case TargetNumber():
                    self.referenced.setdefault(inline.target)
                case Link():
                    if inline.target.startswith("#"):
                        self.referenced.setdefault(inline.target[1:])
                    self.inlines(inline.content)
                case Emphasis() | Strong() | Span():
                    self.inlines(inline.content)


def table_bookmark(table: Table[Words], *, draft: bool) -> str:
    """The bookmark around the number in a table's caption."""
    return bookmark(table.id) if draft and table.id is not None else f"_RefTable{table.number}"
