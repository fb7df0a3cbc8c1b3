"""`assembler status`: how every unit stands in every language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.catalog import status as standing
from assembler.catalog.status import LanguageTally, Listed
from assembler.document.units import State
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity, phrase
from assembler.jobs.translations import translations
from assembler.nearest import nearest
from assembler.project import store
from assembler.project.config import CATALOG, Config, no_such_language
from assembler.tracking import Track, untracked

NO_SUCH_SECTION = Kind("no-such-section", Severity.ERROR, "There is no section “{section}”.", "{suggestion}")


class Status(Struct, frozen=True):
    """Sums by language, and with a state to list the units that are in it, by language."""

    languages: dict[str, LanguageTally]
    entries: dict[str, list[Listed]]
    findings: tuple[Finding, ...]


def status(
    root: Path,
    targets: Sequence[str] = (),
    *,
    section: str = "",
    listing: State | None = None,
    track: Track = untracked,
) -> Status:
    """The state of the target languages (all by default), of one section only where it is named."""
    submission = store.load(root, track)
    codes = chosen(submission.config, targets)
    units = submission.units
    _check_section(section, [CATALOG, *(each.id for each in submission.sections)])
    present = translations(root, submission, codes)
    words = standing.word_counts(units)
    tallies: dict[str, LanguageTally] = {}
    entries: dict[str, list[Listed]] = {}
    for code in codes:
        update = present.updates.get(code)
        standings = [
            each for each in standing.standings(code, units, update) if not section or each.unit.section == section
        ]
        tallies[code] = standing.tally(standings, update, words)
        if listing is not None:
            listed = standing.listed(standings, update, listing)
            entries[code] = [each for each in listed if not section or each.section == section]
    return Status(tallies, entries, (*submission.findings, *present.findings))


def _check_section(section: str, known: Collection[str]) -> None:
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
