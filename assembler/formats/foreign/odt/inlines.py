"""What is in a paragraph of an ODT file: spans, links, fields, notes, pictures, tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from assembler.document.bookmarks import place
from assembler.formats.foreign import nodes
from assembler.formats.foreign.choice import Account
from assembler.formats.foreign.nodes import Node
from assembler.formats.foreign.odt.changes import Changes
from assembler.formats.foreign.odt.names import DC, DRAW, OFFICE, PARAGRAPHS, SVG, TEXT, XLINK, whole, words_in
from assembler.formats.foreign.odt.styles import Look, Styles
from assembler.formats.foreign.pieces import Piece, inlines, words
from assembler.formats.foreign.remarks import HIDDEN, OBJECT, REFERENCE, TEXT_BOX

if TYPE_CHECKING:
    from lxml.etree import _Element

SPLIT: Node = {"t": "Split"}
"""Where taken-out text that is put back begins a new paragraph."""
REFERENCES = frozenset(f"{TEXT}{name}" for name in ("bookmark-ref", "reference-ref", "note-ref", "sequence-ref"))
SILENT = frozenset(
    f"{TEXT}{name}"
    for name in (
        "tracked-changes", "script", "ruby-text", "alphabetical-index-mark", "toc-mark", "user-index-mark",
        "bookmark-end", "soft-page-break", "hidden-paragraph", "variable-decls", "sequence-decls",
    )
)  # fmt: skip
NEAR = 60
MOST_BLANKS = 100


class Inlines:
    """Reads paragraphs. `note` gives the blocks of a note, `box` takes what stands in a text box, `picture` an address
    in the file and gives the name that the picture has from now on. `targets` are bookmarks that links lead to."""

    def __init__(
        self,
        account: Account,
        styles: Styles,
        changes: Changes,
        *,
        note: Callable[[_Element], list[Node]],
        box: Callable[[_Element], None],
        picture: Callable[[str], str],
        targets: frozenset[str],
    ) -> None:
        self._account = account
        self._styles = styles
        self._changes = changes
        self._note = note
        self._box = box
        self._picture = picture
        self._targets = targets

    def read(self, paragraph: _Element, look: Look) -> list[Piece]:
        pieces: list[Piece] = []
        self._content(paragraph, look, pieces)
        return pieces

    def _content(self, parent: _Element, look: Look, pieces: list[Piece]) -> None:
        self._said(parent.text, look, pieces)
        for element in parent:
            if isinstance(element.tag, str):
                self._element(element, look, pieces)
            self._said(element.tail, look, pieces)

    def _said(self, text: str | None, look: Look, pieces: list[Piece]) -> None:
        if not text:
            return
        self._changes.saw(text)
        if self._changes.skips:
            return
        if look.hidden:
            if text.strip():
                self._account.remarks.add(HIDDEN, text)
        else:
            pieces.append(Piece(text, look.on, look.language))

    def _element(self, element: _Element, look: Look, pieces: list[Piece]) -> None:
        match element.tag.rpartition("}")[2] if element.tag.startswith(TEXT) else element.tag:
            case "span":
                style = self._styles.look("text", element.get(f"{TEXT}style-name", ""))
                self._content(element, look.under(style), pieces)
            case "s":
                self._said(" " * whole(element, f"{TEXT}c", most=MOST_BLANKS), look, pieces)
            case "tab":
                self._said("\t", look, pieces)
            case "line-break":
                pieces += [] if self._changes.skips else [Piece(node=nodes.line_break())]
            case "a":
                self._link(element, look, pieces)
            case "note":
                blocks = [] if self._changes.skips else self._note(element)
                pieces += [Piece(node=nodes.note(blocks))] if blocks else []
            case "bookmark" | "bookmark-start" | "reference-mark" | "reference-mark-start":
                pieces += self._bookmark(element.get(f"{TEXT}name", ""))
            case "change-start" | "change-end" | "change":
                pieces += self._change(element, look)
            case _:
                self._other(element, look, pieces)

    def _other(self, element: _Element, look: Look, pieces: list[Piece]) -> None:
        if element.tag == f"{OFFICE}annotation":
            said = " ".join(words_in(each) for each in element if each.tag in PARAGRAPHS)
            author = "".join(element.findtext(f"{DC}creator") or "")
            self._account.commented(" ".join(said.split()), author, words(pieces)[-NEAR:])
        elif element.tag.startswith(DRAW):
            pieces += self.drawn(element)
        elif element.tag in SILENT or element.tag.startswith(OFFICE):
            return
        else:
            if element.tag in REFERENCES:
                self._account.remarks.add(REFERENCE, words_in(element))
            self._content(element, look, pieces)

    def _link(self, element: _Element, look: Look, pieces: list[Piece]) -> None:
        inner: list[Piece] = []
        self._content(element, look, inner)
        target = element.get(f"{XLINK}href", "").partition("|")[0]
        if target and words(inner).strip():
            pieces.append(Piece(node=nodes.link(inlines(inner, without=frozenset({"Underline"})), target)))
        else:
            pieces += inner

    def _bookmark(self, name: str) -> list[Piece]:
        """Where a link leads to, and where the unit of an edition of ours begins, whose ID it names."""
        called = place(name)
        return [Piece(node=nodes.span([], id=called))] if called != name or name in self._targets else []

    def _change(self, element: _Element, look: Look) -> list[Piece]:
        """The text that was taken out here, where it is put back."""
        id = element.get(f"{TEXT}change-id", "")
        if element.tag == f"{TEXT}change-start":
            self._changes.begin(id)
        elif element.tag == f"{TEXT}change-end":
            self._changes.end(id)
        elif not self._account.keeps_inserted:
            restored: list[Piece] = []
            for at, paragraph in enumerate(self._changes.deleted(id)):
                restored += [Piece(node=SPLIT)] if at else []
                self._content(paragraph, look, restored)
            return restored
        return []

    # --- pictures and boxes --------------------------------------------------------------------------------------

    def drawn(self, element: _Element) -> Iterator[Piece]:
        """The pictures of a frame or shape; its text goes its own way."""
        if self._changes.skips:
            return
        boxes = [each for each in element.iter(f"{DRAW}text-box") if _is_outermost(each, element)]
        if not boxes and element.tag != f"{DRAW}frame" and _has_text(element):
            boxes = [element]
        for each in boxes:
            self._account.remarks.add(TEXT_BOX)
            self._box(each)
        shown = [] if boxes else list(self._pictures(element))
        if not shown and not boxes:
            self._account.remarks.add(OBJECT)
        yield from shown

    def _pictures(self, element: _Element) -> Iterator[Piece]:
        """The first picture of each frame: others are its second forms."""
        for frame in [element, *element.iter(f"{DRAW}frame")] if element.tag != f"{DRAW}frame" else [element]:
            image = frame.find(f"{DRAW}image")
            if image is not None and (name := self._picture(image.get(f"{XLINK}href", ""))):
                said = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
                yield Piece(node=nodes.image(name, " ".join(said.split())))


def _is_outermost(box: _Element, upto: _Element) -> bool:
    around = box.getparent()
    while around is not None and around is not upto:
        if around.tag == f"{DRAW}text-box":
            return False
        around = around.getparent()
    return True


def _has_text(element: _Element) -> bool:
    return any(words_in(each) for each in element if each.tag in PARAGRAPHS)
