"""Where a line must not break: between a number and its word, inside initials and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assembler.check.rule import Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.tongue import Tongue
from assembler.check.usage import Use, minority
from assembler.findings import Kind, Phrase, Severity

NON_BREAKING = Kind(
    "non-breaking-space",
    Severity.INFO,
    "A line could break inside “{words}”.",
    "Write a space that does not break; assembler check --fix does it.",
)
INITIALS = Kind(
    "initials-spacing",
    Severity.INFO,
    "Between initials there is {found}, usual is {usual}.",
    "Write them in one way; assembler check --fix does it.",
)
INITIAL = Kind(
    "initial-without-stop",
    Severity.WARNING,
    "After the initial “{letter}” there is no stop.",
    "Is it an initial, or a word that was left untranslated?",
)
SPACE, NO_SPACE = Phrase("a space"), Phrase("no space")


@cache
def _glued(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.typography
    before_number = rf"(?<![^\W_])(?:{words.glued_before_number}) (?=\d|[IVXL]+\b)"
    before_name = rf"(?<![^\W_])(?:{words.glued_before_name}) (?=[^\W\d_a-zа-я])"
    after = rf"(?<=\d) (?:{words.glued_after_number})(?!\w)"
    parts = [
        part
        for part, given in zip(
            (before_number, before_name, after),
            (words.glued_before_number, words.glued_before_name, words.glued_after_number),
            strict=True,
        )
        if given
    ]
    parts += [re.sub("\u00a0", "[ \u00a0]?", re.escape(phrase)) for phrase in words.glued_phrases]
    return re.compile("|".join(parts)) if parts else None


def _breaking(passage: Passage) -> Iterator[Hit]:
    pattern = _glued(passage.tongue)
    if pattern is None:
        return
    phrases = _phrases(passage.tongue)
    for found in pattern.finditer(passage.prose.own):
        joined = phrases.get(re.sub("[ \u00a0]", "", found[0]), found[0].replace(" ", "\u00a0"))
        if joined != found[0]:
            yield Hit(found.start(), found.end(), {"words": found[0].strip()}, joined)


@cache
def _phrases(tongue: Tongue) -> dict[str, str]:
    return {phrase.replace("\u00a0", ""): phrase for phrase in tongue.lexicon.typography.glued_phrases}


_TWO_INITIALS = re.compile(r"(?<![\w.])([^\W\d_])\.([ \u00a0]?)([^\W\d_])\.[ \u00a0]?(?=([^\W\d_])[^\W\d_])")


def _initials(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    uses = (
        ("space" if found[2] else "none", passage, found.start(), found.end())
        for passage in passages
        for found in _TWO_INITIALS.finditer(passage.prose.own)
        if found[1].isupper() and found[3].isupper() and found[4].isupper()
    )
    return minority(uses, "", _other_initials)


def _other_initials(use: Use, norm: str) -> Hit:
    _, _, start, end = use
    found, usual = (NO_SPACE, SPACE) if norm == "space" else (SPACE, NO_SPACE)
    edit = (start + 2, start + 2, "\u00a0") if norm == "space" else (start + 2, start + 3, "")
    return Hit(start, end, {"found": found, "usual": usual}, edits=(edit,))


_WITHOUT_STOP = re.compile(r"(?<![^\W_])[^\W\d_]\. ([^\W\d_]) [^\W\d_]\.(?!\w)")


def _without_stop(passage: Passage) -> Iterator[Hit]:
    for found in _WITHOUT_STOP.finditer(passage.prose.text):
        if found[0].replace(" ", "").replace(".", "").isupper():
            yield Hit(found.start(1), found.end(1), {"letter": found[1]})


RULES = (
    Rule(
        NON_BREAKING,
        Family.TYPOGRAPHY,
        InText(_breaking),
        "A number alone at the end of a line, its word on the next one, makes readers stumble.",
        fires=(
            Example("ru", ("в 2014 г. по ст. 7", "№ 5"), fixed="в 2014\u00a0г. по ст.\u00a07"),
            Example("ru", ("и т.д., т. е. так",), fixed="и\u00a0т.\u00a0д., т.\u00a0е. так"),
            Example("kk", ("т.б. және № 5",), fixed="т.\u00a0б. және №\u00a05"),
        ),
        quiet=(
            Example("ru", ("в 2014\u00a0г. по ст.\u00a07, и\u00a0т.\u00a0д., г. по",)),
            Example("en", ("article 7",)),
        ),
        has_fix=True,
    ),
    Rule(
        INITIALS,
        Family.TYPOGRAPHY,
        Throughout(_initials),
        "With a space or without: one text does it in one way.",
        fires=(Example("ru", ("А.С. Пушкин", "М. Ю. Лермонтов, Н. В. Гоголь"), fixed="А.\u00a0С. Пушкин"),),
        quiet=(Example("ru", ("А. С. Пушкин, М. Ю. Лермонтов",)), Example("en", ("J.K. Rowling",))),
        has_fix=True,
    ),
    Rule(
        INITIAL,
        Family.TYPOGRAPHY,
        InText(_without_stop),
        "A lone capital between initials is a conjunction of the original more often than a name.",
        fires=(Example("en", ("U., O., S. I M. v. Kazakhstan",)),),
        quiet=(Example("en", ("U., O., S. and M.; Vitamin C. A. Smith",)), Example("ru", ("А. С. П. и М.",))),
    ),
)
