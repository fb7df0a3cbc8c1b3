"""What stands on landscape pages, gathered: neighbours share their pages, so that no page is begun in vain.

The class `landscape` on tables and divs, and the div of that name, become divs `landscape` at the top of the document;
writers turn the page for these alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from assembler.document.model import Block, Blocks, Div, Words
from assembler.document.names import LANDSCAPE
from assembler.document.orientation import is_landscape


def gathered(blocks: Blocks[Words]) -> Blocks[Words]:
    """The blocks of a document with each run of landscape ones in one div."""
    if not any(map(is_landscape, blocks)):
        return blocks
    result: list[Block[Words]] = []
    run: list[Block[Words]] = []
    for block in blocks:
        if is_landscape(block):
            run += _inside(block)
            continue
        result += _turned(run)
        run = []
        result.append(block)
    return (*result, *_turned(run))


def _inside(block: Block[Words]) -> Blocks[Words]:
    """What the run takes: of a div without an ID that references could lead to, only what is in it."""
    if isinstance(block, Div) and block.name == LANDSCAPE and block.id is None:
        return block.blocks
    return (block,)


def opened(blocks: Blocks[Words]) -> Iterator[Block[Words]]:
    """The blocks with what stands in divs `landscape` outside of them, each asking for landscape pages itself; what
    references lead to stays there."""
    for block in blocks:
        if isinstance(block, Div) and block.name == LANDSCAPE:
            inner = block.blocks if block.id is None else (replace(block, name=""),)
            yield from (each if is_landscape(each) else _asking(each) for each in inner)
        else:
            yield block


def _asking(block: Block[Words]) -> Block[Words]:
    return replace(block, classes=(*block.classes, LANDSCAPE))


def _turned(run: list[Block[Words]]) -> list[Block[Words]]:
    return [Div(name=LANDSCAPE, blocks=tuple(run), line=run[0].line)] if run else []
