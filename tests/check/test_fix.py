"""Fixes change what they say, all of a hit's edits or none, and nothing twice."""

from __future__ import annotations

from assembler.check.fix import mended
from assembler.check.rule import Hit


def test_all_edits_of_a_hit_are_made() -> None:
    assert mended('say "no" twice', [Hit(4, 8, edits=((4, 5, "“"), (7, 8, "”")))]) == "say “no” twice"


def test_no_edit_of_a_hit_is_made_where_one_of_them_has_markup_inside() -> None:
    assert mended("a *b* c", [Hit(0, 5, edits=((0, 1, "x"), (1, 4, "y")))]) == "a *b* c"


def test_words_go_to_the_other_side_of_a_note_mark() -> None:
    assert mended("citizens[^n1]. All", [Hit(8, 10, edits=((8, 8, "."), (9, 10, "")))]) == "citizens.[^n1] All"


def test_of_two_fixes_that_overlap_the_first_is_made() -> None:
    assert mended("abcd", [Hit(0, 3, replacement="x"), Hit(2, 4, replacement="y")]) == "xd"
    assert mended("abcd", [Hit(1, 1, replacement="x"), Hit(1, 1, replacement="y")]) == "axbcd"
