"""The table of contents: OpenDocument's own index, with its entries already there.

A word processor that rebuilds it finds the same headings. The page numbers are fields about the headings' bookmarks,
which a word processor computes when it sets the pages.
"""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Heading, Words
from assembler.formats import markup
from assembler.formats.odt import xml
from assembler.formats.odt.inlines import bookmark_ref, link_tag
from assembler.formats.odt.ledger import Entry, Ledger
from assembler.formats.odt.looks import place
from assembler.formats.odt.pages import PAGE
from assembler.formats.odt.styles import CONTENTS_LINK, dotted_tab
from assembler.language import load as languages
from assembler.style.entries import unhung

CONTENTS_LEVELS = 3
"""Headings down to this level stand in the table of contents."""


def contents_bookmark(ledger: Ledger, heading: Heading[Words]) -> tuple[str, str]:
    """The bookmark that the contents lead to, and the entry there; nothing for headings too low for the contents."""
    is_left_out = not ledger.outlined or heading.words.change == "removed"
    if heading.level > CONTENTS_LEVELS or not ledger.document.contents or is_left_out:
        return "", ""
    name = f"_Toc{len(ledger.contents) + 1}"
    look = unhung(ledger.sheet, heading.level, heading.label + walk.plain_text(heading.words.content))
    ledger.contents.append(Entry(heading.level, _entry_words(ledger, heading), name, look))
    return f'<text:bookmark-start text:name="{name}"/>', f'<text:bookmark-end text:name="{name}"/>'


def _entry_words(ledger: Ledger, heading: Heading[Words]) -> str:
    """The words of a heading without its notes, with its label and the mark that they bear in the text."""
    words = heading.words
    label = heading.label + (f"{getattr(ledger.language.labels, words.mark)} " if words.mark else "")
    text = markup.clean(label + walk.plain_text(words.content).replace("\n", " "))
    style = ledger.language_style(words.language) if words.language != ledger.document.language else ""
    return f'<text:span text:style-name="{style}">{text}</text:span>' if style else text


def contents(ledger: Ledger) -> str:
    """The index on pages of its own; empty where the document has no headings."""
    if not ledger.contents:
        return ""
    heading = ledger.automatic.style("paragraph", "", parent="Contents Heading", master=PAGE)
    language = ledger.document.contents_language or ledger.document.language
    title = markup.escape(languages.load(language).labels.contents)
    entries = "".join(_line(ledger, entry) for entry in ledger.contents)
    return (
        '<text:table-of-content text:name="Contents" text:protected="false">'
        f'<text:table-of-content-source text:outline-level="{CONTENTS_LEVELS}">'
        f'<text:index-title-template text:style-name="Contents_20_Heading">{title}</text:index-title-template>'
        f"{''.join(map(_template, range(1, CONTENTS_LEVELS + 1)))}</text:table-of-content-source>"
        '<text:index-body><text:index-title text:name="Contents_Head">'
        f'<text:p text:style-name="{heading}">{title}</text:p></text:index-title>{entries}'
        "</text:index-body></text:table-of-content>"
    )


def _template(level: int) -> str:
    """How a word processor rebuilds the entries of a level."""
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
        f'<text:index-entry-link-start text:style-name="{xml.name(CONTENTS_LINK)}"/><text:index-entry-text/>'
        '<text:index-entry-link-end/><text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
        "<text:index-entry-page-number/></text:table-of-content-entry-template>"
    )


def _line(ledger: Ledger, entry: Entry) -> str:
    """An entry. The page stands outside the link: inside, LibreOffice's DOCX would tear the fields of both apart."""
    style = xml.name(CONTENTS_LINK)
    page = bookmark_ref(entry.bookmark, "page", "")
    return (
        f'<text:p text:style-name="{_style(ledger, entry)}">{link_tag(f"#{entry.bookmark}", style, style)}'
        f"{entry.words}</text:a><text:tab/>{page}</text:p>"
    )


def _style(ledger: Ledger, entry: Entry) -> str:
    """That of its level; a short one has its place itself."""
    look, named = entry.look, f"Contents {entry.level}"
    if look is None:
        return xml.name(named)
    standing = place(look.left or 0, 0, look.right or 0)
    tab = dotted_tab(ledger.sheet.page.text_width, look)
    properties = f"<style:paragraph-properties{standing}>{tab}</style:paragraph-properties>"
    return ledger.automatic.style("paragraph", properties, parent=named)
