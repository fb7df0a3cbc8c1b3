"""On which page of a PDF its named destinations stand, read out of a file that LibreOffice has made.

LibreOffice makes a destination of each bookmark when it is asked to. Of a PDF only what is needed is understood: the
tree of pages and the places that names lead to, both as plain objects. Of another PDF nothing is known, which is what
an empty answer says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_CATALOG = re.compile(
    rb"/Type\s*/Catalog\b.*?/Pages\s+(\d+)\s+0\s+R|/Pages\s+(\d+)\s+0\s+R.*?/Type\s*/Catalog\b", re.DOTALL
)
_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+)\s+0\s+obj\b(.*?)\bendobj\b", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+0\s+R")
_PLACE = re.compile(rb"[/(]((?:#?5F|_)[A-Za-z0-9_#.]*)\)?\s*(?:<<\s*/D\s*)?\[\s*(\d+)\s+0\s+R\s*/(?:XYZ|Fit)")
_ENCODED = re.compile("#?5F")


def destinations(pdf: bytes) -> dict[str, int]:
    """The pages, from 1, of the destinations by name; names are those of bookmarks."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    catalog = next((body for body in objects.values() if _CATALOG.search(body)), None)
    if catalog is None:
        return {}
    root = _CATALOG.search(catalog)
    assert root is not None
    pages = {number: page for page, number in enumerate(_pages(int(root[1] or root[2]), objects), 1)}
    return {
        _ENCODED.sub("_", found[1].decode("ascii")): pages[int(found[2])]
        for body in objects.values()
        if b"stream" not in body
        for found in _PLACE.finditer(body)
        if int(found[2]) in pages
    }


def _pages(number: int, objects: Mapping[int, bytes], depth: int = 0) -> Iterator[int]:
    """The objects of the pages under a node of the tree, in their order."""
    kids = _KIDS.search(objects.get(number, b""))
    if kids is None or depth > _DEEPEST:
        yield number
        return
    for kid in _REFERENCE.finditer(kids[1]):
        yield from _pages(int(kid[1]), objects, depth + 1)


_DEEPEST = 20
"""No tree of pages is deeper; a file with a circle in it is not followed for ever."""
