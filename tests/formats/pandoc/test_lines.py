"""Finding the line of words in a file."""

from __future__ import annotations

from assembler.formats.pandoc.lines import Lines

TEXT = """\
# A *title*

Words that are **broken
over** two lines, and \\[escaped\\].

Words again.
Words again.
"""


def test_words_are_found_whatever_markup_is_between_them() -> None:
    lines = Lines(TEXT)
    assert lines.of("A title") == 1
    assert lines.of("Words that are broken over two lines") == 3
    assert lines.of("and [escaped]") == 4


def test_words_that_occur_twice_are_looked_for_from_a_line_on() -> None:
    lines = Lines(TEXT)
    assert lines.of("Words again.") == 6
    assert lines.of("Words again.", after=7) == 7


def test_words_that_are_absent_or_too_short_have_no_line() -> None:
    lines = Lines(TEXT)
    assert lines.of("nowhere in it") is None
    assert lines.of("two") is None
    assert Lines("").of("nowhere") is None
