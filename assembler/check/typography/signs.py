"""Signs beside numbers: the number sign, the percent sign, the decimal sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assembler.check.prose import Prose
from assembler.check.rule import FIGURES, Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.tongue import Tongue
from assembler.check.usage import Use, minority
from assembler.findings import Kind, Phrase, Severity

NUMBER_SIGN = Kind(
    "number-sign",
    Severity.WARNING,
    "“{found}” stands for “{wanted}”.",
    "Write “{wanted}”; before a number, assembler check --fix does it.",
)
NUMBER_SIGN_SPACE = Kind(
    "number-sign-spacing",
    Severity.INFO,
    "After “{sign}” there is {found}, usual is {usual}.",
    "Write it in one way; assembler check --fix does it.",
)
PERCENT = Kind(
    "percent-spacing",
    Severity.INFO,
    "Before “%” there is {found}, usual is {usual}.",
    "Write it in one way; assembler check --fix does it.",
)
DECIMAL = Kind(
    "decimal-sign",
    Severity.WARNING,
    "“{number}” has the decimal sign of another language.",
    "Write “{wanted}”; assembler check --fix does it.",
)
GROUPING = Kind(
    "number-grouping",
    Severity.WARNING,
    "“{number}” is not grouped as the language does it.",
    "Write “{wanted}”; assembler check --fix does it.",
)
QUANTITY = Kind(
    "foreign-quantity",
    Severity.WARNING,
    "“{found}” is not how the language shortens it.",
    "Write the word out, or as the language shortens it.",
)
SPACE, NO_SPACE = Phrase("a space"), Phrase("no space")
_SPACES = " \u00a0\u202f"


_MAY_BE_SIGN = re.compile(r"[№#N](?:(?<=№)|[\s\d]|[or°.])")


@cache
def _wrong_sign(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography
    return re.compile(rf"(?<![^\W_])(?:{words.number_signs})") if words.number_signs and words.number_sign else None


def _number_signs(passage: Passage) -> Iterator[Hit]:
    pattern, text = _wrong_sign(passage.tongue), passage.prose.own
    if pattern is None or not _MAY_BE_SIGN.search(text):
        return
    wanted = passage.tongue.lexicon.typography.number_sign
    for found in pattern.finditer(text):
        before_number = text[found.end() : found.end() + 2].lstrip(_SPACES)[:1].isdigit()
        sign = found[0].rstrip(_SPACES)
        values = {"found": sign, "wanted": wanted}
        yield Hit(found.start(), found.start() + len(sign), values, wanted if before_number else None)


@cache
def _sign(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography
    return (
        re.compile(rf"(?<![^\W_])({words.number_signs_plain})([{_SPACES}]*)(?=\d)")
        if words.number_signs_plain
        else None
    )


def _sign_spaces(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    pattern = _sign(passages[0].tongue) if passages else None
    if pattern is None:
        return
    wanted = passages[0].tongue.lexicon.typography.number_sign_space
    sign = passages[0].tongue.lexicon.typography.number_sign.rstrip(".")
    uses = [
        ("space" if found[2] else "none", passage, found.start(), found.end())
        for passage in passages
        if sign in passage.prose.own
        for found in pattern.finditer(passage.prose.own)
    ]
    if wanted is not None:
        norm = "space" if wanted else "none"
        yield from (Elsewhere(use[1], _other_space(use, norm)) for use in uses if use[0] != norm)
    else:
        yield from minority(uses, "", _other_space)


def _other_space(use: Use, norm: str) -> Hit:
    _, passage, start, end = use
    text = passage.prose.own[start:end]
    sign = text.rstrip(_SPACES)
    found, usual = (NO_SPACE, SPACE) if norm == "space" else (SPACE, NO_SPACE)
    edit = (start + len(sign), end, "\u00a0" if norm == "space" else "")
    return Hit(start, end, {"sign": sign, "found": found, "usual": usual}, edits=(edit,))


_PERCENT = re.compile(rf"(?<=\d)([{_SPACES}]*)%")


def _percents(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    uses = (
        ("space" if found[1] else "none", passage, found.start(), found.end())
        for passage in passages
        if "%" in passage.prose.own
        for found in _PERCENT.finditer(passage.prose.own)
    )
    return minority(uses, "", _other_percent)


def _other_percent(use: Use, norm: str) -> Hit:
    _, _, start, end = use
    found, usual = (NO_SPACE, SPACE) if norm == "space" else (SPACE, NO_SPACE)
    return Hit(
        start - 1, end, {"found": found, "usual": usual}, edits=((start, end - 1, "\u00a0" if norm == "space" else ""),)
    )


@cache
def _wrong_decimal(tongue: Tongue) -> re.Pattern[str] | None:
    words, own = tongue.lexicon.typography.quantities, tongue.language.numbers.decimal
    other = "," if own == "." else "."
    after = rf"(?=[{_SPACES}]?(?:%|(?:{words})(?!\w)))"
    return re.compile(rf"[0-9]+({re.escape(other)})\d{{1,2}}(?!\d){after}") if words else None


def _is_part(prose: Prose, start: int, end: int) -> bool:
    """Whether what was found belongs to a longer number or symbol, or to one that the edition writes."""
    generated = any(each.start <= start < each.end for each in prose.ranges if each.kind in ("number", "date"))
    return generated or prose.own[start - 1 : start] in tuple("0123456789.,/") or prose.own[end : end + 1].isdigit()


def _decimals(passage: Passage) -> Iterator[Hit]:
    pattern = _wrong_decimal(passage.tongue)
    if pattern is None:
        return
    own = passage.tongue.language.numbers.decimal
    for found in pattern.finditer(passage.prose.own):
        if _is_part(passage.prose, found.start(), found.end()):
            continue
        wanted = found[0].replace(found[1], own)
        yield Hit(found.start(), found.end(), {"number": found[0], "wanted": wanted}, wanted)


_GROUPED = re.compile(rf"[1-9]\d{{0,2}}(?:([,.{_SPACES}’'])\d{{3}})(?:\1\d{{3}})*(?![\w/-]|[.,]\d)")


_NO_QUANTITY = re.compile(r"[\w№-]$|[№\d][ \u00a0]$")


def _groupings(passage: Passage) -> Iterator[Hit]:
    """A point or comma alone may be a decimal one: that is passed over."""
    form = passage.tongue.language.numbers
    for found in _GROUPED.finditer(passage.prose.own):
        before = passage.prose.own[max(0, found.start() - 2) : found.start()]
        if _is_part(passage.prose, found.start(), found.end()) or _NO_QUANTITY.search(before):
            continue
        sign, number = found[1], found[0]
        groups = number.count(sign)
        if sign == form.group or (sign in _SPACES and form.group in _SPACES):
            continue
        if (sign == "." or sign == form.decimal) and groups < 2:
            continue
        wanted = number.replace(sign, form.group)
        yield Hit(found.start(), found.end(), {"number": number, "wanted": wanted}, wanted)


@cache
def _quantity(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography.quantities_foreign
    return re.compile(rf"[0-9][{_SPACES}]?({words})(?![^\W_])") if words else None


def _quantities(passage: Passage) -> Iterator[Hit]:
    pattern = _quantity(passage.tongue)
    if pattern is not None:
        for found in pattern.finditer(passage.prose.own):
            yield Hit(found.start(1), found.end(1), {"found": found[1]})


RULES = (
    Rule(
        QUANTITY,
        Family.TYPOGRAPHY,
        InText(_quantities, FIGURES),
        "Million and thousand are shortened in one way in each language, and in some not at all.",
        fires=(Example("en", ("40 mil. tenge", "3 mln people")), Example("ru", ("40 mln тенге",))),
        quiet=(Example("en", ("40 million tenge, 5 miles",)), Example("ru", ("40 млн тенге",))),
    ),
    Rule(
        NUMBER_SIGN,
        Family.TYPOGRAPHY,
        InText(_number_signs, frozenset("№#N")),
        "Each language has its own sign for “number”; another one is left over from the original.",
        fires=(
            Example("en", ("Law №2464 and № 226-V",), fixed="Law No.2464 and No. 226-V"),
            Example("en", ("Opinion-Nr.: GEN",)),
            Example("ru", ("приказ N 91 и No. 5",), fixed="приказ № 91 и № 5"),
            Example("kk", ("No 416 қаулы",), fixed="№ 416 қаулы"),
        ),
        quiet=(
            Example("en", ("Law No. 2464; there were no 5 of them", "[№ 5]{lang=ru}")),
            Example("ru", ("приказ №\u00a091, витамин N, категория N1",)),
        ),
        has_fix=True,
    ),
    Rule(
        NUMBER_SIGN_SPACE,
        Family.TYPOGRAPHY,
        Throughout(_sign_spaces),
        "With a space or without: one text does it in one way.",
        fires=(
            Example("en", ("No. 7, No.8 and No.9, No.10",), fixed="No.7, No.8 and No.9, No.10"),
            Example("ru", ("закон №5",), fixed="закон №\u00a05"),
        ),
        quiet=(Example("en", ("No. 7 and No.8",)), Example("ru", ("закон № 5",)), Example("kk", ("№82, №83",))),
        has_fix=True,
    ),
    Rule(
        PERCENT,
        Family.TYPOGRAPHY,
        Throughout(_percents),
        "With a space or without: one text does it in one way.",
        fires=(
            Example("en", ("1.2 % and 0.8%, 0.4%",), fixed="1.2% and 0.8%, 0.4%"),
            Example("ru", ("12,5%", "3 %, 4 %"), fixed="12,5\u00a0%"),
        ),
        quiet=(Example("en", ("0.8% and 0.4%",)), Example("ru", ("12,5%",))),
        has_fix=True,
    ),
    Rule(
        DECIMAL,
        Family.TYPOGRAPHY,
        InText(_decimals, FIGURES),
        "A comma for a point turns two and a half into two numbers.",
        fires=(
            Example("en", ("2,5 per cent",), fixed="2.5 per cent"),
            Example("ru", ("2.5 % и 3.1 млн",), fixed="2,5 % и 3,1 млн"),
            Example("kk", ("2.5 пайыз",), fixed="2,5 пайыз"),
        ),
        quiet=(Example("en", ("2.5 per cent, 1,204 people",)), Example("ru", ("2,5 %, пункт 2.5 закона, 04.05.2014",))),
        has_fix=True,
    ),
    Rule(
        GROUPING,
        Family.TYPOGRAPHY,
        InText(_groupings, FIGURES),
        "1,204 is more than a thousand in one language and little more than one in another.",
        fires=(
            Example("en", ("10.000.000 people",), fixed="10,000,000 people"),
            Example("en", ("above 30 000 visitors",), fixed="above 30,000 visitors"),
            Example("ru", ("1,204,500 человек",), fixed="1\u00a0204\u00a0500 человек"),
        ),
        quiet=(
            Example("en", ("10,000 people, 1.204 and in 2014 500 people",)),
            Example("ru", ("10 000 человек, 1,204 и 04.05.2014, ст. 1.204.3",)),
        ),
        has_fix=True,
    ),
)
