"""Ways through the tree: every leaf in order, every block, every inline, and a function mapped over all words.

What is met most often (`Text`, `Paragraph`) is asked for first everywhere: to find that a value is not of a kind takes
longer than to find that it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.model import (
    Block,
    Blocks,
    Break,
    Cell,
    Code,
    Div,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Note,
    NoteMark,
    PageNumber,
    Paragraph,
    Quote,
    RawBlock,
    RawInline,
    Reference,
    Row,
    Section,
    Span,
    Spread,
    Strong,
    Table,
    TargetNumber,
    Text,
    Tracked,
    Version,
)

W = TypeVar("W")
V = TypeVar("V")

Rewrite = Callable[[str | None, W], V]
"""From a leaf's ID and its words to its new words."""


def every_block(blocks: Iterable[Block[W]]) -> Iterator[Block[W]]:
    """Each block and what is nested in it, in reading order; a table's or figure's caption after it."""
    for block in blocks:
        yield block
        match block:
            case List():
                for item in block.items:
                    yield from every_block(item.blocks)
            case Quote() | Div() | Version():
                yield from every_block(block.blocks)
            case Spread():
                for row in block.rows:
                    yield from every_block(row)
            case Table(caption=Paragraph() as caption) | Figure(caption=Paragraph() as caption):
                yield caption


def every_inline(inlines: Inlines) -> Iterator[Inline]:
    """Each inline and what is nested in it, in reading order."""
    for inline in inlines:
        yield inline
        match inline:
            case Text():
                pass
            case Emphasis() | Strong() | Link() | Span() | Reference() | Tracked():
                yield from every_inline(inline.content)


def plain_text(inlines: Inlines) -> str:
    """The words without markup: what a reader sees, notes and what was taken out left out, a hard break as a line
    feed."""
    return "".join(map(_plain, inlines))


def _plain(inline: Inline) -> str:
    match inline:
        case Text() | Code() | RawInline() | TargetNumber():
            return inline.text
        case Emphasis() | Strong() | Link() | Span() | Reference():
            return plain_text(inline.content)
        case Image():
            return inline.alt
        case Tracked():
            return "" if inline.kind == "removed" else plain_text(inline.content)
        case NoteMark() | PageNumber():
            return ""
        case Break():
            return "\n"
        case _:
            assert_never(inline)


def map_words(section: Section[W], rewrite: Rewrite[W, V]) -> Section[V]:
    """The same section with every leaf's words replaced by `rewrite(id, words)`."""
    return Section(
        id=section.id,
        language=section.language,
        path=section.path,
        blocks=map_blocks(section.blocks, rewrite),
        notes=tuple(map_note(note, rewrite) for note in section.notes),
    )


def map_note(note: Note[W], rewrite: Rewrite[W, V]) -> Note[V]:
    return Note(note.id, map_blocks(note.blocks, rewrite), note.line)


def map_blocks(blocks: tuple[Block[W], ...], rewrite: Rewrite[W, V]) -> tuple[Block[V], ...]:
    return tuple(map_block(block, rewrite) for block in blocks)


def map_block(block: Block[W], rewrite: Rewrite[W, V]) -> Block[V]:
    """`block` with `rewrite` mapped over its leaves; shape, IDs and lines stay."""
    match block:
        case Paragraph():
            return _map_paragraph(block, rewrite)
        case Heading():
            return Heading(
                id=block.id, classes=block.classes, pairs=block.pairs, line=block.line,
                level=block.level, words=rewrite(block.id, block.words), label=block.label, new_page=block.new_page,
            )  # fmt: skip
        case List():
            return List(
                id=block.id, classes=block.classes, pairs=block.pairs, line=block.line,
                ordered=block.ordered, start=block.start, items=tuple(_map_item(item, rewrite) for item in block.items),
            )  # fmt: skip
        case Quote():
            return Quote(
                id=block.id, classes=block.classes, pairs=block.pairs, line=block.line,
                blocks=map_blocks(block.blocks, rewrite),
            )  # fmt: skip
        case Div():
            return Div(
                id=block.id, classes=block.classes, pairs=block.pairs, line=block.line,
                name=block.name, blocks=map_blocks(block.blocks, rewrite),
            )  # fmt: skip
        case Table():
            return _map_table(block, rewrite)
        case Figure():
            return _map_figure(block, rewrite)
        case RawBlock():
            return block
        case Version():
            return _map_version(block, rewrite)
        case Spread():
            return Spread(
                id=block.id, classes=block.classes, pairs=block.pairs, line=block.line,
                keeps=block.keeps, new_page=block.new_page,
                head=tuple(rewrite(None, words) for words in block.head),
                rows=tuple(tuple(_map_version(version, rewrite) for version in row) for row in block.rows),
            )  # fmt: skip
        case _:
            assert_never(block)


