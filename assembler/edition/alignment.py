"""Two versions side by side: which block, item or row of the one is which of the other.

What has an ID is known by it, a container without one by the units that it holds, and what has neither by its place
among its like. Of what stands in another order the most that can keeps its place; the rest is in one version only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Document,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    RawBlock,
    Row,
    Table,
    Words,
)

T = TypeVar("T")
Key: TypeAlias = Hashable


def aligned(
    old: Sequence[T], new: Sequence[T], old_keys: Sequence[Key], new_keys: Sequence[Key]
) -> Iterator[tuple[T | None, T | None]]:
    """Both sequences as one: pairs of what is the same in the same order, and between them what only one has, the
    earlier before the later. A key that comes twice counts the first time."""
    start_old = start_new = 0
    for at_old, at_new in (*_common(old_keys, new_keys), (len(old), len(new))):
        yield from ((each, None) for each in old[start_old:at_old])
        yield from ((None, each) for each in new[start_new:at_new])
        if at_old < len(old):
            yield old[at_old], new[at_new]
        start_old, start_new = at_old + 1, at_new + 1


def _common(old: Sequence[Key], new: Sequence[Key]) -> list[tuple[int, int]]:
    """The longest run of keys that both have in this order, as their places: the longest rising sequence of places."""
    places: dict[Key, int] = {}
    for position, key in enumerate(old):
        places.setdefault(key, position)
    pairs = [(places.pop(key), position) for position, key in enumerate(new) if key in places]
    ends: list[int] = []
    last: list[int] = []
    former: list[int] = []
    for index, (place, _) in enumerate(pairs):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
        former.append(last[length - 1] if length else -1)
    found: list[tuple[int, int]] = []
    step = last[-1] if last else -1
    while step >= 0:
        found.append(pairs[step])
        step = former[step]
    return found[::-1]


def keys(old: Blocks[Words], new: Blocks[Words]) -> tuple[list[Key], list[Key]]:
    """What each block is known by. A container without an ID is known by any of the units in it."""
    holders: dict[Key, int] = {}
    for position, block in enumerate(old):
        for key in _held(block):
            holders.setdefault(key, position)
    own, keys = _own_keys(old), _own_keys(new)
    for position, block in enumerate(new):
        at = next((holders[key] for key in _held(block) if key in holders), None)
        if at is not None:
            keys[position] = own[at]
    return own, keys


def _held(block: Block[Words]) -> Iterator[Key]:
    """For a container without an ID what it holds: each unit, with what the container is."""
    if block.id is None and isinstance(block, List | Quote | Div):
        yield from ((_sort(block), id) for id in _leaf_ids((block,)))


def _sort(block: List[Words] | Quote[Words] | Div[Words]) -> Key:
    """What a container is; one that has become another was taken out, and the other put in."""
    match block:
        case List():
            return List, block.ordered, block.classes
        case Div():
            return Div, block.name
        case Quote():
            return Quote


def _own_keys(blocks: Blocks[Words]) -> list[Key]:
    counts: dict[Key, int] = {}
    keys: list[Key] = []
    for block in blocks:
        key = _own_key(block)
        counts[key] = counts.get(key, 0) + 1
        keys.append((key, counts[key]))
    return keys


def _own_key(block: Block[Words]) -> Key:
    """What a block is; several that are the same are told apart by their order."""
    match block:
        case Table():
            return Table, block.id, len(block.head.cells), tuple(column.id for column in block.columns)
        case RawBlock():
            return RawBlock, block.text
        case Figure():
            return Figure, block.id, picture_name(block.target), walk.plain_text(block.words.content)
        case List() | Div() | Quote():
            return _sort(block), block.id or next(_leaf_ids((block,)), None)
        case Paragraph():
            return Paragraph, block.id, () if block.id else block.classes
        case _:
            return type(block), block.id


def picture_name(target: str) -> str:
    """What the file of a picture is called: its folder is told from elsewhere in an earlier version, and that one
    does not know of a file for one language, `fig.kk.png` for `fig.png`."""
    return re.sub(r"\.[a-z]{2,3}(?=\.\w+$)", "", target.rpartition("/")[2])


def item_keys(old: Sequence[Item[Words]], new: Sequence[Item[Words]]) -> tuple[list[Key], list[Key]]:
    """Items are known by their first words, those without an ID by their order."""
    return [_item_key(*each) for each in enumerate(old)], [_item_key(*each) for each in enumerate(new)]


def _item_key(position: int, item: Item[Words]) -> Key:
    return next(_leaf_ids(item.blocks), None) or position


def row_keys(rows: Sequence[Row[Words]]) -> list[Key]:
    """Rows are known by their names, those without one by their order."""
    return [row.id if row.id is not None else position for position, row in enumerate(rows)]


def ids(document: Document[Words]) -> Iterator[str]:
    """Every ID of a document, of words and of what holds them."""
    inside = (block for note in document.notes for block in note.blocks)
    return _leaf_ids((*document.blocks, *inside), of_all=True)


def _leaf_ids(blocks: Iterable[Block[Words]], *, of_all: bool = False) -> Iterator[str]:
    """The IDs of words, `of_all` also those of what holds them."""
    for block in walk.every_block(blocks):
        if block.id is not None and (of_all or isinstance(block, Paragraph | Heading)):
            yield block.id
        if isinstance(block, Table):
            yield from (cell.id for row in (block.head, *block.rows) for cell in row.cells if cell.id is not None)
