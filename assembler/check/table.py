"""The one table of rules: every family's, in the order in which documents list them."""

from __future__ import annotations

from assembler.check import (
    consistency,
    facts,
    language,
    profile,
    references,
    script,
    spelling,
    structure,
    terms,
    typography,
)
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *script.RULES,
    *language.RULES,
    *facts.RULES,
    *structure.RULES,
    *typography.RULES,
    *consistency.RULES,
    *terms.RULES,
    *references.RULES,
    *spelling.RULES,
    *profile.RULES,
)


def by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in RULES}
