"""An ID that is renamed on purpose takes its translations along: contexts, note marks and references in catalogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from assembler.catalog.model import Catalog, Entry, revised, seal


def renamed(catalog: Catalog, ids: Mapping[str, str], text: Callable[[str], str]) -> Catalog:
    """The catalog with new IDs for old ones, and with `text` applied to whatever may mention them.

    The same catalog comes back when nothing in it is concerned.
    """
    entries = tuple(_renamed(entry, ids, text) for entry in catalog.entries)
    same = all(new is old for new, old in zip(entries, catalog.entries, strict=True))
    return catalog if same else replace(catalog, entries=entries)


def _renamed(entry: Entry, ids: Mapping[str, str], text: Callable[[str], str]) -> Entry:
    if not entry.is_unit or entry.id is None:
        return entry
    new = revised(
        entry,
        id=_renamed_id(entry.id, ids),
        source=text(entry.source),
        translation=text(entry.translation),
        previous=None if entry.previous is None else text(entry.previous),
        base=None if entry.base is None else text(entry.base),
    )
    if new is entry:
        return entry
    made_from = entry.previous if entry.fuzzy and entry.previous is not None else entry.source
    seals = {
        "reviewed": entry.reviewed == seal(made_from, entry.translation) and seal(text(made_from), new.translation),
        "made": entry.made == seal(made_from, entry.translation) and seal(text(made_from), new.translation),
        "offered": entry.is_offer and seal("", new.translation),
        "shown": entry.shown == seal(entry.source, "") and seal(new.source, ""),
    }
    return revised(new, **{name: sealed for name, sealed in seals.items() if sealed})


def _renamed_id(id: str, ids: Mapping[str, str]) -> str:
    """The new ID, also of a second translation that is kept beside the unit (`art07-p1--2`)."""
    own = own_id(id)
    return ids.get(own, own) + id[len(own) :]


def own_id(id: str) -> str:
    """The ID of the unit that an entry is, or is kept beside."""
    return id.partition("--")[0]
