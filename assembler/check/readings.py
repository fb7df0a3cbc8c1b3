"""The facts of a prose: those of its text, and what its author marked as a date or a number himself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.prose import Prose, Range
from assembler.facts.model import Fact
from assembler.facts.patterns import blanked
from assembler.facts.read import facts

_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def readings(prose: Prose, code: str) -> tuple[Fact, ...]:
    """What the prose says by value in the language `code`, in order."""
    marked = [each for range in prose.ranges for each in _marked(prose.text, range)]
    if not marked:
        return facts(prose.text, code, None if prose.ranges else prose.written)
    text = prose.text
    for each in marked:
        text = blanked(text, each.start, each.end)
    return tuple(sorted((*marked, *facts(text, code)), key=lambda fact: (fact.start, fact.end)))


def _marked(text: str, range: Range) -> Iterator[Fact]:
    """`[2011-07]{.date}` and `[10000]{.number}`: data, the same in every language."""
    written = text[range.start : range.end]
    if range.kind == "date" and _DATE.fullmatch(written):
        yield Fact("date", written, range.start, range.end)
    if range.kind == "number" and _NUMBER.fullmatch(written):
        yield Fact("number", written, range.start, range.end)
