"""The matrix “recommendation of the committee → our paragraphs”, from the attribute `answers` of blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias, assert_never

from msgspec import Struct

from assembler.document.answers import Answered, parse
from assembler.document.model import (
    HEADER_ROW,
    Block,
    Blocks,
    Cell,
    Column,
    Div,
    Figure,
    Heading,
    Inlines,
    List,
    Paragraph,
    ParagraphNumber,
    Quote,
    RawBlock,
    Reference,
    Row,
    Spread,
    Table,
    Text,
    Version,
    Words,
)
from assembler.document.names import RECOMMENDATION
from assembler.edition.lists.material import Made, Source
from assembler.language.model import Language

UNBROKEN_HYPHEN = "\u2011"
NUMBER = "number"
"""The form of a reference that is the number alone."""


class Numbered(Struct, frozen=True):
    """A numbered paragraph that answers; runs of them are named by their ends."""

    id: str
    number: ParagraphNumber


class Elsewhere(Struct, frozen=True):
    """Anything else that answers: what leads there."""

    content: Inlines


Place: TypeAlias = Numbered | Elsewhere


def answers(source: Source) -> Made:
    """A row for each recommendation of a committee that is answered, documents and paragraphs in their order."""
    found: dict[Answered, dict[Place, None]] = {}
    for value, place in _Reading(source.language).blocks(source.numbered.blocks):
        for answered in parse(value) or ():
            found.setdefault(answered, {}).setdefault(place)
    if not found:
        return Made(())
    language = source.language
    head = _row(language, (Text(language.listing.recommendation),), (Text(language.listing.paragraphs),), id=HEADER_ROW)
    rows = tuple(
        _row(language, _named(each, language), _places(found[each])) for each in sorted(found, key=lambda a: a.order)
    )
    return Made((Table(columns=(Column(), Column()), head=head, rows=rows),))


def _row(language: Language, *contents: Inlines, id: str | None = None) -> Row[Words]:
    return Row(tuple(Cell(Words(content, language.code)) for content in contents), id)


def _named(answered: Answered, language: Language) -> Inlines:
    """`CCPR/C/KAZ/CO/1, para. 14`, in the short form of the language if it has one."""
    words = language.references["paragraph"]
    first, _, last = answered.number.partition("–")
    patterns = words.range if last else words.one
    pattern = patterns.get("short", patterns[words.default]).replace("}-", "}" + UNBROKEN_HYPHEN)
    return (Text(f"{answered.symbol}, {pattern.format(n=first, m=last)}"),)


def _places(places: Collection[Place]) -> Inlines:
    """Numbered paragraphs first, runs of neighbours as one range, then all else; parted by commas."""
    numbered = [each for each in places if isinstance(each, Numbered)]
    others = [each.content for each in places if isinstance(each, Elsewhere)]
    contents = [*(_run(run) for run in _runs(numbered)), *others]
    return tuple(inline for position, each in enumerate(contents) for inline in _parted(position, each))


def _parted(position: int, content: Inlines) -> Inlines:
    return (Text(", "), *content) if position else content


def _runs(paragraphs: Sequence[Numbered]) -> list[list[Numbered]]:
    runs: list[list[Numbered]] = []
    for each in sorted(paragraphs, key=lambda each: (each.number.series, each.number.value)):
        last = runs[-1][-1].number if runs else None
        if last is not None and each.number == ParagraphNumber(last.series, last.value + 1):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _run(run: Sequence[Numbered]) -> Inlines:
    return (Reference(run[0].id, NUMBER, run[-1].id if len(run) > 1 else ""),)


class _Reading:
    """One way through an edition's blocks, which knows the heading and the numbered paragraph above."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.heading: Heading[Words] | None = None
        self.paragraph: Paragraph[Words] | None = None

    def blocks(self, blocks: Blocks[Words]) -> Iterator[tuple[str, Place]]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block[Words]) -> Iterator[tuple[str, Place]]:
        if isinstance(block, Heading):
            self.heading, self.paragraph = block, None
        elif isinstance(block, Paragraph) and block.number is not None:
            self.paragraph = block
        place = self.place(block)
        yield from self.said(block, place)
        match block:
            case Paragraph() | Heading() | RawBlock() | Version() | Spread():
                pass
            case Table() | Figure():
                yield from () if block.caption is None else self.said(block.caption, place)
            case List():
                yield from self.items(block)
            case Div():
                yield from self.inside(block)
            case Quote():
                yield from self.blocks(block.blocks)
            case _:
                assert_never(block)

    def said(self, block: Block[Words], place: Place | None) -> Iterator[tuple[str, Place]]:
        value = block.pair("answers")
        if value is not None and place is not None:
            yield value, place

    def items(self, block: List[Words]) -> Iterator[tuple[str, Place]]:
        for item in block.items:
            match item.blocks:
                case (Paragraph() as first, *rest):
                    yield from self.said(first, self.item(first) if block.ordered else self.around())
                    yield from self.blocks(tuple(rest))
                case rest:
                    yield from self.blocks(tuple(rest))

    def inside(self, div: Div[Words]) -> Iterator[tuple[str, Place]]:
        """What stands in a recommendation is found by the recommendation."""
        outer, self.paragraph = self.paragraph, None
        for value, place in self.blocks(div.blocks):
            yield value, self.recommendation(div) if div.name == RECOMMENDATION else place
        self.paragraph = outer

    def place(self, block: Block[Words]) -> Place | None:
        match block:
            case Paragraph(id=str(id), number=ParagraphNumber() as number):
                return Numbered(id, number)
            case Heading(id=str(id)):
                return Elsewhere((Reference(id),))
            case Table(id=str(id), number=int()) | Figure(id=str(id), number=int()):
                return Elsewhere((Reference(id),))
            case Div(name=name) if name == RECOMMENDATION:
                return self.recommendation(block)
            case _:
                return self.around()

    def around(self) -> Place | None:
        """The numbered paragraph that something belongs to, else the heading above it, which leads to it."""
        if self.paragraph is not None and self.paragraph.id is not None and self.paragraph.number is not None:
            return Numbered(self.paragraph.id, self.paragraph.number)
        return self.under_heading()

    def item(self, first: Paragraph[Words]) -> Place | None:
        """An item with a marker: `12 (b)`."""
        if self.paragraph is None or self.paragraph.id is None or first.id is None:
            return self.around()
        return Elsewhere((Reference(self.paragraph.id, NUMBER), Text("\u00a0"), Reference(first.id, NUMBER)))

    def under_heading(self) -> Place | None:
        if self.heading is None or self.heading.id is None:
            return None
        return Elsewhere((Reference(self.heading.id),))

    def recommendation(self, div: Div[Words]) -> Elsewhere:
        """Its label, which leads to it, and the heading that it stands under."""
        label: Inlines = (Text(self.language.listing.by_recommendation),)
        if div.id:
            label = (Reference(div.id, content=label),)
        if self.heading is None or self.heading.id is None:
            return Elsewhere(label)
        return Elsewhere((*label, Text(" ("), Reference(self.heading.id), Text(")")))
