"""The sheets that come with the toolkit: readable, complete, with fonts that have the letters of the languages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import asdict, fields

from assembler.language import load as languages
from assembler.style.load import shipped, shipped_data, shipped_names
from assembler.style.model import StyleSheet

SHEETS = pytest.mark.parametrize("name", shipped_names())
ROOT = Path(__file__).parents[2]
WHITE = "#FFFFFF"
ENOUGH = 4.5
"""The contrast that people with weak eyes need (WCAG 2, level AA)."""


def luminance(colour: str) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grounds(sheet: StyleSheet) -> dict[str, str]:
    """The colour behind the words of each role."""
    looks = asdict(sheet.roles)
    behind = {name: getattr(look, "shading", None) or look.background or WHITE for name, look in looks.items()}
    return {**behind, "header_cell": sheet.tables.header_shading or WHITE}


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", WHITE) == 21
    assert round(contrast("#767676", WHITE), 2) == 4.54


@SHEETS
def test_every_colour_of_text_stands_out_from_what_is_behind_it(name: str) -> None:
    sheet = shipped(name)
    weak = {}
    for role, ground in grounds(sheet).items():
        colour = getattr(sheet.roles, role).colour or sheet.text.colour or "#000000"
        if contrast(colour, ground) < ENOUGH:
            weak[role] = (colour, ground)
    assert weak == {}


@SHEETS
def test_links_can_be_read_in_boxes_too(name: str) -> None:
    sheet = shipped(name)
    shaded = {ground for role, ground in grounds(sheet).items() if role != "header_cell"}
    assert all(contrast(sheet.roles.link.colour or "#000000", ground) >= ENOUGH for ground in shaded)


@SHEETS
def test_every_font_has_a_stand_in_with_all_letters_and_the_sign_of_the_tenge(
    name: str, tool: Callable[[str], str]
) -> None:
    known = (languages.load(code) for code in languages.known())
    letters = {letter for each in known if each.direction == "ltr" for letter in each.alphabet}
    wanted = " ".join(f"{ord(letter):x}" for letter in sorted({*letters, *(each.upper() for each in letters), "₸"}))
    command = [tool("fc-list"), f":charset={wanted}", "family"]
    able = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    families = {family.strip() for line in able.splitlines() for family in line.split(",")}
    if not families:
        pytest.skip("no font with all letters is installed")
    assert all(families.intersection(fonts) for fonts in shipped(name).fonts.values())


@SHEETS
def test_a_sheet_says_every_role_so_that_a_copy_of_it_shows_what_can_be_changed(name: str) -> None:
    text = shipped_data(name).decode()
    unsaid = [field.encode_name for field in fields(shipped(name).roles) if f"[roles.{field.encode_name}]" not in text]
    assert unsaid == []


def test_the_sheet_of_the_sample_is_the_shipped_one() -> None:
    assert (ROOT / "styles" / "un.toml").read_bytes() == shipped_data("un")
