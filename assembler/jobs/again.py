"""`assembler adopt --again`: a newer file of the same document brings its sections up to date.

What is the same paragraph keeps its ID and its place in the file, byte for byte where its words are the same; changed
words are put in the place of the old ones. Only what is new, or a list or table of another shape, is written anew. What
was taken for new, changed, moved and gone is told, with `dry_run` before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from assembler.align.renewal import Renewal, renewal, said
from assembler.align.translation import renamed
from assembler.align.version import edition
from assembler.catalog.likeness import alike
from assembler.document import inline, walk
from assembler.document.model import Block, Heading, Note, Section, Table
from assembler.document.units import is_unit
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.pieces import pieces
from assembler.formats.markdown.read import Reading
from assembler.formats.markdown.reword import reword
from assembler.formats.markdown.write import write
from assembler.jobs.brought import named_in
from assembler.jobs.documents import Way
from assembler.jobs.incoming import read_in, section_id
from assembler.jobs.sections import named_sections
from assembler.jobs.typed_numbers import computed_numbers
from assembler.project import data, files, store, together
from assembler.project.config import no_such_language
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import Track, untracked

NOTHING_TO_RENEW = Kind(
    "nothing-to-renew",
    Severity.ERROR,
    "No section in “{language}” is called as the file is; nothing was written.",
    "Name the sections that it is a newer text of: --with 'report-*'",
)
NOT_RENEWED = Kind(
    "text-not-renewed",
    Severity.WARNING,
    "The new words could not be put in the place of the old ones: “{words}”.",
    "Write them into the section yourself.",
)
NEAR = 0.5
"""How much two texts must have in common for one to be the other, edited."""


class Renewed(Struct, frozen=True):
    """The sections that changed, as paths; what became of every unit; the words of units, old and new, by ID."""

    paths: tuple[str, ...]
    renewal: Renewal
    before: Mapping[str, str]
    after: Mapping[str, str]
    findings: tuple[Finding, ...]


def again(
    root: Path,
    sources: Sequence[Path],
    language: str,
    *,
    random: Random,
    way: Way,
    among: Sequence[str] = (),
    dry_run: bool = False,
    track: Track = untracked,
) -> Renewed:
    """Bring sections up to date from newer files of the same text. `among` names the sections, patterns too; without
    it they are those that are called as the files are. Raises ConfigurationError where there are none."""

    def job() -> Renewed:
        submission = store.load(root, track)
        if language not in submission.config.languages:
            raise no_such_language(submission.config, language)
        old = _meant(submission, sources, language, among)
        read = read_in(root, submission, sources, language, random, way=replace(way, split=None, whole=True), new=False)
        fresh = [_without_titles(submission, each) for each in read.sections]
        numbers = {typed.id: typed.value for each in read.imported for typed in each.numbers}
        terms = submission.terms or ()
        versions = (
            edition(old, language, numbers=computed_numbers(submission), terms=terms),
            edition(fresh, language, numbers=numbers, terms=terms),
        )
        found = renewal(*versions, lambda one, other: alike(one, other) >= NEAR)
        writing = _Writing(root, old, fresh, found)
        changes = writing.changes()
        if not dry_run:
            told = "\n".join((each.after or b"").decode() for each in changes)
            together.write(root, [*named_in(read.pictures, told), *changes])
        before, after = (_words(each) for each in (old, fresh))
        paths = tuple(each.path for each in changes)
        return Renewed(paths, found, before, after, (*read.findings, *writing.findings))

    return job() if dry_run else undisturbed(root, job)


def _meant(
    submission: Submission, sources: Sequence[Path], language: str, among: Sequence[str]
) -> tuple[Section[str], ...]:
    wanted = among or [section_id(file.stem) for file in sources]
    own = [each for each in submission.sections if each.language == language]
    found = named_sections(own, wanted, strict=bool(among))
    if not found:
        raise ConfigurationError(NOTHING_TO_RENEW.at(Place(sources[0].as_posix()), language=language))
    return found


def _without_titles(submission: Submission, section: Section[str]) -> Section[str]:
    """Without the headings that stand in submission.toml: the title, and those of parts."""
    titles = {said(unit.text) for unit in submission.own_units}
    blocks = (each for each in section.blocks if not (isinstance(each, Heading) and said(each.words) in titles))
    return replace(section, blocks=tuple(blocks))


def _words(sections: Sequence[Section[str]]) -> dict[str, str]:
    return {leaf.id: leaf.words for section in sections for leaf in walk.leaves(section) if leaf.id is not None}


class _Kept(Struct, frozen=True):
    """A block of an old section, by its number there, that stays."""

    section: int
    number: int


class _Writing:
    """The sections as they are to be: which old blocks stay, in which order, and what is put between them."""

    def __init__(self, root: Path, old: Sequence[Section[str]], new: Sequence[Section[str]], found: Renewal) -> None:
        self._root, self._old, self._new, self._found = root, old, new, found
        self._owner = {
            leaf.id: _Kept(place, number)
            for place, section in enumerate(old)
            for number, block in enumerate(section.blocks)
            for leaf in walk.block_leaves(block, ())
            if leaf.id is not None
        }
        self._moved = frozenset(found.moved)
        supply = data.supply(root)
        self._supply = supply
        self._texts = [files.read_text(root, each.path) for each in old]
        self._pieces = [
            pieces(text, store.read_text(text, each.path, supply)) for text, each in zip(self._texts, old, strict=True)
        ]
        self._blocks = {
            _Kept(place, each.block): each.text
            for place, several in enumerate(self._pieces)
            for each in several
            if each.block is not None
        }
        self._numbers: dict[str, str] = {}
        self.findings: list[Finding] = []

    def changes(self) -> list[Change]:
        """The sections that are different now."""
        orders = self._orders()
        notes = [self._called(order) for order in orders]
        return [change for place in range(len(self._old)) for change in self._change(place, orders[place], notes)]

    def _orders(self) -> list[list[_Kept | Block[str]]]:
        """For each old section what is to stand in it, in the order of the newer text. A section is where its first
        block is, and whatever did not move; what moved goes along with what stands before it now."""
        orders: list[list[_Kept | Block[str]]] = [[] for _ in self._old]
        here = deeper = 0
        for section in self._new:
            for block in section.blocks:
                kept = self._counterpart(block)
                if kept is None:
                    orders[here].append(_raised(self._anew(block), deeper))
                    continue
                before = self._old[kept.section].blocks[kept.number]
                if kept.number == 0 or not self._moved.issuperset(_ids(before)):
                    here = kept.section
                if isinstance(block, Heading) and isinstance(before, Heading):
                    deeper = block.level - before.level
                orders[here].append(kept)
        for place, section in enumerate(self._old):
            _put_back(
                orders[place], [number for number, block in enumerate(section.blocks) if not _has_units(block)], place
            )
        return orders

    def _counterpart(self, block: Block[str]) -> _Kept | None:
        """The old block that has the same units; None where it is new, or made otherwise now."""
        ids = _ids(block)
        owners = {self._owner.get(self._found.names.get(id, "")) for id in ids}
        if len(owners) != 1:
            return None
        (owner,) = owners
        if owner is None:
            return None
        before = self._old[owner.section].blocks[owner.number]
        if type(before) is not type(block) or len(_ids(before)) != len(ids):
            return None
        if isinstance(before, Table) and isinstance(block, Table):
            if _shape(before) != _shape(block):
                return None
            self._numbers.update(_numbers(before, block))
        return owner

    def _anew(self, block: Block[str]) -> Block[str]:
        """A block that is written, under the IDs that its units keep. A table of another shape is another table."""
        names = {} if isinstance(block, Table) else self._found.names
        return _renamed((block,), names, self._found.names)[0]

    def _change(
        self, place: int, order: Sequence[_Kept | Block[str]], notes: Sequence[frozenset[str]]
    ) -> Iterator[Change]:
        path, text = self._old[place].path, self._texts[place]
        arranged = self._arranged(order, place, notes)
        now = store.read_text(arranged, path, self._supply)
        wanted = self._wanted(now)
        done = reword(arranged, now, wanted)
        for id in wanted.keys() - done.words.keys():
            self.findings.append(NOT_RENEWED.at(Place(path, section=now.section.id, id=id), words=wanted[id][:60]))
        if done.text != text:
            yield Change(path, text.encode(), done.text.encode())

    def _called(self, order: Sequence[_Kept | Block[str]]) -> frozenset[str]:
        """The old notes that a section's blocks call, as it is to be."""
        blocks = [self._old[each.section].blocks[each.number] if isinstance(each, _Kept) else each for each in order]
        words = [each for block in blocks for each in walk.every_words((block,))]
        return frozenset(mark for each in words for mark in inline.note_marks(each))

    def _wanted(self, reading: Reading) -> dict[str, str]:
        """The new words of the units that changed, as far as they are not there yet."""
        after = {own: its for its, own in self._found.names.items()}
        words = _words(self._new)
        here = _words((reading.section,))
        changed = [id for id in self._found.changed if id in here]
        told = {id: renamed(words[after[id]], self._found.names, None) for id in changed}
        return told | {id: number for id, number in self._numbers.items() if here.get(id, number) != number}

    def _arranged(self, order: Sequence[_Kept | Block[str]], place: int, notes: Sequence[frozenset[str]]) -> str:
        """The text with its blocks in their new order, what is gone left out and what is new put in. The notes of
        blocks that moved here come with them."""
        found = self._pieces[place]
        fresh = self._new_notes(order)
        gone = set(self._found.gone)
        mine = [_Kept(place, number) for number in range(len(self._old[place].blocks))]
        if list(order) == mine and not fresh:
            return "".join(each.text for each in found if each.note not in gone or not each.note)
        head = [each.text for each in found if each.block is None and not each.note]
        body = [
            self._blocks[each] if isinstance(each, _Kept) else write(_alone(self._old[place], each)) for each in order
        ]
        foot = [
            each.text
            for other, several in enumerate(self._pieces)
            for each in several
            if each.note and each.note not in gone and place == _home(each.note, other, notes)
        ]
        return "\n\n".join(each.strip("\n") for each in (*head, *body, *foot, *fresh) if each.strip()) + "\n"

    def _new_notes(self, order: Sequence[_Kept | Block[str]]) -> list[str]:
        """The notes that only the newer text has, for the section that calls them."""
        called = set()
        for each in order:
            block = self._old[each.section].blocks[each.number] if isinstance(each, _Kept) else each
            called.update(_ids(block))
        own = {its for its, kept in self._found.names.items() if kept in called} | called
        fresh = []
        for section in self._new:
            marks = {mark for leaf in walk.leaves(section) if leaf.id in own for mark in inline.note_marks(leaf.words)}
            for note in section.notes:
                if note.id in marks and note.id not in self._found.names:
                    new = Note(note.id, _renamed(note.blocks, self._found.names, self._found.names))
                    fresh.append(write(Section(id=section.id, language=section.language, path="", notes=(new,))))
        return fresh


