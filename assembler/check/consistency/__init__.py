"""Consistency inside one language: one word, one name, one form for one thing, and nothing twice."""

from __future__ import annotations

from assembler.check.consistency import (
    abbreviations,
    capitals,
    dates,
    debris,
    names,
    spellings,
    titles,
    translations,
    twice,
)
from assembler.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *twice.RULES,
    *debris.RULES,
    *spellings.RULES,
    *capitals.RULES,
    *dates.RULES,
    *abbreviations.RULES,
    *titles.RULES,
    *names.RULES,
    *translations.RULES,
)
