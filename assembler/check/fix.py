"""Safe fixes: replacements of parts of a unit's text. They touch nothing else, and done twice change nothing more."""

from __future__ import annotations

from collections.abc import Iterable

from assembler.check.prose import Prose, prose
from assembler.check.rule import Edit, Hit


def mended(markup: str, hits: Iterable[Hit]) -> str:
    """The text with the safe fixes of the hits made. What overlaps one before it, or has markup inside, stays."""
    seen = prose(markup)
    made: list[Edit] = []
    for fix in sorted(filter(None, (_in_source(seen, hit.fix) for hit in hits))):
        if not any(_overlap(one, other) for one in fix for other in made):
            made += fix
    parts: list[str] = []
    done = 0
    for start, end, replacement in sorted(made):
        parts += (markup[done:start], replacement)
        done = end
    return "".join((*parts, markup[done:]))


def _in_source(seen: Prose, fix: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits as those of the markup; none where one of them cannot be made."""
    places = [seen.in_source(start, end) for start, end, _ in fix]
    found = [(*place, edit[2]) for place, edit in zip(places, fix, strict=True) if place is not None]
    return tuple(found) if len(found) == len(fix) else ()


def _overlap(one: Edit, other: Edit) -> bool:
    """Two edits at one place overlap too: which of them comes first would be left to chance."""
    return (one[0] < other[1] and other[0] < one[1]) or one[0] == other[0]
