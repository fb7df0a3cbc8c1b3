"""A letterhead in the styles part of an edition: its pages, its headers and footers, its styles of the same name.

A style that the letterhead defines looks as it says there, with the styles that it is based on; a style that it does
not define looks as in the sheet. Running text that it has no style of its own for looks as its plain text. Numbering,
outline levels and the indents that numbers hang in stay ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, get_args

from assembler.formats import markup
from assembler.formats.letterhead import HEADLINES
from assembler.formats.odt import xml
from assembler.formats.odt.ledger import Ledger
from assembler.formats.odt.letterhead.clean import DRAW, FO, OFFICE, STYLE, TABLE, TEXT, XLINK, remove
from assembler.formats.odt.letterhead.read import Element, Letterhead, PageKind, layout_of, length, strip_of
from assembler.formats.odt.pages import COVER, LANDSCAPE, PAGE, TURNED
from assembler.formats.odt.styles import NUMBERED

if TYPE_CHECKING:
    from lxml.etree import _Element

OURS: dict[PageKind, tuple[str, str]] = {"cover": (COVER, "Cover"), "others": (PAGE, "Pages")}
"""By kind of page our master page and its layout."""

NAMING = (
    f"{TEXT}style-name", f"{DRAW}style-name", f"{TABLE}style-name", f"{STYLE}parent-style-name",
    f"{DRAW}text-style-name", f"{STYLE}list-style-name", f"{STYLE}data-style-name", f"{TEXT}visited-style-name",
    f"{STYLE}leader-text-style",
)  # fmt: skip
"""Attributes that name a style."""
FONT_SIZES = (f"{FO}font-size", f"{STYLE}font-size-asian", f"{STYLE}font-size-complex")

PREFIX = "Letterhead"
HANGING = ("List_20_", "Numbering_20_")
RUNNING_TEXT = ("Text_20_body", xml.name(NUMBERED))
EDGES = (f"{FO}margin-left", f"{FO}margin-right", f"{FO}text-indent")
LANGUAGES = (f"{FO}language", f"{FO}country", f"{FO}script", f"{STYLE}rfc-language-tag")
FAMILIES = ("paragraph", "text")


def lay_under(styles: str, ledger: Ledger, letterhead: Letterhead) -> tuple[str, dict[str, bytes]]:
    """The styles part with the letterhead in it, and its pictures by their names in the package."""
    laying = _Laying(styles, ledger, letterhead)
    laying.fonts()
    laying.styles()
    for kind in get_args(PageKind):
        laying.page(kind)
    if ledger.is_turned:
        laying.turned()
    return laying.written(), laying.pictures


class _Laying:
    def __init__(self, styles: str, ledger: Ledger, letterhead: Letterhead) -> None:
        from lxml import etree

        self.ledger = ledger
        self.letterhead = letterhead
        self.ours = etree.fromstring(styles.encode())
        self.theirs = etree.fromstring(letterhead.styles)
        self.named = _child(self.ours, "styles")
        self.automatic = _child(self.ours, "automatic-styles")
        self.known = {key: each for each in self.named for key in _keys(each)}
        self.their_named = {key: each for each in self.theirs.iterfind(f"{OFFICE}styles/*") for key in _keys(each)}
        self.their_automatic = {
            key: each for each in self.theirs.iterfind(f"{OFFICE}automatic-styles/*") for key in _keys(each)
        }
        self.brought: set[tuple[str, str]] = set()
        self.pictures: dict[str, bytes] = {}

    def written(self) -> str:
        from lxml import etree

        etree.cleanup_namespaces(self.ours)
        return xml.DECLARATION + etree.tostring(self.ours, encoding="unicode")

    def fonts(self) -> None:
        """Theirs beside ours."""
        ours = _child(self.ours, "font-face-decls")
        there = {each.get(f"{STYLE}name") for each in ours}
        for face in self.theirs.iterfind(f"{OFFICE}font-face-decls/*"):
            if face.get(f"{STYLE}name") not in there:
                for source in list(face):
                    face.remove(source)
                ours.append(deepcopy(face))

    def styles(self) -> None:
        for (family, name), ours in list(self.known.items()):
            theirs = self.their_named.get((family, name))
            if name == "" and family == "paragraph" and theirs is not None:
                self._default(ours, theirs)
            elif family in FAMILIES and name and theirs is not None:
                self._adopt(ours, theirs, hangs=name.startswith(HANGING) or name == xml.name(NUMBERED))
            elif family == "paragraph" and name in RUNNING_TEXT:
                _without_looks(ours, keep=EDGES if name == xml.name(NUMBERED) else ())
            elif family == "paragraph" and ours.get(f"{STYLE}parent-style-name") == "Standard":
                self._complete(ours)

    def _default(self, ours: _Element, theirs: _Element) -> None:
        """Their defaults, in our language."""
        said = {key: value for each in ours for key, value in _attributes(each) if key in LANGUAGES}
        kept = [deepcopy(each) for each in theirs]
        for each in kept:
            for key in LANGUAGES:
                each.attrib.pop(key, "")
            if each.tag == f"{STYLE}text-properties":
                for key, value in said.items():
                    each.set(key, value)
        ours[:] = kept

    def _adopt(self, ours: _Element, theirs: _Element, *, hangs: bool) -> None:
        """Their looks and their parent; what our numbers hang in, and our stops where they have none, stay."""
        own = ours.find(f"{STYLE}paragraph-properties")
        taken = [deepcopy(each) for each in theirs if each.tag != f"{STYLE}map"]
        for each in taken:
            for key in LANGUAGES:
                each.attrib.pop(key, "")
        properties = next((each for each in taken if each.tag == f"{STYLE}paragraph-properties"), None)
        if own is not None and properties is None and (hangs or len(own)):
            properties = _made("paragraph-properties")
            taken.insert(0, properties)
        if own is not None and properties is not None:
            _keep(properties, own, hangs=hangs)
        if self.ledger.document.front and str(ours.get(f"{STYLE}name")).startswith(HEADLINES):
            self._limit(taken, ours)
        ours[:] = taken
        parent = theirs.get(f"{STYLE}parent-style-name")
        if parent is None:
            ours.attrib.pop(f"{STYLE}parent-style-name", "")
        else:
            ours.set(f"{STYLE}parent-style-name", parent)
            self._bring_named((str(theirs.get(f"{STYLE}family")), parent))

    def _limit(self, theirs: list[_Element], ours: _Element) -> None:
        """Type no larger than ours, or where that says nothing than plain text."""
        own = ours.find(f"{STYLE}text-properties")
        said = "" if own is None else str(own.get(FONT_SIZES[0], ""))
        most = _points(said) or self.ledger.sheet.text.size or 0
        for each in theirs:
            for key in FONT_SIZES:
                if _points(str(each.get(key, ""))) > most > 0:
                    each.set(key, f"{most:g}pt")

    def _complete(self, ours: _Element) -> None:
        """Nothing of their plain text's margins and indents in a style that they do not have."""
        properties = ours.find(f"{STYLE}paragraph-properties")
        if properties is None:
            properties = _made("paragraph-properties")
            ours.insert(0, properties)
        text = self.ledger.sheet.text
        usual = {
            f"{FO}margin-left": "0mm", f"{FO}margin-right": "0mm", f"{FO}text-indent": "0mm",
            f"{FO}margin-top": f"{text.before or 0}pt", f"{FO}margin-bottom": f"{text.after or 0}pt",
            f"{FO}line-height": f"{round((text.line or 1) * 100)}%",
            f"{FO}text-align": {"left": "start", "right": "end", "center": "center", "justify": "justify"}[
                text.align or "left"],
        }  # fmt: skip
        for key, value in usual.items():
            if key not in properties.attrib:
                properties.set(key, value)

    def page(self, kind: PageKind) -> None:
        """The paper, header and footer of a kind of page."""
        master = next(
            each for each in self.ours.iter(f"{STYLE}master-page") if each.get(f"{STYLE}name") == OURS[kind][0]
        )
        ours = next(each for each in self.ours.iter(f"{STYLE}page-layout") if each.get(f"{STYLE}name") == OURS[kind][1])
        name = self.letterhead.masters[kind]
        theirs = layout_of(self.theirs, name)
        their_master = next(
            (each for each in self.theirs.iter(f"{STYLE}master-page") if each.get(f"{STYLE}name") == name), None
        )
        if theirs is None or their_master is None:
            return
        elements: tuple[Element, ...] = ("header", "footer")
        self._paper(ours, theirs)
        for position, element in enumerate(elements):
            if (kind, element) not in self.letterhead.strips:
                continue
            side = "top" if element == "header" else "bottom"
            _take(ours, theirs, f"{FO}margin-{side}")
            _replace(ours, theirs, f"{STYLE}{element}-style")
            strip = strip_of(their_master, kind, element)
            assert strip is not None
            made = self._strip(strip, element)
            for old in master.findall(f"{STYLE}{element}"):
                master.remove(old)
            place = 0 if position == 0 else len(master.findall(f"{STYLE}header"))
            master.insert(place, made)

    def turned(self) -> None:
        """Landscape pages: the letterhead's header and footer of usual ones. The paper is the sheet's, which is the
        letterhead's already."""
        masters = {str(each.get(f"{STYLE}name")): each for each in self.ours.iter(f"{STYLE}master-page")}
        layouts = {str(each.get(f"{STYLE}name")): each for each in self.ours.iter(f"{STYLE}page-layout")}
        layout, usual = layouts[TURNED], layouts[OURS["others"][1]]
        brought = [element for kind, element in self.letterhead.strips if kind == "others"]
        for element in brought:
            for old in masters[LANDSCAPE].findall(f"{STYLE}{element}"):
                masters[LANDSCAPE].remove(old)
            for strip in masters[PAGE].findall(f"{STYLE}{element}"):
                masters[LANDSCAPE].insert(0 if element == "header" else len(masters[LANDSCAPE]), deepcopy(strip))
            _take(layout, usual, f"{FO}margin-{'top' if element == 'header' else 'bottom'}")
            _replace(layout, usual, f"{STYLE}{element}-style")
        _take(layout, usual, f"{FO}background-color")

    def _paper(self, ours: _Element, theirs: _Element) -> None:
        """Their paper, but for its width and height where an edition has turned it."""
        for key in ("margin-left", "margin-right", "background-color"):
            _take(ours, theirs, f"{FO}{key}")
        page = self.ledger.sheet.page
        properties = theirs.find(f"{STYLE}page-layout-properties")
        sides = () if properties is None else (properties.get(f"{FO}page-width"), properties.get(f"{FO}page-height"))
        width, height = (length(side) or 0 for side in sides or ("", ""))
        if (width > height) == (page.width > page.height):
            for key in (f"{FO}page-width", f"{FO}page-height", f"{STYLE}print-orientation"):
                _take(ours, theirs, key)

    def _strip(self, strip: _Element, element: Element) -> _Element:
        made = deepcopy(strip)
        made.tag = f"{STYLE}{element}"
        self._rename(made)
        for image in made.iter(f"{DRAW}image"):
            self._picture(image)
        stamp = self.ledger.stamp.text
        if element == "footer" and stamp:
            made.append(_stamp(stamp))
        return made

    def _picture(self, image: _Element) -> None:
        source = str(image.get(f"{XLINK}href", "")).removeprefix("./")
        ending = source.rpartition(".")[2].lower()
        name = f"Pictures/letterhead{sorted(self.letterhead.pictures).index(source) + 1}.{ending}"
        self.pictures[name] = self.letterhead.pictures[source]
        image.set(f"{XLINK}href", name)

    def _rename(self, tree: _Element) -> None:
        """Let a tree name its automatic styles by new names, under which they are brought in, as its named ones are."""
        for each in tree.iter("*"):
            for key, value in _attributes(each):
                if key not in NAMING:
                    continue
                automatic = [family for family, name in self.their_automatic if name == value]
                for family in automatic:
                    self._bring_automatic((family, value))
                if automatic:
                    each.set(key, PREFIX + value)
                for family in {family for family, name in self.their_named if name == value}:
                    self._bring_named((family, value))

    def _bring_automatic(self, key: tuple[str, str]) -> None:
        if ("automatic " + key[0], key[1]) in self.brought:
            return
        self.brought.add(("automatic " + key[0], key[1]))
        style = deepcopy(self.their_automatic[key])
        style.set(f"{STYLE}name", PREFIX + key[1])
        style.attrib.pop(f"{STYLE}master-page-name", "")
        self._rename(style)
        self.automatic.insert(0, style)

    def _bring_named(self, key: tuple[str, str]) -> None:
        if key in self.brought or key in self.known or key not in self.their_named:
            return
        self.brought.add(key)
        style = deepcopy(self.their_named[key])
        style.attrib.pop(f"{STYLE}master-page-name", "")
        for name in (f"{STYLE}next-style-name", f"{STYLE}default-outline-level"):
            style.attrib.pop(name, "")
        for each in style.iter("*"):
            for language in LANGUAGES:
                each.attrib.pop(language, "")
        self._rename(style)
        self.named.append(style)
        _in_order(self.named)


