"""Spellings between which a text has to choose: -ise and -ize, defence and defense, ё and е, with a hyphen or without.

A word that stands in both spellings is judged by itself: the rarer one is the variant. One that stands in a single
spelling is judged by what the text does with other words of its kind, if it does so clearly. The words are the
language's data; hyphens need none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from assembler.check.rule import Elsewhere, Example, Family, Hit, Rule, Texts, Throughout
from assembler.check.words.consistency import Variants
from assembler.findings import Kind, Severity, Value

SPELLING_VARIANT = Kind(
    "spelling-variant",
    Severity.WARNING,
    "“{word}” is spelt in another way elsewhere in this text: mostly as in “{other}” ({count} of {total}).",
    "Spell it in one way; only names and quotations keep their own.",
)
HYPHEN_VARIANT = Kind(
    "hyphen-variant",
    Severity.WARNING,
    "“{word}” is mostly written “{other}” in this text ({count} of {total}).",
    "Write it in one way.",
)

OWN = 0.75
"""Whether a word is clearly spelt in one way: so large a share of its places."""

CLEAR, ENOUGH = 2 / 3, 4
"""When a text's way with words of a kind is clear: so large a share of the different words, and so many of them."""


class Choice(Struct, frozen=True):
    """What a word chose: which of the two spellings, and what `stem` it shares with the word in the other one."""

    stem: str
    second: bool


def _spellings(texts: Texts) -> Iterator[Elsewhere]:
    if not texts:
        return
    for variants in texts[0].tongue.lexicon.consistency.variants:
        choose = _chooser(variants)
        chosen = {word: choice for word in texts.words if (choice := choose(word.lower())) is not None}
        yield from _minority(texts, chosen, alone=not variants.letters)


class Habit(Struct, frozen=True):
    """What a text does with words of a kind: how often each choice was made, an example of each, and which of the two
    spellings is usual (None where that is not clear): that of `most` of all `different` words."""

    counts: Counter[Choice]
    examples: dict[Choice, str]
    usual: bool | None
    most: int
    different: int

    def better(self, choice: Choice, alone: bool) -> tuple[str, int, int] | None:
        """An example of the other spelling if that is the better one, and how often it stands among how many."""
        other = Choice(choice.stem, not choice.second)
        here, there = self.counts[choice], self.counts[other]
        own = there > here and max(here, there) >= OWN * (here + there)
        if own or (there > here and self.usual is None):
            return self.examples[other], there, here + there
        if self.usual is None or self.usual == choice.second or not (there or alone):
            return None
        if here > there and here >= OWN * (here + there) and there:
            return None
        usual = [each for each in self.counts if each.second == self.usual]
        model = other if there else max(usual, key=lambda each: (self.counts[each], each.stem))
        return self.examples[model], self.most, self.different


def _minority(texts: Texts, chosen: Mapping[str, Choice], alone: bool) -> Iterator[Elsewhere]:
    """The words in the rarer spelling; those without a word beside them in the other one only if they too have a choice
    (`alone`): every «отчёт» could be «отчет», but not every «е» could be «ё»."""
    habit = _habit(texts, chosen)
    for word, choice in chosen.items():
        if (better := habit.better(choice, alone)) is not None:
            yield from _said(texts, word, *better)


def _habit(texts: Texts, chosen: Mapping[str, Choice]) -> Habit:
    counts: Counter[Choice] = Counter()
    examples: dict[Choice, str] = {}
    for word, choice in chosen.items():
        counts[choice] += len(_places(texts, word))
        examples.setdefault(choice, word.lower())
    stems = {each.stem for each in examples}
    decided = Counter(second for each in stems if (second := _second(counts, each)) is not None)
    usual, words = decided.most_common(1)[0] if decided else (None, 0)
    clear = words >= max(ENOUGH, CLEAR * decided.total())
    return Habit(counts, examples, usual if clear else None, words, decided.total())


def _second(counts: Mapping[Choice, int], stem: str) -> bool | None:
    """Whether a stem is mostly spelt in the second way; None where neither is much more frequent."""
    first, second = counts.get(Choice(stem, False), 0), counts.get(Choice(stem, True), 0)
    return None if max(first, second) < OWN * (first + second) else second > first


def _places(texts: Texts, word: str) -> Sequence[tuple[int, int]]:
    """Where a word is the text's own choice: not inside an official name."""
    places, titles = texts.words[word], texts[0].tongue.lexicon.consistency.titles
    if not titles:
        return places
    return [(number, start) for number, start in places if not _titled(texts[number].prose.text, start, titles)]


def _titled(text: str, start: int, titles: tuple[str, ...]) -> bool:
    around = text[max(0, start - 60) : start + 60]
    return any(title in around for title in titles)


def _said(texts: Texts, word: str, other: str, count: int, total: int) -> Iterator[Elsewhere]:
    values: dict[str, Value] = {"word": word, "other": other, "count": count, "total": total}
    for number, start in _places(texts, word):
        yield Elsewhere(texts[number], Hit(start, start + len(word), values))


