"""`assembler adopt`: documents become sections, or translations of sections that are there.

The first document of a submission, or of a further text, becomes sections (`adopt`). Documents in other languages are
versions of them: they are aligned with the sections (`versions`), and what they say goes into the catalogs, or into
parallel versions of the sections, with the doubtful marked. Everything is read before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from assembler.align.beside import Extras, beside
from assembler.align.meaning import Model
from assembler.document.model import Section
from assembler.errors import ConfigurationError, RefusedError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.write import write
from assembler.jobs.adopt import adopt
from assembler.jobs.brought import named_in
from assembler.jobs.documents import AS_IT_IS, Way
from assembler.jobs.incoming import section_id
from assembler.jobs.section_settings import with_settings
from assembler.jobs.sections import named_sections
from assembler.jobs.update import Brought, update
from assembler.jobs.versions import Document, Rendition, renditions
from assembler.project import config as configuration
from assembler.project import discover, files, store, together
from assembler.project.config import FILE_NAME, Config, no_such_language
from assembler.project.rehearsal import rehearsal
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import Track, untracked

LANGUAGES_AND_FILES = Kind(
    "languages-and-files",
    Severity.ERROR,
    "Several languages are named ({languages}), but not as many files ({files}).",
    "Name one file for each language, in the same order: the first is the original.",
)
SAME_LANGUAGE = Kind(
    "version-of-itself",
    Severity.ERROR,
    "The sections that are meant are written in “{language}” themselves; nothing was written.",
    "Name sections in another language with --with. A newer text of them comes in with --again.",
)
NOT_MATCHED = Kind(
    "unmatched-in-document",
    Severity.WARNING,
    "Paragraphs of the document without a counterpart in the original: {count}, the first of them: “{words}”.",
    "They are on the page of the alignment. Say in alignment.toml where they belong, or write them into the original.",
)
NOT_SAID = Kind(
    "unmatched-in-original",
    Severity.INFO,
    "Texts of the original without a counterpart in the document: {count}; they stay untranslated.",
)
DOUBTFUL = Kind(
    "alignment-doubtful",
    Severity.INFO,
    "Doubtful translations: {count}; they are fuzzy in the catalogs, with the reason “aligned”.",
    "The page of the alignment shows them first. Correct it in alignment.toml and adopt the document again.",
)
DISPUTED = Kind(
    "alignment-disputed",
    Severity.INFO,
    "Translations that are doubtful because the three languages do not agree on what belongs together: {count}.",
)
VERSION_EXISTS = Kind(
    "version-exists",
    Severity.ERROR,
    "The parallel version {path} exists already; nothing was written.",
    "Remove it first, or adopt the document without --parallel-sources.",
)


class Result(Struct, frozen=True):
    """The sections that were written, as paths; each further version; and what is to be said.

    `written` has all files that became others than they were, catalogs too.
    """

    paths: tuple[str, ...]
    renditions: tuple[Rendition, ...]
    findings: tuple[Finding, ...]
    written: tuple[str, ...] = ()


def bring(
    root: Path,
    sources: Sequence[Path],
    languages: Sequence[str],
    *,
    random: Random,
    original: bool = False,
    among: Sequence[str] = (),
    parallel_sources: bool = False,
    dry_run: bool = False,
    way: Way = AS_IT_IS,
    model: Model | None = None,
    track: Track = untracked,
) -> Result:
    """Adopt documents. With several languages there is one file for each, the first being the original of the others.

    `among` names the sections (patterns, too) that the documents are versions of; without it these are the sections
    of the same names in another language. `way` is how files are read and divided, `model` an embedding model to
    ask about what is in doubt. `parallel_sources` keeps what they say as parallel versions. With `dry_run` nothing is
    written; the result says what would be. Raises RefusedError and ConfigurationError as `adopt` does.
    """

    def job() -> Result:
        with rehearsal(root) as copy:
            result = _brought(
                copy.folder, sources, languages, random, original, among, parallel_sources, way, model, track
            )
            changes = copy.changes()
        if not dry_run:
            together.write(root, changes)
        return replace(result, written=tuple(change.path for change in changes))

    return job() if dry_run else undisturbed(root, job)


def _brought(
    root: Path,
    sources: Sequence[Path],
    languages: Sequence[str],
    random: Random,
    original: bool,
    among: Sequence[str],
    parallel_sources: bool,
    way: Way,
    model: Model | None,
    track: Track,
) -> Result:
    """The same, step by step, in a copy: what goes wrong with the last document leaves nothing of the first."""
    submission = store.load(root, track)
    documents = _documents(submission.config, sources, languages)
    sections = _meant(submission, documents[0], among) if among or not original else ()
    paths: tuple[str, ...] = ()
    findings: list[Finding] = []
    if not sections:
        first, *documents = documents
        adopted = adopt(root, first.files, first.language, original=original, random=random, way=way, track=track)
        paths, findings = adopted.paths, list(adopted.findings)
        submission = store.load(root, track)
        sections = tuple(each for each in submission.sections if each.path in paths)
    if not documents:
        return Result(paths, (), tuple(findings))
    found, said = renditions(root, submission, sections, documents, random, way=way, model=model, track=track)
    findings += said
    versions = {each.language: _versions(root, sections, each) if parallel_sources else [] for each in found}
    together.write(root, _pictures(found, versions.values()))
    for each in sorted(found, key=lambda rendition: _depth(submission.config, rendition.language)):
        written, more = _kept(root, submission, each, versions[each.language], track)
        paths += written
        findings += (*_told(each), *more)
    return Result(paths, tuple(found), tuple(dict.fromkeys(findings)))


def _documents(config: Config, sources: Sequence[Path], languages: Sequence[str]) -> list[Document]:
    for code in languages:
        if code not in config.languages:
            raise no_such_language(config, code)
    if len(languages) == 1:
        return [Document(languages[0], tuple(sources))]
    if len(languages) != len(sources) or len(set(languages)) != len(languages):
        wrong = LANGUAGES_AND_FILES.at(Place(), languages=", ".join(languages), files=len(sources))
        raise ConfigurationError(wrong)
    return [Document(code, (file,)) for code, file in zip(languages, sources, strict=True)]


def _depth(config: Config, language: str) -> int:
    """How many languages lie between this one and the original: a pivot's translations come first."""
    depth = 0
    step = config.pivots.get(language)
    while step is not None:
        depth, step = depth + 1, config.pivots.get(step)
    return depth


