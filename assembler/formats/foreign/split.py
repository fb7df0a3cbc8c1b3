"""A document is divided into sections, at headings of a level or at headings that a pattern fits.

What stands above the first of them is the front matter. Headings above the level are parts, or the document's title
where one alone stands before all others.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from assembler.errors import ConfigurationError
from assembler.findings import Kind, Place, Severity
from assembler.formats.foreign.nodes import Node
from assembler.formats.foreign.pieces import text_of

BAD_PATTERN = Kind(
    "bad-split",
    Severity.ERROR,
    "“{pattern}” is no level of headings and no pattern: {reason}.",
    "Write a level from 1 to 6, or a regular expression that the headings of sections begin with: --split '^Article'",
)

By: TypeAlias = int | re.Pattern[str] | None
"""A level, a pattern that words of headings fit at any level, or None: the highest level with several headings."""

DEEPEST = 6


class Chapter(Struct, frozen=True):
    """A section to be: its heading's words (empty for front matter), the number of its part from 1 (0: of none)."""

    heading: str
    blocks: list[Node]
    part: int = 0


class Divided(Struct, frozen=True):
    """A document in sections. `parts` are the titles of parts, `title` is a heading that stood above all."""

    chapters: tuple[Chapter, ...]
    parts: tuple[str, ...] = ()
    title: str = ""


def asked(text: str) -> By:
    """What a user asked for: a level or a pattern. Raises ConfigurationError where it is neither."""
    if text.isdecimal() and 1 <= int(text) <= DEEPEST:
        return int(text)
    try:
        return re.compile(text)
    except re.error as error:
        raise ConfigurationError(BAD_PATTERN.at(Place(), pattern=text, reason=str(error))) from error


def divided(blocks: list[Node], by: By, *, has_title: bool = False) -> Divided:
    """The document in sections; the heading of each is of level 1. `has_title` says that its title is known already."""
    takes_title = not has_title and by is None
    title, blocks = _title(blocks) if takes_title else ("", blocks)
    starts, above = _starts(blocks, by)
    if not starts:
        return Divided((Chapter("", blocks),) if blocks else (), title=title)
    chapters: list[Chapter] = []
    parts: list[str] = []
    raised = 1
    for at, node in enumerate(blocks):
        heading = _heading(node)
        if heading is not None and at in above:
            parts.append(heading[1])
            chapters.append(Chapter("", [], len(parts)))
        elif heading is not None and at in starts:
            raised = heading[0]
            chapters.append(Chapter(heading[1], [_raised(node, raised)], len(parts)))
        else:
            if not chapters:
                chapters.append(Chapter("", []))
            chapters[-1].blocks.append(_raised(node, raised))
    return Divided(tuple(each for each in chapters if each.blocks), tuple(parts), title)


def _starts(blocks: list[Node], by: By) -> tuple[set[int], set[int]]:
    """The positions of headings that sections begin with, and of those that parts do.

    A heading above the level, or above a heading that the pattern fits, is a part if a section begins before the next
    such heading; if none does it is the heading of a section itself.
    """
    headings = [(at, *heading) for at, node in enumerate(blocks) if (heading := _heading(node)) is not None]
    if isinstance(by, re.Pattern):
        chosen = {at for at, _, words in headings if by.search(words)}
        highest = min((level for at, level, _ in headings if at in chosen), default=0)
    else:
        highest = by if by is not None else _level(headings)
        chosen = {at for at, level, _ in headings if level == highest}
    if not chosen:
        return set(), set()
    outer = [at for at, level, _ in headings if level < highest and at not in chosen]
    parts = {at for at, end in pairwise([*outer, len(blocks)]) if any(at < each < end for each in chosen)}
    return chosen | (set(outer) - parts), parts


def _title(blocks: list[Node]) -> tuple[str, list[Node]]:
    """A heading before all others whose level no other has."""
    levels = [heading[0] for node in blocks if (heading := _heading(node)) is not None]
    first = _heading(blocks[0]) if blocks else None
    if first is None or len(levels) < 2 or min(levels[1:]) <= first[0]:
        return "", blocks
    return first[1], blocks[1:]


def _level(headings: list[tuple[int, int, str]]) -> int:
    """The highest level with several headings; 0 where no level has."""
    found = Counter(level for _, level, _ in headings)
    return min((level for level, count in found.items() if count > 1), default=0)


def _heading(node: Node) -> tuple[int, str] | None:
    match node:
        case {"t": "Header", "c": [int() as level, _, list() as content]}:
            return level, " ".join(text_of(content).split())
        case _:
            return None


def _raised(node: Node, level: int) -> Node:
    match node:
        case {"t": "Header", "c": [int() as own, attr, content]}:
            return {**node, "c": [max(1, own - level + 1), attr, content]}
        case _:
            return node
