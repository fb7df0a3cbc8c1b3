"""Terms: what terms.toml calls a concept, in every language, in all its inflected forms."""

from __future__ import annotations

from assembler.check.rule import Rule
from assembler.check.terms import usage

RULES: tuple[Rule, ...] = (*usage.RULES,)
