"""Parallel editions of the sample for tests, and what their finished files say in each row and column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree
from msgspec import Struct

from assembler.document.model import Document, Words
from assembler.edition.compose import Composed
from assembler.edition.layout import Layout
from assembler.edition.localize import Policy
from assembler.formats.written import NO_STAMP, Purpose, Written
from assembler.jobs.editions import SingleEdition, single
from assembler.jobs.parallel import beside
from assembler.jobs.pictures import Gallery
from assembler.jobs.translations import translations
from assembler.jobs.writers import Writers
from assembler.project import store
from assembler.style.load import shipped
from tests import docx_parts, odf

ROOT = Path(__file__).parent.parent
LANGUAGES = ("ru", "kk", "en")
W = f"{{{docx_parts.W}}}"


@cache
def singles(root: Path = ROOT, languages: tuple[str, ...] = LANGUAGES) -> dict[str, SingleEdition]:
    """The editions of a submission by language."""
    submission = store.load(root)
    present = translations(root, submission, list(languages))
    gallery = Gallery(root, languages)
    return {code: single(submission, present, code, Policy.MARK, gallery) for code in languages}


def composed() -> dict[str, Composed]:
    """The sample's own editions, which a parallel one is compared with."""
    return {code: edition.composed for code, edition in singles().items()}


class Several(Struct, frozen=True):
    """A parallel edition and its file."""

    document: Document[Words]
    written: Written


def several(
    format: str,
    layout: Layout = Layout.COLUMNS,
    purpose: Purpose = "draft",
    *,
    languages: tuple[str, ...] = LANGUAGES,
    contents: str = "",
    sheet: str = "un",
    root: Path = ROOT,
) -> Several:
    """The parallel edition of a submission in one format and a shipped sheet."""
    writers = Writers(shipped(sheet, ("parallel", layout.value, purpose)), purpose)
    made = {code: edition for code, edition in singles(root).items() if code in languages}
    document, writers = beside({code: made[code] for code in languages}, layout, contents, writers)
    pictures = {name: each for edition in made.values() for name, each in edition.pictures.items()}
    return Several(document, writers.write(format, document, NO_STAMP, pictures=pictures))


def docx_rows(data: bytes) -> Iterator[list[etree._Element]]:
    """The cells of every row of every spread; tables across the page, whose header row has another style, left out."""
    for table in docx_parts.part(data, "word/document.xml").iterfind(f".//{W}body/{W}tbl"):
        head, *rows = table.iterfind(f"{W}tr")
        if "ColumnHead" in docx_parts.styles_of(head):
            yield from (list(row.iterfind(f"{W}tc")) for row in rows)


def odt_rows(data: bytes) -> Iterator[list[etree._Element]]:
    """The same of an ODT file."""
    for table in odf.elements(odf.part(data), "office:body/office:text/table:table"):
        if str(table.get(f"{odf.TABLE}name")).startswith("Versions"):
            for row in odf.elements(table, "table:table-row"):
                yield odf.elements(row, "table:table-cell")


def docx_ids(cell: etree._Element, language: str) -> list[str]:
    """The IDs of the units in a cell, in the form of bookmarks without their language."""
    return _own(docx_parts.found(cell, ".//w:bookmarkStart/@w:name"), language)


def odt_ids(cell: etree._Element, language: str) -> list[str]:
    """The same of an ODT file; what stands in notes is not in the cell."""
    path = "*[self::text:bookmark or self::text:bookmark-start][not(ancestor::text:note)]/@text:name"
    return _own(odf.found(cell, f".//{path}"), language)


def _own(names: list[str], language: str) -> list[str]:
    """Bookmarks of units without their prefix; one of another language is kept whole, so that it is seen."""
    units = (name for name in names if name.startswith("_P_"))
    return [name.removeprefix(f"_P_{language}_") for name in units]
