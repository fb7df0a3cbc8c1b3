"""Typography: signs and spaces as the language's readers expect them."""

from __future__ import annotations

from assembler.check.rule import Rule
from assembler.check.typography import spaces

RULES: tuple[Rule, ...] = (*spaces.RULES,)
