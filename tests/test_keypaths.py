"""The line of a TOML key, for messages."""

from __future__ import annotations

from assembler.keypaths import line_of


def test_the_line_of_a_key_is_found_through_tables_dots_and_inline_tables() -> None:
    text = '[a]\nb = 1\n[a.c]\n"d" = { e = 2 }\n'
    assert [line_of(text, keys) for keys in (("a", "b"), ("a", "c", "d", "e"), ("a", "c"), ("x",))] == [2, 4, 3, None]


def test_elements_of_an_array_of_tables_are_told_apart() -> None:
    text = '[[parts]]\nid = "a"\n[[parts]]\nid = "b"\n'
    assert [line_of(text, ["parts", position, "id"]) for position in ("0", "1")] == [2, 4]
