"""What is said of a word in two scripts: the letters that do not belong there."""

from __future__ import annotations

import pytest

from assembler.check.rule import Example
from assembler.check.script import mixing
from tests.check.examples import found

(MIXED,) = (rule for rule in mixing.RULES if rule.kind is mixing.MIXED)


@pytest.mark.parametrize(
    ("text", "language", "letters"),
    [
        ("Cтатья седьмая.", "ru", "C (Latin)"),
        ("Cм. выше.", "ru", "C (Latin)"),
        ("An аct of law.", "en", "а (Cyrillic)"),
        ("The Αct of 2014.", "en", "Α (Greek)"),
    ],
)
def test_the_letters_of_the_foreign_script_are_named_with_it(text: str, language: str, letters: str) -> None:
    (found_one,) = found(MIXED, Example(language, (text,)))
    assert str(found_one.hit.values["letters"]) == letters
