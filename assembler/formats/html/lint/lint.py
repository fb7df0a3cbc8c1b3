"""The way in: all checks over a page, in their order. They ask what is asked of the other formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from assembler.findings import Finding
from assembler.formats.finished.accessibility import (
    EMPTY_PARAGRAPH,
    FIRST_HEADING,
    HEADING_JUMP,
    NO_LANGUAGE,
    NO_TITLE,
    PICTURE_WITHOUT_TEXT,
    TABLE_WITHOUT_HEADER,
    jumps,
)
from assembler.formats.finished.faults import DANGLING_REFERENCE, DUPLICATE_ID, PAGE_LOADS
from assembler.formats.html.lint.contrast import low_contrast
from assembler.formats.html.lint.opened import Element, Page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SHOWN = frozenset({"img", "svg", "a", "br"})
"""Elements that make a paragraph more than an empty line."""

LOADING = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src", "object": "data"}


def identifiers(page: Page) -> Iterator[Finding]:
    """Each anchor once."""
    counts: Counter[str] = Counter()
    for element in page.elements:
        id = element.attributes.get("id", "")
        counts[id] += 1
        if id and counts[id] == 2:
            yield page.at(DUPLICATE_ID, element, id=id, elements=element.name)


def references(page: Page) -> Iterator[Finding]:
    """Links and names that lead to an anchor that is not there."""
    there = {element.attributes.get("id", "") for element in page.elements}
    for element in page.elements:
        for target in _targets(element):
            if target and target not in there:
                yield page.at(DANGLING_REFERENCE, element, target=target)


def _targets(element: Element) -> Iterator[str]:
    if (address := element.attributes.get("href", "")).startswith("#"):
        yield unquote(address[1:])
    for name in ("aria-labelledby", "aria-describedby", "headers"):
        yield from element.attributes.get(name, "").split()


def headings(page: Page) -> Iterator[Finding]:
    """Headings that leave a level out; the title of the document is the first."""
    found = ((int(each.attributes.get("aria-level") or each.name[1]), each) for each in page.all(*HEADINGS))
    for level, above, heading in jumps(found):
        if above:
            yield page.at(HEADING_JUMP, heading, level=level, above=above)
        else:
            yield page.at(FIRST_HEADING, heading, level=level)


def tables(page: Page) -> Iterator[Finding]:
    """Tables none of whose cells is a header."""
    for table in page.all("table"):
        if "th" not in table.inside and table.text.strip():
            yield page.at(TABLE_WITHOUT_HEADER, table)


def pictures(page: Page) -> Iterator[Finding]:
    """Pictures without words in their place; an empty `alt` says that there is nothing to say."""
    for picture in page.all("img"):
        if "alt" not in picture.attributes:
            yield page.at(PICTURE_WITHOUT_TEXT, picture)
    for drawing in page.all("svg"):
        said = {"aria-label", "aria-labelledby", "aria-hidden"}.intersection(drawing.attributes)
        if not said and "title" not in drawing.inside:
            yield page.at(PICTURE_WITHOUT_TEXT, drawing)


def properties(page: Page) -> Iterator[Finding]:
    """Title and language of the page."""
    if not any(title.text.strip() for title in page.all("title")):
        yield page.at(NO_TITLE)
    if not any(root.attributes.get("lang", "").strip() for root in page.all("html")):
        yield page.at(NO_LANGUAGE)


def empty_paragraphs(page: Page) -> Iterator[Finding]:
    """Paragraphs that are there for the sake of their room; one with a status is filled by a script."""
    for paragraph in page.all("p"):
        is_filled_later = paragraph.attributes.get("role") == "status"
        if not is_filled_later and not paragraph.text.strip() and not SHOWN & paragraph.inside:
            yield page.at(EMPTY_PARAGRAPH, paragraph)


def loads(page: Page) -> Iterator[Finding]:
    """What a browser would fetch: the page has everything in itself."""
    for element in page.all(*LOADING):
        target = element.attributes.get(LOADING[element.name], "")
        if target and not target.startswith(("data:", "#")):
            yield page.at(PAGE_LOADS, element, target=target)


CHECKS = (
    identifiers,
    references,
    headings,
    tables,
    pictures,
    properties,
    empty_paragraphs,
    low_contrast,
    loads,
)


def lint(data: bytes, path: str, *, final: bool = False) -> list[Finding]:  # noqa: ARG001 - as all lints are called
    """What is wrong in a page that findings name by `path`. Nothing further is asked of a `final` one: a page has no
    author, no times and no hidden parts, and its anchors are the addresses of its paragraphs."""
    page = Page(data, path)
    return list(dict.fromkeys(finding for check in CHECKS for finding in check(page)))
