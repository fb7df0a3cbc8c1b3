"""A review edition: the document of one language with what is to be said of its translation beside the words.

A comment is a value on a leaf, so that writers know no more than “a comment here”. What is to be said of a note stands
at its first mark: word processors have no comments in notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Cell,
    Column,
    Comment,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    NoteMark,
    Paragraph,
    Row,
    Span,
    Strong,
    Table,
    Text,
    Tracked,
    Words,
)
from assembler.edition import localize
from assembler.worddiff import word_diff


class Said(Struct, frozen=True):
    """A text behind a label: `Source (Русский):`, and the text in its own language.

    With `previous` it is shown how the text became what it is.
    """

    label: str
    text: str
    language: str
    previous: str | None = None


def comment(state: str, said: Iterable[Said], language: str) -> Comment:
    """A comment in the interface's `language`: the state of a unit, then each text in a paragraph."""
    first = Words((Strong((Text(state),)),), language)
    return Comment((first, *(_paragraph(each, language) for each in said)))


def _paragraph(said: Said, language: str) -> Words:
    content: tuple[Inline, ...] = (Text(said.text),)
    if said.previous is not None:
        content = difference(said.previous, said.text)
    return Words((Text(f"{said.label} "), Span(content=content, pairs=(("lang", said.language),))), language)


def difference(before: str, after: str) -> tuple[Inline, ...]:
    """The way from one text to the other, word by word."""
    return tuple(
        Text(each.text) if each.kind == "same" else Tracked(each.kind, (Text(each.text),))
        for each in word_diff(before, after)
    )


def with_comments(document: Document[Words], comments: Mapping[str, Comment]) -> Document[Words]:
    """The document with each comment beside the words of its unit."""
    waiting = {note.id: _of_note(note.blocks, comments) for note in document.notes}

    def commented(id: str | None, words: Words) -> Words:
        own = [comments[id]] if id is not None and id in comments else []
        for mark in localize.note_marks(words.content) if waiting else ():
            own += waiting.pop(mark, ())
        return replace(words, comments=(*words.comments, *own)) if own else words

    return replace(
        document,
        title=commented("title", document.title),
        subtitle=None if document.subtitle is None else commented("subtitle", document.subtitle),
        cover=tuple(replace(field, words=commented(field.key, field.words)) for field in document.cover),
        blocks=walk.revise(document.blocks, commented, _beside_picture),
    )


def _beside_picture(block: Block[Words]) -> Block[Words]:
    """What is said of a picture's description stands at its caption; without one the description is shown as such."""
    if not isinstance(block, Figure) or not block.words.comments:
        return block
    said, own = block.words.comments, replace(block.words, comments=())
    caption = block.caption or Paragraph(words=own)
    words = replace(caption.words, comments=(*said, *caption.words.comments))
    return replace(block, words=own, caption=replace(caption, words=words))


def _of_note(blocks: Blocks[Words], comments: Mapping[str, Comment]) -> list[Comment]:
    ids = dict.fromkeys(id for block in walk.every_block(blocks) for id in _ids(block) if id in comments)
    return [comments[id] for id in ids]


def _ids(block: Block[Words]) -> list[str]:
    cells = [cell.id for row in (block.head, *block.rows) for cell in row.cells] if isinstance(block, Table) else []
    return [id for id in (block.id, *cells) if id is not None]


def without_notes(content: Inlines) -> Inlines:
    """Inlines without the marks of notes, to be said again elsewhere."""
    return walk.map_inlines(content, lambda inline: () if isinstance(inline, NoteMark) else (inline,))


class Summary(Struct, frozen=True):
    """What the first page says: a title, paragraphs, a table. All but the names of sections is in one language."""

    language: str
    title: str
    paragraphs: tuple[Words, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Words, tuple[str, ...]], ...]
    """The name of a section, and its figures under the other columns."""
    total: tuple[str, ...]


def with_summary(document: Document[Words], summary: Summary) -> Document[Words]:
    """The document with the summary on a page before its text."""
    title = Heading(level=1, new_page=True, words=Words((Text(summary.title),), summary.language))
    paragraphs = tuple(Paragraph(words=words) for words in summary.paragraphs)
    table = Table(
        columns=tuple(Column(align="right" if position else "") for position in range(len(summary.head))),
        head=_row([_plain(text, summary.language) for text in summary.head]),
        rows=(
            *(_row([name, *(_plain(each, summary.language) for each in figures)]) for name, figures in summary.rows),
            _row([Words((Strong((Text(each),)),), summary.language) for each in summary.total]),
        ),
    )
    return replace(document, blocks=(title, *paragraphs, table, *_on_a_new_page(document.blocks)))


def _row(cells: Sequence[Words]) -> Row[Words]:
    return Row(tuple(Cell(words) for words in cells))


def _plain(text: str, language: str) -> Words:
    return Words((Text(text),) if text else (), language)


def _on_a_new_page(blocks: Blocks[Words]) -> Blocks[Words]:
    match blocks:
        case (Heading() as first, *rest):
            return (replace(first, new_page=True), *rest)
        case _:
            return blocks
