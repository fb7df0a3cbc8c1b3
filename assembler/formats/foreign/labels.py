"""Numbers and markers before paragraphs: what the numbering of a word processor gives, and what people type.

Both are the same value, so that lists and numbered paragraphs are made of both in one way.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from msgspec import Struct

Style: TypeAlias = Literal["bullet", "Decimal", "LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman"]
Delimiter: TypeAlias = Literal["Period", "OneParen", "TwoParens"]

YEARS = range(1900, 2100)


class Label(Struct, frozen=True, gc=False, kw_only=True):
    """What stands before a paragraph. `value` counts in the run of numbers `series`, `level` is its depth there from
    0. `text` is what is printed, `parts` the numbers of all levels where it prints several (`2.1.` has two)."""

    style: Style
    delimiter: Delimiter = "Period"
    value: int = 1
    level: int = 0
    series: str = ""
    text: str = ""
    parts: int = 1
    typed: bool = False


_TYPED = re.compile(
    r"""(?P<open>\(?)
    (?: (?P<number>\d{1,4}(?:\.\d{1,3}){0,5}) | (?P<letter>[^\W\d_]) | (?P<roman>[ivxIVX]{2,6}) )
    (?P<close>\.\)|[.)])(?P<blank>[\s\u00a0]+)(?=\S)""",
    re.VERBOSE,
)
_MULTIPLE = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,5})(?P<close>\.?)(?P<blank>[\s\u00a0]+)(?=\S)")
_BULLET = re.compile(r"(?P<marker>[•◦▪■●○–—−·-])(?P<blank>[\s\u00a0]+)(?=\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def typed_label(words: str) -> tuple[Label, str] | None:
    """The label that `words` begin with, and the words behind it; None where they begin with none.

    A dash may begin a speech or a list; whether a bullet is meant is seen from its neighbours, by who asks.
    """
    if found := _TYPED.match(words):
        return _of_match(found), words[found.end() :]
    if found := _MULTIPLE.match(words):
        numbers = found["number"].split(".")
        label = Label(
            style="Decimal", value=int(numbers[-1]), text=found[0].strip(), parts=len(numbers), typed=True,
            level=len(numbers) - 1, series="typed",
        )  # fmt: skip
        return label, words[found.end() :]
    if found := _BULLET.match(words):
        return Label(style="bullet", text=found["marker"], typed=True, series="typed"), words[found.end() :]
    return None


def _of_match(found: re.Match[str]) -> Label:
    delimiter: Delimiter = "TwoParens" if found["open"] else "OneParen" if ")" in found["close"] else "Period"
    printed = found[0].strip()
    if found["number"]:
        numbers = found["number"].split(".")
        return Label(
            style="Decimal", delimiter=delimiter, value=int(numbers[-1]), level=len(numbers) - 1, text=printed,
            parts=len(numbers), typed=True, series="typed",
        )  # fmt: skip
    letters = found["letter"] or found["roman"]
    upper = letters.isupper()
    if found["roman"] or letters in "ivxIVX":
        return Label(
            style="UpperRoman" if upper else "LowerRoman", delimiter=delimiter, value=roman(letters), text=printed,
            typed=True, series="typed",
        )  # fmt: skip
    return Label(
        style="UpperAlpha" if upper else "LowerAlpha", delimiter=delimiter, value=place(letters), text=printed,
        typed=True, series="typed",
    )  # fmt: skip


def roman(letters: str) -> int:
    """The value of a Roman numeral of the letters i, v and x."""
    values = [_ROMAN[letter] for letter in letters.lower()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def place(letter: str) -> int:
    """The place of a letter in its alphabet; Cyrillic lists leave out ё, й, ъ and what follows it."""
    small = letter.lower()
    if "a" <= small <= "z":
        return ord(small) - ord("a") + 1
    counted = "абвгдежзиклмнопрстуфхцчшщэюя"
    return counted.find(small) + 1 or 1


def is_year(label: Label) -> bool:
    return label.typed and label.value in YEARS
