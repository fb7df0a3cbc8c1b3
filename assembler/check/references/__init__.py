"""References and notes: what is cited can be found."""

from __future__ import annotations

from assembler.check.references import addresses, citations, enumerations, ibid
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (*addresses.RULES, *ibid.RULES, *citations.RULES, *enumerations.RULES)
