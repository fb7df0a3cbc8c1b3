"""The consolidated list: every recommendation again, under the title of its section, with the paragraphs it rests on.

The words are those of the places where the recommendations stand: nothing is translated again. IDs stay where they
are, and so do notes; the title leads back to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Figure,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quote,
    RawBlock,
    Reference,
    Row,
    Spread,
    Table,
    Text,
    Version,
    Words,
)
from assembler.document.names import RECOMMENDATION
from assembler.edition.lists.material import Made, Source, spoken, without_notes
from assembler.edition.refer import Here
from assembler.edition.refer import phrase as phrased


def recommendations(source: Source) -> Made:
    """A bold line for each place with recommendations, and below it their words."""
    chapters = (blocks for _, blocks in source.by_chapter())
    return Made(tuple(made for blocks in chapters for made in _of_chapter(blocks, source)))


def _of_chapter(blocks: Blocks[Words], source: Source) -> Iterator[Block[Words]]:
    """Recommendations that follow each other without a numbered paragraph between them stand under one title."""
    title = next((block for block in blocks if isinstance(block, Heading)), None)
    above: list[Paragraph[Words]] = []
    is_begun = False
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.number is not None:
                above.append(block)
            continue
        for div in walk.every_block((block,)):
            if isinstance(div, Div) and div.name == RECOMMENDATION:
                if above or not is_begun:
                    yield _label(title, div, above, source)
                yield from (_repeated(each) for each in div.blocks if "label" not in each.classes)
                above, is_begun = [], True


def _label(
    title: Heading[Words] | None, div: Div[Words], above: list[Paragraph[Words]], source: Source
) -> Paragraph[Words]:
    """The section's title, which leads to the recommendation, and the paragraphs above it in brackets."""
    language = source.language
    own = Words((Text(language.labels.recommendation),), language.code)
    words = own if title is None else without_notes(title.words)
    content = spoken(words, language)
    target = div.id or (title.id if title is not None else None)
    named: Inlines = (Reference(target, content=content),) if target else content
    label = Words((*named, *_rests_on(above, source)), language.code, words.mark)
    return Paragraph(classes=("label",), words=label)


def _rests_on(paragraphs: list[Paragraph[Words]], source: Source) -> Inlines:
    """The paragraphs in brackets, as their own section names them: its title stands before them."""
    numbered = [(each.id, each.number.series) for each in paragraphs if each.id is not None and each.number is not None]
    if not numbered:
        return ()
    (first, series), (last, _) = numbered[0], numbered[-1]
    reference = Reference(first, to=last if last != first else "")
    named = phrased(reference, source.numbered.targets, source.language, Here(series)).content
    return (Text(" ("), replace(reference, content=named), Text(")"))


def _repeated(block: Block[Words]) -> Block[Words]:
    """A block as it is repeated: without the IDs of what it repeats, without notes, a table without its number, a
    heading as a bold line, for the contents lead to the place itself."""
    (plain,) = walk.revise((block,), lambda _, words: without_notes(words), _nameless)
    return plain


def _nameless(block: Block[Words]) -> Block[Words]:
    match block:
        case Table():
            caption = None if block.caption is None else replace(block.caption, id=None)
            rows = tuple(_nameless_row(row) for row in block.rows)
            return replace(
                block, id=None, pairs=(), number=None, caption=caption, head=_nameless_row(block.head), rows=rows
            )
        case Figure():
            caption = None if block.caption is None else replace(block.caption, id=None)
            return replace(block, id=None, number=None, caption=caption)
        case List():
            return replace(block, id=None, pairs=(), items=tuple(replace(item, id=None) for item in block.items))
        case Heading():
            return Paragraph(classes=("label",), words=block.words)
        case Paragraph() | Quote() | Div():
            return replace(block, id=None, pairs=())
        case RawBlock() | Version() | Spread():
            return block
        case _:
            assert_never(block)


def _nameless_row(row: Row[Words]) -> Row[Words]:
    return replace(row, cells=tuple(replace(cell, id=None) for cell in row.cells))
