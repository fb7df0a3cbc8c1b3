"""The parts of a DOCX file by their roles, and the names of its elements."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from assembler.formats.foreign.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/"
"""How the names of the strict form of the format begin; it is otherwise the same."""
NAMESPACES = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships":
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/picture": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}  # fmt: skip
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Target(Struct, frozen=True):
    """Where a relationship leads: a part of the package, or an address outside."""

    type: str
    name: str
    outside: bool


class Parts:
    """A DOCX file: its main part and what that is related to. Raises UnreadableFileError where it has no main part."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._related: dict[str, dict[str, Target]] = {}
        found = [each.name for each in self.related("").values() if each.type == "officeDocument"]
        self.main = next((name for name in found if name in package), "word/document.xml")
        self._of_main = self.related(self.main)

    def related(self, part: str) -> dict[str, Target]:
        """The relationships of a part by their ids; of the package for an empty name."""
        if part not in self._related:
            self._related[part] = self._read_related(part)
        return self._related[part]

    def _read_related(self, part: str) -> dict[str, Target]:
        folder, file = posixpath.split(part)
        tree = self.package.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {} if tree is None else {each.get("Id", ""): _target(each, folder) for each in tree.iter(RELATIONSHIP)}

    @property
    def body(self) -> _Element:
        return _usual(self.package.text(self.main))

    def named(self, type: str) -> str:
        """The name of the part that the main one has a relationship of this type to; empty where it has none."""
        found = (each.name for each in self._of_main.values() if each.type == type and not each.outside)
        return next(found, "")

    def tree(self, type: str) -> _Element | None:
        """That part as a tree."""
        name = self.named(type)
        tree = self.package.tree(name) if name else None
        return None if tree is None else _usual(tree)

    @property
    def has_macros(self) -> bool:
        return any("vbaproject" in name.lower() for name in self.package.names)


def _target(element: _Element, folder: str) -> Target:
    outside = element.get("TargetMode") == "External"
    name = element.get("Target", "")
    if not outside:
        name = posixpath.normpath(posixpath.join("/", folder, unquote(name))).lstrip("/")
    return Target(element.get("Type", "").rpartition("/")[2], name, outside)


def _usual(root: _Element) -> _Element:
    """The strict form under the names of the usual one."""
    if STRICT not in root.tag:
        return root
    for element in root.iter():
        if isinstance(element.tag, str) and STRICT in element.tag:
            element.tag = _renamed(element.tag)
            for name in [each for each in element.attrib if STRICT in str(each)]:
                element.set(_renamed(str(name)), element.attrib.pop(name))
    return root


def _renamed(name: str) -> str:
    space, _, local = name[1:].partition("}")
    return f"{{{NAMESPACES.get(space, space)}}}{local}"


def value(element: _Element | None, name: str = "val") -> str:
    """An attribute of the text's namespace; empty where it, or the element, is absent."""
    return "" if element is None else element.get(f"{W}{name}", "")


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first element along a path of names of the text's namespace."""
    for name in path:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def number(text: str, otherwise: int = 0) -> int:
    """An attribute that should be a whole number."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return otherwise


def switch(element: _Element | None) -> bool | None:
    """A property that is on or off; None where nothing is said."""
    return None if element is None else value(element) not in ("0", "false", "off")
