"""Language: every text in the language it is said to be in, and nothing left over of another."""

from __future__ import annotations

from assembler.check.language import leftovers, sentences, whole
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (*whole.RULES, *leftovers.RULES, *sentences.RULES)
