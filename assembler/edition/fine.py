"""An edition in several languages cut finer than it is printed: where that can be, one unit in a row.

Who compares translations wants each item of a list beside its translation, and a heading in a row of its own, also
where on paper they stand in one cell with what belongs to them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from assembler.document.model import (
    CONTINUED,
    UNFINISHED,
    Block,
    Blocks,
    Div,
    Document,
    List,
    Quote,
    Spread,
    Version,
    Words,
)
from assembler.edition.concordance import in_order
from assembler.edition.parallel import keyed

Line = tuple[Version[Words], ...]


def cut(document: Document[Words]) -> Document[Words]:
    """The same edition with its versions side by side in shorter rows."""
    return replace(document, front=_each(document.front), blocks=_each(document.blocks))


def _each(blocks: Blocks[Words]) -> Blocks[Words]:
    return tuple(_spread(block) if isinstance(block, Spread) else block for block in blocks)


def _spread(spread: Spread[Words]) -> Spread[Words]:
    return replace(spread, rows=tuple(line for row in spread.rows for line in _lines(row)), keeps=())


def _lines(row: Line) -> Iterator[Line]:
    """A row for each block and each item of a list; what is the same in other languages beside it."""
    found = {version.language: dict(_keyed(version)) for version in row}
    for key in in_order([list(blocks) for blocks in found.values()]):
        yield tuple(
            replace(version, blocks=(found[version.language][key],) if key in found[version.language] else ())
            for version in row
        )


def _keyed(version: Version[Words]) -> Iterator[tuple[str, Block[Words]]]:
    """The pieces of a version under what they are known by in every language."""
    cut = tuple(piece for block in version.blocks for piece in pieces(block))
    for key, piece in keyed(cut):
        yield key.removeprefix(f"{version.language}-"), piece


def pieces(block: Block[Words]) -> Blocks[Words]:
    """A list item by item, also one that stands alone in a container; all else as it is."""
    match block:
        case List():
            return tuple(
                replace(block, items=(item,), start=block.start + place) for place, item in enumerate(block.items)
            )
        case Div(blocks=(inner,)) | Quote(blocks=(inner,)) if len(cut := pieces(inner)) > 1:
            return tuple(_contained(block, piece, place, len(cut)) for place, piece in enumerate(cut))
        case _:
            return (block,)


def _contained(whole: Div[Words] | Quote[Words], piece: Block[Words], place: int, count: int) -> Block[Words]:
    """A piece in a container like that of all, whose ID the first one bears."""
    marks = ((CONTINUED,) if place else ()) + ((UNFINISHED,) if place < count - 1 else ())
    classes = tuple(dict.fromkeys((*whole.classes, *marks)))
    return replace(whole, id=None if place else whole.id, classes=classes, blocks=(piece,))
