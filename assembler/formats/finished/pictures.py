"""What picture files hold beside the picture: Exif, XMP, IPTC, comments, times.

Only the outer structure is read; what is no known picture is said to hold nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
PNG_CHUNKS = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"eXIf": "Exif", b"tIME": "time"}

JPEG = b"\xff\xd8"
JPEG_SEGMENTS = {0xE1: "Exif", 0xED: "IPTC", 0xFE: "comment"}
JPEG_PICTURE = 0xDA
"""The marker after which the picture itself begins."""

WEBP_CHUNKS = {b"EXIF": "Exif", b"XMP ": "XMP"}


def beside_the_picture(data: bytes) -> list[str]:
    """The names of what stands beside the picture, each once."""
    return list(dict.fromkeys(_found(data)))


def _found(data: bytes) -> Iterator[str]:
    if data.startswith(PNG):
        yield from _chunks(data)
    elif data.startswith(JPEG):
        yield from _segments(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from _blocks(data)
    elif data.startswith((b"GIF87a", b"GIF89a")):
        yield from (name for sign, name in ((b"\x21\xfe", "comment"), (b"XMP DataXMP", "XMP")) if sign in data)
    elif b"<svg" in data[:4096] and b"<metadata" in data:
        yield "metadata"


def _chunks(data: bytes) -> Iterator[str]:
    """Of a PNG: length, type, content, checksum, one after another."""
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind in PNG_CHUNKS:
            yield PNG_CHUNKS[kind]
        at += 12 + length


def _segments(data: bytes) -> Iterator[str]:
    """Of a JPEG, up to the picture itself: a marker of two bytes, then a length that counts itself."""
    at = len(JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != JPEG_PICTURE:
        if (name := JPEG_SEGMENTS.get(data[at + 1])) is not None:
            yield "XMP" if data[at + 4 : at + 8] == b"http" else name
        at += 2 + int.from_bytes(data[at + 2 : at + 4])


def _blocks(data: bytes) -> Iterator[str]:
    """Of a WebP: type, length, content padded to an even length."""
    at = 12
    while at + 8 <= len(data):
        if (name := WEBP_CHUNKS.get(data[at : at + 4])) is not None:
            yield name
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
