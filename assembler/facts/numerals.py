"""Numbers in digits: how they are grouped, where decimals begin, Roman ones; always the same value."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

SPACES = " \u00a0\u2009\u202f"
"""What stands between groups of three digits, whatever the language."""

_LONGEST = 60
"""Signs of what is worth anything; longer ones are no numbers."""
_ROMAN_LETTERS = str.maketrans("ІХ", "IX")
_ROMAN = re.compile(r"(?P<tens>X{0,3})(?P<ones>IX|IV|V?I{0,3})")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")

ROMAN = "[IVXІХ]{1,7}"
"""A Roman number below forty, also with Cyrillic letters that look like the Latin ones."""


@cache
def digits(group: str) -> re.Pattern[str]:
    """Finds numbers in digits in texts that group thousands by `group` (beside spaces): `1,204.5`, `1 204`, `4.2.1`."""
    return re.compile(
        rf"\d(?:\d{{0,2}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
        + (rf"|\d{{0,2}}(?:{re.escape(group)}\d{{3}})+(?!\d)(?:[.,]\d+)?" if group not in SPACES else "")
        + r"|\d{0,2}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})(?!\d)"
        r"|\d*(?:(?:\.\d+){2,}|[.,]\d+|))"
    )


def value(written: str, group: str) -> str:
    """What digits found by `digits(group)` are worth; a label such as `4.2.1` stays as it is.

    A comma before three zeros groups them in every language: nobody writes decimals so.
    """
    if len(written) > _LONGEST:
        return written
    if written.isdecimal():
        return str(int(written))
    plain = "".join(each for each in written if each not in SPACES)
    if re.fullmatch(r"\d{1,3},000", plain):
        return plain.replace(",", "").lstrip("0") or "0"
    for mark in (group, ",", "."):
        if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}}){{{1 if mark == group else 2},}}(?:[.,]\d+)?", plain):
            plain = plain.replace(mark, "")
    plain = plain.replace(",", ".")
    if plain.count(".") > 1:
        return plain
    return normal(Decimal(plain))


def normal(number: Decimal) -> str:
    """A number without needless zeros and exponents."""
    if number == number.to_integral_value():
        return str(int(number))
    return format(number.normalize(), "f")


def times(number: str, factor: str) -> str:
    """A number as data multiplied by another; a label stays as it is."""
    if factor == "1" or number.count(".") > 1 or len(number) > _LONGEST:
        return number
    return normal(Decimal(number) * Decimal(factor))


def roman(written: str) -> int | None:
    """What a Roman number below forty is worth; None where it is none."""
    found = _ROMAN.fullmatch(written.translate(_ROMAN_LETTERS))
    if not found or not written:
        return None
    return 10 * len(found["tens"]) + _ONES.index(found["ones"])
