"""Room behind a number for the decimals that it lacks, as blanks that are as wide as what they stand for.

They adapt to every font and size, need no tab that one program takes otherwise than another, and nobody reads them out.
"""

from __future__ import annotations

FIGURE, POINT, NO_BREAK = "\u2007", "\u2008", "\u00a0"
"""Blanks as wide as a digit, as a point, and as a space, at none of which a line is broken off."""

_BLANKS = {".": POINT, ",": POINT, "\u00a0": NO_BREAK, "%": FIGURE + "\u2004"}


def padding(lacking: str) -> str:
    """The blanks for decimals that a number lacks, such as `,00`."""
    return "".join(_BLANKS.get(sign, FIGURE) for sign in lacking)
