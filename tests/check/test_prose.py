"""Prose shows what a reader sees, and leads back into the markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.check.prose import NOTE, REFERENCE, prose


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("a *b* **c**[^n1].", f"a b c{NOTE}."),
        ("see [](#art17){form=gen}, [link](http://a.b/c_d)", f"see {REFERENCE}, link"),
        ("[слово]{lang=ru} \\[President\\] 1\\. x", "слово [President] 1. x"),
        ("`code` <http://a.b/c_d> a_b", "code http://a.b/c_d a_b"),
    ],
)
def test_prose_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert prose(markup).text == text


@pytest.mark.parametrize("markup", ["a *b* **c**[^n1].", "[слово]{lang=ru} \\[President\\] 1\\. x", "<http://a.b/c> d"])
def test_every_character_leads_back(markup: str) -> None:
    seen = prose(markup)
    assert seen.offsets is not None
    for character, place in zip(seen.text, seen.offsets, strict=True):
        assert character == NOTE or markup[place] == character


def test_words_of_another_language_are_blanked() -> None:
    seen = prose("the word [тайна]{lang=ru} here")
    assert "тайна" not in seen.own
    assert len(seen.own) == len(seen.text)


@given(st.text(alphabet="ab *_[]()^{}#\\`<>.n1\n&!", max_size=30))
def test_offsets_are_right_or_absent(markup: str) -> None:
    seen = prose(markup)
    if seen.offsets is not None:
        assert len(seen.offsets) == len(seen.text)
        assert list(seen.offsets) == sorted(set(seen.offsets))
