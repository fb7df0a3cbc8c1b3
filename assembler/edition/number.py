"""Numbers and references, computed once for all formats, from IDs, after localization.

Paragraph numbers, table numbers and note numbers are put into the tree; references get the text that the edition's
language generates for what they point to. A writer has nothing to count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Figure,
    Heading,
    Item,
    List,
    Note,
    Paragraph,
    ParagraphNumber,
    Quote,
    RawBlock,
    Spread,
    Table,
    Version,
    Words,
)
from assembler.document.names import LISTS
from assembler.edition import localize
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language import markers
from assembler.language.model import Language

NOTE_OF_ANOTHER = Kind(
    "note-of-another-section",
    Severity.WARNING,
    "The note “{id}” is called in two sections. Notes are numbered by section: its number {n} means another note, or "
    "none, in the second.",
    "Write the note again in the second section, or number notes through the document.",
)


class Chapter(Struct, frozen=True):
    """One section on its way into an edition: its blocks and notes, and what the configuration says of its numbers.

    `restart` begins the paragraph numbers again at 1 before it. An `annex` counts among the annexes, and its paragraphs
    by themselves: the text after it goes on where the text before it ended. `path` is that of its file.
    """

    section: str
    blocks: Blocks[Words]
    notes: tuple[Note[Words], ...] = ()
    numbered: bool = True
    restart: bool = False
    annex: bool = False
    path: str | None = None


class Target(Struct, frozen=True, gc=False):
    """What a reference can point to.

    `kind` is `paragraph`, `item`, `table`, `figure`, `note`, `heading` or `other`; `number` what it bears in print
    (empty when none); `series` the run of numbers it belongs to: of paragraph numbers, of a note's own (0: none, or the
    only run of paragraph numbers outside of annexes); `ref` a heading's `ref` attribute. `title` is what names the
    place: a heading's own words, of a number those of the first heading of its section, of anything else those of the
    heading above. `section` is the position of its section in the edition, from 1, and `section_ref` the `ref` of
    that section's first heading.
    """

    kind: str
    number: str = ""
    series: int = 0
    ref: str = ""
    title: str = ""
    section: int = 0
    section_ref: str = ""


class Numbered(Struct, frozen=True):
    """The blocks and notes of all chapters with their numbers in place, and every target by ID, in reading order.

    `findings` are about numbers that mislead; `has_lists` says that somewhere among the blocks a list is to be made.
    """

    blocks: Blocks[Words]
    notes: tuple[Note[Words], ...]
    targets: Mapping[str, Target]
    findings: tuple[Finding, ...] = ()
    has_lists: bool = False


def number(chapters: Sequence[Chapter], language: Language, *, notes_restart: bool = False) -> Numbered:
    """Number the chapters of an edition in their order; with `notes_restart` notes from 1 in each section."""
    counting = _Counting(language)
    counted = [tuple(counting.chapter(chapter)) for chapter in chapters]
    notes = {note.id: note for chapter in chapters for note in chapter.notes}
    called, findings = _numbered_notes(counted, notes, counting.targets, language.code, restart=notes_restart)
    blocks = tuple(block for blocks in counted for block in blocks)
    return Numbered(blocks, called, counting.clear_targets(), findings, counting.has_lists)


def _numbered_notes(
    counted: Sequence[Blocks[Words]],
    notes: Mapping[str, Note[Words]],
    targets: dict[str, Target],
    language: str,
    *,
    restart: bool,
) -> tuple[tuple[Note[Words], ...], tuple[Finding, ...]]:
    """The notes in the order of their marks, with their numbers, which `targets` get too."""
    called: list[Note[Words]] = []
    findings: list[Finding] = []
    position = 0
    for section, blocks in enumerate(counted, 1):
        position = 0 if restart else position
        for mark in _marks(blocks):
            if mark not in notes:
                continue
            if mark in targets and targets[mark].kind == "note":
                former = targets[mark]
                if restart and former.section != section:
                    findings.append(NOTE_OF_ANOTHER.at(Place(id=mark, language=language), id=mark, n=former.number))
                continue
            position += 1
            targets[mark] = Target("note", str(position), section if restart else 0, section=section, **_named(blocks))
            called.append(replace(notes[mark], number=position))
    return tuple(called), tuple(findings)


def _marks(blocks: Blocks[Words]) -> Iterator[str]:
    """The note marks in some blocks, each once."""
    marks = (mark for words in walk.every_words(blocks) for mark in localize.note_marks(words.content))
    return iter(dict.fromkeys(marks))


def _named(blocks: Blocks[Words]) -> dict[str, str]:
    """How the section that these are the blocks of is named: by the words and the `ref` of its first heading."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    return {} if first is None else {"title": _title(first), "section_ref": first.pair("ref") or ""}


class _Run:
    """A run of paragraph numbers: its `series`, the `last` number, whether to `restart` with the next section."""

    def __init__(self) -> None:
        self.series, self.last, self.restart = 0, 0, True

    def begin(self, series: int) -> None:
        self.series, self.last, self.restart = series, 0, False


