"""Scripts: which one a letter belongs to, and which letters of two of them cannot be told apart by eye."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from assembler.check.tongue import Tongue

LATIN, CYRILLIC, GREEK = "LATIN", "CYRILLIC", "GREEK"
_PAIRS: Mapping[tuple[str, str], tuple[str, str]] = {
    (CYRILLIC, LATIN): ("АВЕКМНОРСТХУІЈЅԚԜаекорсухіјѕԛԝһәӘөӨЁёЇї", "ABEKMHOPCTXYIJSQWaekopcyxijsqwhəƏɵƟËëÏï"),
    (LATIN, CYRILLIC): ("ABEKMHOPCTXYIJSaekopcyxijsəƏɵƟhËëÏï", "АВЕКМНОРСТХУІЈЅаекорсухіјѕәӘөӨһЁёЇї"),
    (GREEK, LATIN): ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορ", "ABEZHIKMNOPTYXvop"),
    (GREEK, CYRILLIC): ("ΑΒΕΗΙΚΜΟΡΤΥΧορ", "АВЕНІКМОРТУХор"),
}
"""Letters of the first script, and those of the second that look alike."""

_DOUBTFUL = {"Y": "ү", "y": "ү"}
"""Letters that are typed for a second one as well: where the alphabet has that too, nobody knows which is meant."""


@cache
def script_of(letter: str) -> str:
    """The first word of the letter's name: LATIN, CYRILLIC; empty for signs that no script owns (ª, µ, digits)."""
    name = unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
    return "" if name in ("FEMININE", "MASCULINE", "MICRO", "MODIFIER") else name


@cache
def own_script(tongue: Tongue) -> str:
    return script_of(tongue.language.alphabet[0])


@cache
def twins(of: str, other: str) -> Mapping[str, str]:
    """The letters of one script that have a twin in another one."""
    those, these = _PAIRS.get((of, other), ("", ""))
    return dict(zip(those, these, strict=True))


@cache
def _own_twins(tongue: Tongue, of: str) -> Mapping[str, str]:
    """The twins that are letters of the language, in both cases."""
    alphabet = tongue.language.alphabet
    found = twins(of, own_script(tongue)).items()
    return {one: twin for one, twin in found if twin.lower() in alphabet and _DOUBTFUL.get(one, " ") not in alphabet}


def rewritten(word: str, script: str, tongue: Tongue) -> str | None:
    """The word with all letters in one script; None where one of them has no twin in it."""
    letters = []
    for letter in word:
        own = script_of(letter)
        if own in ("", script):
            letters.append(letter)
            continue
        known = _own_twins(tongue, own) if script == own_script(tongue) else twins(own, script)
        if letter not in known:
            return None
        letters.append(known[letter])
    return "".join(letters)


WORDS = re.compile(r"[^\W\d_]+")
"""Runs of letters: a hyphen, an apostrophe and a figure end a word."""
