"""Attributes in braces: what is read as such, what is not, and that writing them reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.document.attributes import NONE, Attributes, match_at, render, whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{#art07}", Attributes(("art07",))),
        ("{ #a .b .c k=v }", Attributes(("a",), ("b", "c"), (("k", "v"),))),
        ('{ref="article 7"}', Attributes((), (), (("ref", "article 7"),))),
        ("{lang=kk-Cyrl}", Attributes((), (), (("lang", "kk-Cyrl"),))),
        ('{k=""}', Attributes((), (), (("k", ""),))),
        ('{k="a}b"}', Attributes((), (), (("k", "a}b"),))),
        ('{k="a&quot;b&amp;#99999999;&nothing;"}', Attributes((), (), (("k", 'a"b&#99999999;&nothing;'),))),
        ("{#a}{.b}", Attributes(("a",), ("b",))),
        ("{#a #b}", Attributes(("a", "b"))),
        ("{.Ы}", Attributes((), ("Ы",))),
    ],
)
def test_braces_with_ids_classes_and_pairs_are_attributes(text: str, expected: Attributes) -> None:
    assert whole(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "{#}",
        "{.}",
        "{foo}",
        "{k=}",
        "{.a.b}",
        "{.a,.b}",
        "{.a#b}",
        "{k='g h'}",
        "{k =1}",
        "{k=a=b}",
        "{#a",
        "{#a} x",
        "x {#a}",
    ],
)
def test_anything_else_is_text(text: str) -> None:
    assert whole(text) is None


def test_a_match_says_where_it_ends() -> None:
    assert match_at("[x]{.a} y", 3) == (Attributes((), ("a",)), 7)
    assert match_at("[x]{.a} y", 2) is None
    assert match_at("[x]{.a}", 3, 6) is None


def test_nothing_to_say_is_written_as_nothing() -> None:
    assert render() == ""
    assert NONE.id is None


NAMES = st.from_regex(r"[a-zа-я][a-z0-9-]{0,5}", fullmatch=True)
VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@given(
    st.none() | NAMES,
    st.lists(NAMES, max_size=3).map(tuple),
    st.lists(st.tuples(NAMES, VALUES), max_size=3).map(tuple),
)
def test_what_is_written_reads_back(
    id: str | None, classes: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> None:
    written = render(id, classes, pairs)
    assert (whole(written) or NONE) == Attributes((id,) if id else (), classes, pairs)
