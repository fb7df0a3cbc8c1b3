"""What kind of file it is. Its content decides; where the name says otherwise, that is a finding.

A file of a word processor is a zip that names its own kind; text is told by its first signs, and where these say
nothing the name decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from assembler.document.bookmarks import BASE, DIGEST
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.foreign import refusal
from assembler.formats.foreign.package import LARGEST_XML, Package
from assembler.formats.foreign.refusal import refused

Format: TypeAlias = Literal["docx", "odt", "fodt", "epub", "rtf", "html", "markdown"]

OTHER_SUFFIX = Kind(
    "other-format",
    Severity.WARNING,
    "The file is called “{suffix}”, but it is {format}; it was read as what it is.",
    "Rename it, so that other programs open it rightly too.",
)
MACROS_LEFT_OUT = Kind(
    "macros-left-out",
    Severity.WARNING,
    "The file holds programs (macros). They were not run and did not come along.",
    "Ask who sent it whether that is as it should be.",
)

NAMES: Mapping[Format, str] = {
    "docx": "DOCX", "odt": "ODT", "fodt": "ODT", "epub": "EPUB", "rtf": "RTF", "html": "HTML", "markdown": "Markdown",
}  # fmt: skip
SUFFIXES: Mapping[Format, tuple[str, ...]] = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "odt": (".odt", ".ott"),
    "fodt": (".fodt", ".xml"),
    "epub": (".epub",),
    "rtf": (".rtf",),
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown", ".txt", ".text"),
}

OFFICE = (*SUFFIXES["docx"], *SUFFIXES["odt"], *SUFFIXES["epub"])
"""Names of what is a zip inside."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How documents in Word's old format begin, and protected ones in the new."""
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
CATALOG = re.compile(r'^msgid "', re.MULTILINE)
BASES = re.compile(rf':name="{BASE}[0-9a-f]{{{2 * DIGEST}}}_\d+"'.encode())
"""The bookmarks of a table for translators."""
FIRST = 1024
"""Characters of a text that show what it is."""


def kind(data: bytes, path: str) -> Format:
    """The format of a file. Raises UnreadableFileError, with the reason, for all that is not read."""
    if not data.strip():
        raise refused(path, refusal.EMPTY)
    if data[:FIRST].lstrip().startswith(b"%PDF"):
        raise refused(path, refusal.PDF)
    if data.startswith(OLE):
        raise refused(path, refusal.PROTECTED if ENCRYPTED_PACKAGE in data else refusal.OLD_WORD)
    if data.startswith(b"PK"):
        package = Package(data, path)
        found = _of_zip(package)
        if _is_for_translators(package, found):
            raise refused(path, refusal.TABLE_FOR_TRANSLATORS)
        return found
    return _of_text(data, path)


def wrong_name(path: str, found: Format) -> Finding | None:
    """What is to be said where the name of a file says another format than its content."""
    suffix = PurePosixPath(path).suffix.lower()
    if found == "markdown" or suffix in SUFFIXES[found]:
        return None
    return OTHER_SUFFIX.at(Place(path), suffix=suffix, format=NAMES[found])


def _is_for_translators(package: Package, found: Format) -> bool:
    """Whether it is what `build --bilingual` has made, which bears the bases of translations."""
    part = {"docx": "word/document.xml", "odt": "content.xml"}.get(found, "")
    return BASES.search(package.data(part, LARGEST_XML)) is not None


def _of_zip(package: Package) -> Format:
    path = package.path
    if "[Content_Types].xml" in package:
        return _of_office(package)
    match package.data("mimetype").strip():
        case b"application/epub+zip":
            return "epub"
        case type if type.startswith(b"application/vnd.oasis.opendocument.text"):
            return "odt"
        case type if type.startswith(b"application/vnd.oasis.opendocument"):
            raise refused(path, refusal.OTHER_OFFICE)
        case _ if "content.xml" in package:
            return "odt"
        case _ if "word/document.xml" in package:
            return "docx"
        case _:
            named = PurePosixPath(path).suffix.lower() in OFFICE
            raise refused(path, refusal.NO_TEXT if named else refusal.OTHER_ZIP)


def _of_office(package: Package) -> Format:
    types = package.data("[Content_Types].xml")
    if b"wordprocessingml" in types or b"ms-word" in types or "word/document.xml" in package:
        return "docx"
    known = b"spreadsheetml" in types or b"presentationml" in types or b"drawingml" in types
    raise refused(package.path, refusal.OTHER_OFFICE if known else refusal.NO_TEXT)


def _of_text(data: bytes, path: str) -> Format:
    beginning = data[:FIRST].decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    suffix = PurePosixPath(path).suffix.lower()
    if beginning.startswith("{\\rtf"):
        return "rtf"
    if beginning.startswith(("<!doctype html", "<html")) or (beginning.startswith("<") and "<html" in beginning):
        return "html"
    if beginning.startswith("<?xml") and "office:document" in beginning:
        return "fodt"
    if b"\0" in data[:FIRST] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused(path, refusal.UNKNOWN)
    if suffix in SUFFIXES["html"]:
        return "html"
    if suffix in OFFICE:
        raise refused(path, refusal.DAMAGED)
    if suffix in (".po", ".pot") or CATALOG.search(beginning):
        raise refused(path, refusal.CATALOG)
    if beginning.startswith("<?xml"):
        raise refused(path, refusal.UNKNOWN)
    return "markdown"
