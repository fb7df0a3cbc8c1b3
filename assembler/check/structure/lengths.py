"""How long a translation may be: what is far from what the submission's own translations let expect is looked at.

How much longer one language is than another is learnt from the translations themselves, robustly, starting from what
the languages' files say; short texts vary more than long ones. A text that is too short and has fewer sentences than
its source has lost some of them, long before its length alone would tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp, log, sqrt
from statistics import median

from msgspec import Struct

from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, ThroughoutBeside
from assembler.check.structure.sentences import sentences
from assembler.check.tongue import Tongue
from assembler.findings import Kind, Severity

LENGTH = Kind(
    "length-unusual",
    Severity.WARNING,
    "The translation has an unusual length, {here} characters for {there}: {times} times what is usual here.",
    "See whether something is missing, or stands here twice.",
)
SENTENCES = Kind(
    "sentence-count-differs",
    Severity.WARNING,
    "The translation has another number of sentences than its source, {here} for {there}, and is not as long either.",
    "See whether a sentence is missing or has been added.",
)

Pair = tuple[Passage, Passage]

_OWN, _OF_LENGTH = 0.12, 1.7
"""The spread of lengths, as a logarithm: what texts have of any length, and what one character has."""
_SLACK = 10
"""Characters that count for nothing, so that “Fair trial” may be «Право на справедливое судебное разбирательство»."""
_WEIGHT = 30
"""The files of the languages count as much as so many translations."""
_SPREAD = 1.4826
"""Times the median deviation this is the standard deviation of a normal distribution."""
_FAR = 3.5
"""Deviations from which a length alone is unusual."""
_SHORT, _LONG = -1.5, 3.0
"""Deviations that are unusual where there are fewer sentences too, or more of them. Good translators split sentences
and explain more often than they join and leave out."""


class Band(Struct, frozen=True):
    """What lengths are usual between two languages: `center` is the logarithm of the ratio, `width` how much the
    deviations are wider than those that the length lets expect."""

    center: float
    width: float

    def deviation(self, translation: Passage, source: Passage) -> float:
        """How far a translation is out, in standard deviations; below zero it is short."""
        return (_ratio(translation, source) - self.center) / (_expected(translation, source) * self.width)

    def times(self, translation: Passage, source: Passage) -> float:
        """The length as a multiple of the usual one."""
        return exp(_ratio(translation, source) - self.center)


def _ratio(translation: Passage, source: Passage) -> float:
    return log((len(translation.prose.text) + _SLACK) / (len(source.prose.text) + _SLACK))


def _expected(translation: Passage, source: Passage) -> float:
    """The standard deviation that texts of this length let expect."""
    return sqrt(_OWN**2 + _OF_LENGTH * (0.5 / len(translation.prose.text) + 0.5 / len(source.prose.text)))


def band(pairs: Sequence[Pair]) -> Band:
    """What is usual in these pairs of two languages, none of them empty."""
    translation, source = pairs[0]
    known = log(translation.tongue.lexicon.structure.length / source.tongue.lexicon.structure.length)
    trust = len(pairs) / (len(pairs) + _WEIGHT)
    center = trust * median(_ratio(*each) for each in pairs) + (1 - trust) * known
    spread = _SPREAD * median(abs(_ratio(*each) - center) / _expected(*each) for each in pairs)
    return Band(center, max(0.8, min(1.5, trust * spread + 1 - trust)))


def _by_languages(pairs: Iterable[Pair]) -> Iterator[tuple[Band, list[Pair]]]:
    """The pairs with words, by pair of languages, with what is usual between them."""
    found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for translation, source in pairs:
        if translation.prose.text and source.prose.text:
            found[translation.language, source.language].append((translation, source))
    for those in found.values():
        yield band(those), those


def _lengths(pairs: Sequence[Pair]) -> Iterator[Elsewhere]:
    for usual, those in _by_languages(pairs):
        for translation, source in those:
            deviation = usual.deviation(translation, source)
            if abs(deviation) > _FAR and not _sentences_differ(translation, source, deviation):
                here, there = len(translation.prose.text), len(source.prose.text)
                values = {"here": here, "there": there, "times": usual.times(translation, source)}
                yield Elsewhere(translation, Hit(0, here, values))


def _sentence_counts(pairs: Sequence[Pair]) -> Iterator[Elsewhere]:
    for usual, those in _by_languages(pairs):
        for translation, source in those:
            if _sentences_differ(translation, source, usual.deviation(translation, source)):
                values = {"here": _sentences(translation), "there": _sentences(source)}
                yield Elsewhere(translation, Hit(0, len(translation.prose.text), values))


def _sentences_differ(translation: Passage, source: Passage, deviation: float) -> bool:
    """Whether there are fewer sentences, and it is short; or more, and it is long."""
    if _SHORT <= deviation <= _LONG:
        return False
    return (_sentences(translation) - _sentences(source)) * deviation > 0


def _sentences(passage: Passage) -> int:
    return sentences(passage.prose.text, _abbreviations(passage.tongue))


def _abbreviations(tongue: Tongue) -> frozenset[str]:
    return _set(tongue.lexicon.structure.abbreviations)


@cache
def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


RULES = (
    Rule(
        LENGTH,
        Family.STRUCTURE,
        ThroughoutBeside(_lengths),
        "A translation half as long as its neighbours has lost words; one twice as long says something twice.",
        fires=(
            Example(
                "en",
                ("The court refused to hear the witnesses",),
                sources=(
                    "Суд отказался выслушать свидетелей защиты, не приобщил к делу заключение независимых врачей, не "
                    "дал слова самому подсудимому и уже через час огласил приговор, который был написан заранее.",
                ),
                source_language="ru",
            ),
        ),
        quiet=(
            Example(
                "en",
                ("The court refused to hear the witnesses for the defence.",),
                sources=("Суд отказался выслушать свидетелей защиты.",),
                source_language="ru",
            ),
            Example("en", ("Torture",), sources=("Пытки и жестокое обращение",), source_language="ru"),
        ),
    ),
    Rule(
        SENTENCES,
        Family.STRUCTURE,
        ThroughoutBeside(_sentence_counts),
        "A sentence is skipped most easily where two of them begin alike.",
        fires=(
            Example(
                "en",
                ("The court refused to hear the witnesses.",),
                sources=(
                    "Суд отказался выслушать свидетелей. Суд не приобщил к делу и заключение независимых врачей.",
                ),
                source_language="ru",
            ),
        ),
        quiet=(
            Example(
                "en",
                ("The court refused to hear the witnesses, nor did it look at the report of independent doctors.",),
                sources=(
                    "Суд отказался выслушать свидетелей. Суд не приобщил к делу и заключение независимых врачей.",
                ),
                source_language="ru",
            ),
        ),
    ),
)
