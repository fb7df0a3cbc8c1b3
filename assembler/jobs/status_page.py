"""The page of `assembler status --html`, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from assembler.catalog.status import UNFINISHED
from assembler.jobs.status import Status
from assembler.project import files
from assembler.report.html.about import Page
from assembler.report.html.page import page
from assembler.report.voice import Voice


def write(target: Path, found: Status, voice: Voice) -> None:
    """Write the page at `target`. Raises UnwritableFileError."""
    states = {state.value for state in UNFINISHED}
    entries = {code: [each for each in rows if each.state in states] for code, rows in found.entries.items()}
    revision = found.since.name if found.since else ""
    about = Page(found.title, found.original, found.languages, entries, found.parts, revision, found.without_id)
    files.write_text(target.parent, target.name, page(about, voice))
