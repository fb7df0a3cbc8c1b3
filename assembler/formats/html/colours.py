"""Colours for the screen: what a sheet chose for white paper, also on a dark ground, and always to be read.

A sheet names one colour. In light mode it stays as it is unless it is too pale for its ground; in dark mode type
becomes lighter and grounds darker, in the same hue, until the contrast is enough (as the web's guidelines count it).
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from typing import TypeAlias

PAPER, INK = "#FFFFFF", "#1A1A1A"
"""The ground of a page and its type, where the sheet says nothing."""

DARK_PAPER, DARK_INK = "#15171B", "#E4E4E1"

READABLE = 4.5
"""The least contrast of type with what is behind it."""

COMFORTABLE = 6.0
"""The same for coloured type in dark mode, where thin letters glare less and are lost sooner."""

VISIBLE = 3.0
"""The least contrast of lines."""

DARKEST_GROUND, LIGHTEST_GROUND = 0.16, 0.23
"""How light (0 to 1) coloured grounds are in dark mode."""

STEPS = 50

Channels: TypeAlias = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#RRGGBB`, from 1 (none) to 21 (black and white)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible(colour: str, grounds: Sequence[str], ratio: float = READABLE) -> str:
    """`colour`, or the nearest lightness of it that has the contrast with every ground; black or white if none has."""
    hue, light, depth = colorsys.rgb_to_hls(*_channels(colour))
    steps = (step / STEPS for step in range(STEPS + 1))
    for change in steps:
        for lightness in (light - change, light + change):
            tried = colour if change == 0 else _colour(hue, min(max(lightness, 0.0), 1.0), depth)
            if all(contrast(tried, ground) >= ratio for ground in grounds):
                return tried
    return max(("#000000", "#FFFFFF"), key=lambda each: min(contrast(each, ground) for ground in grounds))


def type_colour(colour: str | None, ground: str | None = None) -> str:
    """The CSS of a colour of type, the page's if None, for both modes; `ground` is a background of its own."""
    light = legible(colour or INK, (ground or PAPER,))
    darks = (DARK_PAPER, dark_ground(ground or PAPER))
    dark = legible(colour, darks, COMFORTABLE) if colour else DARK_INK
    return f"light-dark({light},{dark})"


def ground_colour(colour: str) -> str:
    """The CSS of a background, for both modes."""
    return f"light-dark({colour},{dark_ground(colour)})"


def line_colour(colour: str) -> str:
    """The CSS of a rule, for both modes."""
    return f"light-dark({colour},{legible(colour, (DARK_PAPER,), VISIBLE)})"


def dark_ground(colour: str) -> str:
    """What a background becomes in dark mode: the same hue, the lighter the darker it was."""
    hue, light, depth = colorsys.rgb_to_hls(*_channels(colour))
    return _colour(hue, DARKEST_GROUND + (LIGHTEST_GROUND - DARKEST_GROUND) * (1 - light), min(depth, 0.5))


def _channels(colour: str) -> Channels:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _colour(hue: float, light: float, depth: float) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, light, depth))


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
