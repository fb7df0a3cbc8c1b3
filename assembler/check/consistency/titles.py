"""Bodies and acts under several names: “Human Rights Commissioner” and “Commissioner for Human Rights”.

A title is a run of words with capitals, with small joining words between them. Two titles of the same words in another
order, or with other joining words, are variants of one. Where a language writes only the first word of a title with a
capital, the words after it are in order, and only the joining words may differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import ne

from msgspec import Struct

from assembler.check.prose import Word
from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, Texts, Throughout
from assembler.check.words.consistency import ConsistencyWords
from assembler.findings import Kind, Severity, Value

TITLE_VARIANT = Kind(
    "title-variant",
    Severity.WARNING,
    "“{title}” looks like another name for “{other}” ({count} times in this text).",
    "Use one name for one body or act; put it into terms.toml.",
)

FEWEST, MOST = 2, 7
"""Words of a title, joining ones not counted. With two only a joining word that says more than “of” tells a title."""


class Title(Struct, frozen=True):
    """Words from `start` to `end` of a text; the `shape` of two titles is the same if only their endings differ."""

    text: int
    start: int
    end: int
    shape: tuple[str, ...]


def _titles(texts: Texts) -> Iterator[Elsewhere]:
    if not texts or not texts[0].tongue.lexicon.consistency.joining:
        return
    words = texts[0].tongue.lexicon.consistency
    groups: dict[object, list[Title]] = defaultdict(list)
    for number, passage in enumerate(texts):
        for key, title in _of(number, passage, words):
            groups[key].append(title)
    varied = [titles for titles in groups.values() if any(title.shape != titles[0].shape for title in titles)]
    settled: set[tuple[int, int]] = set()
    for titles in sorted(varied, key=lambda titles: (_undecided(titles), -len(titles[0].shape))):
        yield from _variants(texts, titles, words, settled)


def _undecided(titles: Sequence[Title]) -> bool:
    """Whether two shapes are as frequent: then a part of the title that stands elsewhere too knows better."""
    most = Counter(title.shape for title in titles).most_common(2)
    return len({count for _, count in most}) == 1


def _variants(
    texts: Texts, titles: Sequence[Title], words: ConsistencyWords, settled: set[tuple[int, int]]
) -> Iterator[Elsewhere]:
    """The rarer shapes of one title. A title that overlaps one that was said already, or that was the usual one, is
    not said again: else each of two would be told to be the other."""
    counts = Counter(title.shape for title in titles)
    usual, count = counts.most_common(1)[0]
    written = Counter(_written(texts, title) for title in titles if title.shape == usual)
    said: list[Title] = []
    for title in titles:
        differs = title.shape != usual and not _is_genitive(title.shape, usual, words)
        comparable = len(title.shape) == len(usual) or not words.titles_in_small
        if differs and comparable and settled.isdisjoint(_letters(title)):
            settled |= _letters(title)
            said.append(title)
            yield _said(texts, title, written.most_common(1)[0][0], count)
    if said:
        settled.update(*(_letters(title) for title in titles if title.shape == usual))


def _letters(title: Title) -> set[tuple[int, int]]:
    return {(title.text, place) for place in range(title.start, title.end)}


def _written(texts: Texts, title: Title) -> str:
    return texts[title.text].prose.text[title.start : title.end]


def _said(texts: Texts, title: Title, other: str, count: int) -> Elsewhere:
    values: dict[str, Value] = {"title": _written(texts, title), "other": other, "count": count}
    return Elsewhere(texts[title.text], Hit(title.start, title.end, values))


def _is_genitive(shape: Sequence[str], other: Sequence[str], words: ConsistencyWords) -> bool:
    """Whether the two differ as “Kazakhstan’s Supreme Court” and “the Supreme Court of Kazakhstan”."""
    plain, changed = ([each for each in which if each not in words.genitive] for which in (shape, other))
    if len({*plain, *changed} - words.linking) == FEWEST:
        return True
    if plain == changed:
        return len(plain) in (len(shape), len(other))  # one has none: “the Human Rights Organisation”
    return plain[1:] + plain[:1] == changed or changed[1:] + changed[:1] == plain


def _of(number: int, passage: Passage, words: ConsistencyWords) -> Iterator[tuple[object, Title]]:
    """All titles in a text and all parts of them, by what variants have in common."""
    text = passage.prose.text
    for run in _runs(passage, words):
        parts = [_part(word, place, text[place].isupper(), words) for word, place in run]
        begins = not text[: run[0][1]].rstrip(_OPENING) or text[: run[0][1]].rstrip(_OPENING)[-1] in _STOPS
        for first, part in enumerate(parts):
            sentence = begins and first == 0 and _capitals(parts) == 1 and not words.titles_in_small
            if part.content and part.capital and not sentence:
                yield from _from(number, parts[first:], words)


_OPENING = "“«„‘\"'( \u00a0"
_STOPS = ".!?:;…\n"


def _capitals(parts: Sequence[Part]) -> int:
    return sum(part.capital for part in parts)


class Part(Struct, frozen=True):
    """A word of a title; `content` are its stems, none for a joining word."""

    shape: str
    content: tuple[str, ...]
    capital: bool
    start: int
    end: int


def _part(word: str, start: int, capital: bool, words: ConsistencyWords) -> Part:
    small = word.lower()
    shape, content = (small, ()) if small in words.joining else _stems(small, words.ending)
    return Part(shape, content, capital, start, start + len(word))


@lru_cache(maxsize=1 << 14)
def _stems(small: str, ending: str) -> tuple[str, tuple[str, ...]]:
    """A word without its ending, and its parts between hyphens without theirs."""
    return _ending(ending).sub("", small), tuple(_ending(ending).sub("", part) for part in _HYPHEN.split(small))


_HYPHEN = re.compile("[-\u2010\u2011]")


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})$")


def _from(number: int, parts: Sequence[Part], words: ConsistencyWords) -> Iterator[tuple[object, Title]]:
    """The titles that begin with the first part and do not end before a further capital; one of two words is a title
    only at the end. Those that join two things, or go on in small letters, keep their order."""
    shape: list[str] = []
    content: list[str] = []
    ordered, links = False, 0
    for count, part in enumerate(parts, 1):
        shape.append(part.shape)
        content += part.content
        links += part.shape in words.linking
        ordered = ordered or bool(links) or not (part.capital or not part.content)
        rest = parts[count:]
        whole = not rest if len(content) == FEWEST else not (rest and rest[0].content and rest[0].capital)
        if part.content and whole and FEWEST <= len(content) <= MOST and len(set(content)) == len(content):
            key = (links, *content) if ordered else frozenset(content)
            yield key, Title(number, parts[0].start, part.end, tuple(shape))
        if len(content) >= MOST:
            return


def _runs(passage: Passage, words: ConsistencyWords) -> Iterator[list[Word]]:
    """Runs of words with one space between them, that begin with a capital and go on as a title may: with capitals,
    joining words, and what follows one of these in small letters. Only runs that could be said otherwise are given."""
    after, written = 0, passage.prose.written
    for first in compress(range(len(written)), map(ne, written, passage.prose.folded)):
        word = written[first]
        if first >= after and word[0].isupper() and word.lower() not in words.joining:
            run = _run(passage, first, words)
            after = first + len(run)
            if _has_variants(run, words):
                yield run


def _run(passage: Passage, first: int, words: ConsistencyWords) -> list[Word]:
    """The words from this capital on, as long as the title may go on."""
    text, written, starts = passage.prose.own, passage.prose.written, passage.prose.starts
    run = [(written[first], starts[first])]
    end, small = starts[first] + len(written[first]), words.titles_in_small
    for place in range(first + 1, len(written)):
        word, start = written[place], starts[place]
        capital, joins = word[0].isupper(), word in words.joining
        if not (start == end + 1 and text[end] in " \u00a0" and (capital or joins or small)):
            break
        run.append((word, start))
        small = not word[0].isdigit() and (joins or words.titles_in_small or (small and not capital))
        end = start + len(word)
    return run


def _has_variants(run: Sequence[Word], words: ConsistencyWords) -> bool:
    """Whether there is a joining word to exchange, or more than two words with capitals to change places."""
    if len(run) <= FEWEST:
        return False
    return any(word in words.joining for word, _ in run) or sum(word[0].isupper() for word, _ in run) > FEWEST


RULES = (
    Rule(
        TITLE_VARIANT,
        Family.CONSISTENCY,
        Throughout(_titles),
        "One body under two names is two bodies to a reader abroad.",
        fires=(
            Example(
                "en",
                (
                    "The Commissioner for Human Rights, and the Commissioner for Human Rights.",
                    "The Human Rights Commissioner replied.",
                ),
            ),
            Example(
                "ru", ("В Комитет по правам человека, в Комитете по правам человека.", "В Комитет о правах человека.")
            ),
            Example(
                "kk",
                (
                    "Адам құқықтары жөніндегі комитет, Адам құқықтары жөніндегі комитетке.",
                    "Адам құқықтары бойынша комитет.",
                ),
            ),
        ),
        quiet=(
            Example(
                "en",
                ("The Supreme Court of Kazakhstan; the Supreme Court of Kazakhstan.", "Kazakhstan’s Supreme Court."),
            ),
            Example("ru", ("Комитет по правам человека, Комитету по правам человека.",)),
        ),
    ),
)
