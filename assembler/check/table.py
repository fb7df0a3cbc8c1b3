"""The one table of rules: every family's, in the order in which documents list them."""

from __future__ import annotations

from assembler.check import profile, typography
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (*typography.RULES, *profile.RULES)


def by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in RULES}
