"""Picture files for tests, made of their parts, so that a test says what stands in them."""

from __future__ import annotations

import zlib

END_OF_JPEG = b"\xff\xd9"
SCAN = b"pixels\xff\x00and\xff\xd0more"
"""Data of a scan: a stuffed byte and a restart marker in it do not end it."""


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    """A chunk of a PNG."""
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def png(width: int = 4, height: int = 3, *, before: bytes = b"", behind: bytes = b"") -> bytes:
    """A grey picture. `before` are chunks before the pixels, `behind` bytes behind the end."""
    header = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x00\x00\x00\x00"
    rows = zlib.compress((b"\x00" + b"\x80" * width) * height)
    parts = chunk(b"IHDR", header) + before + chunk(b"IDAT", rows) + chunk(b"IEND")
    return b"\x89PNG\r\n\x1a\n" + parts + behind


def segment(marker: int, content: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def frame(width: int = 4, height: int = 3, *, components: int = 3, bits: int = 8, marker: int = 0xC0) -> bytes:
    return segment(marker, bytes((bits,)) + height.to_bytes(2) + width.to_bytes(2) + bytes((components,)))


def jpeg(*before: bytes, shape: bytes = frame(), behind: bytes = b"") -> bytes:
    """The structure of a JPEG; `before` are segments before the frame."""
    tables = segment(0xDB, b"table")
    return b"\xff\xd8" + b"".join(before) + tables + shape + segment(0xDA, b"scan") + SCAN + END_OF_JPEG + behind


def exif(orientation: int, *, big: bool = False) -> bytes:
    """A segment with the one note of a camera that says how a photograph is to be turned."""
    order = "big" if big else "little"
    entry = b"".join(
        number.to_bytes(length, "big" if big else "little")
        for number, length in ((0x0112, 2), (3, 2), (1, 4), (orientation, 2), (0, 2))
    )
    count, start = ((1).to_bytes(2, "big"), b"MM\x00*" + (8).to_bytes(4, "big")) if order == "big" else (
        (1).to_bytes(2, "little"), b"II*\x00" + (8).to_bytes(4, "little"))  # fmt: skip
    return segment(0xE1, b"Exif\x00\x00" + start + count + entry + b"\x00" * 4)


def svg(inner: str = '<path d="M0 0H4V3Z"/>', attributes: str = 'viewBox="0 0 400 300"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'.encode()
