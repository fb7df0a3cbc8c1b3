"""What is remembered in the comment, and comments of people that look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.catalog import memory
from assembler.catalog.model import Entry, Reason


@given(
    reason=st.sampled_from(Reason),
    reviewed=st.sampled_from(["", "0123456789ab"]),
    made=st.sampled_from(["", "ba9876543210"]),
    base=st.none() | st.text(st.characters(codec="utf-8")),
)
def test_what_is_remembered_is_recalled(reason: Reason, reviewed: str, made: str, base: str | None) -> None:
    entry = Entry("p1", "a", "b", reason=reason, reviewed=reviewed, made=made, base=base)
    lines = memory.comment(entry)
    assert memory.recalled(Entry("p1", "a", "b", comments=tuple(lines))) == entry
    assert len(lines) <= 1
    assert not any("\n" in line for line in lines)


def test_comments_of_people_stay_and_ours_leaves_them() -> None:
    comments = ("# Ask Aigul.", "# assembler: reason=split", "# see p. 3")
    entry = memory.recalled(Entry("p1", "a", comments=comments))
    assert (entry.reason, entry.comments) == (Reason.SPLIT, ("# Ask Aigul.", "# see p. 3"))


def test_a_comment_that_a_hand_broke_is_read_as_far_as_it_goes() -> None:
    entry = memory.recalled(Entry("p1", "a", comments=('# assembler: reason=strange base="open reviewed=abc',)))
    assert (entry.reason, entry.base, entry.reviewed) == (Reason.UNKNOWN, '"open', "abc")


@pytest.mark.parametrize(
    "said", ["put this where it belongs, please!", "a=b?", "please reason=split", "later=0123 whole", "(see above)"]
)
def test_a_comment_of_a_person_that_begins_as_ours_do_stays(said: str) -> None:
    line = f"# assembler: {said}"
    entry = memory.recalled(Entry("p1", "a", comments=(line,)))
    assert entry == Entry("p1", "a", comments=(line,))


def test_what_a_later_version_wrote_into_our_comment_stays() -> None:
    comments = ('# assembler: reason=split later="two words" made=abc further',)
    entry = memory.recalled(Entry("p1", "a", comments=comments))
    assert (entry.reason, entry.made) == (Reason.SPLIT, "abc")
    assert entry.comments == ('# assembler: later="two words" further',)
    assert memory.recalled(Entry("p1", "a", comments=entry.comments)).comments == entry.comments
