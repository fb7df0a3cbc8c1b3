"""What was taken out or put in as a whole, in an edition that shows its changes: rows, items, and where items count."""

from __future__ import annotations

from typing import Literal, TypeAlias

from assembler.document.model import Item, List, Paragraph, Row, Words

Change: TypeAlias = Literal["", "removed", "added"]


def row_change(row: Row[Words]) -> Change:
    """Whether a row as a whole was taken out or put in: then all its cells were."""
    changes = {cell.words.change for cell in row.cells}
    return changes.pop() if len(changes) == 1 else ""


def item_change(item: Item[Words]) -> Change:
    """The same of an item; its first words speak for it."""
    first = item.blocks[0] if item.blocks else None
    return first.words.change if isinstance(first, Paragraph) else ""


def item_position(block: List[Words], position: int) -> int:
    """The place of an item from 0 among those that count beside it: what was taken out stood among the earlier items,
    all others stand among the present ones."""
    gone = "added" if item_change(block.items[position]) == "removed" else "removed"
    return sum(item_change(item) != gone for item in block.items[:position])
