"""What leads from one place of the text to another: bookmarks, fields and links about them, marks and their notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from assembler.document.bookmarks import LONGEST
from assembler.findings import Finding
from assembler.formats.docx import drawing
from assembler.formats.docx.lint.fields import instructions
from assembler.formats.docx.lint.opened import Docx, W, value
from assembler.formats.docx.lint.styles import Sheet
from assembler.formats.finished.faults import (
    DANGLING_REFERENCE,
    DUPLICATE_BOOKMARK,
    DUPLICATE_ID,
    LONG_BOOKMARK,
    MARK_WITHOUT_NOTE,
    NOTE_TWICE,
    NOTE_WITHOUT_MARK,
    NUMBER_OF_UNNUMBERED,
    OPEN_BOOKMARK,
)
from assembler.formats.finished.opened import Tree

WP = f"{{{drawing.WP}}}"

REFERRING = frozenset({"REF", "PAGEREF", "NOTEREF"})
"""Fields whose first word is a bookmark."""

NOTES = {"footnotes": ("footnoteReference", "footnote"), "endnotes": ("endnoteReference", "endnote"),
         "comments": ("commentReference", "comment")}  # fmt: skip
"""By the type of part: the mark in the text, the element of a note."""

NUMBER_SWITCHES = frozenset({"\\r", "\\n", "\\w"})

CHANGES = ("ins", "del", "moveFrom", "moveTo")


def bookmarks(file: Docx) -> Iterator[Finding]:
    """Names once and not too long, numbers once, each with a beginning and an end in its part."""
    starts = _everywhere(file, "bookmarkStart")
    for tree, element in _repeated(starts, "name"):
        yield file.at(DUPLICATE_BOOKMARK, tree, element, name=value(element, "name"))
    for tree, element in _repeated(starts, "id"):
        yield file.at(DUPLICATE_ID, tree, element, id=value(element, "id"), elements="bookmarkStart")
    for tree, element in starts:
        if len(value(element, "name")) > LONGEST:
            yield file.at(LONG_BOOKMARK, tree, element, name=value(element, "name"), limit=LONGEST)
    for tree in file.stories:
        yield from _unclosed(file, tree)


def _unclosed(file: Docx, tree: Tree) -> Iterator[Finding]:
    starts, ends = tree.all(f"{W}bookmarkStart"), tree.all(f"{W}bookmarkEnd")
    begun, ended = ({value(each, "id") for each in elements} for elements in (starts, ends))
    for element in starts:
        if value(element, "id") not in ended:
            yield file.at(OPEN_BOOKMARK, tree, element, name=value(element, "name"))
    for element in ends:
        if value(element, "id") not in begun:
            yield file.at(OPEN_BOOKMARK, tree, element, name=value(element, "id"))


def references(file: Docx) -> Iterator[Finding]:
    """Fields and links to bookmarks that are not there. Word does not tell capital letters in their names."""
    names = {value(element, "name").casefold() for _, element in _everywhere(file, "bookmarkStart")} | {"_top"}
    for tree in file.stories:
        for element, target in (*_linked(tree), *_referred(tree)):
            if target and target.casefold() not in names:
                yield file.at(DANGLING_REFERENCE, tree, element, target=target)


def numbers(file: Docx) -> Iterator[Finding]:
    """Fields that ask for the number of a paragraph (`\\r`, `\\n`, `\\w`) lead to one that bears a number."""
    asked = [
        (tree, element, words[1])
        for tree in file.stories
        for element, words in instructions(tree)
        if len(words) > 2 and words[0].upper() == "REF" and NUMBER_SWITCHES.intersection(words[2:])
    ]
    if not asked:
        return
    sheet = Sheet(file)
    marked = reversed(_everywhere(file, "bookmarkStart"))
    places = {value(each, "name").casefold(): (tree, each) for tree, each in marked}
    for tree, element, target in asked:
        if target.casefold() in places and not _is_numbered(*places[target.casefold()], sheet):
            yield file.at(NUMBER_OF_UNNUMBERED, tree, element, target=target)


def _is_numbered(tree: Tree, bookmark: Element, sheet: Sheet) -> bool:
    """Whether the paragraph that a bookmark begins in has a number, by itself or by its style; a bookmark between
    paragraphs is not judged."""
    paragraph = next((each for each in tree.around(bookmark) if each.tag == f"{W}p"), None)
    if paragraph is None:
        return True
    own = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if own is not None:
        return value(own) != "0"
    style = value(paragraph.find(f"{W}pPr/{W}pStyle")) or sheet.default
    return value(sheet.property("paragraph", style, "pPr/numPr/numId")) not in ("", "0")


def _linked(tree: Tree) -> Iterator[tuple[Element, str]]:
    for link in tree.all(f"{W}hyperlink"):
        yield link, value(link, "anchor") if not any(name.endswith("}id") for name in link.attrib) else ""


def _referred(tree: Tree) -> Iterator[tuple[Element, str]]:
    for element, words in instructions(tree):
        match words:
            case [name, target, *_] if name.upper() in REFERRING:
                yield element, target
            case [name, *switches] if name.upper() == "HYPERLINK":
                yield element, _place(switches)


def _place(switches: list[str]) -> str:
    """The bookmark in the instruction of a link that leads nowhere outside."""
    inside = dict(pairwise(switches)) if switches[:1] == ["\\l"] else {}
    return inside.get("\\l", "")


def notes(file: Docx) -> Iterator[Finding]:
    """Every mark has its note, every note its mark, no note two."""
    for part, (mark, note) in NOTES.items():
        tree = file.related(part)
        there = [each for each in tree.all(f"{W}{note}") if value(each, "type") in ("", "normal")] if tree else []
        marks = _everywhere(file, mark)
        ids, called = {value(each, "id") for each in there}, {value(each, "id") for _, each in marks}
        for where, element in marks:
            if value(element, "id") not in ids:
                yield file.at(MARK_WITHOUT_NOTE, where, element, id=value(element, "id"))
        for where, element in _repeated(marks, "id"):
            yield file.at(NOTE_TWICE, where, element, id=value(element, "id"))
        for element in there:
            if value(element, "id") not in called:
                yield file.at(NOTE_WITHOUT_MARK, tree, element, id=value(element, "id"))


def changes(file: Docx) -> Iterator[Finding]:
    """Tracked changes have a number each, over the whole document."""
    marked = [pair for name in CHANGES for pair in _everywhere(file, name)]
    for tree, element in _repeated(marked, "id"):
        yield file.at(DUPLICATE_ID, tree, element, id=value(element, "id"), elements=element.tag.removeprefix(W))


def drawings(file: Docx) -> Iterator[Finding]:
    """Drawings have a number each in the part that they stand in."""
    for tree in file.stories:
        seen: set[str] = set()
        for element in tree.all(f"{WP}docPr"):
            number = element.get("id", "")
            if number in seen:
                yield file.at(DUPLICATE_ID, tree, element, id=number, elements="docPr")
            seen.add(number)


def _everywhere(file: Docx, name: str) -> list[tuple[Tree, Element]]:
    return [(tree, element) for tree in file.stories for element in tree.all(f"{W}{name}")]


def _repeated(elements: Iterable[tuple[Tree, Element]], attribute: str) -> list[tuple[Tree, Element]]:
    """The elements that say again what one before them said, the first repetition of each."""
    counts: Counter[str] = Counter()
    again: list[tuple[Tree, Element]] = []
    for tree, element in elements:
        counts[value(element, attribute).casefold()] += 1
        if counts[value(element, attribute).casefold()] == 2:
            again.append((tree, element))
    return again
