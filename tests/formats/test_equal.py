"""DOCX and ODT are equals: of one edition both say the same, paragraph by paragraph."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from assembler.document.model import Block, Div, Document, Item, List, Note, Quote, Table, Words
from assembler.formats.written import Purpose
from tests import docx_parts, odf
from tests.outlines import Line, docx_outline, odt_outline
from tests.specimens import SAMPLES, specimen, torture, wide

PURPOSES = pytest.mark.parametrize("purpose", ["draft", "final"])


def without_tables(block: Block[Words]) -> tuple[Block[Words], ...]:
    """What is in a note, but for tables, which ODT does not have there."""
    match block:
        case Table():
            return ()
        case Quote() | Div():
            return (replace(block, blocks=tuple(each for child in block.blocks for each in without_tables(child))),)
        case List():
            return (replace(block, items=tuple(map(_item, block.items))),)
        case _:
            return (block,)


def _item(item: Item[Words]) -> Item[Words]:
    return replace(item, blocks=tuple(each for child in item.blocks for each in without_tables(child)))


def _note(note: Note[Words]) -> Note[Words]:
    return replace(note, blocks=tuple(each for block in note.blocks for each in without_tables(block)))


def comparable(edition: Document[Words]) -> Document[Words]:
    return replace(edition, notes=tuple(map(_note, edition.notes)))


EDITIONS = {
    **{f"specimen in {code}": specimen(code) for code in SAMPLES},
    "torture": comparable(torture()),
    "wide": wide(),
}
ALL = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())


def outlines(edition: Document[Words], purpose: Purpose) -> tuple[list[Line], list[Line]]:
    docx = docx_outline(docx_parts.written(edition, purpose).data)
    return docx, odt_outline(odf.written(edition, purpose).data)


@ALL
@PURPOSES
def test_both_formats_say_the_same_paragraph_by_paragraph(edition: Document[Words], purpose: Purpose) -> None:
    docx, odt = outlines(edition, purpose)
    assert len(docx) > 60
    for one, other in zip(docx, odt, strict=False):
        assert one == other
    assert len(docx) == len(odt)


def test_the_comparison_sees_styles_markers_notes_fields_languages_and_bookmarks() -> None:
    lines, _ = outlines(comparable(torture()), "draft")
    assert {line.style for line in lines} >= {
        "Title", "Heading1", "NumberedParagraph", "ListNumber", "ListBullet2", "Quote", "Recommendation", "Caption",
        "TableHeading", "FootnoteText", "RecommendationQuote",
    }  # fmt: skip
    assert {line.marker for line in lines} >= {"1.", "(c)", "(d)", "•", "–", "(iii)"}
    assert any("‹number of _P_start=1›" in line.text for line in lines)
    assert any("[1]" in line.text for line in lines)
    assert any(("по-русски", "ru-RU") in line.languages for line in lines)
    assert any("_P_start" in line.bookmarks for line in lines)
    assert any(line.place.endswith(".header") for line in lines)
