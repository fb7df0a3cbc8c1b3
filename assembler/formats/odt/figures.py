"""Figures: a picture in a paragraph of its own, with its caption below or above, on one page with it."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.document.model import Figure, Words
from assembler.formats.odt.inlines import write_image
from assembler.formats.odt.ledger import Part
from assembler.formats.odt.paragraphs import Stance, close_paragraph, open_paragraph
from assembler.formats.odt.tables import write_caption
from assembler.formats.pictures.picture import Shown, described

FIGURE, CAPTION = "Picture", "Figure"
"""The style of the paragraph with the picture, and LibreOffice's own of captions of figures."""


def write_figure(part: Part, figure: Figure[Words], style: str, stance: Stance) -> None:
    """A figure. Its paragraphs take `style`, the caption in bold, or those of figures where that is empty."""
    above = part.ledger.sheet.figures.caption == "above"
    captioned = figure.caption is not None or figure.number is not None
    if captioned and above:
        write_caption(part, figure, style or CAPTION, replace(stance, keep=True, bold=bool(style)))
    starts = _held(part) if captioned and not above else ""
    open_paragraph(part, style or FIGURE, replace(stance, keep=captioned and not above))
    _write_picture(part, figure, style or FIGURE, stance)
    close_paragraph(part)
    part.starts = starts
    if captioned and not above:
        write_caption(part, figure, style or CAPTION, replace(stance, bold=bool(style)))


def _held(part: Part) -> str:
    """What is due before the first words, a language's mark: beside a picture it would take room from it."""
    starts, part.starts = part.starts, ""
    return starts


def _write_picture(part: Part, figure: Figure[Words], style: str, stance: Stance) -> None:
    """The picture, in its unit's bookmark unless its number has that."""
    ledger = part.ledger
    ledger.unit = figure.id
    start, end = ("", "") if figure.number is not None else ledger.around(figure.id)
    part.out.append(start)
    shown = Shown(figure.target, described(figure.words, ledger.language), figure.title, figure.pair("width"))
    write_image(part, shown, (ledger.looks[style].left if stance.left is None else stance.left) or 0)
    part.out.append(end)
