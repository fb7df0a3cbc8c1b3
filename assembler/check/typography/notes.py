"""Note marks: the spaces around them, and their side of a stop or comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assembler.check.prose import NOTE
from assembler.check.rule import Edit, Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.usage import Use, minority
from assembler.findings import Kind, Severity

SPACE_BEFORE = Kind(
    "space-before-note-mark",
    Severity.WARNING,
    "There is a space before the note mark.",
    "Take the space out; assembler check --fix does it.",
)
NO_SPACE_AFTER = Kind(
    "no-space-after-note-mark",
    Severity.WARNING,
    "There is no space after the note mark.",
    "Put a space in; assembler check --fix does it.",
)
SIDE = Kind(
    "note-mark-side",
    Severity.WARNING,
    "The note mark stands on the other side of the “{sign}” than elsewhere in this text.",
    "Put all of them on one side; assembler check --fix does it.",
)
_SPACE_BEFORE = re.compile(rf"(?<=\S)[ \u00a0]+(?={NOTE})")
_NO_SPACE_AFTER = re.compile(rf"{NOTE}(?=[\w“„«(])")
_SIDES = re.compile(
    rf"(?P<after>(?<!\.)[.,;:](?=[ \u00a0]?{NOTE}))[ \u00a0]?{NOTE}+|(?P<marks>{NOTE}+)[ \u00a0]?(?P<sign>[.,;:])(?!\.)"
)


def _space_before(passage: Passage) -> Iterator[Hit]:
    for found in _SPACE_BEFORE.finditer(passage.prose.text):
        yield Hit(found.start(), found.end(), replacement="")


def _no_space_after(passage: Passage) -> Iterator[Hit]:
    for found in _NO_SPACE_AFTER.finditer(passage.prose.text):
        yield Hit(found.start(), found.end(), edits=((found.end(), found.end(), " "),))


def _sides(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    if not passages:
        return iter(())
    uses = (
        ("after" if found["after"] else "before", passage, found.start(), found.end())
        for passage in passages
        if passage.prose.notes
        for found in _SIDES.finditer(passage.prose.text)
    )
    return minority(uses, passages[0].tongue.lexicon.typography.note_mark, _other_side)


def _other_side(use: Use, _norm: str) -> Hit | None:
    form, passage, start, end = use
    text = passage.prose.text[start:end]
    sign = text[0] if form == "after" else text[-1]
    if form == "after" and sign == "." and _is_abbreviation(passage.prose.text, start):
        return None
    marks = len(text[:-1].rstrip())
    moved: tuple[Edit, ...] = ((start, start, sign), (start + marks, end, ""))
    if form == "after":
        moved = ((start, start + 1, ""), (end, end, sign))
    return Hit(start, end, {"sign": sign}, edits=moved)


def _is_abbreviation(text: str, stop: int) -> bool:
    """A stop that belongs to a short word stays where it is."""
    return bool(re.search(r"(?:^|[\s.(])[^\W\d_]{1,3}$", text[max(0, stop - 5) : stop]))


RULES = (
    Rule(
        SPACE_BEFORE,
        Family.TYPOGRAPHY,
        InText(_space_before, frozenset(NOTE)),
        "A line can break there, and the mark begins the next one.",
        fires=(
            Example("en", ("at all. [^1] There",), fixed="at all.[^1] There"),
            Example("ru", ("закон [^1].",), fixed="закон[^1]."),
        ),
        quiet=(Example("en", ("at all.[^1] There", "[^1]")),),
        has_fix=True,
    ),
    Rule(
        NO_SPACE_AFTER,
        Family.TYPOGRAPHY,
        InText(_no_space_after, frozenset(NOTE)),
        "The mark runs into the next word.",
        fires=(Example("en", ("at all.[^1]There",), fixed="at all.[^1] There"),),
        quiet=(Example("en", ("at all.[^1][^2] There,[^3] and[^4], (so[^5])",)),),
        has_fix=True,
    ),
    Rule(
        SIDE,
        Family.TYPOGRAPHY,
        Throughout(_sides),
        "English puts the mark after a stop, Russian before it; a text has one way.",
        fires=(
            Example("en", ("of citizens[^1]. All",), fixed="of citizens.[^1] All"),
            Example("ru", ("права граждан.[^1] Все",), fixed="права граждан[^1]. Все"),
            Example("en", ("of citizens.[^1] All", "a[^2]. b[^3], c[^4]; d"), fixed="of citizens[^1]. All"),
        ),
        quiet=(
            Example("en", ("of citizens.[^1] All[^2] of them",)),
            Example("ru", ("права граждан[^1]. Все; и др.[^2] Так",)),
        ),
        has_fix=True,
    ),
)
