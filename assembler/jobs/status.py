"""`assembler status`: how every unit stands in every language, and what changed since an earlier revision."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import changes as differences
from assembler.catalog import status as standing
from assembler.catalog.changes import Changed
from assembler.catalog.status import LanguageTally, Listed, Part, Retired, Standing
from assembler.document.units import State
from assembler.edition.annexes import is_annex
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity, phrase
from assembler.formats.markdown.kinds import MISSING_ID
from assembler.jobs.translations import Translations, grouping, standing_in, translations
from assembler.nearest import nearest
from assembler.project import discover, history, store
from assembler.project.config import CATALOG, Config, no_such_language
from assembler.project.history import Revision
from assembler.project.store import Submission
from assembler.tracking import Track, untracked

NO_SUCH_SECTION = Kind("no-such-section", Severity.ERROR, "There is no section “{section}”.", "{suggestion}")


class Status(Struct, frozen=True):
    """Sums by language; the units that are in the states asked for; what changed since the revision asked for.

    `entries` and `changes` are by language. `title` is the submission's, in the language `original`. `without_id`
    counts the places of the sources where texts have no ID: no other number knows of them.
    """

    languages: dict[str, LanguageTally]
    entries: dict[str, list[Listed]]
    findings: tuple[Finding, ...]
    parts: tuple[Part, ...] = ()
    title: str = ""
    original: str = ""
    without_id: int = 0
    since: Revision | None = None
    changes: dict[str, list[Changed]] = {}


class _Picture(Struct, frozen=True):
    """A submission with all that is known of its translations, at one time; standings by language."""

    submission: Submission
    present: Translations
    standings: dict[str, list[Standing]]


def status(
    root: Path,
    targets: Sequence[str] = (),
    *,
    section: str = "",
    listing: Collection[State] = (),
    since: str = "",
    track: Track = untracked,
) -> Status:
    """The state of the target languages (all by default), of one section only where it is named.

    `since` names a revision of git; the entries are then those whose unit changed after it.
    """
    submission = store.load(root, track)
    config = submission.config
    codes = chosen(config, targets)
    check_section(section, [CATALOG, *(each.id for each in submission.sections)])
    revision = history.revision(root, since) if since else None
    now = _picture(root, submission, codes, section, track)
    parts = tuple(_parts(submission))
    changed = _changes(root, revision, now, codes, section) if revision else {}
    entries = {code: list(_entries(now, code, listing, section)) for code in codes} if listing else {}
    if revision:
        entries = {code: _among(entries[code], changed[code]) for code in entries}
    return Status(
        languages=_tallies(now, codes, section, parts),
        entries=entries,
        findings=(*submission.findings, *now.present.findings),
        parts=parts,
        title=config.title,
        original=config.original,
        without_id=_without_id(submission, section),
        since=revision,
        changes=changed,
    )


def _parts(submission: Submission) -> Iterator[Part]:
    choices = submission.config.sections
    annexed = {
        each.id
        for each in submission.sections
        if is_annex(each, choice.annex if (choice := choices.get(each.id)) else None)
    }
    for part in submission.config.parts:
        yield Part(part.id, part.title.strip(), part.sections, annexed.issuperset(part.sections))


def _without_id(submission: Submission, section: str) -> int:
    """How often the originals, or one of them, have texts that nothing else counts."""
    paths = {each.path for each in submission.sections if section in ("", each.id)}
    return sum(each.kind is MISSING_ID and each.place.file in paths for each in submission.findings)


def _picture(
    root: Path, submission: Submission, codes: Sequence[str], section: str, track: Track = untracked
) -> _Picture:
    present = translations(root, submission, codes, track=track)
    units = [unit for unit in submission.units if not section or unit.section == section]
    standings = {code: standing.standings(code, units, present.updates.get(code)) for code in codes}
    return _Picture(submission, present, standings)


def _tallies(now: _Picture, codes: Sequence[str], section: str, parts: Sequence[Part]) -> dict[str, LanguageTally]:
    words = standing.word_counts(now.submission.units)
    return {
        code: standing.tally(now.standings[code], _retired(now.present, code, section), words, parts) for code in codes
    }


def _retired(present: Translations, code: str, section: str) -> list[Retired]:
    """The obsolete entries, of one section only where it is named."""
    return [each for each in standing.obsolete(present.updates.get(code)) if section in ("", each[0])]


def _entries(now: _Picture, code: str, states: Collection[State], section: str) -> Iterator[Listed]:
    """What is in these states, with the place of its entry in the catalog that is on the disk."""
    config = now.submission.config
    stands_in = standing_in(now.present, code)
    catalog_of = grouping(config)
    retired = _retired(now.present, code, section)
    for each, entry in standing.listed(now.standings[code], retired, states, config.pivots.get(code)):
        line = entry.line if entry else 0
        name = stands_in.get((each.id, line)) or catalog_of(each.section)
        yield replace(each, file=discover.catalog_path(code, name), line=line)


def _changes(
    root: Path, revision: Revision, now: _Picture, codes: Sequence[str], section: str
) -> dict[str, list[Changed]]:
    with history.at(root, revision) as folder:
        earlier = store.load(folder)
        known = [code for code in codes if code in earlier.config.languages]
        before = _picture(folder, earlier, known, section)
    pivots = now.submission.config.pivots
    return {
        code: list(differences.changes(before.standings.get(code, ()), now.standings[code], pivots.get(code)))
        for code in codes
    }


def _among(entries: Sequence[Listed], changed: Sequence[Changed]) -> list[Listed]:
    ids = {each.id for each in changed}
    return [each for each in entries if each.id in ids]


def check_section(section: str, known: Collection[str]) -> None:
    """Raises ConfigurationError for a section that was named and does not exist."""
    if section and section not in known:
        suggestion = nearest(section, known, phrase("Sections: {names}.", names=", ".join(known)))
        raise ConfigurationError(NO_SUCH_SECTION.at(Place(section=section), section=section, suggestion=suggestion))


def chosen(config: Config, targets: Sequence[str]) -> list[str]:
    """The languages named, or all of the submission. Raises ConfigurationError for one that it does not have."""
    for code in targets:
        if code not in config.languages:
            raise no_such_language(config, code)
    return list(dict.fromkeys(targets)) or list(config.languages)
