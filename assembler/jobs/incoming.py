"""Documents as the sections that they would be: read, divided, named, given IDs; nothing is written here.

A file of Markdown is one section; other files are divided at their headings (`documents`), and Markdown where asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import ids
from assembler.document.model import Heading, Section
from assembler.errors import RefusedError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.foreign.kind import kind
from assembler.formats.foreign.split import Chapter
from assembler.formats.pandoc import read as pandoc
from assembler.formats.pandoc.lines import Lines
from assembler.formats.pandoc.read import Imported
from assembler.formats.pandoc.remarks import ID_REPLACED
from assembler.formats.pandoc.run import PANDOC_WARNED, Parsed, parse_many
from assembler.jobs import documents
from assembler.jobs.brought import Pictures
from assembler.jobs.documents import AS_IT_IS, Taken, Way
from assembler.jobs.typed_numbers import as_typed
from assembler.language.latin import latin
from assembler.project import discover, files
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.tracking import DOCUMENTS, Track, untracked

SECTION_EXISTS = Kind(
    "section-exists",
    Severity.ERROR,
    "The section “{section}” exists already in “{language}”; nothing was written.",
    "A newer file of the same document brings its sections up to date with: --again --with '*'. If it is another one, "
    "rename the file, or its headings: sections are called by them.",
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

_ATTRIBUTE_LINE = re.compile(r"^\{#[a-z][a-z0-9-]*(?: [^{}]*)?\}$", re.MULTILINE)
"""One alone may be the end of a caption; in a section there are many."""


class Incoming(Struct, frozen=True):
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


class ReadIn(Struct, frozen=True):
    """Files as the sections that they would be; nothing is written. `imported` are they with what their files said
    beside, `pictures` the files that come along."""

    sections: tuple[Section[str], ...]
    imported: tuple[Imported, ...]
    pictures: tuple[Change, ...]
    findings: tuple[Finding, ...]
    incoming: tuple[Incoming, ...]

    @property
    def titles(self) -> dict[str, str]:
        """The title and subtitle that the first file has by their styles, which are in no section, by key."""
        taken = files_of(self.incoming)[:1]
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
        *(finding for taken in files_of(incoming) for finding in taken.findings),
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


TEXTS = ("", ".md", ".markdown", ".txt")
"""Suffixes of files that may be empty: of others something was lost."""
SLUG = 32
"""Letters of a heading that name a section."""


def section_id(name: str) -> str:
    """What a section is called after a `name`: small Latin letters, digits, single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", latin(name)).strip("-")


def _sources(root: Path, sources: Sequence[Path], language: str, way: Way, *, new: bool) -> list[Incoming]:
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


def _of_file(source: Path, language: str, way: Way) -> list[Incoming]:
    """The sections of one file."""
    origin = source.as_posix()
    data = files.read_bytes(Path(), origin)
    is_blank = not data.strip() and source.suffix.lower() in TEXTS
    is_markdown = is_blank or kind(data, origin) == "markdown"
    text = _text(origin, language) if is_markdown else ""
    if is_markdown and (way.whole or way.split is None):
        section = section_id(source.stem)
        return [Incoming(origin, section, _path(language, section), text)]
    taken = documents.take(data, origin, language, way)
    names = _names(taken.chapters, source.stem)
    return [
        Incoming(origin, name, _path(language, name), text, Parsed({"blocks": each.blocks}), taken, each.part)
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


def _parsed(incoming: Sequence[Incoming]) -> list[Incoming]:
    """With what pandoc makes of those that it has not read yet."""
    unread = [each for each in incoming if each.parsed is None]
    read = iter(parse_many([(each.text, Place(each.origin)) for each in unread]) if unread else ())
    return [each if each.parsed is not None else replace(each, parsed=next(read)) for each in incoming]


def files_of(incoming: Sequence[Incoming]) -> list[Taken]:
    """The files that were divided, each once."""
    return list({each.origin: each.taken for each in incoming if each.taken is not None}.values())


def _text(origin: str, language: str) -> str:
    """The text of a file. Raises RefusedError where it is a section already."""
    text = files.read_text(Path(), origin)
    if len(lines := _ATTRIBUTE_LINE.findall(text)) > 1:
        place = Place(origin, text[: text.index(lines[0])].count("\n") + 1)
        raise RefusedError(SECTION_ALREADY.at(place, quoted=lines[0], language=language))
    return text


def _imported(submission: Submission, incoming: Sequence[Incoming], language: str, random: Random) -> list[Imported]:
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


def _ast(source: Incoming) -> dict[str, Any]:
    return source.parsed.ast if source.parsed is not None else {"blocks": []}


def _minting(prefix: str, taken: set[str], random: Random) -> Callable[[], str]:
    def mint() -> str:
        new = ids.mint(prefix, taken, random)
        taken.add(new)
        return new

    return mint


def _prefix(source: Incoming, language: str) -> str:
    """What new IDs of the section begin with, known before the section is."""
    heading = Heading(id=pandoc.heading_id(_ast(source)), level=1, words="")
    return ids.prefix_for(Section(id=source.section, language=language, path=source.path, blocks=(heading,)))


def _warnings(source: Incoming) -> Iterator[Finding]:
    for warning in source.parsed.warnings if source.parsed is not None else ():
        line = re.search(r"\bline (\d+)", warning)
        yield PANDOC_WARNED.at(Place(source.origin, int(line[1]) if line else None), warning=warning)


def _placed(source: Incoming, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with the line of the words that they quote."""
    lines = Lines(source.text)
    for finding in findings:
        yield replace(finding, place=replace(finding.place, line=lines.of(finding.quote)))