def _map_version(version: Version[W], rewrite: Rewrite[W, V]) -> Version[V]:
    return Version(
        id=version.id, classes=version.classes, pairs=version.pairs, line=version.line,
        language=version.language, outlined=version.outlined, mark=version.mark, first=version.first,
        blocks=map_blocks(version.blocks, rewrite),
    )  # fmt: skip


def _map_paragraph(paragraph: Paragraph[W], rewrite: Rewrite[W, V]) -> Paragraph[V]:
    return Paragraph(
        id=paragraph.id, classes=paragraph.classes, pairs=paragraph.pairs, line=paragraph.line,
        number=paragraph.number, words=rewrite(paragraph.id, paragraph.words),
    )  # fmt: skip


def _map_item(item: Item[W], rewrite: Rewrite[W, V]) -> Item[V]:
    return Item(
        id=item.id, classes=item.classes, pairs=item.pairs, line=item.line, blocks=map_blocks(item.blocks, rewrite)
    )


def _map_table(table: Table[W], rewrite: Rewrite[W, V]) -> Table[V]:
    return Table(
        id=table.id, classes=table.classes, pairs=table.pairs, line=table.line,
        columns=table.columns, number=table.number,
        caption=None if table.caption is None else _map_paragraph(table.caption, rewrite),
        head=_map_row(table.head, rewrite),
        rows=tuple(_map_row(row, rewrite) for row in table.rows),
    )  # fmt: skip


def _map_figure(figure: Figure[W], rewrite: Rewrite[W, V]) -> Figure[V]:
    return Figure(
        id=figure.id, classes=figure.classes, pairs=figure.pairs, line=figure.line,
        target=figure.target, title=figure.title, number=figure.number,
        caption=None if figure.caption is None else _map_paragraph(figure.caption, rewrite),
        words=rewrite(figure.id, figure.words),
    )  # fmt: skip


def _map_row(row: Row[W], rewrite: Rewrite[W, V]) -> Row[V]:
    return Row(tuple(Cell(rewrite(cell.id, cell.words), cell.id) for cell in row.cells), row.id, row.line)


Change = Callable[[Block[W]], Block[W]]


def _as_it_is(block: Block[W]) -> Block[W]:
    return block


def revise(blocks: Blocks[W], rewrite: Rewrite[W, W], change: Change[W] = _as_it_is) -> Blocks[W]:
    """Every leaf's words replaced by `rewrite(id, words)`, and every block by what `change` then makes of it, the
    innermost first. A paragraph that neither touches stays the value that it was."""
    return tuple(change(_revised(block, rewrite, change)) for block in blocks)


def _revised(block: Block[W], rewrite: Rewrite[W, W], change: Change[W]) -> Block[W]:
    match block:
        case Paragraph() | Heading():
            words = rewrite(block.id, block.words)
            return block if words is block.words else replace(block, words=words)
        case List():
            items = tuple(replace(item, blocks=revise(item.blocks, rewrite, change)) for item in block.items)
            return replace(block, items=items)
        case Quote() | Div() | Version():
            return replace(block, blocks=revise(block.blocks, rewrite, change))
        case Table():
            return _map_table(block, rewrite)
        case Figure():
            return _map_figure(block, rewrite)
        case RawBlock():
            return block
        case Spread():
            rows = tuple(
                tuple(replace(version, blocks=revise(version.blocks, rewrite, change)) for version in row)
                for row in block.rows
            )
            return replace(block, head=tuple(rewrite(None, words) for words in block.head), rows=rows)
        case _:
            assert_never(block)


