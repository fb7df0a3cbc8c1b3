"""What readers need who listen to a document or go through it by its structure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from xml.etree.ElementTree import Element

from assembler.findings import Finding
from assembler.formats.docx.lint.opened import Docx, W, is_on, value
from assembler.formats.docx.lint.styles import Sheet
from assembler.formats.finished.accessibility import (
    EMPTY_PARAGRAPH,
    FIRST_HEADING,
    HEADING_JUMP,
    NO_LANGUAGE,
    NO_TITLE,
    PICTURE_WITHOUT_TEXT,
    TABLE_WITHOUT_HEADER,
    jumps,
)
from assembler.formats.finished.faults import CELL_WITHOUT_PARAGRAPH
from assembler.formats.finished.opened import Tree

DC = "{http://purl.org/dc/elements/1.1/}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
VML = "{urn:schemas-microsoft-com:vml}"

BODY_LEVEL = 9
"""The outline level, from 0, of what is no heading."""

BLOCKS = frozenset(f"{W}{name}" for name in ("p", "tbl", "sdt", "customXml", "altChunk"))
CONTAINERS = tuple(f"{W}{name}" for name in ("body", "footnote", "endnote", "comment", "tc", "sdtContent"))
"""What holds paragraphs that are looked at. Headers and footers must hold one even where they are empty."""

SHOWN = frozenset(
    f"{W}{name}" for name in
    ("t", "delText", "tab", "br", "sym", "drawing", "pict", "object", "fldChar", "fldSimple", "footnoteRef",
     "endnoteRef", "annotationRef", "footnoteReference", "endnoteReference", "separator", "continuationSeparator",
     "sectPr", "ptab")
)  # fmt: skip
"""Elements that make a paragraph more than an empty line."""


def headings(file: Docx) -> Iterator[Finding]:
    """Headings that leave a level out."""
    if file.text is None:
        return
    sheet, tree = Sheet(file), file.text
    levels = {id: _level(sheet, id) for type, id in sheet.by_id if type == "paragraph"}
    found = ((_own_level(each, levels, sheet.default), each) for each in tree.all(f"{W}p"))
    for level, above, heading in jumps((level + 1, each) for level, each in found if level < BODY_LEVEL):
        if above:
            yield file.at(HEADING_JUMP, tree, heading, level=level, above=above)
        else:
            yield file.at(FIRST_HEADING, tree, heading, level=level)


def _level(sheet: Sheet, style: str) -> int:
    return int(value(sheet.property("paragraph", style, "pPr/outlineLvl")) or BODY_LEVEL)


def _own_level(paragraph: Element, levels: dict[str, int], default: str) -> int:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return levels.get(default, BODY_LEVEL)
    own = value(properties.find(f"{W}outlineLvl"))
    return int(own) if own else levels.get(value(properties.find(f"{W}pStyle")) or default, BODY_LEVEL)


def tables(file: Docx) -> Iterator[Finding]:
    """Tables without a header row, and cells that do not end as they must."""
    for tree in file.stories:
        for cell in tree.all(f"{W}tc"):
            blocks = [child.tag for child in cell if child.tag in BLOCKS]
            if not blocks or blocks[-1] == f"{W}tbl":
                yield file.at(CELL_WITHOUT_PARAGRAPH, tree, cell)
    if file.text is not None:
        for table in file.text.all(f"{W}tbl"):
            row = table.find(f"{W}tr")
            if row is not None and not is_on(row.find(f"{W}trPr/{W}tblHeader")):
                yield file.at(TABLE_WITHOUT_HEADER, file.text, table)


def pictures(file: Docx) -> Iterator[Finding]:
    """Pictures without words in their place, unless they are marked as mere decoration."""
    for tree in file.stories:
        for each in (*tree.all(f"{DRAWING}inline"), *tree.all(f"{DRAWING}anchor")):
            if not _is_described(each):
                yield file.at(PICTURE_WITHOUT_TEXT, tree, each)
        for shape in tree.all(f"{VML}shape"):
            if shape.find(f"{VML}imagedata") is not None and not shape.get("alt"):
                yield file.at(PICTURE_WITHOUT_TEXT, tree, shape)


def _is_described(drawing: Element) -> bool:
    properties = drawing.find(f"{DRAWING}docPr")
    if properties is None:
        return False
    decorative = properties.find(f".//{DECORATIVE}")
    return bool(properties.get("descr") or (decorative is not None and decorative.get("val") in ("1", "true")))


def properties(file: Docx) -> Iterator[Finding]:
    """Title and language of the document."""
    core = next((file.tree(each.target) for each in file.relationships("") if each.type == "core-properties"), None)
    if core is None or not _said(core, "title"):
        yield file.at(NO_TITLE)
    sheet = file.related("styles")
    defaults = sheet.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") if sheet else None
    if not value(defaults) or core is None or not _said(core, "language"):
        yield file.at(NO_LANGUAGE)


def _said(core: Tree, name: str) -> bool:
    return any((each.text or "").strip() for each in core.all(f"{DC}{name}"))


def empty_paragraphs(file: Docx) -> Iterator[Finding]:
    """Paragraphs with nothing in them, but for those that the format demands beside tables."""
    numbered = _numbered_styles(Sheet(file))
    for tree in file.stories:
        for container in (element for tag in CONTAINERS for element in tree.all(tag)):
            for before, paragraph, after in _neighbours(container):
                demanded = before == f"{W}tbl" and after in (f"{W}tbl", "")
                if not demanded and not (before == after == "") and _is_empty(paragraph, numbered):
                    yield file.at(EMPTY_PARAGRAPH, tree, paragraph)


def _neighbours(container: Element) -> Iterator[tuple[str, Element, str]]:
    """Each paragraph that has no text of its own, with the tags of the blocks around it; empty where there is none."""
    blocks = [child for child in container if child.tag in BLOCKS]
    before = ""
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.tag == f"{W}p":
            yield before, block, "" if after is None else after.tag
        before = block.tag


def _is_empty(paragraph: Element, numbered: set[str]) -> bool:
    if any(element.tag in SHOWN and (element.tag != f"{W}t" or element.text) for element in paragraph.iter()):
        return False
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return True
    own = properties.find(f"{W}numPr/{W}numId")
    return value(own) in ("", "0") and (own is not None or value(properties.find(f"{W}pStyle")) not in numbered)


def _numbered_styles(sheet: Sheet) -> set[str]:
    """Styles whose paragraphs show a number or a bullet even without words."""
    paths = (
        (id, sheet.property("paragraph", id, "pPr/numPr/numId")) for type, id in sheet.by_id if type == "paragraph"
    )
    return {id for id, number in paths if value(number) not in ("", "0")}
