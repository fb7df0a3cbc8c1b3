"""Numbers in tables: in the form of the edition's language, and units under units.

What stands alone in a body cell of a right-aligned column, as data (`1204.5`, `12.5 %`), is printed by the language's
rules. The numbers of one column are grouped alike; a column of nothing but years is left. Where the numbers of a column
differ in their decimals, each says what it lacks, so that a writer can leave that room free behind it.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.model import Cell, NoteMark, Table, Text, Words
from assembler.language import numbers
from assembler.language.model import Language

_SHARE = re.compile(r"(?P<number>[^%]*?)[ \u00a0\u202f]?%")
_NOTHING = frozenset({"-", "–", "—", "−"})
"""What stands where there is no number; it keeps to the units of the others."""

YEARS = range(1900, 2100)
"""A column in which all numbers are such ones holds years, not amounts."""


class _Amount(Struct, frozen=True):
    """A number as data, and whether it is one of per cent."""

    number: str
    share: bool

    @property
    def decimals(self) -> int:
        return len(self.number.partition(".")[2])


def amounts(table: Table[Words], language: Language) -> Table[Words]:
    """The table with the numbers of its right-aligned columns in the language's form. Header rows are left: a year
    there is a name."""
    right = [position for position, column in enumerate(table.columns) if column.align == "right"]
    if not right:
        return table
    body = [list(row.cells) for row in table.body]
    for position in right:
        _set(body, position, language)
    rows = tuple(replace(row, cells=tuple(cells)) for row, cells in zip(table.body, body, strict=True))
    return replace(table, rows=(*table.heads[1:], *rows))


def _set(body: list[list[Cell[Words]]], position: int, language: Language) -> None:
    """One column set in place."""
    found = {
        n: amount
        for n, cells in enumerate(body)
        if position < len(cells) and (amount := _amount(cells[position])) is not None
    }
    if not found or _are_years(list(found.values())):
        return
    longest = max(numbers.whole_digits(each.number) for each in found.values())
    usual = language.numbers.group_from
    group_from = min(4, usual) if longest >= usual else usual
    shares = {each.share for each in found.values()}
    places = 0 if True in shares else max(each.decimals for each in found.values())
    lacking = language.numbers.percent.format(n="") if shares == {True} else _pad(0, places, language)
    for n, cells in enumerate(body):
        if n in found:
            cells[position] = _written(cells[position], found[n], group_from, places, language)
        elif position < len(cells) and _says_nothing(cells[position]):
            cells[position] = replace(cells[position], pad=lacking)


def _amount(cell: Cell[Words]) -> _Amount | None:
    """The number that is all of the cell but for marks of notes, if it is one as data."""
    match cell.words.content:
        case (Text(text=text), *marks) if all(isinstance(each, NoteMark) for each in marks):
            share = _SHARE.fullmatch(text)
            number = share["number"] if share else text
            return _Amount(number, share is not None) if numbers.is_number(number) else None
        case _:
            return None


def _are_years(found: list[_Amount]) -> bool:
    return all(len(each.number) == 4 and each.number.isdecimal() and int(each.number) in YEARS for each in found)


def _written(cell: Cell[Words], amount: _Amount, group_from: int, places: int, language: Language) -> Cell[Words]:
    text = numbers.number(language, amount.number, group_from=group_from)
    if amount.share:
        text = language.numbers.percent.format(n=text)
    content = (Text(text), *cell.words.content[1:])
    return replace(cell, words=replace(cell.words, content=content), pad=_pad(amount.decimals, places, language))


def _pad(decimals: int, places: int, language: Language) -> str:
    """The decimal places that a number lacks, as zeros."""
    if decimals >= places:
        return ""
    return ("" if decimals else language.numbers.decimal) + "0" * (places - decimals)


def _says_nothing(cell: Cell[Words]) -> bool:
    match cell.words.content:
        case (Text(text=text),):
            return text in _NOTHING
        case _:
            return False
