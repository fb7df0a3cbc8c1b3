"""Structure: a translation has the notes, the markup, the sentences and the length that its source lets expect.

Note marks and references that are lost or foreign are found wherever a translation is read (`document.parity`).
"""

from __future__ import annotations

from assembler.check.rule import Rule
from assembler.check.structure import endings, lengths, lists, marks

RULES: tuple[Rule, ...] = (*marks.RULES, *lists.RULES, *endings.RULES, *lengths.RULES)
"""All rules of the family."""
