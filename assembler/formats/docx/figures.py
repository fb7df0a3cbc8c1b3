"""Figures: a picture in a paragraph of its own, with its caption below or above, on one page with it."""

from __future__ import annotations

from assembler.document.model import Figure, Words
from assembler.formats.docx.inlines import write_image
from assembler.formats.docx.ledger import Part
from assembler.formats.docx.measures import TWIPS_IN_MILLIMETRE
from assembler.formats.docx.paragraphs import Form, close_paragraph, look_in, open_paragraph
from assembler.formats.docx.tables import write_caption
from assembler.formats.pictures.picture import Shown, described

FIGURE, CAPTION = "Figure", "FigureCaption"


def write_figure(part: Part, figure: Figure[Words], form: Form) -> None:
    """A figure. `form` is that of its paragraphs; where they have no style yet, they take those of figures."""
    above = part.ledger.sheet.figures.caption == "above"
    captioned = figure.caption is not None or figure.number is not None
    if captioned and above:
        write_caption(part, figure, _styled(form, CAPTION, keep=True))
    starts = _held(part) if captioned and not above else ""
    open_paragraph(part, _styled(form, FIGURE, keep=captioned and not above))
    _write_picture(part, figure, form)
    close_paragraph(part)
    part.starts = starts
    if captioned and not above:
        write_caption(part, figure, _styled(form, CAPTION, keep=False))


def _held(part: Part) -> str:
    """What is due before the first words, a language's mark: beside a picture it would take room from it."""
    starts, part.starts = part.starts, ""
    return starts


def _styled(form: Form, style: str, *, keep: bool) -> Form:
    return Form(style=form.style or style, rules=form.rules, left=form.left, keep=keep)


def _write_picture(part: Part, figure: Figure[Words], form: Form) -> None:
    """The picture, in its unit's bookmark unless its number has that."""
    ledger = part.ledger
    ledger.unit = figure.id
    start, end = ("", "") if figure.number is not None else ledger.around(figure.id)
    part.out.append(start)
    shown = Shown(figure.target, described(figure.words, ledger.language), figure.title, figure.pair("width"))
    style = form.style or FIGURE
    left = ledger.shapes[style].left if form.left is None else form.left
    write_image(part, shown, look_in(part, style), left / TWIPS_IN_MILLIMETRE)
    part.out.append(end)
