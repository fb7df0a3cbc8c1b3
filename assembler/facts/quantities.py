"""Numbers in digits with what they count: thousands and millions, per cent, money, the time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assembler.facts.model import Fact, FactKind, Words
from assembler.facts.numerals import ROMAN, digits, roman, times, value
from assembler.facts.patterns import blanked, cased, either

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₸": "KZT", "¥": "JPY", "₴": "UAH", "₹": "INR", "₺": "TRY"}
"""Signs of currencies, the same in all languages."""
CODES = "USD|EUR|GBP|RUB|KZT|CHF|KGS|UZS|CNY|JPY|UAH|TRY|TJS|TMT|AZN|GEL|BYN|PLN|SEK|NOK|CAD|AUD|INR"

_SPACE = r"[\s\u00a0\u202f\u2009]?"
_BEFORE = re.compile(
    rf"(?:(?:US|U\.S\.|AU|CA|A|C)?(?P<sign>[{re.escape(''.join(SIGNS))}])|(?<!\w)(?P<code>{CODES})){_SPACE}$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FRACTION = re.compile(r"(?<![\w./])\d{1,4}/\d{1,4}(?![\w/])")
_ROMAN = re.compile(rf"{ROMAN}(?!\w)")
_CLOCK = r"(?<![\w.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?"


class Units(Struct, frozen=True):
    """What a language writes around digits, compiled."""

    group: str
    scales: tuple[tuple[re.Pattern[str], str], ...]
    money_scales: tuple[tuple[re.Pattern[str], str], ...]
    percent: re.Pattern[str]
    money: tuple[tuple[re.Pattern[str], str], ...]
    to: re.Pattern[str]
    clock: tuple[tuple[re.Pattern[str], int], ...]


def compiled(words: Words, group: str) -> Units:
    def after(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"{_SPACE}{cased(pattern)}(?!\w)")

    to = f"|\\s+{cased(words.to)}\\s+" if words.to else ""
    signs = {code: sign for sign, code in SIGNS.items()}
    money = {**dict.fromkeys(CODES.split("|"), ""), **words.money}
    return Units(
        group,
        tuple((after(each), factor) for factor, each in (*words.scales.items(), *words.numbers.scales.items())),
        tuple((after(each), factor) for factor, each in words.money_scales.items()),
        re.compile(rf"(?:{_SPACE}|[-‑])(?:%|{either([cased(words.percent)] if words.percent else [])}(?!\w))"),
        tuple((_currency(code, signs.get(code, ""), name), code) for code, name in money.items()),
        re.compile(rf"\s*[–—‑-]\s*{to}"),
        tuple(
            (re.compile(rf"{_CLOCK}{_SPACE}{cased(each)}"), hours)
            for each, hours in ((words.afternoon, 12), (words.forenoon, 0))
            if each
        ),
    )


def _currency(code: str, sign: str, name: str) -> re.Pattern[str]:
    parts = [f"{code}(?!\\w)", re.escape(sign), f"{cased(name)}(?!\\w)" if name else ""]
    return re.compile(_SPACE + either(parts))


def quantities(text: str, units: Units) -> list[Fact]:
    """Every number in digits that nothing else has taken, in order."""
    taken = list(_times(text, units))
    text = hidden(text, taken)
    taken += _labels(text)
    text = hidden(text, taken)
    found = [_quantity(text, each, units) for each in digits(units.group).finditer(text)]
    return sorted((*taken, *_ranges(text, found, units)), key=lambda fact: fact.start)


def hidden(text: str, facts: list[Fact]) -> str:
    """The text with facts blanked, so that nobody sees them twice; places stay."""
    for each in facts:
        text = blanked(text, each.start, each.end)
    return text


def _times(text: str, units: Units) -> Iterator[Fact]:
    for pattern, later in units.clock:
        for found in pattern.finditer(text):
            hour = int(found["hour"]) % 12 + later
            yield Fact("number", f"{hour}:{found['minute'] or '00'}", found.start(), found.end())


def _labels(text: str) -> Iterator[Fact]:
    if ":" in text:
        for found in re.finditer(r"(?<![\d:.,])(\d{1,2}):(\d{2})(?![\d:])", text):
            yield Fact("number", f"{int(found[1])}:{found[2]}", found.start(), found.end())
    if "/" in text:
        for found in _FRACTION.finditer(text):
            yield Fact("number", found[0], found.start(), found.end())


def romans(text: str) -> Iterator[Fact]:
    """Roman numbers of two letters or more."""
    for found in _ROMAN.finditer(text):
        alone = found.start() == 0 or not (text[found.start() - 1].isalnum() or text[found.start() - 1] == ".")
        if len(found[0]) > 1 and alone and (worth := roman(found[0])) is not None:
            yield Fact("number", str(worth), found.start(), found.end())


def _quantity(text: str, found: re.Match[str], units: Units) -> Fact:
    number, end = value(found[0], units.group), found.end()
    before = _BEFORE.search(text, max(0, found.start() - 6), found.start())
    for pattern, factor in (*units.scales, *(units.money_scales if before else ())):
        if scale := pattern.match(text, end):
            number, end = times(number, factor), scale.end()
            break
    if before:
        return Fact("money", f"{SIGNS.get(before['sign'] or '', before['code'])} {number}", before.start(), end)
    kind, unit, end = _unit(text, end, units)
    return Fact(kind, f"{unit} {number}" if unit else number, found.start(), end)


def _unit(text: str, end: int, units: Units) -> tuple[FactKind, str, int]:
    if percent := units.percent.match(text, end):
        return "percent", "", percent.end()
    for pattern, code in units.money:
        if money := pattern.match(text, end):
            return "money", code, money.end()
    return "number", "", end


def _ranges(text: str, found: list[Fact], units: Units) -> list[Fact]:
    """“10–15 per cent” are ten per cent and fifteen; “in 2013 and 15 per cent” are not."""
    result = list(found)
    for place in range(len(result) - 2, -1, -1):
        first, second = result[place], result[place + 1]
        if (
            first.kind == "number"
            and second.kind in ("percent", "money")
            and units.to.fullmatch(text, first.end, second.start)
            and not _YEAR.fullmatch(first.value)
        ):
            currency = second.value.rpartition(" ")[0]
            result[place] = replace(first, kind=second.kind, value=f"{currency} {first.value}".strip())
    return result
