"""`assembler check --file`: finished documents read again, as they were built or as a word processor saved them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assembler.findings import Finding
from assembler.formats.docx.lint.lint import lint as docx
from assembler.formats.finished.opened import format_of
from assembler.formats.html.lint.lint import lint as html
from assembler.formats.odt.lint.lint import lint as odt
from assembler.project import files
from assembler.tracking import DOCUMENTS, Track, untracked

LINTS = {"docx": docx, "odt": odt, "html": html}


def check_files(folder: Path, paths: Sequence[str], *, final: bool = False, track: Track = untracked) -> list[Finding]:
    """What is wrong in finished files, and with `final` what they hold that no file may hold that is given away.

    `paths` are seen from `folder`; findings name files by them. Raises UnreadableFileError for a file that cannot be
    read, or is neither DOCX nor ODT nor HTML.
    """
    return [
        finding
        for path in track(DOCUMENTS, paths)
        for finding in check_file(files.read_bytes(folder, path), path, final=final)
    ]


def check_file(data: bytes, path: str, *, final: bool) -> list[Finding]:
    """The same of one file's bytes; its content says what format it is in."""
    return LINTS[format_of(data, path)](data, path, final=final)
