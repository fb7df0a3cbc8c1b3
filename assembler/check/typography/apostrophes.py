"""The apostrophe inside words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.check.typography.marks import quotations
from assembler.findings import Kind, Severity

APOSTROPHE = Kind(
    "apostrophe",
    Severity.WARNING,
    "In “{word}” stands a “{found}” for an apostrophe.",
    "Write “{wanted}”; assembler check --fix does it.",
)
_WRONG = re.compile(r"(?<=[^\W\d_])['‘´`](?=[^\W\d_])|(?<=s)'(?=[\s.,;:!?)]|$)|(?<![^\s(])'(?=\d0s\b)")


def _apostrophes(passage: Passage) -> Iterator[Hit]:
    wanted, text = passage.tongue.lexicon.typography.apostrophe, passage.prose.own
    if not wanted:
        return
    quoting = {mark.place for mark in quotations(text, passage.tongue).marks}
    for found in _WRONG.finditer(text):
        if found.start() in quoting:
            continue
        values = {"word": _word(text, found.start()), "found": found[0], "wanted": wanted}
        yield Hit(found.start(), found.end(), values, wanted)


def _word(text: str, place: int) -> str:
    before, after = re.search(r"[^\W_]*$", text[:place]), re.match(r".[^\W_]*", text[place:])
    return (before[0] if before else "") + (after[0] if after else "")


RULES = (
    Rule(
        APOSTROPHE,
        Family.TYPOGRAPHY,
        InText(_apostrophes, frozenset("'‘´`")),
        "A straight sign between curly ones shows where a text was pasted in.",
        fires=(
            Example("en", ("one's own",), fixed="one’s own"),
            Example("en", ("the workers' rights",), fixed="the workers’ rights"),
            Example("en", ("I don‘t and can´t",), fixed="I don’t and can’t"),
        ),
        quiet=(Example("en", ("one’s own, ‘a term’, 'a term'",)), Example("ru", ("д'Артаньян",))),
        has_fix=True,
    ),
)
