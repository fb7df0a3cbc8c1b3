"""A finished file opened: its entries as bytes, its XML parts as trees that are walked once.

A `Tree` knows its elements by tag, in the order of the text, so that each check asks for what it is about. What only a
finding needs (which paragraph, which unit) is worked out when there is one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from assembler.errors import UnreadableFileError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.finished.faults import MALFORMED_PART

NOT_A_DOCUMENT = Kind(
    "not-a-document",
    Severity.ERROR,
    "The file is no DOCX, ODT or HTML document, or it is damaged or encrypted.",
    "Save it as .docx or .odt without a password, or as .html in UTF-8.",
)

OPEN_DOCUMENT_TEXT = b"application/vnd.oasis.opendocument.text"

UNREADABLE = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)
"""How a damaged or encrypted zip shows."""

EXCERPT = 60
"""Letters of a paragraph that show which one is meant."""


class Tree:
    """An XML part. `all` gives the elements with a tag in document order."""

    def __init__(self, name: str, root: Element) -> None:
        self.name = name
        self.root = root
        self._by_tag: dict[str, list[Element]] = {}
        for element in root.iter():
            self._by_tag.setdefault(element.tag, []).append(element)

    def all(self, tag: str) -> list[Element]:
        return self._by_tag.get(tag, [])

    def tags(self) -> Iterator[str]:
        """Every tag that occurs, once."""
        yield from self._by_tag

    @cached_property
    def parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.root.iter() for child in parent}

    @cached_property
    def values(self) -> set[str]:
        """The values of all attributes."""
        return {value for element in self.root.iter() for value in element.attrib.values()}

    def saying(self, values: set[str]) -> Iterator[tuple[Element, str]]:
        """The elements with an attribute that has one of these values."""
        for element in self.root.iter() if values else ():
            yield from ((element, value) for value in element.attrib.values() if value in values)

    def around(self, element: Element) -> Iterator[Element]:
        """The elements around one, from the inside out, itself first."""
        current: Element | None = element
        while current is not None:
            yield current
            current = self.parents.get(current)


class Archive:
    """The zip of an office file. Raises UnreadableFileError if it is none.

    `path` is how findings name the file.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._bytes = {
                entry.filename: self._zip.read(entry) for entry in self._zip.infolist() if not entry.is_dir()
            }
        except UNREADABLE as error:
            raise UnreadableFileError(NOT_A_DOCUMENT.at(Place(path))) from error
        self._trees: dict[str, Tree | None] = {}

    @property
    def entries(self) -> list[zipfile.ZipInfo]:
        """The entries in their order, folders too."""
        return self._zip.infolist()

    @property
    def names(self) -> list[str]:
        """The parts by name."""
        return list(self._bytes)

    def data(self, name: str) -> bytes:
        return self._bytes.get(name, b"")

    def tree(self, name: str) -> Tree | None:
        """A part as a tree; None where it is not there or no XML."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name)
        return self._trees[name]

    def _parsed(self, name: str) -> Tree | None:
        try:
            return Tree(name, self.shaped(ElementTree.fromstring(self.data(name))))
        except ElementTree.ParseError:
            return None

    def shaped(self, root: Element) -> Element:
        """The root as the checks are to see it; a format may leave out what is there twice."""
        return root

    def malformed(self) -> Iterator[Finding]:
        """XML parts that are none."""
        for name in self.names:
            if name.endswith((".xml", ".rels")) and self.data(name) and self.tree(name) is None:
                yield MALFORMED_PART.at(Place(self.path), part=name)


def format_of(data: bytes, path: str) -> str:
    """`docx`, `odt` or `html`, by what the file holds. Raises UnreadableFileError where it is none of them."""
    if data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
                return "docx"
            if "mimetype" in names and archive.read("mimetype").startswith(OPEN_DOCUMENT_TEXT):
                return "odt"
    except UNREADABLE as error:
        raise UnreadableFileError(NOT_A_DOCUMENT.at(Place(path))) from error
    raise UnreadableFileError(NOT_A_DOCUMENT.at(Place(path)))


def shortened(text: str) -> str:
    """The beginning of a paragraph, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= EXCERPT else flat[: EXCERPT - 1] + "…"
