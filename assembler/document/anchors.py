"""A look at an edition before it is written: where its references can go, and which notes are called again.

A reference may point forward, so a writer must know its target's bookmark before it reaches the target. In a draft
bookmarks bear the IDs of their units, in a final edition they are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, TypeAlias, assert_never

from msgspec import Struct

from assembler.document.bookmarks import bookmark
from assembler.document.model import (
    Blocks,
    Div,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Link,
    List,
    NoteMark,
    PageNumber,
    Paragraph,
    Quote,
    RawBlock,
    Reference,
    Span,
    Spread,
    Strong,
    Table,
    TargetNumber,
    Text,
    Tracked,
    Version,
    Words,
)

AnchorKind: TypeAlias = Literal["paragraph", "item", "inner-item", "caption", "note", "other"]
"""What a bookmark stands on: a numbered paragraph, an item that is counted (of an outermost list, or further in), the
number in a caption, the mark of a note, or what bears no number."""


Captioned: TypeAlias = Table[Words] | Figure[Words]
"""What can have a caption with a number."""


class Anchor(Struct, frozen=True, gc=False):
    """A bookmark, and what it marks."""

    bookmark: str
    kind: AnchorKind


class Anchors(Struct, frozen=True):
    """By ID: the anchor of every target that is referred to and exists, and of notes that are called more than once."""

    referred: Mapping[str, Anchor]
    called_again: Mapping[str, Anchor]


def anchors(document: Document[Words], *, draft: bool) -> Anchors:
    """The anchors of a document, in the order in which it first asks for them."""
    seen = _Seen()
    for words in (document.title, document.subtitle, *(field.words for field in document.cover)):
        if words is not None:
            seen.inlines(words.content)
    seen.blocks(document.blocks, 0)
    seen.blocks(document.front, 0)
    for note in document.notes:
        seen.blocks(note.blocks, 0)
    notes = {note.id: Anchor(f"_RefNote{position}", "note") for position, note in enumerate(document.notes, 1)}
    return Anchors(
        seen.referred_anchors(notes, draft=draft),
        {id: notes[id] for id, marks in seen.marks.items() if marks > 1 and id in notes},
    )


def caption_bookmark(block: Captioned, language: str = "", *, draft: bool) -> str:
    """The bookmark around the number in the caption of a table or figure; `language` is that of the version it stands
    in, if any."""
    if draft and block.id is not None:
        return bookmark(block.id)
    version = f"_{language.replace('-', '_')}" if language else ""
    return f"_Ref{type(block).__name__}{block.number}{version}"


class _Seen:
    """What has been met so far: what each ID stands on, what is referred to, how often each note is called.

    `language` is that of the version that is being looked at, empty outside of any.
    """

    def __init__(self) -> None:
        self.kinds: dict[str | None, AnchorKind] = {}
        self.captioned: dict[str | None, tuple[Captioned, str]] = {}
        self.language = ""
        self.referred: dict[str, None] = {}
        self.marks: Counter[str] = Counter()

    def referred_anchors(self, notes: Mapping[str, Anchor], *, draft: bool) -> dict[str, Anchor]:
        """The anchors of what is referred to. In a final edition those that have no name yet are counted."""
        found: dict[str, Anchor] = {}
        for id in self.referred:
            if id in notes:
                found[id] = notes[id]
            elif id in self.captioned:
                found[id] = Anchor(caption_bookmark(*self.captioned[id], draft=draft), "caption")
            elif id in self.kinds:
                found[id] = Anchor(bookmark(id) if draft else f"_Ref{len(found) + 1}", self.kinds[id])
        return found

    def blocks(self, blocks: Blocks[Words], depth: int) -> None:  # noqa: C901 - a case for each block
        """A run of blocks inside `depth` lists."""
        for block in blocks:
            match block:
                case Paragraph():
                    self.kinds[block.id] = "other" if block.number is None else "paragraph"
                    self.inlines(block.words.content)
                case Heading():
                    self.kinds[block.id] = "other"
                    self.inlines(block.words.content)
                case List():
                    self.items(block, depth)
                case Quote() | Div():
                    self.kinds[block.id] = "other"
                    self.blocks(block.blocks, depth)
                case Table():
                    self.table(block)
                case Figure():
                    self.inlines(block.words.content)
                    self.caption(block)
                case RawBlock():
                    pass
                case Version():
                    self.version(block)
                case Spread():
                    for row in block.rows:
                        for version in row:
                            self.version(version)
                case _:
                    assert_never(block)

    def version(self, version: Version[Words]) -> None:
        """What one of several languages says. Its tables have bookmarks of their own."""
        around, self.language = self.language, version.language
        self.blocks(version.blocks, 0)
        self.language = around

    def items(self, block: List[Words], depth: int) -> None:
        """A list. An item bears its number on its first paragraph."""
        for item in block.items:
            self.blocks(item.blocks, depth + 1)
            if block.ordered and item.blocks and isinstance(item.blocks[0], Paragraph):
                self.kinds[item.blocks[0].id] = "inner-item" if depth else "item"

    def table(self, table: Table[Words]) -> None:
        """A table with its cells."""
        for row in (table.head, *table.rows):
            for cell in row.cells:
                self.kinds[cell.id] = "other"
                self.inlines(cell.words.content)
        self.caption(table)

    def caption(self, block: Captioned) -> None:
        """A table or figure with its caption; one without a number is a place like any other."""
        self.kinds[block.id] = "other"
        if block.caption is not None:
            self.kinds[block.caption.id] = "other"
            self.inlines(block.caption.words.content)
        if block.number is not None:
            self.captioned[block.id] = block, self.language
            if block.caption is not None:
                self.captioned[block.caption.id] = block, self.language

    def inlines(self, content: Inlines) -> None:
        """What a run of inlines refers to and calls."""
        for inline in content:
            match inline:
                case Text():
                    pass
                case NoteMark():
                    self.marks[inline.id] += 1
                case TargetNumber() | PageNumber():
                    self.referred.setdefault(inline.target)
                case Reference():
                    self.referred.setdefault(inline.target)
                    self.inlines(inline.content)
                case Link():
                    if inline.target.startswith("#"):
                        self.referred.setdefault(inline.target[1:])
                    self.inlines(inline.content)
                case Emphasis() | Strong() | Span() | Tracked():
                    self.inlines(inline.content)
