"""Options that came out of a letter, where two hyphens had become a dash."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import assembler


@pytest.mark.parametrize(
    ("typed", "meant"), [("—final", "--final"), ("–final", "--final"), ("-–format=odt", "--format"), ("–C", "-C")]
)
def test_a_dash_in_the_place_of_hyphens_is_said_with_the_option_that_is_meant(
    typed: str, meant: str, tmp_path: Path
) -> None:
    done = assembler("build", typed, folder=tmp_path)
    assert done.code == 2
    assert f"“{typed}” begins with a dash" in done.err
    assert done.err.rstrip().endswith(f": {meant}")


def test_a_dash_inside_words_and_names_is_nobodys_option(tmp_path: Path) -> None:
    assert "begins with a dash" not in assembler("check", "-C", "a – b", "—", folder=tmp_path).err
