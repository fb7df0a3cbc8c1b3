"""The concordance: what the editions of a submission print at each ID, side by side, and whether numbers agree.

A number is compared as it was counted, not as it is printed: the second subparagraph of paragraph 12 is “12 (b)” in
English and “12 b)” in Russian, and that is no difference. Notes are numbered in each edition in the order of their
marks, and a note may belong to one edition alone; so their numbers may differ. What is said of notes is another order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import assert_never

from msgspec import Struct

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Document,
    Figure,
    Heading,
    List,
    Note,
    Paragraph,
    Quote,
    RawBlock,
    Spread,
    Table,
    Version,
    Words,
)
from assembler.edition.compose import Composed
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language import load as languages

NUMBERS_DIFFER = Kind(
    "numbers-differ",
    Severity.ERROR,
    "“{id}” has the number {number} in the edition “{language}” and {other_number} in “{other}”.",
    "Look above it for text that one of the editions alone has, for example inside ::: {{.only lang={language}}}.",
)
NOTES_IN_ANOTHER_ORDER = Kind(
    "notes-in-another-order",
    Severity.WARNING,
    "The note “{id}” is number {number} in the edition “{language}” and {other_number} in “{other}”: their notes stand "
    "in different orders.",
    "If the order of words allows it, put the marks into the order of the other edition.",
)

FIRST_WORDS = 60
"""Letters of a text that are shown, at most."""

PLAIN = str.maketrans({"\n": " ", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2060": None})


class Entry(Struct, frozen=True):
    """What one edition prints at an ID.

    `kind` is `paragraph`, `item`, `table`, `note`, `heading`, or what the heading is by its `ref` (`article`, `annex`);
    `number` as it is printed, empty where there is none; `count` the number as it is compared, empty where it is not.
    """

    id: str
    kind: str
    number: str
    count: tuple[int, ...]
    text: str


class Row(Struct, frozen=True):
    """An ID in all editions: the numbers and first words by language, where the edition has it; whether the numbers
    are counted differently."""

    id: str
    kind: str
    numbers: dict[str, str]
    texts: dict[str, str]
    differs: bool = False

    @property
    def number(self) -> str:
        """As the first edition that has the ID prints it."""
        return next(iter(self.numbers.values()), "")


class Concordance(Struct, frozen=True):
    """The rows in the order of the editions, notes last, and what is to be said of their numbers."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def concordance(editions: Mapping[str, Composed]) -> Concordance:
    """The editions by language side by side; the first one is what the others are compared with."""
    bodies = {code: {each.id: each for each in entries(edition)} for code, edition in editions.items()}
    notes = {code: {each.id: each for each in _notes(edition.document)} for code, edition in editions.items()}
    rows = [row for of_kind in (bodies, notes) for row in _rows(of_kind)]
    findings = [*_differences(bodies), *_orders(notes)]
    return Concordance(tuple(rows), tuple(findings))


def _rows(editions: Mapping[str, Mapping[str, Entry]]) -> Iterator[Row]:
    for id in in_order([list(found) for found in editions.values()]):
        here = {code: found[id] for code, found in editions.items() if id in found}
        numbers = {code: entry.number for code, entry in here.items() if entry.number}
        texts = {code: entry.text for code, entry in here.items()}
        differs = len({entry.count for entry in here.values()}) > 1
        yield Row(id, next(iter(here.values())).kind, numbers, texts, differs)


def in_order(sequences: Sequence[Sequence[str]]) -> list[str]:
    """Every ID once: in the order of the first sequence, what only later ones have after what stands before it."""
    order: list[str] = []
    followers: dict[str | None, list[str]] = {}
    known: set[str] = set()
    for sequence in sequences:
        for before, id in pairwise((None, *sequence)):
            if id is not None and id not in known:
                known.add(id)
                followers.setdefault(before, []).insert(0, id)
    waiting = list(reversed(followers.get(None, ())))
    while waiting:
        order.append(waiting.pop())
        waiting += reversed(followers.get(order[-1], ()))
    return order


def _differences(editions: Mapping[str, Mapping[str, Entry]]) -> Iterator[Finding]:
    """For each ID the first edition that has it, and the others that count it otherwise."""
    for id in dict.fromkeys(id for found in editions.values() for id in found):
        (code, entry), *others = ((code, found[id]) for code, found in editions.items() if id in found)
        for other, differing in others:
            if differing.count != entry.count:
                yield NUMBERS_DIFFER.at(
                    Place(id=id), id=id, language=code, number=entry.number, other=other, other_number=differing.number
                )


