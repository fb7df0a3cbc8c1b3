"""The word diff says all of both texts, in pieces that a person can read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.worddiff import MOST_PAIRS, Change, word_diff


def written(before: str, after: str) -> str:
    forms = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(forms[each.kind].format(each.text) for each in word_diff(before, after))


CASES = [
    ("one two three", "one four three", "one [-two-]{+four+} three"),
    ("one two.", "one two three.", "one two{+ three+}."),
    ("Семь жалоб, две проверки", "Семь жалоб, три проверки", "Семь жалоб, [-две-]{+три+} проверки"),
    ("a b c d", "x y z w", "[-a b c d-]{+x y z w+}"),
    ("a b. c d", "x y. z w", "[-a b. c d-]{+x y. z w+}"),
    ("Ереже [162]{.number} бап", "Ереже [163]{.number} бап", "Ереже [[-162-]{+163+}]{.number} бап"),
    ("он екі-үш жыл", "он екі-төрт жыл", "он [-екі-үш-]{+екі-төрт+} жыл"),
    ("в 2015\u00a0году", "в 2015 году", "в 2015[-\u00a0-]{+ +}году"),
    ("", "new", "{+new+}"),
    ("old", "", "[-old-]"),
    ("alike", "alike", "alike"),
    ("", "", ""),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_changes_are_shown_word_by_word(before: str, after: str, expected: str) -> None:
    assert written(before, after) == expected


def test_a_sentence_that_is_put_in_is_one_piece_although_its_commas_occur_elsewhere() -> None:
    before = "Мораторий соблюдается, но законом не закреплен."
    after = "Мораторий соблюдается, как и прежде, с 2003 года, но законом не закреплен."
    assert written(before, after) == "Мораторий соблюдается, {+как и прежде, с 2003 года, +}но законом не закреплен."


def test_texts_too_long_to_be_compared_are_replaced_whole_but_for_their_ends() -> None:
    words = int(MOST_PAIRS**0.5)
    before = "begin " + " ".join(f"a{number}" for number in range(words)) + " end"
    after = "begin " + " ".join(f"b{number}" for number in range(words)) + " end"
    assert [each.kind for each in word_diff(before, after)] == ["same", "removed", "added", "same"]
    assert word_diff(before, after)[0] == Change("same", "begin ")


TEXTS = st.lists(st.sampled_from(["слово", "word", "a", ",", ".", " ", "\u00a0", "\n", "—", "[^n]"]), max_size=40).map(
    "".join
)


@given(TEXTS | st.text(max_size=60), TEXTS | st.text(max_size=60))
def test_both_texts_can_be_read_off(before: str, after: str) -> None:
    changes = word_diff(before, after)
    assert "".join(each.text for each in changes if each.kind != "added") == before
    assert "".join(each.text for each in changes if each.kind != "removed") == after
    assert all(each.text for each in changes)
    kinds = [each.kind for each in changes]
    assert all(one != other for one, other in pairwise(kinds))
