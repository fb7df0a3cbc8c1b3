"""Paragraph IDs as names of bookmarks, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.document import bookmarks
from tests.document.test_ids import IDS


def test_a_bookmark_has_no_hyphen_and_no_dot() -> None:
    assert bookmarks.bookmark("art07-t1.r1.c1") == "_P_art07_t1__r1__c1"
    assert bookmarks.bookmark("art07-k3fa", "en") == "_P_en_art07_k3fa"


@given(IDS, st.sampled_from(["", "en"]))
def test_a_bookmark_leads_back_to_its_id(id: str, language: str) -> None:
    name = bookmarks.bookmark(id, language)
    assert len(name) <= bookmarks.LONGEST
    assert bookmarks.unit_id(name, language) == id


@pytest.mark.parametrize("name", ["_Ref123", "Art07", "_P_", "_P_Art", "_P_a___b"])
def test_other_names_lead_nowhere(name: str) -> None:
    assert bookmarks.unit_id(name) is None
