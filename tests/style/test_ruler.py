"""Words are as wide as the letters of their font, which were measured."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import pytest
from msgspec.structs import replace

from assembler.style.load import shipped, shipped_names
from assembler.style.model import ParagraphLook
from assembler.style.ruler import MEASURED, MILLIMETRES_IN_POINT, ruler
from tools import widths

UN = shipped("un")
POINTS = 10 * MILLIMETRES_IN_POINT


@pytest.mark.parametrize("family", widths.FAMILIES)
def test_the_data_are_the_widths_in_the_fonts(family: str, tool: Callable[[str], str]) -> None:
    tool("fc-match")
    if any(widths.file_of(family, bold=bold) is None for bold in (False, True)):
        pytest.skip(f"{family} is not installed")
    file = resources.files("assembler.style.widths") / widths.file_name(family)
    assert file.read_text(encoding="utf-8") == widths.data(family)


def test_every_font_that_is_known_has_its_data() -> None:
    assert set(MEASURED.values()) == {widths.file_name(family).removesuffix(".toml") for family in widths.FAMILIES}


@pytest.mark.parametrize("name", shipped_names())
def test_what_shipped_sheets_name_or_what_stands_in_for_it_is_measured(name: str) -> None:
    assert all(any(font in MEASURED for font in fonts) for fonts in shipped(name).fonts.values())


def test_words_are_as_wide_as_their_letters_in_their_size_and_weight() -> None:
    look = ParagraphLook(size=10)
    plain, bold = ruler(UN, look), ruler(UN, replace(look, bold=True))
    assert plain.width("шум") == pytest.approx((0.77 + 0.5 + 0.63) * POINTS)
    assert bold.width("шум") > plain.width("шум")
    assert ruler(UN, replace(look, size=20)).width("шум") == pytest.approx(2 * plain.width("шум"))
    assert plain.longest_word("о законе и о суде") == plain.width("законе")
    assert plain.longest_word("10\u00a0000 и 10\n7") == plain.width("10\u00a0000")
    assert plain.longest_word("") == 0


def test_what_was_not_measured_has_room_and_what_has_none_takes_none() -> None:
    measure = ruler(UN, ParagraphLook(size=10))
    assert measure.width("漢") == pytest.approx(0.6 * POINTS)
    assert measure.width("\u2060\u00ad\u0301") == 0


def test_a_font_that_nobody_measured_is_taken_for_a_wide_one() -> None:
    unknown = replace(UN, fonts={"serif": ("No Such Font",)})
    assert ruler(unknown, unknown.text).width("закон") > ruler(UN, UN.text).width("закон")


def test_plain_text_in_the_font_of_a_letterhead_is_taken_for_wide_but_not_what_names_a_font_of_its_own() -> None:
    other = UN.in_other_font()
    own = replace(UN.text, font="serif")
    assert ruler(other, UN.roles.cell).width("2012") > ruler(UN, UN.roles.cell).width("2012")
    assert ruler(other, own) == ruler(UN, own)
