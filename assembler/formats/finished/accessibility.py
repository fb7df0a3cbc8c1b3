"""What keeps a finished file from readers who listen to it, or see little: kinds of findings, and contrast.

The checks are those of word processors' own accessibility tools; contrast is computed as WCAG 2 does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from assembler.findings import Kind, Severity

HEADING_JUMP = Kind(
    "heading-jump",
    Severity.WARNING,
    "A heading of level {level} follows one of level {above}; a level is left out.",
    "Give it the level below the heading above, so that readers can find their way by headings.",
)
FIRST_HEADING = Kind(
    "first-heading-low",
    Severity.WARNING,
    "The first heading is of level {level}.",
    "Begin with a heading of level 1.",
)
TABLE_WITHOUT_HEADER = Kind(
    "table-without-header",
    Severity.WARNING,
    "A table has no header row.",
    "Mark its first row as header row (repeat as header row).",
)
PICTURE_WITHOUT_TEXT = Kind(
    "picture-without-text",
    Severity.WARNING,
    "A picture has no text in its place for those who do not see it.",
    "Describe it in its properties (alt text).",
)
NO_TITLE = Kind(
    "document-without-title",
    Severity.WARNING,
    "The document's properties do not say its title.",
    "Enter the title in the document's properties.",
)
NO_LANGUAGE = Kind(
    "document-without-language",
    Severity.WARNING,
    "The document does not say what language it is in.",
    "Set the language of the whole document.",
)
EMPTY_PARAGRAPH = Kind(
    "empty-paragraph",
    Severity.WARNING,
    "An empty paragraph stands in the text.",
    "Delete it; space between paragraphs belongs to their style.",
)
LOW_CONTRAST = Kind(
    "low-contrast",
    Severity.WARNING,
    "Text in the style “{style}” has {colour} on {ground}, a contrast of {ratio} to 1.",
    "Take colours with a contrast of at least 4.5 to 1.",
)

ENOUGH = 4.5
"""The contrast that WCAG 2 asks of text, level AA."""

BLACK, WHITE = "000000", "FFFFFF"

LANGUAGE_TAG = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-x(-[A-Za-z0-9]{1,8})+)?"
    r"|x(-[A-Za-z0-9]{1,8})+"
)
"""What BCP 47 takes for well-formed."""

Thing = TypeVar("Thing")


def jumps(headings: Iterable[tuple[int, Thing]]) -> Iterator[tuple[int, int, Thing]]:
    """The headings that leave a level out: their level, the level above (0: none), the heading. Levels count from 1."""
    above = 0
    for level, heading in headings:
        if level > above + 1:
            yield level, above, heading
        above = level


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `RRGGBB`, from 1 (none) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def automatic(ground: str) -> str:
    """The colour that word processors give to text of no colour on a ground: black, or white where that is dark."""
    return WHITE if _luminance(ground) < 0.1 else BLACK


def rounded(ratio: float) -> str:
    """A ratio with one digit, rounded down: 4.49 is not 4.5."""
    return f"{int(ratio * 10) / 10:g}"
