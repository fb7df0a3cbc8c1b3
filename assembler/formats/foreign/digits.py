"""Counts in the digits of list formats, by the names that DOCX gives these."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
LARGEST_ROMAN = 4000
MOST_LETTERS = 9
"""How often a letter is repeated (`aaa`) where a list is longer than the alphabet."""


def printed(count: int, format: str) -> str:
    """A count in the digits of a format; decimal where the format is not known."""
    match format:
        case "lowerLetter" | "upperLetter":
            letters = _letters(count, "abcdefghijklmnopqrstuvwxyz")
        case "russianLower" | "russianUpper":
            letters = _letters(count, RUSSIAN)
        case "lowerRoman" | "upperRoman":
            letters = _roman(count)
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)
    return letters.upper() if format.startswith("upper") or format.endswith("Upper") else letters


def _letters(count: int, alphabet: str) -> str:
    if count < 1:
        return str(count)
    turns, place = divmod(count - 1, len(alphabet))
    return alphabet[place] * min(turns + 1, MOST_LETTERS)


def _roman(count: int) -> str:
    if not 0 < count < LARGEST_ROMAN:
        return str(count)
    written = ""
    for size, letters in _ROMAN:
        while count >= size:
            written += letters
            count -= size
    return written
