"""The stamp of a draft says what is known, in the language of the edition."""

from __future__ import annotations

import pytest

from assembler.edition.stamp import DraftState, stamp
from assembler.language import load as languages

WHOLE = DraftState("3", "2026-11-22", "4de10c4+")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Draft, version 3, 22 November 2026, source texts 4de10c4+"),
        ("ru", "Черновик, версия 3, 22 ноября 2026 года, исходные тексты 4de10c4+"),
        ("kk", "Жоба, 3-нұсқа, 2026 жылғы 22 қараша, бастапқы мәтіндер 4de10c4+"),
    ],
)
def test_it_says_version_date_and_revision(language: str, text: str) -> None:
    said = stamp(WHOLE, languages.load(language)).text
    assert said.replace("\u00a0", " ").replace("\u2011", "-") == text


def test_what_is_not_known_is_not_said() -> None:
    assert stamp(DraftState(), languages.load("en")).text == "Draft"
    assert stamp(DraftState(revision="2f4e"), languages.load("en")).properties == (("assembler revision", "2f4e"),)


def test_properties_are_the_same_in_every_language() -> None:
    expected = (("assembler version", "3"), ("assembler date", "2026-11-22"), ("assembler revision", "4de10c4+"))
    assert {stamp(WHOLE, languages.load(code)).properties for code in languages.known()} == {expected}
