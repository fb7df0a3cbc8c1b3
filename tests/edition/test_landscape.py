"""Neighbours on landscape pages share them, and numbers go on as if no page were turned."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.document.model import Div, Paragraph
from assembler.edition.landscape import gathered
from assembler.edition.number import Chapter, number
from assembler.language.load import load
from tests.editions import div, paragraph, table


def test_tables_and_divs_side_by_side_become_one_run() -> None:
    wide = replace(table(("A",), ("1",)), classes=("landscape",))
    named = div("landscape", paragraph("y"), id="named")
    blocks = gathered((paragraph("a"), wide, div("landscape", paragraph("x")), named, paragraph("b"), wide))
    assert blocks == (
        paragraph("a"),
        div("landscape", wide, paragraph("x"), named),
        paragraph("b"),
        div("landscape", wide),
    )


def test_a_document_without_any_stays_the_value_that_it_was() -> None:
    blocks = (paragraph("a"), table(("A",), ("1",)))
    assert gathered(blocks) is blocks


def test_paragraphs_on_landscape_pages_are_counted_with_the_others() -> None:
    chapter = Chapter("s", (paragraph("a"), div("landscape", paragraph("b")), paragraph("c")))
    first, turned, last = number([chapter], load("en")).blocks
    assert isinstance(turned, Div)
    counted = [each.number for each in (first, *turned.blocks, last) if isinstance(each, Paragraph)]
    assert [each.value for each in counted if each is not None] == [1, 2, 3]
