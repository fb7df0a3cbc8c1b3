"""The count of survivors: what it says of our own update, and that it can see a loss."""

from __future__ import annotations

from random import Random

from msgspec.structs import replace

from assembler.catalog import po
from benchmarks.survivors import PEERS, Text, counted, survivors, translated, words

OURS = PEERS[0]


def test_our_update_keeps_every_translation_reachable_and_puts_none_at_another_text() -> None:
    count, _ = survivors(OURS, 60, 3, seed=7)
    assert (count.reachable, count.misplaced) == (60, 0)
    assert count.with_source == count.in_place


def test_a_tool_that_loses_or_misplaces_words_is_seen() -> None:
    text = Text(3, Random(1))
    catalog = po.read(translated(text.sources(), with_ids=True), path="x.po", name="submission", language="en")[0]
    header, *units = catalog.entries
    swapped = (replace(units[0], translation=words("p1")), replace(units[1], translation=words("p0")))
    count = counted(text, replace(catalog, entries=(header, *swapped)))
    assert (count.reachable, count.in_place, count.misplaced) == (2, 0, 2)