def _orders(editions: Mapping[str, Mapping[str, Entry]]) -> Iterator[Finding]:
    """Notes that stand elsewhere among those that an edition has in common with the first one."""
    (code, first), *others = editions.items()
    for other, found in others:
        ours = [id for id in first if id in found]
        theirs = [id for id in found if id in first]
        for id in (mine for mine, its in zip(ours, theirs, strict=True) if mine != its):
            numbers = {"number": first[id].number, "other_number": found[id].number}
            yield NOTES_IN_ANOTHER_ORDER.at(Place(id=id), id=id, language=code, other=other, **numbers)


def entries(edition: Composed) -> Iterator[Entry]:
    """What bears a number in the body of an edition, and every heading, in reading order."""
    yield from _Reading(edition).blocks(edition.document.blocks, _Above())


class _Above(Struct, frozen=True):
    """The numbers that a list item stands under: as they are printed, and as they are counted."""

    printed: tuple[str, ...] = ()
    count: tuple[int, ...] = ()


class _Reading:
    """One way through an edition's blocks."""

    def __init__(self, edition: Composed) -> None:
        self.numbers = edition.numbers
        self.document = edition.document

    def blocks(self, blocks: Blocks[Words], above: _Above) -> Iterator[Entry]:
        """Lists and quotations after a numbered paragraph belong to it, while only tables and figures are between."""
        under = above
        for block in blocks:
            match block:
                case Paragraph() | Heading() | Div():
                    under = above
                case Quote() | List() | Table() | Figure() | RawBlock() | Version() | Spread():
                    pass
                case _:
                    assert_never(block)
            if isinstance(block, Paragraph) and block.number is not None:
                under = _Above((str(block.number.value),), (block.number.series, block.number.value))
            yield from self.block(block, under)

    def block(self, block: Block[Words], above: _Above) -> Iterator[Entry]:
        match block:
            case Paragraph():
                if block.number is not None:
                    yield from self.entry(block.id, "paragraph", above, block.words)
            case Heading():
                kind, _, number = (block.pair("ref") or "heading").partition(" ")
                yield from self.entry(block.id, kind, _Above((number,) if number else ()), block.words)
            case List():
                yield from self.items(block, above)
            case Quote():
                yield from self.blocks(block.blocks, above)
            case Div():
                yield from self.blocks(block.blocks, _Above())
            case Table() | Figure():
                if block.number is not None and block.caption is not None:
                    own = _Above((str(block.number),), (block.number,))
                    kind = "table" if isinstance(block, Table) else "figure"
                    yield from self.entry(block.id or block.caption.id, kind, own, block.caption.words)
            case RawBlock() | Version() | Spread():
                return
            case _:
                assert_never(block)

    def items(self, block: List[Words], above: _Above) -> Iterator[Entry]:
        for position, item in enumerate(block.items, block.start):
            first = item.blocks[0] if item.blocks else None
            under = above
            if block.ordered and isinstance(first, Paragraph) and first.id is not None:
                printed = self.numbers.get(first.id, "")
                under = _Above((*above.printed, printed), (*above.count, position))
                yield from self.entry(first.id, "item", under, first.words)
            yield from self.blocks(item.blocks[1:] if isinstance(first, Paragraph) else item.blocks, under)

    def entry(self, id: str | None, kind: str, number: _Above, words: Words) -> Iterator[Entry]:
        if id is not None:
            text = shown(words, self.document.language)
            yield Entry(id, kind, " ".join(number.printed), number.count, text)


def _notes(document: Document[Words]) -> Iterator[Entry]:
    for position, note in enumerate(document.notes, 1):
        yield Entry(note.id, "note", str(position), (), _note_text(note, document.language))


def _note_text(note: Note[Words], language: str) -> str:
    first = next((block for block in walk.every_block(note.blocks) if isinstance(block, Paragraph)), None)
    return "" if first is None else shown(first.words, language)


def shown(words: Words, language: str, most: int = FIRST_WORDS) -> str:
    """The first words as an edition in `language` prints them, with the label of what is not a current translation.

    Blanks and hyphens are plain ones, so that the words can be searched for.
    """
    label = f"{getattr(languages.load(language).labels, words.mark)} " if words.mark else ""
    return shortened((label + walk.plain_text(words.content)).translate(PLAIN), most)


def shortened(text: str, most: int) -> str:
    """At most so many letters of `text`, cut between words where that loses less than half."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    end = cut.rfind(" ")
    return (cut[:end] if end > most // 2 else cut) + "…"
