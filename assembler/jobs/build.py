"""`assembler build`: the editions, written into the output folder.

What only some builds need (LibreOffice, editions in several languages) is imported where it is needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.model import Document, Words
from assembler.edition.layout import Layout
from assembler.edition.localize import Policy
from assembler.edition.stamp import DraftState, stamp
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity, across_languages, worst
from assembler.formats.pictures.picture import Picture
from assembler.formats.written import NO_STAMP, Purpose, Stamp, Written
from assembler.jobs.editions import SingleEdition, of_writers, single
from assembler.jobs.pictures import Gallery
from assembler.jobs.status import chosen
from assembler.jobs.translations import Translations, translations, with_pivots
from assembler.jobs.writers import BASES, DOCX, PDF, Writers
from assembler.jobs.writers import writers as writers_of
from assembler.language import load as languages
from assembler.project import files, output, store
from assembler.project.config import FILE_NAME, Config
from assembler.project.store import Submission
from assembler.report.voice import Voice
from assembler.style import load as styles
from assembler.style.model import StyleSheet
from assembler.tracking import BUILDING, LAYING_OUT, Track, untracked

if TYPE_CHECKING:
    from assembler.jobs.review import Earlier

NO_SUCH_STYLE = Kind(
    "no-such-style",
    Severity.ERROR,
    "There is no style sheet styles/{style}.toml.",
    "Write it, or name one of these in submission.toml: {known}.",
)
EDITION_OF_BEFORE = Kind(
    "edition-of-before",
    Severity.WARNING,
    "{file} was written by an earlier build; this time that edition was refused.",
    "Do not send it. Mend what is said of the edition, and build again.",
)

USUAL_FORMATS = ("docx",)
STEM = "submission"


class BuiltEdition(Struct, frozen=True):
    """A file that was written. `path` is as `build --json` shows it; `units` counts its units by state."""

    path: str
    kind: str
    languages: tuple[str, ...]
    format: str
    units: dict[str, int]


class Built(Struct, frozen=True):
    """The editions that were written; none where a final edition was refused."""

    editions: tuple[BuiltEdition, ...]
    findings: tuple[Finding, ...]


class Review(Struct, frozen=True):
    """What review editions are to show, in the interface's `voice`: the state, and what changed `since` a revision."""

    voice: Voice
    since: str = ""


class Wish(Struct, frozen=True):
    """What is to be built. No languages: all of the submission, unless a parallel edition is wanted: then it alone.
    No policy: `fail` if final, else `mark`.

    `parallel` are the languages of an edition in several, in their order, `layout` how they stand, `contents` the
    language of its contents (empty: the first).
    `date` (`2026-11-22`) and `revision` of the sources are what drafts are stamped with, beside the version. `office`
    is the program of LibreOffice, which PDF needs. `page_numbers` asks for those of headings in the contents of a DOCX,
    which LibreOffice finds out; None: if final. `review` asks for review editions.
    """

    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL_FORMATS
    final: bool = False
    missing: Policy | None = None
    date: str = ""
    revision: str = ""
    office: Path | None = None
    page_numbers: bool | None = None
    review: Review | None = None
    parallel: tuple[str, ...] = ()
    layout: Layout = Layout.COLUMNS
    contents: str = ""

    @property
    def purpose(self) -> Purpose:
        return "final" if self.final else "draft"

    @property
    def kind(self) -> str:
        return "single" if self.review is None else "review"

    @property
    def policy(self) -> Policy:
        return self.missing or (Policy.FAIL if self.final else Policy.MARK)

    @property
    def numbers_pages(self) -> bool:
        return self.final if self.page_numbers is None else self.page_numbers


class Edition(Struct, frozen=True):
    """An edition before it is in any format, and what it is written with. `name` is that of its files, without the
    ending."""

    name: str
    kind: str
    languages: tuple[str, ...]
    document: Document[Words]
    pictures: Mapping[str, Picture]
    states: dict[str, int]
    stamp: Stamp
    writers: Writers

    def written(self, format: str, pages: Mapping[str, int] | None) -> Written:
        """The edition in a format, a PDF as its base; `pages` are for the contents of a DOCX."""
        return self.writers.write(format, self.document, self.stamp, pages, self.pictures)


class Made(Struct, frozen=True):
    """An edition in one format, not on the disk yet. A PDF is still the ODT that it is made from."""

    edition: Edition
    format: str
    written: Written

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.edition.name}.{self.format}"


