"""Numbers in digits with what they count: thousands and millions, per cent, money, the time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from assembler.facts.model import Fact, FactKind, Words
from assembler.facts.numerals import ROMAN, digits, roman, times, value
from assembler.facts.patterns import begins_number, blanked, cased, either

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
_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?"


class Units(Struct, frozen=True):
    """What a language writes around digits, compiled. `scale` and `unit` match after a number, their last group says
    which: `x1000`, `percent`, `USD`; `short_scale` matches where money is known already."""

    group: str
    scale: re.Pattern[str]
    short_scale: re.Pattern[str]
    unit: re.Pattern[str]
    to: re.Pattern[str]
    clock: tuple[tuple[re.Pattern[str], int], ...]


def compiled(words: Words, group: str) -> Units:
    to = f"|\\s+{cased(words.to)}\\s+" if words.to else ""
    scales = [*words.scales.items(), *words.numbers.scales.items()]
    return Units(
        group,
        _scale(scales),
        _scale([*scales, *words.money_scales.items()]),
        _unit(words.percent, words.money),
        re.compile(rf"\s*[–—‑-]\s*{to}"),
        tuple(
            (re.compile(rf"{_CLOCK}{_SPACE}{cased(each)}"), hours)
            for each, hours in ((words.afternoon, 12), (words.forenoon, 0))
            if each
        ),
    )


def _scale(scales: list[tuple[str, str]]) -> re.Pattern[str]:
    names = {factor: [pattern for other, pattern in scales if other == factor] for factor, _ in scales}
    each = [rf"(?P<x{factor}>{either(map(cased, patterns))})" for factor, patterns in names.items()]
    return re.compile(rf"{_SPACE}{either(each)}(?!\w)")


def _unit(percent: str, money: Mapping[str, str]) -> re.Pattern[str]:
    signs = {code: re.escape(sign) for sign, code in SIGNS.items()}
    names = {code: rf"{cased(name)}(?!\w)" for code, name in money.items() if name}
    currencies = [
        rf"(?P<{code}>{code}(?!\w)|{either((signs.get(code, ''), names.get(code, '')))})"
        for code in dict.fromkeys((*CODES.split("|"), *money))
    ]
    share = either(("%", rf"{cased(percent)}(?!\w)" if percent else ""))
    return re.compile(rf"(?:{_SPACE}|[-‑])(?:(?P<percent>{share})|{either(currencies)})")


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
            hour = int(found["hour"])
            if hour > 12 or not begins_number(text, found.start()):
                continue
            hour = hour % 12 + later
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


class _Quantity(Struct, frozen=True):
    """A number as written, with what stands around it: `scale` is “1” where nothing multiplies it."""

    kind: FactKind
    number: str
    scale: str
    currency: str
    start: int
    end: int

    @property
    def is_bare(self) -> bool:
        return self.kind == "number" and self.scale == "1"

    def fact(self) -> Fact:
        return Fact(self.kind, f"{self.currency} {times(self.number, self.scale)}".strip(), self.start, self.end)


def _quantity(text: str, found: re.Match[str], units: Units) -> _Quantity:
    number, start, end = value(found[0], units.group), found.start(), found.end()
    before = _BEFORE.search(text, max(0, start - 6), start)
    scale = (units.short_scale if before else units.scale).match(text, end)
    factor = str(scale.lastgroup)[1:] if scale else "1"
    end = scale.end() if scale else end
    if before:
        return _Quantity("money", number, factor, SIGNS.get(before["sign"] or "", before["code"]), before.start(), end)
    unit = units.unit.match(text, end)
    if unit is None:
        return _Quantity("number", number, factor, "", start, end)
    if unit.lastgroup == "percent":
        return _Quantity("percent", number, factor, "", start, unit.end())
    return _Quantity("money", number, factor, str(unit.lastgroup), start, unit.end())


def _ranges(text: str, found: list[_Quantity], units: Units) -> Iterator[Fact]:
    """“10–15 per cent” are ten per cent and fifteen, “50 to 150 thousand” begin at 50,000; a year is none of it."""
    following: _Quantity | None = None
    for each in reversed(found):
        joined = following and each.is_bare and units.to.fullmatch(text, each.end, following.start)
        if joined and following and not following.is_bare and not _YEAR.fullmatch(each.number):
            each = replace(each, kind=following.kind, scale=following.scale, currency=following.currency)
        yield each.fact()
        following = each
