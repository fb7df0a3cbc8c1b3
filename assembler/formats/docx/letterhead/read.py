"""What an edition takes over from a letterhead: pages, headers, footers with their pictures, styles, theme.

Nothing else is looked at, so that nothing else can travel: no properties, settings, custom XML, thumbnails, comments.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from assembler.errors import ConfigurationError
from assembler.findings import Finding, Phrase, Place
from assembler.formats.docx import xml
from assembler.formats.docx.letterhead import clean
from assembler.formats.docx.measures import TWIPS_IN_MILLIMETRE
from assembler.formats.letterhead import LEFT_OUT, MACROS, opened, parsed, unreadable
from assembler.style.model import StyleSheet

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "DOCX"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
OTHER_TYPE = Phrase("it is another kind of file than a document in DOCX")

Which: TypeAlias = Literal["default", "first", "even"]
Element: TypeAlias = Literal["header", "footer"]


class Strip(Struct, frozen=True):
    """A header or footer. `pictures` are the names of entries by relationship id, `links` addresses outside."""

    element: Element
    tree: bytes
    pictures: Mapping[str, str] = {}
    links: Mapping[str, str] = {}


class Letterhead(Struct, frozen=True):
    """What is taken over. `strips` are the headers and footers by element and by the pages that they stand on; a kind
    of page without one has the style sheet's. `pictures` are the files by name in the package."""

    path: str
    page: Mapping[str, float]
    strips: Mapping[tuple[Element, Which], Strip]
    even: bool
    styles: bytes
    theme: bytes = b""
    pictures: Mapping[str, bytes] = {}
    findings: tuple[Finding, ...] = ()

    def over(self, sheet: StyleSheet) -> StyleSheet:
        """The sheet with this paper and these margins, without what it prints on pages that have their own here."""
        own = {
            name: ""
            for name, key in (
                ("header", "default"),
                ("cover_header", "first"),
                ("footer", "default"),
                ("cover_footer", "first"),
            )
            if (name.removeprefix("cover_"), key) in self.strips
        }
        return replace(sheet, page=replace(sheet.page, **self.page, **own))


def read(data: bytes, path: str) -> Letterhead:
    """The letterhead in a DOCX file; `path` is its name in messages. Raises ConfigurationError."""
    from lxml import etree

    entries = opened(data, path, FORMAT)
    _refuse_others(entries, path)
    main = _target(entries, "", "officeDocument", path) or "word/document.xml"
    body = parsed(entries, main, path, FORMAT)
    related = {id: target for id, _, target, _ in _relations(entries, main, path)}
    findings: list[Finding] = []
    sections = list(body.iter(f"{{{xml.W}}}sectPr"))
    strips = dict(_strips(sections, entries, related, path, findings))
    styles = _target(entries, main, "styles", path)
    theme = _target(entries, main, "theme", path)
    pictures = {name: entries[name] for strip in strips.values() for name in strip.pictures.values()}
    return Letterhead(
        path=path,
        page=_page(sections[-1]) if sections else {},
        strips=strips,
        even=any(which == "even" for _, which in strips),
        styles=etree.tostring(parsed(entries, styles, path, FORMAT)) if styles in entries else b"",
        theme=clean.theme(parsed(entries, theme, path, FORMAT)) if theme in entries else b"",
        pictures=pictures,
        findings=tuple(findings),
    )


def _refuse_others(entries: Mapping[str, bytes], path: str) -> None:
    """Raise ConfigurationError for a package that is no document, or holds programs."""
    if "[Content_Types].xml" not in entries:
        raise unreadable(path, FORMAT, OTHER_TYPE)
    types = {str(each.get("ContentType")) for each in parsed(entries, "[Content_Types].xml", path, FORMAT)}
    if any("macroEnabled" in type or "vbaProject" in type for type in types) or any(
        "vbaProject" in name for name in entries
    ):
        raise ConfigurationError(MACROS.at(Place(path), format=FORMAT))
    if types.isdisjoint((MAIN.format("document"), MAIN.format("template"))):
        raise unreadable(path, FORMAT, OTHER_TYPE)


