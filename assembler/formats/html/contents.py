"""The contents: the headings as nested lists, beside the text where there is room, else folded above it."""

from __future__ import annotations

from collections.abc import Sequence

from assembler.formats.html import text
from assembler.formats.html.ledger import Entry, Ledger
from assembler.language import load as languages


def contents(ledger: Ledger) -> str:
    """The navigation; empty where the document asks for none or has no headings."""
    if not ledger.document.contents or not ledger.contents:
        return ""
    language = languages.load(ledger.document.contents_language or ledger.document.language)
    title = text.escape(language.labels.contents)
    tag = ledger.tag(language.code)
    spoken = f' lang="{text.attribute(tag)}"' if tag else ""
    return (
        f'<nav class="contents"{spoken} aria-labelledby="contents_"><details>'
        f'<summary id="contents_">{title}</summary>\n{_nested(ledger.contents)}</details></nav>\n'
    )


def _nested(entries: Sequence[Entry]) -> str:
    """The entries as lists in lists; what follows an entry and is deeper belongs to it."""
    pieces = ["<ol>\n"]
    position = 0
    while position < len(entries):
        entry = entries[position]
        end = position + 1
        while end < len(entries) and entries[end].level > entry.level:
            end += 1
        inner = _nested(entries[position + 1 : end]) if end > position + 1 else ""
        link = f'<a class="contents-{entry.level}" href="#{text.attribute(entry.anchor)}">{entry.words}</a>'
        pieces.append(f"<li>{link}{inner}</li>\n")
        position = end
    return f"{''.join(pieces)}</ol>\n"
