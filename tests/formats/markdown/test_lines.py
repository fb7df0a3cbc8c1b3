"""Lines of a file become the one line of a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.formats.markdown.lines import folded, normalized, split_lines


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("one", "one"),
        ("one\ntwo", "one two"),
        ("one \n   two\t\nthree", "one two three"),
        ("one  \ntwo", "one\ntwo"),
        ("one   \n  two", "one\ntwo"),
        ("one\\\ntwo", "one\ntwo"),
        ("one \\\ntwo", "one\ntwo"),
        ("one\\\\\ntwo", "one\\\\ two"),
        ("one\\  \ntwo", "one\\\\\ntwo"),
        ("one \\ \ntwo", "one \\ two"),
        ("`co\\\nde` two", "`co\\ de` two"),
        ("`co\\\nde two", "`co\nde two"),
        ("``a`\\\nb`` c\\\nd", "``a`\\ b`` c\nd"),
        ("\\`a\\\nb`", "\\`a\nb`"),
        ("<a b\\\nc> d", "<a b\\ c> d"),
        ("one\\\n\\\ntwo", "one\n\ntwo"),
    ],
)
def test_soft_breaks_become_blanks_and_hard_ones_line_feeds(content: str, words: str) -> None:
    assert folded(content) == words


def test_line_endings_marks_and_nul_are_made_one() -> None:
    assert normalized("\ufeffa\r\nb\rc\n\0") == "a\nb\nc\n\ufffd"


@given(st.text("ab\r\n\u2028\x0c", max_size=20))
def test_lines_joined_are_the_text_and_count_as_the_parser_counts(text: str) -> None:
    lines = split_lines(text)
    assert "".join(lines) == text
    assert len(lines) == len(normalized(text).removesuffix("\n").split("\n")) if text else not lines
