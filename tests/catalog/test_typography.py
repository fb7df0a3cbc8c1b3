"""What counts as typography, and what asks a translator to look again."""

from __future__ import annotations

import pytest

from assembler.catalog.typography import ends, same_words

SAME = [
    ("слово", "слово"),
    ("10 000 тенге", "10\u00a0000\u202fтенге"),
    ("два  слова ", " два слова"),
    ('Закон "О мире"', "Закон «О мире»"),
    ("the State's duty", "the State’s duty"),
    ("2012-2014", "2012–2014"),
    ("слово - слово", "слово — слово"),
    ("10 %", "10%"),
    ("жалоб [^n1].", "жалоб[^n1]."),
    ("пере\u00adнос", "перенос"),
]
OTHER = [
    ("семь жалоб", "восемь жалоб"),
    ("небольшой", "не большой"),
    ("в 2012 13 человек", "в 201213 человек"),
    ("Казахстан", "казахстан"),
    ("*слово*", "слово"),
    ("строка\nстрока", "строка строка"),
    ("жалоб[^n1]", "жалоб[^n2]"),
    ("казнить нельзя, помиловать", "казнить, нельзя помиловать"),
    ("", "слово"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typography_alone_is_no_change_of_words(one: str, other: str) -> None:
    assert same_words(one, other)
    assert same_words(other, one)
    assert ends(one) == ends(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_every_other_change_is_one(one: str, other: str) -> None:
    assert not same_words(one, other)
    assert not same_words(other, one)
