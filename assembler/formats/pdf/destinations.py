"""On which page of a PDF its named destinations stand, read out of a file that LibreOffice has made.

LibreOffice makes a destination of each bookmark when it is asked to: the places that names lead to, as plain objects.
"""

from __future__ import annotations

import re

from assembler.formats.pdf.objects import objects, pages

_PLACE = re.compile(rb"[/(]((?:#?5F|_)[A-Za-z0-9_#.]*)\)?\s*(?:<<\s*/D\s*)?\[\s*(\d+)\s+0\s+R\s*/(?:XYZ|Fit)")
_ENCODED = re.compile("#?5F")


def destinations(pdf: bytes) -> dict[str, int]:
    """The pages, from 1, of the destinations by name; names are those of bookmarks."""
    bodies = objects(pdf)
    known = pages(bodies)
    return {
        _ENCODED.sub("_", found[1].decode("ascii")): known[int(found[2])]
        for body in bodies.values()
        if b"stream" not in body
        for found in _PLACE.finditer(body)
        if int(found[2]) in known
    }
