"""pandoc's AST → a section of the dialect, in two steps: `read` each file, then `linked` for all files of a run.

Between the two steps the words are inlines, because links can lead to IDs of other files, which may have got new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import inline, walk
from assembler.document.model import Block, Inline, Inlines, Link, Note, Paragraph, Reference, Section
from assembler.document.names import CAPTION
from assembler.findings import Finding, Place
from assembler.formats.pandoc import leadins, numbering
from assembler.formats.pandoc.blocks import ANCHOR, block, blocks, captioned, paragraph, unwrapped
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Node, excerpt
from assembler.formats.pandoc.remarks import (
    LINK_BROKEN,
    LIST_KEPT,
    METADATA_DROPPED,
    NUMBER_WITHOUT_PARAGRAPH,
)
from assembler.formats.remarks import Remarks
from assembler.formats.seen import Seen
from assembler.language import load as languages

UNNUMBERED = "unnumbered"


class TypedNumber(Struct, frozen=True):
    """The number that was typed before the paragraph `id`."""

    id: str
    value: int


class Imported(Struct, frozen=True):
    """One file, or a section of one, read. `names` leads from every ID of the file to the one it has now; `findings`
    have no line yet. `seen` is what the file showed of a block, by its ID, where its reader tells."""

    section: Section[Inlines]
    numbers: tuple[TypedNumber, ...]
    names: Mapping[str, str]
    origin: str
    findings: tuple[Finding, ...]
    seen: Mapping[str, Seen] = {}


class Linked(Struct, frozen=True):
    """A section as it is written, and what is to be said of its links."""

    section: Section[str]
    findings: tuple[Finding, ...]


def read(
    ast: Mapping[str, Any],
    *,
    id: str,
    language: str,
    path: str,
    origin: str,
    mint: Callable[[], str],
    keep: Callable[[str], bool],
    numbered: bool | None = None,
    throughout: bool = False,
) -> Imported:
    """One section from pandoc's document.

    `path` is where the section will stand, `origin` the file that findings name. `mint` gives a new ID, `keep` says
    whether an ID of the file may stay (and takes it). `numbered` overrules what `numbering` makes of typed numbers,
    `throughout` says that the document that the section is of has numbered paragraphs.
    """
    intake = Intake(languages.load(language), mint, keep)
    reading = _Body(intake, numbered, throughout=throughout)
    _remark_metadata(intake, ast.get("meta", {}))
    body = captioned(reading.top(list(unwrapped(intake, ast["blocks"]))))
    notes = tuple(_notes(intake))
    section = Section(id=id, language=language, path=path, blocks=body, notes=notes)
    findings = intake.remarks.findings(Place(origin, section=id, language=language))
    return Imported(section, tuple(reading.numbers), intake.names, origin, findings, intake.seen)


def has_numbered_paragraphs(blocks: Sequence[Node], language: str) -> bool:
    """Whether numbers are those of paragraphs in a whole document."""
    known = languages.load(language).labels
    return bool(numbering.paragraph_lists(blocks, None, lambda node: leadins.begins(known, node)))


def heading_id(ast: Mapping[str, Any]) -> str | None:
    """The ID of the first heading, from which IDs in the section may take their beginning; None where it has none."""
    for node in ast["blocks"]:
        match node:
            case {"t": "Header", "c": [_, [id, *_], _]}:
                return id or None
    return None


class _Body:
    """The top level of a section, where numbered paragraphs are told from all else."""

    def __init__(self, intake: Intake, numbered: bool | None, *, throughout: bool) -> None:
        self.intake = intake
        self.throughout = throughout
        self.numbered = numbered
        self.numbers: list[TypedNumber] = []

    def top(self, nodes: list[Node]) -> Iterator[Block[Inlines]]:
        known = self.intake.language.labels
        lists = numbering.paragraph_lists(
            nodes, self.numbered, lambda node: leadins.begins(known, node), throughout=self.throughout
        )
        self._remark_lists(nodes, lists)
        for is_numbers, run in groupby(range(len(nodes)), key=lists.__contains__):
            if is_numbers:
                for position in run:
                    yield from self._numbered(nodes[position])
            else:
                yield from self._plain([nodes[position] for position in run], mark=bool(lists))

    def _numbered(self, node: Node) -> Iterator[Block[Inlines]]:
        """Each item: its first paragraph, which bears the number, then what else the item holds."""
        (start, _, _), items = node["c"]
        for value, item in enumerate(items, start):
            anchors, first, rest = _bearer(list(unwrapped(self.intake, item)))
            for anchor in anchors:
                self.intake.anchor(anchor["c"])
            new = [] if first is None else list(paragraph(self.intake, first["c"]))
            self.intake.see(new, first)
            if new and new[0].id is not None:
                self.numbers.append(TypedNumber(new[0].id, value))
            else:
                self.intake.remarks.add(NUMBER_WITHOUT_PARAGRAPH, excerpt(rest), value=value)
            yield from new
            yield from self._plain(rest, mark=True)

    def _plain(self, nodes: Sequence[Node], *, mark: bool) -> Iterator[Block[Inlines]]:
        """Blocks that bear no number; `mark` says so on paragraphs that otherwise would."""
        new = captioned(each for node in nodes for each in block(self.intake, node))
        for each in leadins.folded(self.intake, new):
            yield _unnumbered(each) if mark and isinstance(each, Paragraph) else each

    def _remark_lists(self, nodes: Sequence[Node], lists: frozenset[int]) -> None:
        for position, node in enumerate(nodes):
            if self.numbered is None and position not in lists and numbering.is_counted(node):
                items = node["c"][1]
                self.intake.remarks.add(LIST_KEPT, excerpt(items), items=len(items))


def _bearer(item: list[Node]) -> tuple[list[Node], Node | None, list[Node]]:
    """The anchors an item begins with, the paragraph after them (None if there is none), the rest."""
    anchors = list(takewhile(lambda node: node["t"] == ANCHOR, item))
    match item[len(anchors) :]:
        case [{"t": "Para" | "Plain"} as first, *rest]:
            return anchors, first, rest
        case rest:
            return anchors, None, rest


def _unnumbered(block: Paragraph[Inlines]) -> Paragraph[Inlines]:
    return block if {UNNUMBERED, CAPTION} & set(block.classes) else replace(block, classes=(*block.classes, UNNUMBERED))


def _notes(intake: Intake) -> Iterator[Note[Inlines]]:
    """Every note that was called, in the order of their marks; its first paragraph has the ID of the note."""
    intake.in_note = True
    while intake.notes:
        id, nodes = intake.notes.popleft()
        if nodes and nodes[0]["t"] in ("Para", "Plain", "Figure"):
            intake.reserve(id)
        yield Note(id, blocks(intake, nodes))


def _remark_metadata(intake: Intake, meta: Mapping[str, Any]) -> None:
    for key, value in meta.items():
        intake.remarks.add(METADATA_DROPPED, excerpt([value]), key=key, value=excerpt([value]))


# --- links -----------------------------------------------------------------------------------------------------


def linked(imported: Sequence[Imported]) -> list[Linked]:
    """The sections of one run as they are written, every link inside the run led to the ID that its target has now.

    An ID of the link's own file comes before the same ID of another.
    """
    everywhere: dict[str, str] = {}
    for each in imported:
        for old, new in each.names.items():
            everywhere.setdefault(old, new)
    return [_linked(each, {**everywhere, **each.names}) for each in imported]


def _linked(imported: Imported, names: Mapping[str, str]) -> Linked:
    remarks = Remarks()

    def led(old: str) -> str:
        if old not in names:
            remarks.add(LINK_BROKEN, old, target=f"#{old}")
        return names.get(old, old)

    def rewritten(each: Inline) -> Inlines:
        match each:
            case Link(target=target) if target.startswith("#"):
                return (replace(each, target=f"#{led(target[1:])}"),)
            case Reference():
                return (replace(each, target=led(each.target), to=led(each.to) if each.to else ""),)
            case _:
                return (each,)

    section = walk.map_words(imported.section, lambda _, words: inline.render(walk.map_inlines(words, rewritten)))
    place = Place(imported.origin, section=section.id, language=section.language)
    return Linked(section, remarks.findings(place))
