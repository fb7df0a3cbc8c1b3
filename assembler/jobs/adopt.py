"""`assembler adopt`: existing documents become sections, with IDs, numbers and notes in place.

`incoming` reads and divides the files, `section_settings` says what submission.toml has to tell of their sections.
All files are read before anything is written, so that a name that is taken stops the run while nothing has changed.
Afterwards the submission is loaded again and its numbers are compared with those that were typed.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from pathlib import Path, PurePosixPath
from random import Random

from msgspec import Struct

from assembler.document.model import Section
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.write import write
from assembler.jobs.documents import AS_IT_IS, Taken, Way
from assembler.jobs.frontmatter import FRONT_MATTER, TITLE_FOUND, Part, parted, titled
from assembler.jobs.incoming import Incoming, files_of, read_in
from assembler.jobs.new import placeholders
from assembler.jobs.section_settings import settings_needed, with_tables
from assembler.jobs.typed_numbers import differences
from assembler.project import discover, files, store, together
from assembler.project.config import FILE_NAME, Config, no_such_language
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import Track, untracked

BESIDE = Kind(
    "adopted-beside",
    Severity.WARNING,
    "The section “{section}” stands in “{other}” too, where its paragraphs have other IDs.",
    "Only the same IDs make paragraphs versions of each other: give them by hand, or adopt one language only.",
)


class Adopted(Struct, frozen=True):
    """The sections that were written, as paths in the submission, and what is to be said."""

    paths: tuple[str, ...]
    findings: tuple[Finding, ...]


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
    settings = settings_needed(submission, read.imported, others, language, original=original)
    present = files.read_text(root, FILE_NAME)
    headed, fronted = _fronted(present, submission.config, read.incoming, language)
    configured, unset = with_tables(headed, submission.config, settings)
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


def _elsewhere(root: Path, incoming: Sequence[Section[str]]) -> dict[str, str]:
    """The sections among these that another language has already, with that language."""
    existing = {PurePosixPath(path).stem: PurePosixPath(path).parent.name for path in discover.source_files(root)}
    return {each.id: existing[each.id] for each in incoming if each.id in existing}


def _fronted(text: str, config: Config, incoming: Sequence[Incoming], language: str) -> tuple[str, list[Finding]]:
    """The text of submission.toml with what stood above the texts of the files."""
    said: list[Finding] = []
    for taken in files_of(incoming):
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


def _of_new(after: Submission, paths: Container[str]) -> list[Finding]:
    """What the submission's own reading says of the new sections."""
    sections = {section.id for section in (*after.sections, *after.parallels) if section.path in paths}
    return [each for each in after.findings if each.place.file in paths or each.place.section in sections]
