"""A section as lines that a person can read: one a block, with its line in the file, its name, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assembler.document import attributes
from assembler.document.model import (
    Block,
    Cell,
    Column,
    Div,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    RawBlock,
    Row,
    Section,
    Table,
)


def outline(section: Section[str]) -> Iterator[str]:
    """The body, then the notes."""
    for block in section.blocks:
        yield from _lines(block)
    for note in section.notes:
        yield f"{note.line}: note {note.id}"
        yield from _children(note.blocks)


def _lines(block: Block[str]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _said(block, "paragraph", block.words)
        case Heading():
            yield _said(block, f"heading {block.level}", block.words)
        case RawBlock():
            yield _said(block, f"raw {block.construct}", block.text)
        case List():
            yield _said(block, f"list from {block.start}" if block.ordered else "bullets")
            for item in block.items:
                yield f"{item.line}: item"
                yield from _children(item.blocks)
        case Quote():
            yield _said(block, "quote")
            yield from _children(block.blocks)
        case Div():
            yield _said(block, f"div {block.name}")
            yield from _children(block.blocks)
        case Figure():
            yield _said(block, f"picture {block.target}", block.words)
            yield from _children(filter(None, [block.caption]))
        case Table():
            yield _said(block, "table " + ", ".join(map(_column, block.columns)))
            yield from _children(filter(None, [block.caption]))
            for number, row in enumerate((block.head, *block.rows)):
                yield "  " + _row(row, "header row" if 0 < number < block.header_rows else "row")


def _children(blocks: Iterable[Block[str]]) -> Iterator[str]:
    for block in blocks:
        yield from ("  " + line for line in _lines(block))


def _said(block: Block[str], what: str, words: str | None = None) -> str:
    named = attributes.render(block.id, block.classes, block.pairs)
    shown = "" if words is None else ": " + words.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{block.line}: {what}{' ' if named else ''}{named}{shown}"


def _column(column: Column) -> str:
    width = f" {column.share:g} %" if column.share else ""
    return f"{column.id or '–'} {column.align}".strip() + width


def _row(row: Row[str], what: str) -> str:
    return f"{row.line}: {what} {row.id or '–'}: " + " | ".join(map(_cell, row.cells))


def _cell(cell: Cell[str]) -> str:
    """A cell's words, how far it spans, and its ID; an arrow where another one lies over it."""
    arrows = {"": "", "left": "←", "above": "↑"}
    spans = f" ({cell.across} × {cell.down})" if (cell.across, cell.down) != (1, 1) and not cell.covered else ""
    return arrows[cell.covered] + cell.words + spans + (f" = {cell.id}" if cell.id else "")
