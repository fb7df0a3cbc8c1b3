"""Numbers and dates that are written as data, in the form that a language gives them."""

from __future__ import annotations

import re
from datetime import date

from assembler.language.load import known, load
from assembler.language.model import Language

NUMBER = re.compile(r"(?P<sign>[-−+]?)(?P<whole>\d+)(?:\.(?P<part>\d+))?")
"""A number as data: digits, with a point before decimals, and no grouping."""


def is_number(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None


def whole_digits(text: str) -> int:
    """How many digits a number as data has before the point; 0 where the text is none."""
    found = NUMBER.fullmatch(text)
    return len(found["whole"]) if found else 0


def number(language: Language, text: str, *, group_from: int = 0) -> str:
    """`10000.5` in the language's form: «10 000,5». The text itself where it is no number as data.

    `group_from` is the least count of digits to group, if it is not to be the language's own.
    """
    found = NUMBER.fullmatch(text)
    if not found:
        return text
    form = language.numbers
    whole = found["whole"]
    if len(whole) >= (group_from or form.group_from):
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", form.group, whole)
    sign = "−" if found["sign"] in ("-", "−") else found["sign"]
    return sign + whole + (form.decimal + found["part"] if found["part"] else "")


def day(language: Language, text: str, form: str = "") -> str | None:
    """`2014-07-05` (or `2014-07`) in a form of the language: «5 июля 2014 года». In a form that the language does not
    have it is written in the usual one. None when it is no date."""
    month_only = re.fullmatch(r"\d{4}-\d{2}", text) is not None
    try:
        value = date.fromisoformat(f"{text}-01" if month_only else text)
    except ValueError:
        return None
    dates = language.dates
    names = {**dates.names, **dates.lone} if month_only else dates.names
    months = names.get(form, names[dates.default])
    pattern = dates.month if month_only else dates.day
    return pattern.format(day=value.day, month=months[value.month - 1], year=value.year)


def date_forms(language: Language) -> tuple[str, ...]:
    """The forms that dates have in a language."""
    return tuple(dict.fromkeys((*language.dates.names, *language.dates.lone)))


def is_date_form(form: str) -> bool:
    """Whether dates have a form in any language."""
    return any(form in date_forms(load(code)) for code in known())
