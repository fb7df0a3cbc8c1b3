"""Spelling: words that a dictionary does not know, said as advice and never as more."""

from __future__ import annotations

from assembler.check.rule import Rule
from assembler.check.spelling import unknown

RULES: tuple[Rule, ...] = (*unknown.RULES,)
"""Slow, and advice only: they need the extra `spelling` and a dictionary on the machine."""
