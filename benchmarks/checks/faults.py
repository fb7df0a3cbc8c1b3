"""Faults as translators make them, put into sound translations by chance: the same seed, the same faults.

Numbers, stops and sentences are spoilt in the human translations themselves; what these have too little of stands in a
sentence of our own (`carriers.toml`) that is appended to them. A fault is made without asking the rules, and knows
which of them should find it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

from msgspec import Struct

from assembler.language import load as languages
from assembler.language import numbers
from benchmarks.checks.corpora import DIRECTIONS, Row

CARRIERS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("carriers.toml").read_text("utf-8"))
PARTIES = (
    {"en": "Petrenko", "ru": "Петренко", "kk": "Петренко"},
    {"en": "Sarsenov", "ru": "Сарсенов", "kk": "Сәрсенов"},
    {"en": "Lindqvist", "ru": "Линдквист", "kk": "Линдквист"},
    {"en": "Umarova", "ru": "Умарова", "kk": "Ұмарова"},
    {"en": "Baimagambetova", "ru": "Баймагамбетова", "kk": "Баймағамбетова"},
)
SYMBOLS = ("CCPR/C/KAZ/CO/{}", "A/HRC/{}/10", "CAT/C/KAZ/CO/{}", "CCPR/C/{}/D/2024/2011", "E/C.12/KAZ/CO/{}")
FACTS = frozenset(("other-number", "other-date", "other-provision", "other-symbol", "other-amount"))


class Texts(Struct, frozen=True):
    """A source, a sound translation of it, and the same with a fault."""

    source: str
    sound: str
    faulty: str


class Fault(Struct, frozen=True):
    """A fault in the unit `id`; one of the rules `expected` should find it."""

    kind: str
    id: str
    languages: tuple[str, str]
    texts: Texts
    expected: frozenset[str]


Make = Callable[[Random, str, str, str, str], Texts | None]
"""Takes chance, the source and its language, the translation and its language; None where the fault is impossible."""


class FaultKind(Struct, frozen=True):
    name: str
    expected: frozenset[str]
    make: Make


def _spoilt(source: str, translation: str, spoil: Callable[[str], str | None]) -> Texts | None:
    faulty = spoil(translation)
    return Texts(source, translation, faulty) if faulty and faulty != translation else None


def _number(random: Random, source: str, translation: str) -> re.Match[str] | None:
    """A number in digits that both texts have, and the translation once."""
    found = [
        each
        for each in re.finditer(r"(?<![\w.,:/-])\d{1,4}(?![\w.,:/-]*\d)", translation)
        if len(re.findall(rf"(?<!\d){each[0]}(?!\d)", translation)) == 1
        and re.search(rf"(?<![\d.,]){each[0]}(?![\d.,]*\d)", source)
    ]
    return random.choice(found) if found else None


def _other_digit(random: Random, number: str) -> str:
    place = random.randrange(len(number))
    digits = [each for each in "123456789" if each != number[place]]
    return number[:place] + random.choice(digits) + number[place + 1 :]


def digit_changed(random: Random, source: str, _: str, translation: str, __: str) -> Texts | None:
    found = _number(random, source, translation)
    if not found:
        return None
    start, end = found.span()
    return Texts(source, translation, translation[:start] + _other_digit(random, found[0]) + translation[end:])


def number_dropped(random: Random, source: str, _: str, translation: str, __: str) -> Texts | None:
    found = _number(random, source, translation)
    if not found:
        return None
    start, end = found.span()
    return Texts(source, translation, re.sub("  +", " ", translation[:start] + translation[end:]))


def stop_dropped(_: Random, source: str, __: str, translation: str, ___: str) -> Texts | None:
    if not (re.search(r"\w{4}\.$", source) and re.search(r"\w{4}\.$", translation)):
        return None
    return Texts(source, translation, translation[:-1])


def cut_short(random: Random, source: str, _: str, translation: str, __: str) -> Texts | None:
    """The end is missing, from somewhere in the middle on."""
    words = translation.split(" ")
    if len(words) < 8 or not source.endswith(".") or not translation.endswith("."):
        return None
    kept = " ".join(words[: round(len(words) * random.uniform(0.3, 0.7))])
    return Texts(source, translation, kept.rstrip(".,;:!?–—»”\"' "))


def sentence_dropped(random: Random, source: str, one: str, translation: str, other: str) -> Texts | None:
    """One of two sentences or more that say something, not a short call."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ])", translation)
    in_source = re.split(r"(?<=[.!?])\s+(?=[A-ZА-Я])", source)
    if len(sentences) != len(in_source):
        return None
    if len(sentences) == 1:
        if len(translation) > 140 or not translation.endswith(".") or not source.endswith("."):
            return None
        source, sentences = f"{source} {CARRIERS['sentence'][one]}", [*sentences, CARRIERS["sentence"][other]]
    average = sum(map(len, sentences)) / len(sentences)
    long = [place for place, each in enumerate(sentences) if len(each) >= 0.7 * average]
    dropped = random.choice(long)
    kept = [each for place, each in enumerate(sentences) if place != dropped]
    return Texts(source, " ".join(sentences), " ".join(kept))


