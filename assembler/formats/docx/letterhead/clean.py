"""Headers, footers and themes without what tells of people, files and machines, and without what is no text or picture.

Changes that were tracked are taken as accepted; content controls and bookmarks go, their words stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from assembler.findings import Phrase, phrase
from assembler.formats.docx import xml

if TYPE_CHECKING:
    from lxml.etree import _Element

W, R = f"{{{xml.W}}}", f"{{{xml.R}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

GONE = tuple(
    W + name
    for name in (
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference", "del", "moveFrom", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "sectPrChange", "numPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr",
    )
)  # fmt: skip
UNWRAPPED = tuple(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))
PROGRAMS = tuple(W + name for name in ("object", "control"))
PICTURES = tuple(W + name for name in ("drawing", "pict", "object"))

PRIVATE = re.compile(
    r"^\s*(AUTHOR|LASTSAVEDBY|FILENAME|TEMPLATE|USER\w*|DOCPROPERTY|DOCVARIABLE|INFO|COMMENTS|KEYWORDS|SUBJECT|TITLE|INCLUDE\w+|LINK|DDE\w*)\b",
    re.IGNORECASE,
)
"""Fields that show what is known of a file and its author, or bring in others."""

A_PATH = re.compile(r"^[A-Za-z]:[\\/]|^file:|^/|\\")

OBJECT = Phrase("an object of another program")
CHART = Phrase("a drawing that needs further files")


def strip(tree: _Element, others: Collection[str]) -> Iterator[Phrase]:
    """Clean a header or footer in place; what is taken out is said. `others` are relationships that stay behind."""
    for element in list(tree.iter(*PROGRAMS)):
        _remove(element)
        yield OBJECT
    for element in list(tree.iter("*")):
        if any(key.startswith(R) and value in others for key, value in _attributes(element)):
            yield from _without_relation(element, others)
    for name in _private_fields(tree):
        yield phrase("the field {name}", name=name)
    for element in list(tree.iter(*GONE)):
        _remove(element)
    for element in list(tree.iter(*UNWRAPPED)):
        _unwrap(element)
    for element in tree.iter("*"):
        _clean_attributes(element)


def _attributes(element: _Element) -> list[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in element.attrib.items()]


def _without_relation(element: _Element, others: Collection[str]) -> Iterator[Phrase]:
    """A link loses its address and keeps its words; a drawing goes whole."""
    if element.tag == f"{W}hyperlink":
        _unwrap(element)
        return
    drawing = next((each for each in (element, *element.iterancestors()) if each.tag in PICTURES), None)
    if drawing is not None and drawing.getparent() is not None:
        _remove(drawing)
        yield CHART
    for key, value in _attributes(element):
        if key.startswith(R) and value in others:
            del element.attrib[key]


def _private_fields(tree: _Element) -> Iterator[str]:
    for simple in list(tree.iter(f"{W}fldSimple")):
        if found := PRIVATE.match(str(simple.get(f"{W}instr", ""))):
            _remove(simple)
            yield found[1].upper()
    for paragraph in list(tree.iter(f"{W}p")):
        for runs in _complex_fields(paragraph):
            instruction = "".join(
                text for run in runs for text in (each.text or "" for each in run.iter(f"{W}instrText"))
            )
            if found := PRIVATE.match(instruction):
                for run in runs:
                    _remove(run)
                yield found[1].upper()


def _complex_fields(paragraph: _Element) -> Iterator[list[_Element]]:
    """The runs of each outermost field of a paragraph."""
    depth, runs = 0, []
    for run in list(paragraph.iter(f"{W}r")):
        kinds = [each.get(f"{W}fldCharType") for each in run.iter(f"{W}fldChar")]
        depth += kinds.count("begin")
        if depth:
            runs.append(run)
        depth -= kinds.count("end")
        if depth == 0 and runs:
            yield runs
            runs = []


def _clean_attributes(element: _Element) -> None:
    for key, value in _attributes(element):
        local = key.rpartition("}")[2]
        private = local.startswith("rsid") or (
            key.startswith(W14) and local in ("paraId", "textId", "anchorId", "editId")
        )
        if private or (local in ("descr", "title", "name", "alt") and A_PATH.search(value)):
            if local == "name":
                element.set(key, "")
            else:
                del element.attrib[key]


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: _Element) -> None:
    """Put the children in the place of the element."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    parent.remove(element)


def shows_something(tree: _Element) -> bool:
    """Whether there is any text, field or picture; Word leaves empty headers behind."""
    if any((each.text or "").strip() for each in tree.iter(f"{W}t")):
        return True
    return next(tree.iter(*PICTURES, f"{W}fldSimple", f"{W}instrText", f"{W}tbl"), None) is not None


def theme(tree: _Element) -> bytes:
    """The theme, whose fonts and colours the styles name, without pictures of its own and without a name."""
    for element in tree.iter("*"):
        for key, _ in _attributes(element):
            if key.startswith(R):
                del element.attrib[key]
    return written(tree)


def written(tree: _Element) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
