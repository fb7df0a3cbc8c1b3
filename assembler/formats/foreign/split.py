"""A document is divided into sections, at headings of a level or at headings that a pattern fits.

What stands above the first of them is the front matter. Headings above the level are parts, or the document's title
where one alone stands before all others.
"""

from __future__ import annotations

import re
from collections import Counter
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
"""A level, a pattern for the words of headings, or None: the highest level that has several headings."""

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
    takes_title = not has_title and (not isinstance(by, int) or by > 1)
    title, blocks = _title(blocks) if takes_title else ("", blocks)
    level = by if isinstance(by, int) else _level(blocks, by)
    if level is None:
        return Divided((Chapter("", blocks),) if blocks else (), title=title)
    chapters: list[Chapter] = []
    parts: list[str] = []
    above = _parts(blocks, level)
    for at, node in enumerate(blocks):
        heading = _heading(node)
        if heading is not None and heading[0] < level and at in above:
            parts.append(heading[1])
            chapters.append(Chapter("", [], len(parts)))
        elif heading is not None and heading[0] < level:
            chapters.append(Chapter(heading[1], [_raised(node, heading[0])], len(parts)))
        elif heading is not None and heading[0] == level and (not isinstance(by, re.Pattern) or by.search(heading[1])):
            chapters.append(Chapter(heading[1], [_raised(node, level)], len(parts)))
        else:
            if not chapters:
                chapters.append(Chapter("", []))
            chapters[-1].blocks.append(_raised(node, level))
    return Divided(tuple(each for each in chapters if each.blocks), tuple(parts), title)


def _parts(blocks: list[Node], level: int) -> set[int]:
    """The positions of headings above `level` that have some of it below them; others are sections of their own."""
    found: set[int] = set()
    last: int | None = None
    for at, node in enumerate(blocks):
        heading = _heading(node)
        if heading is not None and heading[0] < level:
            last = at
        elif heading is not None and heading[0] == level and last is not None:
            found.add(last)
    return found


def _title(blocks: list[Node]) -> tuple[str, list[Node]]:
    """A heading before all others whose level no other has."""
    levels = [heading[0] for node in blocks if (heading := _heading(node)) is not None]
    first = _heading(blocks[0]) if blocks else None
    if first is None or len(levels) < 2 or min(levels[1:]) <= first[0]:
        return "", blocks
    return first[1], blocks[1:]


def _level(blocks: list[Node], by: re.Pattern[str] | None) -> int | None:
    """The highest level with several headings, or with one that the pattern fits."""
    found = Counter(
        heading[0]
        for node in blocks
        if (heading := _heading(node)) is not None and (by is None or by.search(heading[1]))
    )
    return min((level for level, count in found.items() if by is not None or count > 1), default=None)


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
