"""Spaces: two of them, one before a stop, none after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.findings import Kind, Severity

DOUBLE_SPACE = Kind(
    "double-space",
    Severity.WARNING,
    "There are two spaces or more between words.",
    "Leave one; assembler check --fix does it.",
)
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")


def _double_spaces(passage: Passage) -> Iterator[Hit]:
    for found in _DOUBLE.finditer(passage.prose.own):
        yield Hit(found.start(), found.end(), replacement=" ")


RULES = (
    Rule(
        DOUBLE_SPACE,
        Family.TYPOGRAPHY,
        InText(_double_spaces),
        "Word processors stretch both, so that a gap is seen in justified lines; it comes from editing by hand.",
        fires=(Example("en", ("The court  adjourned.",), fixed="The court adjourned."),),
        quiet=(Example("en", ("The court adjourned.",)),),
        has_fix=True,
    ),
)
