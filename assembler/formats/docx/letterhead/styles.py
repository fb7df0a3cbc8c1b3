"""The styles part that the sheet gives, with what the letterhead says of styles of the same name.

A style that the letterhead defines looks as it says there, with the styles that it is based on; a style that it does
not define looks as in the sheet, in the letterhead's fonts. Running text that it has no style of its own for looks as
its plain text. Numbering, outline levels and the indents that numbers hang in stay ours: they are computed. In editions
in several languages titles and headings are not larger than the sheet's, which are small there for the columns' sake.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assembler.formats.docx import xml
from assembler.formats.docx.looks import paragraph_properties
from assembler.formats.docx.styles import NUMBERED, QUOTES, definitions
from assembler.formats.letterhead import HEADLINES
from assembler.style.model import ParagraphLook, StyleSheet

if TYPE_CHECKING:
    from lxml.etree import _Element

W = f"{{{xml.W}}}"
NONE = ParagraphLook(
    before=0, after=0, line=1, left=0, right=0, first=0, align="left", keep_with_next=False, keep_together=False,
    page_break_before=False, widow_control=True,
)  # fmt: skip
"""What a style says that shall take nothing from the letterhead's plain text."""

RUNNING_TEXT = ("BodyText", NUMBERED)
OURS = ("numPr", "outlineLvl")
INDENTS = ("ind", "tabs")
ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
)  # fmt: skip
"""Of the properties of a paragraph, as the schema wants them. What is not among them is left out."""


class Merging:
    """One styles part in the making."""

    def __init__(self, ours: str, theirs: bytes, sheet: StyleSheet, *, several: bool) -> None:
        from lxml import etree

        self.several = several
        self.root = etree.fromstring(ours.encode())
        self.theirs = etree.fromstring(theirs) if theirs else etree.Element(f"{W}styles")
        self.sheet = sheet
        self.by_name = {_name(style): style for style in self.root.iter(f"{W}style")}
        self.by_id = {style.get(f"{W}styleId", ""): style for style in self.theirs.iter(f"{W}style")}
        self.taken = {str(style.get(f"{W}styleId")) for style in self.by_name.values()}
        self.ids: dict[str, str] = {}

    def written(self) -> bytes:
        from lxml import etree

        return bytes(etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True))

    def take_defaults(self, language: str) -> None:
        """The letterhead's defaults, in the document's language."""
        theirs, ours = self.theirs.find(f"{W}docDefaults"), self.root.find(f"{W}docDefaults")
        if theirs is None or ours is None:
            return
        taken = _cleaned(theirs)
        for defaults, inner in (("rPrDefault", "rPr"), ("pPrDefault", "pPr")):
            holder = taken.find(f"{W}{defaults}")
            if holder is None:
                holder = _sub(taken, defaults)
            properties = holder.find(f"{W}{inner}")
            if properties is None:
                properties = _sub(holder, inner)
            if inner == "rPr":
                tongue = _sub(properties, "lang")
                for key, value in (("val", language), ("eastAsia", language), ("bidi", "ar-SA")):
                    tongue.set(f"{W}{key}", value)
        taken[:] = [each for name in ("rPrDefault", "pPrDefault") for each in taken.iter(f"{W}{name}")]
        self.root.replace(ours, taken)

    def take_styles(self) -> None:
        """All of ours: as the letterhead has them, or complete in themselves."""
        defined = {_name(style): id for id, style in self.by_id.items()}
        whole = (style for style in definitions(self.sheet) if style.own is None)
        looks = {style.id: style.look for style in whole if isinstance(style.look, ParagraphLook)}
        for name, ours in list(self.by_name.items()):
            id = str(ours.get(f"{W}styleId"))
            if name in defined and name[0] != "table":
                self._adopt(ours, self.by_id[defined[name]])
            elif id in RUNNING_TEXT:
                _strip_looks(ours)
            elif (look := looks.get(id)) is not None and id not in _INNER_QUOTES:
                self._complete(ours, look)
        numbered = self.by_name.get(("paragraph", "numbered paragraph"))
        if numbered is not None and ("paragraph", "numbered paragraph") not in defined:
            _set(numbered, "basedOn", "BodyText")

    def id_of(self, theirs: str) -> str:
        """The id that a style of the letterhead has with us, which is brought in if we have none of its name."""
        style = self.by_id.get(theirs)
        if style is None:
            return ""
        if theirs not in self.ids:
            same = self.by_name.get(_name(style))
            if same is not None:
                self.ids[theirs] = str(same.get(f"{W}styleId"))
            else:
                self._bring(theirs, style)
        return self.ids[theirs]

    def _bring(self, theirs: str, style: _Element) -> None:
        id = theirs if theirs not in self.taken else f"Letterhead{theirs}"
        self.ids[theirs] = id
        self.taken.add(id)
        brought = _cleaned(style)
        brought.attrib.pop(f"{W}default", "")
        brought.set(f"{W}styleId", id)
        for name in ("next", "link", "numPr", "aliases", "rsid"):
            for each in list(brought.iter(f"{W}{name}")):
                _parent(each).remove(each)
        self._rebase(brought, style)
        self.by_name[_name(style)] = brought
        self.root.append(brought)

    def _rebase(self, ours: _Element, theirs: _Element) -> None:
        base = theirs.find(f"{W}basedOn")
        id = "" if base is None else self.id_of(str(base.get(f"{W}val")))
        if id and id != ours.get(f"{W}styleId"):
            _set(ours, "basedOn", id)
        elif (own := ours.find(f"{W}basedOn")) is not None:
            ours.remove(own)

    def _adopt(self, ours: _Element, theirs: _Element) -> None:
        """The looks of the letterhead's style in ours."""
        kept, printed = _kept(ours), ours.find(f"{W}rPr")
        hangs = _hangs(ours)
        _strip_looks(ours)
        taken = _cleaned(theirs)
        properties, characters = taken.find(f"{W}pPr"), taken.find(f"{W}rPr")
        if ours.get(f"{W}type") == "paragraph":
            own = [
                each for each in (properties if properties is not None else ()) if not (hangs and _is(each, INDENTS))
            ]
            own = [each for each in own if not _is(each, OURS)]
            if any(_is(each, ("tabs",)) for each in own):
                kept = [each for each in kept if not _is(each, ("tabs",)) or hangs]
            _put_properties(ours, [*own, *(each for each in kept if _is(each, OURS) or hangs or _is(each, ("tabs",)))])
        if characters is not None:
            if self.several and str(ours.get(f"{W}styleId")).startswith(HEADLINES):
                self._limit(characters, printed)
            ours.append(characters)
        self._rebase(ours, theirs)

    def _limit(self, theirs: _Element, ours: _Element | None) -> None:
        """Type no larger than ours, or where that says nothing than plain text."""
        own = None if ours is None else ours.find(f"{W}sz")
        most = round(2 * (self.sheet.text.size or 0)) if own is None else int(own.get(f"{W}val", "0"))
        for size in theirs.iter(f"{W}sz", f"{W}szCs"):
            if most and float(size.get(f"{W}val", "0")) > most:
                size.set(f"{W}val", str(most))

    def _complete(self, ours: _Element, look: ParagraphLook) -> None:
        """The look of the sheet with all that it inherits there, so that nothing comes from the letterhead's text."""
        from lxml import etree

        whole = self.sheet.paragraph(look)
        absent = {name: getattr(NONE, name) for name in NONE.__struct_fields__ if getattr(whole, name) is None}
        text = paragraph_properties(replace(whole, **absent))
        kept = [each for each in _kept(ours) if _is(each, (*OURS, "tabs"))]
        fragment = etree.fromstring(f"<x {xml.NAMESPACES}>{text}</x>")
        (made,) = fragment
        old = ours.find(f"{W}pPr")
        if old is not None:
            ours.remove(old)
        _put_properties(ours, [*made, *kept])


