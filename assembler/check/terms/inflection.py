"""Whether a word of a text is a form of a word of a term.

The language's data says what a stem loses and what may follow it: a grammar of endings, no dictionary. Where a
morphological analyser is installed and knows the language, it names all forms of the word, and they decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import Any

from msgspec import Struct

from assembler.check.optional import is_installed
from assembler.check.words.terms import TermsWords

ANALYSER = "pymorphy3"

SHORTEST = 3
"""Letters of a stem; a shorter word keeps what it would lose."""


class Forms(Struct, frozen=True):
    """How the forms of a word begin, and whether a word is one of them."""

    beginnings: frozenset[str]
    accepts: Callable[[str], bool]


PREFIX = 2
"""So many letters of a beginning."""

_HYPHEN = re.compile("[-\u2010\u2011]")


def forms(word: str, words: TermsWords) -> Forms:
    """The forms of a word of a term. An abbreviation keeps its capitals, and takes endings behind a hyphen."""
    if sum(map(str.isupper, word)) > 1:
        return Forms(frozenset({word[:PREFIX].lower()}), lambda other: _HYPHEN.split(other)[0] in (word, word + "s"))
    parts = [_of_part(part, words) for part in _HYPHEN.split(word.lower())]
    if len(parts) == 1:
        return parts[0]

    def accepts(other: str) -> bool:
        found = _HYPHEN.split(other)
        return len(found) == len(parts) and all(each.accepts(part) for each, part in zip(parts, found, strict=True))

    return Forms(parts[0].beginnings, accepts)


@cache
def _of_part(word: str, words: TermsWords) -> Forms:
    analysed = _analysed(word, words.analyser) if words.analyser else frozenset()
    if analysed:
        return Forms(frozenset(each[:PREFIX] for each in analysed), lambda other: _plain(other.lower()) in analysed)
    pattern = re.compile("|".join(_stems(word, words)) + rf"(?:{words.endings})?" if words.endings else re.escape(word))
    return Forms(frozenset({word[:PREFIX]}), lambda other: pattern.fullmatch(other.lower()) is not None)


def _stems(word: str, words: TermsWords) -> Iterator[str]:
    """One regular expression in brackets for the stem with all that may become of its last letters."""
    stem = re.sub(rf"(?:{words.cut})$", "", word) if words.cut else word
    stem = stem if len(stem) >= SHORTEST else word
    stems = {stem}
    if words.drops and re.search(rf"(?:{words.drops})$", stem):
        stems.add(stem[:-2] + stem[-1])
    for (last, other), each in product(words.changes, tuple(stems)):
        if each.endswith(last):
            stems.add(each.removesuffix(last) + other)
    yield f"(?:{'|'.join(sorted(map(re.escape, stems)))})"


def _plain(word: str) -> str:
    return word.replace("ё", "е")


def is_known(word: str, words: TermsWords) -> bool:
    """Whether there is an analyser for the language, and it knows the word."""
    return bool(words.analyser) and is_installed(ANALYSER) and bool(analyser(words.analyser).word_is_known(word))


@cache
def _analysed(word: str, language: str) -> frozenset[str]:
    """All forms that the analyser knows of a word, of all words that it may be; nothing without the analyser."""
    if not is_installed(ANALYSER):
        return frozenset()
    parses = [parse for parse in analyser(language).parse(word) if parse.is_known]
    return frozenset(_plain(each.word) for parse in parses for each in parse.lexeme)


@cache
def analyser(language: str) -> Any:
    """The morphological analyser of a language, which must be installed and know it."""
    import pymorphy3  # heavy, and an extra

    return pymorphy3.MorphAnalyzer(lang=language)
