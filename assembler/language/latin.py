"""Words in Latin letters without marks, for names of sections; the letters are data."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path


def latin(text: str) -> str:
    """The text in small Latin letters; letters that the data do not have are left out, all else stays as it is."""
    table = _letters()
    small = "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", text).lower())
    plain = unicodedata.normalize("NFKD", small)
    return "".join(letter for letter in plain if letter.isascii())


@cache
def _letters() -> dict[str, str]:
    data = tomllib.loads(Path(__file__).with_name("latin.toml").read_text(encoding="utf-8"))
    letters: dict[str, str] = data["letters"]
    return letters
