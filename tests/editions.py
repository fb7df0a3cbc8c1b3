"""Small ways to build edition trees by hand, and specimens for writers: a document in each language, and a torture
document with every element nested in every place that allows it."""

from __future__ import annotations

from assembler.document.model import (
    Block,
    Cell,
    Column,
    Div,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    Note,
    Paragraph,
    ParagraphNumber,
    Quote,
    Reference,
    Row,
    Table,
    TargetNumber,
    Text,
    Words,
)


def words(*content: Inline | str, language: str = "en", mark: str = "") -> Words:
    """A leaf; strings are plain text."""
    return Words(inlines(*content), language, mark)


def inlines(*content: Inline | str) -> Inlines:
    return tuple(Text(each) if isinstance(each, str) else each for each in content)


def paragraph(*content: Inline | str, id: str | None = None, classes: tuple[str, ...] = ()) -> Paragraph[Words]:
    return Paragraph(words=words(*content), id=id, classes=classes)


def numbered(value: int, *content: Inline | str, series: int = 1, id: str | None = None) -> Paragraph[Words]:
    return Paragraph(words=words(*content), id=id, number=ParagraphNumber(series, value))


def heading(level: int, *content: Inline | str, id: str | None = None) -> Heading[Words]:
    return Heading(level=level, words=words(*content), id=id)


def items(
    *blocks: Block[Words] | tuple[Block[Words], ...], ordered: bool = True, letters: bool = False, start: int = 1
) -> List[Words]:
    """A list; each argument is an item: a block, or a tuple of blocks."""
    made = tuple(Item(blocks=each if isinstance(each, tuple) else (each,)) for each in blocks)
    return List(ordered=ordered, items=made, start=start, classes=("letters",) if letters else ())


def quote(*blocks: Block[Words], id: str | None = None) -> Quote[Words]:
    return Quote(blocks=blocks, id=id)


def div(name: str, *blocks: Block[Words], id: str | None = None) -> Div[Words]:
    return Div(name=name, blocks=blocks, id=id)


def table(
    *rows: tuple[str | Words, ...],
    align: tuple[str, ...] = (),
    caption: Paragraph[Words] | None = None,
    number: int | None = None,
    id: str | None = None,
) -> Table[Words]:
    """A table; the first row is its header. With an ID, cells of the body are units."""
    columns = tuple(Column(f"c{n}", align[n - 1] if n <= len(align) else "") for n in range(1, len(rows[0]) + 1))
    made = [_row(row, id, n) for n, row in enumerate(rows)]
    return Table(columns=columns, head=made[0], rows=tuple(made[1:]), caption=caption, number=number, id=id)


def _row(cells: tuple[str | Words, ...], table: str | None, position: int) -> Row[Words]:
    name = f"r{position}" if position else "h"
    leaves = (cell if isinstance(cell, Words) else words(cell) for cell in cells)
    ids = (f"{table}.{name}.c{n}" if table else None for n in range(1, len(cells) + 1))
    return Row(tuple(Cell(leaf, id) for leaf, id in zip(leaves, ids, strict=True)), name)


def note(id: str, *blocks: Block[Words] | str) -> Note[Words]:
    """A note; a string as first block is its paragraph and carries the label as its ID."""
    made = tuple(
        paragraph(each, id=id if n == 0 else None) if isinstance(each, str) else each for n, each in enumerate(blocks)
    )
    return Note(id, made)


def reference(target: str, before: str, number: str, after: str = "", *, automatic: bool = True) -> Reference:
    """A reference with its generated text: words around a live number."""
    return Reference(target, content=inlines(before, TargetNumber(target, number, automatic), after))


def document(
    *blocks: Block[Words], notes: tuple[Note[Words], ...] = (), language: str = "en", contents: bool = True
) -> Document[Words]:
    return Document(
        language=language, title=words("A document", language=language), blocks=blocks, notes=notes, contents=contents
    )
