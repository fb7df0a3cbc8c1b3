"""A sheet for versions side by side: paper, boxes, widths."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from assembler.document.model import Figure, Paragraph, Version, Words
from assembler.style.load import shipped, shipped_names
from assembler.style.model import Page, StyleSheet
from assembler.style.spreads import column_width, is_whole, paddings, room_above, side_by_side, turned, version_heading
from tests.editions import div, paragraph

SHEETS = pytest.mark.parametrize(
    "sheet", [shipped(name, ("parallel", "columns", "draft")) for name in shipped_names()], ids=shipped_names()
)


@SHEETS
def test_three_columns_stand_on_a_landscape_page_and_two_do_not(sheet: StyleSheet) -> None:
    two, three = side_by_side(sheet, 2).page, side_by_side(sheet, 3).page
    assert two == sheet.page
    assert (three.width, three.height) == (sheet.page.height, sheet.page.width)


def test_a_page_that_is_landscape_already_is_not_turned_back() -> None:
    page = Page(width=297, height=210)
    assert turned(page) == page


@SHEETS
@pytest.mark.parametrize("columns", [2, 3, 4])
def test_columns_and_gutters_fill_the_page_and_text_is_equally_wide_in_all(sheet: StyleSheet, columns: int) -> None:
    text, gutter = column_width(sheet, columns), sheet.versions.gutter
    sides = [paddings(gutter, position, columns) for position in range(columns)]
    assert columns * text + sum(map(sum, sides)) == pytest.approx(sheet.page.text_width)
    assert (sides[0][0], sides[-1][1]) == (0, 0)
    assert text > 70 or columns > 2


@SHEETS
def test_boxes_in_columns_have_no_rules_for_their_cell_has_a_ground(sheet: StyleSheet) -> None:
    roles = side_by_side(sheet, 2).roles
    for look in (roles.recommendation, roles.recommendation_label, roles.example, roles.example_label):
        assert (look.rule_left, look.rule_above, look.rule_below, look.shading) == (None, None, None, None)
        assert look.left == roles.body.left
    assert sheet.versions.recommendation_shading


def test_what_a_language_changes_stands_side_by_side_too() -> None:
    sheet = shipped("un")
    made = side_by_side(replace(sheet, languages={"kk": sheet}), 3)
    assert made.in_language("kk").page.width == 297


def test_a_heading_outside_the_contents_has_the_look_of_its_level_but_for_what_the_sheet_says() -> None:
    roles = shipped("un", ("parallel", "interleaved", "draft")).roles
    look = version_heading(roles, roles.heading_1)
    assert (look.bold, look.size, look.before) == (roles.heading_1.bold, roles.version_heading.size, 0)


def test_a_row_with_a_figure_stays_whole_for_its_caption_stands_in_it() -> None:
    words = Words((), "en")
    paragraph, figure = Paragraph(words=words), Figure(target="map.png", words=words, caption=Paragraph(words=words))
    assert is_whole((Version(language="en", blocks=(figure,)),))
    assert not is_whole((Version(language="en", blocks=(paragraph,)),))


@SHEETS
def test_what_follows_a_box_stands_off_its_ground(sheet: StyleSheet) -> None:
    plain = (Version(language="en", blocks=(paragraph("After."),)),)
    box = (Version(language="en", blocks=(div("recommendation", paragraph("The State should act."), id="r"),)),)
    rows = (plain, box, box, plain, plain)
    assert [room_above(sheet, rows, n) for n in range(5)] == [0, 0, 0, sheet.boxes.after, 0]


@SHEETS
def test_a_cover_on_a_page_that_lies_leaves_less_room_between_its_parts(sheet: StyleSheet) -> None:
    upright, lying = (side_by_side(sheet, columns).roles for columns in (2, 3))
    for one, other in ((upright.title, lying.title), (upright.cover_group, lying.cover_group)):
        assert (other.before or 0) < (one.before or 0)
    assert lying.cover == upright.cover
