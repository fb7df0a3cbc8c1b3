"""Stops that stand twice, and the three that are one sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assembler.check.prose import NOTE
from assembler.check.rule import Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.tongue import Tongue
from assembler.check.usage import Use, minority
from assembler.findings import Kind, Severity

DOUBLE = Kind(
    "double-punctuation",
    Severity.WARNING,
    "“{signs}”: one of these marks is too many.",
    "Leave the one that is meant.",
)
ELLIPSIS = Kind(
    "ellipsis",
    Severity.INFO,
    "The ellipsis is “{found}” here and “{usual}” elsewhere.",
    "Write it in one way; assembler check --fix does it.",
)
_DOUBLE = re.compile(
    rf"(?<![.…?!])(?<!\.\s)\.\s?\.(?!\s?[.…/])|,\s?[,.;:]|(?<=[^\W\d_])\.[,;:](?!\w)|[;:]\s?[,.;](?!\))|[?!]\.(?!\.)"
    rf"|[.,;][”»\"][.,;]|[.,;:]{NOTE}+\s?[.,;:]"
)


_TWO = re.compile(rf"[.,;:?!](?=\s?[.,;:]|[{NOTE}”»\"][\s{NOTE}]*[.,;:])")
"""The quick way to know whether there is anything to look at."""


def _double(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    if not _TWO.search(text):
        return
    for found in _DOUBLE.finditer(text):
        signs = found[0].replace(NOTE, "")
        if signs[0] == "." and _is_abbreviated(text, found.start(), passage.tongue) and signs not in ("..", ". ."):
            continue
        yield Hit(
            found.start(), found.end(), {"signs": signs}, signs[0] if signs in _SAME and NOTE not in found[0] else None
        )


_SAME = ("..", ". .", ",,", ", ,", ";;", "::")


def _is_abbreviated(text: str, stop: int, tongue: Tongue) -> bool:
    """Whether the stop belongs to an abbreviation: one that is known, or a word that is too short for another."""
    word = text[max(0, stop - 25) : stop]
    last = re.search(r"[^\s(“«\"]*$", word)
    if last is None or len(last[0].rsplit(".")[-1]) < 4 or last[0][:1].isupper() or "." in last[0]:
        return True
    pattern = _abbreviations(tongue)
    return bool(pattern and pattern.search(word))


@cache
def _abbreviations(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography.abbreviations
    return re.compile(rf"(?<!\w)(?:{words})$") if words else None


_ELLIPSIS = re.compile(r"(?<![./])\.\.\.(?![./])|…")


def _ellipses(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    uses = (
        (found[0], passage, found.start(), found.end())
        for passage in passages
        if "..." in passage.prose.own or "…" in passage.prose.own
        for found in _ELLIPSIS.finditer(passage.prose.own)
    )
    return minority(uses, "", _other_ellipsis)


def _other_ellipsis(use: Use, norm: str) -> Hit:
    form, _, start, end = use
    return Hit(start, end, {"found": form, "usual": norm}, norm)


RULES = (
    Rule(
        DOUBLE,
        Family.TYPOGRAPHY,
        InText(_double),
        "A second stop is what remains of a sentence that was cut or joined.",
        fires=(
            Example("en", ("by such bodies.. It",), fixed="by such bodies. It"),
            Example("en", ("in some cases. . Thus",), fixed="in some cases. Thus"),
            Example("en", ("a court verdict., but compulsory", "as he said.[^1].", "the “state”.,")),
            Example("ru", ("решение суда,, однако",), fixed="решение суда, однако"),
            Example("kk", ("сот шешімі;. Алайда",)),
        ),
        quiet=(
            Example(
                "en",
                (
                    "e.g., as in Doe et al., and others etc.; wait ... and no… Yes?! v. Kazakhstan (No. 2).",
                    "Jan., Inc., Co.,",
                    "He left . . . and. . . the rest . . . .",
                ),
            ),
            Example("ru", ("и др., и т. д.; г., руб., …", "«Кто?..»")),
        ),
        has_fix=True,
    ),
    Rule(
        ELLIPSIS,
        Family.TYPOGRAPHY,
        Throughout(_ellipses),
        "One sign or three stops: a text has the one or the other.",
        fires=(Example("en", ("and so on...", "first… then… and…"), fixed="and so on…"),),
        quiet=(Example("en", ("first… then…",)), Example("ru", ("и... или...",))),
        has_fix=True,
    ),
)
