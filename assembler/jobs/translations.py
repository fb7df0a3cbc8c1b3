"""The catalogs of a submission as they are on disk and as they would be after an update, which only `update` writes.

`status`, `check` and `build` merge in memory, so that what they say is true of the sources as they stand now.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from assembler.catalog import chain, po
from assembler.catalog.chain import Update
from assembler.catalog.model import Catalog
from assembler.document.units import Unit
from assembler.findings import Finding
from assembler.language import load as languages
from assembler.project import discover, files
from assembler.project.config import CATALOG, Config
from assembler.project.store import Submission


class Translations(Struct, frozen=True):
    """By language: the catalogs as they were read, and the update with which they meet the present sources."""

    read: dict[str, dict[str, Catalog]]
    updates: dict[str, Update]
    findings: tuple[Finding, ...]


def translations(
    root: Path,
    submission: Submission,
    targets: Iterable[str] | None = None,
    *,
    minor: frozenset[str] = frozenset(),
    units: tuple[Unit, ...] | None = None,
) -> Translations:
    """The catalogs of the target languages (all of the submission by default) and of their pivots, merged in memory.

    Raises UnreadableFileError for a damaged catalog: half of a language's translations must not pass for the whole.
    """
    config = submission.config
    needed = with_pivots(config, config.languages if targets is None else targets)
    findings: list[Finding] = []
    read = {code: read_catalogs(root, code, findings) for code in needed}
    updates = chain.update(
        submission.units if units is None else units,
        [languages.load(code) for code in needed],
        read,
        pivots=config.pivots,
        grouping=grouping(config),
        project=project_name(config),
        minor=minor,
    )
    return Translations(read, updates, tuple(findings))


def with_pivots(config: Config, targets: Iterable[str]) -> list[str]:
    """The targets and every language that they pass through."""
    needed: dict[str, None] = {}
    for target in targets:
        step: str | None = target
        while step is not None:
            needed[step] = None
            step = config.pivots.get(step)
    return [code for code in config.languages if code in needed]


def read_catalogs(root: Path, language: str, findings: list[Finding]) -> dict[str, Catalog]:
    """Every catalog of a language that is on disk, by name."""
    catalogs: dict[str, Catalog] = {}
    for name, path in discover.catalog_files(root, language).items():
        catalogs[name], found = po.read(files.read_bytes(root, path), path=path, name=name, language=language)
        findings += found
    return catalogs


def grouping(config: Config) -> chain.Grouping:
    """Which catalog a section's units belong to: its own, or the only one."""
    if config.catalogs == "submission":
        return lambda _: CATALOG
    return lambda section: section


def project_name(config: Config) -> str:
    """What catalogs name as their project: the title without line breaks."""
    return " ".join(config.title.split())
