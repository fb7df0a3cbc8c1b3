"""A parallel version of a section: the shape of the original with what the other version says, under the same IDs.

What the other version does not say is left out. What only it says stands where it stood there, under an ID of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from assembler.align.matching import Matched
from assembler.align.translation import renamed
from assembler.align.version import Edition, Part
from assembler.document import inline, walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
)
from assembler.document.units import NOT_UNITS


def beside(
    section: Section[str], texts: Mapping[str, str], extras: Extras, *, language: str, path: str
) -> Section[str]:
    """The version of `section` with these texts, by ID, and with what stands `extras`."""
    blocks = tuple(_woven(section.blocks, texts, extras))
    called = {
        mark for block in blocks for leaf in walk.block_leaves(block, ()) for mark in inline.note_marks(leaf.words)
    }
    notes = [
        replace(note, blocks=kept)
        for note in section.notes
        if (kept := _kept(note.blocks, texts)) and note.id in called
    ]
    more = [extras.notes[mark] for mark in extras.notes if mark in called]
    return Section(id=section.id, language=language, path=path, blocks=blocks, notes=(*notes, *more))


class Extras:
    """What only the other version says: blocks by the ID of the original's unit that they follow ("" for none), and the
    notes that they call."""

    def __init__(self, version: Edition, found: Matched) -> None:
        names = {its: own for match in found.matches for own, its in zip(match.left, match.right, strict=False)}
        alone = set(found.right)
        self.notes = {id: note for id, note in version.notes.items() if id in alone}
        self.after: dict[str, list[Block[str]]] = {}
        last = ""
        for part in version.parts:
            if part.id in alone:
                self.after.setdefault(last, []).append(_block(part, names))
            last = next((names[id] for id in reversed(part.units) if id in names), last)


def _block(part: Part, names: Mapping[str, str]) -> Block[str]:
    words = renamed(part.words, names, None)
    if part.piece.sort == "heading":
        return Heading(id=part.id, level=part.piece.level, words=words)
    return Paragraph(id=part.id, words=words)


def _woven(blocks: Blocks[str], texts: Mapping[str, str], extras: Extras) -> Iterator[Block[str]]:
    """The top level, each block followed by what only the other version has behind one of its units."""
    ids = [[leaf.id for leaf in walk.block_leaves(block, ())] for block in blocks]
    if blocks and ids[0] and ids[0][0] is not None and "" in extras.after:
        yield from extras.after.pop("")
    for block, own in zip(blocks, ids, strict=True):
        yield from _kept((block,), texts)
        for id in own:
            yield from extras.after.pop(id or "-", ())


def _kept(blocks: Iterable[Block[str]], texts: Mapping[str, str]) -> Blocks[str]:
    """What of the blocks the other version says."""
    return tuple(new for block in blocks if (new := _said(block, texts)) is not None)


def _said(block: Block[str], texts: Mapping[str, str]) -> Block[str] | None:
    match block:
        case Paragraph(id=str() as id) | Heading(id=str() as id) if id in texts:
            return replace(block, words=texts[id])
        case List():
            items = (Item(id=item.id, classes=item.classes, blocks=_kept(item.blocks, texts)) for item in block.items)
            full = tuple(item for item in items if item.blocks)
            return replace(block, items=full) if full else None
        case Div() if block.name in NOT_UNITS:
            return None
        case Quote() | Div():
            inside = _kept(block.blocks, texts)
            return replace(block, blocks=inside) if inside else None
        case Table():
            return _table(block, texts)
        case Figure():
            return replace(block, words=texts.get(block.id or "", ""), caption=_caption(block, texts))
        case _:
            return None


def _table(table: Table[str], texts: Mapping[str, str]) -> Table[str] | None:
    """Cells without words of their own (numbers) stay; None where the other version has no cell of the table."""
    if not any(cell.id in texts for row in (table.head, *table.rows) for cell in row.cells):
        return None
    return replace(
        table,
        caption=_caption(table, texts),
        head=_row(table.head, texts),
        rows=tuple(_row(row, texts) for row in table.rows),
    )


def _caption(block: Table[str] | Figure[str], texts: Mapping[str, str]) -> Paragraph[str] | None:
    caption = block.caption
    if caption is None or caption.id is None or caption.id not in texts:
        return None
    return replace(caption, words=texts[caption.id])


def _row(row: Row[str], texts: Mapping[str, str]) -> Row[str]:
    return replace(
        row,
        cells=tuple(
            replace(cell, words=texts.get(cell.id, "" if any(map(str.isalpha, cell.words)) else cell.words))
            if cell.id is not None
            else cell
            for cell in row.cells
        ),
    )