def every_words(blocks: Iterable[Block[W]]) -> Iterator[W]:  # noqa: C901 - a case for each block
    """The words of every leaf that is printed in reading order; a table's caption before its cells."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.words
            case List():
                for item in block.items:
                    yield from every_words(item.blocks)
            case Quote() | Div() | Version():
                yield from every_words(block.blocks)
            case Spread():
                yield from block.head
                for versions in block.rows:
                    yield from every_words(versions)
            case Table():
                if block.caption is not None:
                    yield block.caption.words
                yield from (cell.words for row in (block.head, *block.rows) for cell in row.cells)
            case Figure():
                if block.caption is not None:
                    yield block.caption.words
            case RawBlock():
                pass
            case _:
                assert_never(block)


def begins_with_words(blocks: tuple[Block[W], ...]) -> bool:
    """Whether the first of the blocks is a paragraph, in a version of its own or not."""
    match blocks:
        case (Paragraph(), *_):
            return True
        case (Version() as version, *_):
            return begins_with_words(version.blocks)
        case _:
            return False


Rewriter = Callable[[Inline], Inlines]


def map_inlines(inlines: Inlines, rewrite: Rewriter) -> Inlines:
    """Every inline replaced by what `rewrite` makes of it, the innermost first; `(inline,)` leaves it as it is."""
    return tuple(new for inline in inlines for new in rewrite(_with_content(inline, rewrite)))


CONTAINERS = (Emphasis, Strong, Link, Span, Reference, Tracked)


def holds(inlines: Inlines, kind: type[Inline]) -> bool:
    """Whether an inline of this kind, other than `Text`, stands among them, at any depth."""
    for inline in inlines:
        if isinstance(inline, Text):
            continue
        if isinstance(inline, kind) or (isinstance(inline, CONTAINERS) and holds(inline.content, kind)):
            return True
    return False


def _with_content(inline: Inline, rewrite: Rewriter) -> Inline:
    match inline:
        case Text():
            return inline
        case Emphasis() | Strong() | Link() | Span() | Reference() | Tracked():
            return replace(inline, content=map_inlines(inline.content, rewrite))
        case _:
            return inline


class Leaf(Struct, frozen=True, gc=False):
    """A place for words.

    `role` says what it is (`paragraph`, `item`, `cell` …), `within` what it stands in, `note` the note it belongs to.
    """

    id: str | None
    words: str
    role: str
    line: int
    within: tuple[str, ...] = ()
    note: str | None = None


def leaves(section: Section[str]) -> list[Leaf]:
    """Every leaf of a source section: the body in reading order, then the notes."""
    found: list[Leaf] = []
    for block in section.blocks:
        _gather(found, block, ())
    for note in section.notes:
        for block in note.blocks:
            _gather(found, block, ("note",), note.id)
    return found


def block_leaves(block: Block[str], within: tuple[str, ...]) -> list[Leaf]:
    """The leaves of one block of a source; `within` names the containers around it, the outermost first."""
    found: list[Leaf] = []
    _gather(found, block, within)
    return found


def _gather(  # noqa: C901 - a case for each block
    found: list[Leaf], block: Block[str], within: tuple[str, ...], note: str | None = None, role: str = "paragraph"
) -> None:
    """Into a list, as a section has thousands of leaves and many ask for them. `role` is that of a paragraph here."""
    match block:
        case Paragraph():
            found.append(Leaf(block.id, block.words, role, block.line, within, note))
        case Heading():
            found.append(Leaf(block.id, block.words, "heading", block.line, within, note))
        case List():
            for item in block.items:
                for position, child in enumerate(item.blocks):
                    _gather(found, child, within, note, "paragraph" if position else "item")
        case Quote():
            for child in block.blocks:
                _gather(found, child, (*within, "quote"), note)
        case Div():
            for child in block.blocks:
                _gather(found, child, (*within, block.name), note)
        case Table():
            _gather_table(found, block, within, note)
        case Figure():
            _gather_figure(found, block, within, note)
        case RawBlock() | Version() | Spread():
            return
        case _:
            assert_never(block)


def _gather_table(found: list[Leaf], table: Table[str], within: tuple[str, ...], note: str | None) -> None:
    if table.caption is not None:
        found.append(Leaf(table.caption.id, table.caption.words, "caption", table.caption.line, within, note))
    for row in (table.head, *table.rows):
        found += [Leaf(cell.id, cell.words, "cell", row.line, within, note) for cell in row.cells]


def _gather_figure(found: list[Leaf], figure: Figure[str], within: tuple[str, ...], note: str | None) -> None:
    if figure.caption is not None:
        found.append(Leaf(figure.caption.id, figure.caption.words, "caption", figure.caption.line, within, note))
    found.append(Leaf(figure.id, figure.words, "picture", figure.line, within, note))


def every_id(section: Section[str]) -> Iterator[str]:
    """Every ID that the section gives to something, in reading order, repetitions included; cells by their full ID."""
    yield from _ids_of(section.blocks)
    for note in section.notes:
        yield note.id
        yield from (id for id in _ids_of(note.blocks) if id != note.id)


def _ids_of(blocks: Iterable[Block[str]]) -> Iterator[str]:
    for each in every_block(blocks):
        if each.id is not None:
            yield each.id
        if isinstance(each, Table):
            yield from (cell.id for row in (each.head, *each.rows) for cell in row.cells if cell.id is not None)
