"""What a list item's marker looks like: the counting of `Marker.digits`, as word processors count."""

from __future__ import annotations

from assembler.language.model import Lists, Marker

CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters that count in Russian and Kazakh lists: no ё, й, ъ, ы, ь (as Word's `russianLower`)."""

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def marker(lists: Lists, *, letters: bool, level: int) -> Marker:
    """The marker of ordered lists at a nesting `level` from 0; the last one given serves all deeper levels."""
    markers = lists.letters if letters else lists.ordered
    return markers[min(level, len(markers) - 1)]


def bullet(lists: Lists, level: int) -> str:
    return lists.bullets[min(level, len(lists.bullets) - 1)]


def count(marker: Marker, n: int) -> str:
    """The marker with number `n` from 1, for example `(a)`."""
    return marker.pattern.replace("{n}", digits(marker.digits, n))


def digits(kind: str, n: int) -> str:
    """`n` from 1 in a kind of digits: `decimal`, `lower-letter`, `lower-roman`, `upper-roman`, `cyrillic-letter`."""
    match kind:
        case "lower-letter":
            return _letters("abcdefghijklmnopqrstuvwxyz", n)
        case "cyrillic-letter":
            return _letters(CYRILLIC, n)
        case "lower-roman":
            return _roman(n)
        case "upper-roman":
            return _roman(n).upper()
        case _:
            return str(n)


def _letters(alphabet: str, n: int) -> str:
    """After the last letter they double: z, aa, bb."""
    rounds, index = divmod(n - 1, len(alphabet))
    return alphabet[index] * (rounds + 1)


def _roman(n: int) -> str:
    text = ""
    for value, letters in ROMAN:
        repeat, n = divmod(n, value)
        text += letters * repeat
    return text
