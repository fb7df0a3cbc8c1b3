"""The order in which catalogs are written: who gains words comes before who loses them."""

from __future__ import annotations

from assembler.catalog.model import Catalog, Entry
from assembler.catalog.moves import Key, order


def catalogs(**ids: str) -> dict[Key, Catalog]:
    """`a="pq"` is a catalog `a` with translated units p and q."""
    return {
        ("en", name): Catalog("en", name, tuple(Entry(id, f"source {id}", f"words {id}") for id in units))
        for name, units in ids.items()
    }


def steps(before: dict[Key, Catalog], after: dict[Key, Catalog]) -> list[tuple[str, str]]:
    return [(key[1], "".join(entry.id or "" for entry in catalog.entries)) for key, catalog in order(before, after)]


def test_the_one_that_gains_is_written_first() -> None:
    assert steps(catalogs(a="pq", b="r"), catalogs(a="p", b="qr")) == [("b", "qr"), ("a", "p")]
    assert steps(catalogs(a="p", b="qr"), catalogs(a="pq", b="r")) == [("a", "pq"), ("b", "r")]


def test_a_chain_is_written_from_its_end() -> None:
    assert steps(catalogs(a="p", b="q", c="r"), catalogs(a="", b="p", c="qr")) == [("c", "qr"), ("b", "p"), ("a", "")]


def test_where_two_exchange_one_keeps_what_leaves_until_the_other_has_it() -> None:
    exchanged = steps(catalogs(a="pq", b="rs"), catalogs(a="pr", b="qs"))
    assert exchanged == [("a", "prq"), ("b", "qs"), ("a", "pr")]


def test_words_that_become_those_of_another_language_are_written_there_first() -> None:
    before = {("kk", "01"): Catalog("kk", "01", (Entry("p", "русский", ""),)), ("ru", "01"): Catalog("ru", "01")}
    after = {("kk", "01"): Catalog("kk", "01"), ("ru", "01"): Catalog("ru", "01", (Entry("p", "қазақ", "русский"),))}
    assert [key[0] for key, _ in order(before, after)] == ["ru", "kk"]


def test_catalogs_that_did_not_change_are_left_out() -> None:
    before = catalogs(a="p", b="q")
    assert order(before, dict(before)) == []
