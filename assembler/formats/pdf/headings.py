"""Whether the headings of a PDF stand on the pages that its outline says, and how many rows of tables it has, in a file
that LibreOffice has made.

LibreOffice writes the outline, and the numbers in the contents, before it draws the first page, and sometimes moves
text while it draws, or leaves it out. Tags are made with the pages: they tell where a heading has come to stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from assembler.formats.pdf.objects import Objects, pages

_ENTRY = re.compile(rb"/Title\s*<FEFF([0-9A-Fa-f]*)>\s*/Dest\s*\[\s*(\d+)\s+0\s+R")
_HEADING = re.compile(rb"/S\s*/H[1-6]?\b")
_ROW = re.compile(rb"/S\s*/TR\b")
_PAGE = re.compile(rb"/Pg\s+(\d+)\s+0\s+R")


class Strayed(Struct, frozen=True):
    """An entry of the outline that names another page, from 1, than that on which its heading stands. `stands` is None
    where that is not known."""

    title: str
    shown: int
    stands: int | None


def strayed(objects: Objects) -> list[Strayed]:
    """The entries that are wrong, in their order; none where the file has no tags."""
    known = pages(objects)
    plain = [objects[number] for number in sorted(objects) if b"stream" not in objects[number]]
    entries = [
        (_title(found[1]), known[int(found[2])])
        for found in map(_ENTRY.search, plain)
        if found and int(found[2]) in known
    ]
    stand = _headings(plain, known)
    if not stand:
        return []
    if len(stand) == len(entries):
        pairs = zip(entries, stand, strict=True)
        return [Strayed(title, shown, page) for (title, shown), page in pairs if shown != page]
    # Headings that have lost their tags cannot be told by their places in the order.
    there = set(stand)
    return [Strayed(title, shown, None) for title, shown in entries if shown not in there]


def rows(objects: Objects) -> int | None:
    """How many rows of tables have been drawn, without heads that a page repeats; None where the file has no tags."""
    tags = [body for body in objects.values() if b"/StructElem" in body and b"stream" not in body]
    return sum(_ROW.search(body) is not None for body in tags) if tags else None


def _headings(plain: list[bytes], known: Mapping[int, int]) -> list[int]:
    """The pages of the tagged headings."""
    tags = (body for body in plain if b"/StructElem" in body and _HEADING.search(body))
    return [known[int(found[1])] for found in map(_PAGE.search, tags) if found and int(found[1]) in known]


def _title(encoded: bytes) -> str:
    return bytes.fromhex(encoded.decode("ascii")).decode("utf-16-be", "replace")
