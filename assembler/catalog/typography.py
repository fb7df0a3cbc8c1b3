"""Whether two texts differ in nothing but typography: spaces, quotation marks, apostrophes and dashes.

Such a change asks nothing of a translator. A space between two words or two numbers is no typography, because taking
it away makes another word or another number; a hard break and markup are none either.
"""

from __future__ import annotations

import re

QUOTES = "\"'«»‹›“”„‟‘’‚‛ʼ"
DASHES = "-‐‑‒–—―−"
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
SIGNS = str.maketrans(dict.fromkeys(QUOTES, "'") | dict.fromkeys(DASHES, "-") | dict.fromkeys(INVISIBLE, ""))
SPACES = re.compile(r"[^\S\n]+")
LOOSE_SPACE = re.compile(r" ?([^\w ]) ?")
ENDS = 8
FIRST = re.compile(r"[\Wʼ]*([^\Wʼ]?)" * ENDS)


def same_words(one: str, other: str) -> bool:
    """Whether the two texts are the same but for typography."""
    return one == other or (not _parts_in_letters(one, other) and plain(one) == plain(other))


def _parts_in_letters(one: str, other: str) -> bool:
    """Whether the first difference is between two letters or digits, as in most edits: no typography explains that."""
    for first, second in zip(one, other, strict=False):
        if first != second:
            return first.isalnum() and second.isalnum() and first not in QUOTES and second not in QUOTES
    return False


def ends(text: str) -> tuple[str, str]:
    """The first and the last `ENDS` letters or digits, the latter backwards: alike in texts of the same words, and
    known at a twentieth of what `plain` costs.
    """
    return _first(text), _first(text[::-1])


def _first(text: str) -> str:
    found = FIRST.match(text)
    return "".join(found.groups()) if found else ""


def plain(text: str) -> str:
    """The text without what is typography: equal for texts of the same words."""
    return LOOSE_SPACE.sub(r"\1", SPACES.sub(" ", text.translate(SIGNS))).strip()
