"""Names spelt in two ways: Yesergepov and Esergepov, Kazakhstan and Kazakshtan.

Two words are near when transliteration may write one as the other (the language's data says what sounds alike), or when
one letter was lost, put in, changed or changed places in a long word. Near words are found by keys that they share, not
by comparing all with all; what differs at the end only is an inflection.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from assembler.check.consistency.spellings import same_word
from assembler.check.rule import Elsewhere, Example, Family, Hit, Rule, Texts, Throughout
from assembler.check.words.consistency import ConsistencyWords
from assembler.findings import Kind, Severity, Value

NAME_VARIANT = Kind(
    "name-variant",
    Severity.WARNING,
    "The name “{name}” is written “{other}” elsewhere in this text ({count} times).",
    "Spell it in one way; if they are two names, add them to the word list.",
)

SHORTEST, LONG = 5, 7
"""Letters of a name that is looked at at all, and of one where a single letter may be a slip."""

RARE = 3
"""A slip is made so often at most, and less than half as often as the right form."""

EXCHANGED = 5
"""The right form is so much more frequent where one letter stands for another."""

END = 3
"""What differs in the last letters alone may be an ending."""


class Name(Struct, frozen=True):
    """A name without endings, in small letters, and where its forms stand: number of a text, start, length."""

    stem: str
    places: tuple[tuple[int, int, int], ...]
    written: str


def _names(texts: Texts) -> Iterator[Elsewhere]:
    if not texts:
        return
    words = texts[0].tongue.lexicon.consistency
    names = {name.stem: name for name in _gathered(texts, words)}
    pairs = {*_same_sound(names, words, texts[0].tongue.language.inflects), *_one_letter(names)}
    said: set[str] = set()
    for stem, other in sorted(pairs, key=lambda pair: (len(names[pair[0]].places), pair)):
        if stem not in said and not same_word(stem, other, words.variants):
            said.add(stem)
            yield from _said(texts, names[stem], names[other])


def _gathered(texts: Texts, words: ConsistencyWords) -> Iterator[Name]:
    """Words that never stand with a small letter, by stem."""
    ending = re.compile(rf"(?:{words.ending})$")
    forms: dict[str, list[str]] = defaultdict(list)
    for word in texts.words:
        if (
            len(word) >= SHORTEST
            and _is_name(word)
            and word.lower() not in texts.words
            and word.casefold() not in texts[0].tongue.words
        ):
            forms[_stem(word, ending)].append(word)
    for stem, written in forms.items():
        places = tuple((*place, len(word)) for word in written for place in texts.words[word])
        yield Name(stem, places, min(written, key=len))


def _is_name(word: str) -> bool:
    """Whether each part of a word has a capital, or the first, and only letters: Kadyr-kassiet."""
    parts = word.split("-")
    return parts[0].istitle() and all(part.isalpha() and part[1:].islower() for part in parts)


def _stem(word: str, ending: re.Pattern[str]) -> str:
    stem = ending.sub("", word.lower()) if ending.pattern != "(?:)$" else word.lower()
    return stem if len(stem) >= SHORTEST - 1 else word.lower()


def _same_sound(names: Mapping[str, Name], words: ConsistencyWords, inflects: bool) -> Iterator[tuple[str, str]]:
    """Pairs of stems that sound alike, the rarer first; where names inflect, not those that differ at the end."""
    sounds = _sounds(words.sounds)
    by_sound: dict[str, list[str]] = defaultdict(list)
    for stem in names:
        sound = stem.replace("-", "")
        for pattern, heard in sounds:
            sound = pattern.sub(heard, sound)
        by_sound[sound].append(stem)
    for stems in by_sound.values():
        for rare, often in _against_the_most_frequent(stems, names):
            if not inflects or _differ_inside(rare, often):
                yield rare, often


@cache
def _sounds(sounds: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), heard) for pattern, heard in sounds]


def _one_letter(names: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Pairs of long stems that differ by one letter before the end, the rarer first."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for stem in names:
        if len(stem) >= LONG:
            for key in {stem, *(stem[:place] + stem[place + 1 :] for place in range(1, len(stem)))}:
                by_key[key].append(stem)
    for stems in by_key.values():
        for rare, often in _against_the_most_frequent(stems, names):
            if _is_slip(names[rare], names[often]) and _differ_inside(rare, often):
                yield rare, often


def _against_the_most_frequent(stems: Iterable[str], names: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    often, *rest = sorted(stems, key=lambda stem: (-len(names[stem].places), names[stem].places))
    yield from ((stem, often) for stem in rest)


def _is_slip(rare: Name, often: Name) -> bool:
    """Whether the rarer is rare enough: Rosenberg and Rotenberg are two people, so that an exchanged letter needs more
    to be a slip than one that is lost or has changed places."""
    count = len(rare.places)
    if sorted(rare.stem) != sorted(often.stem) and len(rare.stem) == len(often.stem):
        return count * EXCHANGED <= len(often.places)
    return count <= RARE and (2 * count <= len(often.places) or len(rare.stem) > LONG + 1)


def _differ_inside(one: str, other: str) -> bool:
    """Whether the ends are the same: then it is no ending that makes the difference."""
    return one[-END:] == other[-END:]


def _said(texts: Texts, name: Name, other: Name) -> Iterator[Elsewhere]:
    for number, start, length in name.places:
        written = texts[number].prose.text[start : start + length]
        values: dict[str, Value] = {"name": written, "other": other.written, "count": len(other.places)}
        yield Elsewhere(texts[number], Hit(start, start + length, values))


RULES = (
    Rule(
        NAME_VARIANT,
        Family.CONSISTENCY,
        Throughout(_names),
        "A name that was transliterated twice is two people to the reader, and to whoever searches for one of them.",
        fires=(
            Example("en", ("It met Yesergepov and Mr. Yesergepov.", "It met Esergepov.")),
            Example("en", ("The case of Kabduakasov; Kabduakasov’s lawyer.", "As Kaduakasov said.")),
            Example("ru", ("Слова Есиркепова и Есиркепову.", "По мнению Есеркепова.")),
            Example("kk", ("Біз Жаңабергеновпен және Жаңабергеновке жолықтық.", "Бұл Жаңбергеновтің сөзі.")),
        ),
        quiet=(
            Example("en", ("The Kazakh and the Kazakhs; Karaganda and Karagandy region.",)),
            Example("ru", ("Слова Есиркепова, Есиркепову, о Есиркепове.",)),
        ),
    ),
)
