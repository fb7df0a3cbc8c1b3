"""Hyphens that endings need: after a number that counts something, after an abbreviation; and where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assembler.check.rule import FIGURES, Example, Family, Hit, InText, Passage, Rule
from assembler.check.tongue import Tongue
from assembler.findings import Kind, Severity

ORDINAL = Kind(
    "ordinal-without-hyphen",
    Severity.WARNING,
    "In “{found}” no hyphen joins the number to its word.",
    "Write “{wanted}”, unless it says how many there are.",
)
ROMAN = Kind(
    "roman-ordinal-with-hyphen",
    Severity.WARNING,
    "In “{found}” a hyphen stands after a Roman numeral.",
    "Write “{wanted}”; assembler check --fix does it.",
)
ABBREVIATION = Kind(
    "ending-without-hyphen",
    Severity.WARNING,
    "In “{found}” the ending has no hyphen.",
    "Write “{wanted}”; assembler check --fix does it.",
)


@cache
def _ordinal(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography.ordinal_nouns
    return re.compile(rf"[0-9]+([ \u00a0]?|[ \u00a0]+-[ \u00a0]*|-[ \u00a0]+)(?:{words})(?!\w)") if words else None


def _ordinals(passage: Passage) -> Iterator[Hit]:
    pattern = _ordinal(passage.tongue)
    if pattern is None:
        return
    for found in pattern.finditer(passage.prose.own):
        if passage.prose.own[found.start() - 1 : found.start()].isalnum():
            continue
        start, end = found.span(1)
        wanted = f"{found[0][: start - found.start()]}-{found[0][end - found.start() :]}"
        yield Hit(found.start(), found.end(), {"found": found[0], "wanted": wanted})


@cache
def _roman(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography.roman_nouns
    return re.compile(rf"[IVXLC]+(-)(?:{words})(?!\w)") if words else None


def _romans(passage: Passage) -> Iterator[Hit]:
    pattern = _roman(passage.tongue)
    if pattern is None:
        return
    for found in pattern.finditer(passage.prose.own):
        wanted = found[0].replace("-", "\u00a0", 1)
        edit = (*found.span(1), "\u00a0")
        yield Hit(found.start(), found.end(), {"found": found[0], "wanted": wanted}, edits=(edit,))


@cache
def _ending(tongue: Tongue) -> re.Pattern[str] | None:
    endings, letters = tongue.lexicon.typography.endings, tongue.language.alphabet.upper()
    return re.compile(rf"[{letters}]{{2,}}((?:{endings})(?![^\W_]))") if endings else None


def _endings(passage: Passage) -> Iterator[Hit]:
    pattern, text = _ending(passage.tongue), passage.prose.own
    if pattern is None:
        return
    for found in pattern.finditer(text):
        if not text[found.start() - 1 : found.start()].isalnum():
            place = found.start(1)
            wanted = f"{text[found.start() : place]}-{found[1]}"
            yield Hit(found.start(), found.end(), {"found": found[0], "wanted": wanted}, edits=((place, place, "-"),))


RULES = (
    Rule(
        ORDINAL,
        Family.TYPOGRAPHY,
        InText(_ordinals, FIGURES),
        "In Kazakh the hyphen stands for the ending that makes an ordinal of a number.",
        fires=(Example("kk", ("Пактінің 9 бабының 3 тармағына сәйкес", "17бап", "17 - бап")),),
        quiet=(
            Example("kk", ("Пактінің 9-бабының 3-тармағына сәйкес, 8 наурыз, 12 адам",)),
            Example("en", ("9 articles",)),
        ),
    ),
    Rule(
        ROMAN,
        Family.TYPOGRAPHY,
        InText(_romans, frozenset("-")),
        "A Roman numeral is an ordinal already.",
        fires=(Example("kk", ("XX-ғасырдың басы",), fixed="XX\u00a0ғасырдың басы"),),
        quiet=(Example("kk", ("XX ғасырдың басы, 5-том",)), Example("ru", ("XX-летие",))),
        has_fix=True,
    ),
    Rule(
        ABBREVIATION,
        Family.TYPOGRAPHY,
        InText(_endings),
        "With the ending written on, a reader has to guess where the abbreviation ends.",
        fires=(Example("kk", ("БҰҰның қарары, ҚРға",), fixed="БҰҰ-ның қарары, ҚР-ға"),),
        quiet=(Example("kk", ("БҰҰ-ның қарары, БАҚ, ЖШС",)), Example("ru", ("ООН, СМИ, МВДешник",))),
        has_fix=True,
    ),
)
