"""What the rules about facts and structure promise: few false alarms on human translations, no seeded fault missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.checks.__main__ import found
from benchmarks.checks.corpora import DIRECTIONS, Row, pairs, rows, said
from benchmarks.checks.faults import KINDS, seeded
from benchmarks.checks.judged import Judged, judged

MOST = 2.0
"""False alarms of a hundred units."""


@pytest.fixture(scope="module")
def translations(shared: Path) -> list[Row]:
    return rows(shared / "data" / "parallel")


@pytest.mark.parametrize("direction", DIRECTIONS, ids="-".join)
def test_human_translations_have_few_false_alarms(translations: list[Row], direction: tuple[str, str]) -> None:
    those, known = pairs(translations, *direction), judged()
    reported = {Judged("-".join(direction), each.rule, id) for id, several in said(those).items() for each in several}
    false = [each for each in reported if not known.get(each, False)]
    assert 100 * len(false) / len(those) < MOST, sorted(map(str, false))


def test_nine_findings_of_ten_are_right(translations: list[Row]) -> None:
    known = judged()
    verdicts = [
        known.get(Judged("-".join(direction), rule, id), False)
        for direction in DIRECTIONS
        for id, several in said(pairs(translations, *direction)).items()
        for rule in {each.rule for each in several}
    ]
    assert len(verdicts) >= 150
    assert sum(verdicts) / len(verdicts) >= 0.9


@pytest.mark.parametrize("seed", [8, 2016])
def test_every_seeded_fault_is_found(translations: list[Row], seed: int) -> None:
    results = list(found(translations, seeded(translations, 500, seed)))
    assert len(results) == 500
    assert {fault.kind for fault, _ in results} == {kind.name for kind in KINDS}
    assert [fault for fault, is_found in results if not is_found] == []


def test_the_same_seed_makes_the_same_faults(translations: list[Row]) -> None:
    assert seeded(translations, 60, 8) == seeded(translations, 60, 8)
    assert seeded(translations, 60, 8) != seeded(translations, 60, 9)


def test_a_fault_changes_the_translation_alone(translations: list[Row]) -> None:
    for fault in seeded(translations, 200, 1):
        assert fault.texts.faulty != fault.texts.sound, fault


def test_what_was_judged_is_still_said(translations: list[Row]) -> None:
    """The list has no verdicts about rules as they once were."""
    reported = {
        Judged("-".join(direction), each.rule, id)
        for direction in DIRECTIONS
        for id, several in said(pairs(translations, *direction)).items()
        for each in several
    }
    assert set(judged()) <= reported
