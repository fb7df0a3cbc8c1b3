"""The names of ODT's elements, and small questions to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assembler.formats.foreign.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE, DRAW = (
    f"{{{_BASE}{name}:1.0}}" for name in ("office", "style", "text", "table", "drawing")
)
FO, SVG = (f"{{{_BASE}{name}-compatible:1.0}}" for name in ("xsl-fo", "svg"))
MANIFEST = f"{{{_BASE}manifest:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
        "bibliography",
    )
)  # fmt: skip


def whole(element: _Element | None, name: str, otherwise: int = 1, most: int = 1000) -> int:
    """An attribute that is a whole number, at least 1 and at most `most`."""
    said = "" if element is None else element.get(name, "")
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 10 else otherwise


class Files:
    """The parts of an ODT file: of a package, or of a document that is one XML (`flat`)."""

    def __init__(self, package: Package | None, flat: _Element | None = None) -> None:
        self._package = package
        self._flat = flat

    def tree(self, name: str) -> _Element | None:
        """A part as a tree; None where it is absent. Raises UnreadableFileError where it is no XML."""
        return self._package.tree(name) if self._package is not None else self._flat

    def data(self, name: str) -> bytes:
        """A picture's bytes, none where it is not in the package."""
        return self._package.data(name) if self._package is not None else b""


def words_in(element: _Element) -> str:
    """All text in an element, on one line."""
    return " ".join("".join(str(each) for each in element.itertext()).split())
