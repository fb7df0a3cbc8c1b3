"""The numbers that LibreOffice would print before list items and headings, counted as it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from assembler.formats.foreign.digits import printed
from assembler.formats.foreign.labels import Delimiter, Label, Style
from assembler.formats.foreign.odt.names import STYLE, TEXT, Files, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMATS: dict[str, tuple[Style, str]] = {
    "a": ("LowerAlpha", "lowerLetter"), "A": ("UpperAlpha", "upperLetter"), "i": ("LowerRoman", "lowerRoman"),
    "I": ("UpperRoman", "upperRoman"), "а": ("LowerAlpha", "russianLower"), "А": ("UpperAlpha", "russianUpper"),
    "1": ("Decimal", "decimal"),
}  # fmt: skip
OUTLINE = "outline"
"""The series that headings are counted in."""


class Level(Struct, frozen=True):
    """A level of a list: a bullet, or a number of `format` (empty: none is printed) between two texts; `shown` is how
    many levels are printed."""

    bullet: str = ""
    format: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


class Numbering:
    """Counts while a document is read from its beginning. A series is a list with all lists that continue it."""

    def __init__(self, files: Files) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._outline: dict[int, Level] = {}
        for name in ("styles.xml", "content.xml"):
            root = files.tree(name)
            for each in () if root is None else root.iter(f"{TEXT}list-style"):
                self._styles[each.get(f"{STYLE}name", "")] = dict(_levels(each))
            for each in () if root is None else root.iter(f"{TEXT}outline-style"):
                self._outline = dict(_levels(each))
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, series: str, style: str, level: int, start: int | None = None) -> Label | None:
        """The label of the next item on `level` (from 1) of a series; None where nothing is printed."""
        levels = self._outline if series == OUTLINE else self._styles.get(style, {})
        own = levels.get(level)
        if own is None and series == OUTLINE:
            return None
        own = own or Level(format="1", after=".")
        counts = self._counts.setdefault(series, {})
        counts[level] = start if start is not None else counts.get(level, own.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return _label(series, level, own, levels, counts)


def _label(series: str, level: int, own: Level, levels: dict[int, Level], counts: dict[int, int]) -> Label | None:
    if own.bullet:
        return Label(style="bullet", level=level - 1, series=series, text="•")
    if own.format not in FORMATS:
        return None
    first = max(1, level - own.shown + 1)
    numbers = []
    for each in range(first, level + 1):
        of = levels.get(each, own)
        if of.format in FORMATS:
            numbers.append(printed(counts.get(each, of.start), FORMATS[of.format][1]))
    return Label(
        style=FORMATS[own.format][0],
        delimiter=_delimiter(own),
        value=counts[level],
        level=level - 1,
        series=series,
        text=f"{own.before}{'.'.join(numbers)}{own.after}".strip(),
        parts=len(numbers),
    )


def _delimiter(level: Level) -> Delimiter:
    if not level.after.strip().endswith(")"):
        return "Period"
    return "TwoParens" if level.before.strip().endswith("(") else "OneParen"


def _levels(style: _Element) -> dict[int, Level]:
    found = {}
    for each in style:
        if not isinstance(each.tag, str) or not each.tag.startswith(TEXT):
            continue
        kind = each.tag.removeprefix(TEXT)
        if kind in ("list-level-style-bullet", "list-level-style-image"):
            found[whole(each, f"{TEXT}level")] = Level(bullet=each.get(f"{TEXT}bullet-char") or "•")
        elif kind in ("list-level-style-number", "outline-level-style"):
            found[whole(each, f"{TEXT}level")] = Level(
                format=each.get(f"{STYLE}num-format", "")[:1],
                before=each.get(f"{STYLE}num-prefix", ""),
                after=each.get(f"{STYLE}num-suffix", ""),
                start=whole(each, f"{TEXT}start-value"),
                shown=whole(each, f"{TEXT}display-levels"),
            )
    return found
