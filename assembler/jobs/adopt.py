"""`assembler adopt`: existing Markdown becomes sections, with IDs, numbers and notes in place.

All files are read before anything is written, so that a name that is taken stops the run while nothing has changed.
Afterwards the submission is loaded again and its numbers are compared with those that were typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import ids
from assembler.document.model import Heading, Inlines, Paragraph, Section
from assembler.errors import ConfigurationError, RefusedError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.write import write
from assembler.formats.pandoc import read as pandoc
from assembler.formats.pandoc.lines import Lines
from assembler.formats.pandoc.read import Imported
from assembler.formats.pandoc.run import PANDOC_WARNED, Parsed, parse_many
from assembler.jobs.brought import Pictures
from assembler.jobs.editions import plan
from assembler.jobs.typed_numbers import as_typed, differences
from assembler.project import config as configuration
from assembler.project import discover, files, store, together
from assembler.project.config import FILE_NAME, Config, no_such_language
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import DOCUMENTS, Track, untracked

SECTION_EXISTS = Kind(
    "section-exists",
    Severity.ERROR,
    "The section “{section}” exists already in “{language}”; nothing was written.",
    "Rename the file that is to be adopted, or remove the section first.",
)
SAME_SECTION = Kind(
    "same-section",
    Severity.ERROR,
    "Two files would become the section “{section}”: {files}; nothing was written.",
    "Rename one of them.",
)
BAD_NAME = Kind(
    "bad-section-name",
    Severity.ERROR,
    "The name of this file gives no name for a section; nothing was written.",
    "Rename it with Latin letters and digits, for example 07-article-07.md.",
)
SECTION_ALREADY = Kind(
    "section-already",
    Severity.ERROR,
    "This file has attribute lines like “{quoted}”: it is a section of the toolkit already. Nothing was written.",
    "Copy it into sources/{language}/ as it is.",
)
BESIDE = Kind(
    "adopted-beside",
    Severity.WARNING,
    "The section “{section}” stands in “{other}” too, where its paragraphs have other IDs.",
    "Only the same IDs make paragraphs versions of each other: give them by hand, or adopt one language only.",
)
SETTING_NEEDED = Kind(
    "setting-needed",
    Severity.WARNING,
    "The section “{section}” needs a setting that could not be added to submission.toml: {setting}.",
    'Write it there yourself, under [sections."{section}"].',
)


_ATTRIBUTE_LINE = re.compile(r"^\{#[a-z][a-z0-9-]*(?: [^{}]*)?\}$", re.MULTILINE)
"""One alone may be the end of a caption; in a section there are many."""


class Adopted(Struct, frozen=True):
    """The sections that were written, as paths in the submission, and what is to be said."""

    paths: tuple[str, ...]
    findings: tuple[Finding, ...]


class _Source(Struct, frozen=True):
    """A file on its way in: its name for messages, its text, and the section that it becomes."""

    origin: str
    text: str
    section: str
    path: str


def adopt(
    root: Path,
    sources: Sequence[Path],
    language: str,
    *,
    random: Random,
    original: bool = False,
    track: Track = untracked,
) -> Adopted:
    """Turn Markdown files into sections of the submission in `root`, all or none of them.

    `original` says that `language` is the original of these sections, also where another language has them already;
    a section that stands in one language only has that as its original anyway. Raises RefusedError where a section
    exists, ConfigurationError where the language is not one of the submission's.
    """
    return undisturbed(root, lambda: _adopt(root, sources, language, random, track, original=original))


def _adopt(
    root: Path, sources: Sequence[Path], language: str, random: Random, track: Track, *, original: bool
) -> Adopted:
    submission = store.load(root, track)
    if language not in submission.config.languages:
        raise no_such_language(submission.config, language)
    read = read_in(root, submission, sources, language, random, track)
    texts = {each.path: write(each) for each in read.sections}
    others = _elsewhere(root, read.sections)
    settings = _settings(submission, read.imported, others, language, original=original)
    present = files.read_text(root, FILE_NAME)
    configured, unset = _configured(present, submission.config, settings)
    changes = [*read.pictures, *(Change(path, None, text.encode()) for path, text in texts.items())]
    if configured != present:
        changes.append(Change(FILE_NAME, present.encode(), configured.encode()))
    together.write(root, changes)
    said = [
        *read.findings,
        *(BESIDE.at(Place(section=each), section=each, other=other) for each, other in others.items()),
        *unset,
    ]
    after = store.load(root, track)
    return Adopted(tuple(texts), (*said, *_of_new(after, texts), *differences(after, read.imported)))


class ReadIn(Struct, frozen=True):
    """Files as the sections that they would be; nothing is written. `imported` are they with what their files said
    beside, `pictures` the files that come along."""

    sections: tuple[Section[str], ...]
    imported: tuple[Imported, ...]
    pictures: tuple[Change, ...]
    findings: tuple[Finding, ...]


def read_in(
    root: Path,
    submission: Submission,
    sources: Sequence[Path],
    language: str,
    random: Random,
    track: Track = untracked,
    *,
    new: bool = True,
) -> ReadIn:
    """Read files for the submission. `new`: they are to become sections that are not there yet; raises RefusedError
    where one is."""
    incoming = _sources(root, sources, language, new=new)
    texts_of_files = [(each.text, Place(each.origin)) for each in incoming]
    parsed = [each for batch in track(DOCUMENTS, [texts_of_files]) for each in parse_many(batch)]
    read = _imported(submission, incoming, parsed, language, random)
    pictures = Pictures(root)
    hung = [pictures.bring(each.section, source.origin) for source, each in zip(incoming, read, strict=True)]
    imported = [
        as_typed(replace(each, section=section, findings=(*each.findings, *said)), source.text)
        for source, each, (section, said) in zip(incoming, read, hung, strict=True)
    ]
    linked = pandoc.linked(imported)
    said = [
        *(finding for source, each in zip(incoming, parsed, strict=True) for finding in _warnings(source, each)),
        *(
            finding
            for source, each in zip(incoming, imported, strict=True)
            for finding in _placed(source, each.findings)
        ),
        *(finding for source, each in zip(incoming, linked, strict=True) for finding in _placed(source, each.findings)),
    ]
    return ReadIn(tuple(each.section for each in linked), tuple(imported), tuple(pictures.changes), tuple(said))


# --- in --------------------------------------------------------------------------------------------------------


def section_id(name: str) -> str:
    """What a section is called after a file `name` without suffix: small Latin letters, digits, single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _sources(root: Path, sources: Sequence[Path], language: str, *, new: bool) -> list[_Source]:
    """The files with their sections. Raises RefusedError where two would become one, or one that exists."""
    origins: dict[str, str] = {}
    incoming = []
    for source in sources:
        origin, section = source.as_posix(), section_id(source.stem)
        path = f"{discover.SOURCES}/{language}/{section}.md"
        if not section:
            raise RefusedError(BAD_NAME.at(Place(origin)))
        if section in origins:
            both = f"{origins[section]}, {origin}"
            raise RefusedError(SAME_SECTION.at(Place(origin), section=section, files=both))
        if new and (root / path).exists():
            raise RefusedError(SECTION_EXISTS.at(Place(path, section=section), section=section, language=language))
        origins[section] = origin
        incoming.append(_Source(origin, _text(origin, language), section, path))
    return incoming


