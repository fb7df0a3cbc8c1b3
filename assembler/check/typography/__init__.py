"""Typography: signs and spaces as the language's readers expect them."""

from __future__ import annotations

from assembler.check.rule import Rule
from assembler.check.typography import (
    apostrophes,
    brackets,
    breaks,
    dashes,
    joints,
    listing,
    notes,
    quotes,
    signs,
    spaces,
    stops,
    suffixes,
)

RULES: tuple[Rule, ...] = (
    *spaces.RULES,
    *joints.RULES,
    *stops.RULES,
    *quotes.RULES,
    *apostrophes.RULES,
    *brackets.RULES,
    *dashes.RULES,
    *signs.RULES,
    *notes.RULES,
    *breaks.RULES,
    *suffixes.RULES,
    *listing.RULES,
)
