"""An edition's tree to one page of HTML.

The body is walked first; what it has collected on the way (headings, notes) makes the parts around it. The page
fetches nothing and says so itself: its policy allows its own style and script, by their digests, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assembler.document import walk
from assembler.document.model import Document, Spread, Words
from assembler.formats.html import text
from assembler.formats.html.blocks import BODY, write_blocks, write_chunks
from assembler.formats.html.contents import contents
from assembler.formats.html.inlines import write_paragraph
from assembler.formats.html.ledger import Ledger
from assembler.formats.html.notes import write_notes
from assembler.formats.html.stylesheet import stylesheet
from assembler.formats.pictures.picture import NO_PICTURES, Picture
from assembler.formats.running import running
from assembler.formats.written import NO_STAMP, Purpose, Stamp, Written
from assembler.style.model import StyleSheet


def write(
    document: Document[Words],
    sheet: StyleSheet,
    *,
    purpose: Purpose,
    stamp: Stamp = NO_STAMP,
    pictures: Mapping[str, Picture] = NO_PICTURES,
) -> Written:
    """The page of a composed and numbered edition, in UTF-8.

    `stamp` is for drafts; a final edition bears none. `pictures` are those that the document names. Raises
    ConfigurationError when the document's language has no data file.
    """
    own = sheet.in_language(document.language)
    ledger = Ledger(document, own, draft=purpose == "draft", stamp=stamp, pictures=pictures)
    write_cover(ledger)
    cover = _taken(ledger)
    write_chunks(ledger, document.blocks)
    body = _taken(ledger)
    write_notes(ledger)
    notes = _taken(ledger)
    direction = ' dir="rtl"' if ledger.right_to_left else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{text.attribute(ledger.language.tag)}"{direction}>\n'
        f"{_head(ledger)}<body{_several(document)}>\n"
        f'<a class="skip" href="#text_">{text.escape(ledger.language.screen.text)}</a>\n'
        f'{cover}{contents(ledger)}<main id="text_">\n{body}{notes}</main>\n'
        f"<script>{_data('page.js')}</script>\n</body>\n</html>\n"
    )
    return Written(page.encode("utf-8"), tuple(ledger.findings))


def _several(document: Document[Words]) -> str:
    """What the style must know of a page in several languages: whether they stand in columns, which need room."""
    columns = any(isinstance(block, Spread) for block in document.blocks)
    return ' class="columns"' if columns else ""


def _taken(ledger: Ledger) -> str:
    """What was written since the last time."""
    written, ledger.out = "".join(ledger.out), []
    return written


def write_cover(ledger: Ledger) -> None:
    """Title, subtitle, the fields that the submission names, and the stamp of a draft."""
    document = ledger.document
    ledger.out.append('<header class="cover">\n')
    write_blocks(ledger, document.front, BODY)
    if not document.front:
        _write_cover_page(ledger)
    if ledger.stamp.text:
        ledger.out.append(f'<p class="stamp">{ledger.text(ledger.stamp.text)}</p>\n')
    ledger.out.append("</header>\n")


def _write_cover_page(ledger: Ledger) -> None:
    document = ledger.document
    write_paragraph(ledger, document.title, "title", 'h1 class="title"')
    if document.subtitle is not None:
        write_paragraph(ledger, document.subtitle, "subtitle", 'p class="subtitle"')
    group = None
    for field in document.cover:
        name = "cover-field" if field.group == group else "cover-field cover-group"
        write_paragraph(ledger, field.words, field.key, f'p class="{name}"')
        group = field.group


def _head(ledger: Ledger) -> str:
    title = walk.plain_text(ledger.document.title.content).replace("\n", " ")
    shares = "".join(f".share-{each}{{inline-size:{each}%}}\n" for each in ledger.shares)
    style = stylesheet(ledger.sheet, running(ledger.document, ledger.language, ledger.stamp.text)) + _data("page.css")
    style += shares
    images = "img-src data:; " if ledger.shows_pictures else ""
    policy = (
        f"default-src 'none'; {images}style-src {_digest(style)}; script-src {_digest(_data('page.js'))}; "
        "base-uri 'none'; form-action 'none'"
    )
    made_from = "".join(
        f'<meta name="{text.attribute(name.replace(" ", "-"))}" content="{text.attribute(value)}">\n'
        for name, value in ledger.stamp.properties
    )
    return (
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"{made_from}<title>{text.escape(text.ILLEGAL.sub('', title))}</title>\n<style>{style}</style>\n</head>\n"
    )


def _digest(content: str) -> str:
    """A source of the content security policy that allows just this content."""
    digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@cache
def _data(name: str) -> str:
    return (Path(__file__).with_name("data") / name).read_text(encoding="utf-8")
