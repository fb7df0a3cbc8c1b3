"""The attribute `answers`: which recommendations of committees a block answers.

    {#art07-m2xq answers="CCPR/C/KAZ/CO/1, para 14; CAT/C/KAZ/CO/3, paras 7, 9–11"}

The symbol of the document stands first, then its paragraphs; documents are parted by semicolons. It is data, so it is
in English whatever the language of the section: every edition prints it in words of its own.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from msgspec import Struct

_DOCUMENT = re.compile(r"(?P<symbol>[^,;]+?),?\s+(?:paragraphs?|paras?)\.?\s+(?P<numbers>\S[^;]*)")
_NUMBER = r"\d+(?:\.\d+)*(?:\s?\([a-z0-9]+\))*"
_RANGE = re.compile(rf"(?P<first>{_NUMBER})(?:\s*[–-]\s*(?P<last>{_NUMBER}))?")

SortKey: TypeAlias = tuple[tuple[int, str], ...]


class Answered(Struct, frozen=True):
    """A recommendation: the symbol of the document that it stands in, and its paragraph there (`14`, `9–11`)."""

    symbol: str
    number: str

    @property
    def order(self) -> tuple[SortKey, SortKey]:
        """Documents and paragraphs as people count: 9 before 14."""
        return _natural(self.symbol), _natural(self.number)


def parse(value: str) -> tuple[Answered, ...] | None:
    """What an attribute says, in its order; None where it cannot be read."""
    found: list[Answered] = []
    for document in value.split(";"):
        read = _DOCUMENT.fullmatch(" ".join(document.split()))
        numbers = [_RANGE.fullmatch(each.strip()) for each in read["numbers"].split(",")] if read else []
        if read is None or not all(numbers):
            return None
        found += [Answered(read["symbol"], _written(number)) for number in numbers if number]
    return tuple(found)


def _written(number: re.Match[str]) -> str:
    return f"{number['first']}–{number['last']}" if number["last"] else number["first"]


def _natural(text: str) -> SortKey:
    """Figures by their value, before letters; each letter's case aside."""
    pieces = re.findall(r"\d+|\D+", text.lower())
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces)
