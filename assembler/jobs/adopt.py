"""`assembler adopt`: existing documents become sections, with IDs, numbers and notes in place.

A file of Markdown is one section; other files are divided at their headings (`documents`), and Markdown where asked.
All files are read before anything is written, so that a name that is taken stops the run while nothing has changed.
Afterwards the submission is loaded again and its numbers are compared with those that were typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import ids
from assembler.document.model import Heading, Inlines, Paragraph, Section
from assembler.errors import ConfigurationError, RefusedError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.foreign.kind import kind
from assembler.formats.foreign.split import Chapter
from assembler.formats.markdown.write import write
from assembler.formats.pandoc import read as pandoc
from assembler.formats.pandoc.lines import Lines
from assembler.formats.pandoc.read import Imported
from assembler.formats.pandoc.remarks import ID_REPLACED
from assembler.formats.pandoc.run import PANDOC_WARNED, Parsed, parse_many
from assembler.jobs import documents
from assembler.jobs.brought import Pictures
from assembler.jobs.documents import Taken, Way
from assembler.jobs.editions import plan
from assembler.jobs.frontmatter import FRONT_MATTER, TITLE_FOUND, Part, parted, titled
from assembler.jobs.new import placeholders
from assembler.jobs.typed_numbers import as_typed, differences
from assembler.keypaths import line_of
from assembler.language.latin import latin
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
    """A section on its way in: the name of its file for messages, and where it will stand.

    `text` is that of a file of Markdown, whose lines findings name; `parsed` is None where pandoc has not read it yet.
    `taken` is the file that it is a chapter of, `part` the number of its part there.
    """

    origin: str
    section: str
    path: str
    text: str = ""
    parsed: Parsed | None = None
    taken: Taken | None = None
    part: int = 0


AS_IT_IS = Way()
"""Changes accepted, divided at the highest headings; Markdown is one section."""


def adopt(
    root: Path,
    sources: Sequence[Path],
    language: str,
    *,
    random: Random,
    original: bool = False,
    way: Way = AS_IT_IS,
    track: Track = untracked,
) -> Adopted:
    """Turn files into sections of the submission in `root`, all or none of them.

    `way` is how they are read and divided; Markdown is one section unless a place to divide it is named.
    `original` says that `language` is the original of these sections, also where another language has them already;
    a section that stands in one language only has that as its original anyway. Raises RefusedError where a section
    exists, ConfigurationError where the language is not one of the submission's.
    """
    return undisturbed(root, lambda: _adopt(root, sources, language, random, way, track, original=original))


def _adopt(
    root: Path, sources: Sequence[Path], language: str, random: Random, way: Way, track: Track, *, original: bool
) -> Adopted:
    submission = store.load(root, track)
    if language not in submission.config.languages:
        raise no_such_language(submission.config, language)
    read = read_in(root, submission, sources, language, random, way=way, track=track)
    texts = {each.path: write(each) for each in read.sections}
    others = _elsewhere(root, read.sections)
    settings = _settings(submission, read.imported, others, language, original=original)
    present = files.read_text(root, FILE_NAME)
    headed, fronted = _fronted(present, submission.config, read.incoming, language)
    configured, unset = _configured(headed, submission.config, settings)
    changes = [*read.pictures, *(Change(path, None, text.encode()) for path, text in texts.items())]
    if configured != present:
        changes.append(Change(FILE_NAME, present.encode(), configured.encode()))
    together.write(root, changes)
    said = [
        *read.findings,
        *(BESIDE.at(Place(section=each), section=each, other=other) for each, other in others.items()),
        *fronted,
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
    incoming: tuple[_Source, ...]

    @property
    def titles(self) -> dict[str, str]:
        """The title and subtitle that the first file has by their styles, which are in no section, by key."""
        taken = _files(self.incoming)[:1]
        words = [(key, said) for each in taken for key, said in (("title", each.title), ("subtitle", each.subtitle))]
        return {key: said for key, said in words if said}


def read_in(
    root: Path,
    submission: Submission,
    sources: Sequence[Path],
    language: str,
    random: Random,
    *,
    way: Way = AS_IT_IS,
    new: bool = True,
    pictures: Pictures | None = None,
    track: Track = untracked,
) -> ReadIn:
    """Read files for the submission. `new`: they are to become sections that are not there yet; raises RefusedError
    where one is. `pictures` are those of a run that reads several documents: no two of them take the same name."""
    batches = track(DOCUMENTS, [sources])
    incoming = [each for batch in batches for each in _parsed(_sources(root, batch, language, way, new=new))]
    read = _imported(submission, incoming, language, random)
    pictures = pictures or Pictures(root)
    hung = [
        pictures.bring(each.section, source.origin, source.taken.pictures if source.taken else None)
        for source, each in zip(incoming, read, strict=True)
    ]
    imported = [
        as_typed(replace(each, section=section, findings=(*each.findings, *said)), source.text)
        for source, each, (section, said) in zip(incoming, read, hung, strict=True)
    ]
    linked = pandoc.linked(imported)
    said = [
        *(finding for taken in _files(incoming) for finding in taken.findings),
        *(finding for source in incoming for finding in _warnings(source)),
        *(
            finding
            for source, each in zip(incoming, imported, strict=True)
            for finding in _placed(source, each.findings)
        ),
        *(finding for source, each in zip(incoming, linked, strict=True) for finding in _placed(source, each.findings)),
    ]
    sections = tuple(each.section for each in linked)
    told = tuple(each for each in said if new or each.code != ID_REPLACED.code)  # IDs of a version are not kept
    return ReadIn(sections, tuple(imported), tuple(pictures.changes), told, tuple(incoming))


# --- in --------------------------------------------------------------------------------------------------------


TEXTS = ("", ".md", ".markdown", ".txt")
"""Suffixes of files that may be empty: of others something was lost."""
SLUG = 32
"""Letters of a heading that name a section."""


def section_id(name: str) -> str:
    """What a section is called after a `name`: small Latin letters, digits, single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", latin(name)).strip("-")


