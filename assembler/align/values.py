"""What a text says that is the same in every language: numbers by value, addresses, symbols of documents."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"»”)\]]+|[\w.+-]+@[\w-]+\.[\w.-]+\w")
_SYMBOL = re.compile(r"\b[A-Z]+(?:/[\w.\-]+)*/[\w.\-]*\d[\w.\-]*")
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_GROUPS = re.compile(r"[ \u00a0\u202f,.](?=\d{3}(?!\d))")


def values(text: str, language: str) -> frozenset[str]:
    """The values in a text of this language, as words that are equal where the values are."""
    found: set[str] = set()

    def taken(match: re.Match[str]) -> str:
        found.add(match[0].rstrip(".,;/").lower())
        return " "

    rest = _SYMBOL.sub(taken, _ADDRESS.sub(taken, text))
    found.update(_GROUPS.sub("", number).replace(",", ".") for number in _NUMBER.findall(rest))
    return frozenset(found)
