"""Pages as LibreOffice sets them, in both formats and both sheets: what belongs together stays on one page."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.document.model import Block, NoteMark, TargetNumber, Words
from assembler.formats.docx import write as docx
from assembler.formats.odt import write as odt
from assembler.formats.written import Stamp, Written
from assembler.style.load import shipped
from tests.editions import div, document, heading, items, note, numbered, paragraph, table
from tests.tools import converted, pdf_text

WRITERS: dict[str, Callable[..., Written]] = {"docx": docx.write, "odt": odt.write}
LINES = "A line of the text that stands above. " * 3
PLACES = range(18, 30)
"""Paragraphs above: wherever the foot of the page is, it comes in the middle of some of these."""


def pages(
    blocks: tuple[Block[Words], ...], format: str, sheet: str, tool: Callable[[str], str], folder: Path
) -> list[str]:
    """The text of each page of a draft; the cover is the first."""
    edition = document(*blocks, contents=False)
    file = folder / f"edition.{format}"
    file.write_bytes(WRITERS[format](edition, shipped(sheet), purpose="draft", stamp=Stamp("Stamped")).data)
    pdf = converted(tool("soffice"), file, "pdf", folder)
    run = subprocess.run([tool("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return run.stdout.split("\f")[:-1]


def page_of(word: str, found: list[str]) -> int:
    (page,) = [number for number, text in enumerate(found) if word in text]
    return page


def chapters() -> tuple[Block[Words], ...]:
    """A chapter for each place: text above, then a heading with its text, a small table, or a box, on a page's foot."""
    blocks: list[Block[Words]] = []
    for n in PLACES:
        above = [numbered(k, LINES, series=n) for k in range(1, n)]
        kinds: tuple[tuple[Block[Words], ...], ...] = (
            (heading(2, f"Heading{n}."), numbered(n, f"Under{n}. {LINES}", series=n)),
            (table((f"Head{n}.", "B"), *((f"Row{n}-{k}.", "1") for k in range(4)), caption=paragraph(f"Caption{n}.")),),
            (div("recommendation", paragraph(f"Label{n}.", classes=("label",)), paragraph(f"First{n}."),
                 items(*(paragraph(f"Item{n}-{k}.") for k in range(3)))),),
        )  # fmt: skip
        blocks += [*above, *kinds[n % 3]]
    return tuple(blocks)


