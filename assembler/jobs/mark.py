"""`assembler mark`: what a person says of translations is put into the catalogs.

The sources are merged in memory first, so that nobody puts a seal on the translation of a text that has changed. All
that was named is marked, or nothing. A pattern, a section and `everything` mean those units among them to which the
mark can be put; a unit that is named itself must be one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import po
from assembler.catalog import status as standing
from assembler.catalog.marking import Mark, marked
from assembler.catalog.model import Entry, by_id
from assembler.catalog.status import Standing
from assembler.document.units import State, Unit
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity, phrase
from assembler.jobs.naming import NO_SUCH_UNIT, named
from assembler.jobs.status import NO_SUCH_SECTION
from assembler.jobs.translations import Translations, grouping, translations
from assembler.nearest import nearest
from assembler.project import discover, store, together
from assembler.project.config import CATALOG, no_such_language
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import Track, untracked

NOTHING_NAMED = Kind(
    "nothing-named",
    Severity.ERROR,
    "Nothing was named that could be marked.",
    "Name IDs or patterns (art07-*), or --section, or --all.",
)
MARK_OF_ORIGINAL = Kind(
    "mark-of-original",
    Severity.ERROR,
    "“{id}” is written in this language, so there is no translation to mark; nothing was marked.",
    "Name with --lang the language that it is translated into.",
)
MARK_OF_ORIGINALS = Kind(
    "mark-of-originals",
    Severity.ERROR,
    "All that was named is written in “{language}”, so there is no translation to mark; nothing was marked.",
    "Name with --lang the language that it is translated into.",
)
MARK_OF_NOTHING = Kind(
    "mark-of-nothing",
    Severity.ERROR,
    "“{id}” has no translation that could be marked; nothing was marked.",
    "Translate it in the catalog first.",
)
MARK_WAITING = Kind(
    "mark-waiting",
    Severity.ERROR,
    "“{id}” waits for the language that it is translated from; nothing was marked.",
    "Bring that translation up to date first.",
)
MARK_OF_FUZZY = Kind(
    "mark-of-fuzzy",
    Severity.ERROR,
    "The translation of “{id}” is fuzzy and cannot be reviewed as it is; nothing was marked.",
    "Correct it and take the fuzzy flag away, or do that with: assembler mark translated",
)
MARK_OUT_OF_DATE = Kind(
    "mark-out-of-date",
    Severity.ERROR,
    "The text of “{id}” has changed since the last update; nothing was marked.",
    "Run assembler update, look at the translation, then mark it.",
)

_CAN_HAVE: Mapping[Mark, Collection[State]] = {
    Mark.REVIEWED: (State.TRANSLATED,),
    Mark.FUZZY: (State.TRANSLATED, State.FUZZY),
    Mark.TRANSLATED: (State.TRANSLATED, State.FUZZY),
}
_REFUSALS: Mapping[State, Kind] = {
    State.ORIGINAL: MARK_OF_ORIGINAL,
    State.UNTRANSLATED: MARK_OF_NOTHING,
    State.WAITING: MARK_WAITING,
    State.FUZZY: MARK_OF_FUZZY,
}


class Asked(Struct, frozen=True):
    """What is to be marked: IDs and patterns, whole sections, or everything."""

    names: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    everything: bool = False


class Marked(Struct, frozen=True):
    """The IDs that got the mark or would get it, those that had it, and by state those to which it cannot be put.

    `written` are catalogs. With an error among the `findings` nothing was marked; `misnamed` says that one of them is
    of a name that means nothing.
    """

    marked: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    left: dict[str, tuple[str, ...]] = {}
    written: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def misnamed(self) -> bool:
        return any(each.kind is NO_SUCH_UNIT for each in self.findings)


def mark(
    root: Path, state: Mark, language: str, asked: Asked, *, dry_run: bool = False, track: Track = untracked
) -> Marked:
    """Put a mark on the translations into `language` that are asked for, in catalogs that are left as they are else.

    With `dry_run` nothing is written. Raises ConfigurationError where the language or a section does not exist, and
    RefusedError while another process writes into the submission.
    """

    def job() -> Marked:
        submission = store.load(root, track)
        _check(submission, language, asked)
        present = translations(root, submission, [language], track=track)
        done, changes = _marked(submission, present, state, language, asked)
        if not dry_run:
            together.write(root, changes)
        return done

    return job() if dry_run else undisturbed(root, job)


def _check(submission: Submission, language: str, asked: Asked) -> None:
    if language not in submission.config.languages:
        raise no_such_language(submission.config, language)
    if not (asked.names or asked.sections or asked.everything):
        raise ConfigurationError(NOTHING_NAMED.at(Place()))
    known = [CATALOG, *(section.id for section in submission.sections)]
    for section in asked.sections:
        if section not in known:
            suggestion = nearest(section, known, phrase("Sections: {names}.", names=", ".join(known)))
            raise ConfigurationError(NO_SUCH_SECTION.at(Place(section=section), section=section, suggestion=suggestion))


def _marked(
    submission: Submission, present: Translations, state: Mark, language: str, asked: Asked
) -> tuple[Marked, list[Change]]:
    """What was done, and the catalogs that it changes: none where something speaks against it."""
    standings = standing.standings(language, submission.units, present.updates.get(language))
    chosen, findings = _chosen(standings, asked)
    held = by_id(present.read.get(language, {}).values())
    place = _places(submission, language, held)
    stale = {each.unit.id: each.unit for each, _ in chosen if _is_stale(held.get(each.unit.id), each.entry)}
    findings += [MARK_OUT_OF_DATE.at(place(unit), id=id) for id, unit in stale.items()]
    fit = [each for each, _ in chosen if each.state in _CAN_HAVE[state]]
    unfit = [
        (each, itself) for each, itself in chosen if each.state not in _CAN_HAVE[state] and each.unit.id not in stale
    ]
    findings += [_REFUSALS[each.state].at(place(each.unit), id=each.unit.id) for each, itself in unfit if itself]
    if chosen and not findings and all(each.state is State.ORIGINAL for each, _ in chosen):
        findings.append(MARK_OF_ORIGINALS.at(Place(language=language), language=language))
    if findings:
        return Marked(findings=tuple(findings)), []
    new = {each.unit.id: marked(held[each.unit.id], state) for each in fit}
    changed = {id: entry for id, entry in new.items() if entry is not held[id]}
    changes = list(_changes(present, language, held, changed))
    already = tuple(id for id in new if id not in changed)
    left = _by_state(each for each, _ in unfit)
    return Marked(tuple(changed), already, left, tuple(change.path for change in changes)), changes


def _chosen(standings: Sequence[Standing], asked: Asked) -> tuple[list[tuple[Standing, bool]], list[Finding]]:
    """The units that are meant, each with whether it was named itself, and what is wrong with the names."""
    meant, findings = named(asked.names, [each.unit.id for each in standings])
    chosen = [
        (each, meant.get(each.unit.id, False))
        for each in standings
        if asked.everything or each.unit.section in asked.sections or each.unit.id in meant
    ]
    return chosen, findings


def _places(submission: Submission, language: str, held: Mapping[str, Entry]) -> Callable[[Unit], Place]:
    of = grouping(submission.config)

    def place(unit: Unit) -> Place:
        line = held[unit.id].line if unit.id in held else None
        return Place(discover.catalog_path(language, of(unit.section)), line, unit.section, unit.id, language)

    return place


def _is_stale(read: Entry | None, merged: Entry | None) -> bool:
    """Whether the merge with the sources has changed what there is to be marked."""
    if merged is None or not merged.is_translated:
        return False
    was = read and (read.source, read.translation, read.fuzzy)
    return was != (merged.source, merged.translation, merged.fuzzy)


def _changes(
    present: Translations, language: str, held: Mapping[str, Entry], changed: Mapping[str, Entry]
) -> Iterator[Change]:
    for name, catalog in present.read.get(language, {}).items():
        entries = tuple(_instead(entry, held, changed) for entry in catalog.entries)
        if any(new is not old for new, old in zip(entries, catalog.entries, strict=True)):
            path = discover.catalog_path(language, name)
            yield Change(path, present.data[path], po.write(replace(catalog, entries=entries)))


def _instead(entry: Entry, held: Mapping[str, Entry], changed: Mapping[str, Entry]) -> Entry:
    id = entry.id or ""
    return changed[id] if id in changed and entry is held[id] else entry


def _by_state(standings: Iterable[Standing]) -> dict[str, tuple[str, ...]]:
    """The IDs of translations by state."""
    ids: dict[str, list[str]] = {}
    for each in standings:
        if each.state is not State.ORIGINAL:
            ids.setdefault(each.state.value, []).append(each.unit.id)
    return {state: tuple(each) for state, each in ids.items()}
