"""`assembler check`: everything that can be said of sources, catalogs and editions without writing one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from assembler.edition.localize import Policy
from assembler.edition.typed import typed_references
from assembler.findings import Finding, across_languages
from assembler.jobs.build import style_sheet
from assembler.jobs.editions import SingleEdition, placed, single
from assembler.jobs.pictures import Gallery
from assembler.jobs.status import chosen
from assembler.jobs.translations import translations
from assembler.jobs.writers import writers
from assembler.project import store
from assembler.project.store import Submission
from assembler.tracking import BUILDING, Track, untracked


def check(root: Path, targets: Sequence[str] = (), track: Track = untracked) -> list[Finding]:
    """Findings about the sources, the catalogs of the target languages, and their editions, composed in memory.

    Translations that are missing are no findings here: `status` lists them. Raises as `build` does.
    """
    submission = store.load(root, track)
    codes = chosen(submission.config, targets)
    letterhead = writers(root, submission.config, style_sheet(root, submission.config), "draft").about_letterhead(())
    present = translations(root, submission, codes, track=track)
    gallery = Gallery(root, submission.config.languages)
    editions = [single(submission, present, code, Policy.MARK, gallery) for code in track(BUILDING, codes)]
    said = (finding for each in editions for finding in (*each.findings, *_typed(submission, each)))
    return across_languages([*submission.findings, *present.findings, *letterhead, *said])


def _typed(submission: Submission, edition: SingleEdition) -> Iterator[Finding]:
    """Only here, not in a build: it takes a while, and means nothing is wrong."""
    return placed(submission, typed_references(edition.composed.document))
