"""Brackets in pairs. A bracket that only closes is right after the letter or number of an item: a), 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.findings import Kind, Severity

ALONE = Kind(
    "unbalanced-brackets",
    Severity.WARNING,
    "The bracket “{bracket}” has no partner.",
    "Put the missing one in, or take this one out.",
)
_OPENING = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}]")
_NUMERAL = "[ivxlIVXLіхІХ]{1,5}"
_LABEL = re.compile(
    rf"(?:^|[\s«“„\"/–—-])(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}|[^\W\d_]|{_NUMERAL}|\d{{1,2}}[^\W\d_])\.?$"
)


def _alone(passage: Passage) -> Iterator[Hit]:
    """A bracket after a letter may close a label or a remark: there must be no way to read it in pairs."""
    text = passage.prose.own
    brackets = list(_BRACKET.finditer(text))
    without = _without_partner(brackets)
    alone = [each for each in without if not (_is_label(text, each) or _is_smile(text, each.start()))]
    if alone and _without_partner([each for each in brackets if not _is_label(text, each)]):
        yield from map(_hit, alone)


def _without_partner(brackets: list[re.Match[str]]) -> list[re.Match[str]]:
    stack: list[re.Match[str]] = []
    alone: list[re.Match[str]] = []
    for found in brackets:
        if found[0] in _OPENING:
            stack.append(found)
        elif stack and _OPENING[stack[-1][0]] == found[0]:
            stack.pop()
        else:
            alone.append(found)
    return alone + stack


def _is_label(text: str, bracket: re.Match[str]) -> bool:
    return bracket[0] == ")" and bool(_LABEL.search(text[max(0, bracket.start() - 12) : bracket.start()]))


def _hit(found: re.Match[str]) -> Hit:
    return Hit(found.start(), found.end(), {"bracket": found[0]})


def _is_smile(text: str, place: int) -> bool:
    return text[place - 1 : place] in (":", ";") or text[place - 2 : place] in (":-", ";-")


RULES = (
    Rule(
        ALONE,
        Family.TYPOGRAPHY,
        InText(_alone, frozenset("()[]{}")),
        "Where a remark begins and does not end, the sentence cannot be read.",
        fires=(
            Example("en", ("not granted (see: Part 3 of the Code.",)),
            Example("ru", ("лишение свободы на срок до года). Вместе с тем",)),
            Example("kk", ("(Кодекстің 147-бабы [3-бөлігі)",)),
        ),
        quiet=(
            Example("en", ("1) the first; (2) the second; and iii) [President] (see a) and b))",)),
            Example("ru", ("а) первый; б) второй; 7.1) третий (подпункт a) пункта 1)",)),
        ),
    ),
)
