"""The right word that is nearest to a wrong one: what the hint of a finding proposes."""

from __future__ import annotations

from collections.abc import Iterable

from assembler.findings import Phrase, phrase

MANY = 500
"""So many known words are not all compared: those are that have one half of the word."""


def nearest(word: str, known: Iterable[str], otherwise: Phrase, *, likeness: float = 0.6) -> Phrase:
    """“Did you mean …?”, or `otherwise` where no known word is as like (0 to 1) as that, or begins with `word`."""
    from difflib import get_close_matches  # only what is wrong needs it

    names = list(known)
    if len(names) > MANY:
        names = _of_one_half(word, names)
    begun = sorted((name for name in names if word and name.startswith(word)), key=len)
    near = get_close_matches(word, names, n=1, cutoff=likeness) or begun
    return phrase("Did you mean “{name}”?", name=near[0]) if near else otherwise


def _of_one_half(word: str, names: Iterable[str]) -> list[str]:
    """Those that begin or end as the word does: whoever errs in one place has one half of it right, mostly."""
    middle = len(word) // 2
    return [name for name in names if name.startswith(word[:middle]) or name.endswith(word[middle:])]


def among(word: str, known: Iterable[str], all_of_them: Phrase, *, likeness: float = 0.6) -> Phrase:
    """`all_of_them`, a sentence that lists the known words, and behind it which one may have been meant."""
    guess = nearest(word, known, all_of_them, likeness=likeness)
    return guess if guess == all_of_them else phrase("{all} {guess}", all=all_of_them, guess=guess)
