"""The styles part of a letterhead in the vocabulary of the standard, and its headers and footers without what tells of
people, files and machines, and without what is no text or picture."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from assembler.findings import Phrase, phrase

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT = f"{_OASIS}office:1.0}}", f"{_OASIS}style:1.0}}", f"{_OASIS}text:1.0}}"
TABLE, DRAW, FO = f"{_OASIS}table:1.0}}", f"{_OASIS}drawing:1.0}}", f"{_OASIS}xsl-fo-compatible:1.0}}"
SVG, NUMBER = f"{_OASIS}svg-compatible:1.0}}", f"{_OASIS}datastyle:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
STANDARD = (OFFICE, STYLE, TEXT, TABLE, DRAW, FO, SVG, NUMBER, XLINK)

PRIVATE = tuple(
    TEXT + name
    for name in (
        "author-name", "author-initials", "creator", "initial-creator", "printed-by", "file-name", "template-name",
        "user-defined", "title", "subject", "keywords", "description", "creation-date", "creation-time", "print-date",
        "print-time", "modification-date", "modification-time", "editing-cycles", "editing-duration", "database-name",
        "sender-firstname", "sender-lastname", "sender-initials", "sender-title", "sender-position", "sender-email",
        "sender-phone-private", "sender-fax", "sender-company", "sender-phone-work", "sender-street", "sender-city",
        "sender-postal-code", "sender-country", "sender-state-or-province", "variable-get", "user-field-get",
        "dde-connection", "script",
    )
)  # fmt: skip
GONE = (
    *(
        TEXT + name
        for name in (
            "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start",
            "reference-mark-end", "tracked-changes", "change", "change-start", "change-end",
        )
    ),
    *(OFFICE + name for name in ("annotation", "annotation-end", "event-listeners", "forms")),
)  # fmt: skip
OBJECTS = tuple(DRAW + name for name in ("object", "object-ole", "plugin", "applet", "floating-frame", "control"))

A_PATH = re.compile(r"^[A-Za-z]:[\\/]|^file:|^/|\\")
OBJECT = Phrase("an object of another program")
PICTURE_OUTSIDE = Phrase("a picture that is not inside the file")


def without_foreign(tree: _Element) -> None:
    """Take out elements and attributes that the standard does not have, in place."""
    for element in list(tree.iter("*")):
        if not str(element.tag).startswith(STANDARD):
            remove(element)
            continue
        for key in [str(key) for key in element.attrib]:
            if not key.startswith(STANDARD):
                del element.attrib[key]


def strips(styles: _Element, entries: Collection[str]) -> Iterator[Phrase]:
    """Clean the headers and footers of all master pages in place; what is taken out is said."""
    for master in styles.iter(f"{STYLE}master-page"):
        for element in list(master.iter(*OBJECTS)):
            remove(element)
            yield OBJECT
        for element in list(master.iter(*PRIVATE)):
            remove(element)
            yield phrase("the field {name}", name=str(element.tag).rpartition("}")[2])
        for element in list(master.iter(*GONE)):
            remove(element)
        for image in list(master.iter(f"{DRAW}image")):
            if str(image.get(f"{XLINK}href", "")).removeprefix("./") not in entries:
                remove(image)
                yield PICTURE_OUTSIDE
        for frame in list(master.iter(f"{DRAW}frame")):
            if not len([each for each in frame if str(each.tag) not in (f"{SVG}title", f"{SVG}desc")]):
                remove(frame)
        _without_paths(master)


def _without_paths(master: _Element) -> None:
    """Pictures are now and then described by the path of the file that they came from."""
    for element in list(master.iter(f"{SVG}title", f"{SVG}desc")):
        if A_PATH.search(element.text or ""):
            remove(element)
    for element in master.iter("*"):
        if A_PATH.search(str(element.get(f"{DRAW}name", ""))):
            del element.attrib[f"{DRAW}name"]


def remove(element: _Element) -> None:
    """Take the element out of its parent; the words behind it stay."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def shows_something(strip: _Element) -> bool:
    """Whether there is any text, field or picture that is shown at all."""
    if strip.get(f"{STYLE}display") == "false":
        return False
    if "".join(str(text) for text in strip.itertext()).strip():
        return True
    return next(strip.iter(f"{DRAW}*", f"{TABLE}table", f"{TEXT}page-number"), None) is not None


def written(tree: _Element) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(tree))
