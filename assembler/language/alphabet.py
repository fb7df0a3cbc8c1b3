"""Alphabetical order: each language has its own, and it is that of its data file, whatever the machine's locale is.

Words are compared one after the other, letter by letter. Letters of the language come in the order of its alphabet,
those of other scripts after them; figures come first. Quotation marks, hyphens and the like do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from assembler.language.model import Language

SortKey: TypeAlias = tuple[tuple[tuple[tuple[int, int, str], ...], ...], str]
"""The words of a text, each as the ranks of its letters; then the text itself, where all else is equal."""

_WORD = re.compile(r"\w+")
_INSIDE_WORDS = re.compile(r"(?<=\w)[-\u2010\u2011'\u2019\u02bc](?=\w)")
"""Hyphens and apostrophes, which are no letters and part no words."""

_FIGURE, _OWN, _FOREIGN = range(3)


def sort_key(language: Language) -> Callable[[str], SortKey]:
    """What `sorted` takes as `key` for texts in this language."""
    ranks = {letter: position for position, letter in enumerate(language.alphabet)}

    def rank(letter: str) -> tuple[int, int, str]:
        own = ranks.get(language.sorted_as.get(letter, letter))
        if own is not None:
            return (_OWN, own, "")
        base = unicodedata.normalize("NFD", letter)[0]
        if base in ranks:
            return (_OWN, ranks[base], letter)
        return (_FIGURE if letter.isdigit() else _FOREIGN, 0, letter)

    def key(text: str) -> SortKey:
        written = unicodedata.normalize("NFC", text)
        words = _WORD.findall(_INSIDE_WORDS.sub("", written.lower()))
        return tuple(tuple(map(rank, word)) for word in words), written

    return key
