"""Whether text can be told from its ground: every pair of styles that stands in the text, with shading of cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from msgspec import Struct

from assembler.findings import Finding
from assembler.formats.docx.lint.opened import Docx, W, value
from assembler.formats.docx.lint.styles import Sheet
from assembler.formats.finished.accessibility import ENOUGH, LOW_CONTRAST, WHITE, automatic, contrast, rounded
from assembler.formats.finished.opened import Tree

COLOUR_DIGITS = 6


class Setting(Struct, frozen=True):
    """The styles that a run stands in, and what its paragraph, its cell and itself say beyond them (empty: nothing)."""

    paragraph: str
    run: str
    cell_ground: str
    own_ground: str
    own_colour: str


def low_contrast(file: Docx) -> Iterator[Finding]:
    """Text that is too faint, each style in each pair of colours once."""
    sheet = Sheet(file)
    first: dict[Setting, tuple[Tree, Element]] = {}
    for tree in file.stories:
        for setting, run in _settings(tree, sheet.default):
            first.setdefault(setting, (tree, run))
    faint: dict[tuple[str, str, str], tuple[Tree, Element]] = {}
    for setting, place in first.items():
        colour, ground = _colours(sheet, setting)
        if contrast(colour, ground) < ENOUGH:
            faint.setdefault((setting.run or setting.paragraph, colour, ground), place)
    for (style, colour, ground), (tree, run) in faint.items():
        ratio = rounded(contrast(colour, ground))
        yield file.at(LOW_CONTRAST, tree, run, style=style, colour=f"#{colour}", ground=f"#{ground}", ratio=ratio)


def _settings(tree: Tree, default: str) -> Iterator[tuple[Setting, Element]]:
    shaded = {
        paragraph: ground
        for cell in tree.all(f"{W}tc")
        if (ground := _fill(cell.find(f"{W}tcPr/{W}shd")))
        for paragraph in cell.iter(f"{W}p")
    }
    for paragraph in tree.all(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        own = _fill(properties.find(f"{W}shd")) if properties is not None else ""
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}t") is not None:
                yield _setting(run, style or default, shaded.get(paragraph, ""), own), run


def _setting(run: Element, paragraph: str, cell: str, ground: str) -> Setting:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return Setting(paragraph, "", cell, ground, "")
    own = _fill(properties.find(f"{W}shd")) or ground
    return Setting(
        paragraph, value(properties.find(f"{W}rStyle")), cell, own, _hex(value(properties.find(f"{W}color")))
    )


def _colours(sheet: Sheet, setting: Setting) -> tuple[str, str]:
    """The colour of text and of its ground as they are seen."""
    styles = (("character", setting.run), ("paragraph", setting.paragraph))
    grounds = [setting.own_ground]
    for type, style in styles:
        grounds += [_fill(sheet.property(type, style, path)) for path in ("rPr/shd", "pPr/shd")]
    ground = next(filter(None, (*grounds, setting.cell_ground)), WHITE)
    colours = (_hex(value(sheet.property(type, style, "rPr/color"))) for type, style in styles)
    return next(filter(None, (setting.own_colour, *colours)), automatic(ground)), ground


def _fill(shading: Element | None) -> str:
    return _hex(value(shading, "fill"))


@cache
def _hex(colour: str) -> str:
    """A colour `RRGGBB`; empty for none and for `auto`."""
    return colour.upper() if len(colour) == COLOUR_DIGITS else ""
