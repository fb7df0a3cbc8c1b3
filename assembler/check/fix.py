"""Safe fixes: replacements of parts of a unit's text. They touch nothing else, and done twice change nothing more."""

from __future__ import annotations

from collections.abc import Iterable

from assembler.check.prose import Prose, prose
from assembler.check.rule import Hit


def mended(markup: str, hits: Iterable[Hit]) -> str:
    """The text with every safe fix of the hits made. What overlaps one before it, or has markup inside, stays."""
    seen = prose(markup)
    parts: list[str] = []
    done = 0
    for start, end, replacement in sorted(_edits(seen, hits)):
        if start >= done:
            parts += (markup[done:start], replacement)
            done = end
    return "".join((*parts, markup[done:]))


def _edits(seen: Prose, hits: Iterable[Hit]) -> Iterable[tuple[int, int, str]]:
    for hit in hits:
        place = seen.in_source(hit.start, hit.end)
        if hit.replacement is not None and place is not None:
            yield *place, hit.replacement
