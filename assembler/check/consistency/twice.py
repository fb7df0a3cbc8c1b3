"""What stands twice: a word or two beside themselves, a paragraph, a run of words in two paragraphs.

Repetitions are found by runs of a fixed count of words, each known by where it stood first; a run that is known grows
as far as the words go on alike. The cost is that of reading the words once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from assembler.check.rule import Elsewhere, Example, Family, Hit, InText, Passage, Rule, Texts, Throughout
from assembler.findings import Kind, Severity

DOUBLED_WORD = Kind(
    "doubled-word",
    Severity.WARNING,
    "“{words}” stands twice.",
    "Take it out once; assembler check --fix does it with small words.",
)
REPEATED_PARAGRAPH = Kind(
    "repeated-paragraph",
    Severity.WARNING,
    "The same paragraph stands already in [{id}].",
    "Take one of the two out, or refer to it.",
)
REPEATED_WORDS = Kind(
    "repeated-words",
    Severity.INFO,
    "These {count} words stand already in [{id}].",
    "Say it once, or refer to the other place; what is quoted twice may stay.",
)

LONGEST = 3
"""How many words that stand twice together are looked for."""

RUN = 14
"""So many words in a row do not meet again by chance."""

HALF = RUN // 2

PLAIN = 5
"""So many of them are no names and no small words."""

WHOLE = 8
"""A paragraph of fewer words may well stand twice."""

RUNNING = frozenset({"paragraph", "item"})
"""Notes repeat citations, cells and headings what they must."""


def _doubled(passage: Passage) -> Iterator[Hit]:
    words = passage.prose.folded
    done = 0
    for first, count in sorted(_echoes(words)):
        if first >= done and _stands_twice(passage, words, first, count):
            yield _hit(passage, first, count)
            done = first + 2 * count


def _echoes(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where so many words are the same as those after them."""
    for count in range(1, LONGEST + 1):
        same = list(map(eq, words, words[count:]))
        if True in same:
            places = (first for first, is_same in enumerate(same) if is_same)
            yield from (
                (first, count) for first in places if words[first : first + count] == words[first + count :][:count]
            )


def _stands_twice(passage: Passage, words: Sequence[str], first: int, count: int) -> bool:
    once = words[first : first + count]
    if not any(map(str.isalpha, once)):
        return False
    allowed = passage.tongue.lexicon.consistency.doubled
    if count == 1 and (once[0] in allowed or _is_name(passage, first)):
        return False
    return _in_a_row(passage, first, 2 * count)


def _is_name(passage: Passage, first: int) -> bool:
    """Whether both words have a capital and are no small words: Duran Duran."""
    (one, _), (other, _) = passage.prose.words[first : first + 2]
    return one.istitle() and other.istitle() and one.casefold() not in passage.tongue.lexicon.language.function


def _in_a_row(passage: Passage, first: int, count: int) -> bool:
    """Whether nothing but spaces stands between the words."""
    found = passage.prose.words[first : first + count]
    text = passage.prose.text
    return all(text[start + len(word) : after].isspace() for (word, start), (_, after) in pairwise(found))


def _hit(passage: Passage, first: int, count: int) -> Hit:
    """From the first word to the end of the last; a small word is mended by leaving what stood there first."""
    found = passage.prose.words[first : first + 2 * count]
    start, end = found[0][1], found[-1][1] + len(found[-1][0])
    middle = found[count - 1][1] + len(found[count - 1][0])
    once = passage.prose.text[start:middle]
    small = all(word.casefold() in passage.tongue.lexicon.language.function for word, _ in found)
    return Hit(start, end, {"words": once}, once if small else None)


def _repeated(texts: Texts) -> Iterator[Elsewhere]:
    known: dict[tuple[str, ...], int] = {}
    for number, passage in enumerate(texts):
        if passage.role in RUNNING:
            words = passage.prose.folded
            first = known.setdefault(words, number)
            if first != number and len(words) >= WHOLE:
                yield Elsewhere(passage, Hit(0, len(passage.prose.text), {"id": texts[first].id}))


