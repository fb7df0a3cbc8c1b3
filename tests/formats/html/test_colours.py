"""Colours of a sheet on a screen: legible in both modes, and left alone where they are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from assembler.formats.html import colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def pair(css: str) -> tuple[str, str]:
    found = re.fullmatch(r"light-dark\((#[0-9A-F]{6}),(#[0-9A-F]{6})\)", css)
    assert found is not None
    return found[1], found[2]


def test_contrast_is_counted_as_the_guidelines_do() -> None:
    assert colours.contrast("#000000", "#FFFFFF") == 21
    assert round(colours.contrast("#777777", "#FFFFFF"), 2) == 4.48


@given(COLOURS, COLOURS)
def test_type_is_legible_on_any_ground(colour: str, ground: str) -> None:
    assert colours.contrast(colours.legible(colour, (ground,)), ground) >= colours.READABLE


@given(COLOURS, COLOURS)
def test_type_is_legible_on_its_own_ground_in_both_modes(colour: str, ground: str) -> None:
    for light, dark in (pair(colours.type_colour(colour, ground)), pair(colours.type_colour(None, ground))):
        on_light, on_dark = pair(colours.ground_colour(ground))
        assert colours.contrast(light, on_light) >= colours.READABLE
        assert colours.contrast(dark, on_dark) >= colours.READABLE


@given(COLOURS)
def test_type_without_a_ground_is_legible_on_the_page_and_in_dark_mode_on_every_ground(colour: str) -> None:
    light, dark = pair(colours.type_colour(colour))
    assert colours.contrast(light, colours.PAPER) >= colours.READABLE
    assert colours.contrast(dark, colours.DARK_PAPER) >= colours.READABLE
    assert all(colours.contrast(dark, colours.dark_ground(each)) >= 4 for each in ("#FFFFFF", "#D9D9D9"))


def test_a_colour_that_is_legible_stays_as_it_is() -> None:
    assert pair(colours.type_colour("#0B3D91"))[0] == "#0B3D91"
