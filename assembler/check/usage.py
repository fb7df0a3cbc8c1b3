"""What a text does most: the norm where the language leaves a thing open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from assembler.check.rule import Elsewhere, Hit, Passage

CLEAR = 0.6
"""The share of all uses from which a form is the norm; below it the language's own preference is."""

Use: TypeAlias = tuple[str, Passage, int, int]
"""A form, and where it stands."""


def usual(counts: Counter[str], preferred: str = "") -> str:
    """The form that is used most, or what the language prefers where none is clearly; empty where nothing is known."""
    for form, count in counts.most_common(1):
        if count >= CLEAR * counts.total() and count > 1:
            return form
    return preferred


def minority(uses: Iterable[Use], preferred: str, say: Callable[[Use, str], Hit | None]) -> Iterator[Elsewhere]:
    """A hit, as `say` makes it of a use and the norm, for each use that is not the norm."""
    those = list(uses)
    norm = usual(Counter(form for form, *_ in those), preferred)
    for use in those:
        if norm and use[0] != norm:
            hit = say(use, norm)
            if hit is not None:
                yield Elsewhere(use[1], hit)
