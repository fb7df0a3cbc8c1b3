"""The line of the file where words stand: pandoc does not tell, so they are looked for.

Compared are letters and digits alone, because markup, escapes and line breaks come between the words.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

LEAST = 4
"""Fewer letters than this are found anywhere, and say nothing."""


class Lines:
    """A text in which words can be looked for."""

    def __init__(self, text: str) -> None:
        bare = [_bare(line) for line in text.splitlines()]
        self._text = "".join(bare)
        self._starts = [0, *accumulate(len(line) for line in bare)]

    def of(self, words: str, after: int = 1) -> int | None:
        """The line (from 1) where `words` begin, first from line `after` on; None where they are not found."""
        sought = _bare(words)
        if len(sought) < LEAST:
            return None
        start = self._starts[min(after, len(self._starts)) - 1]
        position = self._text.find(sought, start)
        position = self._text.find(sought) if position < 0 else position
        return bisect_right(self._starts, position) if position >= 0 else None


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))
