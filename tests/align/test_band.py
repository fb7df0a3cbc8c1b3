"""Where the way through two texts is looked for."""

from __future__ import annotations

from assembler.align.band import ENOUGH, anchors, nearer
from assembler.align.evidence import gathered, told

WORTH = {"=7": ENOUGH, "~almat": ENOUGH / 2}


def test_what_stands_in_many_places_of_both_texts_shows_the_way_only_near_it() -> None:
    often = {"=7": [1, 11, 21, 31, 41]}
    assert anchors(often, often, {"=7": ENOUGH}) == []
    keys = [["=7"] if place % 10 == 1 else [] for place in range(45)]
    band = [(max(0, place - 3), place + 3) for place in range(45)]
    assert nearer(gathered([told(keys, often, WORTH)], band)) == [(place, place) for place in often["=7"]]


def test_too_little_shows_no_way() -> None:
    keys = [["~almat"], []]
    assert nearer(gathered([told(keys, {"~almat": [0]}, WORTH)], [(0, 1), (0, 1)])) == []
