"""Script: every letter one that a reader of the language expects, as one character, and seen."""

from __future__ import annotations

from assembler.check.rule import Rule
from assembler.check.script import alphabet, characters, mixing

RULES: tuple[Rule, ...] = (*mixing.RULES, *alphabet.RULES, *characters.RULES)
