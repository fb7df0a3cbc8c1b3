"""How large a picture is printed: its own size, or the width that the author wants, never larger than there is room.

Lengths are in millimetres.
"""

from __future__ import annotations

import re

from msgspec import Struct

from assembler.style.model import Page

MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96}
"""In each unit of length that a width can be given in. A pixel is that of the web, of which an inch has 96."""

_WIDTH = re.compile(r"(?P<number>[0-9]{1,5}(?:\.[0-9]{1,4})?)(?P<unit>%|mm|cm|in|pt|px)")

FOR_CAPTION = 0.85
"""How much of a page's height a picture may take, so that its caption finds room beside it."""


class Width(Struct, frozen=True):
    """A width as an author gives it: millimetres, or a share of the room where the picture stands."""

    millimetres: float = 0
    share: float = 0

    def within(self, room: float) -> float:
        """The width where there are so many millimetres."""
        return self.share * room if self.share else self.millimetres


class Size(Struct, frozen=True):
    """Width and height in millimetres."""

    width: float
    height: float


def width(written: str) -> Width | None:
    """`80%`, `6cm`, `60mm`, `2.5in`, `180pt`, `300px`; None for anything else, and for nothing."""
    found = _WIDTH.fullmatch(written.strip())
    number = float(found["number"]) if found else 0
    if found is None or number == 0:
        return None
    return Width(share=number / 100) if found["unit"] == "%" else Width(number * MILLIMETRES[found["unit"]])


def printed(own: Size, wanted: str | None, page: Page, left: float = 0, measure: float | None = None) -> Size:
    """The size of a picture on a page, `left` millimetres from the margin; its proportions stay. `measure` is how
    wide text is in its place, if not as wide as between the margins."""
    room = max((page.text_width if measure is None else measure) - left, 1)
    asked = width(wanted) if wanted else None
    wide = min(asked.within(room) if asked else own.width, room)
    scale = min(wide / own.width, page.text_height * FOR_CAPTION / own.height)
    return Size(round(own.width * scale, 2), round(own.height * scale, 2))
