"""Names of cases (“X v. Y”), and names folded so that they can be compared across alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from assembler.facts.model import Fact

_LETTERS = """
аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya
әa ғg қk ңn өo ұu үu һh іi
"""
_LATIN = {pair[0]: pair[1:] for pair in _LETTERS.split()}
_FOLDS = (("sch", "sh"), ("shch", "sh"), ("kh", "h"), ("ts", "s"), ("ch", "c"), ("zh", "j"), ("x", "ks"), ("ph", "f"))
_REACH = 90
"""How far back a party's name may begin."""
_LEFT = re.compile(r"(?:[^\W\d_][\w.’'‑-]*\s+){0,5}$")


def folded(name: str) -> str:
    """A name in Latin letters of one kind, small, without marks: «Сунцов» and “Suntsov” are both `sunsov`."""
    letters = "".join(_LATIN.get(each, each) for each in name.lower())
    plain = "".join(each for each in unicodedata.normalize("NFD", letters) if each.isalnum())
    for before, after in _FOLDS:
        plain = plain.replace(before, after)
    plain = plain.replace("y", "i").replace("w", "v").replace("ii", "i")
    return re.sub(r"(.)\1+", r"\1", plain)


def cases(text: str, between: re.Pattern[str] | None, before: re.Pattern[str] | None) -> Iterator[Fact]:
    """Names of cases: capitalised words on both sides of what stands `between` parties; where the language needs it,
    only after what stands `before` a case."""
    if between is None:
        return
    for found in between.finditer(text):
        left = _capitalised(text[max(0, found.start() - _REACH) : found.start() + 1])
        right = text[found.end() : found.end() + 1]
        if not left or not right.isupper():
            continue
        start = found.start() + 1 - len(left)
        if before is None or before.search(text[max(0, start - 20) : start]):
            party = _surname(left)
            if party:
                yield Fact("case", folded(party), start, found.end() + _first_word(text, found.end()))


def _capitalised(text: str) -> str:
    """The capitalised words at the end of a text, with the space after them."""
    found = _LEFT.search(text)
    words = re.findall(r"\S+\s+", found[0]) if found else []
    kept: list[str] = []
    for word in reversed(words):
        if not (word[0].isupper() or re.fullmatch(r"(?:et|al\.?|и|др\.)\s+", word)):
            break
        kept.append(word)
    while kept and not kept[-1][0].isupper():
        kept.pop()
    return "".join(reversed(kept))


def _surname(party: str) -> str:
    names = [word for word in party.split() if word[0].isupper()]
    return names[-1] if names else ""


def _first_word(text: str, start: int) -> int:
    found = re.match(r"[\w’'‑-]+", text[start:])
    return found.end() if found else 0
