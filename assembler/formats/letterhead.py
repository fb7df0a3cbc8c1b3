"""What can be wrong with a letterhead, and the opening of its package.

A letterhead is a document of the organization, DOCX or ODT, whose pages and styles an edition takes over. Of the file
only XML, pictures and fonts' names are ever taken; what it says of people, programs and machines is not read at all.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from assembler.errors import ConfigurationError
from assembler.findings import Kind, Phrase, Place, Severity, phrase

if TYPE_CHECKING:
    from lxml.etree import _Element

NOT_A_LETTERHEAD = Kind(
    "letterhead-unfit",
    Severity.ERROR,
    "A letterhead is a document in DOCX or ODT.",
    "Open it in a word processor and save it as one of these; then name it in submission.toml.",
)
UNREADABLE = Kind(
    "letterhead-unreadable",
    Severity.ERROR,
    "The letterhead cannot be used: {reason}.",
    "Open it in a word processor and save it again as {format}, without a password.",
)
MACROS = Kind(
    "letterhead-with-macros",
    Severity.ERROR,
    "The letterhead holds macros, which no edition may hold.",
    "Open it in a word processor and save it as {format} without macros.",
)
LEFT_OUT = Kind(
    "letterhead-part-left-out",
    Severity.WARNING,
    "The letterhead holds something that is not taken over: {what}.",
    "Replace it with text or a picture.",
)

NO_ZIP = Phrase("it is no document of this kind")
ENCRYPTED = Phrase("it is protected by a password")
DAMAGED = Phrase("it is damaged")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How documents in Word's old format begin, and protected ones in the new."""

HEADLINES = ("Title", "Subtitle", "Heading")
"""How the names of styles of titles and headings begin. In editions in several languages they are no larger than in the
sheet, which has them small there for the columns' sake."""

GREATEST = 50_000_000
"""Bytes that a part may have unpacked; a letterhead is small."""


def opened(data: bytes, path: str, format: str) -> dict[str, bytes]:
    """The entries of the package. Raises ConfigurationError."""
    if data.startswith(OLE):
        reason = phrase("it is protected by a password, or was saved in an old format")
        raise unreadable(path, format, reason)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                raise unreadable(path, format, ENCRYPTED)
            if any(entry.file_size > GREATEST for entry in archive.infolist()):
                raise unreadable(path, format, DAMAGED)
            return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise unreadable(path, format, NO_ZIP if not data.startswith(b"PK") else DAMAGED) from error


def unreadable(path: str, format: str, reason: Phrase) -> ConfigurationError:
    return ConfigurationError(UNREADABLE.at(Place(path), reason=reason, format=format))


def parsed(entries: Mapping[str, bytes], name: str, path: str, format: str) -> _Element:
    """A part of the package as a tree. Raises ConfigurationError where it is absent, no XML, or declares what its words
    stand for, which no word processor does."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True)  # fmt: skip
    try:
        tree = etree.fromstring(entries[name], parser)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise unreadable(path, format, DAMAGED) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise unreadable(path, format, DAMAGED)
    return tree
