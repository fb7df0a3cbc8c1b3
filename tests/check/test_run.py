"""Rules are asked about the texts that they have something to say of."""

from __future__ import annotations

from collections.abc import Iterator

from assembler.check import run
from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.check.run import Corpus
from assembler.findings import Kind, Severity
from tests.check.examples import passage

KIND = Kind("a-rule", Severity.INFO, "Something is here.")


def test_a_text_without_the_signs_of_a_rule_is_passed_over() -> None:
    asked: list[str] = []

    def look(seen: Passage) -> Iterator[Hit]:
        asked.append(seen.id)
        yield Hit(0, 1)

    example = Example("en", ("a",))
    rule = Rule(KIND, Family.SCRIPT, InText(look, frozenset("%#")), "So it is.", (example,), (example,))
    texts = {"en": [passage("5 per cent", "en", "p1"), passage("5%", "en", "p2")]}
    assert [each.passage.id for each in run.hits(rule, Corpus(texts))] == asked == ["p2"]