@pytest.mark.parametrize("sheet", ["un", "report"])
@pytest.mark.parametrize("format", WRITERS)
def test_headings_small_tables_and_boxes_are_not_torn_apart(
    format: str, sheet: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    found = pages(chapters(), format, sheet, tool, tmp_path)
    torn = []
    for n in PLACES:
        words = (
            (f"Heading{n}.", f"Under{n}."),
            (f"Caption{n}.", f"Head{n}.", *(f"Row{n}-{k}." for k in range(4))),
            (f"Label{n}.", f"First{n}.", *(f"Item{n}-{k}." for k in range(3))),
        )[n % 3]
        if len({page_of(word, found) for word in words}) > 1:
            torn.append(words)
    assert torn == []
    assert all("Stamped" in page for page in found)


@pytest.mark.parametrize("format", WRITERS)
def test_the_head_has_the_title_and_the_foot_the_page_on_every_page_but_the_cover(
    format: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    cover, *others = pages(tuple(numbered(k, LINES) for k in range(1, 40)), format, "report", tool, tmp_path)
    assert cover.count("A document") == 1
    assert " of " not in cover
    count = len(others) + 1
    for number, page in enumerate(others, 2):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[0] == "A document"
        assert lines[-1].split(maxsplit=1)[0] == "Stamped"
        assert lines[-1].endswith(f"{number} of {count}")


ENDS = ("word", "word.", "слово»", "word?", "word —", "word…", "word)", "п.\u00a09", "word,")


@pytest.mark.parametrize("format", WRITERS)
def test_no_line_begins_with_a_note_mark(format: str, tool: Callable[[str], str], tmp_path: Path) -> None:
    blocks: list[Block[Words]] = []
    notes = []
    for k, end in enumerate(ENDS):
        for n in range(1, 40):
            id = f"n-{k}-{n}"
            blocks.append(paragraph("i" * n + " word" * 18 + " " + end, NoteMark(id), " and more words" * 4))
            notes.append(note(id, "Note."))
    file = tmp_path / f"marks.{format}"
    made = document(*blocks, notes=tuple(notes), contents=False)
    file.write_bytes(WRITERS[format](made, shipped("un"), purpose="final").data)
    pdf = converted(tool("soffice"), file, "pdf", tmp_path)
    run = subprocess.run([tool("pdftotext"), "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
    edge = (shipped("un").page.left + (shipped("un").roles.body.left or 0)) * 72 / 25.4
    starts = [
        word
        for left, word in re.findall(r'<word xMin="([\d.]+)".*?>(.*?)</word>', run.stdout)
        if abs(float(left) - edge) < 2
    ]
    assert len(starts) > len(blocks)
    assert [word for word in starts if word.isdecimal()] == []


@pytest.mark.parametrize(("format", "is_heeded"), [("odt", True), ("docx", False)])
def test_no_line_ends_behind_the_dash_of_a_range_where_the_word_processor_knows_the_sign_for_it(
    format: str, is_heeded: bool, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """In DOCX it is left out: Word does not promise to heed it."""
    first, last = (TargetNumber(f"p{number}", number, True) for number in ("22", "31"))
    blocks: list[Block[Words]] = [numbered(22, "First", id="p22"), numbered(31, "Last", id="p31")]
    for n in range(1, 70):
        blocks.append(paragraph("i" * n + " word" * 9 + " paras.\u00a0", first, "–\u2060", last, " and more words" * 3))
    file = tmp_path / f"ranges.{format}"
    file.write_bytes(WRITERS[format](document(*blocks, contents=False), shipped("un"), purpose="final").data)
    shown = pdf_text(tool("pdftotext"), converted(tool("soffice"), file, "pdf", tmp_path))
    whole, broken = len(re.findall("22–31", shown)), len(re.findall(r"22–\n", shown))
    assert whole + broken == 69, "the text that is copied from it has no strange sign"
    assert (broken == 0) is is_heeded


@pytest.mark.parametrize("sheet", ["un", "report"])
def test_headings_and_paragraphs_stand_at_the_same_height_in_both_formats(
    sheet: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    blocks: list[Block[Words]] = []
    for level in range(1, 7):
        blocks += [heading(level, f"Heading{level}"), numbered(level, f"Under{level}")]
    made = document(*blocks, contents=False)
    heights = []
    for format, write in WRITERS.items():
        file = tmp_path / f"{format}.{format}"
        file.write_bytes(write(made, shipped(sheet), purpose="final").data)
        pdf = converted(tool("soffice"), file, "pdf", tmp_path)
        run = subprocess.run([tool("pdftotext"), "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
        heights.append([float(y) for y in re.findall(r'yMin="([\d.]+)"[^>]*>(?:Heading|Under)\d<', run.stdout)])
    assert len(heights[0]) == 12
    assert heights[0] == pytest.approx(heights[1], abs=1)


@pytest.mark.parametrize("sheet", ["un", "report"])
def test_page_numbers_of_the_contents_stand_at_the_edge_of_the_text_clear_of_long_titles(
    sheet: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """Titles grow letter by letter, so that one of them ends wherever a line may end."""
    blocks = [heading(1, "Heading " + "title " * 8 + "i" * n) for n in range(30, 75)]
    file = tmp_path / "edition.odt"
    file.write_bytes(odt.write(document(*blocks), shipped(sheet), purpose="final").data)
    pdf = converted(tool("soffice"), file, "pdf", tmp_path)
    run = subprocess.run([tool("pdftotext"), "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
    page = shipped(sheet).page
    edge = (page.width - page.right) * 72 / 25.4
    ends = [float(right) for right in re.findall(r'xMax="([\d.]+)"[^>]*>i+\.{5,}\d+<', run.stdout)]
    assert len(ends) == len(blocks)
    assert ends == pytest.approx([edge] * len(ends), abs=1.5)
