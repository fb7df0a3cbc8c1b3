"""The way in: all checks over a DOCX file, in their order."""

from __future__ import annotations

from assembler.findings import Finding
from assembler.formats.docx.lint import accessibility, contrast, fields, references, styles, traces
from assembler.formats.docx.lint.opened import Docx
from assembler.formats.docx.lint.package import package

CHECKS = (
    package,
    references.bookmarks,
    references.references,
    references.numbers,
    references.notes,
    references.changes,
    references.drawings,
    fields.broken,
    styles.styles,
    styles.numbering,
    styles.languages,
    accessibility.tables,
    accessibility.headings,
    accessibility.pictures,
    accessibility.properties,
    accessibility.empty_paragraphs,
    contrast.low_contrast,
)


def lint(data: bytes, path: str, *, final: bool = False) -> list[Finding]:
    """What is wrong in a file that findings name by `path`, and with `final` what no file may hold that is given away.

    Raises UnreadableFileError if it cannot be opened.
    """
    file = Docx(data, path)
    checks = (*CHECKS, *traces.CHECKS) if final else CHECKS
    malformed = list(file.malformed())
    return malformed or list(dict.fromkeys(finding for check in checks for finding in check(file)))
