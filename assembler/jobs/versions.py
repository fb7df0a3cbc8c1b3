"""Further versions of sections that exist: documents in other languages are aligned with them, and what they say
becomes translations, under the IDs that the sections have.

Documents in two languages at once are aligned with each other too: where the three do not agree, nothing is certain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from assembler.align import guidance as guiding
from assembler.align.guided import UNGUIDED, Guidance
from assembler.align.matching import Match, Matched, matched, words
from assembler.align.meaning import Model
from assembler.align.translation import Proposals, proposals
from assembler.align.trio import disputed, together
from assembler.align.version import Edition, edition
from assembler.document.model import Heading, Section
from assembler.findings import Finding, Kind, Place, Severity
from assembler.jobs.brought import Pictures
from assembler.jobs.documents import Way
from assembler.jobs.incoming import ReadIn, read_in
from assembler.jobs.new import placeholders
from assembler.jobs.typed_numbers import computed_numbers
from assembler.project import corrections as correcting
from assembler.project.corrections import CORRECTIONS_FILE, Correction
from assembler.project.store import Submission
from assembler.tracking import Track, untracked

CORRECTION_LOST = Kind(
    "correction-not-found",
    Severity.WARNING,
    "The correction names “{name}”, which is not found; it has no effect.",
    "Write the ID of a unit of the original, or how a paragraph of the other document begins.",
)
CORRECTION_UNCLEAR = Kind(
    "correction-unclear",
    Severity.WARNING,
    "The correction names “{name}”, with which {times} paragraphs begin; it has no effect.",
    "Write more of the paragraph's beginning, until only one begins so.",
)
NOTES_LEFT_OUT = Kind(
    "notes-without-counterpart",
    Severity.WARNING,
    "Notes of the document without a counterpart: {count}; their marks were left out of the translations.",
    "Look for them on the page of the alignment; if the original lacks them, write them there first.",
)


class Document(Struct, frozen=True):
    """The files of one version, in their order, and the language that they are written in."""

    language: str
    files: tuple[Path, ...]


class Rendition(Struct, frozen=True):
    """One further version, aligned: `original` is what the sections say, `version` what the document says."""

    language: str
    original: Edition
    version: Edition
    matched: Matched
    proposals: Proposals
    read: ReadIn
    withdrawn: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def originals(self) -> Mapping[str, str]:
        """The words of the original's units, by ID."""
        return words(self.original)

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the version's own units, by the IDs that they have in this run."""
        return words(self.version)

    @property
    def certain(self) -> tuple[Match, ...]:
        return tuple(match for match in self.matched.matches if match.is_certain)

    @property
    def doubtful(self) -> tuple[Match, ...]:
        return tuple(match for match in self.matched.matches if not match.is_certain)


def renditions(
    root: Path,
    submission: Submission,
    sections: Sequence[Section[str]],
    documents: Sequence[Document],
    random: Random,
    *,
    way: Way,
    model: Model | None = None,
    track: Track = untracked,
) -> tuple[list[Rendition], list[Finding]]:
    """What the documents say of these sections, by language; and what is wrong with the corrections. Nothing is
    written. `model` is asked about what is in doubt."""
    terms = submission.terms or ()
    numbers = computed_numbers(submission)
    original = edition(_with_titles(submission, sections), submission.config.original, numbers=numbers, terms=terms)
    whole = replace(way, split=None, whole=True)
    pictures = Pictures(root)
    reads = [
        read_in(
            root, submission, each.files, each.language, random, way=whole, new=False, pictures=pictures, track=track
        )
        for each in documents
    ]
    versions = [
        edition(
            [*_headed(read.titles, each.language), *read.sections],
            each.language,
            numbers={typed.id: typed.value for imported in read.imported for typed in imported.numbers},
            terms=terms,
        )
        for each, read in zip(documents, reads, strict=True)
    ]
    corrections, findings = correcting.load(root, submission.config.languages)
    guided = [_guidance(corrections, original, version) for version in versions]
    links = together(
        [original.text, *(version.text for version in versions)],
        {(0, place): guide for place, (guide, _) in enumerate(guided, 1)},
        model,
    )
    doubted = disputed(links)
    found = []
    for place, (version, read) in enumerate(zip(versions, reads, strict=True), 1):
        guide, said = guided[place - 1]
        pair = (0, place)
        found.append(
            _rendition(
                original, version, matched(original, version, links[pair], doubted.get(pair, ())), read, guide, said
            )
        )
    return found, findings


TITLES = ("title", "subtitle")


def _with_titles(submission: Submission, sections: Sequence[Section[str]]) -> list[Section[str]]:
    """The sections with the titles from submission.toml as headings where documents have them: the submission's at the
    beginning, where the documents are versions of the whole of it, those of parts above their first section. What an
    empty submission says until its authors do is no title."""
    config = submission.config
    blank = placeholders(config.original)
    own = {unit.id: unit.text for unit in submission.own_units if unit.text not in blank}
    here = [each.id for each in sections]
    titled = [*TITLES] if len(here) >= sum(each.language == config.original for each in submission.sections) else []
    above: dict[str, list[str]] = {}
    for part in config.parts:
        if first := next((id for id in here if id in part.sections), ""):
            above.setdefault(first, []).append(f"parts.{part.id}.title")
    found = []
    for place, section in enumerate(sections):
        ids = [id for id in ([*titled] if place == 0 else []) + above.get(section.id, []) if id in own]
        found += [*_headed({id: own[id] for id in ids}, config.original), section]
    return found


def _headed(titles: Mapping[str, str], language: str) -> list[Section[str]]:
    """Titles as the headings of a section, none where there are none."""
    headings = tuple(Heading(id=id, level=1, words=words) for id, words in titles.items())
    return [Section(id=language, language=language, path="", blocks=headings)] if headings else []


def _rendition(
    original: Edition, version: Edition, found: Matched, read: ReadIn, guide: Guidance, said: Sequence[Finding]
) -> Rendition:
    found = replace(found, left=tuple(id for id in found.left if id not in TITLES))
    proposed = proposals(found.matches, words(original), words(version))
    findings = [*read.findings, *said]
    if proposed.left_out:
        origin = read.imported[0].origin if read.imported else None
        findings.append(NOTES_LEFT_OUT.at(Place(origin, language=version.language), count=len(proposed.left_out)))
    withdrawn = tuple(
        id for cut in guide.cuts for place in cut.left for id in original.parts[place].units if id not in proposed.texts
    )
    return Rendition(version.language, original, version, found, proposed, read, withdrawn, tuple(findings))


def _guidance(corrections: Sequence[Correction], original: Edition, version: Edition) -> tuple[Guidance, list[Finding]]:
    own = [each for each in corrections if each.language == version.language]
    if not own:
        return UNGUIDED, []
    named: Mapping[guiding.Named, int] = {
        guiding.Named(each.sort == "pin", each.ids, each.texts): each.line for each in own
    }
    guide, lost = guiding.guidance(named, original, version)
    said = []
    for each in lost:
        place = Place(CORRECTIONS_FILE, named[each.correction] or None, language=version.language)
        if each.times:
            said.append(CORRECTION_UNCLEAR.at(place, name=each.name, times=each.times))
        else:
            said.append(CORRECTION_LOST.at(place, name=each.name))
    return guide, said
