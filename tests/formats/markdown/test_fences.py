"""Which fence closes which."""

from __future__ import annotations

import pytest

from assembler.document.attributes import Attributes
from assembler.formats.markdown.fences import Fences, Opening, opening, pair_fences


@pytest.mark.parametrize(
    ("lines", "fences"),
    [
        ("::: a\n:::", Fences({0: 1}, ())),
        ("::: a\n::: b\n:::\n:::", Fences({0: 3, 1: 2}, (1,))),
        (":::: a\n::: b\n:::\n::::", Fences({0: 3, 1: 2}, ())),
        ("::: a\n:::: b\n:::\n::::", Fences({0: 2}, (1,))),
        ("::: a\nx\n::::::", Fences({0: 2}, ())),
        (":::: a\nx\n:::", Fences({}, ())),
        ("  ::: a\n  :::", Fences({0: 1}, ())),
        ("::: a\n    :::\n:::", Fences({0: 2}, ())),
        ("- ::: a\n  :::", Fences({0: 1}, ())),
        ("::: o\n- ::: a\n  x\n:::", Fences({0: 3}, (1,))),
        ("> ::: a\n> :::\n> x", Fences({0: 1}, ())),
        ("::: o\n> ::: a\n> x\n:::", Fences({0: 3}, ())),
        ("[^n]: ::: a\n    :::", Fences({0: 1}, ())),
        (":::\n:::", Fences({}, ())),
    ],
)
def test_fences_are_paired(lines: str, fences: Fences) -> None:
    assert pair_fences(lines.split("\n")) == fences


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" example", Opening("example", Attributes())),
        ("example  ", Opening("example", Attributes())),
        (" {.only lang=en}", Opening("only", Attributes((), (), (("lang", "en"),)))),
        (" {#d .a .b}", Opening("a", Attributes(("d",), ("b",)))),
        (" {lang=en}", Opening("", Attributes((), (), (("lang", "en"),)))),
        ("", None),
        (" two words", None),
        (" name {.b}", None),
        (" {.a} x", None),
        (" {a}", None),
    ],
)
def test_what_opens_a_div(rest: str, expected: Opening | None) -> None:
    assert opening(rest) == expected
