"""How a text ends: with the stop that its source has.

Languages differ in what they put between the parts of a list and before a quotation, and one asks where another says
that somebody asked; so a colon is like a stop or like nothing, a comma is not held against a semicolon or against
“and”, and a question may become a statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from assembler.check.prose import NOTE
from assembler.check.rule import Beside, Example, Family, Hit, Passage, Rule
from assembler.findings import Kind, Phrase, Severity, phrase

ENDING = Kind(
    "final-punctuation-differs",
    Severity.WARNING,
    "The text ends with {here}, its source with {there}.",
    "End it as the source does.",
)


class Ending(Enum):
    STOP = ".!…"
    QUESTION = "?"
    PAUSE = ",;"
    OPEN = ":—–-"
    NOTHING = ""


_BY_SIGN = {sign: each for each in Ending for sign in each.value}
_AFTER_STOP = " \n\u00a0\"'“”„«»‘’*" + NOTE
_SAID = {
    Ending.STOP: phrase("a full stop"),
    Ending.QUESTION: phrase("a question mark"),
    Ending.PAUSE: phrase("a comma or semicolon"),
    Ending.OPEN: phrase("a colon or dash"),
    Ending.NOTHING: phrase("no stop"),
}
_UNLIKE = (
    {Ending.STOP, Ending.NOTHING},
    {Ending.STOP, Ending.PAUSE},
)


def _look(translation: Passage, source: Passage) -> Iterator[Hit]:
    here, there = _ending(translation), _ending(source)
    if {here, there} in _UNLIKE or (there is Ending.QUESTION and here is Ending.NOTHING and _asks(source, translation)):
        end = len(translation.prose.text)
        yield Hit(max(0, end - 1), end, {"here": _said(here), "there": _said(there)})


def _said(ending: Ending) -> Phrase:
    return _SAID[ending]


def _ending(passage: Passage) -> Ending:
    """How the text ends, but for quotation marks and notes. An abbreviation ends nothing."""
    text = passage.prose.text.rstrip(_AFTER_STOP)
    if text.startswith("(") and text.endswith(")"):
        text = text[:-1].rstrip(_AFTER_STOP)
    last = text[-1:]
    if last == "." and _last_word(text) in passage.tongue.lexicon.structure.abbreviations:
        return Ending.OPEN
    return _BY_SIGN.get(last, Ending.NOTHING)


def _last_word(text: str) -> str:
    return text.rstrip(".").rpartition(" ")[2].rpartition("\u00a0")[2].lower().lstrip("(")


def _asks(source: Passage, translation: Passage) -> bool:
    """Whether a question of the source is not asked in the translation: «Кім?» деді ол asks, and ends otherwise."""
    return "?" in source.prose.text and "?" not in translation.prose.text


RULES = (
    Rule(
        ENDING,
        Family.STRUCTURE,
        Beside(_look),
        "A stop that is missing shows that words may be missing before it; one too many makes a heading a sentence.",
        fires=(
            Example("en", ("The court refused",), source="Суд отказал.", source_language="ru"),
            Example("kk", ("17-бап.",), source="Статья 17", source_language="ru"),
            Example("en", ("Who is responsible",), source="Кто несет ответственность?", source_language="ru"),
        ),
        quiet=(
            Example("en", ("The court “refused.”[^n1]",), source="Суд «отказал»[^n1].", source_language="ru"),
            Example("ru", ("провести расследование; и",), source="investigate;", source_language="en"),
            Example("ru", ("Отказ суда 5 июля 2014 г.",), source="Refusal of 5 July 2014", source_language="en"),
            Example("kk", ("«Кім кінәлі?» – деді ол.",), source="He asked: “Who is to blame?”", source_language="en"),
        ),
    ),
)
