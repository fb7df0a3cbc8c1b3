"""One version of a text as it is aligned: its pieces, and the leaves of its sections that each of them is.

Paragraphs, headings, items and captions are pieces by themselves; a table is one piece, whose cells are matched where
tables are. Notes are no pieces: they follow the marks that call them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.align.concepts import finder
from assembler.align.evidence import Traits, traits
from assembler.align.model import Piece, Sort
from assembler.align.pairwise import Text
from assembler.document import inline, walk
from assembler.document.model import (
    Block,
    Div,
    Figure,
    Heading,
    Link,
    List,
    Note,
    Paragraph,
    Quote,
    RawBlock,
    Section,
    Spread,
    Table,
    Version,
)
from assembler.document.names import CAPTION
from assembler.document.terms import Concept
from assembler.document.units import NOT_UNITS


class Part(Struct, frozen=True, gc=False):
    """What a piece is made of: a leaf (its ID and words), or a table. `section` is the section that it stands in."""

    piece: Piece
    section: str
    id: str = ""
    words: str = ""
    table: Table[str] | None = None

    @property
    def units(self) -> dict[str, str]:
        """The words of its units, by ID."""
        if self.table is None:
            return {self.id: self.words} if self.id else {}
        cells = [cell for row in (self.table.head, *self.table.rows) for cell in row.cells]
        return {cell.id: cell.words for cell in cells if cell.id is not None and any(map(str.isalpha, cell.words))}

    @property
    def marks(self) -> list[str]:
        """The notes that it calls."""
        words = [self.words] if self.table is None else walk.every_words((self.table,))
        return [mark for each in words for mark in inline.note_marks(each)]


class Edition(Struct, frozen=True):
    """A version in one language: its parts in reading order, and the notes that they call, by ID."""

    language: str
    parts: tuple[Part, ...]
    notes: Mapping[str, Note[str]]
    text: Text


def edition(
    sections: Sequence[Section[str]], language: str, *, numbers: Mapping[str, int], terms: Sequence[Concept] = ()
) -> Edition:
    """The version that these sections are, one behind the other; `numbers` are those of paragraphs, by ID.

    Sections of one submission may be written in several languages: `language` is what the version is called.
    """
    notes = {note.id: note for section in sections for note in section.notes}
    said = {id: "\n".join(map(spoken, walk.every_words(note.blocks))) for id, note in notes.items()}
    parts: list[Part] = []
    known: list[Traits] = []
    for section in sections:
        reading = (part for block in section.blocks for part in _parts(block, section.id, numbers, "paragraph"))
        own = [_with_asides(part, said) for part in reading]
        parts += own
        concepts = finder(section.language, terms)
        known += traits([part.piece for part in own], section.language, concepts)
    return Edition(language, tuple(parts), notes, Text([part.piece for part in parts], known))


def _parts(block: Block[str], section: str, numbers: Mapping[str, int], sort: Sort) -> Iterator[Part]:
    match block:
        case Heading():
            yield _leaf(block.id, block.words, section, "heading", level=block.level)
        case Paragraph():
            own: Sort = "caption" if CAPTION in block.classes else sort
            yield _leaf(block.id, block.words, section, own, number=numbers.get(block.id or "", 0))
        case List():
            for item in block.items:
                for child in item.blocks:
                    yield from _parts(child, section, numbers, "item")
        case Div() if block.name in NOT_UNITS:
            return
        case Quote() | Div():
            for child in block.blocks:
                yield from _parts(child, section, numbers, sort)
        case Table() | Figure():
            yield from _captioned(block, section, numbers)
        case RawBlock() | Version() | Spread():
            return
        case _:
            assert_never(block)


def _captioned(block: Table[str] | Figure[str], section: str, numbers: Mapping[str, int]) -> Iterator[Part]:
    if block.caption is not None:
        yield from _parts(block.caption, section, numbers, "caption")
    if isinstance(block, Table):
        yield _table(block, section)
    elif block.words:
        yield _leaf(block.id, block.words, section, "figure")


def _leaf(id: str | None, words: str, section: str, sort: Sort, *, level: int = 0, number: int = 0) -> Part:
    piece = Piece(spoken(words), sort, level, number, len(inline.note_marks(words)))
    return Part(piece, section, id or "", words)


def _table(table: Table[str], section: str) -> Part:
    words = [cell.words for row in (table.head, *table.rows) for cell in row.cells if cell.words]
    notes = sum(len(inline.note_marks(each)) for each in words)
    return Part(Piece("\n".join(map(spoken, words)), "table", len(table.columns), 0, notes), section, table=table)


def spoken(words: str) -> str:
    """What a line of markup says, and where its links lead."""
    inlines = inline.parse(words)
    targets = [each.target for each in walk.every_inline(inlines) if isinstance(each, Link)]
    return " ".join([walk.plain_text(inlines), *(target for target in targets if not target.startswith("#"))])


def _with_asides(part: Part, notes: Mapping[str, str]) -> Part:
    """With what the notes say that it calls."""
    said = [notes[mark] for mark in part.marks if mark in notes]
    return replace(part, piece=replace(part.piece, aside="\n".join(said))) if said else part
