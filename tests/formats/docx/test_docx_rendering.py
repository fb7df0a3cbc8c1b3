"""DOCX in LibreOffice: it opens, and the numbers that it computes are those of the tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.document.model import Block, Document, NoteMark, Reference, Words
from tests.docx_parts import bookmarked, fields, found, part, written
from tests.editions import document, heading, items, note, numbered, paragraph, reference, table
from tests.specimens import SAMPLES, specimen, spoken
from tests.tools import converted, pdf_text

Tool = Callable[[str], str]

MARKERS = {
    "en": {"i2": "(2)", "k2": "(b)", "m2": "(2)", "l11": "(k)", "s2": "(8)"},
    "ru": {"i2": "2)", "k2": "b)", "m2": "2)", "l11": "k)", "s2": "8)"},
    "kk": {"i2": "2)", "k2": "b)", "m2": "2)", "l11": "k)", "s2": "8)"},
}
PARAGRAPHS = {"a": "1", "b": "2", "e": "5", "f": "6", "x": "1"}
TABLES = {"t1": "1", "t2": "2"}


def everything_numbered(language: str) -> Document[Words]:
    """Every kind of number, and references to them whose own text is wrong, so that what shows is computed."""
    inner = items(paragraph("m1", id="m1"), paragraph("m2", id="m2"), letters=True)
    middle = items(paragraph("k1", id="k1"), (paragraph("k2", id="k2"), inner))
    targets = (*PARAGRAPHS, *MARKERS[language], *TABLES)
    asked: list[Reference | str] = []
    for target in targets:
        asked += [f" {target}=", reference(target, "", "99", ";", automatic=target not in TABLES)]
    blocks: tuple[Block[Words], ...] = (
        heading(1, "One"),
        *(numbered(value, "Text.", id=id) for id, value in (("a", 1), ("b", 2), ("e", 5), ("f", 6))),
        numbered(1, "Text.", id="x", series=2),
        items(paragraph("i1"), (paragraph("i2", id="i2"), middle)),
        items(*(paragraph(f"L{n}", id=f"l{n}") for n in range(1, 12)), letters=True),
        items(*(paragraph(f"S{n}", id=f"s{n}") for n in range(1, 4)), start=7),
        *(table(("a",), ("b",), caption=paragraph("Cap"), number=int(TABLES[id]), id=id) for id in TABLES),
        numbered(2, *asked, series=2),
    )
    return spoken(document(*blocks), language)


def rendered(edition: Document[Words], tool: Tool, folder: Path) -> str:
    file = folder / "edition.docx"
    file.write_bytes(written(edition, "final").data)
    soffice, pdftotext = tool("soffice"), tool("pdftotext")
    return pdf_text(pdftotext, converted(soffice, file, "pdf", folder))


@pytest.mark.parametrize("language", MARKERS)
def test_references_show_the_numbers_that_libreoffice_computes_and_they_are_ours(
    language: str, tool: Tool, tmp_path: Path
) -> None:
    text = rendered(everything_numbered(language), tool, tmp_path)
    shown = dict(re.findall(r"(\w+)=(.*?);", text))
    assert shown == PARAGRAPHS | MARKERS[language] | TABLES
    lines = text.splitlines()
    assert [line.split()[0] for line in lines if line.endswith("Text.")] == ["1.", "2.", "5.", "6.", "1."]


@pytest.mark.parametrize("language", SAMPLES)
def test_a_specimen_renders_with_its_contents_numbers_notes_and_pages(
    language: str, tool: Tool, tmp_path: Path
) -> None:
    sample = SAMPLES[language]
    text = rendered(specimen(language), tool, tmp_path)
    cover, contents, *pages = text.removesuffix("\f").split("\f")
    assert sample.title.split()[0] in cover
    assert sample.part in contents
    assert re.findall(r"^(\d)\. ", "\n".join(pages), re.MULTILINE) == [*"123456"] * 2
    assert text.count(sample.note[:30]) == 8
    assert [f"{number}" in page.splitlines()[-1] for number, page in enumerate((contents, *pages), 2)] == [True] * 5
    assert cover.strip().splitlines()[-1] == sample.cover[-1]


def test_many_notes_in_one_paragraph_are_all_printed(tool: Tool, tmp_path: Path) -> None:
    notes = tuple(note(f"n{n}", f"Note number {n} stands here.") for n in range(1, 60))
    marks = tuple(piece for each in notes for piece in ("word ", NoteMark(each.id)))
    text = rendered(document(numbered(1, *marks), notes=notes), tool, tmp_path)
    assert sorted(map(int, re.findall(r"Note number (\d+) stands", text))) == list(range(1, 60))


def test_a_round_trip_through_libreoffice_keeps_bookmarks_notes_and_references(tool: Tool, tmp_path: Path) -> None:
    edition = specimen("en")
    data = written(edition).data
    file = tmp_path / "edition.docx"
    file.write_bytes(data)
    odt = converted(tool("soffice"), file, "odt", tmp_path)
    back = converted(tool("soffice"), odt, "docx", tmp_path).read_bytes()
    before, after = (part(each, "word/document.xml") for each in (data, back))
    units = {name: text for name, text in bookmarked(before).items() if name.startswith("_P_")}
    returned = bookmarked(after)
    assert units.keys() <= returned.keys()
    assert len(found(after, ".//w:footnoteReference")) == len(found(before, ".//w:footnoteReference"))
    assert sum("REF _P" in each for each in fields(after)) == sum("REF _P" in each for each in fields(before))
