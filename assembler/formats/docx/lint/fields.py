"""Fields: their instructions as they are put together from several runs, and whether they begin and end in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from assembler.findings import Finding
from assembler.formats.docx.lint.opened import Docx, W, value
from assembler.formats.finished.faults import BROKEN_FIELD
from assembler.formats.finished.opened import Tree, shortened

CLOSED = ("tc", "footnote", "endnote", "comment", "txbxContent")
"""Elements that a field cannot leave."""

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_CHARACTER, _INSTRUCTION = f"{W}fldChar", f"{W}instrText"


class Field(Struct):
    """A field while it is read: where it began, its instruction, whether its result has begun."""

    element: Element
    instruction: str = ""
    separated: bool = False


def instructions(tree: Tree) -> Iterator[tuple[Element, list[str]]]:
    """Every field with the words of its instruction; quotation marks taken off."""
    for each in tree.all(f"{W}fldSimple"):
        yield each, _words(value(each, "instr"))
    for field in _fields(tree.root)[0]:
        yield field.element, _words(field.instruction)


def _words(instruction: str) -> list[str]:
    return [quoted or bare for quoted, bare in _WORD.findall(instruction)]


def broken(file: Docx) -> Iterator[Finding]:
    """Fields that do not end, or in the wrong order; cells and notes must hold whole ones."""
    for tree in file.stories:
        if tree.all(_CHARACTER):
            yield from _broken(file, tree)


def _broken(file: Docx, tree: Tree) -> Iterator[Finding]:
    closed = (element for name in CLOSED for element in tree.all(f"{W}{name}"))
    parts = [fault for element in closed for fault in _fields(element)[1]]
    for fault in dict.fromkeys(parts) or _fields(tree.root)[1]:
        instruction = next((field.instruction for field in _fields(tree.root)[0] if field.element is fault), "")
        yield file.at(BROKEN_FIELD, tree, fault, instruction=shortened(instruction))


def _fields(root: Element) -> tuple[list[Field], list[Element]]:
    """The fields inside an element as they begin, and the signs that stand where they must not or lack their end."""
    found: list[Field] = []
    opened: list[Field] = []
    faults: list[Element] = []
    for element in root.iter():
        if element.tag == _INSTRUCTION:
            if opened and not opened[-1].separated:
                opened[-1].instruction += element.text or ""
        elif element.tag == _CHARACTER:
            _sign(element, found, opened, faults)
    return found, faults + [field.element for field in opened]


def _sign(element: Element, found: list[Field], opened: list[Field], faults: list[Element]) -> None:
    match value(element, "fldCharType"):
        case "begin":
            field = Field(element)
            found.append(field)
            opened.append(field)
        case "separate" if opened and not opened[-1].separated:
            opened[-1].separated = True
        case "end" if opened:
            opened.pop()
        case _:
            faults.append(element)
