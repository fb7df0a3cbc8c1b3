"""ODT in LibreOffice: it opens without loss, and the numbers that it computes are those of the tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from assembler.document.model import Document, NoteMark, Words
from assembler.language import markers
from assembler.language.load import load
from tests.editions import document, items, note, numbered, paragraph, table
from tests.formats.docx.test_docx_rendering import PARAGRAPHS, TABLES, everything_numbered
from tests.odf import bookmarked, elements, found, part, shown, written
from tests.specimens import SAMPLES, specimen, torture
from tests.tools import converted, pdf_text

Tool = Callable[[str], str]


def rendered(edition: Document[Words], tool: Tool, folder: Path) -> str:
    file = folder / "edition.odt"
    file.write_bytes(written(edition, "final").data)
    soffice, pdftotext = tool("soffice"), tool("pdftotext")
    return pdf_text(pdftotext, converted(soffice, file, "pdf", folder))


def reopened(data: bytes, tool: Tool, folder: Path) -> bytes:
    """The file as LibreOffice saves it after opening."""
    file = folder / "edition.odt"
    file.write_bytes(data)
    target = folder / "saved"
    target.mkdir()
    return converted(tool("soffice"), file, "odt", target).read_bytes()


ITEMS = {"i2": (False, 0, 2), "k2": (False, 1, 2), "m2": (True, 2, 2), "l11": (True, 0, 11), "s2": (False, 0, 8)}
"""Of each item referred to: whether its list has letters, its level and its count."""


def markers_in(language: str) -> dict[str, str]:
    lists = load(language).lists
    return {
        id: markers.count(markers.marker(lists, letters=letters, level=level), count)
        for id, (letters, level, count) in ITEMS.items()
    }


@pytest.mark.parametrize("language", SAMPLES)
def test_references_show_the_numbers_that_libreoffice_computes_and_they_are_ours(
    language: str, tool: Tool, tmp_path: Path
) -> None:
    text = rendered(everything_numbered(language), tool, tmp_path)
    assert dict(re.findall(r"(\w+)=(.*?);", text)) == PARAGRAPHS | markers_in(language) | TABLES
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
    assert re.findall(r"^(\d)\. ", "\n".join(pages), re.MULTILINE) == [*"123456"] * 2
    assert text.count(sample.note[:30]) == 8
    assert all(f"{number}" in page.splitlines()[-1] for number, page in enumerate((contents, *pages), 2))
    assert cover.strip().splitlines()[-1] == sample.cover[-1]
    listed = re.findall(rf"^{re.escape(sample.part)}[ .]*(\d+)$", contents, re.MULTILINE)
    standing = [number for number, page in enumerate(pages, 3) if f"{sample.part}\n" in page]
    assert [int(number) for number in listed] == [number for number in standing for _ in range(3 - len(standing))]


def test_counts_go_on_after_a_table_inside_an_item(tool: Tool, tmp_path: Path) -> None:
    inner = items((paragraph("bee"), table(("t",), ("u",)), paragraph("rest")), paragraph("cee"))
    text = rendered(document(items((paragraph("ay"), inner), paragraph("dee"))), tool, tmp_path)
    lines = [line for line in text.splitlines() if line][1:-1]
    assert lines == ["(1) ay", "(a) bee", "t", "u", "rest", "(b) cee", "(2) dee"]


def test_lists_begin_again_and_series_go_on(tool: Tool, tmp_path: Path) -> None:
    two = items(paragraph("x"), paragraph("y"))
    blocks = (numbered(1, "a"), two, numbered(2, "b"), two, numbered(1, "c", series=2), two, numbered(2, "d", series=2))
    text = rendered(document(*blocks), tool, tmp_path)
    lines = [line for line in text.splitlines() if line][1:-1]
    once = ["(1) x", "(2) y"]
    assert lines == ["1. a", *once, "2. b", *once, "1. c", *once, "2. d"]


def test_many_notes_in_one_paragraph_are_all_printed(tool: Tool, tmp_path: Path) -> None:
    notes = tuple(note(f"n{n}", f"Note number {n} stands here.") for n in range(1, 60))
    marks = tuple(piece for each in notes for piece in ("word ", NoteMark(each.id)))
    text = rendered(document(numbered(1, *marks), notes=notes), tool, tmp_path)
    assert sorted(map(int, re.findall(r"Note number (\d+) stands", text))) == list(range(1, 60))


def test_a_table_in_a_note_is_printed(tool: Tool, tmp_path: Path) -> None:
    inside = note("n", "Before", table(("Name", "Year"), ("Cases", "7")), "After")
    text = rendered(document(paragraph("a", NoteMark("n")), notes=(inside,)), tool, tmp_path)
    assert re.search(r"Before\nName +Year\nCases +7\nAfter", text)


def test_libreoffice_opens_and_saves_a_torture_document_without_loss(tool: Tool, tmp_path: Path) -> None:
    data = written(torture()).data
    before, after = part(data), part(reopened(data, tool, tmp_path))
    units = {name: text for name, text in bookmarked(before).items() if name.startswith("_P_") and text}
    returned = bookmarked(after)
    assert {name: returned.get(name) for name in units} == units
    for counted in ("text:note", "table:table", "text:h", "text:note-ref", "text:table-of-content", "text:sequence"):
        assert len(elements(after, f".//{counted}")) == len(elements(before, f".//{counted}")), counted
    assert words_of(after) == words_of(before)


def words_of(content: etree._Element) -> list[str]:
    return [text for each in elements(content, ".//text:p|.//text:h") if (text := shown(each))]


def test_a_round_trip_through_word_format_keeps_bookmarks_notes_and_references(tool: Tool, tmp_path: Path) -> None:
    data = written(specimen("en")).data
    file = tmp_path / "edition.odt"
    file.write_bytes(data)
    docx = converted(tool("soffice"), file, "docx", tmp_path)
    target = tmp_path / "back"
    target.mkdir()
    before, after = part(data), part(converted(tool("soffice"), docx, "odt", target).read_bytes())
    # LibreOffice loses bookmarks inside notes, and those around fields, when it writes DOCX.
    names = (
        ".//text:bookmark-start[not(ancestor::text:note)][not(following-sibling::*[1][self::text:sequence])]/@text:name"
    )
    assert set(found(before, names)) <= set(found(after, ".//text:bookmark-start/@text:name"))
    assert len(elements(after, ".//text:note")) == len(elements(before, ".//text:note"))
    references = "//text:bookmark-ref[not(ancestor::text:index-body)]"
    repeated = "//text:note-ref"  # comes back as a reference to a bookmark
    assert len(elements(after, f".{references}")) == len(elements(before, f".{references}|.{repeated}"))
