"""An ODT file opened: its parts, and where a finding is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from assembler.document.bookmarks import unit_id
from assembler.findings import Finding, Kind, Place
from assembler.formats.finished.opened import Archive, Tree, shortened
from assembler.formats.odt import xml

OFFICE, STYLE, TEXT, TABLE, FO, SVG, META, DC, XLINK = (
    f"{{{xml.NAMESPACES[prefix]}}}"
    for prefix in ("office", "style", "text", "table", "fo", "svg", "meta", "dc", "xlink")
)
CONFIG, MANIFEST = f"{{{xml.CONFIG}}}", f"{{{xml.MANIFEST}}}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
BEGINNINGS = (f"{TEXT}bookmark-start", f"{TEXT}bookmark")


class Odt(Archive):
    """The parts of an ODT file by their roles."""

    @cached_property
    def stories(self) -> list[Tree]:
        """The parts that hold text: the body first, then headers and footers with the styles."""
        return [tree for tree in (self.tree("content.xml"), self.tree("styles.xml")) if tree is not None]

    @property
    def text(self) -> Tree | None:
        """The part with the body."""
        return self.tree("content.xml")

    def at(self, kind: Kind, tree: Tree | None = None, element: Element | None = None, **values: object) -> Finding:
        """A finding; where an element is given, with the unit around it and the beginning of its paragraph."""
        place, quote = Place(self.path), ""
        if tree is not None and element is not None:
            place = Place(self.path, id=self._unit(tree, element))
            quote = shortened("".join(paragraph_of(tree, element).itertext()))
        return kind.at(place, quote=quote, **values)

    @cached_property
    def _units(self) -> dict[Element, str]:
        return dict(pair for tree in self.stories for pair in _named(tree))

    def _unit(self, tree: Tree, element: Element) -> str | None:
        inside = (self._units[each] for each in paragraph_of(tree, element).iter() if each in self._units)
        return self._units.get(element) or next(inside, None)


def paragraph_of(tree: Tree, element: Element) -> Element:
    """The paragraph or heading around an element; the element itself where there is none."""
    return next((each for each in tree.around(element) if each.tag in PARAGRAPHS), element)


def _named(tree: Tree) -> Iterator[tuple[Element, str]]:
    """Elements inside bookmarks of units, with the ID of the innermost."""
    opened: dict[str, str] = {}
    for element in tree.root.iter():
        name = element.get(f"{TEXT}name", "")
        if element.tag in BEGINNINGS and (unit := unit_id(name)):
            opened[name] = unit
        if opened:
            yield element, list(opened.values())[-1]
        if element.tag in (f"{TEXT}bookmark-end", f"{TEXT}bookmark"):
            opened.pop(name, None)
