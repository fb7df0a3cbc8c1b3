"""Annexes: sections that are counted by themselves and begin on a page of their own.

What makes a section an annex is the class `annex` on its first heading, or the configuration. The number is the
edition's, as that of every paragraph is; `ref` on such a heading would only be a second one.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from assembler.document.model import Blocks, Heading, Section, W, Words
from assembler.document.names import ANNEX
from assembler.edition.number import Chapter
from assembler.findings import Finding, Kind, Place, Severity

ANNEX_WITHOUT_HEADING = Kind(
    "annex-without-heading",
    Severity.WARNING,
    "The annex has no heading that could bear its number.",
    "Begin the section with a heading: # List of laws",
)
ANNEX_NUMBER_TYPED = Kind(
    "annex-number-typed",
    Severity.WARNING,
    "ref=“{ref}” on the heading of an annex has no effect: annexes are numbered in their order.",
    "Take ref out of the attribute line.",
)


def is_annex(section: Section[W], said: bool | None) -> bool:
    """What the configuration has `said`; where it says nothing, the first heading."""
    heading = _first_heading(section)
    return said if said is not None else heading is not None and ANNEX in heading.classes


def mistakes(section: Section[Words], language: str) -> Iterator[Finding]:
    """What is wrong with the heading of an annex."""
    heading = _first_heading(section)
    place = Place(section.path, 1, section.id, None, language)
    if heading is None:
        yield ANNEX_WITHOUT_HEADING.at(place)
    elif (ref := heading.pair("ref")) is not None:
        yield ANNEX_NUMBER_TYPED.at(replace(place, line=heading.line, id=heading.id), ref=ref)


def on_new_page(chapters: list[Chapter], blocks: Blocks[Words]) -> tuple[list[Chapter], Blocks[Words]]:
    """The chapters before an annex and its blocks: the page begins with the annex, or with the title of the part that
    it is the first of."""
    if chapters and _is_title(chapters[-1]):
        *before, title = chapters
        return [*before, replace(title, blocks=_with_new_page(title.blocks))], blocks
    return chapters, _with_new_page(blocks)


def _is_title(chapter: Chapter) -> bool:
    return len(chapter.blocks) == 1 and isinstance(chapter.blocks[0], Heading) and "part" in chapter.blocks[0].classes


def _with_new_page(blocks: Blocks[Words]) -> Blocks[Words]:
    match blocks:
        case (Heading() as first, *others):
            return (replace(first, new_page=True), *others)
        case _:
            return blocks


def _first_heading(section: Section[W]) -> Heading[W] | None:
    return next((block for block in section.blocks if isinstance(block, Heading)), None)
