"""A DOCX file opened: which part is what, by the relationships between them, and where a finding is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from msgspec import Struct

from assembler.document.bookmarks import unit_id
from assembler.findings import Finding, Kind, Place
from assembler.formats.docx import xml
from assembler.formats.finished.opened import Archive, Tree, shortened

W = f"{{{xml.W}}}"
R = f"{{{xml.R}}}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

STORIES = frozenset(f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"))
"""The roots of parts that hold text."""


class Relationship(Struct, frozen=True):
    """From one part to another or outside. `type` is the last word of the type's address; `target` is a part's name,
    or outside an address."""

    id: str
    type: str
    target: str
    external: bool


class Docx(Archive):
    """The parts of a DOCX file by their roles."""

    def shaped(self, root: Element) -> Element:
        """Without the second of two forms of one thing, which is for readers that do not know the first."""
        for alternate in list(root.iter(f"{MC}AlternateContent")):
            for fallback in alternate.findall(f"{MC}Fallback"):
                alternate.remove(fallback)
        return root

    def relationships(self, part: str) -> list[Relationship]:
        """The relationships of a part, by its name; of the package itself for an empty one."""
        folder, file = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return [_relationship(each, folder) for each in tree.all(RELATIONSHIP)] if tree else []

    @cached_property
    def main(self) -> str:
        """The name of the part with the text; empty if the package has none."""
        return next((each.target for each in self.relationships("") if each.type == "officeDocument"), "")

    @cached_property
    def _related(self) -> list[Relationship]:
        return self.relationships(self.main)

    def related(self, type: str) -> Tree | None:
        """The part that the text has a relationship of this type to."""
        target = next((each.target for each in self._related if each.type == type), "")
        return self.tree(target) if target else None

    @cached_property
    def stories(self) -> list[Tree]:
        """The parts that hold text: the main one first, then headers, footers, notes, comments."""
        internal = (each.target for each in self._related if not each.external and each.target.endswith(".xml"))
        trees = (self.tree(name) for name in dict.fromkeys((self.main, *internal)) if name)
        return [tree for tree in trees if tree is not None and tree.root.tag in STORIES]

    @property
    def text(self) -> Tree | None:
        """The main part."""
        return self.tree(self.main) if self.main else None

    def at(self, kind: Kind, tree: Tree | None = None, element: Element | None = None, **values: object) -> Finding:
        """A finding; where an element is given, with the unit around it and the beginning of its paragraph."""
        place, quote = Place(self.path), ""
        if tree is not None and element is not None:
            place = Place(self.path, id=self._unit(tree, element))
            quote = shortened(_text(_paragraph(tree, element)))
        return kind.at(place, quote=quote, **values)

    @cached_property
    def _units(self) -> dict[Element, str]:
        return dict(pair for tree in self.stories for pair in _named(tree))

    def _unit(self, tree: Tree, element: Element) -> str | None:
        inside = (self._units[each] for each in _paragraph(tree, element).iter() if each in self._units)
        return self._units.get(element) or next(inside, None)


def _relationship(element: Element, folder: str) -> Relationship:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)


def _paragraph(tree: Tree, element: Element) -> Element:
    return next((each for each in tree.around(element) if each.tag == f"{W}p"), element)


def _text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def _named(tree: Tree) -> Iterator[tuple[Element, str]]:
    """Elements inside bookmarks of units, with the ID of the innermost."""
    opened: dict[str, str] = {}
    for element in tree.root.iter():
        if element.tag == f"{W}bookmarkStart" and (unit := unit_id(value(element, "name"))):
            opened[value(element, "id")] = unit
        elif element.tag == f"{W}bookmarkEnd":
            opened.pop(value(element, "id"), None)
        if opened:
            yield element, list(opened.values())[-1]


def value(element: Element | None, attribute: str = "val") -> str:
    """An attribute in the namespace of the text; empty where it, or the element, is not there."""
    return "" if element is None else element.get(f"{W}{attribute}", "")


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not off."""
    return element is not None and value(element) not in ("0", "false", "off")
