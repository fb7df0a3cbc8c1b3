"""DOCX: words, containers and tables, as they stand in the parts."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from assembler.document.model import (
    Column,
    Emphasis,
    Image,
    Link,
    NoteMark,
    Paragraph,
    RawBlock,
    RawInline,
    Span,
)
from assembler.style.load import load
from tests.docx_parts import (
    NS,
    UN,
    body,
    bookmarked,
    codes,
    fields,
    found,
    part,
    text_of,
    written,
)
from tests.editions import (
    div,
    document,
    inlines,
    items,
    note,
    paragraph,
    quote,
    table,
    words,
)

# --- words ---


def test_a_run_says_its_language_only_where_it_differs_from_the_document() -> None:
    edition = document(
        paragraph(
            "own ", Span(inlines("по-русски"), pairs=(("lang", "ru"),)), Span(inlines("x"), pairs=(("lang", "tlh"),))
        )
    )
    root = body(edition)
    assert found(root, ".//w:r[w:rPr/w:lang]/w:t/text()") == ["по-русски", "x"]
    assert found(root, ".//w:lang/@w:val") == ["ru-RU", "tlh"]


def test_words_that_stand_in_another_language_for_want_of_a_translation_are_marked_and_speak_theirs() -> None:
    missing = Paragraph(id="p", words=words("Не переведено", language="ru", mark="untranslated"))
    root = body(document(missing))
    assert bookmarked(root)["_P_p"] == "Не переведено"
    assert found(root, ".//w:r[w:rPr/w:rStyle/@w:val='MarkUntranslated']/w:t/text()") == [
        "[not translated] ",
        "Не переведено",
    ]
    assert found(root, ".//w:r[w:t='Не переведено']//w:lang/@w:val") == ["ru-RU"]


def test_emphasis_inside_emphasis_and_in_italic_paragraphs_is_upright() -> None:
    sheet = load(b'extends = "un"\n[roles.quote]\nitalic = true\n', "o.toml")
    stressed = Emphasis(inlines("in", Emphasis(inlines("out"))))
    root = body(document(paragraph(stressed), quote(paragraph(stressed))), "final", sheet)
    assert len(found(root, ".//w:p[.//w:t='in']/w:r[w:t='in'][w:rPr/w:i[not(@w:val)]]")) == 1
    assert len(found(root, ".//w:p[w:pPr/w:pStyle/@w:val='Quote']/w:r[w:t='in'][w:rPr/w:i/@w:val='0']")) == 1
    assert len(found(root, ".//w:r[w:t='out'][not(w:rPr/w:i)]")) == 2


def test_links_carry_their_address_as_a_relationship_of_the_part_that_they_stand_in() -> None:
    link = Link("https://example.org/a b?x=1&y=ё#z", inlines("here"))
    result = written(document(paragraph(link, NoteMark("n")), notes=(note("n", Paragraph(words=words(link))),)))
    address = "https://example.org/a%20b?x=1&y=%D1%91#z"
    for name in ("document", "footnotes"):
        targets = part(result.data, f"word/_rels/{name}.xml.rels")
        assert address in [each.get("Target") for each in targets]


def test_raw_markup_is_printed_visibly_and_of_a_picture_without_a_file_its_description() -> None:
    result = written(
        document(paragraph(RawInline("<b>"), Image("x.png", "A map")), RawBlock(construct="html", text="<hr>\n"))
    )
    root = part(result.data, "word/document.xml")
    assert found(root, ".//w:r[w:rPr/w:rStyle/@w:val='RawMarkup']/w:t/text()") == ["<b>", "[A map]", "<hr>"]
    assert codes(result) == []


# --- containers ---


def test_the_rule_beside_a_box_stays_in_one_line_where_text_moves_in() -> None:
    root = body(document(div("recommendation", items((paragraph("a"), paragraph("b"))))))
    gaps = found(root, ".//w:p[w:pPr/w:pStyle/@w:val='Recommendation']//w:pBdr/w:left/@w:space")
    rule = UN.roles.recommendation.rule_left
    assert rule is not None
    assert gaps == [str(round(rule.gap + UN.lists.step * 72 / 25.4))]


def test_a_label_stays_with_what_it_names_and_a_paragraph_with_its_list() -> None:
    data = written(
        document(
            div("example", paragraph("Label", classes=("label",)), paragraph("a")),
            paragraph("b:"),
            items(paragraph("c")),
        )
    ).data
    styles = part(data, "word/styles.xml")
    assert found(styles, ".//w:style[@w:styleId='ExampleLabel']//w:keepNext") != []
    assert found(part(data, "word/document.xml"), ".//w:p[w:pPr/w:keepNext]//w:t/text()") == ["Label", "b:"]


# --- tables ---


def tables_of(root: etree._Element) -> list[etree._Element]:
    return root.findall(".//w:tbl", NS)


def test_a_table_has_fixed_columns_that_fill_the_text_and_a_header_row_that_repeats() -> None:
    root = body(document(table(("Name", "2012"), ("A long name of something", "1"), align=("left", "right"))))
    (made,) = tables_of(root)
    widths = [int(width) for width in found(made, ".//w:gridCol/@w:w")]
    assert sum(widths) == 9071  # 160 mm
    assert widths[0] > widths[1]
    assert found(made, "w:tr[1]/w:trPr/w:tblHeader") != []
    assert found(made, "w:tr[2]/w:trPr/w:tblHeader") == []
    assert found(made, ".//w:jc/@w:val") == ["left", "right", "left", "right"]


def test_a_caption_stands_above_with_a_sequence_field_and_describes_the_table() -> None:
    root = body(document(table(("a",), ("b",), caption=paragraph("Figures & facts", id="c"), number=3), language="kk"))
    assert fields(root)[-1] == "SEQ Table \\* ARABIC"
    assert "3-кесте. Figures & facts" in [text_of(each) for each in root.iterfind(".//w:p", NS)]
    assert found(root, ".//w:tblCaption/@w:val") == ["Figures & facts"]


def test_adjacent_tables_are_kept_apart_and_the_text_ends_with_a_paragraph() -> None:
    root = body(document(table(("a",), ("b",)), table(("c",), ("d",))))
    kinds = [etree.QName(child).localname for child in root[0]]
    assert kinds[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_rows_with_too_few_cells_are_filled_up_and_too_many_get_a_column() -> None:
    uneven = table(("a",), ("b", "c"))
    (made,) = tables_of(body(document(replace(uneven, columns=(Column(),)))))
    assert [len(row.findall("w:tc", NS)) for row in made.findall("w:tr", NS)] == [2, 2]
    assert all(cell.find("w:p", NS) is not None for cell in made.iterfind(".//w:tc", NS))


def test_a_row_with_a_long_cell_may_break_across_pages() -> None:
    (made,) = tables_of(body(document(table(("a",), ("word " * 200,), ("short",)))))
    assert [row.find("w:trPr/w:cantSplit", NS) is not None for row in made.findall("w:tr", NS)] == [True, False, True]


def test_room_below_a_table_is_given_to_the_next_paragraph() -> None:
    root = body(document(table(("a",), ("b",)), paragraph("after"), paragraph("more")))
    after = found(root, ".//w:p[.//w:t='after']//w:spacing/@w:before")
    assert after == [str(round(UN.tables.after * 20))]
    assert found(root, ".//w:p[.//w:t='more']//w:spacing/@w:before") == []
