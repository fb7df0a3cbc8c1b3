"""Where a submission's files are: pure functions over lists of paths, and the one that lists them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from pathlib import Path, PurePath, PurePosixPath

from msgspec import Struct

from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity, phrase
from assembler.keypaths import line_of
from assembler.nearest import nearest
from assembler.project.config import FILE_NAME, Config

NO_SUBMISSION = Kind(
    "no-submission",
    Severity.ERROR,
    "There is no submission.toml here.",
    "Go to the folder of the submission, name it with -C, or make a new one with: assembler new DIR",
)
ORIGINAL_UNKNOWN = Kind(
    "original-unknown",
    Severity.ERROR,
    "The section “{section}” stands in {languages}, and nothing says which of them is the original.",
    'Write into submission.toml: [sections."{section}"] and below it original = "{first}"',
)
ORIGINAL_ABSENT = Kind(
    "original-absent",
    Severity.ERROR,
    "The original of the section “{section}” is said to be in “{language}”, where it has no file.",
    "Name the language in whose folder it stands: {languages}.",
)
SECTION_ABSENT = Kind(
    "section-absent",
    Severity.ERROR,
    "The section “{section}” is listed, but no file sources/…/{section}.md exists.",
    "Write the section, or take it out of the list.",
)
SECTION_NOT_LISTED = Kind(
    "section-not-listed",
    Severity.WARNING,
    "The section “{section}” stands in no part: it is translated but not printed.",
    "List it under [[parts]] in submission.toml.",
)
LANGUAGE_FOLDER = Kind(
    "language-folder",
    Severity.WARNING,
    "The folder “{folder}” is not one of the submission's languages; its files are left out.",
    "Add [languages.{folder}] to submission.toml, or move the files.",
)
SECTION_OVERLOOKED = Kind(
    "section-overlooked",
    Severity.ERROR,
    "The file looks like a section and is not read.",
    "Sections are sources/<language>/<name>.md: call it {path}, or move it out of sources.",
)
TEXT_FILE = Kind(
    "text-file-in-sources",
    Severity.WARNING,
    "The text file lies among the sections and is not read.",
    "If it is a section, call it {path}; if not, move it out of sources.",
)
DOCUMENT = Kind(
    "document-in-sources",
    Severity.WARNING,
    "The document of a word processor lies among the sections and is not read.",
    "Move it out of sources; this makes a section of it: assembler adopt FILE --lang {language}",
)
CATALOG_OVERLOOKED = Kind(
    "catalog-overlooked",
    Severity.WARNING,
    "The catalog is not read where it lies.",
    "To be read it must be locales/<language>/LC_MESSAGES/<name>.po: call it {path}, or move it out of locales.",
)
NO_SECTIONS = Kind(
    "no-sections",
    Severity.WARNING,
    "There is no section in the submission.",
    "Sections are files such as {path}: write one, or bring them back if they were moved.",
)
SETTING_WITHOUT_SECTION = Kind(
    "setting-without-section",
    Severity.WARNING,
    "The table [sections.{section}] has no effect: there is no section “{section}”.",
    "{suggestion}",
)

SOURCES = "sources"
LOCALES = "locales"

_OF_A_WORD_PROCESSOR = re.compile(r"(?i)(?!~\$).+\.(?:docx?|docm|odt|fodt|rtf)")
"""Not what Word lays beside a document while it is open."""
_LIKE_A_CATALOG = re.compile(r"(?i)(?P<name>.+?)\.po(?:\.txt)?")
_LIKE_A_SECTION = re.compile(r"(?i)(?P<name>.+?)\.(?P<kind>(?:md|markdown)(?:\.txt)?|txt)")


class Found(Struct, frozen=True):
    """Section files: each original by section ID in the order of printing, and what stands in further languages.

    `printed` are the IDs that belong to an edition; the others only have catalogs.
    """

    originals: Mapping[str, str]
    parallels: tuple[tuple[str, str], ...]
    printed: tuple[str, ...]
    findings: tuple[Finding, ...]


def root_above(start: Path) -> Path:
    """The nearest folder at or above `start` with a submission.toml. Raises ConfigurationError."""
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder
    raise ConfigurationError(NO_SUBMISSION.at(Place(FILE_NAME)))


def source_files(root: Path) -> tuple[str, ...]:
    """The paths of all `sources/<lang>/<section>.md`, sorted."""
    folder = root / SOURCES
    return tuple(sorted(path.relative_to(root).as_posix() for path in folder.glob("*/*.md")))


def overlooked(root: Path, config: Config) -> Iterator[Finding]:
    """The files under `sources/` that authors may take for sections, and nobody reads; hidden ones left aside."""
    read = set(source_files(root))
    for file in sorted((root / SOURCES).rglob("*")):
        path = file.relative_to(root)
        if path.as_posix() in read or not file.is_file() or any(each[:1] == "." for each in path.parts):
            continue
        language = path.parts[1] if path.parts[1] in config.languages else config.original
        if _OF_A_WORD_PROCESSOR.fullmatch(path.name):
            yield DOCUMENT.at(Place(path.as_posix()), language=language)
        elif named := _LIKE_A_SECTION.fullmatch(path.name):
            kind = TEXT_FILE if named["kind"].lower() == "txt" else SECTION_OVERLOOKED
            yield kind.at(Place(path.as_posix()), path=_free(root, f"{SOURCES}/{language}/{named['name']}.md"))


def _free(root: Path, path: str) -> str:
    """The path, or the first one with a number where a file has it: nobody is to be told to write over that."""
    wanted = PurePosixPath(path)
    numbered = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return str(next(each for each in chain([wanted], numbered) if not (root / each).exists()))


def overlooked_catalogs(root: Path, config: Config) -> Iterator[Finding]:
    """The files under `locales/` that translators may take for catalogs, and nobody reads; hidden ones left aside."""
    homes = {str(PurePath(LOCALES, code, "LC_MESSAGES")) for code in config.languages}
    foreign: dict[str, None] = {}
    for above, folders, names in os.walk(root / LOCALES):
        folders[:] = sorted(each for each in folders if each[:1] != ".")
        here = os.path.relpath(above, root)
        for name in sorted(names):
            is_read = here in homes and os.path.normcase(name).endswith(".po")
            if is_read or (named := _LIKE_A_CATALOG.fullmatch(name)) is None or name[:1] == ".":
                continue
            path = PurePath(here, name)
            language = path.parts[1] if len(path.parts) > 2 else ""
            if language and language not in config.languages:
                foreign[language] = None
            else:
                yield CATALOG_OVERLOOKED.at(
                    Place(path.as_posix()), path=_free(root, catalog_path(language or "…", named["name"]))
                )
    for folder in foreign:
        yield LANGUAGE_FOLDER.at(Place(f"{LOCALES}/{folder}"), folder=folder)


def sections(config: Config, paths: Iterable[str], text: str = "") -> Found:
    """Which file is which section's original. Raises ConfigurationError where that cannot be known.

    `text` is that of submission.toml, for the lines of findings.
    """
    by_section: dict[str, dict[str, str]] = {}
    foreign: dict[str, None] = {}
    for path in paths:
        language, name = PurePosixPath(path).parts[1:]
        if language in config.languages:
            by_section.setdefault(name.removesuffix(".md"), {})[language] = path
        else:
            foreign[language] = None
    originals = {section: _original(config, section, files) for section, files in by_section.items()}
    order, findings = _order(config, sorted(originals))
    parallels = tuple(
        (section, path)
        for section in sorted(by_section)
        for language, path in sorted(by_section[section].items())
        if path != originals[section]
    )
    if originals:
        findings += _idle_settings(config, originals, text)
    else:
        findings.append(NO_SECTIONS.at(Place(SOURCES), path=f"{SOURCES}/{config.original}/01-introduction.md"))
    findings += [LANGUAGE_FOLDER.at(Place(f"{SOURCES}/{folder}"), folder=folder) for folder in foreign]
    everything = {section: originals[section] for section in [*order, *sorted(originals)] if section in originals}
    return Found(everything, parallels, tuple(order), tuple(findings))


def _idle_settings(config: Config, existing: Mapping[str, str], text: str) -> Iterator[Finding]:
    for section in config.sections:
        if section not in existing:
            place = Place(FILE_NAME, line_of(text, ["sections", section]), section)
            otherwise = phrase("Sections: {names}.", names=", ".join(sorted(existing)))
            suggestion = nearest(section, existing, otherwise)
            yield SETTING_WITHOUT_SECTION.at(place, section=section, suggestion=suggestion)


def _original(config: Config, section: str, files: Mapping[str, str]) -> str:
    choice = config.sections.get(section)
    said = choice.original if choice else None
    languages = ", ".join(sorted(files))
    if said is None and len(files) == 1:
        return next(iter(files.values()))
    if said is None:
        first = config.original if config.original in files else min(files)
        wrong = ORIGINAL_UNKNOWN.at(
            Place(FILE_NAME, section=section), section=section, languages=languages, first=first
        )
        raise ConfigurationError(wrong)
    if said not in files:
        absent = ORIGINAL_ABSENT.at(
            Place(FILE_NAME, section=section), section=section, language=said, languages=languages
        )
        raise ConfigurationError(absent)
    return files[said]


def _order(config: Config, existing: list[str]) -> tuple[list[str], list[Finding]]:
    """By the parts where there are any, else by file name."""
    if not config.parts:
        return existing, []
    listed = [section for part in config.parts for section in part.sections]
    findings = [
        SECTION_ABSENT.at(Place(FILE_NAME, section=each), section=each) for each in listed if each not in existing
    ]
    findings += [
        SECTION_NOT_LISTED.at(Place(FILE_NAME, section=each), section=each) for each in existing if each not in listed
    ]
    return [section for section in listed if section in existing], findings


def catalog_path(language: str, name: str) -> str:
    return f"{LOCALES}/{language}/LC_MESSAGES/{name}.po"


def template_path(name: str) -> str:
    return f"{LOCALES}/{name}.pot"


def catalog_files(root: Path, language: str) -> dict[str, str]:
    """The catalogs that exist for a language: name → path, sorted by name; also those no section asks for any more."""
    folder = root / LOCALES / language / "LC_MESSAGES"
    return {path.stem: path.relative_to(root).as_posix() for path in sorted(folder.glob("*.po"))}


def template_files(root: Path) -> dict[str, str]:
    """The templates that exist: name → path, sorted by name."""
    return {path.stem: path.relative_to(root).as_posix() for path in sorted((root / LOCALES).glob("*.pot"))}
