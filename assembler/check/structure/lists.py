"""Lists inside a text: “(a) …; (b) …” has as many parts in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.rule import Beside, Example, Family, Hit, Passage, Rule
from assembler.findings import Kind, Severity

PARTS = Kind(
    "list-parts-differ",
    Severity.WARNING,
    "The number of parts of the list inside the text differs: {here}, in the source {there}.",
    "See which part is missing, or whether a marker such as (b) is.",
)
_MARKER = re.compile(r"(?<![\w(])\(?([^\W\d_]|[ivxіх]{2,4}|\d{1,2})\)(?=\s)")


def _look(translation: Passage, source: Passage) -> Iterator[Hit]:
    here, there = _markers(translation.prose.text), _markers(source.prose.text)
    if len(here) != len(there) and max(len(here), len(there)) > 1:
        start, end = here[-1].span() if here else (0, 0)
        yield Hit(start, end, {"here": len(here), "there": len(there)})


def _markers(text: str) -> list[re.Match[str]]:
    return list(_MARKER.finditer(text)) if ")" in text else []


RULES = (
    Rule(
        PARTS,
        Family.STRUCTURE,
        Beside(_look),
        "A part of a list is easily skipped where it runs on in one paragraph.",
        fires=(
            Example(
                "en",
                ("The State should (a) investigate; (b) punish.",),
                source="Государству следует: а) расследовать; б) наказать; в) возместить ущерб.",
                source_language="ru",
            ),
        ),
        quiet=(
            Example(
                "en",
                ("The State should (a) investigate; (b) punish.",),
                source="Государству следует: а) расследовать; б) наказать.",
                source_language="ru",
            ),
        ),
    ),
)
