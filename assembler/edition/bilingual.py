"""A bilingual table: what a translator who works in a word processor gets, a row for each text.

A row has the number and the ID, the source, the translation, its state, and room for remarks. Texts stand as they do
in a catalog, with their markup in letters, so that they come back as they are. Two bookmarks go with each row, for
word processors keep these: the ID around the source, and around the state the base, which says of what text the
translation is: whoever reads the table again sees whether the source has changed since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from assembler.document.bookmarks import base
from assembler.document.model import (
    Author,
    Block,
    Blocks,
    Break,
    Cell,
    Code,
    Column,
    Comment,
    CoverField,
    Document,
    Heading,
    Inline,
    Row,
    Table,
    Text,
    Words,
)

MARKUP = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|\[\^[^\]\s]+\]"
    r"|\[\]\([^()\s]*\)(?:\{[^}\n]*\})?"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)(?:\{[^}\n]*\})?"
    r"|\]\{[^}\n]*\}"
    r"|<https?://[^<>\s]+>"
    r"|!?\[|\]|\*+|`+"
)
"""What belongs to the text and is not to be translated, in one piece each where it can be."""

SHARES = (3.4, 8, 8, 2.4, 2.8)
"""How the columns share the width: number, source, translation, state, remarks."""


class Line(Struct, frozen=True):
    """One text: under its number, and the name of the section it stands in. `position` counts the rows from 1."""

    id: str
    position: int
    number: str
    section: str
    source: str
    source_language: str
    translation: str
    state: str
    comment: Comment | None = None


class Heads(Struct, frozen=True):
    """What the table says of itself, in the interface's `language`: its columns, and paragraphs before it."""

    language: str
    columns: tuple[str, str, str, str, str]
    instructions: tuple[str, ...]


def bilingual(
    title: Words, lines: Iterable[Line], titles: dict[str, Words], heads: Heads, language: str, author: Author
) -> Document[Words]:
    """The document: what to do on the first page, then a table for each section under its name. Long tables are slow to
    lay out, so there is not one for all."""
    cover = tuple(CoverField(f"{n}", Words(marked(text), heads.language)) for n, text in enumerate(heads.instructions))
    blocks: list[Block[Words]] = []
    for section, group in groupby(lines, key=lambda line: line.section):
        blocks += _section(titles.get(section, _plain(section, heads.language)), list(group), heads, language)
    return Document(
        language=language, title=title, cover=cover, has_units_on_cover=False, contents=False, blocks=tuple(blocks),
        author=author,
    )  # fmt: skip


def _section(title: Words, lines: Sequence[Line], heads: Heads, language: str) -> Blocks[Words]:
    table = Table(
        columns=tuple(Column(share=share) for share in SHARES),
        head=Row(tuple(Cell(_plain(text, heads.language)) for text in heads.columns)),
        rows=tuple(_row(line, heads, language) for line in lines),
    )
    return (Heading(level=1, words=title), table)


def _row(line: Line, heads: Heads, language: str) -> Row[Words]:
    comments = () if line.comment is None else (line.comment,)
    return Row((
        Cell(Words(tuple(_place(line)), heads.language)),
        Cell(Words(marked(line.source), line.source_language, comments=comments), line.id),
        Cell(Words(marked(line.translation), language)),
        Cell(_plain(line.state, heads.language), base(line.source, line.position)),
        Cell(Words((), heads.language)),
    ))  # fmt: skip


def _place(line: Line) -> Iterator[Inline]:
    """The number, if there is one, and the ID."""
    if line.number:
        yield Text(line.number)
        yield Break()
    yield Code(line.id)


def marked(text: str) -> tuple[Inline, ...]:
    """A text of a catalog with its markup in a type of its own: to be seen, and left alone."""
    found: list[Inline] = []
    end = 0
    for sign in MARKUP.finditer(text):
        if sign.start() > end:
            found.append(Text(text[end : sign.start()]))
        found.append(Code(sign[0]))
        end = sign.end()
    if end < len(text):
        found.append(Text(text[end:]))
    return tuple(found)


def _plain(text: str, language: str) -> Words:
    return Words((Text(text),) if text else (), language)
