"""The text of an ODT file: its paragraphs and tables one after the other, each with what was seen of it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from assembler.formats.foreign import nodes, refusal
from assembler.formats.foreign.choice import Account, Brought
from assembler.formats.foreign.labels import Label
from assembler.formats.foreign.nodes import CONTINUES, LABEL, ROLE, Node
from assembler.formats.foreign.odt.changes import Changes
from assembler.formats.foreign.odt.inlines import SPLIT, Inlines
from assembler.formats.foreign.odt.names import (
    DRAW,
    INDEXES,
    MANIFEST,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    XLINK,
    XML_ID,
    Files,
    whole,
    words_in,
)
from assembler.formats.foreign.odt.numbering import OUTLINE, Numbering
from assembler.formats.foreign.odt.styles import Look, Styles
from assembler.formats.foreign.package import Package, parsed
from assembler.formats.foreign.pieces import Piece, common, inlines, words
from assembler.formats.foreign.refusal import refused
from assembler.formats.foreign.remarks import CONTENTS_LEFT_OUT, ENDNOTES, FRAMED, RUNNING
from assembler.formats.foreign.roles import ENTRY, role
from assembler.formats.foreign.tables import Cells, Raw, grid
from assembler.formats.seen import Seen

if TYPE_CHECKING:
    from lxml.etree import _Element

AROUND = frozenset({f"{TEXT}section", f"{TEXT}index-body", f"{DRAW}g", f"{TABLE}table-row-group", f"{TABLE}table-rows"})
MOST_ROWS = 10_000


def read(package: Package, account: Account) -> Brought:
    """The document of a package. Raises UnreadableFileError where it has no text, or a password."""
    manifest = package.tree("META-INF/manifest.xml") if "META-INF/manifest.xml" in package else None
    if manifest is not None and next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
        raise refused(package.path, refusal.PROTECTED)
    package.text("content.xml")
    return _read(Files(package), package.path, account)


def read_flat(data: bytes, path: str, account: Account) -> Brought:
    """A document that is one XML. Raises UnreadableFileError."""
    return _read(Files(None, parsed(data, path)), path, account)


def _read(files: Files, path: str, account: Account) -> Brought:
    content = files.tree("content.xml")
    text = None if content is None else next(content.iter(f"{OFFICE}text"), None)
    if content is None or text is None:
        raise refused(path, refusal.NO_TEXT)
    document = Document(files, content, account)
    blocks = list(Story(document).blocks(text))
    document.changes.report()
    document.remark_surroundings()
    return Brought(blocks, document.pictures)


class Document:
    """What all stories share while a document is read."""

    def __init__(self, files: Files, content: _Element, account: Account) -> None:
        self.files = files
        self.account = account
        self.styles = Styles(files)
        self.numbering = Numbering(files)
        self.changes = Changes(content, account)
        self.pictures: dict[str, bytes] = {}
        self.index = 0
        self.lists: dict[str, str] = {}
        """The series of lists by id, and of the last list of each style."""
        self.open_notes = 0
        links = (each.get(f"{XLINK}href", "") for each in content.iter(f"{TEXT}a"))
        self.targets = frozenset(link[1:].partition("|")[0] for link in links if link.startswith("#"))

    def note(self, element: _Element) -> list[Node]:
        """The blocks of a note; none where it is inside another."""
        body = element.find(f"{TEXT}note-body")
        if body is None or self.open_notes > 1:
            return []
        if element.get(f"{TEXT}note-class") == "endnote":
            self.account.remarks.add(ENDNOTES)
        self.open_notes += 1
        try:
            return list(Story(self).blocks(body))
        finally:
            self.open_notes -= 1

    def picture(self, address: str) -> str:
        """The name under which a picture comes along; an address outside as it is, empty where there is nothing."""
        if "://" in address:
            return address
        name = posixpath.normpath(address)
        data = self.files.data(name)
        if not data:
            return ""
        short = posixpath.basename(name)
        self.pictures.setdefault(short, data)
        return short

    def remark_surroundings(self) -> None:
        root = self.files.tree("styles.xml")
        for each in () if root is None else root.iter(f"{STYLE}header", f"{STYLE}footer"):
            said = words_in(each)
            if said:
                self.account.remarks.add(RUNNING, said)


class Story:
    """The blocks of the body, a note, a cell or a text box."""

    def __init__(self, document: Document, *, in_cell: bool = False) -> None:
        self._document = document
        self._account = document.account
        self._in_cell = in_cell
        self._boxes: list[_Element] = []
        self._carried: list[Piece] = []
        self._inlines = Inlines(
            document.account, document.styles, document.changes,
            note=document.note, box=self._boxes.append, picture=document.picture, targets=document.targets,
        )  # fmt: skip

    def blocks(self, container: _Element) -> Iterator[Node]:
        yield from self._children(container)
        if self._carried:
            yield nodes.paragraph(inlines(self._carried, foreign=self._account.foreign))

    def _children(self, container: _Element) -> Iterator[Node]:
        for element in container:
            yield from self._block(element)

    def _block(self, element: _Element) -> Iterator[Node]:
        tag = element.tag
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(element)
        elif tag == f"{TEXT}list":
            yield from self._list(element)
        elif tag == f"{TEXT}numbered-paragraph":
            yield from self._numbered_paragraph(element)
        elif tag == f"{TABLE}table":
            yield from self._table(element)
        elif tag in AROUND:
            yield from self._children(element)
        elif tag in INDEXES:
            self._account.remarks.add(CONTENTS_LEFT_OUT)
        elif tag in (f"{TEXT}change-start", f"{TEXT}change-end"):
            change = self._document.changes
            (change.begin if tag.endswith("start") else change.end)(element.get(f"{TEXT}change-id", ""))
        elif isinstance(tag, str) and tag.startswith(DRAW):
            pieces = list(self._inlines.drawn(element))
            if pieces:
                yield nodes.paragraph(inlines(pieces))
            yield from self._boxed()

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _paragraph(self, element: _Element, label: Label | None = None, *, continues: bool = False) -> Iterator[Node]:
        look = self._document.styles.look("paragraph", element.get(f"{TEXT}style-name", ""))
        level = look.outline
        if element.tag == f"{TEXT}h":
            level = whole(element, f"{TEXT}outline-level", most=9)
            label = label or self._outline_number(element, level)
        pieces = [*self._carried, *self._inlines.read(element, look)]
        self._carried = []
        if self._document.changes.skips:
            self._carried = pieces
            return
        if ENTRY.match(look.name):
            if words(pieces).strip():
                self._account.remarks.add(CONTENTS_LEFT_OUT, words(pieces))
        else:
            for part in _parts(pieces):
                yield from self._made(part, look, level, label, continues=continues)
        yield from self._boxed()

    def _outline_number(self, element: _Element, level: int) -> Label | None:
        if element.get(f"{TEXT}is-list-header") == "true":
            return None
        return self._document.numbering.next(OUTLINE, "", level)

    def _boxed(self) -> Iterator[Node]:
        boxes = list(self._boxes)
        self._boxes.clear()
        for each in boxes:
            yield from Story(self._document).blocks(each)

    def _made(
        self, pieces: list[Piece], look: Look, level: int, label: Label | None, *, continues: bool
    ) -> Iterator[Node]:
        self._document.index += 1
        shows = any(each.node is not None and each.node["t"] not in ("Span", "LineBreak") for each in pieces)
        if not words(pieces).strip() and not shows and not (label and self._in_cell):
            return
        what = role(look.name)
        content = inlines(pieces, without=look.on if what or level else frozenset(), foreign=self._account.foreign)
        seen = self._seen(pieces, look, level, label)
        if self._in_cell and label is not None:
            content, label = [nodes.text(f"{label.text} "), *content], None
        node = nodes.paragraph(content, seen)
        for key, value in ((LABEL, label), (ROLE, what), (CONTINUES, continues)):
            if value:
                node[key] = value
        yield node

    def _seen(self, pieces: list[Piece], look: Look, level: int, label: Label | None) -> Seen:
        said = words(pieces)
        return Seen(
            index=self._document.index - 1,
            style=look.name,
            level=level,
            label=label.text if label is not None else "",
            size=look.size,
            bold=common(pieces, "Strong"),
            capitals=look.capitals or (said.upper() == said and said.lower() != said),
            centred=look.alignment == "center",
            indent=round(look.left or 0, 1),
        )

    # --- lists ---------------------------------------------------------------------------------------------------

    def _list(self, element: _Element, series: str = "", style: str = "", level: int = 1) -> Iterator[Node]:
        style = element.get(f"{TEXT}style-name") or style or self._style_of_first(element)
        series = series or self._series(element, style)
        for item in element:
            if item.tag == f"{TEXT}list-item":
                yield from self._item(item, series, style, level)
            elif item.tag == f"{TEXT}list-header":
                yield from self._children(item)

    def _style_of_first(self, element: _Element) -> str:
        first = next(element.iter(f"{TEXT}p", f"{TEXT}h"), None)
        name = "" if first is None else first.get(f"{TEXT}style-name", "")
        return self._document.styles.look("paragraph", name).list_style

    def _series(self, element: _Element, style: str) -> str:
        """The list that this one continues, or a new one."""
        lists = self._document.lists
        id = element.get(XML_ID) or element.get(f"{TEXT}id") or f"list {len(lists)}"
        series = f"{id}"
        if (before := element.get(f"{TEXT}continue-list")) in lists:
            series = lists[before or ""]
        elif element.get(f"{TEXT}continue-numbering") == "true":
            series = lists.get(f"style {style}", series)
        lists[id] = lists[f"style {style}"] = series
        return series

    def _item(self, item: _Element, series: str, style: str, level: int) -> Iterator[Node]:
        start = whole(item, f"{TEXT}start-value", 0) or None
        first = True
        for element in item:
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                own = item.get(f"{TEXT}style-override") or style
                label = self._document.numbering.next(series, own, level, start) if first else None
                yield from self._paragraph(element, label, continues=not first)
                first = False
            elif element.tag == f"{TEXT}list":
                yield from self._list(element, series, style, level + 1)
            else:
                yield from self._block(element)

    def _numbered_paragraph(self, element: _Element) -> Iterator[Node]:
        series = element.get(f"{TEXT}list-id") or "numbered"
        level = whole(element, f"{TEXT}level", most=9)
        label = self._document.numbering.next(series, element.get(f"{TEXT}style-name", ""), level)
        for each in element:
            if each.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(each, label)

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, element: _Element) -> Iterator[Node]:
        heads = list(chain.from_iterable(_rows(each) for each in element.iter(f"{TABLE}table-header-rows")
                                         if each.getparent() is element))  # fmt: skip
        rows = list(_rows(element))[:MOST_ROWS]
        raw = [_cells(row) for row in rows]
        if len(raw) == 1 and len(raw[0]) == 1:
            self._account.remarks.add(FRAMED)
            yield from Story(self._document).blocks(raw[0][0].content)
            return
        made = grid(raw, min(len(heads), len(rows) - 1), self._blocks_of_cell)
        if made is not None:
            yield made

    def _blocks_of_cell(self, content: Any) -> list[Node]:
        return list(Story(self._document, in_cell=True).blocks(content))


def _parts(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces of a paragraph, parted where put-back text begins new ones."""
    part: list[Piece] = []
    for each in pieces:
        if each.node is SPLIT:
            yield part
            part = []
        else:
            part.append(each)
    yield part


def _rows(element: _Element) -> Iterator[_Element]:
    for each in element:
        if each.tag == f"{TABLE}table-row":
            yield each
        elif each.tag in AROUND or each.tag == f"{TABLE}table-header-rows":
            yield from _rows(each)


def _cells(row: _Element) -> Cells:
    cells: Cells = []
    column = 0
    for each in row:
        repeated = whole(each, f"{TABLE}number-columns-repeated", most=200)
        if each.tag == f"{TABLE}covered-table-cell":
            column += repeated
        elif each.tag == f"{TABLE}table-cell":
            across = whole(each, f"{TABLE}number-columns-spanned", most=200)
            down = whole(each, f"{TABLE}number-rows-spanned")
            for _ in range(repeated):
                cells.append(Raw(each, column, across, down=down))
                column += 1 if across > 1 else across
    return cells
