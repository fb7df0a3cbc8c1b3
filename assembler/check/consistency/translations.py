"""One text translated in two ways, and two texts translated in one: what only a look at all pairs shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, ThroughoutBeside
from assembler.findings import Kind, Severity

TWO_TRANSLATIONS = Kind(
    "translated-in-two-ways",
    Severity.WARNING,
    "The same text is translated otherwise in [{id}]: “{other}”.",
    "Translate it in one way, unless the two places mean different things.",
)
ONE_TRANSLATION = Kind(
    "two-texts-one-translation",
    Severity.WARNING,
    "The same translation stands for another text in [{id}]: “{other}”.",
    "See whether one of the two was pasted in the wrong place.",
)

WORDS = 4
"""Sources of fewer words may mean different things in different places."""

SHOWN = 60
"""Characters of the other text that a message shows."""

Pair = tuple[Passage, Passage]


def _two_ways(pairs: Sequence[Pair]) -> Iterator[Elsewhere]:
    for group in _grouped(pairs, lambda pair: _bare(pair[1])):
        forms = Counter(_bare(translation) for translation, _ in group)
        if len(forms) > 1:
            usual = forms.most_common(1)[0][0]
            model = next(each for each, _ in group if _bare(each) == usual)
            for translation, source in group:
                if _bare(translation) != usual and _counts(source):
                    yield _said(translation, model, model)


def _one_way(pairs: Sequence[Pair]) -> Iterator[Elsewhere]:
    for group in _grouped(pairs, lambda pair: _bare(pair[0])):
        _, first = group[0]
        for translation, source in group[1:]:
            if _bare(source) != _bare(first) and _counts(source) and _counts(first):
                yield _said(translation, first, first)


def _grouped(pairs: Sequence[Pair], key: Callable[[Pair], tuple[str, ...]]) -> Iterator[list[Pair]]:
    groups: dict[tuple[str, ...], list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[key(pair)].append(pair)
    return (group for group in groups.values() if len(group) > 1)


def _bare(passage: Passage) -> tuple[str, ...]:
    """The words alone: marks, notes, capitals and spaces make no other text."""
    return passage.prose.folded


def _counts(passage: Passage) -> bool:
    return len(passage.prose.written) >= WORDS


def _said(translation: Passage, place: Passage, other: Passage) -> Elsewhere:
    text = other.prose.text
    shown = text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + "…"
    return Elsewhere(translation, Hit(0, len(translation.prose.text), {"id": place.id, "other": shown}))


_RU = ("Суд не рассмотрел это дело.", "Суд не рассмотрел это дело.")

RULES = (
    Rule(
        TWO_TRANSLATIONS,
        Family.CONSISTENCY,
        ThroughoutBeside(_two_ways),
        "What the author said in the same words is to be the same in the translation.",
        fires=(
            Example(
                "en",
                ("The court did not hear the case.", "This case was not examined."),
                source_language="ru",
                sources=_RU,
            ),
        ),
        quiet=(
            Example(
                "en",
                ("The court did not hear the case.", "The court did not hear the case"),
                source_language="ru",
                sources=_RU,
            ),
            Example("en", ("Total", "In all"), source_language="ru", sources=("Всего", "Всего")),
        ),
    ),
    Rule(
        ONE_TRANSLATION,
        Family.CONSISTENCY,
        ThroughoutBeside(_one_way),
        "A translation that was pasted into the wrong paragraph looks right in both.",
        fires=(
            Example(
                "en",
                ("The court did not hear the case.", "The court did not hear the case."),
                source_language="ru",
                sources=("Суд не рассмотрел это дело.", "Прокурор не ответил на жалобу."),
            ),
        ),
        quiet=(Example("en", ("In all", "In all"), source_language="ru", sources=("Всего", "Итого")),),
    ),
)
