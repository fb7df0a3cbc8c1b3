"""The text of a DOCX file: its paragraphs and tables one after the other, each with what was seen of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from assembler.formats.foreign import nodes
from assembler.formats.foreign.choice import Account, Brought
from assembler.formats.foreign.docx.inlines import DELETED, INSERTED, Inlines
from assembler.formats.foreign.docx.numbering import Numbering
from assembler.formats.foreign.docx.parts import MC, Parts, W, child, number, switch, value
from assembler.formats.foreign.docx.styles import NO_OUTLINE, TWIPS, Look, Styles, look
from assembler.formats.foreign.labels import Label
from assembler.formats.foreign.nodes import LABEL, ROLE, Node
from assembler.formats.foreign.package import Package
from assembler.formats.foreign.pieces import Piece, common, inlines, words
from assembler.formats.foreign.remarks import CONTENTS_LEFT_OUT, EMBEDDED_TEXT, ENDNOTES, FRAMED, RUNNING
from assembler.formats.foreign.roles import ENTRY, role
from assembler.formats.foreign.tables import Cells, Raw, grid
from assembler.formats.seen import Seen

if TYPE_CHECKING:
    from lxml.etree import _Element

AROUND = frozenset(f"{W}{name}" for name in ("sdtContent", "customXml", "smartTag", "docPartBody"))
SWITCHED_FIRST_ROW = 0x20
_LINKED = re.compile(r'\\l\s+"([^"]+)"')
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(package: Package, account: Account) -> Brought:
    """The document. Raises UnreadableFileError where its parts are no XML or have no text."""
    parts = Parts(package)
    main = parts.body
    whole = Document(parts, account, main)
    body = child(main, "body")
    blocks = whole.story(main if body is None else body, parts.main)
    whole.remark_surroundings()
    return Brought(blocks, whole.pictures)


class Document:
    """What all parts of the text share while it is read."""

    def __init__(self, parts: Parts, account: Account, main: _Element) -> None:
        self.parts = parts
        self.account = account
        self.styles = Styles(parts.tree("styles"))
        self.numbering = Numbering(parts.tree("numbering"))
        self.pictures: dict[str, bytes] = {}
        self.index = 0
        self._notes = {kind: self._note_elements(kind) for kind in ("footnotes", "endnotes")}
        self._targets = frozenset(_targets(main))
        self._open_notes = 0

    def story(self, container: _Element, part: str) -> list[Node]:
        return list(Story(self, part).blocks(container))

    def inlines(self, part: str, boxes: list[_Element]) -> Inlines:
        return Inlines(
            self.account, self.styles, self.parts.related(part),
            notes=self.note, box=boxes.append, picture=self.picture, targets=self._targets,
        )  # fmt: skip

    def note(self, kind: str, id: str) -> list[Node]:
        """The blocks of a note; none where it is not there, or inside another."""
        element = self._notes[kind].get(id)
        if element is None or self._open_notes > 1:
            return []
        if kind == "endnotes":
            self.account.remarks.add(ENDNOTES)
        self._open_notes += 1
        try:
            return self.story(element, self.parts.named(kind))
        finally:
            self._open_notes -= 1

    def picture(self, name: str) -> str:
        """The name under which a picture of the package comes along; empty where it is not in it."""
        if name not in self.parts.package:
            return ""
        short = posixpath.basename(name)
        self.pictures.setdefault(short, self.parts.package.data(name))
        return short

    def _note_elements(self, kind: str) -> dict[str, _Element]:
        tree = self.parts.tree(kind)
        found = () if tree is None else tree.iter(f"{W}footnote", f"{W}endnote")
        return {value(each, "id"): each for each in found if value(each, "type") not in _SEPARATORS}

    def remark_surroundings(self) -> None:
        """What stands beside the text: headers and footers, comments."""
        for each in self.parts.related(self.parts.main).values():
            if each.type in ("header", "footer") and not each.outside:
                tree = self.parts.package.tree(each.name)
                said = "" if tree is None else "".join(found.text or "" for found in tree.iter(f"{W}t"))
                if said.strip():
                    self.account.remarks.add(RUNNING, said)
        comments = self.parts.tree("comments")
        for comment in () if comments is None else comments.iter(f"{W}comment"):
            said = " ".join("".join(found.text or "" for found in comment.iter(f"{W}t")).split())
            self.account.commented(said, value(comment, "author"), self.account.marks.get(value(comment, "id"), ""))


def _targets(main: _Element) -> Iterator[str]:
    """The bookmarks that links lead to."""
    for each in main.iter(f"{W}hyperlink"):
        if anchor := value(each, "anchor"):
            yield anchor
    for each in main.iter(f"{W}instrText"):
        yield from _LINKED.findall(each.text or "")


class Story:
    """The blocks of one part: the body, a note, a cell, a text box."""

    def __init__(self, document: Document, part: str, *, in_cell: bool = False) -> None:
        self._document = document
        self._account = document.account
        self._part = part
        self._boxes: list[_Element] = []
        self._inlines = document.inlines(part, self._boxes)
        self._carried: list[Piece] = []
        self._in_cell = in_cell

    def blocks(self, container: _Element) -> Iterator[Node]:
        yield from self._children(container)
        if self._carried:
            yield nodes.paragraph(self._written(self._carried, frozenset()))

    def _children(self, container: _Element) -> Iterator[Node]:
        for element in container:
            yield from self._block(element)

    def _block(self, element: _Element) -> Iterator[Node]:
        tag = element.tag
        if tag == f"{W}p":
            yield from self._paragraph(element)
        elif tag == f"{W}tbl":
            yield from self._table(element)
        elif tag == f"{W}sdt":
            yield from self._control(element)
        elif tag in AROUND:
            yield from self._children(element)
        elif tag in INSERTED or tag in DELETED:
            if (tag in INSERTED) == self._account.keeps_inserted:
                yield from self._children(element)
        elif tag == f"{MC}AlternateContent":
            choices = [*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")]
            for each in next((choice for choice in choices if len(choice)), ()):
                yield from self._block(each)
        elif tag == f"{W}altChunk":
            self._account.remarks.add(EMBEDDED_TEXT)

    def _control(self, element: _Element) -> Iterator[Node]:
        """A content control: its content, but contents that Word has made."""
        gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
        content = child(element, "sdtContent")
        if gallery == "Table of Contents":
            self._account.remarks.add(CONTENTS_LEFT_OUT)
        elif content is not None:
            yield from self._children(content)

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _paragraph(self, element: _Element) -> Iterator[Node]:
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        full = self._document.styles.paragraph(style).under(look(properties))
        was_in_contents = self._inlines.fields.in_contents
        pieces = [*self._carried, *self._inlines.read(element, full.run)]
        self._carried = []
        if self._joins_next(properties):
            self._carried = pieces
            return
        boxes = self._taken_boxes()
        if ENTRY.match(full.name) or (was_in_contents and not words(pieces).strip()):
            if words(pieces).strip():
                self._account.remarks.add(CONTENTS_LEFT_OUT, words(pieces))
        else:
            yield from self._made(pieces, full, style)
        for box in boxes:
            yield from self._document.story(box, self._part)

    def _taken_boxes(self) -> list[_Element]:
        taken = list(self._boxes)
        self._boxes.clear()
        return taken

    def _joins_next(self, properties: _Element | None) -> bool:
        """Whether the mark at the end of the paragraph is taken out, or was not there yet; or it is a large first
        letter, which Word keeps as a paragraph of its own."""
        if value(child(properties, "framePr"), "dropCap") in ("drop", "margin"):
            return True
        marks = child(properties, "rPr")
        gone = ("del", "moveFrom") if self._account.keeps_inserted else ("ins", "moveTo")
        mark = next((found for each in gone if (found := child(marks, each)) is not None), None)
        if mark is not None:
            self._account.changed("deletion", "", value(mark, "author"))
        return mark is not None

    def _made(self, pieces: list[Piece], full: Look, style: str) -> Iterator[Node]:
        """The paragraph as a node; none where nothing is in it and nothing is printed before it."""
        label = self._label(full, style)
        empty = not words(pieces).strip() and not any(each.node is not None and _shows(each.node) for each in pieces)
        self._document.index += 1
        if empty and not (label and self._in_cell):
            return
        what = role(full.name)
        seen = self._seen(pieces, full, label)
        content = self._written(pieces, _base_marks(full) if what or seen.level else frozenset())
        if self._in_cell and label is not None:
            content = [nodes.text(f"{label.text} "), *content]
            label = None
        node = nodes.paragraph(content, seen)
        if label is not None:
            node[LABEL] = label
        if what:
            node[ROLE] = what
        yield node

    def _written(self, pieces: list[Piece], without: frozenset[str]) -> list[Node]:
        return inlines(pieces, without=without, foreign=self._account.foreign)

    def _label(self, full: Look, style: str) -> Label | None:
        if full.numbering in ("", "0"):
            return None
        numbering = self._document.numbering
        at = numbering.level_of_style(full.numbering, style)
        level = full.level if full.level is not None else at
        return numbering.next(full.numbering, level or 0)

    def _seen(self, pieces: list[Piece], full: Look, label: Label | None) -> Seen:
        outline = NO_OUTLINE if full.outline is None else full.outline
        said = words(pieces)
        return Seen(
            index=self._document.index - 1,
            style=full.name,
            level=outline + 1 if 0 <= outline < NO_OUTLINE else 0,
            label=label.text if label is not None else "",
            size=full.run.size or 0,
            bold=common(pieces, "Strong"),
            capitals=bool(full.run.capitals) or (said.upper() == said and said.lower() != said),
            centred=full.alignment == "center",
            indent=round((full.left or 0) / TWIPS, 1),
        )

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, element: _Element) -> Iterator[Node]:
        rows = [row for row in _rows(element) if not self._is_gone(row)]
        raw = [self._cells(row) for row in rows]
        if len(raw) == 1 and len(raw[0]) == 1:
            self._account.remarks.add(FRAMED)
            yield from self._document.story(raw[0][0].content, self._part)
            return
        heads = _header_rows(element, rows)
        made = grid(raw, heads, self._blocks_of_cell)
        if made is not None:
            yield made

    def _blocks_of_cell(self, content: Any) -> list[Node]:
        return list(Story(self._document, self._part, in_cell=True).blocks(content))

    def _is_gone(self, row: _Element) -> bool:
        gone = "del" if self._account.keeps_inserted else "ins"
        return child(row, "trPr", gone) is not None

    def _cells(self, row: _Element) -> Cells:
        start = number(value(child(row, "trPr", "gridBefore")))
        cells: Cells = [Raw(None, 0, start)] if start > 0 else []
        column = max(start, 0)
        for each in _within(row, f"{W}tc"):
            properties = child(each, "tcPr")
            across = min(max(number(value(child(properties, "gridSpan")), 1), 1), 100)
            merged = child(properties, "vMerge")
            continues = merged is not None and value(merged) != "restart"
            alignment = value(child(next(iter(each.iter(f"{W}p")), None), "pPr", "jc"))
            cells.append(Raw(each, column, across, continues=continues, alignment=alignment))
            column += across
        return cells


def _within(element: _Element, tag: str) -> Iterator[_Element]:
    """Children of this tag, also inside content controls and the like."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag in AROUND or each.tag in (f"{W}sdt", *INSERTED):
            yield from _within(each, tag)


def _rows(table: _Element) -> Iterable[_Element]:
    return _within(table, f"{W}tr")


def _header_rows(table: _Element, rows: list[_Element]) -> int:
    """How many rows are the header: those that are repeated on each page; else the first, where the table's look says
    so."""
    count = 0
    while count < len(rows) and switch(child(rows[count], "trPr", "tblHeader")):
        count += 1
    shown = child(table, "tblPr", "tblLook")
    says = value(shown, "firstRow") in ("1", "true", "on") or int(value(shown) or "0", 16) & SWITCHED_FIRST_ROW > 0
    return min(count, len(rows) - 1) if count else int(says and len(rows) > 1)


def _shows(node: Node) -> bool:
    """Whether a node without text is something to be seen."""
    return node["t"] not in ("Span", "LineBreak")


def _base_marks(full: Look) -> frozenset[str]:
    """The marks that all of a paragraph has by its style, which mean no emphasis in it."""
    base = full.run
    return frozenset(
        mark for mark, on in (("Strong", base.bold), ("Emph", base.italic), ("SmallCaps", base.small)) if on
    )
