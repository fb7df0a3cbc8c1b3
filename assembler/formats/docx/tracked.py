"""Tracked changes: runs that were taken out or put in, paragraphs and rows that were so as a whole.

What is written is looked at again, as XML: a run is the same whether it is tracked or not, but for what stands around
it, and that text in it which was taken out has elements of its own.
"""

from __future__ import annotations

import re

from assembler.formats.docx.ledger import Ledger, Part

RUNS = re.compile(r"(?:<w:r>.*?</w:r>)+", re.DOTALL)

ELEMENTS = {"added": "ins", "removed": "del"}

REMOVED = (
    ("<w:t>", "<w:delText>"), ("<w:t ", "<w:delText "), ("</w:t>", "</w:delText>"),
    ("<w:instrText", "<w:delInstrText"), ("</w:instrText>", "</w:delInstrText>"),
)  # fmt: skip


def mark(ledger: Ledger, kind: str) -> str:
    """The empty element that says of a paragraph's mark or of a row that it was `added` or `removed`."""
    return f"{_start(ledger, kind)[:-1]}/>"


def track_runs(part: Part, start: int, kind: str) -> None:
    """Say of all runs from piece `start` of the stream on that they were `added` or `removed`."""
    written = "".join(part.out[start:])
    if kind == "removed":
        for text, removed in REMOVED:
            written = written.replace(text, removed)
    end = f"</w:{ELEMENTS[kind]}>"
    part.out[start:] = [RUNS.sub(lambda found: f"{_start(part.ledger, kind)}{found[0]}{end}", written)]


def track_paragraph(part: Part, kind: str) -> None:
    """Say the same of the paragraph that is open, its mark and all that is written in it."""
    track_runs(part, part.opened + 1, kind)
    tracked = f"<w:rPr>{mark(part.ledger, kind)}</w:rPr></w:pPr>"
    part.out[part.opened] = part.out[part.opened].replace("</w:pPr>", tracked, 1)


def _start(ledger: Ledger, kind: str) -> str:
    return f'<w:{ELEMENTS[kind]} w:id="{ledger.next_number()}"{ledger.authored}>'
