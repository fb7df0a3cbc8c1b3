"""`assembler check`: everything that can be said of sources and catalogs without building an edition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assembler.catalog import status as standing
from assembler.document import parity
from assembler.document.units import State
from assembler.edition.localize import Policy
from assembler.findings import Finding, Place
from assembler.jobs.editions import single
from assembler.jobs.status import chosen
from assembler.jobs.translations import translations
from assembler.project import discover, store


def check(root: Path, targets: Sequence[str] = ()) -> list[Finding]:
    """Findings about the sources, the catalogs of the target languages, and the references of their editions."""
    submission = store.load(root)
    codes = chosen(submission.config, targets)
    present = translations(root, submission, codes)
    findings = [*submission.findings, *present.findings]
    for code in codes:
        edition = single(submission, present, code, Policy.MARK)
        findings += edition.composed.findings
        for each in standing.standings(code, submission.units, present.updates.get(code)):
            if each.state is State.TRANSLATED and each.entry is not None and each.source is not None:
                name = each.unit.section
                place = Place(discover.catalog_path(code, name), each.entry.line or None, name, each.unit.id, code)
                findings += parity.compare(each.source.text or "", each.entry.translation, place)
    return findings
