"""What stands below a box in columns: the ground ends with its row, so the next row keeps away from it."""

from __future__ import annotations

from assembler.document.model import Div, Document, Paragraph, Spread, Version, Words
from assembler.formats.html import write as html
from assembler.style.load import shipped
from tests import docx_parts, odf
from tests.editions import div, document, paragraph, words
from tests.pages import elements, parsed, text_of

ROOM = shipped("un", ("parallel", "columns", "draft")).boxes.after


def _row(block: Div[Words] | Paragraph[Words]) -> tuple[Version[Words], ...]:
    return Version(language="en", blocks=(block,)), Version(language="ru", blocks=())


def edition() -> Document[Words]:
    """A paragraph, a box, and two paragraphs after it; the second language has nothing to say."""
    box = div("recommendation", paragraph("The State should act."))
    rows = (_row(paragraph("Before.")), _row(box), _row(paragraph("Below.")), _row(paragraph("After.")))
    return document(Spread(head=(words("English"), words("Русский")), rows=rows))


def test_docx_has_the_room_above_the_words_below_it() -> None:
    body = docx_parts.body(edition())
    rooms = {
        docx_parts.text_of(each): docx_parts.found(each, "w:pPr/w:spacing/@w:before")
        for each in body.iter(f"{{{docx_parts.W}}}p")
    }
    assert rooms["Below."] == [str(round(ROOM * 20))]
    assert rooms["Before."] == rooms["After."] == []


def test_odt_has_it_too() -> None:
    content = odf.body(edition())
    assert odf.properties_of(content, "Below.")["margin-top"] == f"{ROOM:g}pt"
    assert "margin-top" not in odf.properties_of(content, "After.")


def test_the_page_has_it_too() -> None:
    data = html.write(edition(), shipped("un"), purpose="draft").data
    (row,) = elements(parsed(data), "//tr[@class='below-box']")
    assert text_of(row).split() == ["Below."]
    assert b".spread>tbody>.below-box>td{padding-block-start:" in data
