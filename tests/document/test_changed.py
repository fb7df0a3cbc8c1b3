"""Where items count in an edition that shows its changes."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.document.changed import item_change, item_position, row_change
from assembler.document.model import Cell, Item, List, Row, Words
from tests.editions import items, paragraph, words


def changed(*changes: str) -> List[Words]:
    """A list of items that were taken out (`-`), put in (`+`) or stayed (`=`)."""
    names = {"-": "removed", "+": "added", "=": ""}
    made = items(*(paragraph(each) for each in changes))
    return replace(made, items=tuple(_item(item, names[each]) for item, each in zip(made.items, changes, strict=True)))


def _item(item: Item[Words], change: str) -> Item[Words]:
    (first,) = item.blocks
    return Item(blocks=(replace(first, words=replace(first.words, change=change)),))  # type: ignore[union-attr]


def test_items_that_stay_or_came_are_counted_without_those_that_went() -> None:
    block = changed("=", "-", "+", "=", "-", "=")
    stay = [item_position(block, n) for n, item in enumerate(block.items) if item_change(item) != "removed"]
    assert stay == [0, 1, 2, 3]


def test_items_that_went_bear_the_number_that_they_had() -> None:
    block = changed("=", "-", "+", "=", "-", "=")
    gone = [item_position(block, n) for n, item in enumerate(block.items) if item_change(item) == "removed"]
    assert gone == [1, 3]


def test_a_row_has_changed_as_a_whole_only_if_all_its_cells_have() -> None:
    gone, here = replace(words("a"), change="removed"), words("b")
    assert row_change(Row((Cell(gone), Cell(gone)))) == "removed"
    assert row_change(Row((Cell(gone), Cell(here)))) == ""
    assert row_change(Row((Cell(here),))) == ""
    assert row_change(Row(())) == ""
