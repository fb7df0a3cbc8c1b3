"""Names and borrowed words sound alike in all languages: texts become Latin letters, and these what they sound like.

How letters are written in Latin is data of `language`; how Latin spellings sound, coarse enough to be the same for
Kazakhstan, Казахстан and Қазақстан, is a table of this room.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from assembler.language.latin import latin

LEAST = 4
"""Shorter words are rarely names, and alike by chance."""
STEM = 5
"""Sounds that are compared: endings come after them."""

WORD = re.compile(r"[^\W\d_]+")


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text, as sounds."""
    return frozenset(_stem(word) for word in WORD.findall(text.lower()) if len(word) >= LEAST)


@cache
def _stem(word: str) -> str:
    return sounds(latin(word))[:STEM]


def sounds(word: str) -> str:
    """The sounds of a word in Latin letters, as far as spellings agree on them."""
    spoken = _spellings().sub(lambda match: _table()[match[0]], "".join(filter(str.isalpha, word)))
    return re.sub(r"(.)\1+", r"\1", spoken)


@cache
def _table() -> dict[str, str]:
    data = tomllib.loads((Path(__file__).with_name("data") / "sounds.toml").read_text("utf-8"))
    return {str(spelling): str(sound) for spelling, sound in data["sounds"].items()}


@cache
def _spellings() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _table()), key=len, reverse=True)))
