"""What picture files hold beside the picture: Exif, XMP, IPTC, comments, times, further pictures, editors' notes.

Only the outer structure is read; what is no known picture is said to hold nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.formats.pictures.jpeg import NEXT_MARKER

PNG = b"\x89PNG\r\n\x1a\n"
PNG_CHUNKS = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"eXIf": "Exif", b"tIME": "time"}

JPEG = b"\xff\xd8"
JPEG_SEGMENTS = {0xE1: "Exif", 0xED: "IPTC", 0xFE: "comment"}
JPEG_BEGINNINGS = {(0xE0, b"JFXX"): "thumbnail", (0xE1, b"http"): "XMP", (0xE2, b"MPF\x00"): "further pictures"}
"""Segments that are known by what they begin with."""

JPEG_END = 0xD9
JPEG_PICTURE = 0xDA
"""The marker after which the picture itself begins."""

BEHIND = "data behind its end"
PADDING = b"\x00\r\n"

SVG_NOTES = re.compile(rb"<metadata|<script|<!--|\bxmlns:(?:inkscape|sodipodi|i|x)=|\bsodipodi:docname|\son\w+=")
"""What drawing programs add, and what does more than draw."""

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
    elif b"<svg" in data[:4096] and SVG_NOTES.search(data):
        yield "metadata"


def _chunks(data: bytes) -> Iterator[str]:
    """Of a PNG: length, type, content, checksum, one after another."""
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind in PNG_CHUNKS:
            yield PNG_CHUNKS[kind]
        at += 12 + length
        if kind == b"IEND":
            yield from _behind(data, at)
            return


def _segments(data: bytes) -> Iterator[str]:
    """Of a JPEG: a marker of two bytes, then a length that counts itself; the picture itself has none."""
    at = len(JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != JPEG_END:
        marker = data[at + 1]
        name = JPEG_BEGINNINGS.get((marker, data[at + 4 : at + 8]), JPEG_SEGMENTS.get(marker))
        if name is not None:
            yield name
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == JPEG_PICTURE:
            following = NEXT_MARKER.search(data, at)
            at = following.end() - 1 if following else len(data)
    if data[at : at + 2] == bytes((0xFF, JPEG_END)):
        yield from _behind(data, at + 2)


def _behind(data: bytes, end: int) -> Iterator[str]:
    """What stands behind the end of a picture: what a program has cut off, a film, another picture."""
    if data[end:].strip(PADDING):
        yield BEHIND


def _blocks(data: bytes) -> Iterator[str]:
    """Of a WebP: type, length, content padded to an even length."""
    at = 12
    while at + 8 <= len(data):
        if (name := WEBP_CHUNKS.get(data[at : at + 4])) is not None:
            yield name
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