def _sources(root: Path, sources: Sequence[Path], language: str, way: Way, *, new: bool) -> list[_Source]:
    """The files with their sections. Raises RefusedError where two would become one, or one that exists."""
    origins: dict[str, str] = {}
    incoming = []
    for source in sources:
        for each in _of_file(source, language, way):
            if not each.section:
                raise RefusedError(BAD_NAME.at(Place(each.origin)))
            if each.section in origins:
                both = f"{origins[each.section]}, {each.origin}"
                raise RefusedError(SAME_SECTION.at(Place(each.origin), section=each.section, files=both))
            if new and (root / each.path).exists():
                place = Place(each.path, section=each.section)
                raise RefusedError(SECTION_EXISTS.at(place, section=each.section, language=language))
            origins[each.section] = each.origin
            incoming.append(each)
    return incoming


def _of_file(source: Path, language: str, way: Way) -> list[_Source]:
    """The sections of one file."""
    origin = source.as_posix()
    data = files.read_bytes(Path(), origin)
    is_blank = not data.strip() and source.suffix.lower() in TEXTS
    is_markdown = is_blank or kind(data, origin) == "markdown"
    text = _text(origin, language) if is_markdown else ""
    if is_markdown and (way.whole or way.split is None):
        section = section_id(source.stem)
        return [_Source(origin, section, _path(language, section), text)]
    taken = documents.take(data, origin, language, way)
    names = _names(taken.chapters, source.stem)
    return [
        _Source(origin, name, _path(language, name), text, Parsed({"blocks": each.blocks}), taken, each.part)
        for name, each in zip(names, taken.chapters, strict=True)
    ]


def _path(language: str, section: str) -> str:
    return f"{discover.SOURCES}/{language}/{section}.md"


def _names(chapters: Sequence[Chapter], stem: str) -> list[str]:
    """The chapters' names: in their order, by their headings; one alone is called as its file is."""
    if len(chapters) == 1:
        return [section_id(stem)]
    names = []
    first = 0 if chapters and not chapters[0].heading else 1
    for number, chapter in enumerate(chapters, first):
        slug = section_id(chapter.heading) or section_id(stem)
        while len(slug) > SLUG and "-" in slug:
            slug = slug.rpartition("-")[0]
        names.append(f"{number:02d}-{slug[:SLUG]}")
    return names


def _parsed(incoming: Sequence[_Source]) -> list[_Source]:
    """With what pandoc makes of those that it has not read yet."""
    unread = [each for each in incoming if each.parsed is None]
    read = iter(parse_many([(each.text, Place(each.origin)) for each in unread]) if unread else ())
    return [each if each.parsed is not None else replace(each, parsed=next(read)) for each in incoming]


def _files(incoming: Sequence[_Source]) -> list[Taken]:
    """The files that were divided, each once."""
    return list({each.origin: each.taken for each in incoming if each.taken is not None}.values())


