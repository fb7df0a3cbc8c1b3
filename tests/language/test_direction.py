"""Which way a language runs: by its data file, by the script in its tag, by the language."""

from __future__ import annotations

import pytest

from assembler.language import load as languages
from assembler.language.direction import is_right_to_left


@pytest.mark.parametrize(
    "code", ["ar", "ar-EG", "fa", "he", "he-IL", "ur-PK", "kk-Arab", "kk-Arab-CN", "yi", "pa-PK", "uz_Arab"]
)
def test_these_run_from_right_to_left(code: str) -> None:
    assert is_right_to_left(code)


@pytest.mark.parametrize("code", ["ru", "kk", "en-GB", "kk-Latn", "ar-Latn", "pa-IN", "zz", "", "no tag at all"])
def test_these_do_not(code: str) -> None:
    assert not is_right_to_left(code)


def test_a_data_file_says_it() -> None:
    assert {code for code in languages.known() if languages.load(code).direction == "rtl"} == {"ar"}
