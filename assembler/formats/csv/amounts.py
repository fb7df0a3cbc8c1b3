"""Numbers as files of data have them: `1 204,5`, `1,204.50`, `12,5 %`.

Which sign stands before decimals is the same in the whole file. It is what the table says; else what the numbers show:
a sign with other than three digits behind it, or the last of two, is decimal; one that stands twice groups. `1,204`
alone shows nothing, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

SIGNS = (".", ",")
_BLANKS = " \u00a0\u2009\u202f'’"
_FIGURE = re.compile(rf"(?P<sign>[-−–+]?)(?P<body>\d[\d.,{_BLANKS}]*?)(?P<percent>[ \u00a0\u202f]?%)?")
_BODIES = {
    decimal: re.compile(
        rf"(?P<whole>\d{{1,3}}(?P<group>[{group}{_BLANKS}])\d{{3}}(?:(?P=group)\d{{3}})*|\d+)"
        rf"(?:{re.escape(decimal)}(?P<part>\d+))?"
    )
    for decimal, group in ((".", ","), (",", "."))
}


class Shown(Struct, frozen=True):
    """What the numbers of a file show of their decimal sign: for each sign the first number, by its position, that
    shows it, and the first one that may be meant both ways."""

    by_sign: dict[str, int]
    unclear: int | None = None


def shown(texts: Iterable[str]) -> Shown:
    by_sign: dict[str, int] = {}
    unclear: int | None = None
    for position, text in enumerate(texts):
        for sign in _decimals(text):
            if sign:
                by_sign.setdefault(sign, position)
            elif unclear is None:
                unclear = position
    return Shown(by_sign, unclear)


def _decimals(text: str) -> Iterator[str]:
    """The sign before decimals that a number shows, empty where it may be one or not; nothing for what has none."""
    found = _FIGURE.fullmatch(text)
    if not found:
        return
    body = found["body"]
    there = [sign for sign in SIGNS if sign in body]
    match there:
        case [_, _]:
            yield max(SIGNS, key=body.rfind)
        case [sign] if body.count(sign) > 1:
            yield next(other for other in SIGNS if other != sign)
        case [sign]:
            whole, _, part = body.partition(sign)
            groups = len(part) == 3 and len(whole) <= 3 and whole != "0"
            yield "" if groups else sign
        case _:
            return


def as_data(text: str, decimal: str) -> str:
    """A number with a point before its decimals and no other signs, as sections write it; other texts as they are."""
    found = _FIGURE.fullmatch(text)
    body = _BODIES[decimal].fullmatch(found["body"]) if found else None
    if found is None or body is None:
        return text
    sign = "-" if found["sign"] in ("-", "−", "–") else found["sign"]
    whole = re.sub(r"\D", "", body["whole"])
    return f"{sign}{whole}{'.' + body['part'] if body['part'] else ''}{' %' if found['percent'] else ''}"
