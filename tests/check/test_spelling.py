"""Words that no dictionary knows, with a dictionary of three words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from assembler.check import run
from assembler.check.run import Corpus
from assembler.check.spelling import unknown
from assembler.check.table import by_code
from tests.check.examples import passage

RULE = by_code()["unknown-word"]


@pytest.fixture(autouse=True)
def small_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"кормит", "кормить", "котов"}
    monkeypatch.setattr(unknown, "dictionary", lambda _: SimpleNamespace(spell=words.__contains__))


@pytest.mark.parametrize(("word", "near"), [("кормт", "кормит"), ("бзыкпрг", "–")])
def test_words_that_are_near_are_named_without_the_quotation_marks_of_any_language(word: str, near: str) -> None:
    (found,) = run.hits(RULE, Corpus({"ru": [passage(f"Он {word} котов.", "ru")]}))
    assert dict(found.hit.values) == {"word": word, "suggestions": near}
