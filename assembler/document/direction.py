"""Which way paragraphs run: as the language that they are written in, whatever the document around them does. And which
notes are called in the midst of words that run against their paragraph."""

from __future__ import annotations

import re
import unicodedata

from assembler.document import walk
from assembler.document.model import Code, NoteMark, RawInline, Span, TargetNumber, Text, Words
from assembler.language.direction import is_right_to_left

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def runs_right_to_left(words: Words) -> bool:
    """Whether a paragraph with these words begins at the right: by its language, or that of the one span it is."""
    match words.content:
        case (Span(pairs=pairs),) if pairs:
            return is_right_to_left(dict(pairs).get("lang", words.language))
        case _:
            return is_right_to_left(words.language)


def enclosed_notes(words: Words) -> frozenset[str]:
    """The notes whose marks stand between letters that run against the paragraph, with none of its own between: `[^n]`
    in an Arabic sentence with `CEDAW[^n] and CCPR`."""
    rtl = runs_right_to_left(words)
    if not rtl and not _FROM_RIGHT.search(walk.plain_text(words.content)):
        return frozenset()
    enclosed: set[str] = set()
    called: list[str] = []
    against = False
    for inline in walk.every_inline(words.content):
        match inline:
            case NoteMark():
                called += [inline.id] if against else []
            case Text(text=text) | Code(text=text) | RawInline(text=text) | TargetNumber(text=text):
                sides = list(filter(None, map(_side, text)))
                if not sides:
                    continue
                if (sides[0] == "R") is not rtl:
                    enclosed.update(called)
                against, called = (sides[-1] == "R") is not rtl, []
            case _:
                pass
    return frozenset(enclosed)


def _side(letter: str) -> str:
    """R for a letter that runs from right to left, L for one from left to right, else nothing."""
    match unicodedata.bidirectional(letter):
        case "R" | "AL":
            return "R"
        case "L":
            return "L"
        case _:
            return ""
