"""`assembler concordance`: ID, number and first words in all editions, and whether the numbers agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from assembler.edition.concordance import Concordance
from assembler.edition.concordance import concordance as side_by_side
from assembler.edition.localize import Policy
from assembler.findings import Finding, Place, Severity
from assembler.jobs.editions import single
from assembler.jobs.status import chosen
from assembler.jobs.translations import translations
from assembler.project import store
from assembler.project.store import Submission
from assembler.tracking import BUILDING, Track, untracked


def concordance(root: Path, targets: Sequence[str] = (), track: Track = untracked) -> Concordance:
    """The editions of the languages (all by default) as a draft prints them, composed in memory, side by side.

    The findings are those of the numbers, and the errors of the sources, which may be why numbers differ. Raises as
    `build` does.
    """
    submission = store.load(root, track)
    codes = chosen(submission.config, targets)
    present = translations(root, submission, codes, track=track)
    editions = {code: single(submission, present, code, Policy.MARK).composed for code in track(BUILDING, codes)}
    found = side_by_side(editions)
    errors = (each for each in submission.findings if each.severity is Severity.ERROR)
    return replace(found, findings=(*errors, *_placed(submission, found.findings)))


def _placed(submission: Submission, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with the file and line of the unit that they name."""
    units = {unit.id: unit for unit in submission.units}
    for each in findings:
        unit = units.get(each.place.id or "")
        yield each if unit is None else replace(each, place=Place(unit.path, unit.line or None, unit.section, unit.id))