def _runs(texts: Texts) -> Iterator[Elsewhere]:
    """Runs of words that stood before, each as long as it goes; whole paragraphs are said otherwise."""
    known: dict[tuple[str, ...], tuple[int, int]] = {}
    folded: dict[int, tuple[str, ...]] = {}
    whole: set[tuple[str, ...]] = set()
    for number in sorted(_suspects(texts)):
        passage = texts[number]
        words = folded[number] = passage.prose.folded
        if words in whole:
            continue
        whole.add(words)
        first = 0
        while first <= len(words) - RUN:
            place = known.setdefault(words[first : first + RUN], (number, first))
            count = _alike(folded[place[0]], place[1], words, first) if place != (number, first) else 0
            if count and _says_something(passage, first, count):
                yield _run(passage, first, count, texts[place[0]].id)
            first += count or 1


def _suspects(texts: Texts) -> set[int]:
    """The numbers of texts that have half a run in common with another text, or twice in themselves; few have.

    Of what stood before only every so manieth half is kept: each run has one of them.
    """
    found: set[int] = set()
    owners: dict[tuple[str, ...], int] = {}
    known: set[tuple[str, ...]] = set()
    for number, passage in enumerate(texts):
        if passage.role in RUNNING:
            words = passage.prose.folded
            halves = list(zip(*(words[offset:] for offset in range(HALF)), strict=False))
            different = {*halves}
            if len(different) < len(halves) or not different.isdisjoint(known):
                found |= {number, *(owners[half] for half in different & known)}
            for half in halves[::HALF]:
                owners.setdefault(half, number)
            known.update(halves[::HALF])
    return found


def _alike(one: Sequence[str], start: int, other: Sequence[str], first: int) -> int:
    """How many words are the same from these two places on."""
    count = 0
    while start + count < len(one) and first + count < len(other) and one[start + count] == other[first + count]:
        count += 1
    return count


def _says_something(passage: Passage, first: int, count: int) -> bool:
    """Whether the run is more than the name of a body or act: it has some words that are no part of names."""
    small = passage.tongue.lexicon.language.function
    words = passage.prose.words[first : first + count]
    return sum(word.islower() and word not in small for word, _ in words) >= PLAIN


def _run(passage: Passage, first: int, count: int, id: str) -> Elsewhere:
    word, start = passage.prose.words[first + count - 1]
    return Elsewhere(passage, Hit(passage.prose.words[first][1], start + len(word), {"count": count, "id": id}))


_LINE = "The court did not examine whether the statement had been obtained by torture, as the Covenant requires."

RULES = (
    Rule(
        DOUBLED_WORD,
        Family.CONSISTENCY,
        InText(_doubled),
        "A word that stands twice is left over from editing; the eye skips it, above all at the end of a line.",
        fires=(
            Example("en", ("It went to the the Ministry.",), fixed="It went to the Ministry."),
            Example("en", ("Some of the of the cases were closed.",), fixed="Some of the cases were closed."),
            Example("ru", ("Суд вынес решение решение в мае.",)),
            Example("kk", ("Сот бұл бұл істі қарады.",), fixed="Сот бұл істі қарады."),
        ),
        quiet=(
            Example("en", ("They had had no lawyer; that, that was all, said Duran Duran.",)),
            Example("ru", ("Это было очень очень давно, еле-еле.",)),
            Example("kk", ("Олар қайта қайта сұрады.",)),
        ),
        has_fix=True,
    ),
    Rule(
        REPEATED_PARAGRAPH,
        Family.CONSISTENCY,
        Throughout(_repeated),
        "A committee reads every paragraph once and counts the words of all of them.",
        fires=(Example("en", (_LINE, _LINE)),),
        quiet=(Example("en", (_LINE, "No reply was received.", "No reply was received.")),),
    ),
    Rule(
        REPEATED_WORDS,
        Family.CONSISTENCY,
        Throughout(_runs),
        "The same long run of words in two places is mostly a sentence that was moved and stayed where it was.",
        fires=(Example("en", (_LINE, f"In 2014 {_LINE[0].lower()}{_LINE[1:]}")),),
        quiet=(Example("en", (_LINE, "The court did not examine whether the statement was true.")),),
    ),
)
