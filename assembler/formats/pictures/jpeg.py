"""JPEG: segments behind markers, then scans of the picture itself.

Kept are the tables, the frames and the scans. What cameras and programs write beside them (Exif with place and time,
XMP, IPTC, comments, thumbnails, colour profiles, further pictures behind the end) is left out; not a pixel changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.findings import Finding, Place
from assembler.formats.pictures.picture import (
    DAMAGED,
    FOR_PRESS,
    OWN_COLOURS,
    PIXEL,
    TURNED,
    UNUSUAL,
    Cleaned,
    Picture,
    UnfitError,
    check_side,
)
from assembler.formats.pictures.png import is_usual_profile
from assembler.style.pictures import Size

SIGNATURE = b"\xff\xd8\xff"
START, END, SCAN = b"\xff\xd8", 0xD9, 0xDA
FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive pictures."""

OTHER_FRAMES = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
"""Lossless, hierarchical and arithmetic ones, which hardly any program reads."""

TABLES = frozenset({0xC4, 0xDB, 0xDD, 0xDC})
BARE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment."""

JFIF, EXIF, PROFILE, ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
PLAIN_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
"""Says that the colours are the usual ones, and nothing else."""

UNITS = {1: 25.4, 2: 10.0}
"""Millimetres of the unit in which a file says how dense its pixels are."""

UPRIGHT = 1
ORIENTATION = 0x0112

NEXT_MARKER = re.compile(rb"\xff+(?=[^\x00\xff\xd0-\xd7])")
"""Where a scan ends."""


class _Seen:
    """What the segments have said."""

    def __init__(self) -> None:
        self.width = self.height = self.components = 0
        self.density: tuple[int, int, int] = (0, 0, 0)
        self.profile = b""
        self.kept: list[bytes] = [START]


def read(data: bytes) -> Cleaned:
    """The picture. Raises UnfitError."""
    seen = _Seen()
    for marker, content, whole in _segments(data):
        _take(seen, marker, content, whole)
    if not seen.components or not any(each[1] == SCAN for each in seen.kept):
        raise UnfitError(DAMAGED)
    picture = Picture("jpeg", b"".join((*seen.kept, b"\xff\xd9")), _size(seen))
    return Cleaned(picture, tuple(_remarks(seen)))


def _take(seen: _Seen, marker: int, content: bytes, whole: bytes) -> None:
    if marker in FRAMES:
        _frame(seen, content)
    elif marker in OTHER_FRAMES:
        raise UnfitError(UNUSUAL)
    elif marker == JFIF and content.startswith(b"JFIF\x00") and len(content) >= 12:
        seen.density = (content[7], int.from_bytes(content[8:10]), int.from_bytes(content[10:12]))
        whole = PLAIN_JFIF
    elif marker == EXIF and content.startswith(b"Exif\x00\x00") and _orientation(content[6:]) != UPRIGHT:
        raise UnfitError(TURNED)
    elif marker == PROFILE and content.startswith(b"ICC_PROFILE\x00"):
        seen.profile += content[14:]
    is_needed = marker in FRAMES or marker in TABLES or marker == SCAN or whole is PLAIN_JFIF
    if is_needed or (marker == ADOBE and content.startswith(b"Adobe")):
        seen.kept.append(whole)


def _frame(seen: _Seen, content: bytes) -> None:
    if len(content) < 6 or content[0] != 8:
        raise UnfitError(UNUSUAL)
    seen.height, seen.width = int.from_bytes(content[1:3]), int.from_bytes(content[3:5])
    seen.components = content[5]
    check_side(seen.width, seen.height)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, content and all bytes of each segment to the end, a scan with the data behind it.

    Raises UnfitError where the end is not reached.
    """
    at = len(START)
    while at + 1 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == END:
            return
        if marker == 0xFF or marker in BARE:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        content = data[at + 4 : end]
        if marker == SCAN:
            following = NEXT_MARKER.search(data, end)
            end = following.end() - 1 if following else len(data)
        if end > len(data) or end < at + 4:
            break
        yield marker, content, data[at:end]
        at = end
    raise UnfitError(DAMAGED)


def _size(seen: _Seen) -> Size:
    unit, across, down = seen.density
    if unit in UNITS and across > 1 and down > 1:
        return Size(seen.width * UNITS[unit] / across, seen.height * UNITS[unit] / down)
    return Size(seen.width * PIXEL, seen.height * PIXEL)


def _remarks(seen: _Seen) -> Iterator[Finding]:
    if seen.components == 4:
        yield FOR_PRESS.at(Place())
    elif seen.profile and not is_usual_profile(seen.profile):
        yield OWN_COLOURS.at(Place())


def _orientation(exif: bytes) -> int:
    """How the picture is to be turned, 1 where it stands upright, or nobody says anything that is understood."""
    order = {b"II*\x00": "little", b"MM\x00*": "big"}.get(exif[:4])
    if order is None:
        return UPRIGHT

    def number(at: int, length: int) -> int:
        return int.from_bytes(exif[at : at + length], "little" if order == "little" else "big")

    table = number(4, 4)
    for entry in range(table + 2, min(table + 2 + 12 * number(table, 2), len(exif) - 11), 12):
        if number(entry, 2) == ORIENTATION:
            return number(entry + 8, 2) if 1 <= number(entry + 8, 2) <= 8 else UPRIGHT
    return UPRIGHT
