"""An edition's tree to the bytes of an ODT file.

The notes are walked first, then the body, which takes them in where they are called; what has been collected on the
way (automatic styles, headings) makes the parts around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING

from assembler.document import walk
from assembler.document.model import Document, Words
from assembler.formats.odt import xml
from assembler.formats.odt.blocks import setting_of, write_blocks
from assembler.formats.odt.contents import contents
from assembler.formats.odt.ledger import Ledger, Part
from assembler.formats.odt.notes import report_uncalled, write_notes
from assembler.formats.odt.numbering import list_styles
from assembler.formats.odt.package import meta_part, package, settings_part
from assembler.formats.odt.pages import COVER, PAGE, Pages
from assembler.formats.odt.paragraphs import write_paragraph
from assembler.formats.odt.spreads import separator
from assembler.formats.odt.styles import fonts, named_styles
from assembler.formats.odt.tracked import settle, taken_out, tracked_changes
from assembler.formats.pictures.picture import NO_PICTURES, Picture
from assembler.formats.written import NO_STAMP, Purpose, Stamp, Written
from assembler.style.model import StyleSheet

if TYPE_CHECKING:
    from assembler.formats.odt.letterhead.read import Letterhead


def write(
    document: Document[Words],
    sheet: StyleSheet,
    *,
    purpose: Purpose,
    stamp: Stamp = NO_STAMP,
    letterhead: Letterhead | None = None,
    pictures: Mapping[str, Picture] = NO_PICTURES,
) -> Written:
    """The ODT of a composed and numbered edition.

    `stamp` is for drafts; a final edition bears none. `letterhead` is an organization's, which comes before the sheet;
    `pictures` are those that the document names. Raises ConfigurationError when the document's language has no data
    file.
    """
    whole = sheet.in_language(document.language)
    if letterhead is not None:
        whole = letterhead.over(whole)
    ledger = Ledger(document, whole, draft=purpose == "draft", stamp=stamp, pictures=pictures)
    write_notes(ledger)
    body = Part(ledger)
    body.master_next = COVER
    if document.front:
        write_blocks(body, document.front, setting_of(body))
        body.after_table = False
    else:
        write_cover(body, document)
    settle(body)
    cover, body.out = body.out, []
    body.master_next = PAGE
    write_blocks(body, document.blocks, setting_of(body))
    body.close_run()
    settle(body)
    if body.after_table and document.front:
        body.out.append(separator(ledger))
    report_uncalled(ledger)
    styles = _styles_part(ledger)
    media = {name: data for data, name in ledger.media.items()}
    if letterhead is not None:
        from assembler.formats.odt.letterhead.lay_under import lay_under

        styles, of_letterhead = lay_under(styles, ledger, letterhead)
        media |= of_letterhead
    parts: dict[str, str | list[str] | bytes] = {
        "content.xml": _content_part(ledger, cover, body.out),
        "styles.xml": styles,
        "meta.xml": meta_part(walk.plain_text(document.title.content), ledger.language.tag, ledger.stamp.properties),
        "settings.xml": settings_part(),
        **media,
    }
    return Written(package(parts), tuple(ledger.findings))


def write_cover(part: Part, document: Document[Words]) -> None:
    """The cover page: title, subtitle, and the fields that the submission names."""
    named = document.has_units_on_cover
    write_paragraph(part, document.title, "title" if named else None, "Title")
    if document.subtitle is not None:
        _write_line(part, document.subtitle, "subtitle" if named else None, "Subtitle")
    group = None
    for field in document.cover:
        style = "Cover" if field.group == group else "Cover Group"
        _write_line(part, field.words, field.key if named else None, style)
        group = field.group


def _write_line(part: Part, words: Words, id: str | None, style: str) -> None:
    with taken_out(part) if words.change == "removed" else nullcontext():
        write_paragraph(part, words, id, style)


def _content_part(ledger: Ledger, cover: list[str], body: list[str]) -> list[str]:
    listed = contents(ledger) or (separator(ledger) if ledger.document.front else "")
    declared = "".join(
        f'<text:sequence-decl text:display-outline-level="0" text:name="{name}"/>' for name in ledger.sequences
    )
    sequences = f"<text:sequence-decls>{declared}</text:sequence-decls>"
    changes = tracked_changes(ledger)
    begin = f"{fonts(ledger.sheet)}{ledger.automatic.part()}<office:body><office:text>{changes}{sequences}"
    return xml.long_part("document-content", [begin, *cover, listed, *body, "</office:text></office:body>"])


def _styles_part(ledger: Ledger) -> str:
    sheet, words, pages = ledger.sheet, ledger.language, Pages(ledger)
    lists = list_styles(sheet, words.lists, right_to_left=ledger.right_to_left)
    several = bool(ledger.document.front)
    styles = named_styles(sheet, words.tag, right_to_left=ledger.right_to_left, several=several)
    return xml.part(
        "document-styles",
        f"{fonts(sheet)}<office:styles>{styles}{lists}{_NOTES}"
        f"</office:styles><office:automatic-styles>{pages.layouts()}</office:automatic-styles>"
        f"{pages.masters()}",
    )


_NOTES = (
    '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol"'
    ' text:citation-body-style-name="Footnote_20_anchor" text:default-style-name="Footnote" style:num-format="1"'
    ' text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>'
)
