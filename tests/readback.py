"""What other readers find in a finished file: the units of an edition, and the text that pandoc reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from assembler.document import walk
from assembler.document.model import Document, Heading, Paragraph, Table, Words


def units(edition: Document[Words]) -> Iterator[tuple[str, Words]]:
    """Every leaf with an ID, body and notes."""
    inside = (block for note in edition.notes for block in note.blocks)
    for block in walk.every_block((*edition.blocks, *inside)):
        if isinstance(block, Paragraph | Heading) and block.id is not None:
            yield block.id, block.words
        elif isinstance(block, Table):
            rows = (block.head, *block.rows)
            yield from (
                (cell.id, cell.words)
                for row in rows
                for cell in row.cells
                if cell.id is not None and cell.words.content
            )


def pandoc_blocks(node: Any) -> Iterator[str]:
    """The text of every paragraph, heading and cell that pandoc reads, notes where they are called."""
    match node:
        case {"t": "Para" | "Plain" | "Header", "c": content}:
            yield collapsed(_pandoc_text(content[-1] if node["t"] == "Header" else content))
            yield from _pandoc_notes(content)
        case {"c": content}:
            yield from pandoc_blocks(content)
        case list():
            for each in node:
                yield from pandoc_blocks(each)


def _pandoc_notes(node: Any) -> Iterator[str]:
    match node:
        case {"t": "Note", "c": content}:
            yield from pandoc_blocks(content)
        case {"c": content}:
            yield from _pandoc_notes(content)
        case list():
            for each in node:
                yield from _pandoc_notes(each)


def _pandoc_text(node: Any) -> str:
    match node:
        case {"t": "Str", "c": text}:
            return str(text)
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"t": "Note"} | {"t": "Superscript"}:
            return ""
        case {"c": content}:
            return _pandoc_text(content)
        case list():
            return "".join(_pandoc_text(each) for each in node if not isinstance(each, str))
        case _:
            return ""


def collapsed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
