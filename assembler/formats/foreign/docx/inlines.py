"""What is in a paragraph of a DOCX file: runs, links, fields, notes, pictures, tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from assembler.document.bookmarks import place
from assembler.formats.foreign import nodes
from assembler.formats.foreign.choice import Account
from assembler.formats.foreign.docx.fields import Fields
from assembler.formats.foreign.docx.parts import DECORATIVE, MC, WP, A, M, R, Target, V, W, child, number, value
from assembler.formats.foreign.docx.styles import Run, Styles, run
from assembler.formats.foreign.nodes import Node
from assembler.formats.foreign.pieces import Piece, inlines, words
from assembler.formats.foreign.remarks import HIDDEN, OBJECT, SYMBOL, TEXT_BOX
from assembler.formats.foreign.symbols import sign

if TYPE_CHECKING:
    from lxml.etree import _Element

TRANSPARENT = frozenset(
    f"{W}{name}" for name in ("smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "subDoc")
)  # fmt: skip
INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
NEAR = 60
"""Characters before a change or a comment that show where it is."""
TEXT_BOXES = f"{W}txbxContent"


class Inlines:
    """Reads the paragraphs of one part.

    `notes` gives the blocks of a note by its kind and id, `box` takes what stands in a text box, `picture` takes the
    name of a picture's part and gives the one that it has from now on. `targets` are the bookmarks that links lead to.
    """

    def __init__(
        self,
        account: Account,
        styles: Styles,
        related: dict[str, Target],
        *,
        notes: Callable[[str, str], list[Node]],
        box: Callable[[_Element], None],
        picture: Callable[[str], str],
        targets: frozenset[str] = frozenset(),
    ) -> None:
        self.account = account
        self.fields = Fields(account)
        self._styles = styles
        self._related = related
        self._notes = notes
        self._box = box
        self._picture = picture
        self._targets = targets

    def read(self, paragraph: _Element, look: Run) -> list[Piece]:
        """The pieces of a paragraph whose style has this look."""
        self.fields.begin_paragraph()
        pieces: list[Piece] = []
        self._children(paragraph, look, pieces)
        return self.fields.end_paragraph(pieces)

    # --- around runs ------------------------------------------------------------------------------------------

    def _children(self, parent: _Element, look: Run, pieces: list[Piece]) -> None:
        for element in parent:
            self._element(element, look, pieces)

    def _element(self, element: _Element, look: Run, pieces: list[Piece]) -> None:
        tag = element.tag
        if tag == f"{W}r":
            self._run(element, look, pieces)
        elif tag in TRANSPARENT:
            self._children(element, look, pieces)
        elif tag in INSERTED or tag in DELETED:
            self._changed(element, look, pieces, inserted=tag in INSERTED)
        elif tag == f"{W}hyperlink":
            self._link(element, look, pieces)
        elif tag == f"{W}fldSimple":
            inner: list[Piece] = []
            self._children(element, look, inner)
            pieces += self.fields.shown(value(element, "instr"), inner)
        elif tag == f"{W}bookmarkStart":
            pieces += self._bookmark(value(element, "name"))
        elif tag in (f"{M}oMath", f"{M}oMathPara"):
            formula = "".join(each.text or "" for each in element.iter(f"{M}t"))
            pieces += [Piece(node=nodes.formula(formula))] if formula.strip() else []
        elif tag == f"{MC}AlternateContent":
            self._alternate(element, lambda each: self._element(each, look, pieces))

    def _changed(self, element: _Element, look: Run, pieces: list[Piece], *, inserted: bool) -> None:
        """Words that were put in or taken out, where they are kept."""
        near = words(pieces)[-NEAR:]
        said: list[Piece] = []
        if inserted == self.account.keeps_inserted:
            self._children(element, look, said)
            pieces += said
        else:
            said = [Piece(each.text or "") for each in element.iter(f"{W}t", f"{W}delText")]
        kind = "insertion" if inserted else "deletion"
        self.account.changed(kind, words(said), value(element, "author"), near)  # type: ignore[arg-type]

    def _link(self, element: _Element, look: Run, pieces: list[Piece]) -> None:
        inner: list[Piece] = []
        self._children(element, look, inner)
        target = self._related.get(element.get(f"{R}id", ""))
        address = target.name if target is not None and target.outside else ""
        anchor = value(element, "anchor")
        where = address + (f"#{anchor}" if anchor and address else "")
        pieces += linked(inner, where or (f"#{anchor}" if anchor else ""))

    def _bookmark(self, name: str) -> list[Piece]:
        """Where a link leads to, and where the unit of an edition of ours begins, whose ID it names."""
        called = place(name)
        return [Piece(node=nodes.span([], id=called))] if called != name or name in self._targets else []

    def _alternate(self, element: _Element, read: Callable[[_Element], None]) -> None:
        """Of two forms of one thing the first that says something to us."""
        choices = [*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")]
        for each in next((choice for choice in choices if len(choice)), ()):
            read(each)

    # --- runs ----------------------------------------------------------------------------------------------------

    def _run(self, element: _Element, look: Run, pieces: list[Piece]) -> None:
        properties = child(element, "rPr")
        named = self._styles.character(value(child(properties, "rStyle")))
        own = look.under(named).under(run(properties))
        if own.hidden:
            hidden = "".join(each.text or "" for each in element.iter(f"{W}t"))
            if hidden.strip() and not self.fields.in_code:
                self.account.remarks.add(HIDDEN, hidden)
            return
        marks = _marks(own)
        for each in element:
            self._in_run(each, marks, own, pieces)

    def _in_run(self, element: _Element, marks: frozenset[str], look: Run, pieces: list[Piece]) -> None:
        tag = element.tag
        if tag == f"{W}fldChar":
            self.fields.sign(element, pieces)
        elif tag in (f"{W}instrText", f"{W}delInstrText"):
            self.fields.code(element.text or "")
        elif self.fields.in_code:
            return
        elif text := _text(element, self.account):
            pieces.append(Piece(text, marks, look.language or ""))
        else:
            self._other(element, marks, look, pieces)

    def _other(self, element: _Element, marks: frozenset[str], look: Run, pieces: list[Piece]) -> None:
        """What in a run is not text."""
        tag = element.tag
        if tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnotes" if tag == f"{W}footnoteReference" else "endnotes"
            blocks = self._notes(kind, value(element, "id"))
            pieces += [Piece(node=nodes.note(blocks))] if blocks else []
        elif (tag == f"{W}br" and value(element, "type") in ("", "textWrapping")) or tag == f"{W}cr":
            pieces.append(Piece(node=nodes.line_break()))
        elif tag == f"{W}br":
            pieces.append(Piece(" "))
        elif tag == f"{W}commentReference":
            self.account.marks[value(element, "id")] = words(pieces)[-NEAR:]
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            pieces += self._drawn(element)
        elif tag == f"{W}ruby":
            for each in element.iter(f"{W}rubyBase"):
                self._children(each, look, pieces)
        elif tag == f"{MC}AlternateContent":
            self._alternate(element, lambda each: self._in_run(each, marks, look, pieces))

    # --- pictures and boxes --------------------------------------------------------------------------------------

    def _drawn(self, element: _Element) -> Iterator[Piece]:
        """The pictures in a drawing; its text boxes go their own way."""
        boxes = [each for each in element.iter(TEXT_BOXES) if not _inside(each, element, TEXT_BOXES)]
        boxes = _first_forms(boxes, element)
        for each in boxes:
            self.account.remarks.add(TEXT_BOX)
            self._box(each)
        shown = [Piece(node=node) for node in self._pictures(element) if node is not None]
        if not shown and not boxes:
            self.account.remarks.add(OBJECT)
        yield from shown

    def _pictures(self, element: _Element) -> Iterator[Node | None]:
        said = next(element.iter(f"{WP}docPr"), None)
        description = (said.get("descr") or "") if said is not None else ""
        decorative = any(each.get("val") in ("1", "true") for each in element.iter(DECORATIVE))
        for each in element.iter(f"{A}blip", f"{V}imagedata"):
            if _inside(each, element, TEXT_BOXES):
                continue
            target = self._related.get(each.get(f"{R}embed") or each.get(f"{R}link") or each.get(f"{R}id") or "")
            if target is not None:
                name = target.name if target.outside else self._picture(target.name)
                title = each.get("{urn:schemas-microsoft-com:office:office}title") or ""
                words = " ".join((description or title).split())
                yield nodes.image(name, words, decorative=decorative) if name else None


def _inside(element: _Element, upto: _Element, tag: str) -> bool:
    around = element.getparent()
    while around is not None and around is not upto:
        if around.tag == tag:
            return True
        around = around.getparent()
    return False


def _first_forms(boxes: list[_Element], upto: _Element) -> list[_Element]:
    """Without the boxes of second forms, which say the same again."""
    firsts = [each for each in boxes if not _inside(each, upto, f"{MC}Fallback")]
    return firsts or boxes


def _marks(look: Run) -> frozenset[str]:
    found = {
        "Strong": look.bold, "Emph": look.italic, "Underline": look.underlined, "Strikeout": look.struck,
        "SmallCaps": look.small, "Superscript": look.raised == "superscript", "Subscript": look.raised == "subscript",
    }  # fmt: skip
    return frozenset(name for name, on in found.items() if on)


def _text(element: _Element, account: Account) -> str:
    match element.tag.rpartition("}")[2]:
        case "t" | "delText":
            return element.text or ""
        case "tab" | "ptab":
            return "\t"
        case "noBreakHyphen":
            return "\u2011"
        case "sym":
            shown = sign(value(element, "font"), number(f"{int(value(element, 'char') or '0', 16)}"))
            account.remarks.add(SYMBOL, sign=shown)
            return shown
        case _:
            return ""


def linked(pieces: list[Piece], target: str) -> list[Piece]:
    """The pieces as a link, where there is something to lead to and something to read."""
    if not target or not words(pieces).strip():
        return pieces
    content = inlines(pieces, without=frozenset({"Underline"}))
    return [Piece(node=nodes.link(content, target))]
