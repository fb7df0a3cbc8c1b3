"""Safe fixes until there is nothing left to fix: what one of them makes may be what another one waits for.

Two fixes that undo each other would never come to an end. A text in which they do is left as it was, so that fixing
twice is always the same as fixing once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from assembler.check import run
from assembler.check.fix import mended
from assembler.check.prose import prose
from assembler.check.rule import Hit, Passage, Rule
from assembler.check.run import Corpus

ROUNDS = 6
"""How often fixes may wait for one another."""

Key: TypeAlias = tuple[str, str]
"""The language and the ID of a text."""

IsMeant: TypeAlias = Callable[[Rule, Passage], bool]
"""Whether a rule may mend a text."""


def settled(rules: Iterable[Rule], corpus: Corpus, is_meant: IsMeant) -> dict[Key, str]:
    """The new markup of every text that safe fixes change and that comes to rest, by language and ID."""
    mending = [rule for rule in rules if rule.has_fix]
    texts: dict[Key, str] = {}
    moving: dict[Key, str] = {}
    for _ in range(ROUNDS):
        moving = _once(mending, corpus, is_meant)
        if not moving:
            return texts
        texts |= moving
        corpus = _with(corpus, moving)
    return {key: text for key, text in texts.items() if key not in moving}


def _once(rules: Sequence[Rule], corpus: Corpus, is_meant: IsMeant) -> dict[Key, str]:
    """What one round of fixes makes of the texts that it changes."""
    hits: dict[Key, list[Hit]] = {}
    passages: dict[Key, Passage] = {}
    for rule in rules:
        for found in run.hits(rule, corpus):
            passage = found.passage
            if passage.id and is_meant(rule, passage):
                key = (passage.language, passage.id)
                hits.setdefault(key, []).append(found.hit)
                passages[key] = passage
    new = {key: mended(passages[key].prose.source, those) for key, those in hits.items()}
    return {key: text for key, text in new.items() if text != passages[key].prose.source}


def _with(corpus: Corpus, texts: Mapping[Key, str]) -> Corpus:
    """The corpus with these texts in the place of those that it has."""
    made: dict[Key, Passage] = {}

    def now(passage: Passage) -> Passage:
        key = (passage.language, passage.id)
        if key not in texts:
            return passage
        if key not in made:
            made[key] = replace(passage, prose=prose(texts[key]))
        return made[key]

    return replace(
        corpus,
        texts={language: tuple(map(now, passages)) for language, passages in corpus.texts.items()},
        pairs=[(now(translation), now(source)) for translation, source in corpus.pairs],
        versions=[tuple(map(now, versions)) for versions in corpus.versions],
    )
