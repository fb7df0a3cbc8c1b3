"""Where a TOML file sets a key: parsers give values without lines, and a message needs one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_HEADER = re.compile(r"\s*(\[{1,2})\s*([^\[\]]+?)\s*\]")
_KEY = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_ASSIGNMENT = re.compile(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")


def line_of(text: str, path: Sequence[str]) -> int | None:
    """The line (from 1) where TOML `text` sets the value at `path`, or the innermost table around it; else None.

    An element of an array of tables is named by its position from 0, written out: `["parts", "2", "title"]`.
    """
    exact, around = _places(text)
    keys = tuple(path)
    if keys in around:
        return around[keys]
    return next((exact[keys[:depth]] for depth in range(len(keys) - 1, 0, -1) if keys[:depth] in exact), None)


KeyPath = tuple[str, ...]


@lru_cache(maxsize=1)
def _places(text: str) -> tuple[dict[KeyPath, int], dict[KeyPath, int]]:
    """The first line of every key path that is written out, and the first line that sets it or something in it."""
    exact: dict[KeyPath, int] = {}
    around: dict[KeyPath, int] = {}
    table: KeyPath = ()
    elements: Counter[str] = Counter()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            here = table = _table(header, elements)
        elif assignment := _ASSIGNMENT.match(line):
            here = (*table, *_keys(assignment[1]))
        else:
            continue
        exact.setdefault(here, number)
        for depth in range(1, len(here) + 1):
            around.setdefault(here[:depth], number)
    return exact, around


def _table(header: re.Match[str], elements: Counter[str]) -> tuple[str, ...]:
    keys = _keys(header[2])
    if header[1] == "[[":
        elements[header[2]] += 1
        return (*keys, str(elements[header[2]] - 1))
    return keys


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, dotted))
