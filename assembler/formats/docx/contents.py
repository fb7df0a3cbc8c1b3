"""The table of contents: Word's own field, with its entries already there.

A word processor that rebuilds it finds the same headings; one that does not shows the entries as they stand. Page
numbers are known to nobody before the pages are set, so the field asks for none (`\\n`).
"""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Words
from assembler.formats import markup
from assembler.formats.docx.inlines import Look, run_look
from assembler.formats.docx.ledger import Entry, Ledger

INSTRUCTION = 'TOC \\o "1-3" \\n \\h \\z \\u'


def contents_runs(ledger: Ledger, words: Words) -> str:
    """The words of a heading as one run, with the mark that they bear in the text."""
    label = f"{getattr(ledger.language.labels, words.mark)} " if words.mark else ""
    text = markup.clean(label + walk.plain_text(words.content).replace("\n", " "))
    look = run_look(Look(language=ledger.tag(words.language)))
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def contents(ledger: Ledger) -> str:
    """The block of contents on a page of its own; empty where the document has no headings."""
    if not ledger.contents:
        return ""
    title = markup.escape(ledger.language.labels.contents)
    lines = "".join(_line(entry, first=entry is ledger.contents[0]) for entry in ledger.contents)
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        '</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/><w:pageBreakBefore/></w:pPr>'
        f"<w:r><w:t>{title}</w:t></w:r></w:p>{lines}"
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    )


def _line(entry: Entry, *, first: bool) -> str:
    begin = _BEGIN if first else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr>{begin}'
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{entry.runs}</w:hyperlink></w:p>'
    )


_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve"> {markup.escape(INSTRUCTION)} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
