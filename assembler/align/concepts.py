"""What a text speaks of, whatever its language: the concepts of the field, and the terms of the submission.

The concepts are data (`data/<code>.toml`): for each the beginnings of the words that name it. A language without such a
file is aligned without them. A term is found by its abbreviation, or where all words of its full form stand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from assembler.document.terms import Concept, usage

_WORD = re.compile(r"[^\W\d_]+")
LONGEST_ENDING = 3
"""An ending may have so many letters more than the beginning that it follows: short beginnings say little."""
TERM_STEM = 5
LEAST_WORD = 4


def finder(language: str, terms: Sequence[Concept] = ()) -> Callable[[str], frozenset[str]]:
    """A function that names the concepts and terms in a text of this language."""
    named = _named(language)
    used = usage(terms, language)
    full = [
        (term.id, _stems(_WORD.findall(term.terms[language].full.lower()))) for term in terms if language in term.terms
    ]

    def found(text: str) -> frozenset[str]:
        words = _WORD.findall(text.lower())
        concepts = {concept for word in words for concept in named(word)}
        if full:
            here = _stems(words)
            concepts.update(f"term {id}" for id in used(text))
            concepts.update(f"term {id}" for id, stems in full if stems and stems <= here)
        return frozenset(concepts)

    return found


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:TERM_STEM] for word in words if len(word) >= LEAST_WORD)


@cache
def _named(language: str) -> Callable[[str], tuple[str, ...]]:
    """From a word to the concepts that its beginning names."""
    beginnings: dict[str, list[str]] = {}
    for concept, stems in _words(language).items():
        for stem in stems:
            beginnings.setdefault(stem, []).append(concept)

    @cache
    def named(word: str) -> tuple[str, ...]:
        least = max(2, (len(word) - LONGEST_ENDING + 1) // 2)
        lengths = range(least, len(word) + 1)
        return tuple(concept for length in lengths for concept in beginnings.get(word[:length], ()))

    return named


def _words(language: str) -> dict[str, list[str]]:
    path = Path(__file__).with_name("data") / f"{language}.toml"
    if not path.is_file():
        return {}
    words: dict[str, list[str]] = tomllib.loads(path.read_text("utf-8"))["words"]
    return words
