"""The register of one section: which IDs and notes it has seen, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from assembler.document import answers, ids, walk
from assembler.document.attributes import Attributes
from assembler.document.model import Block, Note
from assembler.document.names import BLOCK_CLASSES, BLOCK_KEYS, ONLY
from assembler.findings import Finding, Kind, Phrase, Place, phrase
from assembler.formats.markdown import kinds
from assembler.formats.markdown.text import marks
from assembler.language.load import reference_kinds
from assembler.nearest import among


class Register:
    """Collects the findings of a section and knows which line gave an ID first."""

    def __init__(self, path: str, section: str, language: str) -> None:
        self._path = path
        self._section = section
        self._language = language
        self._ids: dict[str, int] = {}
        self._notes: dict[str, int] = {}
        self.findings: list[Finding] = []

    def place(self, line: int, id: str | None = None) -> Place:
        return Place(self._path, line, self._section, id, self._language)

    def report(self, kind: Kind, line: int, *, id: str | None = None, quote: str = "", **values: object) -> None:
        if id is not None:
            values["id"] = id
        self.findings.append(kind.at(self.place(line, id), quote=quote, **values))

    def block(
        self, carried: Attributes, line: int, *, registered: bool = True, keys: Collection[str] = BLOCK_KEYS
    ) -> Attributes:
        """Check what an attribute line says of the block at `line`; `registered` is off for a note's label. `keys` are
        known for this sort of block."""
        if len(carried.ids) > 1:
            self.report(kinds.TWO_IDS, line, id=carried.id, ids=", ".join(carried.ids))
        if carried.id is not None and registered:
            self.id(carried.id, line)
        for name in carried.classes:
            if name not in BLOCK_CLASSES:
                self.report(kinds.UNKNOWN_CLASS, line, id=carried.id, name=name, suggestion=_classes(name))
        if ONLY in carried.classes:
            self.report(kinds.ONLY_WITHOUT_DIV, line, id=carried.id)
        for key, value in carried.pairs:
            if key == "ref":
                self._reference_name(value, line, carried.id)
            elif key == "answers":
                self._answers(value, line, carried.id)
            elif key not in keys:
                self.report(kinds.UNKNOWN_ATTRIBUTE, line, id=carried.id, name=key, known=", ".join(sorted(keys)))
        return carried

    def _reference_name(self, name: str, line: int, id: str | None) -> None:
        kind, _, number = name.partition(" ")
        if kind not in reference_kinds() or not number:
            known = ", ".join(sorted(reference_kinds()))
            self.report(kinds.UNKNOWN_REFERENCE_KIND, line, id=id, name=name, known=known)

    def _answers(self, value: str, line: int, id: str | None) -> None:
        if answers.parse(value) is None:
            self.report(kinds.BAD_ANSWERS, line, id=id, value=value)

    def id(self, id: str, line: int, *, cell: bool = False, note: bool = False, place: Place | None = None) -> None:
        """Note that the block, note or cell at `line` has `id`, and check the ID; `place` is where it stands, if
        that is another file."""
        here = self.place(line, id) if place is None else replace(place, id=id)
        if not ids.is_well_formed(id) or ("." in id and not cell):
            remedy = kinds.IDS_RENAMES if note else kinds.RENAME_IT
            self.findings.append(kinds.INVALID_ID.at(here, id=id, remedy=remedy))
        elif len(id) > ids.MAX_LENGTH:
            self.findings.append(kinds.LONG_ID.at(here, id=id, length=len(id), limit=ids.MAX_LENGTH))
        if id in self._ids:
            self.findings.append(kinds.DUPLICATE_ID.at(here, id=id, first=str(self._ids[id])))
        self._ids.setdefault(id, line)

    def note(self, label: str, line: int) -> None:
        """Note that the text of a note stands at `line`."""
        if label in self._notes:
            self.report(kinds.DUPLICATE_NOTE, line, id=label, first=str(self._notes[label]))
        else:
            self._notes[label] = line
            self.id(label, line, note=True)

    def finish(self, blocks: Iterable[Block[str]], notes: Iterable[Note[str]]) -> None:
        """Compare the notes with their marks, when all text was read."""
        marked: dict[str, int] = {}
        for label, leaf in _marks(leaf for block in blocks for leaf in walk.block_leaves(block, ())):
            if label not in self._notes:
                self.report(kinds.UNDEFINED_NOTE, leaf.line, id=label)
            elif label in marked:
                self.report(kinds.NOTE_MARKED_TWICE, leaf.line, id=label, first=str(marked[label]))
            marked.setdefault(label, leaf.line)
        inside = (leaf for note in notes for block in note.blocks for leaf in walk.block_leaves(block, ("note",)))
        for label, leaf in _marks(inside):
            self.report(kinds.NOTE_IN_NOTE, leaf.line, id=label)
            marked.setdefault(label, leaf.line)
        for label, line in self._notes.items():
            if label not in marked:
                self.report(kinds.UNUSED_NOTE, line, id=label)


def _classes(name: str) -> Phrase:
    known = sorted(BLOCK_CLASSES)
    return among(name, known, phrase("Classes of blocks are: {known}.", known=", ".join(known)))


def _marks(leaves: Iterable[walk.Leaf]) -> Iterator[tuple[str, walk.Leaf]]:
    for leaf in leaves:
        if "[^" in leaf.words:
            for label in marks(leaf.words):
                yield label, leaf
