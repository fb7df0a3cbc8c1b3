"""List styles, and the lists of one document: who goes on with whose count.

Each run of numbered paragraphs is a `text:list`; after an interruption a new one continues the former. Lists that
continue nothing begin again by themselves.
"""

from __future__ import annotations

from functools import cache

from assembler.document.model import List, ParagraphNumber, W
from assembler.formats import markup
from assembler.formats.odt import xml
from assembler.formats.odt.automatic import AutomaticStyles
from assembler.formats.odt.looks import Box
from assembler.formats.odt.measures import grid, mm
from assembler.formats.odt.styles import NUMBERED
from assembler.language import markers
from assembler.language.model import Lists, Marker
from assembler.style.model import StyleSheet

LEVELS = 10
"""OpenDocument's lists have so many levels."""

FORMATS = {
    "decimal": "1",
    "lower-letter": "a",
    "lower-roman": "i",
    "upper-roman": "I",
    "cyrillic-letter": "а, б, .., аа, бб, ... (ru)",
}
"""Kinds of digits as `style:num-format`; the Cyrillic one is LibreOffice's name for it."""

STANDING = {"ordered": "Numbers", "letters": "Letters", "bullets": "Bullets"}
"""The named list styles, of lists that stand where plain text does."""


class Numbering:
    """The lists of one document, collected while its paragraphs go by."""

    def __init__(
        self, sheet: StyleSheet, lists: Lists, automatic: AutomaticStyles, *, right_to_left: bool = False
    ) -> None:
        self._sheet = sheet
        self._lists = lists
        self._rtl = self._document_rtl = right_to_left
        self._step = grid(sheet.lists.step)
        self._automatic = automatic
        self._count = 0
        self._series: dict[tuple[str, int], tuple[str, int]] = {}
        self._version = ""

    def enter(self, version: str, lists: Lists, *, right_to_left: bool) -> None:
        """What is counted from now on belongs to a version (empty: to none), whose language marks lists so, and runs
        from right to left or not."""
        self._version, self._lists, self._rtl = version, lists, right_to_left

    def new_id(self) -> str:
        """An `xml:id` for a list."""
        self._count += 1
        return f"list{self._count}"

    def begin_run(self, number: ParagraphNumber) -> str:
        """The start tag of a list of numbered paragraphs that `number` is the first of."""
        id = self.new_id()
        run = (self._version, number.series)
        former = self._series.get(run)
        self._series[run] = (id, former[1] if former else 0)
        return list_tag(id, self.style_of_run(), former[0] if former else "")

    def style_of_run(self) -> str:
        """The name of the style of numbered paragraphs: the document's, or where a version runs the other way one with
        its numbers at the other side."""
        if self._rtl == self._document_rtl:
            return xml.name(NUMBERED)
        return self._automatic.list_style(_run_level(self._sheet, right_to_left=self._rtl))

    def paragraph_item(self, number: ParagraphNumber) -> str:
        """The start tag of a numbered paragraph's item; where numbers do not simply go on, it says its own."""
        run = (self._version, number.series)
        id, last = self._series[run]
        self._series[run] = (id, number.value)
        return item_tag(None if number.value == last + 1 else number.value)

    def style_of(self, block: List[W], edge: float) -> str:
        """The name of the style of a list whose outermost level stands `edge` millimetres from the margin."""
        kind = _kind(block)
        if not self._version and round(edge, 3) == round(self._sheet.roles.body.left or 0, 3):
            return STANDING[kind]
        place = round(edge, 3)
        levels = list_levels(kind, place, place, self._step, self._step, self._lists, right_to_left=self._rtl)
        return self._automatic.list_style(levels)

    def style_in_box(self, block: List[W], box: Box, edge: float) -> str:
        """The same in a box: all levels stand at its rule, and paragraphs hold their text away from it by padding.

        The room that padding takes does not move the place where text goes on after a marker; it is said outright.
        """
        kind, place = _kind(block), round(edge, 3)
        levels = list_levels(kind, box.edge, place, 0, self._step, self._lists, right_to_left=self._rtl)
        return self._automatic.list_style(levels)


