"""The objects of a PDF that LibreOffice has made, and the order of its pages.

Of a PDF only what is needed is understood: objects that stand plainly in the file, and the tree of pages. Of another
PDF nothing is known, which is what empty answers say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

_CATALOG = re.compile(
    rb"/Type\s*/Catalog\b.*?/Pages\s+(\d+)\s+0\s+R|/Pages\s+(\d+)\s+0\s+R.*?/Type\s*/Catalog\b", re.DOTALL
)
_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+)\s+0\s+obj\b(.*?)\bendobj\b", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+0\s+R")


Objects: TypeAlias = Mapping[int, bytes]
"""What stands in each object, by its number."""


def objects(pdf: bytes) -> Objects:
    """All objects of a file; none of one that is no PDF."""
    return {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}


def pages(objects: Objects) -> dict[int, int]:
    """The pages, from 1, by the numbers of their objects."""
    root = next(filter(None, map(_CATALOG.search, objects.values())), None)
    if root is None:
        return {}
    return {number: page for page, number in enumerate(_pages(int(root[1] or root[2]), objects), 1)}


def _pages(number: int, objects: Objects, depth: int = 0) -> Iterator[int]:
    """The objects of the pages under a node of the tree, in their order."""
    kids = _KIDS.search(objects.get(number, b""))
    if kids is None or depth > _DEEPEST:
        yield number
        return
    for kid in _REFERENCE.finditer(kids[1]):
        yield from _pages(int(kid[1]), objects, depth + 1)


_DEEPEST = 20
"""No tree of pages is deeper; a file with a circle in it is not followed for ever."""
