"""The examples of a rule as what `run` takes."""

from __future__ import annotations

from assembler.check import examples, run
from assembler.check.prose import prose
from assembler.check.rule import Elsewhere, Example, Passage, Rule
from assembler.check.tongue import tongue


def passage(text: str, language: str, id: str = "p1", role: str = "paragraph") -> Passage:
    return Passage(id, "s", role, tongue(language), prose(text))


def found(rule: Rule, example: Example) -> list[Elsewhere]:
    return list(run.hits(rule, examples.corpus(example)))
