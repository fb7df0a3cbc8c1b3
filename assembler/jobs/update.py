"""`assembler update`: write the templates, and bring every catalog up to date with the sources."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import chain, moves, po
from assembler.catalog.account import Account
from assembler.catalog.brought import BROUGHT_WAITS, taken_in
from assembler.catalog.model import Catalog, Entry, Reason, by_id, revised
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Place
from assembler.jobs.carrying import Carried, carry
from assembler.jobs.naming import LIST_CHANGED, no_such_unit
from assembler.jobs.translations import Translations, grouping, project_name, translations
from assembler.project import discover, store, together
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import WRITING, Track, untracked


class Updated(Struct, frozen=True):
    """What an update did, or would do: the account of every language, the files, and what is to be said.

    `removed` are templates and catalogs of sections that are gone, in which nothing is left; `carried` the IDs, by
    language, of translations that went into parallel versions of their sections. `taken_into` are the catalogs, by the
    path of a removed one, that its entries are in now.
    """

    accounts: dict[str, Account]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]
    carried: dict[str, tuple[str, ...]] = {}
    taken_into: dict[str, tuple[str, ...]] = {}


Known = Mapping[str, Mapping[str, str]]
"""Translations that stand elsewhere than in catalogs: by language and ID."""


class Brought(Struct, frozen=True):
    """What a document says in one language: by ID the words, and whether they are certain; and the IDs of which it is
    known now that it says nothing."""

    language: str
    texts: Mapping[str, tuple[str, bool]]
    withdrawn: tuple[str, ...] = ()


def update(
    root: Path,
    *,
    minor: frozenset[str] = frozenset(),
    dry_run: bool = False,
    write_sources: bool = False,
    known: Known | None = None,
    brought: Brought | None = None,
    track: Track = untracked,
) -> Updated:
    """Merge the sources into the catalogs. `minor` are units whose change does not concern their translations.

    `write_sources` carries translations that were changed in catalogs into the parallel versions of their sections.
    `known` are translations to put into entries without one, `brought` are those of a document. With `dry_run` nothing
    is written. Raises RefusedError while another process writes into the submission, or where files change again and
    again while they are read.
    """

    def job() -> Updated:
        submission = store.load(root, track)
        ids = [unit.id for unit in submission.units]
        if unknown := minor.difference(ids):
            raise ConfigurationError(no_such_unit(min(unknown), ids, LIST_CHANGED))
        present = translations(root, submission, minor=minor, with_templates=True, track=track)
        carried = carry(root, submission, present) if write_sources else Carried(present)
        if brought is not None:
            carried = replace(carried, translations=_with(carried.translations, brought))
        updated, changes = _updated(submission, carried, known or {}, track)
        if not dry_run:
            together.write(root, changes)
        return updated

    return job() if dry_run else undisturbed(root, job)


def _with(present: Translations, brought: Brought) -> Translations:
    """With what a document says in one of the languages."""
    findings: list[Finding] = []
    update = present.updates[brought.language]
    catalogs = {
        name: taken_in(catalog, brought.texts, findings, brought.withdrawn)
        for name, catalog in update.merged.catalogs.items()
    }
    if waiting := brought.texts.keys() - by_id(catalogs.values()).keys():
        findings.append(BROUGHT_WAITS.at(Place(language=brought.language), count=len(waiting)))
    updates = {**present.updates, brought.language: replace(update, merged=replace(update.merged, catalogs=catalogs))}
    return replace(present, updates=updates, findings=(*present.findings, *findings))


def _updated(submission: Submission, carried: Carried, known: Known, track: Track) -> tuple[Updated, list[Change]]:
    """What is to be said and what is to be written, sources before the catalogs that remember what they say."""
    present = carried.translations
    catalogs = [_change(present, path, after) for path, after in _catalogs(present, known, track)]
    templates = [_change(present, path, after) for path, after in _templates(submission, present)]
    changes = [*carried.sources, *catalogs, *(replace(each, lasting=False) for each in templates)]
    changes = [change for change in changes if change.before != change.after]
    updated = Updated(
        accounts={code: each.merged.account for code, each in present.updates.items()},
        written=tuple(dict.fromkeys(change.path for change in changes if change.after is not None)),
        removed=tuple(change.path for change in changes if change.after is None),
        findings=(*submission.findings, *present.findings, *carried.findings),
        carried=carried.ids,
        taken_into=_taken_into(present, {change.path for change in changes if change.after is None}),
    )
    return updated, changes


def _taken_into(present: Translations, removed: Container[str]) -> dict[str, tuple[str, ...]]:
    """Where the entries of removed catalogs are now, by their paths; only those of which something went on."""
    found: dict[str, tuple[str, ...]] = {}
    for code, catalogs in present.read.items():
        gone = {name: catalog for name, catalog in catalogs.items() if discover.catalog_path(code, name) in removed}
        if not gone or code not in present.updates:
            continue
        after = present.updates[code].merged.catalogs
        home = {entry.id: name for name, catalog in after.items() for entry in catalog.entries if entry.is_unit}
        for name, catalog in gone.items():
            heirs = dict.fromkeys(home[each.id] for each in catalog.entries if each.is_unit and each.id in home)
            found[discover.catalog_path(code, name)] = tuple(discover.catalog_path(code, heir) for heir in heirs)
    return {path: heirs for path, heirs in found.items() if heirs}


def _change(present: Translations, path: str, after: bytes | None) -> Change:
    return Change(path, present.data.get(path), after)


Step = tuple[str, bytes | None]
"""A path and what is to stand there; None for a file to remove."""


def _catalogs(present: Translations, known: Known, track: Track) -> Iterator[Step]:
    """Every catalog that changes, in an order in which an interruption loses nothing."""
    before = {(code, name): catalog for code, each in present.read.items() for name, catalog in each.items()}
    after = {
        (code, name): _filled(catalog, known.get(code, {}))
        for code, each in present.updates.items()
        for name, catalog in each.merged.catalogs.items()
    }
    for key, catalog in track(WRITING, moves.order(before, after)):
        yield discover.catalog_path(*key), _data(catalog, key in before)


def _templates(submission: Submission, present: Translations) -> Iterator[Step]:
    """The templates, from the present ones, so that entries which did not change keep their bytes."""
    config = submission.config
    merged = chain.templates(
        submission.units, present.templates, grouping=grouping(config), project=project_name(config)
    )
    for name, catalog in merged.catalogs.items():
        yield discover.template_path(name), _data(catalog, was_there=True)


def _data(catalog: Catalog, was_there: bool) -> bytes | None:
    """The bytes of a catalog; None where nothing is left in it."""
    return None if catalog.is_empty and was_there else po.write(catalog)


def _filled(catalog: Catalog, texts: Mapping[str, str]) -> Catalog:
    """Entries without a translation get the one that is known."""
    if not texts:
        return catalog
    return replace(catalog, entries=tuple(_fill(entry, texts) for entry in catalog.entries))


def _fill(entry: Entry, texts: Mapping[str, str]) -> Entry:
    if entry.id is None or entry.id not in texts or entry.obsolete:
        return entry
    if entry.is_translated and not entry.is_offer:
        return entry
    nothing = {"fuzzy": False, "previous": None, "reason": Reason.UNKNOWN, "offered": ""}
    return revised(entry, translation=texts[entry.id], **nothing)
