"""The chain of languages: which one is translated from which, and what text it is to be translated from.

A target is translated from a section's original unless it has a pivot. Then it is translated from what stands in the
pivot language: the original where that is the pivot, else the pivot's own current translation. While that is missing
or out of date the target has no source and waits; its entry, if it has one, is left alone, and only a new current
text of the pivot makes it fuzzy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import overwritten, parallel, turned
from assembler.catalog.merge import Merged, merge
from assembler.catalog.model import Catalog, Source, by_id
from assembler.document.units import Unit
from assembler.findings import Finding
from assembler.language.model import Language
from assembler.tracking import MERGING, Track, untracked

Texts = Mapping[str, str | None]
"""The current text of every unit in a language, by ID; None while there is none."""

Grouping = Callable[[str], str]
"""From a section to the name of the catalog that it belongs to."""


class Update(Struct, frozen=True):
    """One language after a merge: what it is translated from, by ID, its catalogs with the account, and findings."""

    sources: dict[str, Source]
    merged: Merged
    findings: tuple[Finding, ...] = ()


def update(
    units: Sequence[Unit],
    languages: Sequence[Language],
    catalogs: Mapping[str, Mapping[str, Catalog]],
    *,
    pivots: Mapping[str, str],
    grouping: Grouping,
    project: str = "",
    minor: frozenset[str] = frozenset(),
    parallels: Mapping[str, Mapping[str, Unit]] = {},
    earlier: Mapping[str, str] = {},
    track: Track = untracked,
) -> dict[str, Update]:
    """Every target language merged, pivots before what is translated from them.

    `catalogs` are by language and name, `pivots` from a target to its pivot, `parallels` the units of parallel
    versions by language and ID, `earlier` the originals at the last update by ID. The result has a language only if
    there is something to translate into it, or it has catalogs.
    """
    told: dict[str, list[Finding]] = {}
    before = turned.inherit(
        units, catalogs, pivots=pivots, earlier=earlier, parallels=parallels, grouping=grouping, findings=told
    )
    units = _distinct(units)
    by_code = {language.code: language for language in languages}
    known = overwritten.Texts(units, before, parallels, earlier)
    originals = {unit.id: by_code[unit.language] for unit in units if unit.language in by_code}
    untouched = original_sources(units)
    pivotal = frozenset(pivots.values())
    updates: dict[str, Update] = {}
    texts: dict[str, Texts] = {}
    for code in track(MERGING, in_order(tuple(by_code), pivots)):
        own = parallels.get(code, {})
        sources = sources_for(code, units, untouched, texts.get(pivots.get(code, "")), own)
        by_source = {source.id: source for source in sources}
        findings = told.get(code, [])
        held = overwritten.rescued(before.get(code, {}), by_source, known, by_code[code], originals, findings)
        merged = merge(held, grouped(sources, grouping), language=by_code[code], project=project, minor=minor)
        with_parallels = parallel.take(merged.catalogs, own, findings, held)
        findings += merged.findings
        account = turned.accounted(merged, catalogs.get(code, {}), before.get(code, {}))
        account = parallel.accounted(account, merged.catalogs, with_parallels)
        updates[code] = Update(by_source, Merged(with_parallels, account), tuple(findings))
        if code in pivotal:
            texts[code] = texts_of(code, units, updates[code])
    return {code: update for code, update in updates.items() if update.merged.catalogs or update.sources}


def _distinct(units: Sequence[Unit]) -> Sequence[Unit]:
    """Of units with the same ID, which is an error of the sources, the first: whatever is asked of them, it counts."""
    first = {unit.id: unit for unit in reversed(units)}
    return units if len(first) == len(units) else tuple(unit for unit in units if first[unit.id] is unit)


def templates(
    units: Sequence[Unit], catalogs: Mapping[str, Catalog], *, grouping: Grouping, project: str = ""
) -> Merged:
    """The templates (`.pot`): every unit in its original language. `catalogs` are the present ones by name."""
    return merge(catalogs, grouped(original_sources(units), grouping), language=None, project=project)


def original_sources(units: Iterable[Unit]) -> list[Source]:
    """Every unit in its own language, as those languages see it that are translated from the original."""
    return [Source(unit.id, unit.text, unit.section, unit.context) for unit in units]


def sources_for(
    language: str,
    units: Sequence[Unit],
    originals: Sequence[Source],
    pivot: Texts | None = None,
    beside: Mapping[str, Unit] = {},
) -> list[Source]:
    """What `language` is to be translated from, in the order of the units; its own originals are left out.

    `originals` are the units' own texts. What stands in a parallel version (`beside`, by ID) was written beside the
    original and waits for no pivot.
    """
    others = (pair for pair in zip(units, originals, strict=True) if pair[0].language != language)
    if pivot is None:
        return [source for _, source in others]
    return [source if unit.id in beside else _passed(source, pivot[unit.id]) for unit, source in others]


def _passed(source: Source, text: str | None) -> Source:
    """The source as it comes through a pivot that says `text`."""
    return source if text == source.text else replace(source, text=text, is_original=False)


def texts_of(language: str, units: Iterable[Unit], update: Update) -> dict[str, str | None]:
    """What others may be translated from: the current text of every unit in `language`."""
    entries = by_id(update.merged.catalogs.values())
    texts: dict[str, str | None] = {}
    for unit in units:
        if unit.language == language:
            texts[unit.id] = unit.text
            continue
        entry = entries.get(unit.id)
        has_source = update.sources[unit.id].text is not None
        texts[unit.id] = entry.translation if entry is not None and entry.is_current and has_source else None
    return texts


def grouped(sources: Iterable[Source], grouping: Grouping) -> dict[str, list[Source]]:
    """The sources by the name of their catalog."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(grouping(source.section), []).append(source)
    return groups


def in_order(languages: Sequence[str], pivots: Mapping[str, str]) -> list[str]:
    """The languages such that each comes after its pivot, otherwise as given. The configuration allows no circles."""
    ordered: dict[str, None] = {}
    for language in languages:
        way = reversed(list(_way(language, pivots)))
        ordered.update((code, None) for code in way if code in languages)
    return list(ordered)


def _way(language: str, pivots: Mapping[str, str]) -> Iterator[str]:
    """The language, its pivot, the pivot's pivot."""
    step: str | None = language
    while step is not None:
        yield step
        step = pivots.get(step)
