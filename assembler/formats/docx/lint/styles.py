"""Names of styles, lists and languages that are used: each must be one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from assembler.findings import Finding
from assembler.formats.docx.lint.opened import Docx, W, value
from assembler.formats.finished.accessibility import LANGUAGE_TAG
from assembler.formats.finished.faults import NOT_A_LANGUAGE, UNDEFINED_NUMBERING, UNDEFINED_STYLE
from assembler.formats.finished.opened import Tree

FAMILIES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
"""Elements that name a style, and of what type it must be."""

CHAIN = ("basedOn", "next", "link")
"""Elements of a style that name another."""

NO_LIST = "0"
LANGUAGES = (f"{W}lang", f"{W}themeFontLang")


class Sheet:
    """The styles of a file, by type and identifier."""

    def __init__(self, file: Docx) -> None:
        self.tree = file.related("styles")
        self.styles = self.tree.all(f"{W}style") if self.tree is not None else []

    @cached_property
    def by_id(self) -> dict[tuple[str, str], Element]:
        return {(value(each, "type"), value(each, "styleId")): each for each in self.styles}

    @cached_property
    def default(self) -> str:
        """The style of paragraphs that name none."""
        plain = (each for each in self.styles if value(each, "default") and value(each, "type") == "paragraph")
        return next((value(each, "styleId") for each in plain), "")

    def chain(self, type: str, id: str) -> Iterator[Element]:
        """A style and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while (style := self.by_id.get((type, id))) is not None and id not in seen:
            yield style
            seen.add(id)
            id = value(style.find(f"{W}basedOn"))

    def property(self, type: str, id: str, path: str) -> Element | None:
        """The nearest element at a path such as `w:pPr/w:outlineLvl` (without prefixes) in a style's chain."""
        steps = "/".join(f"{W}{step}" for step in path.split("/"))
        found = (style.find(steps) for style in self.chain(type, id))
        return next((each for each in found if each is not None), None)


def styles(file: Docx) -> Iterator[Finding]:
    """Styles that text, lists or other styles name, and that are not there, or of another type."""
    sheet = Sheet(file)
    known = set(sheet.by_id)
    for tree in (*file.stories, *filter(None, (file.related("numbering"),))):
        for name, type in FAMILIES.items():
            yield from _undefined(file, tree, tree.all(f"{W}{name}"), type, known)
    ids = {id for _, id in known}
    for style in sheet.styles:
        for name in CHAIN:
            other = value(style.find(f"{W}{name}"))
            if other and other not in ids:
                yield file.at(UNDEFINED_STYLE, name=other, family=value(style, "type"))


def _undefined(
    file: Docx, tree: Tree, elements: list[Element], type: str, known: set[tuple[str, str]]
) -> Iterator[Finding]:
    first: dict[str, Element] = {}
    for element in elements:
        first.setdefault(value(element), element)
    for name, element in first.items():
        if (type, name) not in known:
            yield file.at(UNDEFINED_STYLE, tree, element, name=name, family=type)


def numbering(file: Docx) -> Iterator[Finding]:
    """Lists that text or styles name and that are not there."""
    tree = file.related("numbering")
    lists = tree.all(f"{W}num") if tree else []
    known = {value(each, "numId") for each in lists} | {NO_LIST}
    kinds = {value(each, "abstractNumId") for each in tree.all(f"{W}abstractNum")} if tree else set()
    for each in lists:
        if value(each.find(f"{W}abstractNumId")) not in kinds:
            yield file.at(UNDEFINED_NUMBERING, name=value(each, "numId"))
    for story in (*file.stories, *filter(None, (file.related("styles"),))):
        first: dict[str, Element] = {}
        for element in story.all(f"{W}numId"):
            first.setdefault(value(element), element)
        for name, element in first.items():
            if name not in known:
                yield file.at(UNDEFINED_NUMBERING, story, element, name=name)


def languages(file: Docx) -> Iterator[Finding]:
    """Language tags that are none, each once."""
    for tree in (*file.stories, *filter(None, (file.related("styles"), file.related("settings")))):
        said = ((tag, element) for name in LANGUAGES for element in tree.all(name) for tag in element.attrib.values())
        for tag, element in {tag: element for tag, element in said if tag and not LANGUAGE_TAG.fullmatch(tag)}.items():
            yield file.at(NOT_A_LANGUAGE, tree, element, tag=tag)
