"""From the corrections of a person, who names units and the beginnings of paragraphs, to pieces of two versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from assembler.align.guided import Cut, Guidance, Pin
from assembler.align.version import Edition


class Named(Struct, frozen=True):
    """A correction: `ids` of the left version's units, `texts` that pieces of the right one begin with."""

    is_pin: bool
    ids: tuple[str, ...]
    texts: tuple[str, ...]


class Lost(Struct, frozen=True):
    """What a correction names and is not found (`times` 0) or is found too often."""

    correction: Named
    name: str
    times: int


def guidance(corrections: Iterable[Named], left: Edition, right: Edition) -> tuple[Guidance, list[Lost]]:
    """The corrections as pieces. One of which something is not found, or not clear, is left out and told."""
    places = {id: place for place, part in enumerate(left.parts) for id in part.units}
    beginnings = [_bare(part.piece.words) for part in right.parts]
    pins: list[Pin] = []
    cuts: list[Cut] = []
    lost: list[Lost] = []
    for each in corrections:
        named = [([places[id]] if id in places else [], id) for id in each.ids]
        said = [(_beginning(beginnings, text), text) for text in each.texts]
        wrong = [Lost(each, name, len(found)) for found, name in chain(named, said) if len(found) != 1]
        if wrong:
            lost += wrong
            continue
        here, there = (tuple(sorted({place for (place,), _ in sides})) for sides in (named, said))
        if each.is_pin:
            pins.append(Pin(here, there))
        else:
            cuts.append(Cut(here, there))
    return Guidance(tuple(pins), tuple(cuts)), lost


def _beginning(beginnings: Sequence[str], text: str) -> list[int]:
    """The pieces that are the text, else those that begin with it, else those that hold it."""
    sought = _bare(text)
    if not sought:
        return []
    tests = (str.__eq__, str.startswith, str.__contains__)
    found = ([place for place, words in enumerate(beginnings) if test(words, sought)] for test in tests)
    return next((places for places in found if places), [])


def _bare(text: str) -> str:
    """Letters and digits alone: markup, blanks and quotes are typed differently."""
    return "".join(filter(str.isalnum, text.casefold()))
