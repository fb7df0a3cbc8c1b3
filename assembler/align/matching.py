"""From links of pieces to matches of units: cells of tables that are linked, and notes by the marks that call them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.align.concepts import finder
from assembler.align.model import CERTAIN, Link, Piece
from assembler.align.pairwise import Text, aligned, text
from assembler.align.version import Edition, Part, spoken
from assembler.document import inline
from assembler.document.model import Cell, Note, Paragraph, Row, Table

DOUBT = 0.5
"""The most that can be said of what was matched for want of anything better: cells of tables of another shape, notes of
which one side has more."""


class Match(Struct, frozen=True):
    """Units of the left version, by their IDs, that are units of the right one.

    `confidence` goes from 0 to 1, `pinned`: a person said so. `disputed`: a third language says otherwise.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    confidence: float
    pinned: bool = False
    moved: bool = False
    disputed: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the one is taken for the translation of the other without anybody looking."""
        alone = len(self.left) == len(self.right) == 1
        return alone and not self.disputed and (self.pinned or (self.confidence >= CERTAIN and not self.moved))


class Matched(Struct, frozen=True):
    """The matches in the order of the left version, and the units that only one side has, in their order."""

    matches: tuple[Match, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def matched(left: Edition, right: Edition, links: Iterable[Link], disputed: Collection[Link] = frozenset()) -> Matched:
    """What the links of the pieces of two versions mean for their units; of the links some may be `disputed`."""
    matching = _Matching(left, right)
    matches = tuple(
        replace(match, disputed=True) if link in disputed else match for link in links for match in matching.of(link)
    )
    taken = [{id for match in matches for id in side(match)} for side in (_left, _right)]
    alone = [
        tuple(dict.fromkeys(id for id in _units(version) if id not in known))
        for version, known in zip((left, right), taken, strict=True)
    ]
    return Matched(matches, *alone)


def _left(match: Match) -> tuple[str, ...]:
    return match.left


def _right(match: Match) -> tuple[str, ...]:
    return match.right


def _units(version: Edition) -> Iterator[str]:
    """The IDs of all units of a version, those of notes after the piece that calls them."""
    for part in version.parts:
        yield from part.units
        for mark in part.marks:
            if mark in version.notes:
                yield from _ids(version.notes[mark])


def _ids(note: Note[str]) -> list[str]:
    return [block.id for block in note.blocks if isinstance(block, Paragraph) and block.id]


class _Matching:
    def __init__(self, left: Edition, right: Edition) -> None:
        self._left, self._right = left, right
        self._noted: set[str] = set()

    def of(self, link: Link) -> Iterator[Match]:
        """The matches of one link: of the pieces, then of their notes."""
        here = [self._left.parts[place] for place in link.left]
        there = [self._right.parts[place] for place in link.right]
        tables = here[0].table, there[0].table
        found: list[Match]
        match tables:
            case (Table() as one, Table() as other) if len(here) == len(there) == 1:
                found = list(self._cells(one, other, link))
            case _:
                left, right = (tuple(part.id for part in parts if part.id) for parts in (here, there))
                found = [Match(left, right, link.confidence, link.pinned, link.moved)] if left and right else []
        yield from found
        for left_marks, right_marks in self._calls(here, there, found):
            yield from self._notes(left_marks, right_marks, link)

    def _calls(
        self, here: Sequence[Part], there: Sequence[Part], found: Sequence[Match]
    ) -> Iterator[tuple[list[str], list[str]]]:
        """The marks on both sides, cell by cell where the pieces are tables."""
        words = [{id: said for part in parts for id, said in part.units.items()} for parts in (here, there)]
        for match in found:
            sides = zip((match.left, match.right), words, strict=True)
            left, right = ([mark for id in ids for mark in inline.note_marks(said[id])] for ids, said in sides)
            yield left, right

    def _notes(self, left: Sequence[str], right: Sequence[str], link: Link) -> Iterator[Match]:
        """In their order where both sides have as many, else by what they say. A note called twice counts once."""
        ours = [self._left.notes[mark] for mark in left if mark in self._left.notes and mark not in self._noted]
        theirs = [self._right.notes[mark] for mark in dict.fromkeys(right) if mark in self._right.notes]
        self._noted.update(left)
        if len(ours) == len(theirs):
            pairs = [(one, other, link.confidence) for one, other in zip(ours, theirs, strict=True)]
        else:
            texts = _notes_as_text(ours, self._left.language), _notes_as_text(theirs, self._right.language)
            pairs = [(ours[i], theirs[j], DOUBT) for each in aligned(*texts) for i, j in each.pairs]
        for one, other, confidence in pairs:
            for id, its in zip(_ids(one), _ids(other), strict=False):
                yield Match((id,), (its,), confidence, link.pinned, link.moved)

    def _cells(self, one: Table[str], other: Table[str], link: Link) -> Iterator[Match]:
        """Cell by cell. Of tables of another shape the rows are aligned, and the columns counted from the left."""
        rows, others = (one.head, *one.rows), (other.head, *other.rows)
        if len(rows) == len(others) and len(one.columns) == len(other.columns):
            pairs = [(number, number, link.confidence) for number in range(len(rows))]
        else:
            texts = _rows_as_text(rows, self._left.language), _rows_as_text(others, self._right.language)
            pairs = [(i, j, min(link.confidence, DOUBT)) for each in aligned(*texts) for i, j in each.pairs]
        for i, j, confidence in pairs:
            for cell, its in zip(rows[i].cells, others[j].cells, strict=False):
                if _is_unit(cell) and _is_unit(its):
                    yield Match((cell.id or "",), (its.id or "",), confidence, link.pinned, link.moved)


def _is_unit(cell: Cell[str]) -> bool:
    return cell.id is not None and any(map(str.isalpha, cell.words))


def _notes_as_text(notes: Sequence[Note[str]], language: str) -> Text:
    pieces = [
        Piece(" ".join(spoken(b.words) for b in note.blocks if isinstance(b, Paragraph)), "note") for note in notes
    ]
    return text(pieces, language, finder(language))


def _rows_as_text(rows: Sequence[Row[str]], language: str) -> Text:
    pieces = [Piece(" ".join(spoken(cell.words) for cell in row.cells), "table") for row in rows]
    return text(pieces, language, finder(language))


def words(version: Edition) -> Mapping[str, str]:
    """The words of every unit of a version, by ID."""
    said = {id: each for part in version.parts for id, each in part.units.items()}
    for note in version.notes.values():
        said.update((block.id, block.words) for block in note.blocks if isinstance(block, Paragraph) and block.id)
    return said
