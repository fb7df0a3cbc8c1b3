"""The pages on which headings stand, which only a word processor knows: LibreOffice lays the editions out once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assembler.errors import AssemblerError
from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.formats.pdf.destinations import destinations
from assembler.project import office

NO_OFFICE = Kind(
    "contents-without-pages",
    Severity.WARNING,
    "The contents of the DOCX have no page numbers: LibreOffice, which finds them out, was not found.",
    "Install LibreOffice, or name its program with --office. Or open the DOCX in Word, right-click the contents, "
    "choose Edit Field, switch page numbers on, and update the table. With --no-page-numbers nothing is said.",
)
NOT_FOUND_OUT = Kind(
    "contents-pages-unknown",
    Severity.WARNING,
    "The contents of the DOCX have no page numbers, for LibreOffice did not find them out: {problem}",
    "Build again. Or open the DOCX in Word, right-click the contents, choose Edit Field, switch page numbers on, and "
    "update the table.",
)
NO_PLACES = Phrase("its PDF does not say on which pages headings stand.")


def of_headings(documents: Sequence[bytes], program: Path) -> tuple[list[dict[str, int] | None], tuple[Finding, ...]]:
    """For each DOCX the page, from 1, of every bookmark, and None where it could not be had; what is to be said of it.

    One start of LibreOffice serves all. That it fails takes nothing from the documents but the numbers.
    """
    try:
        made = office.pdfs(documents, program, format="docx", ways=office.WITH_PLACES)
    except AssemblerError as error:
        return [None] * len(documents), (NOT_FOUND_OUT.at(Place(), problem=error.finding.sentence),)
    found = [destinations(pdf) or None for pdf in made]
    return found, () if all(found) else (NOT_FOUND_OUT.at(Place(), problem=NO_PLACES),)