def _text(origin: str, language: str) -> str:
    """The text of a file. Raises RefusedError where it is a section already."""
    text = files.read_text(Path(), origin)
    if len(lines := _ATTRIBUTE_LINE.findall(text)) > 1:
        place = Place(origin, text[: text.index(lines[0])].count("\n") + 1)
        raise RefusedError(SECTION_ALREADY.at(place, quoted=lines[0], language=language))
    return text


def _imported(submission: Submission, incoming: Sequence[_Source], language: str, random: Random) -> list[Imported]:
    """Every file read, with IDs that are unique in the whole submission."""
    taken = set(submission.ids)

    def keep(id: str) -> bool:
        free = ids.is_valid(id) and "." not in id and id not in taken
        taken.add(id)
        return free

    return [
        pandoc.read(
            _ast(source),
            id=source.section,
            language=language,
            path=source.path,
            origin=source.origin,
            mint=_minting(_prefix(source, language), taken, random),
            keep=keep,
            throughout=source.taken is not None and source.taken.numbered,
        )
        for source in incoming
    ]


def _ast(source: _Source) -> dict[str, Any]:
    return source.parsed.ast if source.parsed is not None else {"blocks": []}


def _minting(prefix: str, taken: set[str], random: Random) -> Callable[[], str]:
    def mint() -> str:
        new = ids.mint(prefix, taken, random)
        taken.add(new)
        return new

    return mint


def _prefix(source: _Source, language: str) -> str:
    """What new IDs of the section begin with, known before the section is."""
    heading = Heading(id=pandoc.heading_id(_ast(source)), level=1, words="")
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
    text = present
    for section in missing.keys() & config.sections.keys():
        text = _under_its_table(text, section, missing[section])
    configured, _ = _configured(
        text, configuration.read(text), {k: v for k, v in missing.items() if k not in config.sections}
    )
    for section, wanted in missing.items():
        if configuration.read(configured).sections[section].original is None:
            raise RefusedError(_needed(section, wanted))
    return [Change(FILE_NAME, present.encode(), configured.encode())] if configured != present else []


def _under_its_table(text: str, section: str, wanted: Mapping[str, str]) -> str:
    """The text with the settings below the line `[sections."…"]`; as it is where there is no such line."""
    lines = text.splitlines(keepends=True)
    line = line_of(text, ["sections", section])
    if line is None or not lines[line - 1].lstrip().startswith("["):
        return text
    lines[line:line] = [f"{key} = {value}\n" for key, value in wanted.items()]
    return "".join(lines)


def _table(section: str, wanted: Mapping[str, str]) -> str:
    return f'\n[sections."{section}"]\n' + "".join(f"{key} = {value}\n" for key, value in wanted.items())


def _needed(section: str, wanted: Mapping[str, str]) -> Finding:
    setting = ", ".join(f"{key} = {value}" for key, value in wanted.items())
    return SETTING_NEEDED.at(Place(FILE_NAME, section=section), section=section, setting=setting)


def _fronted(text: str, config: Config, incoming: Sequence[_Source], language: str) -> tuple[str, list[Finding]]:
    """The text of submission.toml with what stood above the texts of the files."""
    said: list[Finding] = []
    for taken in _files(incoming):
        own = [each for each in incoming if each.taken is taken]
        blank = placeholders(language) if language == config.original else ()
        words = {"title": taken.title, "subtitle": taken.subtitle}
        if language == config.original:
            text, told = titled(text, config, words, blank, taken.origin)
        else:
            told = [TITLE_FOUND.at(Place(taken.origin), title=each) for each in words.values() if each]
        numbers = range(len(taken.parts) + 1)
        parts = [Part(title, tuple(each.section for each in own if each.part == number))
                 for number, title in zip(numbers, ("", *taken.parts), strict=True)]  # fmt: skip
        text, parted_said = parted(text, config, parts, taken.origin)
        front = [FRONT_MATTER.at(Place(own[0].path), section=own[0].section)] if _is_front(taken) else []
        said += (*told, *parted_said, *front)
    return text, said


def _is_front(taken: Taken) -> bool:
    return len(taken.chapters) > 1 and not taken.chapters[0].heading and not taken.chapters[0].part


# --- what is to be said ----------------------------------------------------------------------------------------


def _warnings(source: _Source) -> Iterator[Finding]:
    for warning in source.parsed.warnings if source.parsed is not None else ():
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
