"""SVG: drawings as XML. What is written anew is only what draws.

Left out are scripts, animations, web pages inside, titles, remarks, and all that editors add in namespaces of their own
(names of files, of layers, of people). What would be loaded from elsewhere makes the picture unfit. Pictures embedded
in it are cleaned as others are.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable

from lxml import etree

from assembler.findings import Phrase, Place
from assembler.formats.pictures.picture import (
    DAMAGED,
    PIXEL,
    SVG_ENTITIES,
    SVG_MALFORMED,
    SVG_OUTSIDE,
    SVG_SCRIPT,
    Cleaned,
    Picture,
    UnfitError,
    data_address,
)
from assembler.style.pictures import Size, width

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
XML = "{http://www.w3.org/XML/1998/namespace}"
KEPT_ATTRIBUTES = frozenset({HREF, f"{XML}space", f"{XML}lang"})
ACTIVE = frozenset({
    "script", "handler", "listener", "foreignObject", "iframe", "animate", "animateColor", "animateMotion",
    "animateTransform", "set", "discard", "audio", "video",
})  # fmt: skip
SILENT = frozenset({"metadata", "title", "desc"})
"""What is not drawn, and tells of people and programs."""

USUAL_SIZE = (300.0, 150.0)
"""Pixels of a drawing that says nothing of its size."""

_URL = re.compile(r"url\(\s*[\"']?\s*(?!#|[\"']|data:(?:font|application)/)([^)\"']*)|@import\s*([^;]*)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
_EMBEDDED = re.compile(r"\s*data:image/[\w.+-]+;base64,(?P<data>[A-Za-z0-9+/=\s]*)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")

NO_NAMESPACE = Phrase("its first element is not an svg of the namespace http://www.w3.org/2000/svg")

Clean = Callable[[bytes], Cleaned]
"""How a picture inside the drawing is cleaned."""


def is_svg(data: bytes) -> bool:
    """Whether XML of this sort begins here."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith((b"<?xml", b"<svg", b"<!", b"<")) and b"<svg" in data[:65536]


def read(data: bytes, clean: Clean) -> Cleaned:
    """The picture. Raises UnfitError."""
    root = _parsed(data)
    cleaning = _Cleaning(clean)
    cleaning.children(root)
    cleaning.attributes(root)
    size = _sized(root)
    etree.cleanup_namespaces(root)
    written = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    findings = (SVG_SCRIPT.at(Place()),) if cleaning.was_active else ()
    return Cleaned(Picture("svg", written, size), findings)


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnfitError(SVG_MALFORMED, reason=error.msg) from error
    types = root.getroottree().docinfo.internalDTD
    if types is not None and any(True for _ in types.entities()):  # type: ignore[union-attr]  # the stubs lack it
        raise UnfitError(SVG_ENTITIES)
    if root.tag != f"{SVG}svg":
        raise UnfitError(SVG_MALFORMED, reason=NO_NAMESPACE)
    _check_style_sheets(root)
    return root


def _check_style_sheets(root: etree._Element) -> None:
    before = root.getprevious()
    while before is not None:
        if isinstance(before, etree._ProcessingInstruction) and before.target == "xml-stylesheet":
            raise UnfitError(SVG_OUTSIDE, target=before.text)
        before = before.getprevious()


class _Cleaning:
    """One way through a drawing; `was_active` says that something was left out that does more than draw."""

    def __init__(self, clean: Clean) -> None:
        self._clean = clean
        self.was_active = False

    def children(self, parent: etree._Element) -> None:
        for child in list(parent):
            name = child.tag.removeprefix(SVG) if isinstance(child.tag, str) else ""
            is_drawn = isinstance(child.tag, str) and child.tag.startswith(SVG) and name not in SILENT | ACTIVE
            if not is_drawn:
                self.was_active |= name in ACTIVE
                _remove(child)
                continue
            if name == "style":
                _check_look(child.text or "")
            self.attributes(child)
            self.children(child)

    def attributes(self, element: etree._Element) -> None:
        for name, value in list(element.attrib.items()):
            name, value = str(name), str(value)
            if name in ("href", HREF):
                self._reference(element, name, value)
            elif name.startswith("on"):
                self.was_active = True
                del element.attrib[name]
            elif name.startswith("data-") or (name.startswith("{") and name not in KEPT_ATTRIBUTES):
                del element.attrib[name]
            else:
                _check_look(value)

    def _reference(self, element: etree._Element, name: str, value: str) -> None:
        if element.tag == f"{SVG}a":
            del element.attrib[name]
        elif found := _EMBEDDED.fullmatch(value):
            element.set(name, self._embedded(found["data"]))
        elif not value.strip().startswith("#"):
            raise UnfitError(SVG_OUTSIDE, target=value[:80])

    def _embedded(self, encoded: str) -> str:
        try:
            cleaned = self._clean(base64.b64decode(encoded))
        except binascii.Error as error:
            raise UnfitError(DAMAGED) from error
        return data_address(cleaned.picture)


def _remove(child: etree._Element) -> None:
    """With what it holds; the text behind it stays where it was."""
    parent, before = child.getparent(), child.getprevious()
    assert parent is not None
    if child.tail and before is not None:
        before.tail = (before.tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _check_look(said: str) -> None:
    """Raises UnfitError where a style loads something."""
    if "url" not in said.lower() and "import" not in said.lower() and "\\" not in said:
        return
    plain = _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2], said)
    if found := _URL.search(plain):
        raise UnfitError(SVG_OUTSIDE, target=(found[1] or found[2] or "").strip()[:80])


# --- size ----------------------------------------------------------------------------------------------------------


def _sized(root: etree._Element) -> Size:
    """The size in millimetres. What the drawing does not say of it is written into it: programs guess differently."""
    box = [float(each) for each in _NUMBER.findall(str(root.get("viewBox", "")))]
    across, down = (box[2], box[3]) if len(box) == 4 and min(box[2:]) > 0 else USUAL_SIZE
    wide, high = (_length(str(root.get(name, ""))) for name in ("width", "height"))
    if wide is None and high is None:
        wide = across * PIXEL
    if wide is None and high is not None:
        wide = high * across / down
    assert wide is not None
    if high is None:
        high = wide * down / across
    if not root.get("viewBox"):
        root.set("viewBox", f"0 0 {wide / PIXEL:g} {high / PIXEL:g}")
    root.set("width", f"{wide / PIXEL:g}")
    root.set("height", f"{high / PIXEL:g}")
    return Size(wide, high)


def _length(written: str) -> float | None:
    """Millimetres; a number alone has pixels. None for shares and for nothing."""
    number = _NUMBER.fullmatch(written.strip())
    found = width(f"{written.strip()}px" if number else written)
    return found.millimetres if found is not None and found.millimetres else None
