"""The terms of a submission: for each concept its full form and its abbreviation by language, and where they are used.

An abbreviation is found where it stands as a word: `НПМ`, also with an ending (`МИДа`, `БҰҰ-ның`, `NGOs`), not inside
a longer word and not inside the symbol of a document (`CCPR/C/KAZ/CO/1`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

TERMS_FILE = "terms.toml"
"""Where a submission keeps its terms, beside submission.toml."""


class Term(Struct, frozen=True, forbid_unknown_fields=True):
    """What a language calls a concept. `forms` are further forms of the abbreviation that its ending does not show.

    `allowed` are other names that may stand for it, `forbidden` those that may not; all of them in their basic form.
    """

    full: str
    abbreviation: str = ""
    forms: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


class Concept(Struct, frozen=True):
    """A concept and its terms by language; `line` is where the file names it."""

    id: str
    terms: Mapping[str, Term]
    line: int = 0


SYMBOL = re.compile(r"\b[A-Z]+(?:/[\w.\-]+)*/[\w.\-]*\d[\w.\-]*")
"""The symbol of a United Nations document."""

LONGEST_ENDING = 3
"""An ending without a hyphen has no more letters: `МИДами`, `NGOs`."""


def usage(concepts: Iterable[Concept], language: str) -> Callable[[str], set[str]]:
    """A function that finds the abbreviations of a language in a text; it gives the IDs of their concepts."""
    owners = {form: concept.id for concept in concepts for form in _forms(concept.terms.get(language))}
    longest_first = sorted(owners, key=lambda form: (-len(form), form))
    pattern = re.compile(
        rf"(?<![\w/])({'|'.join(map(re.escape, longest_first))})((?:[-\u2010\u2011'\u2019])?[^\W\d_]*)(?!\w)"
    )

    def used(text: str) -> set[str]:
        found = pattern.finditer(SYMBOL.sub(" ", text)) if owners else ()
        return {owners[each[1]] for each in found if _is_ending(each[1], each[2])}

    return used


def _forms(term: Term | None) -> tuple[str, ...]:
    return (term.abbreviation, *term.forms) if term is not None and term.abbreviation else ()


def _is_ending(form: str, tail: str) -> bool:
    """Whether what follows a form leaves it a word of its own: nothing, something behind a hyphen, or a few small
    letters behind capitals."""
    if not tail or not tail[0].isalpha():
        return True
    return form[-1].isupper() and tail.islower() and len(tail) <= LONGEST_ENDING
