"""Lines for a terminal are broken between words, and nothing of them is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assembler.report.terminal import Line, Piece, wrapped


def texts(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def test_a_short_line_stays_as_it_is() -> None:
    line = (Piece("a.md:3 ", "strong"), Piece("error:", "error"), Piece(" Wrong."))
    assert texts(wrapped(line, 80)) == ["a.md:3 error: Wrong."]
    assert wrapped((), 80) == [()]


def test_a_long_line_goes_on_below_with_an_indent_of_its_own() -> None:
    head = (
        Piece("a.md:3 ", "strong"),
        Piece("error:", "error"),
        Piece(" One two three four "),
        Piece("(code)", "faint"),
    )
    assert texts(wrapped(head, 20)) == ["a.md:3 error: One", "  two three four", "  (code)"]
    assert texts(wrapped((Piece("    one two three four"),), 14)) == ["    one two", "    three four"]


def test_words_keep_their_look() -> None:
    rows = wrapped((Piece("aaaa ", "strong"), Piece("bbbb cccc", "faint")), 10)
    assert [[(piece.text.strip(), piece.look) for piece in row if piece.text.strip()] for row in rows] == [
        [("aaaa", "strong"), ("bbbb", "faint")],
        [("cccc", "faint")],
    ]


def test_a_no_break_space_holds_words_together_and_a_word_longer_than_the_line_stays_whole() -> None:
    assert texts(wrapped((Piece("aaa bbb\u00a0— ccc"),), 8)) == ["aaa", "  bbb\u00a0—", "  ccc"]
    assert texts(wrapped((Piece("a/very/long/path.md says"),), 8)) == ["a/very/long/path.md", "  says"]


def test_a_word_that_fills_the_row_leaves_its_blank_behind() -> None:
    assert texts(wrapped((Piece("aaaa bbb"), Piece(" "), Piece("cc ")), 8)) == ["aaaa bbb", "  cc"]


@given(st.lists(st.text("ab ", max_size=30), max_size=4), st.integers(5, 40))
def test_no_word_is_lost_and_no_line_with_a_choice_is_too_long(pieces: list[str], width: int) -> None:
    line = tuple(Piece(text) for text in pieces)
    rows = texts(wrapped(line, width))
    assert "".join("".join(rows).split()) == "".join("".join(pieces).split())
    assert all(len(row) <= width or len(row.split()) <= 1 for row in rows)
