"""HTML editions in tests: written, parsed, and what they say, in the form in which `outlines` has DOCX and ODT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html
from msgspec import Struct

from assembler.document.model import Document, Words
from assembler.formats.html.write import write
from assembler.formats.written import Purpose, Written
from assembler.style.load import shipped
from assembler.style.model import StyleSheet
from tests.outlines import Line, docx_outline, picture

UN = shipped("un")

PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "figcaption", "pre"})


def written(edition: Document[Words], purpose: Purpose = "draft", sheet: StyleSheet = UN) -> Written:
    """The edition as HTML, in the shipped style unless another is given."""
    return write(edition, sheet, purpose=purpose)


def page(edition: Document[Words], purpose: Purpose = "draft", sheet: StyleSheet = UN) -> etree._Element:
    """The edition's page, parsed."""
    return parsed(written(edition, purpose, sheet).data)


def parsed(data: bytes) -> etree._Element:
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def found(root: etree._Element, path: str) -> list[str]:
    """The strings that an XPath gives."""
    result = root.xpath(path)
    assert isinstance(result, list)
    return [str(each) for each in result]


def elements(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath gives."""
    result = root.xpath(path)
    assert isinstance(result, list)
    return [each for each in result if isinstance(each, etree._Element)]


def text_of(element: etree._Element) -> str:
    """Everything that is written in an element."""
    return "".join(str(piece) for piece in element.itertext())


def classes(element: etree._Element) -> set[str]:
    return set(str(element.get("class", "")).split())


def by_id(root: etree._Element, id: str) -> etree._Element:
    (element,) = elements(root, f"//*[@id='{id}']")
    return element


def words(element: etree._Element) -> str:
    """The words of a unit: no number, no marker, no note marks, no mark of its state; a break as a line feed."""
    hidden = {"marker", "number", "note-mark", "state", "caption-number"}
    return "".join(_pieces(element, hidden)).strip()


def _pieces(element: etree._Element, hidden: set[str]) -> Iterator[str]:
    if element.tag == "br":
        yield "\n"
    if not classes(element) & hidden:
        yield element.text or ""
        for child in element:
            yield from _pieces(child, hidden)
            yield child.tail or ""


# --- compared with DOCX ----------------------------------------------------------------------------------------


class Said(Struct, frozen=True):
    """A paragraph: `place` is `text`, `cell` or `note 3`; the marker before it; its words with note marks as `[1]`."""

    place: str
    marker: str
    text: str


def said_by_html(root: etree._Element) -> list[Said]:
    """What a page says, paragraph by paragraph, its contents left out."""
    (body,) = elements(root, "//body")
    lines = (_said(each) for each in body.iter("*") if _is_paragraph(each) and not _is_frame(each))
    return [line for line in lines if line.text or line.marker]


def _is_paragraph(element: etree._Element) -> bool:
    """Whether it stands for a paragraph of DOCX; the picture of a figure is one."""
    parent = element.getparent()
    is_figure = element.tag in ("img", "code") and parent is not None and parent.tag == "figure"
    return element.tag in PARAGRAPHS or is_figure


def _is_frame(element: etree._Element) -> bool:
    """What DOCX has elsewhere: the heading of the notes, the stamp of a draft, which is in its footers."""
    return element.get("id") == "notes_" or "stamp" in classes(element)


def _said(element: etree._Element) -> Said:
    marker = "".join(text_of(each) for each in element if classes(each) & {"marker", "number"}).strip()
    notes = [str(each.get("id")) for each in element.iterancestors("li") if str(each.get("id")).startswith("n_")]
    place = "cell" if element.tag in ("td", "th") else f"note {notes[0][2:]}" if notes else "text"
    own = place.startswith("note") and marker == notes[0][2:]
    return Said(place, "" if own else marker, "".join(_marked(element)).replace("\u2060", "").strip())


def _marked(element: etree._Element) -> Iterator[str]:
    """The words with note marks in brackets; the comma between two marks as it is."""
    if classes(element) & {"marker", "number"}:
        return
    if "note-mark" in classes(element):
        shown = text_of(element)
        yield shown if shown == "," else f"[{shown}]"
        return
    if element.tag == "img":
        yield picture(element.get("alt", ""))
    yield "\n" if element.tag == "br" else element.text or ""
    for child in element:
        yield from _marked(child)
        yield child.tail or ""


def said_by_docx(data: bytes) -> list[Said]:
    """The same of a DOCX file, its fields as they show."""
    lines = (_plain(line) for line in docx_outline(data) if not line.style.startswith("TOC"))
    return [line for line in lines if line.text or line.marker]


def _plain(line: Line) -> Said:
    text = re.sub(r"‹note=(\d+)›", r"[\1]", line.text)
    text = re.sub(r"‹[^=›]*=([^›]*)›", r"\1", text)
    return Said("cell" if line.place.startswith("cell") else line.place, line.marker, text.strip())
