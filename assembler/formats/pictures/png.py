"""PNG: a signature, then chunks, each with length, type, content and checksum.

Kept is what the pixels need to be shown. Chunks of text, time, Exif and colour profiles are left out, and so is
whatever stands behind the end: programs that crop pictures have left the rest of them there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from assembler.findings import Finding, Place
from assembler.formats.pictures.picture import (
    DAMAGED,
    OWN_COLOURS,
    PIXEL,
    UNUSUAL,
    Cleaned,
    Picture,
    UnfitError,
    check_side,
)
from assembler.style.pictures import Size

SIGNATURE = b"\x89PNG\r\n\x1a\n"
NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"})
LONGEST_PROFILE = 1_000_000
"""Bytes of a colour profile that are looked at."""


def read(data: bytes) -> Cleaned:
    """The picture. Raises UnfitError."""
    kept, size, findings = [SIGNATURE], None, list[Finding]()
    width = height = 0
    for kind, content, whole in _chunks(data):
        if not width and kind != b"IHDR":
            raise UnfitError(UNUSUAL)
        match kind:
            case b"IHDR":
                width, height = _extent(content)
            case b"pHYs":
                size = _size(content, width, height)
            case b"iCCP" if not _is_usual(content):
                findings.append(OWN_COLOURS.at(Place()))
            case _ if kind[:1].isupper() and kind not in NEEDED:
                raise UnfitError(UNUSUAL)
        if kind in NEEDED:
            kept.append(whole)
    if not any(each[4:8] == b"IDAT" for each in kept):
        raise UnfitError(DAMAGED)
    picture = Picture("png", b"".join(kept), size or Size(width * PIXEL, height * PIXEL))
    return Cleaned(picture, tuple(findings))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Type, content, and all bytes of each chunk to the end. Raises UnfitError where one is not whole."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            break
        yield kind, content, data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise UnfitError(DAMAGED)


def _extent(content: bytes) -> tuple[int, int]:
    if len(content) != 13:
        raise UnfitError(DAMAGED)
    width, height = int.from_bytes(content[:4]), int.from_bytes(content[4:8])
    check_side(width, height)
    return width, height


def _size(content: bytes, width: int, height: int) -> Size | None:
    """The size by the density that the file names, if it is in pixels a metre."""
    across, down = int.from_bytes(content[:4]), int.from_bytes(content[4:8])
    if content[8:9] != b"\x01" or not across or not down:
        return None
    return Size(width * 1000 / across, height * 1000 / down)


def _is_usual(profile: bytes) -> bool:
    """Whether a colour profile is that of screens in general, which is meant where none is named."""
    _, _, packed = profile.partition(b"\x00")
    try:
        unpacked = zlib.decompressobj().decompress(packed[1:], LONGEST_PROFILE)
    except zlib.error:
        return False
    return is_usual_profile(profile) or is_usual_profile(unpacked)


def is_usual_profile(profile: bytes) -> bool:
    """Whether a profile calls itself sRGB."""
    return b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile
