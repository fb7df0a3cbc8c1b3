"""What the styles of an ODT file say of paragraphs and letters, along the styles that they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from assembler.formats.foreign.odt.names import FO, STYLE, TEXT, Files

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 30
"""Styles that are based on each other; a circle is cut there."""
MILLIMETRES = {"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "px": 25.4 / 96}
_LENGTH = re.compile(r"(-?[\d.]+)(mm|cm|in|pt|pc|px)")
_HEADING = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
_ENCODED = re.compile(r"_([0-9a-f]{2,4})_")
MARKS = ("Strong", "Emph", "Underline", "Strikeout", "SmallCaps", "Superscript", "Subscript")


class Look(Struct, frozen=True, gc=False):
    """What a style makes of a paragraph or of letters. `marks` are those that are on or off by name of the node."""

    name: str = ""
    marks: dict[str, bool] = {}
    hidden: bool = False
    capitals: bool = False
    size: float = 0
    language: str = ""
    outline: int = 0
    list_style: str = ""
    alignment: str = ""
    left: float | None = None

    @property
    def on(self) -> frozenset[str]:
        """The marks that are on."""
        return frozenset(mark for mark, on in self.marks.items() if on)

    def under(self, other: Look) -> Look:
        """With what `other`, which is nearer to the text, says in place of it."""
        return Look(
            name=other.name or self.name,
            marks={**self.marks, **other.marks},
            hidden=self.hidden or other.hidden,
            capitals=self.capitals or other.capitals,
            size=other.size or self.size,
            language=other.language or self.language,
            outline=other.outline or self.outline,
            list_style=other.list_style or self.list_style,
            alignment=other.alignment or self.alignment,
            left=self.left if other.left is None else other.left,
        )


class Styles:
    """The styles by family (`paragraph`, `text`) and name. The name of a look is that of the style that users see."""

    def __init__(self, files: Files) -> None:
        self._elements = dict(_named(files))
        self._looks: dict[tuple[str, str], Look] = {}
        self._defaults = {
            each.get(f"{STYLE}family", ""): _look(each)
            for root in _roots(files)
            for each in root.iter(f"{STYLE}default-style")
        }

    def look(self, family: str, name: str) -> Look:
        default = self._defaults.get(family, Look()) if family == "paragraph" else Look()
        return default.under(self._own(family, name))

    def _own(self, family: str, name: str, depth: int = 0) -> Look:
        key = (family, name)
        if key not in self._looks:
            element = self._elements.get(key)
            if element is None or depth > DEEPEST:
                return Look(name=_shown(name))
            basis = self._own(family, element.get(f"{STYLE}parent-style-name", ""), depth + 1)
            said = _look(element)
            automatic = "automatic" in str(getattr(element.getparent(), "tag", ""))
            shown = "" if automatic else element.get(f"{STYLE}display-name") or _shown(name)
            if not said.outline and (found := _HEADING.fullmatch(shown)):
                said = replace(said, outline=int(found[1]))
            relative = _percent(element)
            size = basis.size * relative if relative and basis.size else said.size
            self._looks[key] = basis.under(replace(said, name=shown, size=size))
        return self._looks[key]


def _roots(files: Files) -> Iterator[_Element]:
    trees = (files.tree("styles.xml"), files.tree("content.xml"))
    yield from dict.fromkeys(tree for tree in trees if tree is not None)


def _named(files: Files) -> Iterator[tuple[tuple[str, str], _Element]]:
    for root in _roots(files):
        for each in root.iter(f"{STYLE}style"):
            yield (each.get(f"{STYLE}family", ""), each.get(f"{STYLE}name", "")), each


def _shown(name: str) -> str:
    """`Heading_20_1` as users see it."""
    return _ENCODED.sub(lambda found: chr(int(found[1], 16)), name)


def _look(element: _Element) -> Look:
    paragraph = element.find(f"{STYLE}paragraph-properties")
    letters = element.find(f"{STYLE}text-properties")
    outline = element.get(f"{STYLE}default-outline-level", "")
    said = Look(
        outline=int(outline) if outline.isdecimal() else 0,
        list_style=element.get(f"{STYLE}list-style-name", ""),
    )
    if paragraph is not None:
        margin = paragraph.get(f"{FO}margin-left") or paragraph.get(f"{FO}margin") or ""
        alignment = paragraph.get(f"{FO}text-align", "")
        said = replace(said, alignment=alignment, left=millimetres(margin) if margin else None)
    return said if letters is None else _letters(said, letters)


def _letters(said: Look, letters: _Element) -> Look:
    position = letters.get(f"{STYLE}text-position", "")
    values = {
        "Strong": letters.get(f"{FO}font-weight"),
        "Emph": letters.get(f"{FO}font-style"),
        "Underline": letters.get(f"{STYLE}text-underline-style"),
        "Strikeout": letters.get(f"{STYLE}text-line-through-style"),
        "SmallCaps": letters.get(f"{FO}font-variant"),
    }
    marks = {mark: value not in ("normal", "none", "100", "400") for mark, value in values.items() if value is not None}
    if position:
        marks["Superscript"] = position.startswith("super") or (position[0].isdigit() and not position.startswith("0%"))
        marks["Subscript"] = position.startswith(("sub", "-"))
    size = millimetres(letters.get(f"{FO}font-size", "")) * 72 / 25.4
    language, country = letters.get(f"{FO}language", ""), letters.get(f"{FO}country", "")
    named = "" if language in ("", "none", "zxx") else language + (f"-{country}" if country not in ("", "none") else "")
    return replace(
        said,
        marks=marks,
        hidden=letters.get(f"{TEXT}display") == "none",
        capitals=letters.get(f"{FO}text-transform") == "uppercase",
        size=round(size, 1),
        language=named,
    )


def _percent(element: _Element) -> float:
    letters = element.find(f"{STYLE}text-properties")
    said = "" if letters is None else letters.get(f"{FO}font-size", "")
    return float(said[:-1]) / 100 if re.fullmatch(r"[\d.]+%", said) else 0


def millimetres(length: str) -> float:
    """A length with its unit; 0 for all else."""
    found = _LENGTH.fullmatch(length.strip())
    return float(found[1]) * MILLIMETRES[found[2]] if found and found[1].count(".") < 2 and found[1] != "." else 0
