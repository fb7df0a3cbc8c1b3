"""The parallel page as one file that needs nothing but a browser, not even a network or a script.

Each section is a table, or several where it is long, whose rows stand in bodies of a few rows: a browser then lays out
only what is in view. The script chooses, searches and moves; what it shows is in the file already. All but the first
tables stand in `noscript`: a browser that runs scripts takes them for text and is done with the file at once, and the
script makes rows of them piece by piece (a row is a line, of which it knows how it begins); a browser without scripts
reads them as any other table.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from assembler.document.model import Spread
from assembler.findings import Finding, in_reading_order
from assembler.formats.html.text import attribute
from assembler.language import load as languages
from assembler.report.html.about import own_name
from assembler.report.html.elements import Html, element
from assembler.report.side.about import ParallelPage
from assembler.report.side.cells import Findings, Writing, finding
from assembler.report.side.controls import controls, help_box
from assembler.report.side.rows import Row, rows
from assembler.report.voice import Voice

BODY_ROWS = 8
"""So many rows are laid out together."""

TABLE_ROWS = 240
"""So many rows are in one table, and are there before the script runs."""


def page(about: ParallelPage, voice: Voice) -> str:
    """The whole file as text; the same for the same values."""
    told: set[str] = set()
    spreads = (block for block in (*about.document.front, *about.document.blocks) if isinstance(block, Spread))
    lines = [list(rows(about.document, spread, told)) for spread in spreads]
    found, elsewhere = _by_unit(about, {id for each in lines for row in each for id in row.units})
    writing = Writing(about, voice, found)
    sections = [_section(about, each) for each in lines]
    tables = _tables(writing, zip(lines, sections, strict=True))
    form = controls(about, list(dict.fromkeys(filter(None, sections))), voice)
    body = (*_header(about, voice), *_elsewhere(elsewhere, voice), form, Html("<main>\n"), *map(Html, tables),
            Html("</main>\n"), help_box(voice))  # fmt: skip
    return _whole(about, writing, voice, "".join(body))


def _by_unit(about: ParallelPage, there: Collection[str]) -> tuple[Findings, list[Finding]]:
    """The findings by language and unit, and those that name none of the units that are `there`.

    What is said of the original, or of all languages alike, stands in the column of the original if there is one.
    """
    found: dict[tuple[str, str], list[Finding]] = {}
    elsewhere: list[Finding] = []
    for each in about.findings:
        id, code = each.place.id or "", each.place.language or ""
        known = [language for language in about.languages if id in about.units[language]] if id in there else []
        if not known or (code and code not in known):
            elsewhere.append(each)
            continue
        own = [language for language in known if about.units[language][id].listed.state == "original"]
        found.setdefault((code or (own or known)[0], id), []).append(each)
    return found, elsewhere


def _section(about: ParallelPage, lines: Sequence[Row]) -> str:
    """The section that most of the rows belong to."""
    counted = Counter(about.sections[id] for row in lines for id in row.units if id in about.sections)
    return counted.most_common(1)[0][0] if counted else ""


def _tables(writing: Writing, sections: Iterable[tuple[Sequence[Row], str]]) -> Iterator[str]:
    """The first tables as they are, the others for the script to read."""
    written = 0
    for lines, section in sections:
        for start, end in _cuts(lines, TABLE_ROWS):
            table = _table(writing, lines[start:end], section)
            yield from (table if written < TABLE_ROWS else ("<noscript>\n", *table, "</noscript>\n"))
            written += end - start


def _table(writing: Writing, lines: Sequence[Row], section: str) -> Iterator[str]:
    translate = writing.voice.translate
    heads = [element("th", own_name(code), scope="col", class_=f"c{n}") for n, code in _columns(writing.about)]
    head = element("thead", element("tr", element("th", translate("No. and ID"), scope="col", dir="auto"), *heads))
    yield f'<table data-section="{attribute(section)}"{_direction(writing.about)}>\n{head}\n'
    for start, end in _cuts(lines, BODY_ROWS):
        yield "<tbody>\n"
        yield from map(writing.row, lines[start:end])
        yield "</tbody>\n"
    yield "</table>\n"


def _cuts(lines: Sequence[Row], most: int) -> Iterator[tuple[int, int]]:
    """Where pieces of so many rows begin and end: a note stays with the row that calls it."""
    start = 0
    for position, row in enumerate(lines):
        if position - start >= most and not row.note:
            yield start, position
            start = position
    if lines:
        yield start, len(lines)


def _columns(about: ParallelPage) -> Iterator[tuple[int, str]]:
    return enumerate(about.languages, 1)


def _direction(about: ParallelPage) -> str:
    """The way of the document that the rows are written for, which the interface's may not be."""
    return f' dir="{languages.load(about.document.language).direction}"'


def _header(about: ParallelPage, voice: Voice) -> Iterator[Html]:
    translate = voice.translate
    names = ", ".join(languages.load(code).name for code in about.languages)
    said = [element("p", translate("Parallel page: {languages}").format(languages=names))]
    if about.stamp.text:
        said.append(element("p", about.stamp.text))
    yield element("header", *said)
    yield Html("\n")


def _elsewhere(findings: Sequence[Finding], voice: Voice) -> Iterator[Html]:
    """What was found in places that the page does not show."""
    if findings:
        translate = voice.translate
        title = translate("Findings that belong to no text of this page: {count}").format(
            count=voice.number(len(findings))
        )
        said = [finding(each, voice, with_place=True) for each in in_reading_order(findings)]
        yield element("details", element("summary", title), *said, class_="elsewhere")
        yield Html("\n")


def _whole(about: ParallelPage, writing: Writing, voice: Voice, body: str) -> str:
    script, style = _data("page.js"), _data("page.css") + "".join(_rules(about, writing))
    images = "img-src data:; " if writing.ledger.shows_pictures else ""
    policy = (
        f"default-src 'none'; {images}style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        *(element("meta", name=name.replace(" ", "-"), content=value) for name, value in about.stamp.properties),
        element("title", about.title.replace("\n", " ")),
        element("style", Html(style)),
    )
    own = voice.language
    opened = f'<html lang="{attribute(own.tag)}"' + (' dir="rtl"' if own.direction == "rtl" else "")
    script_element = element("script", Html(script))
    return f"<!DOCTYPE html>\n{opened}>\n{head}\n<body>\n{body}\n{script_element}\n</body>\n</html>\n"


def _rules(about: ParallelPage, writing: Writing) -> Iterator[str]:
    """What of the style depends on the languages: how many columns, and their names where cells stand below others."""
    yield f"main{{--columns:{len(about.languages)}}}\n"
    for position, code in _columns(about):
        yield f".no-{position} .c{position}{{display:none!important}}\n"
        yield f'td.c{position}{{--name:"{languages.load(code).name}"}}\n'
    for share in writing.ledger.shares:
        yield f".share-{share}{{inline-size:{share}%}}\n"


def _data(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """A source of the content security policy that allows just this content."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
