"""Marks inside a text: the order of notes, emphasis, what links lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assembler.check.prose import NOTE
from assembler.check.rule import Beside, Example, Family, Hit, Passage, Rule
from assembler.document import inline, walk
from assembler.document.model import Emphasis, Link, Strong
from assembler.facts.load import in_addresses
from assembler.facts.signs import address
from assembler.findings import Kind, Severity

ORDER = Kind(
    "note-marks-reordered",
    Severity.WARNING,
    "The note marks stand in another order than in the source: {here} instead of {there}.",
    "See that each stands behind the words that its note is about; if the sentence needs this order, nothing is wrong.",
)
EMPHASIS = Kind(
    "emphasis-differs",
    Severity.WARNING,
    "The number of emphasized parts differs: {here}, in the source {there}.",
    "Set the asterisks as in the source, unless this language marks the words in another way.",
)
LINK_LOST = Kind(
    "link-lost",
    Severity.WARNING,
    "The translation has lost the link to {target}.",
    "Write [words]({target}) where it belongs.",
)
LINK_FOREIGN = Kind(
    "link-foreign",
    Severity.WARNING,
    "The translation has a link to {target}, its source does not.",
    "Take it out, or correct the address.",
)


def _reordered(translation: Passage, source: Passage) -> Iterator[Hit]:
    here, there = translation.prose.notes, source.prose.notes
    if here != there and sorted(here) == sorted(there):
        first = next(place for place, (one, other) in enumerate(zip(here, there, strict=True)) if one != other)
        start = [place for place, letter in enumerate(translation.prose.text) if letter == NOTE][first]
        yield Hit(start, start + 1, {"here": _listed(here), "there": _listed(there)})


def _listed(notes: tuple[str, ...]) -> str:
    return " ".join(f"[^{each}]" for each in notes)


def _emphasis(translation: Passage, source: Passage) -> Iterator[Hit]:
    here, there = _emphasized(translation.prose.source), _emphasized(source.prose.source)
    if here != there:
        yield Hit(0, len(translation.prose.text), {"here": here, "there": there})


def _emphasized(markup: str) -> int:
    """How many parts are emphasized; one that is so twice counts once."""
    if "*" not in markup and "_" not in markup:
        return 0
    return len([each for each in walk.every_inline(inline.parse(markup)) if isinstance(each, Emphasis | Strong)])


def _lost(translation: Passage, source: Passage) -> Iterator[Hit]:
    for target in _only_there(translation, source):
        yield Hit(0, 0, {"target": target})


def _foreign(translation: Passage, source: Passage) -> Iterator[Hit]:
    for target in _only_there(source, translation):
        yield Hit(0, 0, {"target": target})


def _only_there(here: Passage, there: Passage) -> list[str]:
    """The targets of links that only the second text has; where a target says its language, both may say their own."""
    targets = _targets(there)
    if not targets:
        return []
    missing = Counter(map(_without_language, targets)) - Counter(map(_without_language, _targets(here)))
    return [target for target in targets if _without_language(target) in missing]


def _without_language(target: str) -> str:
    return address(target, in_addresses())


def _targets(passage: Passage) -> list[str]:
    """Where links lead whose address is not in the text itself; that is a fact, and compared as such."""
    if "](" not in passage.prose.source:
        return []
    links = [each for each in walk.every_inline(inline.parse(passage.prose.source)) if isinstance(each, Link)]
    return [each.target for each in links if walk.plain_text(each.content) != each.target]


RULES = (
    Rule(
        ORDER,
        Family.STRUCTURE,
        Beside(_reordered),
        "A note that stands behind other words supports a claim that its source does not make.",
        fires=(
            Example(
                "en",
                ("He was beaten[^n2] and left[^n1].",),
                source="Его избили[^n1] и бросили[^n2].",
                source_language="ru",
            ),
        ),
        quiet=(
            Example(
                "en",
                ("He was beaten[^n1] and left[^n2].",),
                source="Его избили[^n1] и бросили[^n2].",
                source_language="ru",
            ),
            Example(
                "en", ("He was beaten and left[^n2].",), source="Его избили[^n1] и бросили[^n2].", source_language="ru"
            ),
        ),
    ),
    Rule(
        EMPHASIS,
        Family.STRUCTURE,
        Beside(_emphasis),
        "Emphasis is meant; asterisks get lost when a translation is typed anew.",
        fires=(Example("en", ("He was not heard.",), source="Его *не* выслушали.", source_language="ru"),),
        quiet=(Example("en", ("He was *not* heard.",), source="Его *не* выслушали.", source_language="ru"),),
    ),
    Rule(
        LINK_LOST,
        Family.STRUCTURE,
        Beside(_lost),
        "A reader of the translation is to reach the same page.",
        fires=(
            Example("en", ("See the report.",), source="См. [доклад](https://example.org/a).", source_language="ru"),
        ),
        quiet=(
            Example(
                "en",
                ("See the [report](https://example.org/en/a).",),
                source="См. [доклад](https://example.org/ru/a).",
                source_language="ru",
            ),
        ),
    ),
    Rule(
        LINK_FOREIGN,
        Family.STRUCTURE,
        Beside(_foreign),
        "An address that the source does not have is a slip, or the source lacks one.",
        fires=(
            Example("en", ("See the [report](https://example.org/a).",), source="См. доклад.", source_language="ru"),
        ),
        quiet=(
            Example(
                "en",
                ("See the [report](https://example.org/a).",),
                source="См. [доклад](https://example.org/a).",
                source_language="ru",
            ),
        ),
    ),
)
