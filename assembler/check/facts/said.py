"""How a difference is said: what stands here, what there, and where that is."""

from __future__ import annotations

from collections.abc import Mapping

from assembler.check.rule import Elsewhere, Hit, Passage
from assembler.findings import Phrase, phrase


def differing(here: Passage, there: Passage, one: tuple[int, int] | None, other: tuple[int, int] | None) -> Elsewhere:
    """A hit in `here`: what stands in a range of its prose, and what in a range of the other's; None for nothing."""
    start, end = one or (0, 0)
    return Elsewhere(here, Hit(start, end, _values(_words(here, one), _words(there, other), there)))


def _words(passage: Passage, place: tuple[int, int] | None) -> str:
    return passage.prose.text[place[0] : place[1]].strip() if place else ""


def _values(here: str, there: str, other: Passage) -> Mapping[str, str | Phrase]:
    place = str(other.place) or other.id
    return {"difference": _difference(here, there, other.language, place)}


def _difference(here: str, there: str, language: str, place: str) -> Phrase:
    if here and there:
        return phrase(
            "“{here}” here, “{there}” in the text in “{language}” ({place})",
            here=here,
            there=there,
            language=language,
            place=place,
        )
    if there:
        return phrase(
            "nothing here, “{there}” in the text in “{language}” ({place})", there=there, language=language, place=place
        )
    return phrase(
        "“{here}” here, nothing in the text in “{language}” ({place})", here=here, language=language, place=place
    )