def carried(name: str, values: Callable[[Random], Gaps]) -> Make:
    """Faults in a carrier: its gaps are filled for the sound translation, and wrongly for the faulty one."""

    def make(random: Random, source: str, one: str, translation: str, other: str) -> Texts:
        gaps = values(random)
        carrier = CARRIERS[name]
        right, wrong = gaps.sound(other), gaps.faulty(other)
        return Texts(
            f"{source} {carrier[one].format(**gaps.sound(one))}",
            f"{translation} {carrier[other].format(**right)}",
            f"{translation} {carrier[other].format(**wrong)}",
        )

    return make


class Gaps(Struct, frozen=True):
    """What fills the gaps of a carrier in a language, right and wrong."""

    sound: Callable[[str], dict[str, str]]
    faulty: Callable[[str], dict[str, str]]


def _same(right: dict[str, str], wrong: dict[str, str]) -> Gaps:
    return Gaps(lambda _: right, lambda _: wrong)


def _day(random: Random) -> Gaps:
    year, month, day = random.randint(1990, 2024), random.randint(1, 12), random.randint(1, 28)
    other = random.choice(((year, month % 12 + 1, day), (year, month, day % 28 + 1), (year + 1, month, day)))

    def written(date: tuple[int, int, int]) -> Callable[[str], dict[str, str]]:
        text = "{}-{:02}-{:02}".format(*date)
        return lambda code: {"x": numbers.day(languages.load(code), text, "loc") or text}

    return Gaps(written((year, month, day)), written(other))


def _article(random: Random) -> Gaps:
    right, wrong = random.sample(range(2, 28), 2)
    return _same({"x": str(right)}, {"x": str(wrong)})


def _provision_swapped(random: Random) -> Gaps:
    article, paragraph = random.sample(range(2, 28), 2)
    return _same({"x": str(article), "y": str(paragraph)}, {"x": str(paragraph), "y": str(article)})


def _symbol(random: Random) -> Gaps:
    right = random.choice(SYMBOLS).format(random.randint(2, 99))
    return _same({"x": right}, {"x": _broken(random, right, "/")})


def _broken(random: Random, text: str, important: str) -> str:
    """One sign lost, doubled or exchanged with its neighbour, somewhere behind the first `important` one."""
    place = random.randrange(text.index(important) + 1, len(text) - 1)
    kind = random.choice(("lost", "doubled", "swapped"))
    if kind == "swapped" and text[place] != text[place + 1]:
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if kind == "doubled":
        return text[:place] + text[place] + text[place:]
    return text[:place] + text[place + 1 :]


def _url(random: Random) -> Gaps:
    right = f"https://example.org/docs/{random.randint(1000, 9999)}/report{random.randint(10, 99)}"
    return _same({"x": right}, {"x": _broken(random, right, "//")})


def _email(random: Random) -> Gaps:
    right = f"office{random.randint(10, 99)}@example.org"
    return _same({"x": right}, {"x": _broken(random, right, "o")})


def _grouped(amount: str) -> Callable[[str], dict[str, str]]:
    return lambda code: {"x": numbers.number(languages.load(code), amount)}


def _amount(random: Random) -> Gaps:
    right = str(random.randint(10, 999) * 1000)
    wrong = random.choice((right[:-1], right + "0", _other_digit(random, right)))
    return Gaps(_grouped(right), _grouped(wrong))


def _percent(random: Random) -> Gaps:
    right = f"{random.randint(2, 98)}.{random.randint(1, 9)}"
    return Gaps(_grouped(right), _grouped(right.replace(".", "")))


def _case(random: Random) -> Gaps:
    right, wrong = random.sample(PARTIES, 2)
    return Gaps(lambda code: {"x": right[code]}, lambda code: {"x": wrong[code]})


def _notes_swapped(random: Random) -> Gaps:
    first, second = _two_notes(random)
    return _same({"x": first, "y": second}, {"x": second, "y": first})


def _note_doubled(random: Random) -> Gaps:
    first, second = _two_notes(random)
    return _same({"x": first, "y": second}, {"x": first, "y": first})


def _two_notes(random: Random) -> tuple[str, str]:
    one, other = random.sample(range(10, 100), 2)
    return f"n{one}", f"n{other}"


