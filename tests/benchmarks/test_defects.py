"""What the rules promise on a real submission: they find the mechanical defects, and most findings are right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assembler.check.rule import Passage
from assembler.check.run import Corpus
from assembler.check.table import RULES
from benchmarks import defects
from benchmarks.defects import Found

LEAST = 0.9
ENOUGH = 100
PARTLY = {
    *("typo", "stray-fragment", "edit-debris", "cross-reference-wording", "repeated-text", "date-format"),
    *("term-variant", "name-variant", "abbreviation"),
    "numbering",
}
"""Of these a part needs understanding; lists and paragraphs get their numbers anew when a text is adopted."""

Passages = dict[str, list[Passage]]


@pytest.fixture(scope="module")
def real(shared: Path) -> Path:
    folder = shared / "real" / "iccpr-2016-en"
    if not folder.is_dir():
        pytest.skip("the real submission is absent")
    return folder


@pytest.fixture(scope="module")
def passages(real: Path) -> Passages:
    return defects.adopted(real)


@pytest.fixture(scope="module")
def findings(passages: Passages) -> list[Found]:
    after = {code for codes in defects.sought().values() for code in codes}
    rules = [rule for rule in RULES if rule.code in after and not rule.extra]
    corpus = Corpus({"en": [each for those in passages.values() for each in those]})
    return defects.found(rules, corpus, defects.sections(passages))


def test_rules_are_after_kinds_and_by_their_names() -> None:
    codes = {rule.code for rule in RULES}
    assert {code for those in defects.sought().values() for code in those} - codes == set()


def test_nine_of_ten_mechanical_defects_are_found(real: Path, passages: Passages, findings: list[Found]) -> None:
    known = defects.known_defects(real)
    missed = defects.missed(findings, passages, known)
    counts = Counter(each.kind for each in known if each.kind in defects.sought() and each.kind not in PARTLY)
    assert counts.total() >= ENOUGH
    assert {kind for kind, count in counts.items() if count - len(missed[kind]) < LEAST * count} == set()


def test_nine_of_ten_findings_are_right(findings: list[Found]) -> None:
    verdicts = defects.judged()
    counts = Counter(verdicts[each.key] for each in findings if each.key in verdicts)
    assert counts.total() >= ENOUGH
    assert counts["right"] >= LEAST * counts.total()
