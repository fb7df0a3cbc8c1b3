"""The lists of tables and figures: number, caption, page; each line leads to what it names."""

from __future__ import annotations

from collections.abc import Iterator

from assembler.document import walk
from assembler.document.model import Figure, Inlines, PageNumber, Paragraph, Reference, Table, Text, Words
from assembler.edition.lists.material import Made, Source, spoken, without_notes
from assembler.language.model import Language


def tables(source: Source) -> Made:
    """A line for each table that bears a number."""
    return Made(tuple(_tables(source)))


def figures(source: Source) -> Made:
    """A line for each figure that bears a number."""
    return Made(tuple(_figures(source)))


def _tables(source: Source) -> Iterator[Paragraph[Words]]:
    for block in walk.every_block(source.numbered.blocks):
        match block:
            case Table(number=int(number), caption=Paragraph() as caption):
                id = block.id or caption.id
                yield entry(source.language.labels.table, number, id, caption.words, source.language)
            case _:
                pass


def _figures(source: Source) -> Iterator[Paragraph[Words]]:
    for block in walk.every_block(source.numbered.blocks):
        match block:
            case Figure(number=int(number), caption=Paragraph() as caption):
                id = block.id or caption.id
                yield entry(source.language.labels.figure, number, id, caption.words, source.language)
            case _:
                pass


def entry(label: str, number: int, id: str | None, caption: Words, language: Language) -> Paragraph[Words]:
    """A line: the label with the number in its place, the caption without its notes, the page."""
    words = without_notes(caption)
    line: Inlines = (Text(f"{label.replace('{n}', str(number))}. "), *spoken(words, language))
    content = (Reference(id, content=line), PageNumber(id)) if id else line
    return Paragraph(classes=("entry",), words=Words(content, language.code, words.mark))