def _text(origin: str, language: str) -> str:
    """The text of a file. Raises RefusedError where it is a section already."""
    text = files.read_text(Path(), origin)
    if len(lines := _ATTRIBUTE_LINE.findall(text)) > 1:
        place = Place(origin, text[: text.index(lines[0])].count("\n") + 1)
        raise RefusedError(SECTION_ALREADY.at(place, quoted=lines[0], language=language))
    return text


def _imported(
    submission: Submission, incoming: Sequence[_Source], parsed: Sequence[Parsed], language: str, random: Random
) -> list[Imported]:
    """Every file read, with IDs that are unique in the whole submission."""
    taken = set(submission.ids)

    def keep(id: str) -> bool:
        free = ids.is_valid(id) and "." not in id and id not in taken
        taken.add(id)
        return free

    return [
        pandoc.read(
            each.ast,
            id=source.section,
            language=language,
            path=source.path,
            origin=source.origin,
            mint=_minting(_prefix(source, each, language), taken, random),
            keep=keep,
        )
        for source, each in zip(incoming, parsed, strict=True)
    ]


def _minting(prefix: str, taken: set[str], random: Random) -> Callable[[], str]:
    def mint() -> str:
        new = ids.mint(prefix, taken, random)
        taken.add(new)
        return new

    return mint


