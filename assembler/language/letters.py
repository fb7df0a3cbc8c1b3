"""Which of several languages a text may be written in, as far as its letters tell.

Letters part English from Russian in one word, Russian from Kazakh in a sentence or two: where the alphabet of one
language holds that of another, a text of some length that does without the further letters is in the smaller one.
"""

from __future__ import annotations

from collections.abc import Iterable

from assembler.language.model import Language

ENOUGH = 30
"""A Kazakh text of so many letters without one that Russian lacks is rarer than one in some hundreds."""


def fitting(text: str, languages: Iterable[Language]) -> list[Language]:
    """The languages whose alphabet has the most of the text's letters, at least half; none for a text without any."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    counts = [(sum(map(set(each.alphabet).__contains__, letters)), each) for each in languages]
    most = max((count for count, _ in counts), default=0)
    if 2 * most < len(letters) or not letters:
        return []
    best = [each for count, each in counts if count == most]
    return best if len(letters) < ENOUGH else _smallest(best)


def may_be(text: str, language: Language) -> bool:
    """Whether half of the text's letters or more are of the language's alphabet."""
    return bool(fitting(text, [language]))


def _smallest(languages: list[Language]) -> list[Language]:
    """Without those whose alphabet holds all letters of another one's and more."""
    alphabets = [set(each.alphabet) for each in languages]
    return [each for each, own in zip(languages, alphabets, strict=True) if not any(other < own for other in alphabets)]
