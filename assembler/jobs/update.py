"""`assembler update`: write the templates, and bring every catalog up to date with the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import chain, parallel, po
from assembler.catalog.account import Account
from assembler.catalog.model import Catalog, Entry, revised
from assembler.document.units import extract
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.jobs.translations import Translations, grouping, project_name, translations
from assembler.project import discover, files, store
from assembler.project.store import Submission

NO_SUCH_UNIT = Kind(
    "no-such-unit", Severity.ERROR, "There is no unit “{id}”.", "IDs of changed units: assembler status --list fuzzy"
)


NOTHING_LEFT = b""


class Updated(Struct, frozen=True):
    """What an update did, or would do: the account of every language, the files, and what is to be said.

    `removed` are templates and catalogs of sections that are gone, in which nothing is left.
    """

    accounts: dict[str, Account]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]


Known = Mapping[str, Mapping[str, str]]
"""Translations that stand elsewhere than in catalogs: by language and ID."""


def update(
    root: Path, *, minor: frozenset[str] = frozenset(), dry_run: bool = False, known: Known | None = None
) -> Updated:
    """Merge the sources into the catalogs. `minor` are units whose change does not concern their translations.

    `known` are translations to put into entries without one. With `dry_run` nothing is written.
    """
    submission = store.load(root)
    if unknown := minor - {unit.id for unit in submission.units}:
        raise ConfigurationError(NO_SUCH_UNIT.at(Place(id=min(unknown)), id=min(unknown)))
    present = translations(root, submission, minor=minor)
    findings = [*submission.findings, *present.findings]
    files_now = {**_templates(submission), **_catalogs(submission, present, known or {}, findings)}
    written = [path for path, data in files_now.items() if data and _differs(root, path, data)]
    removed = [path for path, data in files_now.items() if not data]
    removed += [path for path in discover.template_files(root).values() if path not in files_now]
    if not dry_run:
        _save(root, {path: files_now[path] for path in written}, removed)
    accounts = {code: each.merged.account for code, each in present.updates.items()}
    return Updated(accounts, tuple(written), tuple(removed), tuple(findings))


def _save(root: Path, written: Mapping[str, bytes], removed: Iterable[str]) -> None:
    """New files before old ones go, so that an interruption leaves a translation twice rather than not at all."""
    for path, data in written.items():
        files.write_bytes(root, path, data)
    for path in removed:
        files.remove(root, path)


def _differs(root: Path, path: str, data: bytes) -> bool:
    return not (root / path).is_file() or files.read_bytes(root, path) != data


def _templates(submission: Submission) -> dict[str, bytes]:
    """Templates hold no one's work, so they are made anew each time."""
    config = submission.config
    merged = chain.templates(submission.units, {}, grouping=grouping(config), project=project_name(config))
    return {discover.template_path(name): po.write(catalog) for name, catalog in merged.catalogs.items()}


def _catalogs(submission: Submission, present: Translations, known: Known, findings: list[Finding]) -> dict[str, bytes]:
    """The bytes of every catalog that changed, none for one to remove. What parallel versions say comes in last."""
    changed: dict[str, bytes] = {}
    for code, each in present.updates.items():
        before = present.read.get(code, {})
        merged = parallel.take(each.merged.catalogs, _parallel_texts(submission, code), findings)
        merged = {name: _filled(catalog, known.get(code, {})) for name, catalog in merged.items()}
        for name, catalog in merged.items():
            if catalog.is_empty and name in before:
                changed[discover.catalog_path(code, name)] = NOTHING_LEFT
            elif catalog is not before.get(name):
                changed[discover.catalog_path(code, name)] = po.write(catalog)
    return changed


def _parallel_texts(submission: Submission, code: str) -> dict[str, str]:
    sections = (section for section in submission.parallels if section.language == code)
    return {unit.id: unit.text for section in sections for unit in extract(section)}


def _filled(catalog: Catalog, texts: Mapping[str, str]) -> Catalog:
    """Entries without a translation get the one that is known."""
    if not texts:
        return catalog
    return replace(catalog, entries=tuple(_fill(entry, texts) for entry in catalog.entries))


def _fill(entry: Entry, texts: Mapping[str, str]) -> Entry:
    if entry.id is None or entry.id not in texts or entry.translation or entry.obsolete:
        return entry
    return revised(entry, translation=texts[entry.id])