def build(root: Path, out: Path, wish: Wish, track: Track = untracked) -> Built:
    """Write the editions into `out`. One that is refused is not written; the findings say why.

    Raises ConfigurationError or ProgramError where PDF is wished and LibreOffice is absent or does not make it.
    """
    output.check_folder(root, out)
    if PDF in wish.formats and wish.office is None:
        from assembler.project import office

        raise ConfigurationError(office.OFFICE_ABSENT.at(Place()))
    submission = store.load(root, track)
    config = submission.config
    specimen = _of_specimen(submission) if wish.purpose == "final" else []
    several = _several(config, wish)
    codes = chosen(config, wish.languages) if wish.languages or not several else []
    writers = writers_of(root, config, style_sheet(root, config, (wish.kind, wish.purpose)), wish.purpose)
    own = _by_language(root, submission, (codes, several), writers, wish, track)
    accepted, made = own.accepted, own.made
    findings = [*specimen, *own.findings, *writers.about_letterhead(wish.formats)]
    if several and all(code in accepted for code in several):
        made += _made(_parallel(root, {code: accepted[code] for code in several}, writers, config, wish), wish)
    made, about = _with_page_numbers(made, wish, track)
    findings += about
    made, found = _fit(made, wish)
    findings += of_writers(submission, found, several)
    made, about = _saved(out, made, wish, track)
    names = [*(_name(code, wish) for code in codes), *([_parallel_name(several, wish)] if several else ())]
    findings += (*about, *_of_before(out, names, made, wish))
    editions = tuple(
        BuiltEdition(str(out / each.name), each.edition.kind, each.edition.languages, each.format, each.edition.states)
        for each in made
    )
    return Built(editions, tuple(across_languages(findings)))


class ByLanguage(Struct):
    """The editions of single languages that are not refused, those of them that are wished, in each format, and what is
    to be said of all."""

    accepted: dict[str, SingleEdition] = {}
    made: list[Made] = []
    findings: list[Finding] = []


def _by_language(
    root: Path,
    submission: Submission,
    wanted: tuple[Sequence[str], Sequence[str]],
    writers: Writers,
    wish: Wish,
    track: Track,
) -> ByLanguage:
    """The editions of the languages `wanted` by themselves, and of those for a parallel edition. The catalogs are let
    go afterwards: they take more memory than the editions."""
    codes, several = wanted
    everyone = list(dict.fromkeys((*codes, *several)))
    present = translations(root, submission, everyone, track=track)
    found = ByLanguage(findings=[*submission.findings, *present.findings])
    before = _earlier(root, codes, wish)
    gallery = Gallery(root, submission.config.languages)
    for code in track(BUILDING, everyone):
        own = single(submission, present, code, wish.policy, gallery)
        edition = _reviewed(root, submission, present, own, wish, before)
        found.findings += (*edition.missing, *edition.findings)
        passed = with_pivots(submission.config, [code])
        of_texts = [*submission.findings, *(each for each in present.findings if each.place.language in passed)]
        if _refused(wish, edition, of_texts):
            continue
        found.accepted[code] = replace(edition, standings=())
        if code in codes:
            mark = _stamp(code, submission.config, wish)
            document, pictures = edition.composed.document, edition.pictures
            whole = Edition(_name(code, wish), wish.kind, (code,), document, pictures, edition.states, mark, writers)
            found.made += _made(whole, wish)
    return found


def _of_specimen(submission: Submission) -> list[Finding]:
    from assembler.jobs.new import unreplaced

    return list(unreplaced(submission.own_units, submission.config.original))


def _several(config: Config, wish: Wish) -> tuple[str, ...]:
    """The languages of the parallel edition, none where none is wished."""
    if not wish.parallel:
        return ()
    from assembler.jobs.parallel import languages_of

    return languages_of(config, wish.parallel)


def _parallel(
    root: Path, editions: Mapping[str, SingleEdition], writers: Writers, config: Config, wish: Wish
) -> Edition:
    """The edition in several languages, in its own sheet."""
    from assembler.jobs.parallel import beside

    sheet = style_sheet(root, config, ("parallel", wish.layout.value, wish.purpose))
    document, own = beside(editions, wish.layout, wish.contents, replace(writers, sheet=sheet))
    states = sum((Counter(each.states) for each in editions.values()), Counter[str]())
    pictures = {name: picture for each in editions.values() for name, picture in each.pictures.items()}
    name = _parallel_name(editions, wish)
    mark = _stamp(document.language, config, wish)
    return Edition(name, "parallel", tuple(editions), document, pictures, dict(sorted(states.items())), mark, own)


def _name(code: str, wish: Wish) -> str:
    """What the edition of a language is called."""
    return f"{STEM}-{code}" if wish.kind == "single" else f"{STEM}-{code}-{wish.kind}"


def _parallel_name(codes: Iterable[str], wish: Wish) -> str:
    """What the edition in several languages is called."""
    return "-".join((STEM, *codes, wish.layout.value))


def _of_before(out: Path, names: Iterable[str], made: Iterable[Made], wish: Wish) -> list[Finding]:
    """The files of editions that were refused this time: who looks into the folder could take them for new."""
    written = {each.name for each in made}
    wanted = (f"{name}.{format}" for name in names for format in wish.formats)
    missing = (file for file in wanted if file not in written and (out / file).is_file())
    return [EDITION_OF_BEFORE.at(Place(), file=file) for file in missing]


def _stamp(language: str, config: Config, wish: Wish) -> Stamp:
    """What a draft is stamped with; a final edition is not."""
    state = DraftState(config.version, wish.date, wish.revision)
    return NO_STAMP if wish.final else stamp(state, languages.load(language))


