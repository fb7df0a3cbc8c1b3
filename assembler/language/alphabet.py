"""Alphabetical order: each language has its own, and it is that of its data file, whatever the machine's locale is.

Words are compared one after the other, letter by letter. Letters of the language come in the order of its alphabet,
after them others of its script, last those of other scripts; figures come first. Quotation marks, hyphens and the like
do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TypeAlias

from assembler.language.model import Language

Rank: TypeAlias = tuple[int, int, str]
"""Of a letter: its group, its place in the alphabet, itself."""

SortKey: TypeAlias = tuple[tuple[tuple[Rank, ...], ...], str]
"""The words of a text, each as the ranks of its letters; then the text itself, where all else is equal."""

_WORD = re.compile(r"\w+")
_INSIDE_WORDS = re.compile(r"(?<=\w)[-\u2010\u2011'\u2019\u02bc](?=\w)")
"""Hyphens and apostrophes, which are no letters and part no words."""

_FIGURE, _OWN, _OF_SCRIPT, _FOREIGN = range(4)


def sort_key(language: Language) -> Callable[[str], SortKey]:
    """What `sorted` takes as `key` for texts in this language."""
    places = {letter: place for place, letter in enumerate(language.alphabet)}
    places |= {letter: places[other] for letter, other in language.sorted_as.items()}
    script = _script(language.alphabet[0])

    def key(text: str) -> SortKey:
        written = unicodedata.normalize("NFC", text).lower()
        words = _WORD.findall(_INSIDE_WORDS.sub("", written))
        return tuple(tuple(_rank(letter, places, script) for letter in word) for word in words), text

    return key


def _rank(letter: str, places: Mapping[str, int], script: str) -> Rank:
    if letter in places:
        return _OWN, places[letter], ""
    base = unicodedata.normalize("NFD", letter)[0]
    if base in places:
        return _OWN, places[base], letter
    if letter.isdigit():
        return _FIGURE, 0, letter
    return _OF_SCRIPT if _script(letter) == script else _FOREIGN, 0, letter


def _script(letter: str) -> str:
    """The first word of a letter's name: LATIN, CYRILLIC."""
    return unicodedata.name(letter, "").partition(" ")[0]
