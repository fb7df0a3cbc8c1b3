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


def same_words(one: str, other: str) -> bool:
    """Whether the two texts are the same but for typography."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return LOOSE_SPACE.sub(r"\1", SPACES.sub(" ", text.translate(SIGNS))).strip()
