"""What readers need who listen to a document or go through it by its structure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from xml.etree.ElementTree import Element

from assembler.findings import Finding
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
from assembler.formats.finished.faults import CELL_WITHOUT_PARAGRAPH, CELLS_UNEVEN
from assembler.formats.finished.opened import Tree
from assembler.formats.odt.lint.opened import DC, DRAW, OFFICE, PARAGRAPHS, SVG, TABLE, TEXT, Odt
from assembler.formats.odt.lint.styles import document_language

BLOCKS = frozenset({*PARAGRAPHS, f"{TABLE}table", f"{TEXT}list", f"{TEXT}section", f"{TEXT}table-of-content"})
CONTAINERS = (f"{OFFICE}text", f"{TEXT}section", f"{TEXT}note-body", f"{TABLE}table-cell", f"{TEXT}list-item")
TABLE_LIKE = frozenset({f"{TABLE}table", f"{TEXT}list"})
"""A table, or a list, which may hold one."""

SILENT = frozenset(
    f"{TEXT}{name}" for name in
    ("p", "span", "bookmark", "bookmark-start", "bookmark-end", "soft-page-break", "a")
)  # fmt: skip
"""Elements that show nothing of their own."""


def headings(file: Odt) -> Iterator[Finding]:
    """Headings that leave a level out."""
    if file.text is None:
        return
    found = ((int(each.get(f"{TEXT}outline-level", "1")), each) for each in file.text.all(f"{TEXT}h"))
    for level, above, heading in jumps(found):
        if above:
            yield file.at(HEADING_JUMP, file.text, heading, level=level, above=above)
        else:
            yield file.at(FIRST_HEADING, file.text, heading, level=level)


def tables(file: Odt) -> Iterator[Finding]:
    """Tables without a header row, and cells with nothing in them."""
    if file.text is None:
        return
    for table in file.text.all(f"{TABLE}table"):
        if table.find(f"{TABLE}table-header-rows") is None:
            yield file.at(TABLE_WITHOUT_HEADER, file.text, table)
        yield from (file.at(CELLS_UNEVEN, file.text, row) for row in _uneven(table))
    for cell in file.text.all(f"{TABLE}table-cell"):
        if len(cell) == 0:
            yield file.at(CELL_WITHOUT_PARAGRAPH, file.text, cell)


def _uneven(table: Element) -> Iterator[Element]:
    """Rows that have not a cell for every column, or covered ones where no cell lies over them."""
    columns = sum(int(each.get(f"{TABLE}number-columns-repeated", "1")) for each in _own(table, "table-column"))
    open_spans: dict[int, int] = {}
    for row in _own(table, "table-row"):
        covered = {position for position, rows in open_spans.items() if rows > 0}
        open_spans = {position: rows - 1 for position, rows in open_spans.items()}
        position, sound = 0, True
        for cell in row:
            if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            across, down = (int(cell.get(f"{TABLE}number-{name}-spanned", "1")) for name in ("columns", "rows"))
            if cell.tag == f"{TABLE}table-cell":
                sound &= position not in covered
                covered |= set(range(position + 1, position + across))
                open_spans |= dict.fromkeys(range(position, position + across), down - 1)
            for _ in range(int(cell.get(f"{TABLE}number-columns-repeated", "1"))):
                sound &= cell.tag == f"{TABLE}table-cell" or position in covered
                position += 1
        if not sound or position != columns:
            yield row


def _own(table: Element, name: str) -> Iterator[Element]:
    """The columns or rows of a table, not those of tables in its cells."""
    for each in table:
        if each.tag == f"{TABLE}{name}":
            yield each
        elif each.tag != f"{TABLE}table-row":
            yield from _own(each, name)


def pictures(file: Odt) -> Iterator[Finding]:
    """Pictures without words in their place."""
    for tree in file.stories:
        for frame in tree.all(f"{DRAW}frame"):
            if frame.find(f"{DRAW}image") is not None and not _is_described(frame):
                yield file.at(PICTURE_WITHOUT_TEXT, tree, frame)


def _is_described(frame: Element) -> bool:
    said = (frame.findtext(f"{SVG}{name}") for name in ("title", "desc"))
    decorative = any(name.endswith("}decorative") and value == "true" for name, value in frame.items())
    return decorative or any(text and text.strip() for text in said)


def properties(file: Odt) -> Iterator[Finding]:
    """Title and language of the document."""
    meta = file.tree("meta.xml")
    if meta is None or not _said(meta, "title"):
        yield file.at(NO_TITLE)
    if not document_language(file) or meta is None or not _said(meta, "language"):
        yield file.at(NO_LANGUAGE)


def _said(meta: Tree, name: str) -> bool:
    return any((each.text or "").strip() for each in meta.all(f"{DC}{name}"))


def empty_paragraphs(file: Odt) -> Iterator[Finding]:
    """Paragraphs with nothing in them, but for those that stand between tables, behind a last one, or for a marker."""
    if file.text is None:
        return
    for container in (element for tag in CONTAINERS for element in file.text.all(tag)):
        for before, paragraph, after in _neighbours(container):
            demanded = before in TABLE_LIKE and after in (*TABLE_LIKE, "")
            if not demanded and not _is_first(container, before, after) and _is_empty(paragraph):
                yield file.at(EMPTY_PARAGRAPH, file.text, paragraph)


def _is_first(container: Element, before: str, after: str) -> bool:
    """The only paragraph of its container, or the first of an item or a note, where a marker stands."""
    return before == "" and (after == "" or container.tag in (f"{TEXT}list-item", f"{TEXT}note-body"))


def _neighbours(container: Element) -> Iterator[tuple[str, Element, str]]:
    """Each paragraph of a container with the tags of the blocks around it; empty where there is none."""
    blocks = [child for child in container if child.tag in BLOCKS]
    before = ""
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.tag == f"{TEXT}p":
            yield before, block, "" if after is None else after.tag
        before = block.tag


def _is_empty(paragraph: Element) -> bool:
    return all(
        each.tag in SILENT and not each.text and (each is paragraph or not each.tail) for each in paragraph.iter()
    )