def _relations(entries: Mapping[str, bytes], part: str, path: str) -> Iterator[tuple[str, str, str, bool]]:
    """Id, type (its last word), target (an entry, or an address outside) of a part's relationships."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in entries:
        return
    for each in parsed(entries, rels, path, FORMAT).iter(RELATIONSHIPS):
        target, outside = str(each.get("Target")), each.get("TargetMode") == "External"
        inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield str(each.get("Id")), str(each.get("Type")).rpartition("/")[2], target if outside else inside, outside


def _target(entries: Mapping[str, bytes], part: str, type: str, path: str) -> str:
    return next((target for _, kind, target, _ in _relations(entries, part, path) if kind == type), "")


def _page(section: _Element) -> dict[str, float]:
    """Paper and margins in millimetres, by the names of a sheet's `Page`."""
    names = {
        "pgSz": {"w": "width", "h": "height"},
        "pgMar": {"top": "top", "bottom": "bottom", "left": "left", "right": "right",
                  "header": "header_distance", "footer": "footer_distance"},
    }  # fmt: skip
    found: dict[str, float] = {}
    for element, attributes in names.items():
        node = section.find(f"{{{xml.W}}}{element}")
        for attribute, name in attributes.items() if node is not None else ():
            value = node.get(f"{{{xml.W}}}{attribute}") if node is not None else None
            if value is not None and value.lstrip("-").isdecimal():
                found[name] = abs(int(value)) / TWIPS_IN_MILLIMETRE
    return found


def _strips(
    sections: list[_Element],
    entries: Mapping[str, bytes],
    related: Mapping[str, str],
    path: str,
    findings: list[Finding],
) -> Iterator[tuple[tuple[Element, Which], Strip]]:
    """The headers and footers that show something. What a section does not say it has from the one before."""
    named: dict[tuple[Element, Which], str] = {}
    elements: tuple[Element, ...] = ("header", "footer")
    for section in sections:
        for element in elements:
            for each in section.iter(f"{{{xml.W}}}{element}Reference"):
                which = each.get(f"{{{xml.W}}}type", "default")
                named[element, which] = related.get(each.get(f"{{{xml.R}}}id", ""), "")  # type: ignore[index]
    first_differs = bool(sections) and sections[-1].find(f"{{{xml.W}}}titlePg") is not None
    for element in elements:
        if not first_differs:
            named[element, "first"] = named.get((element, "default"), "")
    if "word/settings.xml" not in entries or not _even(parsed(entries, "word/settings.xml", path, FORMAT)):
        named = {key: name for key, name in named.items() if key[1] != "even"}
    for key, name in named.items():
        strip = _strip(key[0], name, entries, path, findings) if name in entries else None
        if strip is not None:
            yield key, strip


def _even(settings: _Element) -> bool:
    node = settings.find(f"{{{xml.W}}}evenAndOddHeaders")
    return node is not None and node.get(f"{{{xml.W}}}val", "1") not in ("0", "false", "off")


def _strip(
    element: Element, name: str, entries: Mapping[str, bytes], path: str, findings: list[Finding]
) -> Strip | None:
    """A header or footer, cleaned; None where it shows nothing."""
    tree = parsed(entries, name, path, FORMAT)
    pictures, links, others = {}, {}, []
    for id, type, target, outside in _relations(entries, name, path):
        if type == "image" and not outside and target in entries:
            pictures[id] = target
        elif type == "hyperlink" and outside and target.split(":")[0].lower() in ("http", "https", "mailto"):
            links[id] = target
        else:
            others.append(id)
    for what in clean.strip(tree, others):
        findings.append(LEFT_OUT.at(Place(path), what=what))
    if not clean.shows_something(tree):
        return None
    return Strip(element, clean.written(tree), pictures, links)
