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
    gained = {key: words(catalog) - _words_of(before.get(key)) for key, catalog in changed.items()}
    lost = {key: _words_of(before.get(key)) - words(catalog) for key, catalog in changed.items()}
    steps: list[tuple[Key, Catalog]] = []
    open_to = dict.fromkeys(changed)
    while open_to:
        ready = [key for key in open_to if not any(lost[key] & gained[other] for other in open_to if other != key)]
        for key in ready:
            steps.append((key, changed[key]))
            del open_to[key]
        if not ready:
            key = next(iter(open_to))
            steps.append((key, _with_leaving(changed[key], before[key], lost[key])))
            gained[key] = frozenset()
            changed[key], lost[key] = changed[key], lost[key]
            if all(not gained[other] for other in open_to):
                continue
    return steps


def words(catalog: Catalog) -> frozenset[Words]:
    """Everything in a catalog that may be somebody's words, with the ID."""
    return frozenset(_each(catalog))


def _words_of(catalog: Catalog | None) -> frozenset[Words]:
    return words(catalog) if catalog is not None else frozenset()


def _each(catalog: Catalog) -> Iterator[Words]:
    for entry in catalog.entries:
        if entry.id is not None:
            yield from _said(entry)


def _said(entry: Entry) -> Iterator[Words]:
    id = (entry.id or "").partition("--")[0]
    yield id, entry.translation.strip()
    yield id, entry.source


def _with_leaving(after: Catalog, before: Catalog, lost: frozenset[Words]) -> Catalog:
    leaving = tuple(entry for entry in before.entries if entry.id is not None and lost.intersection(_said(entry)))
    return replace(after, entries=(*after.entries, *leaving))