def _points(said: str) -> float:
    """A size in points; nothing for one that is a share of another."""
    return float(said[:-2]) if said.endswith("pt") else 0


def _in_order(styles: _Element) -> None:
    """Notes' configuration behind the styles."""
    for each in styles.findall(f"{TEXT}notes-configuration"):
        styles.remove(each)
        styles.append(each)


def _child(tree: _Element, name: str) -> _Element:
    found = tree.find(f"{OFFICE}{name}")
    assert found is not None
    return found


def _keys(style: _Element) -> Iterator[tuple[str, str]]:
    """Family and name; defaults have no name."""
    if style.tag in (f"{STYLE}style", f"{STYLE}default-style"):
        yield str(style.get(f"{STYLE}family")), str(style.get(f"{STYLE}name", ""))
    elif style.get(f"{STYLE}name") and style.tag != f"{STYLE}page-layout":
        yield str(style.tag), str(style.get(f"{STYLE}name"))


def _attributes(element: _Element) -> list[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in element.attrib.items()]


def _made(name: str) -> _Element:
    from lxml import etree

    return etree.Element(f"{STYLE}{name}")


def _stamp(text: str) -> _Element:
    """A draft says which one it is on every page, also below a letterhead's own footer."""
    from lxml import etree

    return etree.fromstring(
        f'<text:p xmlns:text="{TEXT[1:-1]}" text:style-name="Footer"><text:span text:style-name="Stamp">'
        f"{markup.clean(text)}</text:span></text:p>"
    )


