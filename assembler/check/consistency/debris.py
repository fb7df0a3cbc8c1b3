"""What editing leaves behind: words that never stand together, a letter alone, a stop after “the”, a note's number
that became text, a paragraph that begins in the middle or does not end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assembler.check.prose import NOTE, OBJECT, REFERENCE
from assembler.check.rule import Elsewhere, Example, Family, Hit, InText, Passage, Rule, Texts, Throughout
from assembler.check.tongue import tongue
from assembler.findings import Kind, Severity

STRAY_WORDS = Kind(
    "stray-words",
    Severity.WARNING,
    "“{words}” is left over from editing.",
    "Read the sentence again and take out what is too much.",
)
STRAY_LETTER = Kind(
    "stray-letter",
    Severity.WARNING,
    "“{letter}” stands alone and is no word.",
    "Take it out, or complete the word.",
)
TYPED_NOTE = Kind(
    "note-number-in-text",
    Severity.WARNING,
    "“{number}” behind the stop is what is left of a note mark.",
    "Write it as a note, or take it out.",
)
BEGINS_SMALL = Kind(
    "paragraph-begins-small",
    Severity.WARNING,
    "The paragraph begins with a small letter.",
    "See whether its beginning was lost, or whether it belongs to the paragraph before.",
)
NO_STOP = Kind(
    "paragraph-without-stop",
    Severity.WARNING,
    "The paragraph ends without a stop.",
    "See whether its end was lost; otherwise put a stop.",
)

SENTENCE = 12
"""A paragraph of so many words is a sentence and ends like one."""

SHARE = 0.8
"""So many of the text's paragraphs end with a stop, where that is its habit."""

_OPENING = "“‘«„\"'([—–- \u00a0"
_CLOSING = f"”’»“\"')]*{NOTE}{REFERENCE}{OBJECT} \u00a0\n"
_STOPS = ".!?:;…,"


def _slips(passage: Passage) -> Iterator[Hit]:
    pattern = _slip_pattern(passage.language)
    if pattern is not None:
        for found in pattern.finditer(passage.prose.own):
            first, _, last = found[0].casefold().partition(" ")
            if first != last:  # that is a doubled word
                yield Hit(found.start(), found.end(), {"words": found[0]})


@cache
def _slip_pattern(language: str) -> re.Pattern[str] | None:
    words = tongue(language).lexicon.consistency
    stops = rf"(?:{'|'.join(words.unstopped)})\.(?=\s)(?!\s?\.)" if words.unstopped else ""
    parts = [rf"(?:{each})(?!\w)" for each in words.slips] + ([stops] if stops else [])
    return re.compile(rf"(?<![\w.’'-])(?:{'|'.join(parts)})") if parts else None


def _letters(passage: Passage) -> Iterator[Hit]:
    """Small letters alone, with a space on both sides, that are neither a word nor a unit behind a number."""
    words, alphabet = passage.tongue.lexicon.consistency.letters, passage.tongue.language.alphabet
    text = passage.prose.own
    if not words or passage.role == "cell":
        return
    if 1 not in map(len, passage.prose.written):
        return
    for word, start in passage.prose.words:
        alone = len(word) == 1 and text[start - 1 : start] == " " and text[start + 1 : start + 2] == " "
        if alone and word in alphabet and word not in words and (text[start - 2].isalpha() or text[start - 2] in ",;:"):
            yield Hit(start, start + 1, {"letter": word})


_NOTE_NUMBER = re.compile(r"[.!?”»](\d{1,3})(?= [^\W\d_])")


def _typed_notes(passage: Passage) -> Iterator[Hit]:
    """A number right behind the stop after a word, before a sentence."""
    text = passage.prose.own
    for found in _NOTE_NUMBER.finditer(text):
        if text[found.end() + 1].isupper() and text[max(0, found.start() - 4) : found.start()].isalpha():
            yield Hit(found.start(1), found.end(), {"number": found[1]})