def _prefix(source: _Source, parsed: Parsed, language: str) -> str:
    """What new IDs of the section begin with, known before the section is."""
    heading = Heading(id=pandoc.heading_id(parsed.ast), level=1, words="")
    return ids.prefix_for(Section(id=source.section, language=language, path=source.path, blocks=(heading,)))


# --- submission.toml -------------------------------------------------------------------------------------------

Settings = Mapping[str, Mapping[str, str]]
"""What belongs under `[sections."…"]`: section → key → value as TOML."""


def _settings(
    submission: Submission, imported: Sequence[Imported], others: Mapping[str, str], language: str, *, original: bool
) -> Settings:
    """What the new sections need to have said of them, beyond what the configuration says already."""
    config = submission.config
    order = (*submission.printed, *(each.section.id for each in imported))
    numbered = {each.id for _, planned in plan(config, order) for each in planned if each.numbered}
    settings: dict[str, dict[str, str]] = {}
    for each in imported:
        section = each.section.id
        wanted = settings.setdefault(section, {})
        said = config.sections[section].original if section in config.sections else None
        if section in numbered and not each.numbers and _has_paragraphs(each.section):
            wanted["numbered"] = "false"
        if section in others and original and said != language:
            wanted["original"] = f'"{language}"'
        elif section in others and said is None:
            wanted["original"] = f'"{others[section]}"'
    return {section: wanted for section, wanted in settings.items() if wanted}


def _has_paragraphs(section: Section[Inlines]) -> bool:
    return any(isinstance(block, Paragraph) for block in section.blocks)


def _elsewhere(root: Path, incoming: Sequence[Section[str]]) -> dict[str, str]:
    """The sections among these that another language has already, with that language."""
    existing = {PurePosixPath(path).stem: PurePosixPath(path).parent.name for path in discover.source_files(root)}
    return {each.id: existing[each.id] for each in incoming if each.id in existing}


def _configured(text: str, config: Config, settings: Settings) -> tuple[str, list[Finding]]:
    """The text of submission.toml with the settings at its end, and what could not be added as it is there already.

    Raises RefusedError where that leaves open which version of a section is the original.
    """
    fresh = {section: wanted for section, wanted in settings.items() if section not in config.sections}
    longer = text.rstrip("\n") + "\n" + "".join(_table(section, wanted) for section, wanted in fresh.items())
    try:
        configuration.read(longer)
    except ConfigurationError:  # `sections` was written in a way that no table can be added to
        fresh = {}
    unset = [_needed(section, wanted) for section, wanted in settings.items() if section not in fresh]
    for section, wanted in settings.items():
        if section not in fresh and "original" in wanted:
            raise RefusedError(_needed(section, wanted))
    return (longer if fresh else text), unset


def with_settings(root: Path, config: Config, settings: Settings) -> list[Change]:
    """The change of submission.toml that says this of sections, as far as it does not say so yet. Raises RefusedError
    where that leaves open which version of a section is the original."""
    missing = {
        section: wanted
        for section, wanted in settings.items()
        if section not in config.sections or config.sections[section].original is None
    }
    present = files.read_text(root, FILE_NAME)
    configured, _ = _configured(present, config, missing)
    return [Change(FILE_NAME, present.encode(), configured.encode())] if configured != present else []


def _table(section: str, wanted: Mapping[str, str]) -> str:
    return f'\n[sections."{section}"]\n' + "".join(f"{key} = {value}\n" for key, value in wanted.items())


def _needed(section: str, wanted: Mapping[str, str]) -> Finding:
    setting = ", ".join(f"{key} = {value}" for key, value in wanted.items())
    return SETTING_NEEDED.at(Place(FILE_NAME, section=section), section=section, setting=setting)


# --- what is to be said ----------------------------------------------------------------------------------------


def _warnings(source: _Source, parsed: Parsed) -> Iterator[Finding]:
    for warning in parsed.warnings:
        line = re.search(r"\bline (\d+)", warning)
        yield PANDOC_WARNED.at(Place(source.origin, int(line[1]) if line else None), warning=warning)


def _placed(source: _Source, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with the line of the words that they quote."""
    lines = Lines(source.text)
    for finding in findings:
        yield replace(finding, place=replace(finding.place, line=lines.of(finding.quote)))


def _of_new(after: Submission, paths: Container[str]) -> list[Finding]:
    """What the submission's own reading says of the new sections."""
    sections = {section.id for section in (*after.sections, *after.parallels) if section.path in paths}
    return [each for each in after.findings if each.place.file in paths or each.place.section in sections]