def same_word(one: str, other: str, variants: Iterable[Variants]) -> bool:
    """Whether two words in small letters are one in two spellings between which a text may choose."""
    choices = ((choose(one), choose(other)) for choose in map(_chooser, variants))
    return any(first and second and first.stem == second.stem for first, second in choices)


def has_choice(word: str, variants: Iterable[Variants]) -> bool:
    """Whether a word in small letters is one that texts spell in two ways."""
    return any(_chooser(each)(word) is not None for each in variants if not each.letters)


@cache
def _chooser(variants: Variants) -> Callable[[str], Choice | None]:
    """A function from a word in small letters to its choice; None where it has none."""
    if variants.letters:
        return _by_letters(*variants.letters, re.compile(variants.but or r"(?!)"))
    return _by_pattern(variants) if variants.pattern else _by_words(variants)


def _by_letters(first: str, second: str, but: re.Pattern[str]) -> Callable[[str], Choice | None]:
    def choose(word: str) -> Choice | None:
        plain = word.replace(second, first)
        return Choice(plain, second in word) if first in plain and not but.fullmatch(plain) else None

    return choose


def _by_pattern(variants: Variants) -> Callable[[str], Choice | None]:
    pattern, but = re.compile(variants.pattern), re.compile(variants.but or r"(?!)")

    def choose(word: str) -> Choice | None:
        found = pattern.fullmatch(word)
        if found is None or but.fullmatch(found["stem"]):
            return None
        return Choice(found["stem"].rpartition("-")[2], found["sign"] == variants.signs[1])

    return choose


def _by_words(variants: Variants) -> Callable[[str], Choice | None]:
    chosen = {word: Choice(pair[0], number == 1) for pair in variants.words for number, word in enumerate(pair)}
    longest = "|".join(sorted(map(re.escape, chosen), key=len, reverse=True))
    pattern = re.compile(rf"(?:.*-)?(?:{variants.before})({longest})(?:{variants.endings})")
    but = re.compile(variants.but or r"(?!)")

    def choose(word: str) -> Choice | None:
        found = pattern.fullmatch(word)
        return chosen[found[1]] if found is not None and not but.fullmatch(word) else None

    return choose


def _hyphens(texts: Texts) -> Iterator[Elsewhere]:
    """Words that stand with a hyphen and as one word."""
    forms: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    joined = {_joined(word) for word in texts.words if _is_hyphened(word)}
    for word in texts.words:
        if (key := _joined(word)) in joined and (chosen := _places(texts, word)):
            forms[key][word.lower()] += chosen
    for spellings in forms.values():
        if len({"-" in each for each in spellings}) == 2:
            usual = max(spellings, key=lambda each: (len(spellings[each]), each))
            total = sum(map(len, spellings.values()))
            for form, places in spellings.items():
                if form != usual and len(places) < len(spellings[usual]):
                    for number, start in places:
                        word = texts[number].prose.text[start : start + len(form)]
                        values: dict[str, Value] = {"word": word, "other": usual, "count": len(spellings[usual])}
                        yield Elsewhere(texts[number], Hit(start, start + len(form), {**values, "total": total}))


def _is_hyphened(word: str) -> bool:
    """Whether a word of letters has one hyphen, with two letters or more on both sides."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.isalpha() and second.isalpha() and len(first) > 1 and len(second) > 1


def _joined(word: str) -> str:
    return word.replace("-", "").lower()


RULES = (
    Rule(
        SPELLING_VARIANT,
        Family.CONSISTENCY,
        Throughout(_spellings),
        "Two spellings in one text show that several hands wrote it and none read it through.",
        fires=(
            Example("en", ("They organise and organised what was organised; they organize again.",)),
            Example(
                "en",
                (
                    "The defence of labour rights, a favourable offence, neighbouring centres.",
                    "A defense lawyer spoke.",
                ),
            ),
            Example("en", ("We recognize, authorize, legalize, criticize and minimize.", "It was re-socialised.")),
            Example("ru", ("Отчет дан, отчет принят.", "Новый отчёт.")),
        ),
        quiet=(
            Example("en", ("They organise, exercise, advise and supervise; the size of prizes, a wise promise.",)),
            Example("en", ("They organise and organised; the World Health Organization.",)),
            Example("ru", ("Всё, что все знают.", "Отчет и отчет.")),
        ),
    ),
    Rule(
        HYPHEN_VARIANT,
        Family.CONSISTENCY,
        Throughout(_hyphens),
        "With a hyphen and without is one word for the reader and two for every search.",
        fires=(
            Example("en", ("The pre-trial centre, pre-trial custody, and pretrial detention.",)),
            Example("ru", ("Интернет-сайт, интернет-сайт и интернетсайт.",)),
        ),
        quiet=(
            Example("en", ("The pre-trial centre and the trial.",)),
            Example("en", ("Well-being and wellbeing.",)),
            Example("en", ("Our cooperation and their cooperation; the Organization for Security and Co-operation.",)),
        ),
    ),
)
