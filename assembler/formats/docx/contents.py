"""The table of contents: Word's own field, with its entries already there.

A word processor that rebuilds it finds the same headings; one that does not shows the entries as they stand. Page
numbers are known to nobody before the pages are set: whoever writes the document a second time gives them, with the
names of the bookmarks. Without them the field asks for none (`\\n`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from assembler.document import walk
from assembler.document.model import Words
from assembler.formats import markup
from assembler.formats.docx.inlines import Look, page_field, run_look
from assembler.formats.docx.ledger import Entry, Ledger
from assembler.formats.docx.looks import indent
from assembler.formats.docx.measures import twips
from assembler.language import load as languages
from assembler.language.direction import is_right_to_left

INSTRUCTION = 'TOC \\o "1-3" \\h \\z \\u'
WITHOUT_PAGES = 'TOC \\o "1-3" \\n \\h \\z \\u'

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
"""It stands in the last entry: a paragraph of its own, however low, would be a blank page after contents that fill
theirs."""

Pages: TypeAlias = Mapping[str, int]
"""The page, from 1, on which each heading stands, by the name of its bookmark."""


def contents_runs(ledger: Ledger, words: Words, before: str) -> str:
    """The words of a heading as one run, with the mark that they bear in the text, `before` them its label."""
    label = before + (f"{getattr(ledger.language.labels, words.mark)} " if words.mark else "")
    text = markup.clean(label + walk.plain_text(words.content).replace("\n", " "))
    look = run_look(Look(language=ledger.tag(words.language), right_to_left=is_right_to_left(words.language)))
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def contents(ledger: Ledger, pages: Pages | None = None) -> str:
    """The block of contents on a page of its own; empty where the document has no headings."""
    if not ledger.contents:
        return ""
    language = ledger.document.contents_language or ledger.document.language
    title = markup.escape(languages.load(language).labels.contents)
    look = run_look(Look(language=ledger.tag(language)))
    begin = _begin(WITHOUT_PAGES if pages is None else INSTRUCTION)
    others = [""] * (len(ledger.contents) - 1)
    edges = zip(ledger.contents, [begin, *others], [*others, _END], strict=True)
    lines = "".join(_line(entry, pages, before, after) for entry, before, after in edges)
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        '</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/><w:pageBreakBefore/></w:pPr>'
        f"<w:r>{look}<w:t>{title}</w:t></w:r></w:p>{lines}</w:sdtContent></w:sdt>"
    )


def _line(entry: Entry, pages: Pages | None, before: str, after: str) -> str:
    """An entry; the page behind a tab inside the link, as Word itself writes it."""
    page = page_field(entry.bookmark, pages)
    placed = "" if entry.look is None else indent(twips(entry.look.left or 0))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/>{placed}</w:pPr>{before}'
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{entry.runs}{page}</w:hyperlink>{after}</w:p>'
    )


def _begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {markup.escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