def _earlier(root: Path, codes: Sequence[str], wish: Wish) -> Earlier | None:
    """The editions as they were at the revision that review editions are to show changes since, if one was named."""
    if wish.review is None or not wish.review.since:
        return None
    from assembler.jobs.review import earlier

    return earlier(root, wish.review.since, codes)


def _reviewed(
    root: Path,
    submission: Submission,
    present: Translations,
    edition: SingleEdition,
    wish: Wish,
    before: Earlier | None,
) -> SingleEdition:
    """The edition as it is wished: with its state beside the words, or by itself."""
    if wish.review is None:
        return edition
    from assembler.jobs.examining import examined, heard
    from assembler.jobs.review import reviewed

    code = edition.composed.document.language
    told = heard(root, examined(root, submission, present, [code])).findings
    return reviewed(submission, edition, code, wish.review.voice, wish.date, before, told)


def _refused(wish: Wish, edition: SingleEdition, of_texts: Sequence[Finding]) -> bool:
    """With errors nothing final is written; with policy `fail` nothing that lacks a translation."""
    if worst(edition.missing) is Severity.ERROR:
        return True
    return wish.final and worst((*of_texts, *edition.findings)) is Severity.ERROR


def _made(edition: Edition, wish: Wish) -> list[Made]:
    """The edition in each format; a PDF shares what was written with the ODT."""
    written: dict[str, Written] = {}
    for format in wish.formats:
        base = BASES.get(format, format)
        if base not in written:
            places: dict[str, int] | None = {} if wish.numbers_pages and base == DOCX and wish.office else None
            written[base] = edition.written(base, places)
    return [Made(edition, format, written[BASES.get(format, format)]) for format in wish.formats]


def _with_page_numbers(made: list[Made], wish: Wish, track: Track) -> tuple[list[Made], tuple[Finding, ...]]:
    """Each DOCX written once more, with the pages on which LibreOffice has found its headings."""
    asking = [each for each in made if each.format == DOCX and wish.numbers_pages and each.edition.document.contents]
    if not asking:
        return made, ()
    from assembler.jobs import pages

    if wish.office is None:
        return made, (pages.NO_OFFICE.at(Place()),)
    found: list[dict[str, int] | None] = []
    problem: tuple[Finding, ...] = ()
    for batch in track(LAYING_OUT, [[each.written.data for each in asking]]):
        found, problem = pages.of_headings(batch, wish.office)
    again = {
        each.name: replace(each, written=each.edition.written(DOCX, numbers))
        for each, numbers in zip(asking, found, strict=True)
    }
    return [again.get(each.name, each) for each in made], problem


def _fit(made: Sequence[Made], wish: Wish) -> tuple[list[Made], list[Finding]]:
    """What may be written: with an error in one of its formats, a final edition in none of them; what was found."""
    findings: list[Finding] = []
    unfit: set[str] = set()
    for each in made:
        about = [*each.written.findings, *(_finished(each) if wish.final else ())]
        findings += about
        if wish.final and worst(about) is Severity.ERROR:
            unfit.add(each.edition.name)
    return [each for each in made if each.edition.name not in unfit], findings


def _finished(made: Made) -> list[Finding]:
    """What is wrong with the file itself, and what it says that a final edition must not."""
    from assembler.jobs.finished import check_file

    return check_file(made.written.data, made.name, final=True)


def _saved(out: Path, made: list[Made], wish: Wish, track: Track) -> tuple[list[Made], tuple[Finding, ...]]:
    """All files written but PDF that would lack text; what is to be said of PDF."""
    for each in made:
        if each.format != PDF:
            files.write_bytes(out, each.name, each.written.data)
    editions = {each.name: each.written.data for each in made if each.format == PDF}
    if not editions:
        return made, ()
    from assembler.jobs.exports import exported

    pdfs, findings = exported(editions, wish.office, with_comments=wish.review is not None, track=track)
    for name, data in pdfs.items():
        files.write_bytes(out, name, data)
    return [each for each in made if each.format != PDF or each.name in pdfs], findings


def style_sheet(root: Path, config: Config, editions: Collection[str] = ()) -> StyleSheet:
    """The sheet that the configuration names, for editions of these kinds: the submission's own, else a shipped one."""
    sheet = _named_sheet(root, config, editions)
    return sheet.in_other_font() if config.letterheads else sheet


def _named_sheet(root: Path, config: Config, editions: Collection[str]) -> StyleSheet:
    path = f"styles/{config.style}.toml"
    if (root / path).is_file():
        return styles.load(files.read_bytes(root, path), path, editions)
    if config.style in styles.shipped_names():
        return styles.shipped(config.style, editions)
    own = sorted(file.stem for file in (root / "styles").glob("*.toml"))
    known = ", ".join(dict.fromkeys((*own, *styles.shipped_names())))
    raise ConfigurationError(NO_SUCH_STYLE.at(Place(FILE_NAME), style=config.style, known=known))
