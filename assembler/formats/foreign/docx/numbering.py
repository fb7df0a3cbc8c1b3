"""The numbers that Word would print before paragraphs, counted as it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from assembler.formats.foreign.digits import printed
from assembler.formats.foreign.docx.parts import W, child, number, switch, value
from assembler.formats.foreign.labels import Delimiter, Label, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
STYLES: dict[str, Style] = {
    "bullet": "bullet",
    "lowerLetter": "LowerAlpha",
    "upperLetter": "UpperAlpha",
    "lowerRoman": "LowerRoman",
    "upperRoman": "UpperRoman",
    "russianLower": "LowerAlpha",
    "russianUpper": "UpperAlpha",
}
"""All others are decimal."""
_GAP = re.compile(r"%([1-9])")


class Level(Struct, frozen=True):
    """A level of a list: `pattern` shows the numbers of levels as `%1`; `restart` is the level (from 1) behind which it
    begins again, 0 for never, None for any above."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class Numbering:
    """Counts while a document is read from its beginning."""

    def __init__(self, root: _Element | None) -> None:
        abstracts = [] if root is None else root.findall(f"{W}abstractNum")
        self._levels = {value(each, "abstractNumId"): _levels(each) for each in abstracts}
        self._links = {
            value(child(each, "styleLink")): value(each, "abstractNumId")
            for each in abstracts
            if child(each, "styleLink") is not None
        }
        self._linked = {value(each, "abstractNumId"): value(child(each, "numStyleLink")) for each in abstracts}
        self._nums = {} if root is None else {value(each, "numId"): each for each in root.findall(f"{W}num")}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, num: str, style: str) -> int | None:
        """The level of a list that paragraphs of a style stand on."""
        levels = self._levels.get(self._abstract(num), {})
        return next((at for at, level in levels.items() if style and level.style == style), None)

    def next(self, num: str, at: int) -> Label | None:
        """The label of the next paragraph of list `num` on level `at` (from 0); None where it prints nothing."""
        element = self._nums.get(num)
        if element is None or not 0 <= at < LEVELS:
            return None
        abstract = self._abstract(num)
        levels = {**self._levels.get(abstract, {}), **_overridden(element)}
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        self._begin(num, element, counts)
        level = levels.get(at, Level(pattern=f"%{at + 1}."))
        counts[at] = level.start if counts[at] is None else (counts[at] or 0) + 1
        for deeper in range(at + 1, LEVELS):
            restart = levels.get(deeper, Level()).restart
            if restart is None or (restart > 0 and at < restart):
                counts[deeper] = None
        return self._label(f"{abstract}", at, levels, counts)

    def _begin(self, num: str, element: _Element, counts: list[int | None]) -> None:
        """Overrides of where counting starts hold from the first paragraph of a list on."""
        for each in element.findall(f"{W}lvlOverride"):
            at, start = number(value(each, "ilvl")), child(each, "startOverride")
            if start is not None and 0 <= at < LEVELS and (num, at) not in self._begun:
                self._begun.add((num, at))
                counts[at] = number(value(start), 1) - 1

    def _abstract(self, num: str) -> str:
        own = value(child(self._nums.get(num), "abstractNumId"))
        link = self._linked.get(own, "")
        return self._links.get(link, own) if link else own

    def _label(self, series: str, at: int, levels: dict[int, Level], counts: list[int | None]) -> Label | None:
        level = levels.get(at, Level(pattern=f"%{at + 1}."))
        current = counts[at] or 0
        style = STYLES.get(level.format, "Decimal")
        if level.format == "none" or (not level.pattern.strip() and style != "bullet"):
            return None

        def shown(gap: re.Match[str]) -> str:
            above = int(gap[1]) - 1
            of = levels.get(above, Level())
            count = counts[above]
            plain = "decimal" if level.legal else of.format
            return printed(of.start if count is None else count, plain)

        text = "•" if style == "bullet" else _GAP.sub(shown, level.pattern)
        return Label(
            style=style, delimiter=_delimiter(level.pattern), value=current, level=at, series=series, text=text.strip(),
            parts=max(1, len(_GAP.findall(level.pattern))),
        )  # fmt: skip


def _levels(element: _Element) -> dict[int, Level]:
    found = {}
    for each in element.findall(f"{W}lvl"):
        found[number(value(each, "ilvl"))] = _level(each)
    return found


def _level(element: _Element) -> Level:
    restart = child(element, "lvlRestart")
    return Level(
        start=number(value(child(element, "start")), 1),
        format=value(child(element, "numFmt")) or "decimal",
        pattern=value(child(element, "lvlText")),
        restart=None if restart is None else number(value(restart)),
        legal=switch(child(element, "isLgl")) is True,
        style=value(child(element, "pStyle")),
    )


def _overridden(num: _Element) -> dict[int, Level]:
    found = {}
    for each in num.findall(f"{W}lvlOverride"):
        own = child(each, "lvl")
        if own is not None:
            found[number(value(each, "ilvl"))] = _level(own)
    return found


def _delimiter(pattern: str) -> Delimiter:
    stripped = pattern.strip()
    if not stripped.endswith(")"):
        return "Period"
    return "TwoParens" if stripped.startswith("(") else "OneParen"
