"""Put the lists of an edition into the divs that ask for them: after numbering, for they show numbers, and before the
references, for they refer. What an author has written into such a div stands above its list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Block, Blocks, Div, List, Quote, Text, Words
from assembler.edition.lists.abbreviations import abbreviations
from assembler.edition.lists.answers import answers
from assembler.edition.lists.captions import figures, tables
from assembler.edition.lists.material import Made, Material, Source, said
from assembler.edition.lists.members import members
from assembler.edition.lists.recommendations import recommendations
from assembler.edition.number import Chapter, Numbered
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language.model import Language

EMPTY_LIST = Kind(
    "empty-list",
    Severity.WARNING,
    "There is nothing to put into “{name}”; the edition says so in its place.",
    "Take it out with its heading, or write what it lists.",
)

MAKERS: Mapping[str, Callable[[Source], Made]] = {
    "list-of-tables": tables,
    "list-of-figures": figures,
    "list-of-abbreviations": abbreviations,
    "list-of-recommendations": recommendations,
    "list-of-members": members,
    "matrix-of-answers": answers,
}


def generate(
    chapters: Sequence[Chapter], numbered: Numbered, material: Material, language: Language, findings: list[Finding]
) -> Numbered:
    """The same blocks with every list in place; what is to be said of the lists is added to `findings`."""
    source = Source(chapters, numbered, material, language)
    made: dict[str, Made] = {}
    blocks: list[Block[Words]] = []
    for chapter, of_chapter in source.by_chapter():
        blocks += _filled(of_chapter, _filler(source, chapter, made, findings))
    return replace(numbered, blocks=tuple(blocks))


def _filled(blocks: Blocks[Words], fill: walk.Change[Words]) -> Blocks[Words]:
    return tuple(
        walk.revise((block,), lambda _, words: words, fill)[0] if isinstance(block, Div | Quote | List) else block
        for block in blocks
    )


def _filler(
    source: Source, chapter: Chapter, made: dict[str, Made], findings: list[Finding]
) -> Callable[[Block[Words]], Block[Words]]:
    def fill(block: Block[Words]) -> Block[Words]:
        if not isinstance(block, Div) or block.name not in MAKERS:
            return block
        if block.name not in made:
            made[block.name] = MAKERS[block.name](source)
        found = made[block.name]
        code = source.language.code
        findings.extend(_placed(each, chapter, block) for each in found.findings)
        if not found.blocks and not found.findings:
            place = Place(chapter.path, block.line, chapter.section, block.id, code)
            findings.append(EMPTY_LIST.at(place, name=block.name))
        nothing = (said((Text(source.language.listing.empty),), source.language),)
        return replace(block, blocks=(*block.blocks, *(found.blocks or nothing)))

    return fill


def _placed(finding: Finding, chapter: Chapter, block: Div[Words]) -> Finding:
    """A finding that names no file is about the place of the list."""
    if finding.place.file is not None:
        return finding
    place = replace(finding.place, file=chapter.path, line=block.line, section=chapter.section, id=block.id)
    return replace(finding, place=place)
