"""Paragraph IDs as names of bookmarks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assembler.document import bookmarks
from tests.document.test_ids import IDS


def test_a_bookmark_has_no_hyphen_and_no_dot() -> None:
    assert bookmarks.bookmark("art07-t1.r1.c1") == "_P_art07_t1__r1__c1"
    assert bookmarks.bookmark("art07-k3fa", "en") == "_P_en_art07_k3fa"


@given(IDS, st.sampled_from(["", "en"]))
def test_the_bookmark_of_a_valid_id_is_not_too_long_for_word(id: str, language: str) -> None:
    assert len(bookmarks.bookmark(id, language)) <= bookmarks.LONGEST


@given(IDS, IDS)
def test_two_ids_have_two_bookmarks(one: str, other: str) -> None:
    assert (bookmarks.bookmark(one) == bookmarks.bookmark(other)) == (one == other)


@given(IDS)
def test_a_unit_is_found_by_its_bookmark(id: str) -> None:
    assert bookmarks.unit_id(bookmarks.bookmark(id)) == id


def test_other_bookmarks_belong_to_no_unit() -> None:
    assert [bookmarks.unit_id(name) for name in ("_Toc1", "_Ref12", "a", "")] == [""] * 4


def test_a_base_is_a_bookmark_of_its_own_and_no_unit() -> None:
    name = bookmarks.base("Семь жалоб.", 12)
    assert bookmarks.bookmark(name) == name
    assert len(name) <= bookmarks.LONGEST
    assert bookmarks.unit_id(name) == ""
    assert bookmarks.base_digest(name) == bookmarks.digest("Семь жалоб.")


def test_bases_of_one_source_in_two_rows_differ_in_name_and_not_in_digest() -> None:
    one, other = bookmarks.base("Same.", 1), bookmarks.base("Same.", 2)
    assert one != other
    assert bookmarks.base_digest(one) == bookmarks.base_digest(other)


def test_a_bookmark_of_a_unit_has_no_base() -> None:
    assert bookmarks.base_digest(bookmarks.bookmark("art07-k3fa")) == ""
