"""Whether text can be told from its ground: every pair of styles that stands in the text, with shading of cells."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from assembler.findings import Finding
from assembler.formats.finished.accessibility import ENOUGH, LOW_CONTRAST, WHITE, automatic, contrast, rounded
from assembler.formats.finished.opened import Tree
from assembler.formats.odt.lint.opened import FO, OFFICE, PARAGRAPHS, STYLE, TABLE, TEXT, Odt
from assembler.formats.odt.lint.styles import Sheet

COLOUR_DIGITS = 7
"""A sign and six digits."""


WORDS = (f"{TEXT}span", f"{TEXT}a")
ASIDE = (f"{TEXT}note-body", f"{OFFICE}annotation")


class Setting(Struct, frozen=True):
    """The styles of words (empty outside spans), of their paragraph, and of its cell."""

    words: str
    paragraph: str
    cell: str


def low_contrast(file: Odt) -> Iterator[Finding]:
    """Text that is too faint, each style in each pair of colours once."""
    sheet = Sheet(file)
    first: dict[Setting, tuple[Tree, Element]] = {}
    for tree in file.stories:
        for setting, element in _settings(tree):
            first.setdefault(setting, (tree, element))
    faint: dict[tuple[str, str, str], tuple[Tree, Element]] = {}
    for setting, place in first.items():
        colour, ground = _colours(sheet, setting)
        if contrast(colour, ground) < ENOUGH:
            faint.setdefault((_display(sheet, setting), colour, ground), place)
    for (style, colour, ground), (tree, element) in faint.items():
        ratio = rounded(contrast(colour, ground))
        yield file.at(LOW_CONTRAST, tree, element, style=style, colour=f"#{colour}", ground=f"#{ground}", ratio=ratio)


def _settings(tree: Tree) -> Iterator[tuple[Setting, Element]]:
    """The words of a note, and of a comment, stand in its own paragraphs and on no cell's ground."""
    nowhere = Setting("", "", "")
    waiting = [(tree.root, nowhere)]
    while waiting:
        element, around = waiting.pop()
        style = element.get(f"{TEXT}style-name", "")
        match element.tag:
            case tag if tag in PARAGRAPHS:
                around = Setting("", style, around.cell)
                yield around, element
            case tag if tag in WORDS and around.paragraph:
                yield Setting(style, around.paragraph, around.cell), element
            case tag if tag == f"{TABLE}table-cell":
                around = Setting("", "", element.get(f"{TABLE}style-name", ""))
            case tag if tag in ASIDE:
                around = nowhere
        waiting.extend((child, around) for child in reversed(element))


def _colours(sheet: Sheet, setting: Setting) -> tuple[str, str]:
    """The colour of text and of its ground as they are seen."""
    styles = (("text", setting.words), ("paragraph", setting.paragraph))
    ground = WHITE
    for family, name in (*styles, ("table-cell", setting.cell)):
        if name and (said := _hex(sheet.property(family, name, f"{FO}background-color"))):
            ground = said
            break
    colours = (_colour(sheet, family, name) for family, name in styles if name)
    return next(filter(None, colours), automatic(ground)), ground


def _colour(sheet: Sheet, family: str, name: str) -> str:
    """What the nearest style says that says anything; empty for the automatic colour."""
    for style in sheet.chain(family, name):
        for properties in style:
            if properties.get(f"{STYLE}use-window-font-color") == "true":
                return ""
            if colour := _hex(properties.get(f"{FO}color", "")):
                return colour
    return ""


def _display(sheet: Sheet, setting: Setting) -> str:
    """The name under which a user finds the style: of an automatic one, what it is made from."""
    family, name = ("text", setting.words) if setting.words else ("paragraph", setting.paragraph)
    named = (style for style in sheet.chain(family, name) if style in sheet.common.values())
    style = next(named, None)
    return name if style is None else style.get(f"{STYLE}display-name", "") or style.get(f"{STYLE}name", name)


def _hex(colour: str) -> str:
    """A colour `RRGGBB`; empty for none and for `transparent`."""
    return colour[1:].upper() if len(colour) == COLOUR_DIGITS else ""
