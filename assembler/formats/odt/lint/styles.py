"""Names of styles, lists, fonts, pages and languages that are used: each must be one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from assembler.findings import Finding
from assembler.formats.finished.accessibility import LANGUAGE_TAG
from assembler.formats.finished.faults import NOT_A_LANGUAGE, UNDEFINED_STYLE
from assembler.formats.odt.lint.opened import DRAW, FO, STYLE, TABLE, TEXT, Odt

STYLED = {
    "p": "paragraph", "h": "paragraph", "index-title-template": "paragraph", "span": "text", "a": "text",
    "index-entry-link-start": "text",
    "ruby-text": "text", "line-break": "", "list": "list", "section": "section",
}  # fmt: skip
"""The family of the style that an element names with `text:style-name`; other elements are not looked at, for
LibreOffice has templates of contents for levels whose styles nobody needs."""

NAMED = {
    f"{TEXT}visited-style-name": "text",
    f"{STYLE}list-style-name": "list",
    f"{STYLE}font-name": "font",
    f"{STYLE}page-layout-name": "page-layout",
    f"{STYLE}master-page-name": "master-page",
    f"{TEXT}citation-style-name": "text",
    f"{TEXT}citation-body-style-name": "text",
}
"""Attributes that name a style of one family."""

RELATED = (f"{STYLE}parent-style-name", f"{STYLE}next-style-name")
DEFINING = {f"{TEXT}list-style": "list", f"{STYLE}master-page": "master-page", f"{STYLE}page-layout": "page-layout",
            f"{STYLE}font-face": "font", f"{TEXT}outline-style": "outline"}  # fmt: skip

BUILT_IN = frozenset({"Visited_20_Internet_20_Link", "Internet_20_Link", "Default_20_Style"})
"""Looks of links that LibreOffice has of its own and names without defining them."""

NONE = frozenset({"", "none", "zxx"})


class Sheet:
    """The styles of a file as its two parts see them: each has automatic ones of its own, the named ones are common."""

    def __init__(self, file: Odt) -> None:
        self._file = file

    @cached_property
    def common(self) -> dict[tuple[str, str], Element]:
        """Named styles, and what the styles part has of pages and fonts."""
        tree = self._file.tree("styles.xml")
        return dict(_defined(tree.root)) if tree is not None else {}

    @cached_property
    def own(self) -> dict[tuple[str, str], Element]:
        """What the body adds."""
        tree = self._file.text
        return dict(_defined(tree.root)) if tree is not None else {}

    def find(self, family: str, name: str) -> Element | None:
        return self.own.get((family, name), self.common.get((family, name)))

    def chain(self, family: str, name: str) -> Iterator[Element]:
        """A style and those that it inherits from, the nearest first, the default of its family last."""
        seen: set[str] = set()
        while name not in seen and (style := self.find(family, name)) is not None:
            yield style
            seen.add(name)
            name = style.get(f"{STYLE}parent-style-name", "")
        default = self.common.get((f"default {family}", ""))
        if default is not None:
            yield default

    def property(self, family: str, name: str, attribute: str) -> str:
        """The nearest value of an attribute of properties in a style's chain; empty where nobody says it."""
        said = (child.get(attribute) for style in self.chain(family, name) for child in style)
        return next(filter(None, said), "")


def _defined(root: Element) -> Iterator[tuple[tuple[str, str], Element]]:
    for element in root.iter():
        name = element.get(f"{STYLE}name", "")
        if element.tag == f"{STYLE}style":
            yield (element.get(f"{STYLE}family", ""), name), element
        elif element.tag == f"{STYLE}default-style":
            yield (f"default {element.get(f'{STYLE}family', '')}", ""), element
        elif element.tag in DEFINING:
            yield (DEFINING[element.tag], name), element


def styles(file: Odt) -> Iterator[Finding]:
    """Styles that are named and not there, each once."""
    sheet = Sheet(file)
    for tree in file.stories:
        first: dict[tuple[str, str], Element] = {}
        for element in tree.root.iter():
            for used in _used(element):
                first.setdefault(used, element)
        for (family, name), element in first.items():
            if family and name and name not in BUILT_IN and sheet.find(family, name) is None:
                yield file.at(UNDEFINED_STYLE, tree, element, name=name, family=family)


def _used(element: Element) -> Iterator[tuple[str, str]]:
    """The styles that an element names, with their families."""
    for attribute, name in element.attrib.items():
        if attribute == f"{TEXT}style-name":
            yield STYLED.get(_local(element), ""), name
        elif attribute == f"{TABLE}style-name":
            yield _local(element), name
        elif attribute == f"{DRAW}style-name":
            yield ("drawing-page" if element.tag == f"{STYLE}master-page" else "graphic"), name
        elif attribute in NAMED:
            yield NAMED[attribute], name
        elif attribute in RELATED:
            master = element.tag == f"{STYLE}master-page"
            yield ("master-page" if master else element.get(f"{STYLE}family", "")), name


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def languages(file: Odt) -> Iterator[Finding]:
    """Languages that are none, each once."""
    for tree in file.stories:
        first: dict[str, Element] = {}
        for element in tree.all(f"{STYLE}text-properties"):
            if tag := _tag(element):
                first.setdefault(tag, element)
        for tag, element in first.items():
            if not LANGUAGE_TAG.fullmatch(tag):
                yield file.at(NOT_A_LANGUAGE, tree, element, tag=tag)


def _tag(properties: Element) -> str:
    """Language and country as one tag; empty where none is meant."""
    said = (properties.get(f"{FO}{name}", "") for name in ("language", "script", "country"))
    language, *rest = said
    return "" if language in NONE else "-".join((language, *(each for each in rest if each not in NONE)))


def document_language(file: Odt) -> str:
    """The language of paragraphs that say none; empty where there is none."""
    tree = file.tree("styles.xml")
    defaults = tree.all(f"{STYLE}default-style") if tree is not None else []
    said = (_tag(each) for style in defaults for each in style.iter(f"{STYLE}text-properties"))
    return next(filter(None, said), "")
