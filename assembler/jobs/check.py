"""`assembler check`: everything that can be said of sources, catalogs and editions without writing one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from assembler.check import waivers
from assembler.edition.localize import Policy
from assembler.edition.typed import typed_references
from assembler.findings import Finding, across_languages
from assembler.jobs import examining
from assembler.jobs.build import style_sheet
from assembler.jobs.corpus import texts_of
from assembler.jobs.drafts import chosen as chosen_by
from assembler.jobs.drafts import draft, profile
from assembler.jobs.editions import SingleEdition, placed, single
from assembler.jobs.examining import ALL, Asked, Checked, Clock, Examined, heard, since_of
from assembler.jobs.pictures import Gallery
from assembler.jobs.status import chosen
from assembler.jobs.translations import Translations, translations
from assembler.jobs.writers import writers
from assembler.project import files, quiet, store, together
from assembler.project.config import FILE_NAME
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import BUILDING, Track, untracked


def check(root: Path, targets: Sequence[str] = (), track: Track = untracked) -> list[Finding]:
    """The findings of `checked`, where nothing else is asked for."""
    return list(checked(root, targets, track=track).findings)


def checked(
    root: Path,
    targets: Sequence[str] = (),
    asked: Asked = ALL,
    *,
    track: Track = untracked,
    clock: Clock | None = None,
) -> Checked:
    """Findings about the sources, the catalogs of the target languages, and their editions, composed in memory; and
    what the rules find in their words.

    Translations that are missing are no findings here: `status` lists them. Raises as `build` does, and
    ConfigurationError for a rule or revision that does not exist.
    """
    seen = examined(root, targets, asked, track, clock)
    return heard(root, seen, since_of(root, seen, asked))


def write_baseline(root: Path, asked: Asked = ALL, track: Track = untracked) -> int:
    """Everything that is found now and not waived is quiet from now on; how many findings these are. Raises as `check`,
    and RefusedError while another process writes into the submission."""

    def job() -> int:
        seen = examined(root, (), asked, track)
        told, _ = quiet.waivers(root)
        left = waivers.waived(seen.findings, told, seen.may_be_quiet).findings
        old = waivers.baseline(left, texts_of(seen.texts), seen.may_be_quiet)
        present = files.read_bytes(root, quiet.BASELINE) if (root / quiet.BASELINE).is_file() else None
        together.write(root, [Change(quiet.BASELINE, present, quiet.written(old).encode())])
        return sum(each.count for each in old)

    return undisturbed(root, job)


def examined(
    root: Path, targets: Sequence[str], asked: Asked, track: Track = untracked, clock: Clock | None = None
) -> Examined:
    """All that there is to find, before anything of it is quiet. Raises as `check` does."""
    submission = store.load(root, track)
    codes = chosen(submission.config, targets)
    name = asked.profile or submission.config.check.profile
    committee = profile(asked.profile, submission.config, files.read_text(root, FILE_NAME)) if name else None
    present = translations(root, submission, codes, track=track)
    seen = examining.examined(root, submission, present, codes, asked, track, clock)
    if seen.is_of_words_alone and committee is None:
        return seen
    gallery = Gallery(root, submission.config.languages)
    editions = [single(submission, present, code, Policy.MARK, gallery) for code in track(BUILDING, codes)]
    said = [] if seen.is_of_words_alone else _of_editions(root, submission, present, editions)
    drafts = [draft(committee, submission, each) for each in chosen_by(committee, editions)] if committee else []
    return replace(seen, findings=(*said, *seen.findings, *examining.of_drafts(seen, drafts)))


def _of_editions(
    root: Path, submission: Submission, present: Translations, editions: Sequence[SingleEdition]
) -> list[Finding]:
    """What is to be said of the files, and of the documents that they make."""
    letterhead = writers(root, submission.config, style_sheet(root, submission.config), "draft").about_letterhead(())
    said = (finding for each in editions for finding in (*each.findings, *_typed(submission, each)))
    return across_languages([*submission.findings, *present.findings, *letterhead, *said])


def _typed(submission: Submission, edition: SingleEdition) -> Iterator[Finding]:
    """Only here, not in a build: it takes a while, and means nothing is wrong."""
    return placed(submission, typed_references(edition.composed.document))