def _id(random: Random) -> Gaps:
    right, wrong = random.sample(range(10, 100), 2)
    return _same({"x": f"p{right}"}, {"x": f"p{wrong}"})


def _nothing(_: Random) -> Gaps:
    return _same({}, {})


def taken_out(name: str, values: Callable[[Random], Gaps], lost: str, instead: str) -> Make:
    """Faults in a carrier whose sound words lose what the regular expression `lost` finds."""
    sound = carried(name, values)

    def make(random: Random, source: str, one: str, translation: str, other: str) -> Texts | None:
        texts = sound(random, source, one, translation, other)
        return texts and _spoilt(
            texts.source,
            texts.sound,
            lambda text: translation + re.sub(lost, instead, text[len(translation) :], count=1),
        )

    return make


KINDS = (
    FaultKind("a digit changed", FACTS, digit_changed),
    FaultKind("a number dropped", FACTS, number_dropped),
    FaultKind("a decimal mark lost", frozenset(("other-number",)), carried("percent", _percent)),
    FaultKind("another date", frozenset(("other-date",)), carried("day", _day)),
    FaultKind("another article", frozenset(("other-provision",)), carried("article", _article)),
    FaultKind(
        "article and paragraph swapped", frozenset(("other-provision",)), carried("provision", _provision_swapped)
    ),
    FaultKind("a symbol broken", frozenset(("other-symbol",)), carried("symbol", _symbol)),
    FaultKind("a web address broken", frozenset(("other-web-address",)), carried("url", _url)),
    FaultKind("an e-mail address broken", frozenset(("other-e-mail-address",)), carried("email", _email)),
    FaultKind("another amount", frozenset(("other-amount",)), carried("amount", _amount)),
    FaultKind("another case", frozenset(("other-case",)), carried("case", _case)),
    FaultKind(
        "a note mark dropped", frozenset(("note-mark-lost",)), taken_out("notes", _notes_swapped, r"\[\^\w+\]", "")
    ),
    FaultKind("a note mark doubled", frozenset(("note-mark-foreign",)), carried("notes", _note_doubled)),
    FaultKind("note marks swapped", frozenset(("note-marks-reordered",)), carried("notes", _notes_swapped)),
    FaultKind("another reference", frozenset(("reference-lost",)), carried("reference", _id)),
    FaultKind("a link lost", frozenset(("link-lost",)), taken_out("link", _id, r"\[(\w+)\]\([^)]*\)", r"\1")),
    FaultKind("emphasis lost", frozenset(("emphasis-differs",)), taken_out("emphasis", _nothing, r"\*(\w+)\*", r"\1")),
    FaultKind(
        "a part of a list dropped", frozenset(("list-parts-differ",)), taken_out("list", _nothing, r"b\)[^;]*; ?", "")
    ),
    FaultKind("the stop dropped", frozenset(("final-punctuation-differs",)), stop_dropped),
    FaultKind(
        "the end missing",
        frozenset(("final-punctuation-differs", "length-unusual", "sentence-count-differs")),
        cut_short,
    ),
    FaultKind("a sentence dropped", frozenset(("sentence-count-differs", "length-unusual")), sentence_dropped),
)


def seeded(rows: Iterable[Row], count: int, seed: int) -> list[Fault]:
    """`count` faults, of all kinds and in all pairs of languages in turn, each in a unit of its own."""
    random = Random(seed)
    free = [row for row in rows if len(row.texts) == 3]
    random.shuffle(free)
    made: list[Fault] = []
    while len(made) < count:
        kind = KINDS[len(made) % len(KINDS)]
        made.append(_first(random, kind, DIRECTIONS[len(made) // len(KINDS) % len(DIRECTIONS)], free))
    return made


def _first(random: Random, kind: FaultKind, direction: tuple[str, str], free: list[Row]) -> Fault:
    """A fault of the kind in the first unit where it is possible; the unit is not free any more."""
    source, target = direction
    for place, row in enumerate(free):
        texts = kind.make(random, row.texts[source], source, row.texts[target], target)
        if texts is not None:
            del free[place]
            return Fault(kind.name, row.id, direction, texts, kind.expected)
    raise ValueError(f"there is no unit left for: {kind.name}")


def in_place(rows: Iterable[Row], faults: Iterable[Fault], direction: tuple[str, str], *, sound: bool) -> Iterator[Row]:
    """The rows with the faults in a pair of languages, or with what these are made from."""
    source, target = direction
    by_id = {each.id: each.texts for each in faults if each.languages == direction}
    for row in rows:
        texts = by_id.get(row.id)
        if texts is None:
            yield row
        else:
            yield Row(row.id, {source: texts.source, target: texts.sound if sound else texts.faulty})
