"""The right word that is nearest to a wrong one: what the hint of a finding proposes."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from assembler.findings import Phrase, phrase


def nearest(word: str, known: Iterable[str], otherwise: Phrase, *, likeness: float = 0.6) -> Phrase:
    """“Did you mean …?”, or `otherwise` where no known word is as like (0 to 1) as that."""
    near = get_close_matches(word, list(known), n=1, cutoff=likeness)
    return phrase("Did you mean “{name}”?", name=near[0]) if near else otherwise
