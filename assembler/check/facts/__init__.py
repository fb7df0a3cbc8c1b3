"""Facts: what a unit says by value is the same in all its languages."""

from __future__ import annotations

from assembler.check.facts import cases, values
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (*values.RULES, *cases.RULES)
"""All rules of the family."""
