"""Forms of dates: a text that writes 18 May 2006 does not write 18.05.2006."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, Texts, Throughout
from assembler.check.tongue import tongue
from assembler.findings import Kind, Severity, Value

DATE_FORM = Kind(
    "date-form-variant",
    Severity.WARNING,
    "“{date}” is not written as the text writes its dates: {example} ({count} of {total}).",
    "Write it as the others; in a span with .date the edition writes it.",
)

SHARE, LEAST = 0.75, 4
"""What is habit: so much of all, and no fewer."""


def _dates(texts: Texts) -> Iterator[Elsewhere]:
    if not texts or not texts[0].tongue.lexicon.consistency.dates:
        return
    pattern = _pattern(texts[0].language)
    found = [(passage, match) for passage in texts for match in _in(passage, pattern)]
    counts = Counter(match.lastgroup for _, match in found)
    if not counts:
        return
    habit, count = counts.most_common(1)[0]
    if habit is None or count < max(LEAST, SHARE * len(found)):
        return
    example = texts[0].tongue.lexicon.consistency.dates[int(habit[1:])].example
    for passage, match in found:
        if match.lastgroup != habit:
            values: dict[str, Value] = {"date": match[0], "example": example, "count": count, "total": len(found)}
            yield Elsewhere(passage, Hit(match.start(), match.end(), values))


_YEAR = re.compile(r"\d{4}")


def _in(passage: Passage, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Cells are left alone: a column may be too narrow for words. So is what the edition writes itself."""
    text = passage.prose.own
    if passage.role == "cell" or not _YEAR.search(text):
        return
    spans = [each for each in passage.prose.ranges if each.kind == "date"]
    for match in pattern.finditer(text):
        if not any(each.start <= match.start() < each.end for each in spans):
            yield match


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """All forms of a language at once, the name of the group says which."""
    own = tongue(language)
    forms = [*own.language.dates.names.values(), *own.language.dates.lone.values()]
    months = "|".join(sorted({re.escape(name) for names in forms for name in names}, key=len, reverse=True))
    patterns = (each.pattern.replace("{month}", f"(?:{months})") for each in own.lexicon.consistency.dates)
    forms_of_dates = "|".join(rf"(?P<f{number}>{each})" for number, each in enumerate(patterns))
    return re.compile(rf"(?<![\w./-])(?:{forms_of_dates})")


RULES = (
    Rule(
        DATE_FORM,
        Family.CONSISTENCY,
        Throughout(_dates),
        "Dates in one form are found and compared at a glance; figures for months are read in two ways abroad.",
        fires=(
            Example("en", ("On 1 May 2006, 2 May 2006, 3 May 2006 and 4 May 2006.", "As of 04.07.2014.")),
            Example("ru", ("С 1 мая 2006 года, 2 мая 2006 года, 3 мая 2006 года, 4 мая 2006 года.", "С 04.07.2014.")),
            Example(
                "kk",
                ("2006 жылғы 1 мамыр, 2006 жылғы 2 мамыр, 2006 жылғы 3 мамыр, 2006 жылғы 4 мамыр.", "5 мамыр 2006 ж."),
            ),
        ),
        quiet=(
            Example("en", ("On 1 May 2006, 2 May 2006, 3 May 2006, 4 May 2006.", "Version 2.5.10, [4.7.2014]{.date}")),
            Example("en", ("On 1 May 2006 and on 04.07.2014.",)),
        ),
    ),
)
