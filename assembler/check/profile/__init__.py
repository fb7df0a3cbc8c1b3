"""Profile: what a committee asks of the documents that are submitted to it."""

from __future__ import annotations

from assembler.check.profile import form, length
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (*length.RULES, *form.RULES)
