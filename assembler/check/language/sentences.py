"""Sentences in another language, as a model of the languages tells: what letters and small words do not show.

Only the languages that the rules have data of are asked for: among all languages a Kazakh sentence is easily taken for
a Kyrgyz one. Short sentences are left alone, and a sentence of names. The model is slow and asked last, about sentences
that have no small word and no letter of their language, which are few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from assembler.check.language.known import codes, is_otherwise, script
from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.check.tongue import tongue
from assembler.findings import Kind, Severity

FOREIGN_SENTENCE = Kind(
    "foreign-sentence",
    Severity.WARNING,
    "This sentence seems to be in “{found}”, not in “{language}”.",
    "Translate it, or mark it if it is to stay: […]{{lang=…}}",
)

SHORTEST = 25
"""Letters of a sentence that can be told."""

SURE = 0.9

_SENTENCE = re.compile(r"\S[^.!?…\n]*(?:[.!?…](?!\s+[^\W\d_a-zа-яё])[^.!?…\n]*)*[.!?…]?")


def _foreign(passage: Passage) -> Iterator[Hit]:
    if passage.language not in codes() or is_otherwise(passage):
        return
    text = passage.prose.own
    for sentence in _SENTENCE.finditer(text):
        if sum(map(str.isalpha, sentence[0])) >= SHORTEST and _may_be_foreign(passage, sentence[0].lower().split()):
            found = _told(sentence[0]) if _has_plain_words(sentence[0]) else ""
            if found and found != passage.language:
                yield Hit(sentence.start(), sentence.end(), {"found": found, "language": passage.language})


def _has_plain_words(sentence: str) -> bool:
    words = sentence.split()
    return 2 * sum(word[:1].islower() for word in words) > len(words)


def _may_be_foreign(passage: Passage, words: list[str]) -> bool:
    own = passage.tongue.lexicon.language
    if not own.function.isdisjoint(words) or any(letter in own.marks for word in words for letter in word):
        return False
    others = {script(tongue(code).language.alphabet[0]) for code in codes() if code != passage.language}
    return any(script(word[0]) in others for word in words)


def _told(sentence: str) -> str:
    """The code of the language that the sentence is surely in; nothing where it is not sure."""
    best = next(iter(_detector().compute_language_confidence_values(sentence)))
    return str(best.language.iso_code_639_1.name.lower()) if best.value > SURE else ""


@cache
def _detector() -> Any:
    from lingua import IsoCode639_1, LanguageDetectorBuilder  # heavy, and an extra

    wanted = [getattr(IsoCode639_1, code.upper()) for code in codes() if hasattr(IsoCode639_1, code.upper())]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*wanted).build()


RULES = (
    Rule(
        FOREIGN_SENTENCE,
        Family.LANGUAGE,
        InText(_foreign),
        "A sentence that was left in the middle of a translated paragraph is found by nobody who knows both languages.",
        fires=(
            Example("kk", ("Сот шешім шығарды. Жалоба адвоката осталась без ответа.",)),
            Example("ru", ("Суд вынес решение. Адвокаттың шағымы жауапсыз калды деп айтады.",)),
        ),
        quiet=(
            Example("kk", ("Сот шешім шығарды. Адвокаттың шағымы жауапсыз қалды.",)),
            Example("en", ("The court ruled. The complaint of the lawyer remained without an answer.",)),
            Example("ru", ("Суд вынес решение. Жалоба адвоката осталась без ответа.",)),
        ),
        extra="checks",
    ),
)
