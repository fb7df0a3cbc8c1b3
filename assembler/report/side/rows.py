"""The rows of the page: what stands at one place in all languages, and below it the notes that it calls.

On paper a note stands at the foot; here it is a row like any other, for its translation is to be checked too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Blocks, Document, Note, NoteMark, Paragraph, Spread, Version, Words

Line = tuple[Version[Words], ...]


class Row(Struct, frozen=True):
    """One row. `units` are the IDs of its units in all languages, without repetitions; `number` that of the paragraph
    (0: none). `note` is the ID of the note whose row this is."""

    versions: Line
    units: tuple[str, ...]
    number: int = 0
    note: str = ""


def rows(document: Document[Words], spread: Spread[Words], told: set[str]) -> Iterator[Row]:
    """The rows of a table, each note after the row that calls it first; `told` are the notes that had theirs."""
    notes = {note.id: note for note in document.notes}
    for line in spread.rows:
        yield _row(line)
        for id in _called(line):
            if id in notes and id not in told:
                told.add(id)
                yield _note_row(notes[id], line)


def _row(line: Line) -> Row:
    """The number stands before the row, once for all languages."""
    numbers = [each.number.value for each in map(_first, line) if each is not None and each.number is not None]
    plain = tuple(_without_number(version) for version in line) if numbers else line
    return Row(plain, _units(line), numbers[0] if numbers else 0)


def _first(version: Version[Words]) -> Paragraph[Words] | None:
    match version.blocks:
        case (Paragraph() as first, *_):
            return first
        case _:
            return None


def _without_number(version: Version[Words]) -> Version[Words]:
    match version.blocks:
        case (Paragraph() as first, *rest):
            return replace(version, blocks=(replace(first, number=None), *rest))
        case _:
            return version


def _called(line: Line) -> Iterator[str]:
    for version in line:
        for words in walk.every_words(version.blocks):
            yield from (each.id for each in walk.every_inline(words.content) if isinstance(each, NoteMark))


def _note_row(note: Note[Words], beside: Line) -> Row:
    """The note in the same columns; a language that does not call it has nothing there."""
    own = {each.language: each for each in note.blocks if isinstance(each, Version)}
    line = tuple(replace(each, blocks=own[each.language].blocks if each.language in own else ()) for each in beside)
    return Row(line, _units(line), note.number, note.id)


def _units(line: Line) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for version in line for id in words_by_id(version)))


def words_by_id(version: Version[Words]) -> Mapping[str, Words]:
    """The words of a version by the IDs of their units."""
    found: dict[str, Words] = {}

    def keep(id: str | None, words: Words) -> Words:
        if id is not None:
            found[id.removeprefix(f"{version.language}-")] = words
        return words

    walk.map_blocks(version.blocks, keep)
    return found


def unmarked(blocks: Blocks[Words]) -> Blocks[Words]:
    """Blocks whose words bear no mark of their state: it stands beside them."""
    return walk.revise(blocks, lambda _, words: replace(words, mark="") if words.mark else words)
