"""`check` from outside: findings by rule, mending with a diff first, a baseline, a committee's profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import assembler
from tests.acceptance.place import Place, translated


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Two sections with their translations; in one text there are two spaces."""
    made = translated(tmp_path)
    made.section("ru", "01", a="Первый  абзац.")
    made.update()
    return made


def spaces(place: Place, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = assembler(
        "check", "--rule", "double-space", "--json", *options, folder=place.root
    ).json["findings"]
    return found


def test_a_finding_says_where_it_can_be_mended(place: Place) -> None:
    (finding,) = spaces(place)
    assert (finding["file"], finding["id"], finding["quote"]) == ("sources/ru/01.md", "a", "Первый  абзац.")
    told = assembler("check", "--rule", "typography", folder=place.root)
    assert "(double-space)" in told.err
    assert "sources/ru/01.md" in told.err


def test_a_diff_writes_nothing_and_a_fix_leaves_nothing(place: Place) -> None:
    before = (place.root / "sources/ru/01.md").read_bytes()
    shown = assembler("check", "--rule", "double-space", "--diff", folder=place.root)
    assert "-Первый  абзац." in shown.out
    assert "+Первый абзац." in shown.out
    assert (place.root / "sources/ru/01.md").read_bytes() == before
    mended = assembler("check", "--rule", "double-space", "--fix", folder=place.root)
    assert "Texts mended: 1" in mended.out
    assert spaces(place) == []
    assert place.entries("en")["a"].is_current


def test_what_is_in_the_baseline_is_counted_and_not_told(place: Place) -> None:
    written = assembler("check", "--write-baseline", folder=place.root)
    assert "check-baseline.txt" in written.out
    assert spaces(place) == []
    assert "old 1." in assembler("check", "--rule", "double-space", folder=place.root).out


def test_the_time_of_each_rule_is_told(place: Place) -> None:
    told = assembler("check", "--rule", "double-space", "--timings", "--json", folder=place.root).json
    assert list(told["timings"]) == ["double-space"]
    assert "double-space" in assembler("check", "--rule", "typography", "--timings", folder=place.root).out


def test_a_profile_says_how_many_words_there_are(place: Place) -> None:
    told = assembler("check", "--profile", "ccpr-ngo", "--rule", "profile", "--json", folder=place.root).json
    assert "profile-length" in {each["code"] for each in told["findings"]}
    assert assembler("check", "--profile", "ccpr", folder=place.root).code == 2


@pytest.mark.parametrize(
    "options",
    [
        ("en", "--write-baseline"),
        ("--rule", "double-space", "--write-baseline"),
        ("--file", "a.docx", "--fix"),
        ("--file", "a.docx", "--profile", "ccpr-ngo"),
        ("--rule", "double-spase"),
    ],
)
def test_what_does_not_go_together_is_said(place: Place, options: tuple[str, ...]) -> None:
    assert assembler("check", *options, folder=place.root).code == 2