def _alone(section: Section[str], block: Block[str]) -> Section[str]:
    return Section(id=section.id, language=section.language, path=section.path, blocks=(block,))


def _ids(block: Block[str]) -> list[str]:
    """The IDs of the units in a block."""
    return [leaf.id for leaf in walk.block_leaves(block, ()) if leaf.id is not None and is_unit(leaf)]


def _shape(table: Table[str]) -> tuple[int, int]:
    return len(table.rows), len(table.columns)


def _numbers(before: Table[str], now: Table[str]) -> Iterator[tuple[str, str]]:
    """What cells say that have no words to be matched by: they are known by their places."""
    for row, other in zip((before.head, *before.rows), (now.head, *now.rows), strict=True):
        for cell, its in zip(row.cells, other.cells, strict=True):
            if cell.id is not None and not any(map(str.isalpha, cell.words + its.words)):
                yield cell.id, its.words


def _has_units(block: Block[str]) -> bool:
    return bool(_ids(block))


def _home(note: str, section: int, called: Sequence[frozenset[str]]) -> int:
    """The section that a note is in from now on: its own, unless only another one calls it."""
    if note in called[section]:
        return section
    return next((place for place, marks in enumerate(called) if note in marks), section)


def _raised(block: Block[str], levels: int) -> Block[str]:
    """A new heading on the level that those beside it have in sections."""
    return replace(block, level=max(1, block.level - levels)) if isinstance(block, Heading) else block


def _put_back(order: list[_Kept | Block[str]], numbers: Sequence[int], section: int) -> None:
    """Blocks without units, which no alignment knows, stay behind the block that they stood behind."""
    for number in numbers:
        own = [(place, each) for place, each in enumerate(order) if isinstance(each, _Kept) and each.section == section]
        before = [place for place, each in own if each.number < number]
        order.insert(before[-1] + 1 if before else 0, _Kept(section, number))


def _renamed(
    blocks: tuple[Block[str], ...], ids: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Block[str], ...]:
    """The blocks with IDs as `ids` has them, and in their words those of notes and references as `names` has them."""
    words = walk.map_blocks(blocks, lambda _, each: renamed(each, names, None))

    def change(block: Block[str]) -> Block[str]:
        return block if block.id is None else replace(block, id=ids.get(block.id, block.id))

    return walk.revise(words, lambda _, each: each, change)
