"""Names and borrowed words sound alike in all languages: texts become Latin letters, and these what they sound like.

How a language's letters are written in Latin is data of the language (`latin`); how Latin spellings sound, coarse
enough to be the same for Kazakhstan, Казахстан and Қазақстан, is a table of this room.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from assembler.language import load as languages

LEAST = 4
"""Shorter words are rarely names, and alike by chance."""
STEM = 5
"""Sounds that are compared: endings come after them."""

WORD = re.compile(r"[^\W\d_]+")


@cache
def stems(language: str) -> Callable[[str], frozenset[str]]:
    """A function that gives the beginnings of the words of a text in this language, as sounds."""
    table = str.maketrans(languages.load(language).latin)
    known: dict[str, str] = {}

    def stem(word: str) -> str:
        if (found := known.get(word)) is None:
            found = known[word] = sounds(word.translate(table))[:STEM]
        return found

    def found(text: str) -> frozenset[str]:
        return frozenset(stem(word) for word in WORD.findall(text.lower()) if len(word) >= LEAST)

    return found


def sounds(latin: str) -> str:
    """The sounds of a word in Latin letters, as far as spellings agree on them."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", latin) if each.isalpha())
    spoken = _spellings().sub(lambda match: _table()[match[0]], bare)
    return re.sub(r"(.)\1+", r"\1", spoken)


@cache
def _table() -> dict[str, str]:
    data = tomllib.loads((files(__package__) / "data" / "sounds.toml").read_text("utf-8"))
    return {str(spelling): str(sound) for spelling, sound in data["sounds"].items()}


@cache
def _spellings() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _table()), key=len, reverse=True)))
