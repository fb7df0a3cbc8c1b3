"""How wide words are in a look: the widths of the letters of its font, which are data (`widths/`), added up.

A sheet names fonts and what stands in for them; the first that was measured counts. Where none was, words are taken for
as wide as in the widest that was, so that they fit all the same; also where a letterhead brings its own font.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from assembler.style.model import ParagraphLook, StyleSheet

WIDTHS = Path(__file__).parent / "widths"
MILLIMETRES_IN_POINT = 25.4 / 72
PARTS = 100
"""Widths are hundredths of the size of type."""

OTHER = 60
"""The width of a letter that was not measured; of no letter of Cyrillic or Latin."""

MEASURED: Mapping[str, str] = {
    "Times New Roman": "liberation-serif",
    "Liberation Serif": "liberation-serif",
    "Tinos": "liberation-serif",
    "Arial": "liberation-sans",
    "Helvetica": "liberation-sans",
    "Liberation Sans": "liberation-sans",
    "Arimo": "liberation-sans",
    "Courier New": "liberation-mono",
    "Liberation Mono": "liberation-mono",
    "Cousine": "liberation-mono",
    "Calibri": "carlito",
    "Carlito": "carlito",
    "PT Sans": "pt-sans",
    "PT Serif": "pt-serif",
}
"""Fonts, and the file of those that are as wide, letter by letter."""

WIDEST = "liberation-sans"


class Letters(dict[str, int]):
    """The width of each letter; of one that has no room of its own, nothing."""

    def __missing__(self, letter: str) -> int:
        width = 0 if unicodedata.category(letter) in ("Mn", "Cf", "Cc") else OTHER
        self[letter] = width
        return width


class Ruler(Struct, frozen=True):
    """Measures words in one look; `unit` is what a hundredth of its size is in millimetres."""

    letters: Letters
    unit: float

    def width(self, text: str) -> float:
        """Millimetres that a text takes on one line."""
        return sum(map(self.letters.__getitem__, text)) * self.unit

    def longest_word(self, text: str) -> float:
        """Millimetres that the widest stretch takes in which no line ends; nothing where there is none."""
        return max(map(self.width, text.replace("\n", " ").split(" ")), default=0.0)


def ruler(sheet: StyleSheet, look: ParagraphLook) -> Ruler:
    """What measures words in a look of the sheet."""
    whole = sheet.paragraph(look)
    unknown = sheet.other_font and look.font is None
    fonts = () if unknown else sheet.fonts.get(whole.font or "", ())
    file = next((MEASURED[font] for font in fonts if font in MEASURED), WIDEST)
    return Ruler(_letters(file, "bold" if whole.bold else "regular"), (whole.size or 0) * MILLIMETRES_IN_POINT / PARTS)


@cache
def _letters(file: str, weight: str) -> Letters:
    data = (WIDTHS / f"{file}.toml").read_text(encoding="utf-8")
    widths = tomllib.loads(data)[weight]
    return Letters((letter, int(width)) for width, letters in widths.items() for letter in letters)