def _without_looks(style: _Element, keep: Iterable[str]) -> None:
    """A style without its looks, but for some attributes of its paragraphs."""
    for each in list(style):
        if each.tag == f"{STYLE}text-properties":
            remove(each)
        for key, _ in _attributes(each):
            if key not in keep:
                del each.attrib[key]


def _keep(properties: _Element, own: _Element, *, hangs: bool) -> None:
    """Of our paragraph's own properties what stays among theirs."""
    properties.attrib.pop(f"{STYLE}page-number", "")
    if hangs:
        for key in (*EDGES, f"{FO}margin"):
            properties.attrib.pop(key, "")
        for key, value in _attributes(own):
            if key in EDGES:
                properties.set(key, value)
    stops = own.find(f"{STYLE}tab-stops")
    if properties.find(f"{STYLE}tab-stops") is None and stops is not None:
        properties.insert(0, deepcopy(stops))


def _take(ours: _Element, theirs: _Element, key: str) -> None:
    mine, other = ours.find(f"{STYLE}page-layout-properties"), theirs.find(f"{STYLE}page-layout-properties")
    if mine is not None and other is not None and other.get(key) is not None:
        mine.set(key, str(other.get(key)))


def _replace(ours: _Element, theirs: _Element, tag: str) -> None:
    mine, other = ours.find(tag), theirs.find(tag)
    if mine is not None and other is not None:
        ours.replace(mine, deepcopy(other))
