"""The zip of a document opened without trusting it.

Nothing is unpacked to the disk, no archive inside it is opened, and no part is read further than a document's parts
are large, whatever the zip says of their sizes. XML is parsed without entities and without network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from assembler.formats.foreign.refusal import (
    DAMAGED,
    ENTITIES,
    MALFORMED,
    NO_PLACE,
    NO_TEXT,
    PROTECTED,
    TOO_DEEP,
    TOO_DENSE,
    TOO_LARGE,
    Reason,
    refused,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES = 10_000
LARGEST_XML = 64 * 1024**2
"""Bytes of one part that is parsed."""
LARGEST_OTHER = 64 * 1024**2
"""Bytes of a picture."""
LARGEST_WHOLE = 512 * 1024**2
"""Bytes of all parts together, as the zip says."""
DENSEST = 400
"""How many times its size a part may unpack to. Text packs to a fifth, an XML of repetitions to a hundredth."""
DENSE_FROM = 8 * 1024**2
"""Bytes from which on that is looked at: a page of blanks is dense too."""

UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, IndexError)
"""How a damaged zip shows."""


class Package:
    """The parts of a document by name. `path` is how messages name the file.

    Raises UnreadableFileError, with the reason, where it cannot be opened or ought not to be.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {_name(entry): entry for entry in self._zip.infolist() if not entry.is_dir()}
        except UNREADABLE as error:
            raise refused(path, DAMAGED) from error
        if reason := _fault(list(self._entries.values())):
            raise refused(path, reason)

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def data(self, name: str, most: int = LARGEST_OTHER) -> bytes:
        """The bytes of a part, none where it is absent. Raises UnreadableFileError where they are more than `most`."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        try:
            with self._zip.open(entry) as part:
                found = part.read(most + 1)
        except UNREADABLE as error:
            raise refused(self.path, DAMAGED) from error
        except RuntimeError as error:  # the zip's own password
            raise refused(self.path, PROTECTED) from error
        if len(found) > most:
            raise refused(self.path, TOO_LARGE)
        return found

    def tree(self, name: str) -> _Element | None:
        """A part as a tree; None where it is absent. Raises UnreadableFileError where it is no XML."""
        return parsed(self.data(name, LARGEST_XML), self.path) if name in self._entries else None

    def text(self, name: str) -> _Element:
        """The part with the text as a tree. Raises UnreadableFileError where it is absent."""
        root = self.tree(name)
        if root is None:
            raise refused(self.path, NO_TEXT)
        return root


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/")


def _fault(entries: list[zipfile.ZipInfo]) -> Reason | None:
    """What the list of entries alone gives away."""
    if any(".." in _name(entry).split("/") or _name(entry)[1:2] == ":" for entry in entries):
        return NO_PLACE
    if any(entry.flag_bits & 1 for entry in entries):
        return PROTECTED
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        return TOO_LARGE
    if any(entry.file_size > max(DENSE_FROM, DENSEST * entry.compress_size) for entry in entries):
        return TOO_DENSE
    return None


def parsed(data: bytes, path: str) -> _Element:
    """XML as a tree, without remarks. Raises UnreadableFileError where it is none, or defines entities."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # programs repeat an xml:id, which no text needs
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!ENTITY" in data:
            raise refused(path, ENTITIES) from error
        raise refused(path, TOO_DEEP if "depth" in str(error) else MALFORMED) from error
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in data:
        raise refused(path, ENTITIES)
    return root
