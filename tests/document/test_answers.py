"""The attribute `answers` names recommendations of committees."""

from __future__ import annotations

import pytest

from assembler.document.answers import Answered, parse

GOOD = {
    "CCPR/C/KAZ/CO/1, para 14": ["CCPR/C/KAZ/CO/1 14"],
    "CCPR/C/KAZ/CO/1, para. 14": ["CCPR/C/KAZ/CO/1 14"],
    "CCPR/C/KAZ/CO/1 paragraph 14 (a)": ["CCPR/C/KAZ/CO/1 14 (a)"],
    "CAT/C/KAZ/CO/3, paras 7, 9-11": ["CAT/C/KAZ/CO/3 7", "CAT/C/KAZ/CO/3 9–11"],
    "A/HRC/28/10, paragraphs 124.5, 126.54; CCPR/C/KAZ/CO/1, para 3": [
        "A/HRC/28/10 124.5", "A/HRC/28/10 126.54", "CCPR/C/KAZ/CO/1 3",
    ],
}  # fmt: skip
BAD = ["", "CCPR/C/KAZ/CO/1", "para 14", "CCPR/C/KAZ/CO/1, 14", "CCPR/C/KAZ/CO/1, para x", "A, para 1;", "A, para 1,"]


@pytest.mark.parametrize("value", GOOD)
def test_documents_are_parted_by_semicolons_and_paragraphs_by_commas(value: str) -> None:
    assert [f"{each.symbol} {each.number}" for each in parse(value) or ()] == GOOD[value]


@pytest.mark.parametrize("value", BAD)
def test_what_cannot_be_read_is_nothing(value: str) -> None:
    assert parse(value) is None


def test_numbers_are_ordered_as_people_count() -> None:
    said = [Answered("B/2", "1"), Answered("A/10", "2"), Answered("A/9", "14"), Answered("A/9", "9"),
            Answered("A/9", "9 (a)")]  # fmt: skip
    found = [f"{each.symbol} {each.number}" for each in sorted(said, key=lambda each: each.order)]
    assert found == ["A/9 9", "A/9 9 (a)", "A/9 14", "A/10 2", "B/2 1"]
