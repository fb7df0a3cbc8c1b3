"""Lists are in the order of the language's own alphabet, on every machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.language import load as languages
from assembler.language.alphabet import sort_key

ORDERS = {
    "kk": [
        "Азамат", "Ай", "Әділет", "Бостандық", "Гүлдер", "Ғалам", "Есеп", "Кеңес", "Қазақстан", "Намыс", "Ораза",
        "Өмір", "Сөз", "Ту", "Ұлт", "Үміт", "Халық", "Һауа", "Цирк", "Ынтымақ", "Іс", "Энергия", "Human Rights",
    ],
    "ru": ["3-й сектор", "Адвокат", "Еж", "Ёлка", "Если", "Жизнь", "Йод", "Щит", "Эхо", "Янтарь", "ACLU", "Zona"],
    "en": ["3rd sector", "Adil", "Echo", "Éclair", "Zebra", "Әділет"],
}  # fmt: skip


def shuffled(texts: list[str]) -> list[str]:
    return [*texts[1::2], *texts[::2]]


@pytest.mark.parametrize("code", sorted(ORDERS))
def test_each_language_has_its_own_order_and_other_scripts_come_last(code: str) -> None:
    expected = ORDERS[code]
    assert sorted(shuffled(expected), key=sort_key(languages.load(code))) == expected


def test_quotation_marks_and_capitals_do_not_count() -> None:
    names = ["«Ярмарка»", "аист", "«Берег»", "Арка"]
    assert sorted(names, key=sort_key(languages.load("ru"))) == ["аист", "Арка", "«Берег»", "«Ярмарка»"]


def test_words_are_compared_one_by_one_and_hyphens_part_none() -> None:
    names = ["Новгород", "Нов-город", "Новый мир", "Нов мир"]
    assert sorted(names, key=sort_key(languages.load("ru"))) == ["Нов мир", "Нов-город", "Новгород", "Новый мир"]


@given(st.lists(st.text(max_size=12), unique=True))
def test_the_order_does_not_depend_on_where_the_texts_stood(texts: list[str]) -> None:
    key = sort_key(languages.load("kk"))
    assert sorted(texts, key=key) == sorted(shuffled(texts), key=key)
