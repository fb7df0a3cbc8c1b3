"""What an edition takes over from a letterhead: pages, headers, footers with their pictures, styles, fonts.

Nothing else is looked at, so that nothing else can travel: no properties, settings, thumbnails, macros, comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from assembler.errors import ConfigurationError
from assembler.findings import Finding, Phrase, Place
from assembler.formats.letterhead import ENCRYPTED, LEFT_OUT, MACROS, opened, parsed, unreadable
from assembler.formats.odt.letterhead import clean
from assembler.formats.odt.letterhead.clean import FO, OFFICE, STYLE, SVG, TEXT, XLINK
from assembler.formats.odt.measures import MILLIMETRES_IN_POINT
from assembler.style.model import StyleSheet

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "ODT"
TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
OTHER_TYPE = Phrase("it is another kind of file than a document in ODT")

PageKind: TypeAlias = Literal["cover", "others"]
Element: TypeAlias = Literal["header", "footer"]

MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": MILLIMETRES_IN_POINT, "pc": 12 * MILLIMETRES_IN_POINT}


class Letterhead(Struct, frozen=True):
    """What is taken over. `styles` is the styles part, cleaned; `masters` the names of its pages, `strips` which of
    them have a header or footer that shows something; `pictures` the files by name in the package."""

    path: str
    styles: bytes
    masters: Mapping[PageKind, str]
    strips: frozenset[tuple[PageKind, Element]]
    page: Mapping[str, float]
    pictures: Mapping[str, bytes] = {}
    findings: tuple[Finding, ...] = ()

    def over(self, sheet: StyleSheet) -> StyleSheet:
        """The sheet with this paper and these margins, without what it prints on pages that have their own here."""
        names = {
            ("others", "header"): "header", ("others", "footer"): "footer",
            ("cover", "header"): "cover_header", ("cover", "footer"): "cover_footer",
        }  # fmt: skip
        own = {name: "" for key, name in names.items() if key in self.strips}
        return replace(sheet, page=replace(sheet.page, **self.page, **own))


def read(data: bytes, path: str) -> Letterhead:
    """The letterhead in an ODT file; `path` is its name in messages. Raises ConfigurationError."""
    entries = opened(data, path, FORMAT)
    _refuse_others(entries, path)
    styles = parsed(entries, "styles.xml", path, FORMAT)
    clean.without_foreign(styles)
    findings = tuple(LEFT_OUT.at(Place(path), what=what) for what in clean.strips(styles, entries))
    first = _first_master(parsed(entries, "content.xml", path, FORMAT), styles)
    masters = {str(each.get(f"{STYLE}name")): each for each in styles.iter(f"{STYLE}master-page")}
    if first not in masters:
        first = next(iter(masters), "")
    after = str(masters[first].get(f"{STYLE}next-style-name", first)) if masters else ""
    named: dict[PageKind, str] = {"cover": first, "others": after if after in masters else first}
    strips = frozenset(_strips(named, masters))
    pictures = {
        name: entries[name]
        for each in styles.iter("*")
        if (name := str(each.get(f"{XLINK}href", "")).removeprefix("./")) in entries
    }
    layout = layout_of(styles, named["others"])
    page = _page(layout, strips) if layout is not None else {}
    return Letterhead(path, clean.written(styles), named, strips, page, pictures, findings)


def layout_of(styles: _Element, master: str) -> _Element | None:
    """The page layout of a master page."""
    name = next(
        (each.get(f"{STYLE}page-layout-name") for each in styles.iter(f"{STYLE}master-page")
         if each.get(f"{STYLE}name") == master),
        None,
    )  # fmt: skip
    return next((each for each in styles.iter(f"{STYLE}page-layout") if each.get(f"{STYLE}name") == name), None)


def length(text: str | None) -> float | None:
    """`2.5cm` in millimetres; None where it is no length."""
    found = re.fullmatch(r"(-?[\d.]+)(mm|cm|in|pt|pc)", text or "")
    return float(found[1]) * MILLIMETRES[found[2]] if found else None


def _refuse_others(entries: Mapping[str, bytes], path: str) -> None:
    """Raise ConfigurationError for a package that is no document, is encrypted, or holds programs."""
    if entries.get("mimetype", b"").strip() not in TYPES:
        raise unreadable(path, FORMAT, OTHER_TYPE)
    if b"encryption-data" in entries.get("META-INF/manifest.xml", b""):
        raise unreadable(path, FORMAT, ENCRYPTED)
    if any(name.startswith(("Basic/", "Scripts/")) for name in entries):
        raise ConfigurationError(MACROS.at(Place(path), format=FORMAT))


def _first_master(content: _Element, styles: _Element) -> str:
    """The kind of page that the document begins with."""
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    begins = next(body.iter(f"{TEXT}p", f"{TEXT}h"), None) if body is not None else None
    name = begins.get(f"{TEXT}style-name") if begins is not None else None
    for tree in (content, styles):
        for style in tree.iter(f"{STYLE}style"):
            if style.get(f"{STYLE}name") == name and style.get(f"{STYLE}master-page-name"):
                return str(style.get(f"{STYLE}master-page-name"))
    return "Standard"


def _strips(named: Mapping[PageKind, str], masters: Mapping[str, _Element]) -> Iterator[tuple[PageKind, Element]]:
    elements: tuple[Element, ...] = ("header", "footer")
    for kind, name in named.items():
        for element in elements:
            strip = strip_of(masters[name], kind, element) if name in masters else None
            if strip is not None and clean.shows_something(strip):
                yield kind, element


def strip_of(master: _Element, kind: PageKind, element: Element) -> _Element | None:
    """The header or footer of a kind of page; the first page may have one apart."""
    apart = master.find(f"{STYLE}{element}-first") if kind == "cover" else None
    return apart if apart is not None else master.find(f"{STYLE}{element}")


def _page(layout: _Element, strips: frozenset[tuple[PageKind, Element]]) -> dict[str, float]:
    """Paper and margins in millimetres, by the names of a sheet's `Page`. Headers and footers stand inside the
    margins, which reach from the edge of the paper to the text."""
    properties = layout.find(f"{STYLE}page-layout-properties")
    if properties is None:
        return {}
    names = {"page-width": "width", "page-height": "height", "margin-left": "left", "margin-right": "right",
             "margin-top": "top", "margin-bottom": "bottom"}  # fmt: skip
    read = {name: length(properties.get(f"{FO}{key}")) for key, name in names.items()}
    found = {name: value for name, value in read.items() if value is not None and value >= 0}
    for element, side in (("header", "top"), ("footer", "bottom")):
        inner = layout.find(f"{STYLE}{element}-style/{STYLE}header-footer-properties")
        if ("others", element) in strips and inner is not None and side in found:
            found[f"{element}_distance"] = found[side]
            height = length(inner.get(f"{FO}min-height")) or length(inner.get(f"{SVG}height")) or 0.0
            found[side] += height
    return found