def _small_beginnings(texts: Texts) -> Iterator[Elsewhere]:
    """Said of a paragraph whose neighbour before it has ended."""
    before = None
    for passage in texts:
        text = passage.prose.text.lstrip(_OPENING)
        ended = before is None or before.section != passage.section or _end(before) in ".!?…"
        if passage.role == "paragraph" and text[:1].islower() and ended and _is_word(text):
            yield Elsewhere(passage, Hit(0, len(passage.prose.text) - len(text) + 1))
        before = passage if passage.role != "note" else before


def _is_word(text: str) -> bool:
    """Whether the text begins with a word, not with an address, a name like iPhone or the letter of a list."""
    first = text.split(maxsplit=1)[0].rstrip(",;:")
    return first.isalpha() and first.islower() and len(first) > 1


def _end(passage: Passage) -> str:
    return passage.prose.text.rstrip(_CLOSING)[-1:] or "."


def _is_ended(passage: Passage) -> bool:
    """Whether a paragraph ends with a stop, or goes on in the next one: “…; and”."""
    before, _, last = passage.prose.text.rstrip(_CLOSING).rpartition(" ")
    goes_on = last in passage.tongue.lexicon.consistency.linking and before[-1:] in (";", ",")
    return goes_on or _end(passage) in _STOPS


def _endings(texts: Texts) -> Iterator[Elsewhere]:
    sentences = [each for each in texts if each.role == "paragraph" and len(each.prose.written) >= SENTENCE]
    without = [each for each in sentences if not _is_ended(each)]
    if len(sentences) - len(without) >= SHARE * len(sentences):
        for passage in without:
            last = len(passage.prose.text)
            yield Elsewhere(passage, Hit(max(0, last - 1), last))


RULES = (
    Rule(
        STRAY_WORDS,
        Family.CONSISTENCY,
        InText(_slips),
        "A sentence that was rewritten in place keeps a word of what stood there; a speller finds each of them right.",
        fires=(
            Example("en", ("Ahead of the these events.",)),
            Example("en", ("The. Commissions were formed.",)),
            Example("ru", ("Он был в. Дело закрыто.",)),
            Example("kk", ("Сот және. Іс жабылды.",)),
        ),
        quiet=(
            Example("en", ("That is the a priori rule. He came in. It was the.",)),
            Example("ru", ("Суды и т. д. закрыты. Он сказал: «Да».",)),
        ),
    ),
    Rule(
        STRAY_LETTER,
        Family.CONSISTENCY,
        InText(_letters),
        "A letter alone is what a deleted word left behind.",
        fires=(
            Example("en", ("In the last years, s dozens of trials.",)),
            Example("ru", ("Суд вынес н решение.",)),
            Example("kk", ("Сот н шешім шығарды.",)),
        ),
        quiet=(
            Example("en", ("A trial, p. 5, and a) to d) of it; vitamin C.",)),
            Example("en", ("In Smith v Kazakhstan the court ruled.",)),
            Example("ru", ("И в суде, и у нас, а с ним о деле.",)),
        ),
    ),
    Rule(
        TYPED_NOTE,
        Family.CONSISTENCY,
        InText(_typed_notes),
        "What is copied from another document brings the numbers of its notes.",
        fires=(Example("en", ("Copies were given to observers.100 Thus it was.",)),),
        quiet=(Example("en", ("See No.100 Thus; in art.5 The rule 2.5 A clear one.",)),),
    ),
    Rule(
        BEGINS_SMALL,
        Family.CONSISTENCY,
        Throughout(_small_beginnings),
        "A paragraph that begins with a small letter has lost its beginning.",
        fires=(Example("en", ("The court adjourned.", "of the persons were released.")),),
        quiet=(Example("en", ("The court decided:", "to release them;", "(a) the first one.")),),
    ),
    Rule(
        NO_STOP,
        Family.CONSISTENCY,
        Throughout(_endings),
        "Where all paragraphs end with a stop, one without it has lost its end.",
        fires=(
            Example(
                "en",
                (
                    *["The court did not hear the witness of the defence, who waited outside until evening."] * 4,
                    "The court did not hear the witness of the prosecution, who had seen how the man was",
                ),
            ),
        ),
        quiet=(
            Example(
                "en",
                ("The court did not hear the witness of the defence, who waited outside until evening.", "Article 7"),
            ),
        ),
    ),
)
