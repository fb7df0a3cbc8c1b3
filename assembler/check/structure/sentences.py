"""How many sentences a text has, well enough to compare two texts."""

from __future__ import annotations

import re

_END = re.compile(r"(?P<before>[^\s.!?…]*)[.!?…]+[\"'“”„«»’)\]\ue000]*\s+(?=[\"'“„«(—–\-\s]*(?P<next>[^\W_]))")


def sentences(text: str, abbreviations: frozenset[str]) -> int:
    """The number of sentences; a stop after one of the abbreviations or an initial, or before a small letter or a
    digit, ends none."""
    return 1 + sum(_ends(found, abbreviations) for found in _END.finditer(text))


def _ends(found: re.Match[str], abbreviations: frozenset[str]) -> bool:
    before = found["before"].lstrip("(«“\"'")
    initial = len(before) == 1 and before.isupper()
    return not initial and found["next"].isupper() and before.lower() not in abbreviations
