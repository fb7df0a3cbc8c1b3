"""A picture from the bytes of its file: by what they are, whatever the file is called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from assembler.findings import Finding, Place
from assembler.formats.pictures import jpeg, png
from assembler.formats.pictures.picture import (
    LIMITS,
    MISNAMED,
    OTHER_FORMAT,
    TOO_MANY_BYTES,
    UNKNOWN_FORMAT,
    Cleaned,
    PictureFormat,
    UnfitError,
)

OTHERS = {
    b"GIF8": "GIF", b"BM": "BMP", b"II*\x00": "TIFF", b"MM\x00*": "TIFF", b"%PDF": "PDF", b"\x01\x00\x00\x00": "EMF",
    b"\xd7\xcd\xc6\x9a": "WMF", b"\x1f\x8b": "SVGZ", b"8BPS": "Photoshop",
}  # fmt: skip
"""How the files of other formats begin."""

ENDINGS: dict[str, PictureFormat] = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".svg": "svg"}


def read(data: bytes, name: str = "") -> Cleaned:
    """The picture in `data`, cleaned; `name` is that of its file. Raises UnfitError."""
    check_bytes(len(data))
    cleaned = _read(data)
    return Cleaned(cleaned.picture, (*cleaned.findings, *_misnamed(name, cleaned.picture.format)))


def check_bytes(count: int) -> None:
    """Raises UnfitError for a file with so many bytes, if that is too many."""
    if count > LIMITS.bytes:
        megabytes, most = f"{count / 1_000_000:.0f}", LIMITS.bytes // 1_000_000
        raise UnfitError(TOO_MANY_BYTES, megabytes=megabytes, most=most)


def _read(data: bytes) -> Cleaned:
    if data.startswith(png.SIGNATURE):
        return png.read(data)
    if data.startswith(jpeg.SIGNATURE):
        return jpeg.read(data)
    if other := _other(data):
        raise UnfitError(OTHER_FORMAT, found=other)
    from assembler.formats.pictures import svg

    if svg.is_svg(data):
        return svg.read(data, _read)
    raise UnfitError(UNKNOWN_FORMAT)


def _other(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return "AVIF" if data[8:12] == b"avif" else "HEIC"
    return next((name for signature, name in OTHERS.items() if data.startswith(signature)), "")


def _misnamed(name: str, found: PictureFormat) -> Iterator[Finding]:
    said = ENDINGS.get(PurePosixPath(name).suffix.lower())
    if name and said != found:
        yield MISNAMED.at(Place(), said=PurePosixPath(name).suffix or "—", found=found.upper())
