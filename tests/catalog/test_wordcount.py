"""The quick count of words against the parsed text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.catalog import wordcount
from assembler.document import inline, walk

TEXTS = {
    "": 0,
    "Два слова": 2,
    "10\u00a0000\u202fтенге и\u2009всё": 5,
    "Жалоб[^n1] было [^n2] мало": 3,
    "см. [доклад комитета](https://example.org/a_(b)) ниже": 4,
    "см. <https://example.org/a>": 2,
    "*очень* **важно** и `код`": 4,
    "[2014-07-05]{.date} и [по-русски вот]{lang=ru}": 4,
    "скобка \\[не ссылка\\] и \\* звезда": 6,
    "две\nстроки": 2,
    "снова [](#art17){form=acc} вот": 2,
    "слово — слово": 3,
}


@pytest.mark.parametrize(("text", "words"), TEXTS.items())
def test_words_are_counted_without_markup(text: str, words: int) -> None:
    assert wordcount.count(text) == words


@pytest.mark.parametrize("text", TEXTS)
def test_the_count_is_that_of_the_parsed_text(text: str) -> None:
    assert wordcount.count(text) == len(walk.plain_text(inline.parse(text)).split())


PIECES = [
    "слово",
    "two words",
    "10\u00a0000",
    "[^n1]",
    "*важно*",
    "**очень важно**",
    "[дата]{.date}",
    "[a b](https://x.org)",
]


@given(st.lists(st.sampled_from([*PIECES, "\\[", "\\*", "`код`", "\n", "—"]), max_size=12))
def test_the_count_agrees_on_any_mixture(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert wordcount.count(text) == len(walk.plain_text(inline.parse(text)).split())
