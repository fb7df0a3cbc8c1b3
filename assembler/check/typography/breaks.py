"""Where a line must not break: between a number and its word, inside initials and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from assembler.check.rule import FIGURES, Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
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


class _Glue(Struct, frozen=True):
    """What stands before a space that a line must not break at, and what behind it."""

    before_number: re.Pattern[str]
    before_name: re.Pattern[str]
    after_number: re.Pattern[str]
    phrases: re.Pattern[str]
    written: dict[str, str]


_NOTHING = r"(?!)"


@cache
def _glue(tongue: Tongue) -> _Glue | None:
    words = tongue.lexicon.typography
    if not (words.glued_before_number or words.glued_after_number or words.glued_phrases):
        return None
    phrases = "|".join(map(_phrase, words.glued_phrases))
    return _Glue(
        re.compile(rf"(?<![^\W_])(?:{words.glued_before_number or _NOTHING})$"),
        re.compile(rf"(?<![^\W_])(?:{words.glued_before_name or _NOTHING})$"),
        re.compile(rf"(?:{words.glued_after_number or _NOTHING})(?!\w)"),
        re.compile(phrases or _NOTHING),
        {each.replace("\u00a0", ""): each for each in words.glued_phrases},
    )


def _phrase(words: str) -> str:
    """Its pattern. That no letter stands before is asked after the first one, as a search for a letter is fast."""
    rest = re.sub("\u00a0", "[ \u00a0]?", re.escape(words[1:]))
    return rf"{re.escape(words[0])}(?<![^\W_].){rest}"


_NUMBERS = FIGURES | frozenset("IVXL")
_AT_NUMBERS = re.compile(r" (?:(?<=[0-9] )|(?=[0-9IVXL]))")
_AT_STOPS = re.compile(r"\. (?=[^\W\d_])")


def _breaking(passage: Passage) -> Iterator[Hit]:
    glue, text, signs = _glue(passage.tongue), passage.prose.own, passage.prose.signs
    if glue is None:
        return
    places = {found.end() - 1 for found in _AT_STOPS.finditer(text)}
    if not signs.isdisjoint(_NUMBERS):
        places |= {found.start() for found in _AT_NUMBERS.finditer(text)}
    for place in sorted(places):
        if 0 < place < len(text) - 1 and _is_glued(text, place, glue):
            start, end = text.rfind(" ", 0, place) + 1, text.find(" ", place + 1)
            words = text[start : end if end > 0 else len(text)]
            yield Hit(place, place + 1, {"words": words}, "\u00a0")
    if "." in signs:
        yield from _phrases(text, glue)


def _is_glued(text: str, place: int, glue: _Glue) -> bool:
    if not 0 < place < len(text) - 1:
        return False
    before, after = text[place - 1], text[place + 1]
    reach = max(0, place - 12)
    if (after.isdigit() or after in "IVXL") and glue.before_number.search(text, reach, place):
        return True
    if before.isdigit():
        return glue.after_number.match(text, place + 1) is not None
    return after.isupper() and glue.before_name.search(text, reach, place) is not None


def _phrases(text: str, glue: _Glue) -> Iterator[Hit]:
    for found in glue.phrases.finditer(text):
        joined = glue.written[re.sub("[ \u00a0]", "", found[0])]
        if joined != found[0]:
            yield Hit(found.start(), found.end(), {"words": found[0].strip()}, joined)


_TWO_INITIALS = re.compile(r"\.([ \u00a0]?)([^\W\d_])\.[ \u00a0]?(?=([^\W\d_])[^\W\d_])")


def _initials(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    uses = (
        ("space" if found[1] else "none", passage, found.start() - 1, found.end())
        for passage in passages
        for found in _TWO_INITIALS.finditer(passage.prose.own)
        if found[2].isupper() and found[3].isupper() and _is_initial(passage.prose.own, found.start() - 1)
    )
    return minority(uses, "", _other_initials)


def _is_initial(text: str, place: int) -> bool:
    """Whether a capital stands alone there, and is no end of an abbreviation: the D of Ph.D."""
    before = text[place - 1 : place] if place > 0 else ""
    return place >= 0 and text[place].isupper() and not (before.isalnum() or before in (".", "_"))


def _other_initials(use: Use, norm: str) -> Hit:
    _, _, start, end = use
    found, usual = (NO_SPACE, SPACE) if norm == "space" else (SPACE, NO_SPACE)
    edit = (start + 2, start + 2, "\u00a0") if norm == "space" else (start + 2, start + 3, "")
    return Hit(start, end, {"found": found, "usual": usual}, edits=(edit,))


_WITHOUT_STOP = re.compile(r"\. ([^\W\d_]) ([^\W\d_])\.(?!\w)")


def _without_stop(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.text
    for found in _WITHOUT_STOP.finditer(text):
        if found[1].isupper() and found[2].isupper() and _is_initial(text, found.start() - 1):
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
        InText(_without_stop, frozenset(".")),
        "A lone capital between initials is a conjunction of the original more often than a name.",
        fires=(Example("en", ("U., O., S. I M. v. Kazakhstan",)),),
        quiet=(Example("en", ("U., O., S. and M.; Vitamin C. A. Smith",)), Example("ru", ("А. С. П. и М.",))),
    ),
)
