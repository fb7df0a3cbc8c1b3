"""Figures: a picture with its caption below or above."""

from __future__ import annotations

from assembler.document.model import Figure, Paragraph, Words
from assembler.formats.captions import label
from assembler.formats.html import text
from assembler.formats.html.inlines import write_image, write_place, write_words
from assembler.formats.html.ledger import Ledger, identified
from assembler.formats.pictures.picture import Shown, described


def write_figure(ledger: Ledger, figure: Figure[Words]) -> None:
    """`<figure>`, which bears the anchor of the picture; its caption has its own."""
    anchor = ledger.anchor(figure.id)
    ledger.out.append(f'<figure class="figure"{identified(anchor)}>\n')
    above = ledger.sheet.figures.caption == "above"
    if figure.caption is not None and above:
        _write_caption(ledger, figure, figure.caption, anchor)
    ledger.unit = figure.id
    alt = described(figure.words, ledger.language)
    tag = ledger.tag(figure.words.language)
    write_image(ledger, Shown(figure.target, alt, figure.title, figure.pair("width")), tag)
    ledger.out.append("\n")
    if figure.caption is not None and not above:
        _write_caption(ledger, figure, figure.caption, anchor)
    ledger.out.append("</figure>\n")


def _write_caption(ledger: Ledger, figure: Figure[Words], caption: Paragraph[Words], place: str) -> None:
    ledger.out.append(f"<figcaption{identified(ledger.anchor(caption.id))}>")
    if figure.number is not None:
        words = label(figure, ledger.language, ledger.sheet)
        number = text.escape(f"{words.before}{figure.number}{words.after}{words.end}")
        ledger.out.append(f'<span class="caption-number">{number}</span>')
    write_words(ledger, caption.words, caption.id)
    write_place(ledger, place)
    ledger.out.append("</figcaption>\n")
