"""Letters and numbers typed before the parts of a list: one after the other, and in one style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from assembler.check.rule import Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.findings import Kind, Severity

GAP = Kind(
    "enumeration-gap",
    Severity.WARNING,
    "After “{before}” comes “{after}”.",
    "Is something missing? If not, number anew.",
)
LONE = Kind(
    "enumeration-without-beginning",
    Severity.WARNING,
    "“{label}” stands at the beginning, but what comes before it does not.",
    "Is something missing? If not, let the list make its letters and numbers.",
)
STYLE = Kind(
    "enumeration-style",
    Severity.INFO,
    "“{found}” and “{other}” are two styles in one list.",
    "Write them in one way.",
)
_LABEL = re.compile(r"(?:^[“«„\"]?|[:;,.] (?:[^\W\d]{1,7} )?)(\(?)(\d{1,2}|[^\W\d_])\)(?=\s)")
_AT_START = re.compile(r"(\(?)(\d{1,2}|[^\W\d_])\)\s")
REACH = 40
"""How many units back the one before may stand, past what belongs to it."""


class Label(Struct, frozen=True, gc=False):
    """What is typed before a part; `value` counts it, in figures and in letters."""

    start: int
    end: int
    sign: str
    bracket: str

    @property
    def shown(self) -> str:
        return f"{self.bracket}{self.sign})"


def _labels(text: str) -> list[Label]:
    return [Label(found.start(1), found.end(), found[2], found[1]) for found in _LABEL.finditer(text)]


def _follows(before: str, after: str, alphabet: str) -> bool:
    """Whether one may come after the other; some letters of a long alphabet are passed over in lists."""
    if before.isdigit() != after.isdigit():
        return False
    if before.isdigit():
        return int(after) == int(before) + 1
    letters = "abcdefghijklmnopqrstuvwxyz" if before.isascii() and after.isascii() else alphabet
    places = letters.find(before.lower()), letters.find(after.lower())
    return -1 not in places and 1 <= places[1] - places[0] <= (1 if letters.isascii() else 4)


def _goes_back(before: str, after: str) -> bool:
    """A list in a list, or a new one; what is not counted alike is not compared."""
    if before.isdigit() != after.isdigit() or before.isascii() != after.isascii():
        return True
    return int(after) <= int(before) if before.isdigit() else after <= before or after in "ivx"


def _sequences(passage: Passage) -> Iterator[tuple[Label, Label]]:
    """Each label of lists that begin in the text, with the next one."""
    labels = _labels(passage.prose.own)
    for place, (before, after) in enumerate(pairwise(labels)):
        if any(_is_first(each.sign) for each in labels[: place + 1]):
            yield before, after


def _is_first(sign: str) -> bool:
    return sign in ("1", "a", "а", "A", "А")


def _gaps(passage: Passage) -> Iterator[Hit]:
    for before, after in _sequences(passage):
        if not _follows(before.sign, after.sign, passage.tongue.language.alphabet) and not _goes_back(
            before.sign, after.sign
        ):
            yield Hit(after.start, after.end, {"before": before.shown, "after": after.shown})


def _styles(passage: Passage) -> Iterator[Hit]:
    for before, after in _sequences(passage):
        if before.bracket != after.bracket and _follows(before.sign, after.sign, passage.tongue.language.alphabet):
            yield Hit(after.start, after.end, {"found": after.shown, "other": before.shown})


def _lone(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    """An item that begins with a letter or number, and none before it has the one that it follows.

    A paragraph may be quoted alone out of a list; an item stands in one.
    """
    seen: dict[str, int] = {}
    section = ""
    for place, passage in enumerate(passages):
        if passage.section != section:
            seen, section = {}, passage.section
        text = passage.prose.own
        found = _AT_START.match(text) if passage.role == "item" and ")" in text[:5] else None
        if found is not None and not _is_first(found[2]) and not _is_roman_first(found[2]):
            alphabet = passage.tongue.language.alphabet
            if not any(_follows(sign, found[2], alphabet) and place - last <= REACH for sign, last in seen.items()):
                yield Elsewhere(passage, Hit(found.start(), found.end() - 1, {"label": found[0].strip()}))
        seen |= {each.sign: place for each in (_labels(text) if ")" in text else ())}


def _is_roman_first(sign: str) -> bool:
    return sign in ("i", "I", "і", "І")


RULES = (
    Rule(
        GAP,
        Family.REFERENCES,
        InText(_gaps, frozenset(")")),
        "When a part is taken out, the numbers after it stay.",
        fires=(
            Example("en", ("the aims: 1) to see; 2) to hear; 4) to act",)),
            Example("ru", ("цели: а) видеть; б) слышать; ж) действовать",)),
        ),
        quiet=(
            Example("en", ("the aims: 1) to see; 2) to hear; 3) to act", "under (b), (d) and article 14 (3)")),
            Example("ru", ("цели: а) видеть; б) слышать; в) действовать; 1) да; 2) нет",)),
        ),
    ),
    Rule(
        LONE,
        Family.REFERENCES,
        Throughout(_lone),
        "A letter typed before an item stays when the others are taken out.",
        fires=(Example("en", ("to see;", "(c) to act."), roles=("item",)),),
        quiet=(
            Example("en", ("(a) to see;", "(b) to hear;", "more of it", "(c) to act."), roles=("item",)),
            Example("kk", ("2) азаматтардың құқығы.",)),
        ),
    ),
    Rule(
        STYLE,
        Family.REFERENCES,
        InText(_styles, frozenset(")")),
        "One list has one style.",
        fires=(Example("en", ("the aims: (1) to see; 2) to hear",)),),
        quiet=(Example("en", ("the aims: (1) to see; (2) to hear: a) now; b) later",)),),
    ),
)
