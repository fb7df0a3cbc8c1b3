"""An edition in several languages: one document whose blocks are aligned by ID.

Each language has been localized, composed and numbered by itself, so that a paragraph has the number here that it has
in its own edition. What stands at one place of the sources makes a row: side by side (`columns`), or one version below
the other (`interleaved`). Where a language has nothing at a place, its cell stays empty, and nothing moves up.

A note is one note with a paragraph for each language. It stands where the first language that calls it has its mark;
the marks in the other versions repeat its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    CONTINUED,
    UNFINISHED,
    Block,
    Blocks,
    CoverField,
    Div,
    Document,
    Heading,
    List,
    Note,
    Paragraph,
    Quote,
    Spread,
    Table,
    Text,
    Version,
    Words,
)
from assembler.document.names import ALPHABETICAL, LANDSCAPE
from assembler.document.orientation import is_landscape
from assembler.edition.compose import Composed
from assembler.edition.concordance import in_order
from assembler.edition.landscape import opened
from assembler.edition.layout import Layout
from assembler.edition.localize import note_marks
from assembler.edition.versions import Naming, renamed
from assembler.language import load as languages

Row = Mapping[str, Block[Words]]
"""What stands at one place, by language; a language that has nothing there is absent."""

Line = Mapping[str, Blocks[Words]]
"""The same, where more than one block stands in a cell."""

Fits = Callable[[Table[Words]], bool]
"""Whether a table has room in a column."""


class Plan(Struct, frozen=True):
    """What an edition in several languages is asked for: the layout, the language of the contents, and in columns which
    tables stand in them; others are printed below each other across the page. `turns`: the page stands upright, so that
    what asks for landscape pages gets them, there too below each other."""

    layout: Layout
    contents: str
    fits: Fits = lambda _: True
    turns: bool = False


def parallel(editions: Mapping[str, Composed], plan: Plan) -> Document[Words]:
    """The document of several languages, the first of which gives it its order, the numbers of its notes, and what is
    said once (header, properties). All editions are of one submission."""
    documents = {code: edition.document for code, edition in editions.items()}
    sections = list(_sections(editions))
    namings = _namings(documents, sections)
    made = _Made(plan, namings)
    first = next(iter(documents.values()))
    blocks = tuple(block for rows in sections for block in made.section(rows))
    notes = {code: {note.id: note for note in document.notes} for code, document in documents.items()}
    return Document(
        language=first.language,
        title=first.title,
        front=made.front(documents),
        contents=first.contents,
        contents_language=plan.contents if plan.contents != first.language else "",
        blocks=blocks,
        notes_restart=first.notes_restart,
        notes=tuple(_note(id, int(n), notes, namings) for id, n in next(iter(namings.values())).notes.items()),
    )


# --- what stands beside what ---------------------------------------------------------------------------------------


def _sections(editions: Mapping[str, Composed]) -> Iterator[list[Row]]:
    """The rows of each section. A part's heading stands above those of its first section, and a section that is
    nothing but its heading above those of the next: a table that ends with a heading leaves it at the foot of a
    page."""
    waiting: list[Row] = []
    for chapter in zip(*(edition.chapters for edition in editions.values()), strict=True):
        blocks = {code: tuple(opened(each)) for code, (_, each) in zip(editions, chapter, strict=True)}
        rows = list(_aligned(blocks))
        if waiting and rows and any(map(_begins_page, rows[0].values())):
            yield waiting
            waiting = []
        waiting += rows
        if not all(map(_waits, waiting)):
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _waits(row: Row) -> bool:
    """Whether a row is a heading in all languages. One that calls a note stays in its section, whose notes may be
    counted by themselves."""
    return all(isinstance(block, Heading) and not any(note_marks(block.words.content)) for block in row.values())


def _aligned(sections: Mapping[str, Blocks[Words]]) -> Iterator[Row]:
    """The blocks of one section in all languages, those of one place together; containers and quotations piece by
    piece, so that their paragraphs stand beside each other too."""
    known = {code: dict(keyed(blocks)) for code, blocks in sections.items()}
    for key in in_order([list(found) for found in known.values()]):
        row = {code: found[key] for code, found in known.items() if key in found}
        if all(_has_pieces(block) for block in row.values()):
            yield from _pieces(row)
        else:
            yield row


def _has_pieces(block: Block[Words]) -> bool:
    """Whether the blocks in a block stand beside those of other languages; entries in alphabetical order do not."""
    match block:
        case Div():
            return block.name not in ALPHABETICAL and bool(block.blocks)
        case _:
            return isinstance(block, Quote)


def _pieces(row: Row) -> Iterator[Row]:
    """A container or quotation in all languages, as many times as it has pieces, each time with one of them."""
    whole = {code: block for code, block in row.items() if isinstance(block, Div | Quote)}
    pieces = list(_aligned({code: block.blocks for code, block in whole.items()}))
    for position, piece in enumerate(pieces):
        marks = ((CONTINUED,) if position else ()) + ((UNFINISHED,) if position < len(pieces) - 1 else ())
        yield {code: _piece(whole[code], block, marks) for code, block in piece.items()}


def _piece(whole: Div[Words] | Quote[Words], block: Block[Words], marks: tuple[str, ...]) -> Block[Words]:
    """One block of a container in a container like it, whose ID the first piece bears."""
    id = None if CONTINUED in marks else whole.id
    return replace(whole, id=id, classes=(*whole.classes, *marks), blocks=(block,))


def keyed(blocks: Blocks[Words]) -> Iterator[tuple[str, Block[Words]]]:
    """Each block under what it is known by in every language: its ID, or that of the first words in it; what has none
    by its line, for all editions are made from the same source."""
    seen: dict[str, int] = {}
    for block in blocks:
        known = next((each.id for each in walk.every_block((block,)) if each.id is not None), f"line {block.line}")
        seen[known] = seen.get(known, 0) + 1
        yield (known if seen[known] == 1 else f"{known} {seen[known]}"), block


# --- notes ---------------------------------------------------------------------------------------------------------


def _namings(documents: Mapping[str, Document[Words]], sections: Sequence[Sequence[Row]]) -> dict[str, Naming]:
    """How each version is named: a note belongs to the first language that calls it, and is numbered where its mark
    stands there."""
    owners = {note.id: code for code in reversed(list(documents)) for note in documents[code].notes}
    restart = next(iter(documents.values())).notes_restart
    numbers: dict[str, str] = {}
    last = 0
    for rows in sections:
        last = 0 if restart else last
        for mark in _owned_marks(rows, owners):
            if mark not in numbers:
                last += 1
                numbers[mark] = str(last)
    return {
        code: Naming(code, frozenset(id for id, owner in owners.items() if owner == code), numbers)
        for code in documents
    }


def _owned_marks(rows: Sequence[Row], owners: Mapping[str, str]) -> Iterator[str]:
    """The marks at which notes stand, in the order in which a word processor meets them."""
    for code, block in (pair for row in rows for pair in row.items()):
        for words in walk.every_words((block,)):
            yield from (mark for mark in note_marks(words.content) if owners.get(mark) == code)


def _note(
    id: str, number: int, notes: Mapping[str, Mapping[str, Note[Words]]], namings: Mapping[str, Naming]
) -> Note[Words]:
    """The note in all languages that have it, each under its mark."""
    found = {code: those[id] for code, those in notes.items() if id in those}
    versions = (
        Version(language=code, blocks=renamed(note.blocks, namings[code]), mark=language_mark(code))
        for code, note in found.items()
    )
    return Note(id, tuple(versions), next(iter(found.values())).line, number)


def language_mark(code: str) -> str:
    """What tells the reader which language follows: `RU`."""
    return code.upper()


# --- blocks --------------------------------------------------------------------------------------------------------


class _Made:
    """What rows become under one plan."""

    def __init__(self, plan: Plan, namings: Mapping[str, Naming]) -> None:
        self.plan = plan
        self.namings = namings
        names = (Words((Text(languages.load(code).name),), code) for code in namings)
        self.head = tuple(names)

    def section(self, rows: Sequence[Row]) -> Iterator[Block[Words]]:
        """The blocks of a section in the layout of the plan, those for landscape pages together."""
        for lies, run in groupby(rows, key=self._lies):
            if lies:
                blocks = tuple(block for row in run for block in self.stacked(row))
                yield Div(name=LANDSCAPE, blocks=blocks, line=blocks[0].line)
            else:
                yield from self._upright(list(run))

    def _lies(self, row: Row) -> bool:
        return self.plan.turns and any(map(is_landscape, row.values()))

    def _upright(self, rows: Sequence[Row]) -> Iterator[Block[Words]]:
        if self.plan.layout is Layout.INTERLEAVED:
            for row in rows:
                yield from self.stacked(row)
            return
        beside: list[Row] = []
        for row in rows:
            if all(self._fits(block) for block in row.values()):
                beside.append(row)
                continue
            yield from self.spread(beside)
            beside = []
            yield from self.stacked(row)
        yield from self.spread(beside)

    def _fits(self, block: Block[Words]) -> bool:
        return all(self.plan.fits(each) for each in walk.every_block((block,)) if isinstance(each, Table))

    def spread(self, rows: Sequence[Row]) -> Iterator[Spread[Words]]:
        """Rows side by side; nothing for none."""
        if rows:
            lines = _lines(rows)
            keeps = tuple(n for n, (line, below) in enumerate(pairwise(lines)) if _keeps(line, below))
            new_page = any(_begins_page(block) for block in rows[0].values())
            yield Spread(head=self.head, rows=tuple(map(self.beside, lines)), keeps=keeps, new_page=new_page)

    def beside(self, line: Line) -> tuple[Version[Words], ...]:
        """A version for each language, without blocks where it has nothing here."""
        return tuple(self.version(code, tuple(map(_on_page, line.get(code, ())))) for code in self.namings)

    def stacked(self, row: Row) -> Iterator[Version[Words]]:
        """The versions that there are below each other, each under its mark."""
        for position, code in enumerate(code for code in self.namings if code in row):
            version = self.version(code, (_on_page(row[code]) if position else row[code],))
            plain = isinstance(row[code], Heading) and version.outlined
            yield replace(version, mark="" if plain else language_mark(code), first=position == 0)

    def version(self, code: str, blocks: Blocks[Words]) -> Version[Words]:
        return Version(language=code, blocks=renamed(blocks, self.namings[code]), outlined=code == self.plan.contents)

    def front(self, documents: Mapping[str, Document[Words]]) -> Blocks[Words]:
        """The cover: title, subtitle and fields in all languages."""
        covers = {code: _cover(document) for code, document in documents.items()}
        if self.plan.layout is Layout.INTERLEAVED:
            heads, fields = {}, {}
            for code, paragraphs in covers.items():
                split = next((n for n, each in enumerate(paragraphs) if each.classes[0] in FIELDS), len(paragraphs))
                heads[code], fields[code] = paragraphs[:split], paragraphs[split:]
            return tuple(self.version(code, each[code]) for each in (heads, fields) for code in covers if each[code])
        return tuple(self.spread(list(_aligned(covers))))


def _lines(rows: Sequence[Row]) -> list[Line]:
    """Rows as they stand side by side: a heading in one with the table below it, for word processors do not keep its
    row with one that must not break."""
    lines: list[Line] = []
    for row in rows:
        headed = bool(lines) and all(isinstance(block, Heading) for blocks in lines[-1].values() for block in blocks)
        if headed and any(isinstance(block, Table) for block in walk.every_block(row.values())):
            above = lines.pop()
            codes = dict.fromkeys((*above, *row))
            lines.append({code: (*above.get(code, ()), *((row[code],) if code in row else ())) for code in codes})
        else:
            lines.append({code: (block,) for code, block in row.items()})
    return lines


def _keeps(line: Line, below: Line) -> bool:
    """Whether a line stays on one page with the one below: headings and labels do, and what a list or quotation goes on
    with."""
    last = [blocks[-1] for blocks in line.values()]
    if any(isinstance(block, Heading) or _is_label(block) for block in last):
        return True
    return any(map(_goes_on, (blocks[0] for blocks in below.values()))) and any(map(_introduces, last))


def _goes_on(block: Block[Words]) -> bool:
    """Whether a block is a list or quotation, or the piece of a box that holds one."""
    match block:
        case Div(blocks=(inner, *_)) if CONTINUED in block.classes:
            return _goes_on(inner)
        case _:
            return isinstance(block, List | Quote)


def _introduces(block: Block[Words]) -> bool:
    """Whether a list below belongs to the sentence of a block: that of a numbered paragraph, or one that ends in a
    colon. Not where it calls a note: LibreOffice then moves both from page to page, as the note takes the room of the
    list and leaves it again, and has ended with an error over it."""
    match block:
        case Paragraph(number=number, words=words):
            ends = number is not None or walk.plain_text(words.content).rstrip().endswith(":")
            return ends and not any(note_marks(words.content))
        case Div(blocks=(Paragraph() as inner,)):
            return _introduces(inner)
        case _:
            return False


def _begins_page(block: Block[Words]) -> bool:
    return isinstance(block, Heading) and block.new_page


def _on_page(block: Block[Words]) -> Block[Words]:
    """A block that begins no page: what it stands in does."""
    return replace(block, new_page=False) if isinstance(block, Heading) and block.new_page else block


def _is_label(block: Block[Words]) -> bool:
    """Whether a block is the label of a box, in its piece of the box."""
    match block:
        case Div(blocks=(Paragraph(classes=classes),)):
            return "label" in classes
        case _:
            return False


FIELDS = ("cover", "cover-group")


def _cover(document: Document[Words]) -> tuple[Paragraph[Words], ...]:
    """What the cover page of one language says, as paragraphs whose class says what they are."""
    title = Paragraph(id="title", classes=("title",), words=document.title)
    subtitle = document.subtitle
    own = () if subtitle is None else (Paragraph(id="subtitle", classes=("subtitle",), words=subtitle),)
    return (title, *own, *_fields(document.cover))


def _fields(cover: Sequence[CoverField[Words]]) -> Iterator[Paragraph[Words]]:
    group = None
    for field in cover:
        yield Paragraph(id=field.key, classes=("cover" if field.group == group else "cover-group",), words=field.words)
        group = field.group
