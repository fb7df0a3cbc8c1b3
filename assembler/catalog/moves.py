"""In which order catalogs are written, so that an interruption leaves words twice rather than not at all.

Words move between catalogs: with their section, to the shelf of an heir, to another language when the original changes
its own. A catalog that gains words is written before the one that loses them. Where two give to each other one of
them is first written with what leaves it still at its end; the next update finds it twice and takes it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from assembler.catalog.model import Catalog, Entry

Key = tuple[str, str]
"""Language and name of a catalog."""
Words = tuple[str, str]
"""An ID and what somebody wrote for it."""


def order(before: Mapping[Key, Catalog], after: Mapping[Key, Catalog]) -> list[tuple[Key, Catalog]]:
    """The catalogs of `after` that are not those of `before`, in a safe order; one may come twice."""
    changed = {key: catalog for key, catalog in after.items() if catalog is not before.get(key)}
    lost = {key: _only_in(before.get(key), catalog) for key, catalog in changed.items()}
    heirs = _heirs(lost, {key: _only_in(catalog, before.get(key)) for key, catalog in changed.items()})
    steps: list[tuple[Key, Catalog]] = []
    written: set[Key] = set()
    waiting = list(changed)
    while waiting:
        ready = [key for key in waiting if heirs[key] <= written]
        if not ready:
            key = next(each for each in waiting if each not in written)
            steps.append((key, _with_leaving(changed[key], before[key], lost[key])))
            written.add(key)
        steps += [(key, changed[key]) for key in ready]
        written.update(ready)
        waiting = [key for key in waiting if key not in ready]
    return steps


def _heirs(lost: Mapping[Key, frozenset[Words]], gained: Mapping[Key, frozenset[Words]]) -> dict[Key, set[Key]]:
    """For each catalog the others that gain what it loses."""
    gainers: dict[Words, set[Key]] = {}
    for key, each in gained.items():
        for said in each:
            gainers.setdefault(said, set()).add(key)
    return {key: {heir for said in each for heir in gainers.get(said, ())} - {key} for key, each in lost.items()}


def _only_in(one: Catalog | None, other: Catalog | None) -> frozenset[Words]:
    """The words of one catalog that the other lacks. Most entries are the same object in both and need no look."""
    entries, others = (catalog.entries if catalog else () for catalog in (one, other))
    here, there = set(map(id, entries)), set(map(id, others))
    own = frozenset(said for entry in entries if id(entry) not in there for said in _said(entry))
    return own - frozenset(said for entry in others if id(entry) not in here for said in _said(entry))


def _said(entry: Entry) -> Iterator[Words]:
    if entry.id is not None:
        id = entry.id.partition("--")[0]
        yield from ((id, text) for text in (entry.translation, entry.source) if text.strip())


def _with_leaving(after: Catalog, before: Catalog, lost: frozenset[Words]) -> Catalog:
    leaving = tuple(entry for entry in before.entries if lost.intersection(_said(entry)))
    return replace(after, entries=(*after.entries, *leaving))
