"""Paragraph IDs: their form, minting, and their names as bookmarks."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import strategies as st

from assembler.document import ids
from assembler.document.model import Heading, Paragraph, Section

PARTS = st.from_regex(r"[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,4}){0,3}", fullmatch=True, alphabet=st.characters(codec="ascii"))
IDS = st.lists(PARTS, min_size=1, max_size=3).map(".".join).filter(lambda text: len(text) <= ids.MAX_LENGTH)


@pytest.mark.parametrize("id", ["a", "art07", "art07-k3fa", "art07-t1.r1.c1", "art07-t1.h.c12", "a" * 30])
def test_a_well_formed_id_is_valid(id: str) -> None:
    assert ids.is_valid(id)


@pytest.mark.parametrize(
    "id", ["", "1a", "A", "a_b", "a--b", "a-", "-a", "a.", ".a", "a..b", "a.1", "статья", "a b", "a\n", "a" * 31]
)
def test_anything_else_is_not(id: str) -> None:
    assert not ids.is_valid(id)


def test_a_minted_id_is_valid_and_new_and_begins_with_the_prefix() -> None:
    random = Random(7)
    taken: set[str] = set()
    for _ in range(2000):
        id = ids.mint("art07", taken, random)
        assert ids.is_valid(id)
        assert id.startswith("art07-")
        assert id not in taken
        taken.add(id)


def test_what_is_taken_is_not_minted_again() -> None:
    first = ids.mint("p", set(), Random(1))
    assert ids.mint("p", {first}, Random(1)) != first


def test_two_authors_do_not_mint_the_same_ids() -> None:
    ours = {ids.mint("art07", (), Random(n)) for n in range(500)}
    theirs = {ids.mint("art07", (), Random(n)) for n in range(10_000, 10_500)}
    assert not ours & theirs


@pytest.mark.parametrize(
    ("name", "heading", "prefix"),
    [
        ("07-article-07", "art07", "art07"),
        ("07-article-07", None, "article-07"),
        ("07-article-07", "a-very-long-heading-id", "article-07"),
        ("12-rec-11-freedom-of-movement", None, "rec-11-freedom"),
        ("03", None, "p"),
        ("03-введение", None, "p"),
        ("Annex_A", None, "annex-a"),
        ("internationalization", None, "internationali"),
    ],
)
def test_new_ids_begin_with_the_headings_id_or_the_files_name(name: str, heading: str | None, prefix: str) -> None:
    blocks = (Paragraph(words="x"), Heading(id=heading, level=1, words="T"))
    section = Section(id=name, language="ru", path=f"sources/ru/{name}.md", blocks=blocks)
    assert ids.prefix_for(section) == prefix
    assert ids.is_valid(ids.mint(prefix, (), Random(1)))