_INNER_QUOTES = frozenset(QUOTES.values()) - {"Quote"}


def _kept(style: _Element) -> list[_Element]:
    """Of our own properties those that may have to stay."""
    properties = style.find(f"{W}pPr")
    return [each for each in (properties if properties is not None else ()) if _is(each, (*OURS, *INDENTS))]


def _hangs(style: _Element) -> bool:
    """Whether numbers or bullets stand in the indent of the style."""
    id = str(style.get(f"{W}styleId"))
    return id == NUMBERED or id.startswith(("ListBullet", "ListNumber", "ListContinue"))


def _strip_looks(style: _Element) -> None:
    """Without its looks; running text that hangs from its number keeps that."""
    kept = _kept(style) if _hangs(style) else []
    for name in ("pPr", "rPr"):
        for each in style.findall(f"{W}{name}"):
            style.remove(each)
    if kept:
        _put_properties(style, kept)


def _put_properties(style: _Element, properties: Iterable[_Element]) -> None:
    """The paragraph's properties in their order, before those of its characters; of two alike the last."""
    for each in style.findall(f"{W}pPr"):
        style.remove(each)
    by_name = {_local(each): each for each in properties}
    ordered = [by_name[name] for name in ORDER if name in by_name]
    if not ordered:
        return
    from lxml import etree

    holder = etree.Element(f"{W}pPr")
    holder.extend(ordered)
    characters = style.find(f"{W}rPr")
    if characters is None:
        style.append(holder)
    else:
        characters.addprevious(holder)


def _cleaned(element: _Element) -> _Element:
    """A copy in the vocabulary of the standard alone, without languages and marks of revisions."""
    copy = deepcopy(element)
    for each in list(copy.iter("*")):
        gone = not str(each.tag).startswith(W) or _is(each, ("lang", "pPrChange", "rPrChange", "rsid"))
        if gone and each is not copy:
            _parent(each).remove(each)
            continue
        for key in [str(key) for key in each.attrib]:
            if not key.startswith(W) or "rsid" in key:
                del each.attrib[key]
    return copy


def _name(style: _Element) -> tuple[str, str]:
    name = style.find(f"{W}name")
    return str(style.get(f"{W}type")), str(name.get(f"{W}val")).lower() if name is not None else ""


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is(element: _Element, names: Iterable[str]) -> bool:
    return _local(element) in names


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _sub(parent: _Element, name: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{W}{name}")


def _set(style: _Element, name: str, value: str) -> None:
    """Set `basedOn`, which stands behind the name."""
    each = style.find(f"{W}{name}")
    if each is None:
        from lxml import etree

        each = etree.Element(f"{W}{name}")
        before = style.find(f"{W}name")
        assert before is not None
        before.addnext(each)
    each.set(f"{W}val", value)


def merged(ours: str, theirs: bytes, sheet: StyleSheet, language: str, *, several: bool = False) -> Merging:
    """Our styles part over the letterhead's; the mapping of ids stays open for what headers and footers name."""
    merging = Merging(ours, theirs, sheet, several=several)
    merging.take_defaults(language)
    merging.take_styles()
    return merging


def renamed(tree: _Element, merging: Merging) -> None:
    """Let a header or footer name its styles by our ids; what is defined nowhere is not named."""
    for element in list(tree.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
        id = merging.id_of(str(element.get(f"{W}val")))
        if id:
            element.set(f"{W}val", id)
        else:
            _parent(element).remove(element)
