"""The nearest right word to a wrong one."""

from __future__ import annotations

from assembler.findings import Phrase, phrase
from assembler.nearest import nearest

NONE = Phrase("Look it up.")


def test_a_like_word_is_proposed() -> None:
    assert nearest("bulid", ["new", "build"], NONE) == phrase("Did you mean “{name}”?", name="build")


def test_where_none_is_like_the_hint_says_something_else() -> None:
    assert nearest("xyz", ["new", "build"], NONE) == NONE
    assert nearest("kz", ["ru", "kk"], NONE) == NONE
    assert str(nearest("kz", ["ru", "kk"], NONE, likeness=0.5)) == "Did you mean “kk”?"
