"""How a submission's editions become files: for each format its writer, with the style sheet and the letterhead.

A writer is imported when something is written with it: most calls ask for one or two formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.model import Document, Words
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.letterhead import NOT_A_LETTERHEAD
from assembler.formats.pictures.picture import NO_PICTURES, Picture
from assembler.formats.written import Purpose, Stamp, Written
from assembler.project import files
from assembler.project.config import FILE_NAME, Config
from assembler.style.model import StyleSheet
from assembler.style.spreads import side_by_side

if TYPE_CHECKING:
    from assembler.formats.docx.letterhead.read import Letterhead as DocxLetterhead
    from assembler.formats.odt.letterhead.read import Letterhead as OdtLetterhead

NO_LETTERHEAD = Kind(
    "letterhead-not-in-format",
    Severity.WARNING,
    "{format} is printed without the letterhead, which is there as {known} only.",
    'Save it as {format} too, and name both: letterhead = ["styles/letterhead.docx", "styles/letterhead.odt"]',
)

L = TypeVar("L", "DocxLetterhead | None", "OdtLetterhead | None")

DOCX, ODT, HTML, PDF = "docx", "odt", "html", "pdf"
FORMATS = (DOCX, ODT, HTML, PDF)
PAGE = "page"
"""Not a document but the page on which languages are compared (`jobs.parallel_page`); its file is HTML."""
BASES: Mapping[str, str] = {PDF: ODT}
"""What a format is made from, if it is not written itself."""


class Writers(Struct, frozen=True):
    """What all editions of a submission are written with."""

    sheet: StyleSheet
    purpose: Purpose
    docx: DocxLetterhead | None = None
    odt: OdtLetterhead | None = None

    def write(
        self,
        format: str,
        document: Document[Words],
        stamp: Stamp,
        pages: Mapping[str, int] | None = None,
        pictures: Mapping[str, Picture] = NO_PICTURES,
    ) -> Written:
        """The edition in one of `FORMATS`, a PDF as its base; `pages` are for the contents of a DOCX, `pictures` those
        that the document names."""
        match BASES.get(format, format):
            case "docx":
                from assembler.formats.docx import write as docx

                return docx.write(
                    document, self.sheet, purpose=self.purpose, stamp=stamp, letterhead=self.docx, pages=pages,
                    pictures=pictures,
                )  # fmt: skip
            case "odt":
                from assembler.formats.odt import write as odt

                return odt.write(
                    document, self.sheet, purpose=self.purpose, stamp=stamp, letterhead=self.odt, pictures=pictures
                )
            case _:
                from assembler.formats.html import write as html

                return html.write(document, self.sheet, purpose=self.purpose, stamp=stamp, pictures=pictures)

    def side_by_side(self, columns: int) -> Writers:
        """The writers of an edition in so many columns; in landscape the letterhead's paper is turned."""
        sheet = side_by_side(self.sheet, columns)
        if sheet.page == self.sheet.page:
            return replace(self, sheet=sheet)
        return replace(self, sheet=sheet, docx=_turned(self.docx), odt=_turned(self.odt))

    def papers(self, code: str) -> tuple[StyleSheet, ...]:
        """The sheet for a language with the paper of each letterhead; where there is none, as it is."""
        sheet = self.sheet.in_language(code)
        return tuple(each.over(sheet) for each in (self.docx, self.odt) if each is not None) or (sheet,)

    def about_letterhead(self, formats: Sequence[str]) -> Iterator[Finding]:
        """What of the letterhead is not taken over, and the formats of those wished that it does not serve."""
        there = {DOCX: self.docx is not None, ODT: self.odt is not None}
        known = ", ".join(format.upper() for format, is_there in there.items() if is_there)
        for letterhead in (self.docx, self.odt):
            yield from letterhead.findings if letterhead is not None else ()
        for base in dict.fromkeys(BASES.get(format, format) for format in formats):
            if known and not there.get(base, True):
                yield NO_LETTERHEAD.at(Place(FILE_NAME), format=base.upper(), known=known)


def _turned(letterhead: L) -> L:
    """A letterhead with its paper as landscape."""
    page = {} if letterhead is None else letterhead.page
    if letterhead is None or page.get("width", 0) >= page.get("height", 0):
        return letterhead
    return replace(letterhead, page={**page, "width": page["height"], "height": page["width"]})


def writers(root: Path, config: Config, sheet: StyleSheet, purpose: Purpose) -> Writers:
    """The writers of a submission. Raises ConfigurationError for a letterhead that cannot be one."""
    docx_one, odt_one = None, None
    for path in config.letterheads:
        suffix = Path(path).suffix.lower()
        if suffix == ".docx":
            from assembler.formats.docx.letterhead.read import read as read_docx

            docx_one = read_docx(files.read_bytes(root, path), path)
        elif suffix == ".odt":
            from assembler.formats.odt.letterhead.read import read as read_odt

            odt_one = read_odt(files.read_bytes(root, path), path)
        else:
            raise ConfigurationError(NOT_A_LETTERHEAD.at(Place(path)))
    return Writers(sheet, purpose, docx_one, odt_one)
