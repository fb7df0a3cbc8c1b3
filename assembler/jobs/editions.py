"""The document of an edition: a submission and its translations, localized, composed and numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import status as standing
from assembler.catalog.status import UNFINISHED, Standing
from assembler.document import integrity, parity, walk
from assembler.document.model import CoverField, Section, Words
from assembler.document.units import State
from assembler.edition.compose import Composed, Frame, PlannedPart, PlannedSection, compose
from assembler.edition.lists.material import Material, Member
from assembler.edition.localize import Policy, Shelf, localize, lost_notes, nameless, not_current, words_of
from assembler.edition.refer import TARGET_NOT_HERE
from assembler.edition.versions import own_id
from assembler.findings import Finding, Place
from assembler.formats.markdown.kinds import DUPLICATE_ID
from assembler.formats.pictures.picture import Picture
from assembler.formats.written import ID_TWICE
from assembler.jobs.pictures import Gallery, Illustrated, illustrated
from assembler.jobs.translations import Translations, grouping, standing_in
from assembler.language import load as languages
from assembler.project import discover
from assembler.project.config import Config, PartChoice, SectionChoice, cover_fields
from assembler.project.store import Submission

_TWICE = (DUPLICATE_ID, integrity.ID_IN_TWO_SECTIONS, integrity.ID_OF_CONFIGURATION)


class SingleEdition(Struct, frozen=True):
    """One language's document, how its units stand, how many of them are in which state, and what is to be said.

    `missing` is what has no current translation (with policy `fail` unit by unit, else in one sentence), `findings`
    all else. `pictures` are those that the document names.
    """

    composed: Composed
    states: dict[str, int]
    missing: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    standings: tuple[Standing, ...] = ()
    pictures: Mapping[str, Picture] = {}


def single(
    submission: Submission, present: Translations, language: str, policy: Policy, gallery: Gallery | None = None
) -> SingleEdition:
    """The edition of one language. Nothing is written, so nothing is refused here: the findings say what is wrong.

    `gallery` has the pictures; without it the document names their files as the sections do.
    """
    sections = printed(submission)
    units = [unit for unit in submission.units if unit.section in sections]
    standings = standing.standings(language, units, present.updates.get(language))
    shelf = {each.unit.id: standing.shown(each) for each in standings}
    sources = [section for section in submission.sections if section.id in submission.printed]
    localized = [localize(section, shelf, language, policy) for section in sources]
    shown = _illustrated(submission, localized, shelf, gallery)
    frame = _frame(submission, shelf, policy, language)
    composed = compose((each.section for each in shown), frame, languages.load(language))
    entries = _entries(standings, present, language) if policy is Policy.FAIL else {}
    missing = not_current(units, shelf, language, policy, entries)
    if policy is Policy.FAIL:
        missing += [finding for section in sources for finding in nameless(section, language)]
    findings = [
        *(finding for each in zip(sources, localized, strict=True) for finding in lost_notes(*each, language)),
        *_unequal(standings, submission.config),
        *placed(submission, (finding for each in shown for finding in each.findings)),
        *placed(submission, composed.findings),
    ]
    pictures = {name: picture for each in shown for name, picture in each.pictures.items()}
    return SingleEdition(composed, _states(standings), tuple(missing), tuple(findings), tuple(standings), pictures)


def _illustrated(
    submission: Submission, localized: Sequence[Section[Words]], shelf: Shelf, gallery: Gallery | None
) -> list[Illustrated]:
    """The sections with their pictures; those without any are not looked through."""
    if gallery is None:
        return [Illustrated(section) for section in localized]
    of_translators = any("![" in shown.text for shown in shelf.values())
    written_in = {section.id: section.language for section in submission.sections}
    return [
        illustrated(section, written_in[section.id], gallery)
        if of_translators or section.id in submission.pictured
        else Illustrated(section)
        for section in localized
    ]


def _entries(standings: Iterable[Standing], present: Translations, language: str) -> dict[str, Place]:
    """Where entries without a current translation stand on the disk, by ID; those that an update would not touch."""
    found: dict[str, Place] = {}
    names = standing_in(present, language)
    for each in standings:
        if each.state in UNFINISHED and each.entry is not None and each.entry.raw:
            path = discover.catalog_path(language, names[each.unit.id, each.entry.line])
            found[each.unit.id] = Place(path, each.entry.line, each.unit.section, each.unit.id, language)
    return found


def _unequal(standings: Iterable[Standing], config: Config) -> Iterator[Finding]:
    """Note marks and references that a current translation and its source do not have in common."""
    for each in standings:
        if each.state is State.TRANSLATED and each.entry is not None and each.source is not None:
            if parity.is_plain(each.source.text or "") and parity.is_plain(each.entry.translation):
                continue
            section = each.unit.section
            path = discover.catalog_path(each.language, grouping(config)(section))
            place = Place(path, each.entry.line or None, section, each.unit.id, each.language)
            yield from parity.compare(each.source.text or "", each.entry.translation, place)


def placed(submission: Submission, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of the composed edition with file and line; what the sources' own findings say is not said again."""
    units = {unit.id: unit for unit in submission.units}
    dangling = {
        (each.place.id, dict(each.values).get("target"))
        for each in submission.findings
        if each.kind is integrity.REFERENCE_TO_NOTHING
    }
    for each in findings:
        if each.kind is TARGET_NOT_HERE and (each.place.id, dict(each.values).get("target")) in dangling:
            continue
        unit = units.get(each.place.id or "")
        if unit is None or (each.place.file is not None and each.place.line is not None):
            yield each
        else:
            yield replace(each, place=Place(unit.path, unit.line or None, unit.section, unit.id, each.place.language))


