"""Where a TOML file sets a key: parsers give values without lines, and a message needs one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(\[{1,2})\s*([^\[\]]+?)\s*\]")
_KEY = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_ASSIGNMENT = re.compile(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")


def line_of(text: str, path: Sequence[str]) -> int | None:
    """The line (from 1) where TOML `text` sets the value at `path`, or the innermost table around it; else None.

    An element of an array of tables is named by its position from 0, written out: `["parts", "2", "title"]`.
    """
    keys = tuple(path)
    table: tuple[str, ...] = ()
    elements: Counter[str] = Counter()
    depth_found, found = 0, None
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            here = table = _table(header, elements)
        elif assignment := _ASSIGNMENT.match(line):
            here = (*table, *_keys(assignment[1]))
        else:
            continue
        depth = min(len(here), len(keys))
        if here[:depth] == keys[:depth] and depth > depth_found:
            depth_found, found = depth, number
    return found


def _table(header: re.Match[str], elements: Counter[str]) -> tuple[str, ...]:
    keys = _keys(header[2])
    if header[1] == "[[":
        elements[header[2]] += 1
        return (*keys, str(elements[header[2]] - 1))
    return keys


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, dotted))
