"""What words tell of languages: their script, and which small words belong to one language and to no other."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assembler.check.rule import Passage
from assembler.check.tongue import tongue

LEAST = 4
"""A text of fewer words may be a name: only what has so many can be in the wrong language as a whole."""


OWN = 8
"""Where one of so many words is a small word of the language, it is the language of the text."""


def words_of(passage: Passage) -> list[str]:
    """The words of a text, without numbers."""
    return [word for word in passage.prose.written if word[0].isalpha()]


def of_script(word: str, alphabet: str) -> bool:
    """Whether a word begins in the script of the alphabet; what mixes scripts is another rule's business."""
    return script(word[0]) == script(alphabet[0])


@cache
def script(letter: str) -> str:
    """The first word of a letter's name in Unicode: LATIN, CYRILLIC."""
    return unicodedata.name(letter, "").partition(" ")[0]


@cache
def small_words(language: str) -> Mapping[str, frozenset[str]]:
    """By language, the small words of all other languages that are no words of this one."""
    words = tongue(language).lexicon.language
    own = words.function | words.shared
    others = {code: tongue(code).lexicon.language.function for code in codes() if code != language}
    return {code: words - own for code, words in others.items() if words}


@cache
def codes() -> tuple[str, ...]:
    """The languages that the rules have data of."""
    data = Path(__file__).parents[1] / "data"
    return tuple(sorted(each.name.removesuffix(".toml") for each in data.iterdir() if each.name.endswith(".toml")))


def _is_of_other_script(passage: Passage, words: Sequence[str]) -> bool:
    """Whether hardly a word is in the script of the language, and it is not only names that are in another."""
    alphabet = passage.tongue.language.alphabet
    beginnings = {letter for letter in {word[0] for word in words} if not of_script(letter, alphabet)}
    foreign = [word for word in words if word[0] in beginnings] if beginnings else []
    return 3 * len(foreign) > 2 * len(words) and any(word.islower() for word in foreign)


def _is_spoken_otherwise(passage: Passage, words: Sequence[str]) -> bool:
    """Whether the small words are those of another language and none of its own, and no letter is its alone."""
    own = passage.tongue.lexicon.language
    small = set(passage.prose.folded)
    if not small.isdisjoint(own.function) or any(letter in own.marks for word in small for letter in word):
        return False
    others = (len(small & theirs) for theirs in small_words(passage.language).values())
    return max(others, default=0) >= max(2, len(words) // 10)


def is_otherwise(passage: Passage) -> bool:
    """Whether a text, as a whole, is in another language than its own."""
    function, folded = passage.tongue.lexicon.language.function, passage.prose.folded
    if len(folded) < LEAST or OWN * sum(map(function.__contains__, folded)) > len(folded):
        return False
    words = words_of(passage)
    return len(words) >= LEAST and (_is_of_other_script(passage, words) or _is_spoken_otherwise(passage, words))
