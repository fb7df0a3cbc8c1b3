"""A section as lines that a person can read: one a block, with its line in the file, its name, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assembler.document import attributes
from assembler.document.model import Block, Div, Figure, Heading, List, Paragraph, Quote, RawBlock, Row, Section, Table


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
            yield _said(block, "table " + ", ".join(_column(column.id, column.align) for column in block.columns))
            yield from _children(filter(None, [block.caption]))
            for row in (block.head, *block.rows):
                yield "  " + _row(row)


def _children(blocks: Iterable[Block[str]]) -> Iterator[str]:
    for block in blocks:
        yield from ("  " + line for line in _lines(block))


def _said(block: Block[str], what: str, words: str | None = None) -> str:
    named = attributes.render(block.id, block.classes, block.pairs)
    shown = "" if words is None else ": " + words.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{block.line}: {what}{' ' if named else ''}{named}{shown}"


def _column(id: str | None, align: str) -> str:
    return f"{id or '–'} {align}".strip()


def _row(row: Row[str]) -> str:
    cells = " | ".join(cell.words + (f" = {cell.id}" if cell.id else "") for cell in row.cells)
    return f"{row.line}: row {row.id or '–'}: {cells}"
