"""What leads from one place of the text to another: bookmarks, fields and links about them, notes, lists, sequences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from assembler.findings import Finding
from assembler.formats.finished.faults import (
    DANGLING_REFERENCE,
    DUPLICATE_BOOKMARK,
    DUPLICATE_ID,
    LIST_CONTINUES_NOTHING,
    NOTE_IN_NOTE,
    NUMBER_OF_UNNUMBERED,
    OPEN_BOOKMARK,
    UNDECLARED_SEQUENCE,
)
from assembler.formats.finished.opened import Tree
from assembler.formats.odt.lint.opened import TABLE, TEXT, XLINK, XML_ID, Odt

KINDS_OF_PLACE = ("|outline", "|table", "|region", "|frame", "|graphic", "|ole", "|toxmark", "|text", "|sequence")
"""How links end that lead to something else than a bookmark."""


def bookmarks(file: Odt) -> Iterator[Finding]:
    """Names once, each with a beginning and an end."""
    for tree in file.stories:
        starts, ends, points = (tree.all(f"{TEXT}bookmark{kind}") for kind in ("-start", "-end", ""))
        for element in _repeated((*starts, *points), f"{TEXT}name"):
            yield file.at(DUPLICATE_BOOKMARK, tree, element, name=_name(element))
        begun, ended = ({_name(each) for each in elements} for elements in (starts, ends))
        open_names = begun ^ ended
        for element in (*starts, *ends):
            if _name(element) in open_names:
                yield file.at(OPEN_BOOKMARK, tree, element, name=_name(element))


def references(file: Odt) -> Iterator[Finding]:
    """Fields and links to bookmarks, notes and sequences that are not there."""
    for tree in file.stories:
        names = {_name(each) for kind in ("-start", "") for each in tree.all(f"{TEXT}bookmark{kind}")}
        notes = {each.get(f"{TEXT}id", "") for each in tree.all(f"{TEXT}note")}
        sequences = {each.get(f"{TEXT}ref-name", "") for each in tree.all(f"{TEXT}sequence")}
        marks = {_name(each) for kind in ("-start", "") for each in tree.all(f"{TEXT}reference-mark{kind}")}
        targets = (("bookmark", names), ("note", notes), ("sequence", sequences), ("reference", marks))
        for kind, known in targets:
            for field in tree.all(f"{TEXT}{kind}-ref"):
                if field.get(f"{TEXT}ref-name", "") not in known:
                    yield file.at(DANGLING_REFERENCE, tree, field, target=field.get(f"{TEXT}ref-name", ""))
        for link in tree.all(f"{TEXT}a"):
            if (target := _inside(link)) and target not in names:
                yield file.at(DANGLING_REFERENCE, tree, link, target=target)


def numbers(file: Odt) -> Iterator[Finding]:
    """Fields that ask for the number of a paragraph lead to one that bears a number."""
    for tree in file.stories:
        asked = [each for each in tree.all(f"{TEXT}bookmark-ref") if _format(each).startswith("number")]
        if not asked:
            continue
        marked = [each for kind in ("-start", "") for each in tree.all(f"{TEXT}bookmark{kind}")]
        places = {_name(each): each for each in reversed(marked)}
        for field in asked:
            target = field.get(f"{TEXT}ref-name", "")
            if target in places and not _is_numbered(tree, places[target]):
                yield file.at(NUMBER_OF_UNNUMBERED, tree, field, target=target)


def _format(field: Element) -> str:
    return field.get(f"{TEXT}reference-format", "")


def _is_numbered(tree: Tree, bookmark: Element) -> bool:
    """Whether the paragraph around a bookmark bears a number: as the first of a list item. A heading may have one by
    its level and is not judged, nor is a bookmark between paragraphs."""
    around = list(tree.around(bookmark))
    place = next((at for at, each in enumerate(around) if each.tag in (f"{TEXT}p", f"{TEXT}h")), None)
    if place is None or around[place].tag == f"{TEXT}h" or place + 1 == len(around):
        return True
    outer = around[place + 1]
    if outer.tag == f"{TEXT}numbered-paragraph":
        return True
    return outer.tag == f"{TEXT}list-item" and next(iter(outer), None) is around[place]


def _inside(link: Element) -> str:
    """The bookmark that a link leads to; empty where it leads outside or to something else."""
    target = unquote(link.get(f"{XLINK}href", ""))
    return target[1:] if target.startswith("#") and not target.endswith(KINDS_OF_PLACE) else ""


def notes(file: Odt) -> Iterator[Finding]:
    """No note in a note."""
    for tree in file.stories:
        for outer in tree.all(f"{TEXT}note"):
            for inner in outer.iter(f"{TEXT}note"):
                if inner is not outer:
                    yield file.at(NOTE_IN_NOTE, tree, inner)


def identifiers(file: Odt) -> Iterator[Finding]:
    """Notes, tables, lists and changes have a name each."""
    attributes = ((f"{TEXT}note", f"{TEXT}id"), (f"{TABLE}table", f"{TABLE}name"))
    for tree in file.stories:
        for tag, attribute in attributes:
            for element in _repeated(tree.all(tag), attribute):
                yield _twice(file, tree, element, attribute)
        marked = [element for element in tree.root.iter() if XML_ID in element.attrib]
        for element in _repeated(marked, XML_ID):
            yield _twice(file, tree, element, XML_ID)


def _twice(file: Odt, tree: Tree, element: Element, attribute: str) -> Finding:
    name = element.tag.rpartition("}")[2]
    return file.at(DUPLICATE_ID, tree, element, id=element.get(attribute, ""), elements=name)


def lists(file: Odt) -> Iterator[Finding]:
    """Lists that go on with one before them."""
    for tree in file.stories:
        seen: set[str] = set()
        for element in tree.all(f"{TEXT}list"):
            former = element.get(f"{TEXT}continue-list")
            if former is not None and former not in seen:
                yield file.at(LIST_CONTINUES_NOTHING, tree, element, name=former)
            seen.add(element.get(XML_ID, ""))


def sequences(file: Odt) -> Iterator[Finding]:
    """Numbers of tables and the like that belong to a sequence that is declared."""
    for tree in file.stories:
        declared = {_name(each) for each in tree.all(f"{TEXT}sequence-decl")}
        first = {_name(each): each for each in reversed(tree.all(f"{TEXT}sequence"))}
        for name, element in first.items():
            if name not in declared:
                yield file.at(UNDECLARED_SEQUENCE, tree, element, name=name)


def _name(element: Element) -> str:
    return element.get(f"{TEXT}name", "")


def _repeated(elements: Iterable[Element], attribute: str) -> list[Element]:
    """The elements that say again what one before them said, the first repetition of each."""
    counts: Counter[str] = Counter()
    again: list[Element] = []
    for element in elements:
        said = element.get(attribute, "")
        counts[said] += 1
        if said and counts[said] == 2:
            again.append(element)
    return again
