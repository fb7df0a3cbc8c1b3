"""Which entry goes on when several have the ID of a unit, and what of the others need not be kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

from assembler.catalog.likeness import alike
from assembler.catalog.model import Catalog, Entry, revised
from assembler.catalog.offers import made_from


class Held(Struct, frozen=True):
    """An entry and the name of the catalog where it stood."""

    name: str
    entry: Entry


def held_by_id(catalogs: Mapping[str, Catalog]) -> dict[str, list[Held]]:
    """Every entry of a unit by its ID, living and obsolete."""
    held: dict[str, list[Held]] = {}
    for name, catalog in catalogs.items():
        for entry in catalog.entries:
            if entry.id is not None and entry.is_unit:
                held.setdefault(entry.id, []).append(Held(name, entry))
    return held


def best(candidates: list[Held], home: str, text: str | None) -> Held:
    """The entry that goes on when several have the ID: one with words, living, of this source, current, at home.

    Of several obsolete ones that which was made from the text most like the present. An untouched offer gives way to
    words that were written for this very source: a join was undone.
    """
    if any(held.entry.is_offer and held.entry.source != text for held in candidates):
        candidates = [
            held for held in candidates if held.entry.source == text and held.entry.is_translated
        ] or candidates

    def merits(held: Held) -> tuple[float, ...]:
        entry = held.entry
        likeness = alike(entry.source, text) if entry.obsolete and text else 0
        return (
            entry.is_translated,
            not entry.obsolete,
            entry.source == text,
            not entry.fuzzy,
            likeness,
            held.name == home,
        )

    return max(candidates, key=merits)


def contesting(entry: Entry, candidates: list[Held]) -> list[Held]:
    """The other living entries in which somebody translated the same source in other words."""
    if len(candidates) == 1 or not _is_work(entry):
        return []
    source = made_from(entry)
    return [
        other
        for other in candidates
        if _is_work(other.entry)
        and made_from(other.entry) == source
        and other.entry.translation.strip() != entry.translation.strip()
    ]


def _is_work(entry: Entry) -> bool:
    return entry.is_translated and not entry.obsolete and not entry.is_offer


def with_remarks(taken: Entry, candidates: list[Held]) -> Entry:
    """The entry that goes on, with what people remarked in others that say nothing else."""
    others = [
        held.entry
        for held in candidates
        if held.entry is not taken and not held.entry.obsolete and is_said(held.entry, taken)
    ]
    remarks = dict.fromkeys(chain(taken.comments, *(entry.comments for entry in others)))
    return revised(taken, comments=tuple(remarks)) if others else taken


def is_said(entry: Entry, taken: Entry) -> bool:
    """Whether the entry says nothing that the one that goes on does not say: an untouched offer gave way to it."""
    is_given_up = entry.is_offer and not entry.comments
    return is_given_up or entry.translation.strip() in ("", taken.translation.strip())


def has_words(entry: Entry) -> bool:
    """Whether a person has written anything in the entry, or may have: what stands above one without translation."""
    return entry.is_translated or bool(entry.comments) or (entry.previous is not None and not entry.fuzzy)
