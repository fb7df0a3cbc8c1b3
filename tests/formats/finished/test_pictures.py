"""What stands beside a picture in its file is found, in the kinds of files that word processors take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.formats.finished.pictures import PNG, beside_the_picture


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    return len(content).to_bytes(4) + kind + content + b"crc!"


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def block(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


FILES = {
    "PNG": (PNG + chunk(b"IHDR", b"13 bytes long") + chunk(b"IDAT", b"tEXt") + chunk(b"IEND"), []),
    "PNG with words": (PNG + chunk(b"IHDR", b"a") + chunk(b"tEXt", b"Author\0A") + chunk(b"tIME", b"7"), ["text",
        "time"]),
    "PNG with Exif after the picture": (PNG + chunk(b"IDAT", b"abc") + chunk(b"eXIf", b"MM"), ["Exif"]),
    "JPEG": (b"\xff\xd8" + segment(0xE0, b"JFIF\0") + segment(0xDA, b"Exif") + b"Exif\xff\x00\xff\xd9", []),
    "JPEG with Exif": (b"\xff\xd8" + segment(0xE0, b"JFIF\0") + segment(0xE1, b"Exif\0\0") + segment(0xDA, b""),
        ["Exif"]),
    "JPEG with XMP and a comment": (
        b"\xff\xd8" + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0") + segment(0xFE, b"by A"), ["XMP", "comment"]),
    "JPEG with thumbnails and further pictures": (
        b"\xff\xd8" + segment(0xE0, b"JFXX\0") + segment(0xE2, b"MPF\0"), ["thumbnail", "further pictures"]),
    "JPEG with a film behind it": (
        b"\xff\xd8" + segment(0xDA, b"") + b"scan\xff\x00\xff\xd0data\xff\xd9film", ["data behind its end"]),
    "JPEG with padding behind it": (b"\xff\xd8" + segment(0xDA, b"") + b"scan\xff\xd9\0\0", []),
    "JPEG with a comment between two scans": (
        b"\xff\xd8" + segment(0xDA, b"") + b"a" + segment(0xFE, b"by A") + segment(0xDA, b"") + b"b\xff\xd9",
        ["comment"]),
    "PNG of which a part was cut off": (PNG + chunk(b"IDAT", b"abc") + chunk(b"IEND") + b"the rest",
        ["data behind its end"]),
    "WebP": (b"RIFF\0\0\0\0WEBP" + block(b"VP8 ", b"EXIF "), []),
    "WebP with Exif": (b"RIFF\0\0\0\0WEBP" + block(b"VP8 ", b"odd") + block(b"EXIF", b"a"), ["Exif"]),
    "GIF with a comment": (b"GIF89a....\x21\xfe\x02hi\0", ["comment"]),
    "SVG with metadata": (b"<svg><metadata>A</metadata></svg>", ["metadata"]),
    "SVG of a drawing program": (b'<svg xmlns:sodipodi="x" sodipodi:docname="mine.svg"/>', ["metadata"]),
    "SVG with a remark": (b"<svg><!-- by A --></svg>", ["metadata"]),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', []),
    "something else": (b"BM....", []),
}  # fmt: skip


@pytest.mark.parametrize(("data", "names"), FILES.values(), ids=FILES.keys())
def test_what_stands_beside_the_picture_is_named(data: bytes, names: list[str]) -> None:
    assert beside_the_picture(data) == names


@given(st.sampled_from([PNG, b"\xff\xd8", b"RIFF\0\0\0\0WEBP", b"GIF89a"]), st.binary(max_size=80))
def test_damaged_pictures_end_the_reading_and_no_more(beginning: bytes, rest: bytes) -> None:
    beside_the_picture(beginning + rest)
