"""HTML says what DOCX says: every paragraph, its number or marker, its notes, in the same order."""

from __future__ import annotations

import pytest

from assembler.document import walk
from assembler.document.model import Document, Paragraph, Words
from assembler.formats.written import Purpose
from tests import docx_parts
from tests.pages import found, page, said_by_docx, said_by_html, words
from tests.readback import units
from tests.specimens import SAMPLES, specimen, torture, wide

EDITIONS = {**{f"specimen in {code}": specimen(code) for code in SAMPLES}, "torture": torture(), "wide": wide()}
ALL = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())
PURPOSES = pytest.mark.parametrize("purpose", ["draft", "final"])


@ALL
@PURPOSES
def test_html_says_what_docx_says_paragraph_by_paragraph(edition: Document[Words], purpose: Purpose) -> None:
    ours = said_by_html(page(edition, purpose))
    theirs = said_by_docx(docx_parts.written(edition, purpose).data)
    assert len(ours) > 60
    for one, other in zip(ours, theirs, strict=False):
        assert one == other
    assert len(ours) == len(theirs)


def test_the_comparison_sees_markers_notes_cells_and_breaks() -> None:
    lines = said_by_html(page(torture()))
    assert {line.marker for line in lines} >= {"1.", "(c)", "(d)", "•", "–", "(iii)"}
    assert {line.place for line in lines} >= {"text", "cell", "note 1", "note 2"}
    assert any("[1]" in line.text for line in lines)
    assert any("2014\nAlmaty" in line.text for line in lines)


@ALL
def test_every_unit_stands_under_its_id(edition: Document[Words]) -> None:
    anchors = {element.get("id"): element for element in page(edition).iter("*")}
    for id, expected in units(edition):
        text = walk.plain_text(expected.content).replace("A picture", "[A picture]")
        assert words(anchors[id]) == text.strip()


@pytest.mark.parametrize("language", SAMPLES)
def test_numbers_are_words_that_can_be_copied(language: str) -> None:
    edition = specimen(language)
    numbers = [f"{block.number.value}. " for block in edition.blocks if isinstance(block, Paragraph) and block.number]
    root = page(edition, "final")
    assert len(numbers) == 12
    assert found(root, "//a[@class='number']/text()") == numbers
    assert found(root, "//ol/@start") == []
