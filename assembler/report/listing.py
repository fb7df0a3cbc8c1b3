"""Rows of several texts side by side: fitted to the width of a terminal, or as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from assembler.report.terminal import Line, Piece

GAP = "  "
NARROWEST = 12
"""Letters; a column of text gets no less, even where the line then grows longer than the terminal."""


def fitted(
    header: Sequence[str], rows: Sequence[Sequence[str]], looks: Sequence[str], *, whole: int, width: int
) -> list[Line]:
    """A table `width` letters wide: the first `whole` columns as they are, the others share the rest, cut with dots.

    `looks` has one look for each row.
    """
    kept = [max(len(row[i]) for row in (header, *rows)) for i in range(whole)]
    texts = len(header) - whole
    rest = width - sum(kept) - len(GAP) * (len(header) - 1)
    widths = [*kept, *([max(rest // max(texts, 1), NARROWEST)] * texts)]

    def line(row: Sequence[str], look: str) -> Line:
        cells = (cut(text, room).ljust(room) for text, room in zip(row, widths, strict=True))
        return (Piece(GAP.join(cells).rstrip(), look),)

    return [line(header, "strong"), *(line(row, look) for row, look in zip(rows, looks, strict=True))]


def cut(text: str, most: int) -> str:
    """The first letters of a text that is longer than `most`, with a sign that there is more."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def spreadsheet(header: Sequence[str], rows: Iterable[Sequence[str]], *, decimal: str) -> bytes:
    """CSV as Excel opens it by a double click: UTF-8 that says so, and a semicolon between cells where the comma is
    the `decimal` mark."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";" if decimal == "," else ",")
    writer.writerows([header, *rows])
    return buffer.getvalue().encode("utf-8-sig")
