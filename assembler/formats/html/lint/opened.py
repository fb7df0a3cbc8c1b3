"""A finished page opened: its elements in the order of the text, each with its attributes and the words in it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from msgspec import Struct, field

from assembler.findings import Finding, Kind, Place
from assembler.formats.finished.opened import shortened

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
"""Elements that have no end."""


class Element(Struct, eq=False):
    """`around` is the element that it stands in, None for the outermost; `unit` the ID nearest above it."""

    name: str
    attributes: dict[str, str]
    around: Element | None = None
    unit: str | None = None
    words: list[str] = field(default_factory=list)
    inside: set[str] = field(default_factory=set)
    """The names of all elements in it."""

    @property
    def text(self) -> str:
        return "".join(self.words)


class Page:
    """The elements of a page; `path` is how findings name the file."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.elements = _parsed(data.decode("utf-8", errors="replace"))

    def all(self, *names: str) -> Iterator[Element]:
        return (element for element in self.elements if element.name in names)

    def at(self, kind: Kind, element: Element | None = None, **values: object) -> Finding:
        """A finding; where an element is given, with the ID at its place and the beginning of its words."""
        place, quote = Place(self.path), ""
        if element is not None:
            place, quote = Place(self.path, id=element.unit), shortened(element.text)
        return kind.at(place, quote=quote, **values)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.opened: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        around = self.opened[-1] if self.opened else None
        unit = attributes.get("id") or (around.unit if around else None)
        element = Element(tag, attributes, around, unit)
        for outer in self.opened:
            outer.inside.add(tag)
        self.elements.append(element)
        if tag not in VOID:
            self.opened.append(element)

    def handle_endtag(self, tag: str) -> None:
        for position in range(len(self.opened) - 1, -1, -1):
            if self.opened[position].name == tag:
                del self.opened[position:]
                return

    def handle_data(self, data: str) -> None:
        for element in self.opened:
            element.words.append(data)


def _parsed(text: str) -> list[Element]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.elements
