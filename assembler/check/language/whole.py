"""A whole text in the wrong language: by the letters it has, those it lacks, and the small words of other languages."""

from __future__ import annotations

from collections.abc import Iterator

from assembler.check.language.known import is_otherwise, words_of
from assembler.check.rule import Beside, Example, Family, Hit, InText, Passage, Rule
from assembler.findings import Kind, Severity

WRONG_LANGUAGE = Kind(
    "wrong-language",
    Severity.ERROR,
    "This is to be in “{language}” and is not.",
    "Translate it, or mark what stays as it is: […]{{lang=…}}",
)
NO_MARKS = Kind(
    "no-letters-of-the-language",
    Severity.WARNING,
    "{count} words without one of the letters {letters}: this is probably another language.",
    "Look whether it was translated, or typed on another keyboard.",
)
SAME_AS_SOURCE = Kind(
    "translation-same-as-source",
    Severity.WARNING,
    "The translation is the same as its source.",
    "Translate it; what is not to be translated stands in […]{{.notranslate}}",
)

ENOUGH = 15
"""So many words of the language never lack its own letters."""


def _wrong(passage: Passage) -> Iterator[Hit]:
    if is_otherwise(passage):
        yield Hit(0, len(passage.prose.text), {"language": passage.language})


def _unmarked(passage: Passage) -> Iterator[Hit]:
    marks = passage.tongue.lexicon.language.marks
    text = passage.prose.own.lower()
    if not marks or any(letter in text for letter in marks):
        return
    words = words_of(passage)
    if len(words) >= ENOUGH and not is_otherwise(passage):
        yield Hit(0, len(passage.prose.text), {"count": len(words), "letters": " ".join(marks)})


def _same(translation: Passage, source: Passage) -> Iterator[Hit]:
    if translation.language == source.language or translation.prose.text != source.prose.text:
        return
    plain = [word for word in words_of(translation) if word.islower() and len(word) > 2]
    if len(plain) >= 2 or any(word in source.tongue.lexicon.language.function for word in plain):
        yield Hit(0, len(translation.prose.text))


_RU = "Суд не рассмотрел жалобу и не ответил на нее."

RULES = (
    Rule(
        WRONG_LANGUAGE,
        Family.LANGUAGE,
        InText(_wrong),
        "A text that was never translated, or landed in the wrong file, goes unseen in an edition of a hundred pages.",
        fires=(
            Example("en", (_RU,)),
            Example("kk", (_RU,)),
            Example("ru", ("The court did not hear the case of the applicant.",)),
            Example("ru", ("Сот бұл істі қарамады және оған жауап бермеді, өйткені уақыты болмады.",)),
        ),
        quiet=(
            Example("ru", (_RU, "Human Rights Watch, Amnesty International")),
            Example("kk", ("Сот бұл істі қарамады және жауап бермеді.",)),
            Example("en", ("The court did not hear the case.", "[Суд не рассмотрел жалобу.]{lang=ru}")),
        ),
    ),
    Rule(
        NO_MARKS,
        Family.LANGUAGE,
        InText(_unmarked),
        "Fifteen Kazakh words without ә, ғ, қ, ң, ө, ұ, ү, һ or і do not exist; another keyboard or language does.",
        fires=(
            Example(
                "kk",
                (
                    "Казакстан азаматтары туралы хабар келди, бирак сот сол кезде жауап бермеди, тек хат жазылды, "
                    "олар барып айтты да",
                ),
            ),
        ),
        quiet=(
            Example("kk", ("Қазақстан азаматтары туралы хабар келді, бірақ сот сол кезде жауап бермеді.",)),
            Example("ru", (_RU,)),
        ),
    ),
    Rule(
        SAME_AS_SOURCE,
        Family.LANGUAGE,
        Beside(_same),
        "What was copied to be translated later looks translated in every count.",
        fires=(
            Example("kk", (_RU,), source=_RU, source_language="ru"),
            Example("ru", ("The court did not sit.",), source="The court did not sit.", source_language="en"),
        ),
        quiet=(
            Example("ru", ("CCPR/C/KAZ/CO/2",), source="CCPR/C/KAZ/CO/2", source_language="en"),
            Example("kk", ("Алматы, 2016",), source="Алматы, 2016", source_language="ru"),
            Example("ru", ("Human Rights Watch",), source="Human Rights Watch", source_language="en"),
        ),
    ),
)