def _meant(submission: Submission, document: Document, among: Sequence[str]) -> tuple[Section[str], ...]:
    """The sections that the documents are versions of; none where they are to become new ones."""
    if among:
        meant = list(named_sections(submission.sections, among))
    else:
        wanted = {section_id(file.stem) for file in document.files}
        meant = [each for each in submission.sections if each.id in wanted]
        if len(meant) < len(wanted):
            return ()
    others = tuple(each for each in meant if each.language != document.language)
    if not others and among:
        raise RefusedError(SAME_LANGUAGE.at(Place(), language=document.language))
    return others


def _told(each: Rendition) -> Iterable[Finding]:
    """What is to be said of a version before anybody looks at its page."""
    place = Place(each.read.imported[0].origin if each.read.imported else None, language=each.language)
    yield from each.findings
    if each.doubtful:
        yield DOUBTFUL.at(place, count=len(each.doubtful))
        if among := sum(match.disputed for match in each.doubtful):
            yield DISPUTED.at(place, count=among)
    if each.matched.right:
        words = {id: said for part in each.version.parts for id, said in part.units.items()}
        first = next((words[id] for id in each.matched.right if id in words), "")
        yield NOT_MATCHED.at(place, count=len(each.matched.right), words=first[:60])
    if each.matched.left:
        yield NOT_SAID.at(place, count=len(each.matched.left))


def _pictures(found: Sequence[Rendition], versions: Iterable[Sequence[Section[str]]]) -> list[Change]:
    """The pictures that translations name; those of a paragraph's own are the original's."""
    words = [proposal.text for each in found for proposal in each.proposals.texts.values()]
    said = "\n".join([*words, *(write(each) for several in versions for each in several)])
    every = {change.path: change for each in found for change in each.read.pictures}
    return named_in(every.values(), said)


def _kept(
    root: Path, submission: Submission, each: Rendition, versions: Sequence[Section[str]], track: Track
) -> tuple[tuple[str, ...], list[Finding]]:
    """Write what a version says: catalogs, then the parallel versions that it makes."""
    texts = {id: (proposal.text, proposal.certain) for id, proposal in each.proposals.texts.items()}
    brought = Brought(each.language, texts, each.withdrawn)
    updated = update(root, brought=brought, track=track)
    findings = [finding for finding in updated.findings if finding not in submission.findings]
    if versions:
        _write(root, submission, versions)
        update(root, track=track)
    return tuple(version.path for version in versions), findings


def _versions(root: Path, sections: Sequence[Section[str]], each: Rendition) -> list[Section[str]]:
    extras = Extras(each.version, each.matched)
    texts = {id: proposal.text for id, proposal in each.proposals.texts.items()}
    versions = []
    for section in sections:
        path = f"{discover.SOURCES}/{each.language}/{section.id}.md"
        if (root / path).exists():
            raise RefusedError(VERSION_EXISTS.at(Place(path, section=section.id), path=path))
        version = beside(section, texts, extras, language=each.language, path=path)
        if version.blocks:
            versions.append(version)
    return versions


def _write(root: Path, submission: Submission, versions: Sequence[Section[str]]) -> None:
    """The parallel versions, and in submission.toml which version of these sections is the original."""
    languages = {section.id: section.language for section in submission.sections}
    wanted = {each.id: {"original": f'"{languages[each.id]}"'} for each in versions}

    def job() -> None:
        changes = [Change(each.path, None, write(each).encode()) for each in versions]
        config = configuration.read(files.read_text(root, FILE_NAME))  # another version may have said it by now
        together.write(root, [*changes, *with_settings(root, config, wanted)])

    undisturbed(root, job)
