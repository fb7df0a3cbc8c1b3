"""Items of one list end alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from assembler.check.prose import NOTE
from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, Throughout
from assembler.findings import Kind, Severity

ITEM_END = Kind(
    "list-punctuation",
    Severity.INFO,
    "This item ends in “{found}”, the others of its list in “{usual}”.",
    "Let all items but the last end alike.",
)
_CONJUNCTION = re.compile(r"([;,]) [^\W\d]{1,7}$")
"""The last item but one may end in “; and”."""
LEAST = 3
"""Items of a list, the last one aside, of which two show what is usual."""


def _ends(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    for section_and_role, group in groupby(passages, key=lambda each: (each.section, each.role)):
        if section_and_role[1] == "item":
            yield from _of_list([each for each in group if each.prose.text.strip()])


def _of_list(items: Sequence[Passage]) -> Iterator[Elsewhere]:
    """The last item ends as it will, and so does one that introduces others."""
    inner = [(item, _end(item)) for item in items[:-1]]
    counts = Counter(end for _, end in inner if end != ":")
    if len(inner) < LEAST or not counts:
        return
    usual, count = counts.most_common(1)[0]
    if count < len(inner) - 1 or count < LEAST - 1:
        return
    for item, end in inner:
        if end not in (usual, ":") and not (end and end in "?!…"):
            length = len(item.prose.text.rstrip())
            yield Elsewhere(item, Hit(length - 1, length, {"found": _last(item), "usual": usual or "…"}))


def _end(item: Passage) -> str:
    last = _CONJUNCTION.sub(r"\1", item.prose.text.rstrip(" " + NOTE))[-1:]
    return "" if last.isalnum() or last in ")”»" else last


def _last(item: Passage) -> str:
    return item.prose.text.rstrip(" " + NOTE).rsplit(" ", 1)[-1]


RULES = (
    Rule(
        ITEM_END,
        Family.TYPOGRAPHY,
        Throughout(_ends),
        "An item that ends unlike its neighbours looks as if words were lost.",
        fires=(Example("en", ("to act;", "to amend;", "to repeal", "to train;", "to report."), roles=("item",)),),
        quiet=(
            Example("en", ("to act;", "to amend;", "to repeal;", "to report."), roles=("item",)),
            Example("en", ("acts", "amendments", "training", "reports."), roles=("item",)),
            Example("en", ("to act;", "to amend", "to repeal;", "to report;"), roles=("paragraph",)),
        ),
    ),
)