def _kind(block: List[W]) -> str:
    return "bullets" if not block.ordered else "letters" if "letters" in block.classes else "ordered"


def list_tag(id: str, style: str, continued: str = "") -> str:
    """The start tag of a list; `continued` is the list whose count it goes on with."""
    goes_on = f' text:continue-list="{continued}"' if continued else ""
    return f'<text:list xml:id="{id}" text:style-name="{style}"{goes_on}>'


def item_tag(start: int | None = None) -> str:
    return "<text:list-item>" if start is None else f'<text:list-item text:start-value="{start}">'


def list_styles(sheet: StyleSheet, lists: Lists, *, right_to_left: bool = False) -> str:
    """The named list styles."""
    edge, step = sheet.roles.body.left or 0, grid(sheet.lists.step)

    def levels(kind: str) -> str:
        return list_levels(kind, edge, edge, step, step, lists, right_to_left=right_to_left)

    standing = "".join(
        f'<text:list-style style:name="{name}">{levels(kind)}</text:list-style>' for kind, name in STANDING.items()
    )
    return (
        f'<text:list-style style:name="{xml.name(NUMBERED)}" style:display-name="{NUMBERED}">'
        f"{_run_level(sheet, right_to_left=right_to_left)}</text:list-style>{standing}"
    )


def _run_level(sheet: StyleSheet, *, right_to_left: bool) -> str:
    """The one level of the style of numbered paragraphs."""
    look = sheet.roles.numbered
    left = look.left or 0
    position = _position(left, look.first or 0, left, right_to_left=right_to_left)
    return _number_level(1, Marker("decimal", sheet.numbering.paragraph), position)


@cache
def list_levels(
    kind: str, edge: float, text: float, move: float, step: float, lists: Lists, *, right_to_left: bool = False
) -> str:
    """All levels of a list style, in millimetres: each stands `move` further in than the one above, the first at
    `edge`; its marker has `step`, and text goes on after it `step` further in than at the level above, from `text`."""
    return "".join(
        _level(
            kind,
            level,
            _position(edge + (level - 1) * move + step, -step, text + level * step, right_to_left=right_to_left),
            lists,
        )
        for level in range(1, LEVELS + 1)
    )


def _level(kind: str, level: int, position: str, lists: Lists) -> str:
    if kind == "bullets":
        return (
            f'<text:list-level-style-bullet text:level="{level}"'
            f' text:bullet-char="{markup.attribute(markers.bullet(lists, level - 1))}">'
            f"{position}{_UPRIGHT}</text:list-level-style-bullet>"
        )
    return _number_level(level, markers.marker(lists, letters=kind == "letters", level=level - 1), position)


def _number_level(level: int, marker: Marker, position: str) -> str:
    before, _, after = marker.pattern.partition("{n}")
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-prefix="{markup.attribute(before)}"'
        f' style:num-suffix="{markup.attribute(after)}" style:num-format="{FORMATS[marker.digits]}">'
        f"{position}{_UPRIGHT}</text:list-level-style-number>"
    )


_UPRIGHT = '<style:text-properties fo:font-weight="normal" fo:font-style="normal"/>'


def _position(left: float, first: float, text: float, *, right_to_left: bool) -> str:
    """Where a level stands. LibreOffice takes the place of a marker for that of its left edge, whichever way the text
    runs, if it is not told to take the right one."""
    side = ' fo:text-align="end"' if right_to_left else ""
    tab = f' text:list-tab-stop-position="{mm(text)}"' if abs(text - left) > 0.0005 else ""
    return (
        f'<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"{side}>'
        f'<style:list-level-label-alignment text:label-followed-by="listtab"{tab}'
        f' fo:margin-left="{mm(left)}" fo:text-indent="{mm(first)}"/>'
        "</style:list-level-properties>"
    )
