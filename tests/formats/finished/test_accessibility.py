"""Contrast as WCAG 2 computes it, languages as BCP 47 writes them, headings in order."""

from __future__ import annotations

import pytest

from assembler.formats.finished.accessibility import LANGUAGE_TAG, automatic, contrast, jumps, rounded


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", "FFFFFF", 21.0), ("FFFFFF", "FFFFFF", 1.0), ("767676", "FFFFFF", 4.54), ("FF0000", "FFFFFF", 4.0)],
)
def test_contrast_is_that_of_the_guidelines_either_way(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_ratio_that_is_not_enough_does_not_look_as_if_it_were() -> None:
    assert rounded(4.4999) == "4.4"
    assert rounded(21) == "21"


def test_text_of_no_colour_can_be_read_on_any_ground() -> None:
    assert (automatic("FFFFFF"), automatic("222222")) == ("000000", "FFFFFF")


@pytest.mark.parametrize("tag", ["ru", "kk-KZ", "en-GB", "kk-Latn", "zh-Hant-TW", "es-419", "de-CH-1996", "x-none"])
def test_language_tags_are_known(tag: str) -> None:
    assert LANGUAGE_TAG.fullmatch(tag)


@pytest.mark.parametrize("tag", ["", "Russian", "ru_RU", "r", "en-", "German, old", "ru-RU-", "12"])
def test_what_is_no_language_tag_is_seen(tag: str) -> None:
    assert not LANGUAGE_TAG.fullmatch(tag)


def test_headings_may_rise_by_any_number_of_levels_and_fall_by_one() -> None:
    assert list(jumps([(1, "a"), (2, "b"), (3, "c"), (1, "d"), (3, "e")])) == [(3, 1, "e")]
    assert list(jumps([(2, "a")])) == [(2, 0, "a")]