def of_writers(submission: Submission, findings: Sequence[Finding], codes: Sequence[str] = ()) -> list[Finding]:
    """What writers found, with file and line; without what the sources' own findings say, that an ID is used twice.

    `codes` are the languages of a parallel edition, whose IDs have them before them.
    """
    if not findings:
        return []
    used = _used_twice(submission) if any(each.kind is ID_TWICE for each in findings) else frozenset()
    known = submission.ids
    told = (_of_unit(each, codes, known) for each in findings)
    return list(placed(submission, (each for each in told if each.kind is not ID_TWICE or each.place.id not in used)))


def _of_unit(finding: Finding, codes: Sequence[str], known: Collection[str]) -> Finding:
    """What is said of a version in a parallel edition, as said of the unit."""
    id = finding.place.id or ""
    if id in known:
        return finding
    for code in codes:
        own = id.removeprefix(own_id(code, ""))
        if own != id and own in known:
            return replace(finding, place=replace(finding.place, id=own, language=code))
    return finding


def _used_twice(submission: Submission) -> frozenset[str]:
    """The IDs that are used twice, as the sources' own findings say; of a section that is a copy all it has."""
    ids = {each.place.id for each in submission.findings if each.kind in _TWICE and each.place.id is not None}
    copies = {each.place.file for each in submission.findings if each.kind is integrity.SECTION_TWICE}
    return frozenset(ids.union(*(walk.every_id(each) for each in submission.sections if each.path in copies)))


def printed(submission: Submission) -> frozenset[str]:
    """What has its place in an edition: the printed sections, and the words of the configuration."""
    return frozenset((*submission.printed, *(unit.section for unit in submission.own_units)))


def _states(standings: Iterable[Standing]) -> dict[str, int]:
    return dict(sorted(Counter(each.state.value for each in standings).items()))


def _frame(submission: Submission, shelf: Shelf, policy: Policy, language: str) -> Frame:
    config = submission.config

    def words(id: str) -> Words:
        return words_of(shelf[id], policy, language)

    fields = ((".".join(path), text) for path, text in cover_fields(config.cover))
    return Frame(
        title=words("title"),
        subtitle=words("subtitle") if config.subtitle.strip() else None,
        cover=tuple(CoverField(key, words(key)) for key, text in fields if text.strip()),
        parts=tuple(
            PlannedPart(part.id, words(f"parts.{part.id}.title") if part.title.strip() else None, sections)
            for part, sections in plan(config, submission.printed)
        ),
        contents=config.contents,
        material=Material(
            tuple(
                Member(
                    words(f"members.{key}.name"),
                    words(f"members.{key}.city") if member.city.strip() else None,
                    member.site,
                )
                for key, member in config.members.items()
            ),
            submission.terms,
        ),
        notes_restart=config.notes.numbering == "section",
    )


def plan(config: Config, sections: tuple[str, ...]) -> list[tuple[PartChoice, tuple[PlannedSection, ...]]]:
    """The parts with their sections as the configuration wants them numbered; without parts, all in one."""
    parts = config.parts or (PartChoice("all", sections=sections),)
    return [(part, _planned_sections(config, part, sections)) for part in parts]


def _planned_sections(config: Config, part: PartChoice, sections: tuple[str, ...]) -> tuple[PlannedSection, ...]:
    existing = [section for section in part.sections if section in sections]
    return tuple(_planned(config, part, each, first=index == 0) for index, each in enumerate(existing))


def _planned(config: Config, part: PartChoice, section: str, *, first: bool) -> PlannedSection:
    """What the section itself says comes before what its part says, and that before the rule for all."""
    choice = config.sections.get(section, SectionChoice())
    policy = config.numbering.restart
    restart = policy == "section" or (policy == "part" and first)
    numbered = config.numbering.paragraphs if part.numbered is None else part.numbered
    return PlannedSection(
        section,
        numbered if choice.numbered is None else choice.numbered,
        restart if choice.restart is None else choice.restart,
        choice.annex,
    )
