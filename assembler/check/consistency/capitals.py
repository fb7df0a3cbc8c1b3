"""Words that take a capital or not by the house's rule: “Article 7”, “State party”. The text's habit is the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.rule import Elsewhere, Example, Family, Hit, Rule, Texts, Throughout
from assembler.findings import Kind, Severity, Value

CAPITAL_VARIANT = Kind(
    "capital-variant",
    Severity.WARNING,
    "“{words}” is mostly written “{other}” in this text ({count} of {total}).",
    "Write it as elsewhere.",
)

SHARE, LEAST = 0.75, 3
"""What is habit: so much of all, and no fewer."""

_BEGINS = re.compile(r"(?:^|[.!?:…]\W*|\n|^\W+|[«“\"(]\s*)$")
"""Before a word that has a capital, or may have, because it begins something."""


def _capitals(texts: Texts) -> Iterator[Elsewhere]:
    for pattern in texts[0].tongue.lexicon.consistency.capitals if texts else ():
        found = list(_found(texts, pattern))
        capital = [each for each in found if _is_capital(each)]
        small = [each for each in found if not _is_capital(each)]
        few, many = sorted((capital, small), key=len)
        if few and len(many) >= max(LEAST, SHARE * len(found)):
            count, total = len(many), len(found)
            yield from (_variant(each, many is capital, count, total) for each in few)


def _found(texts: Texts, pattern: str) -> Iterator[Elsewhere]:
    """Where the words stand inside a sentence. All but their first letter is sought, as that is fast."""
    rest = re.compile(rf"{pattern[1:]}(?!\w)")
    for passage in texts:
        if passage.role == "heading":
            continue
        text = passage.prose.own
        for match in rest.finditer(text):
            start = match.start() - 1
            whole = start > 0 and text[start].lower() == pattern[0] and not text[start - 1].isalnum()
            if whole and not _BEGINS.search(text[max(0, start - 4) : start]):
                yield Elsewhere(passage, Hit(start, match.end()))


def _is_capital(each: Elsewhere) -> bool:
    return each.passage.prose.text[each.hit.start].isupper()


def _variant(each: Elsewhere, to_capital: bool, count: int, total: int) -> Elsewhere:
    words = each.passage.prose.text[each.hit.start : each.hit.end]
    first = words[0].upper() if to_capital else words[0].lower()
    values: dict[str, Value] = {"words": words, "other": first + words[1:], "count": count, "total": total}
    return Elsewhere(each.passage, Hit(each.hit.start, each.hit.end, values))


RULES = (
    Rule(
        CAPITAL_VARIANT,
        Family.CONSISTENCY,
        Throughout(_capitals),
        "United Nations texts write article 7 and State party, others Article 7; what disturbs is both in one text.",
        fires=(
            Example("en", ("The State party, every State party and one State party.", "It asks the state party.")),
            Example(
                "ru",
                (
                    "Это Государство-участник, каждое Государство-участник, иное Государство-участник.",
                    "К этому государству-участнику.",
                ),
            ),
            Example(
                "kk", ("Бұл Қатысушы мемлекет, ол Қатысушы мемлекет, әр Қатысушы мемлекет.", "Осы қатысушы мемлекетке.")
            ),
        ),
        quiet=(
            Example("en", ("Article 7. Under article 7, under article 9 and under article 2.",)),
            Example("en", ("Under Article 7 and article 7.",)),
        ),
    ),
)
