"""The catalogs of a submission as they are on disk and as they would be after an update, which only `update` writes.

`status`, `check` and `build` merge in memory, so that what they say is true of the sources as they stand now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import chain, po
from assembler.catalog.chain import Update
from assembler.catalog.model import Catalog, by_id
from assembler.document.units import Unit, extract
from assembler.errors import UnreadableFileError
from assembler.findings import Finding, Kind, Severity
from assembler.language import load as languages
from assembler.project import discover, files
from assembler.project.config import CATALOG, Config
from assembler.project.store import Submission
from assembler.tracking import READING_CATALOGS, Track, untracked

STRAY_CATALOG = Kind(
    "stray-catalog-of-other-language",
    Severity.ERROR,
    "The catalog's header is for “{found}”, another language of the submission; its folder says “{language}”. "
    "No section asks for it, and it is left out.",
    "Move it to the folder of “{found}”. If its words are in “{language}”, correct the header's Language field.",
)


class Translations(Struct, frozen=True):
    """By language: the catalogs as they were read, and the update with which they meet the present sources.

    `templates` are those that are our own, by name; `data` the bytes of every file that was read, by path.
    """

    read: dict[str, dict[str, Catalog]]
    updates: dict[str, Update]
    findings: tuple[Finding, ...]
    templates: dict[str, Catalog] = {}
    data: dict[str, bytes] = {}


def translations(
    root: Path,
    submission: Submission,
    targets: Iterable[str] | None = None,
    *,
    minor: frozenset[str] = frozenset(),
    with_templates: bool = False,
    track: Track = untracked,
) -> Translations:
    """The catalogs of the target languages (all of the submission by default) and of their pivots, merged in memory.

    `with_templates` reads the templates too, as `update` writes them. Else they are read where there is an entry
    without words whose source is not the present one: they show where somebody typed over it.
    Raises UnreadableFileError for a damaged catalog: half of a language's translations must not pass for the whole.
    """
    config = submission.config
    needed = with_pivots(config, config.languages if targets is None else targets)
    findings: list[Finding] = []
    data: dict[str, bytes] = {}
    wanted = config.languages if _may_have_turned(root, submission) else needed
    read = _read_all(root, submission, wanted, data, findings, track)
    is_asked = with_templates or _has_strange_sources(submission, read)
    templates = read_templates(root, submission, data) if is_asked else {}
    updates = chain.update(
        submission.units,
        [languages.load(code) for code in needed],
        read,
        pivots=config.pivots,
        grouping=grouping(config),
        project=project_name(config),
        minor=minor,
        parallels=parallel_units(submission),
        earlier={id: entry.source for id, entry in by_id(templates.values()).items()},
        track=track,
    )
    findings += [_filed(each, config) for update in updates.values() for each in update.findings]
    return Translations(read, updates, tuple(findings), templates, data)


def _read_all(
    root: Path,
    submission: Submission,
    codes: Iterable[str],
    data: dict[str, bytes],
    findings: list[Finding],
    track: Track,
) -> dict[str, dict[str, Catalog]]:
    """Every catalog of these languages, but for further files that are in another one."""
    config = submission.config
    read: dict[str, dict[str, Catalog]] = {code: {} for code in codes}
    homes = {CATALOG, *(grouping(config)(unit.section) for unit in submission.units)}
    every = [(code, *file) for code in read for file in discover.catalog_files(root, code).items()]
    told: list[Finding] = []
    for code, name, path in track(READING_CATALOGS, every):
        said: list[Finding] = []
        catalog = _read(root, code, name, path, data, said)
        said = [_misplaced(each, config, is_stray=name not in homes) for each in said]
        if all(each.kind is not STRAY_CATALOG for each in said):
            read[code][name] = catalog
        told += said
    findings += _without_copies(told, read)
    return read


def _has_strange_sources(submission: Submission, read: Mapping[str, Mapping[str, Catalog]]) -> bool:
    texts = {unit.id: unit.text for unit in submission.units}
    entries = (entry for each in read.values() for catalog in each.values() for entry in catalog.entries)
    return any(
        entry.is_unit and not entry.obsolete and not entry.translation and entry.source != texts.get(entry.id or "")
        for entry in entries
    )


def _may_have_turned(root: Path, submission: Submission) -> bool:
    """Whether a language has catalogs of sections that it is the original of; then all languages must be looked at."""
    of = grouping(submission.config)
    own = {(unit.language, unit.section) for unit in submission.own_units}
    originals = own | {(section.language, section.id) for section in submission.sections}
    return any((root / discover.catalog_path(code, of(section))).is_file() for code, section in originals)


def _filed(finding: Finding, config: Config) -> Finding:
    """The finding of an entry with the file that the entry stands in."""
    place = finding.place
    if place.file is not None or place.language is None or place.section is None:
        return finding
    path = discover.catalog_path(place.language, grouping(config)(place.section))
    return replace(finding, place=replace(place, file=path))


def standing_in(present: Translations, language: str) -> dict[tuple[str, int], str]:
    """In which catalog an entry was read, by its ID and line: a merge may have moved it to another."""
    catalogs = present.read.get(language, {})
    return {(entry.id or "", entry.line): name for name, catalog in catalogs.items() for entry in catalog.entries}


def _misplaced(finding: Finding, config: Config, *, is_stray: bool) -> Finding:
    """A catalog in another language than its folder's is worse where that is one of ours: the words are misplaced.
    One that is `is_stray`, a further file beside those of the sections, would bring them into the others.
    """
    if finding.kind is not po.WRONG_LANGUAGE:
        return finding
    found = str(dict(finding.values)["found"])
    if po.code_of(found) not in config.languages:
        return finding
    return replace(finding, kind=STRAY_CATALOG if is_stray else po.FOREIGN_LANGUAGE)


def _without_copies(findings: list[Finding], read: Mapping[str, Mapping[str, Catalog]]) -> list[Finding]:
    """Without what is said of emptied entries of copies, where the words stand in what the copies were made from."""
    if all(each.kind is not po.EMPTIED_TRANSLATION for each in findings):
        return findings
    entries = (
        (code, each) for code, catalogs in read.items() for catalog in catalogs.values() for each in catalog.entries
    )
    worded = {(code, each.id) for code, each in entries if each.is_translated and not each.obsolete}
    return [
        each
        for each in findings
        if each.kind is not po.EMPTIED_TRANSLATION or (each.place.language, each.place.id) not in worded
    ]


def parallel_units(submission: Submission) -> dict[str, dict[str, Unit]]:
    """What parallel versions say, by language and ID."""
    units: dict[str, dict[str, Unit]] = {}
    for section in submission.parallels:
        units.setdefault(section.language, {}).update((unit.id, unit) for unit in extract(section))
    return units


def with_pivots(config: Config, targets: Iterable[str]) -> list[str]:
    """The targets and every language that they pass through."""
    needed: dict[str, None] = {}
    for target in targets:
        step: str | None = target
        while step is not None:
            needed[step] = None
            step = config.pivots.get(step)
    return [code for code in config.languages if code in needed]


def read_catalogs(root: Path, language: str, data: dict[str, bytes], findings: list[Finding]) -> dict[str, Catalog]:
    """Every catalog of a language that is on disk, by name; the bytes of each go into `data`, by path."""
    catalogs: dict[str, Catalog] = {}
    for name, path in discover.catalog_files(root, language).items():
        catalogs[name] = _read(root, language, name, path, data, findings)
    return catalogs


def _read(root: Path, language: str, name: str, path: str, data: dict[str, bytes], findings: list[Finding]) -> Catalog:
    data[path] = files.read_bytes(root, path)
    catalog, found = po.read(data[path], path=path, name=name, language=language)
    findings += found
    return catalog


def read_templates(root: Path, submission: Submission, data: dict[str, bytes]) -> dict[str, Catalog]:
    """The templates that are ours, by name: of a present section, or with nothing in them but entries of one.

    A damaged one is left out: it holds nobody's work, and is made anew.
    """
    wanted = {grouping(submission.config)(unit.section) for unit in submission.units}
    templates: dict[str, Catalog] = {}
    for name, path in discover.template_files(root).items():
        data[path] = files.read_bytes(root, path)
        with suppress(UnreadableFileError):
            template, _ = po.read(data[path], path=path, name=name)
            if name in wanted or _is_ours(template):
                templates[name] = template
    return templates


def _is_ours(template: Catalog) -> bool:
    units = [entry for entry in template.entries if not entry.is_header]
    return bool(units) and all(entry.is_unit and entry.section == template.name for entry in units)


def grouping(config: Config) -> chain.Grouping:
    """Which catalog a section's units belong to: its own, or the only one."""
    if config.catalogs == "submission":
        return lambda _: CATALOG
    return lambda section: section


def project_name(config: Config) -> str:
    """What catalogs name as their project: the title without line breaks."""
    return " ".join(config.title.split())