class _Counting:
    """The counters of one edition while its chapters go by."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.targets: dict[str, Target] = {}
        self.opened = 0
        self.of_text = 0
        self.annex = 0
        self.table = 0
        self.figure = 0
        self.heading = ""
        self.title = ""
        self.section = 0
        self.section_ref = ""
        self.has_lists = False
        self.text, self.of_annex = _Run(), _Run()
        self.run = self.text

    def chapter(self, chapter: Chapter) -> Iterator[Block[Words]]:
        """The blocks with their numbers; only paragraphs that are direct children of the section count."""
        if chapter.annex:
            self.annex += 1
            self.of_annex = _Run()
        self.section += 1
        self.run = self.of_annex if chapter.annex else self.text
        self.run.restart |= chapter.restart
        blocks = self._labelled(chapter.blocks) if chapter.annex else chapter.blocks
        self.section_ref = _named(blocks).get("section_ref", "")
        if chapter.numbered and self.run.restart:
            self.opened += 1
            self.of_text += not chapter.annex
            self.run.begin(self.opened)
        self.title = next((_title(block) for block in blocks if isinstance(block, Heading)), self.heading)
        for block in blocks:
            match block:
                case Paragraph() if chapter.numbered and "unnumbered" not in block.classes:
                    yield self._paragraph(block)
                case Heading():
                    self.heading = _title(block)
                    yield self._block(block, 0)
                case _:
                    yield self._block(block, 0)

    def _paragraph(self, paragraph: Paragraph[Words]) -> Paragraph[Words]:
        run = self.run
        run.last += 1
        self._set(paragraph.id, Target("paragraph", str(run.last), run.series, title=self.title))
        return replace(paragraph, number=ParagraphNumber(run.series, run.last))

    def _labelled(self, blocks: Blocks[Words]) -> Blocks[Words]:
        """The blocks of an annex; its first heading bears the number, and is named by it in references."""
        number = markers.count(self.language.lists.annexes, self.annex)
        label = self.language.labels.annex.replace("{n}", number)
        first = next((position for position, block in enumerate(blocks) if isinstance(block, Heading)), None)
        if first is None:
            return blocks
        heading = blocks[first]
        pairs = (*(pair for pair in heading.pairs if pair[0] != "ref"), ("ref", f"annex {number}"))
        return (*blocks[:first], replace(heading, label=label, pairs=pairs), *blocks[first + 1 :])

    def clear_targets(self) -> dict[str, Target]:
        """The targets. Where the text is one run and annexes have others, its numbers are clear everywhere."""
        if self.of_text != 1 or self.opened == 1:
            return self.targets
        own = self.text.series
        return {
            id: replace(each, series=0) if each.series == own and each.kind != "note" else each
            for id, each in self.targets.items()
        }

    def _set(self, id: str | None, target: Target) -> None:
        if id is not None:
            self.targets[id] = replace(target, section=self.section, section_ref=self.section_ref)

    def _block(self, block: Block[Words], level: int) -> Block[Words]:
        match block:
            case Paragraph() | RawBlock() | Version() | Spread():
                self._set(block.id, Target("other", series=self.run.series, title=self.heading))
                return block
            case Heading():
                self._set(block.id, Target("heading", ref=block.pair("ref") or "", title=_title(block)))
                return block
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case List():
                items = tuple(self._item(block, position, item, level) for position, item in enumerate(block.items))
                return replace(block, items=items)
            case Quote() | Div():
                self.has_lists |= isinstance(block, Div) and block.name in LISTS
                self._set(block.id, Target("other", series=self.run.series, title=self.heading))
                return replace(block, blocks=tuple(self._block(child, level) for child in block.blocks))
            case _:
                assert_never(block)

    def _item(self, parent: List[Words], position: int, item: Item[Words], level: int) -> Item[Words]:
        blocks = tuple(self._block(child, level + 1) for child in item.blocks)
        first = item.blocks[0] if item.blocks else None
        if isinstance(first, Paragraph) and parent.ordered:
            marker = markers.marker(self.language.lists, letters="letters" in parent.classes, level=level)
            text = markers.count(marker, parent.start + position)
            self._set(first.id, Target("item", text, self.run.series, title=self.title))
        return replace(item, blocks=blocks)

    def _table(self, table: Table[Words]) -> Table[Words]:
        """A table has a number when it has a caption to show it in; its caption and its cells are named by it."""
        if table.caption is None:
            self._set(table.id, Target("other", series=self.run.series, title=self.heading))
            return table
        self.table += 1
        target = Target("table", str(self.table))
        cells = (cell.id for row in (table.head, *table.rows) for cell in row.cells)
        for id in (table.id, table.caption.id, *cells):
            self._set(id, target)
        return replace(table, number=self.table)

    def _figure(self, figure: Figure[Words]) -> Figure[Words]:
        """A figure, too, has a number when it has a caption."""
        if figure.caption is None:
            self._set(figure.id, Target("other", series=self.run.series, title=self.heading))
            return figure
        self.figure += 1
        for id in (figure.id, figure.caption.id):
            self._set(id, Target("figure", str(self.figure)))
        return replace(figure, number=self.figure)


def _title(heading: Heading[Words]) -> str:
    return walk.plain_text(heading.words.content)
