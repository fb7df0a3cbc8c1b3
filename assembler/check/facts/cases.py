"""Names of cases: a party that one language names must be found, in the letters of the other, in the other text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from assembler.check.facts.said import differing
from assembler.check.rule import AcrossLanguages, Elsewhere, Example, Family, Passage, Rule
from assembler.facts.model import Fact
from assembler.facts.names import folded
from assembler.findings import Kind, Severity

CASE_NAMES = Kind(
    "other-case", Severity.WARNING, "The name of a case is not found: {difference}.", "Correct the text that is wrong."
)
_WORD = re.compile(r"[^\W\d_][\w’'‑-]*")
_LIKE = 0.7
"""How much of two names, folded, must be common; endings of cases and habits of transliteration are the rest."""
_ENOUGH = 4
"""Consonants that a name has at least to be known by them: “Lovelace” is «Лавлейс»."""
_SHORTEST = 4
"""Letters that a name has at least; of initials, and of “Roe” and «Роу», nothing can be said."""


def _look(versions: Sequence[Passage]) -> Iterator[Elsewhere]:
    original = versions[0]
    for translation in versions[1:]:
        for here, there in zip_longest(_not_found(translation, original), _not_found(original, translation)):
            yield differing(translation, original, _range(here), _range(there))


def _range(case: Fact | None) -> tuple[int, int] | None:
    return (case.start, case.end) if case else None


def _not_found(named: Passage, searched: Passage) -> Iterator[Fact]:
    cases = [each for each in named.facts if each.kind == "case" and len(each.value) >= _SHORTEST]
    if cases:
        names, others = _names(searched), _names(named)
        for case in cases:
            taken = {each for each in others if not each.startswith(case.value)}
            if not any(_is_like(case.value, each) for each in names - taken):
                yield case


def _names(passage: Passage) -> set[str]:
    """The capitalised words, folded."""
    return {folded(found[0]) for found in _WORD.finditer(passage.prose.text) if found[0][0].isupper()}


def _is_like(party: str, word: str) -> bool:
    if len(word) < _SHORTEST:
        return False
    one, other = _consonants(party), _consonants(word)
    return _common(party, word) or (min(len(one), len(other)) >= _ENOUGH and _common(one, other))


def _common(name: str, word: str) -> bool:
    return SequenceMatcher(None, name, word[: len(name) + 1], autojunk=False).ratio() >= _LIKE


def _consonants(name: str) -> str:
    return re.sub(r"[aeiou]", "", name)


RULES = (
    Rule(
        CASE_NAMES,
        Family.FACTS,
        AcrossLanguages(_look),
        "A case is cited to be found; its name is transliterated, and then easily taken for another.",
        fires=(
            Example("en", ("*Suntsov v. Russia*, para. 5",), "дело «Иванов против России», п. 5", "ru"),
            Example("ru", ("в одном из дел, п. 5",), "in *Toonen v. Australia*, para. 5", "en"),
        ),
        quiet=(
            Example("en", ("*Suntsov v. Russia*",), "дело «Сунцов против России»", "ru"),
            Example("kk", ("«Сунцов Ресейге қарсы» ісі",), "*Suntsov v. Russia*", "en"),
            Example("ru", ("«Вирамансури против Шри-Ланки»",), "*Weeramansury v. Sri Lanka*", "en"),
            Example("ru", ("«Лавлейс против Канады»",), "*Lovelace v. Canada*", "en"),
        ),
    ),
)
