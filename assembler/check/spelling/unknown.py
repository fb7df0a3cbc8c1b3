"""Words that the dictionary does not know, unless something speaks for them.

Names, words that stand often in the text, those of the submission's word list and terms, and those whose spelling is
another rule's business are left alone. Where a dictionary lacks many forms, the language's data has the endings behind
which a known stem is looked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from assembler.check.consistency.spellings import has_choice
from assembler.check.prose import prose
from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, Texts, Throughout
from assembler.check.spelling.dictionaries import dictionary
from assembler.check.terms.inflection import is_known
from assembler.check.tongue import Tongue
from assembler.check.words.spelling import SpellingWords
from assembler.document.terms import Concept, Term
from assembler.findings import Kind, Severity

UNKNOWN_WORD = Kind(
    "unknown-word",
    Severity.INFO,
    "The dictionary does not know “{word}”; near it is: {suggestions}.",
    "Correct it, or add it to the word list of the submission.",
)

OFTEN = 3
"""A word that stands so often in the text is no slip."""

SHORTEST, STEM = 3, 3
"""Letters of a word that is looked at, and of the stem of one."""

SUGGESTED = 3

_HYPHEN = re.compile("[-\u2010\u2011]")


def _unknown(texts: Texts) -> Iterator[Elsewhere]:
    tongue = texts[0].tongue if texts else None
    known = _spell(tongue.lexicon.spelling) if tongue else None
    if tongue is None or known is None:
        return
    counts: Counter[str] = Counter()
    for word, places in texts.words.items():
        counts[word.lower()] += len(places)
    right = _own(tongue)
    for word, places in texts.words.items():
        rare = word.islower() and len(word) >= SHORTEST and counts[word] < OFTEN
        strange = rare and word not in right and _is_of(tongue, word)
        if strange and not _knows(known, word, tongue.lexicon.spelling) and not is_known(word, tongue.lexicon.terms):
            yield from _said(texts, word, places, _near(known, word, tongue))


Spell = Callable[[str], bool]


def _spell(words: SpellingWords) -> Spell | None:
    """Whether a word is in the dictionary, in that of the language from which words are taken, or in the data."""
    own, loans, also = dictionary(words.dictionary), dictionary(words.loans), frozenset(words.words)
    if own is None or loans is None:
        return (lambda word: word in also or own.spell(word)) if own else None
    return lambda word: word in also or own.spell(word) or loans.spell(word)


def _is_of(tongue: Tongue, word: str) -> bool:
    """Whether a word has only letters of the language, and a spelling that is the dictionary's business."""
    letters = {*tongue.language.alphabet, *"-'’‐‑"}
    joined = len(_HYPHEN.findall(word)) > 1  # that is part of an address
    return letters.issuperset(word) and not joined and not has_choice(word, tongue.lexicon.consistency.variants)


def _own(tongue: Tongue) -> set[str]:
    """The words of the submission's list and terms."""
    terms = (term for concept in tongue.terms if (term := concept.terms.get(tongue.code)))
    phrases = (form for term in terms for form in (term.full, term.abbreviation, *term.forms, *term.allowed))
    named = {word.lower() for phrase in phrases for word, _ in prose(phrase).words}
    return named | tongue.words


def _knows(known: Spell, word: str, words: SpellingWords) -> bool:
    """Whether the dictionary has the word, or all parts of it between hyphens, each with endings."""
    plain = word.replace("’", "'")
    parts = [part for part in _HYPHEN.split(plain) if len(part) > 1]
    return known(plain) or all(known(part) or _has_stem(known, part, words) for part in parts)


def _has_stem(known: Spell, word: str, words: SpellingWords) -> bool:
    """Whether the dictionary knows what stands before some endings of the language."""
    if not words.endings:
        return False
    endings = re.compile(words.endings)
    cuts = (cut for cut in range(len(word) - 1, STEM - 1, -1) if endings.fullmatch(word, cut))
    return any(known(stem) for cut in cuts for stem in _stems(word[:cut], words))


def _stems(stem: str, words: SpellingWords) -> Iterator[str]:
    yield stem
    for last, before in words.changes:
        if stem.endswith(last):
            yield stem.removesuffix(last) + before


def _near(known: Spell, word: str, tongue: Tongue) -> str:
    """The first few words that one slip of the keys makes into this one."""
    found = (each for each in dict.fromkeys(_slips(word, tongue.language.alphabet)) if known(each))
    return ", ".join(islice(found, SUGGESTED)) or "–"


def _slips(word: str, alphabet: str) -> Iterator[str]:
    pairs = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (before + after[1] + after[0] + after[2:] for before, after in pairs if len(after) > 1)
    yield from (before + after[1:] for before, after in pairs if after)
    yield from (before + letter + after[1:] for before, after in pairs if after for letter in alphabet)
    yield from (before + letter + after for before, after in pairs for letter in alphabet)


def _said(texts: Texts, word: str, places: Iterable[tuple[int, int]], near: str) -> Iterator[Elsewhere]:
    for number, start in places:
        if _stands_alone(texts[number], start, start + len(word)):
            yield Elsewhere(texts[number], Hit(start, start + len(word), {"word": word, "suggestions": near}))


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a word is not part of an address, nor cut by a sign that nobody sees."""
    text = passage.prose.text
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before and before in "/@_=&?.%") or (after and after in "/@_=%"):
        return False
    if after == "." and text[end + 1 : end + 2].isalnum():
        return False
    return not any(each and unicodedata.category(each) in ("Mn", "Cf") for each in (before, after))


_TERMS = (Concept("akim", {"en": Term("akimat")}),)

RULES = (
    Rule(
        UNKNOWN_WORD,
        Family.SPELLING,
        Throughout(_unknown),
        "Typing errors are what an editor is ashamed of first; a dictionary finds most, and takes names for errors.",
        fires=(
            Example("en", ("The practice of develping new forms.",)),
            Example("ru", ("Суд вынес решенние.",)),
            Example("kk", ("Адам құкықтары бұзылды.",)),
        ),
        quiet=(
            Example("en", ("The Akimat of Zhanaozen, tamga by tamga, tamga and tamga; see www.zakon.kz/develping.",)),
            Example("en", ("The akimat replied to the propiska.",), terms=_TERMS, words=("propiska",)),
            Example("ru", ("Суд вынес решение.",)),
            Example("kk", ("Соттың шешімдері қоғамға жарияланбаған.",)),
        ),
        extra="spelling",
    ),
)
