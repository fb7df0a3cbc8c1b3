"""The one table of rules: every family's, in the order in which documents list them."""

from __future__ import annotations

from assembler.check import facts, references, script, structure, typography
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *script.RULES,
    *facts.RULES,
    *structure.RULES,
    *typography.RULES,
    *references.RULES,
)


def by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in RULES}
