"""Which notes are called in the midst of words that run against their paragraph."""

from __future__ import annotations

import pytest

from assembler.document.direction import enclosed_notes
from assembler.document.inline import parse
from assembler.document.model import Words

CASES = [
    ("ar", "كلمة CEDAW[^n] and CCPR كلمة", True),
    ("ar", "كلمة *CEDAW*[^n] 2014, **CCPR**", True),
    ("ar", "كلمة CEDAW[^n] كلمة CCPR", False),
    ("ar", "كلمة 2014[^n] كلمة", False),
    ("ar", "كلمة[^n] CEDAW كلمة", False),
    ("ar", "كلمة CEDAW[^n].", False),
    ("en", "One word[^n] and another", False),
    ("en", "One [كلمة[^n] كلمة]{lang=ar} and another", True),
    ("en", "One [كلمة]{lang=ar}[^n] and another", False),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_note_between_letters_against_its_paragraph_is_enclosed(language: str, text: str, expected: bool) -> None:
    assert enclosed_notes(Words(parse(text), language)) == (frozenset({"n"}) if expected else frozenset())
