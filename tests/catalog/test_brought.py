"""What a document brings, and what stays."""

from __future__ import annotations

import pytest

from assembler.catalog.brought import taken_in
from assembler.catalog.model import Catalog, Entry, Reason, revised, seal
from assembler.findings import Finding

EMPTY = Entry("a", "Вода", made="")


def brought(entry: Entry, words: str, *, certain: bool, withdrawn: tuple[str, ...] = ()) -> tuple[Entry, list[Finding]]:
    findings: list[Finding] = []
    texts = {"a": (words, certain)} if words else {}
    after = taken_in(Catalog("en", "s", (entry,)), texts, findings, withdrawn)
    return after.entries[0], findings


def test_certain_words_are_a_translation_and_doubtful_ones_are_fuzzy() -> None:
    certain, _ = brought(EMPTY, "Water", certain=True)
    assert (certain.translation, certain.fuzzy, certain.reason) == ("Water", False, Reason.UNKNOWN)
    doubtful, _ = brought(EMPTY, "Water", certain=False)
    assert (doubtful.translation, doubtful.fuzzy, doubtful.reason) == ("Water", True, Reason.ALIGNED)


def test_what_nobody_touched_gives_way_and_what_is_the_same_stays_the_very_entry() -> None:
    first, _ = brought(EMPTY, "Water", certain=True)
    again, _ = brought(first, "Water", certain=False)
    assert again is first
    other, findings = brought(first, "Waters", certain=False)
    assert (other.translation, other.fuzzy, findings) == ("Waters", True, [])


def test_doubtful_words_become_current_when_they_are_certain_now() -> None:
    doubtful, _ = brought(EMPTY, "Water", certain=False)
    sure, _ = brought(doubtful, "Water", certain=True)
    assert (sure.fuzzy, sure.reason) == (False, Reason.UNKNOWN)


@pytest.mark.parametrize(
    "entry",
    [
        revised(EMPTY, translation="H2O"),
        revised(EMPTY, translation="H2O", offered=seal("", "Water")),
        revised(EMPTY, translation="H2O", offered=seal("", "H2O"), reviewed=seal("Вода", "H2O")),
    ],
    ids=["written by a person", "edited since", "reviewed"],
)
def test_a_persons_words_stay_and_the_others_are_told(entry: Entry) -> None:
    after, findings = brought(entry, "Water", certain=True)
    assert after is entry
    assert [each.code for each in findings] == ["brought-translation-differs"]


def test_what_was_withdrawn_is_taken_out_again_unless_a_person_touched_it() -> None:
    first, _ = brought(EMPTY, "Water", certain=True)
    assert brought(first, "", certain=True, withdrawn=("a",))[0].translation == ""
    own = revised(EMPTY, translation="H2O")
    assert brought(own, "", certain=True, withdrawn=("a",))[0] is own
