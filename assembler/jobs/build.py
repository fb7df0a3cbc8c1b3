"""`assembler build`: the editions, written into the output folder."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.edition.localize import Policy
from assembler.edition.stamp import DraftState, stamp
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity, across_languages, worst
from assembler.formats.docx import write as docx
from assembler.formats.html import write as html
from assembler.formats.odt import write as odt
from assembler.formats.written import NO_STAMP, Purpose, Stamp, Writer, Written
from assembler.jobs.editions import SingleEdition, single
from assembler.jobs.status import chosen
from assembler.jobs.translations import translations
from assembler.language import load as languages
from assembler.project import files, office, store
from assembler.project.config import FILE_NAME, Config
from assembler.style import load as styles
from assembler.style.model import StyleSheet
from assembler.tracking import BUILDING, Track, untracked

NO_SUCH_STYLE = Kind(
    "no-such-style",
    Severity.ERROR,
    "There is no style sheet styles/{style}.toml.",
    "Write it, or name one of these in submission.toml: {known}.",
)

WRITERS: Mapping[str, Writer] = {"docx": docx.write, "odt": odt.write, "html": html.write, "pdf": odt.write}
"""By format; a PDF is written as ODT, from which LibreOffice makes it."""

FORMATS = tuple(WRITERS)
HTML, PDF = "html", "pdf"
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


class Wish(Struct, frozen=True):
    """What is to be built. No languages: all of the submission. No policy: `fail` if final, else `mark`.

    `date` (`2026-11-22`) and `revision` of the sources are what drafts are stamped with, beside the version.
    `office` is the program of LibreOffice, which PDF needs.
    """

    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL_FORMATS
    final: bool = False
    missing: Policy | None = None
    date: str = ""
    revision: str = ""
    office: Path | None = None

    @property
    def purpose(self) -> Purpose:
        return "final" if self.final else "draft"

    @property
    def policy(self) -> Policy:
        return self.missing or (Policy.FAIL if self.final else Policy.MARK)


def build(root: Path, out: Path, wish: Wish, track: Track = untracked) -> Built:
    """Write the editions into `out`. One that is refused is not written; the findings say why.

    Raises ConfigurationError or ProgramError where PDF is wished and LibreOffice is absent or does not make it.
    """
    if PDF in wish.formats and wish.office is None:
        raise ConfigurationError(office.OFFICE_ABSENT.at(Place()))
    submission = store.load(root, track)
    config = submission.config
    codes = chosen(config, wish.languages)
    sheet = style_sheet(root, config, ("single", wish.purpose))
    state = DraftState(config.version, wish.date, wish.revision)
    present = translations(root, submission, codes)
    findings = [*submission.findings, *present.findings]
    editions: list[BuiltEdition] = []
    to_export: dict[str, bytes] = {}
    for code in track(BUILDING, codes):
        edition = single(submission, present, code, wish.policy)
        findings += (*edition.missing, *edition.findings)
        if _refused(wish, edition, submission.findings):
            continue
        mark = NO_STAMP if wish.final else stamp(state, languages.load(code))
        made = _made(code, edition, sheet, wish, mark, findings)
        for name, data in made.items():
            format = name.rpartition(".")[2]
            editions.append(BuiltEdition(str(out / name), "single", (code,), format, edition.states))
            if format == PDF:
                to_export[name] = data
            else:
                files.write_bytes(out, name, data)
    _export(out, to_export, wish, track)
    return Built(tuple(editions), tuple(across_languages(findings)))


def _refused(wish: Wish, edition: SingleEdition, of_sources: Sequence[Finding]) -> bool:
    """With errors nothing final is written; with policy `fail` nothing that lacks a translation."""
    if worst(edition.missing) is Severity.ERROR:
        return True
    return wish.final and worst((*of_sources, *edition.findings)) is Severity.ERROR


def _made(
    code: str, edition: SingleEdition, sheet: StyleSheet, wish: Wish, mark: Stamp, findings: list[Finding]
) -> dict[str, bytes]:
    """The edition in each format, by file name; a final one in none if there is an error in one of them.

    Formats that share a writer share what it wrote.
    """
    written: dict[Writer, Written] = {}
    for writer in dict.fromkeys(WRITERS[format] for format in wish.formats):
        written[writer] = writer(edition.composed.document, sheet, purpose=wish.purpose, stamp=mark)
    made = {f"{STEM}-{code}.{format}": written[WRITERS[format]] for format in wish.formats}
    about = [finding for each in made.values() for finding in each.findings]
    if wish.final:
        about += (finding for name, each in made.items() for finding in _finished(each, name))
    findings += about
    if wish.final and worst(about) is Severity.ERROR:
        return {}
    return {name: each.data for name, each in made.items()}


def _export(out: Path, editions: Mapping[str, bytes], wish: Wish, track: Track) -> None:
    """All PDF in one start of LibreOffice; none where there are no editions."""
    if editions:
        made = office.pdfs(list(editions.values()), wish.office, track=track)
        for name, data in zip(editions, made, strict=True):
            files.write_bytes(out, name, data)


def _finished(written: Written, name: str) -> list[Finding]:
    """What is wrong with the file itself, and what it says that a final edition must not. Pages are not read again."""
    if name.endswith(f".{HTML}"):
        return []
    from assembler.jobs.finished import check_file

    return check_file(written.data, name, final=True)


def style_sheet(root: Path, config: Config, editions: Collection[str] = ()) -> StyleSheet:
    """The sheet that the configuration names, for editions of these kinds: the submission's own, else a shipped one."""
    path = f"styles/{config.style}.toml"
    if (root / path).is_file():
        return styles.load(files.read_bytes(root, path), path, editions)
    if config.style in styles.shipped_names():
        return styles.shipped(config.style, editions)
    own = sorted(file.stem for file in (root / "styles").glob("*.toml"))
    known = ", ".join(dict.fromkeys((*own, *styles.shipped_names())))
    raise ConfigurationError(NO_SUCH_STYLE.at(Place(FILE_NAME), style=config.style, known=known))
