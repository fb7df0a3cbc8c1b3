"""ODT: paragraph numbers, lists, notes, references and bookmarks, as they stand in the content part."""

from __future__ import annotations

import pytest

from assembler.document.model import NoteMark, Reference
from assembler.formats.odt.numbering import list_levels
from assembler.language.model import Lists, Marker
from assembler.style.load import load
from tests.editions import (
    div,
    document,
    inlines,
    items,
    note,
    numbered,
    paragraph,
    quote,
    table,
)
from tests.odf import (
    body,
    bookmarked,
    elements,
    found,
    part,
    properties_of,
    shown,
    styles_of,
    written,
)

# --- numbered paragraphs ---


def test_paragraphs_in_a_row_are_items_of_one_list_and_a_new_series_is_a_new_list_that_continues_none() -> None:
    root = body(document(numbered(1, "a"), numbered(2, "b"), numbered(1, "c", series=2)))
    lists = elements(root, ".//text:list")
    assert [len(each) for each in lists] == [2, 1]
    assert found(root, ".//text:list/@text:continue-list") == []
    assert found(root, ".//text:list/@text:style-name") == ["Numbered_20_Paragraph"] * 2
    assert found(root, ".//@text:start-value") == []


def test_after_an_interruption_a_list_continues_the_last_one_of_its_series() -> None:
    root = body(document(numbered(1, "a"), paragraph("x"), numbered(2, "b"), quote(paragraph("y")), numbered(3, "c")))
    first, second, third = found(root, ".//text:list/@xml:id")
    assert found(root, ".//text:list/@text:continue-list") == [first, second]
    assert len({first, second, third}) == 3


def test_a_gap_in_the_numbers_says_the_next_number() -> None:
    root = body(document(numbered(1, "a"), numbered(4, "b"), numbered(5, "c")))
    assert found(root, ".//text:list-item[2]/@text:start-value") == ["4"]
    assert found(root, ".//@text:start-value") == ["4"]


def test_the_number_is_shown_as_the_sheet_says() -> None:
    sheet = load('extends = "un"\n[numbering]\nparagraph = "§ {n}"\n'.encode(), "o.toml")
    styles = part(written(document(numbered(1, "a")), "final", sheet).data, "styles.xml")
    level = ".//text:list-style[@style:name='Numbered_20_Paragraph']/text:list-level-style-number"
    assert found(styles, f"{level}/@style:num-prefix") == ["§ "]
    assert found(styles, f"{level}/@style:num-suffix") == [""]


# --- lists ---


def test_cyrillic_letters_have_the_name_that_libreoffice_gives_them() -> None:
    cyrillic = (Marker("cyrillic-letter", "{n})"),)
    levels = list_levels("ordered", 0, 0, 8, 8, Lists(cyrillic, cyrillic, ("—",), Marker("upper-roman", "{n}")))
    assert levels.count('style:num-suffix=")" style:num-format="а, б, .., аа, бб, ... (ru)"') == 10


def test_bullets_are_those_of_the_language_by_level() -> None:
    styles = part(written(document(paragraph("a"), language="ru")).data, "styles.xml")
    bullets = found(styles, ".//text:list-style[@style:name='Bullets']/*/@text:bullet-char")
    assert bullets[:3] == ["—", "–", "—"]
    assert len(bullets) == 10


def test_a_nested_list_stands_in_its_item_and_begins_anew_each_time() -> None:
    inner = items(paragraph("b"), paragraph("c"))
    root = body(document(items((paragraph("a"), inner, inner))))
    assert len(elements(root, ".//text:list-item/text:list")) == 2
    assert found(root, ".//text:list/text:list-item/text:list/text:list-item[1]/@text:start-value") == ["1", "1"]
    assert styles_of(root)[-3:] == ["Numbering_20_2"] * 3


def test_a_further_paragraph_of_an_item_stands_in_it_under_its_text() -> None:
    root = body(document(items((paragraph("a"), paragraph("b")))))
    assert styles_of(root)[-2:] == ["Numbering_20_1", "List_20_1_20_Cont."]
    assert len(elements(root, ".//text:list-item")) == 1
    assert properties_of(root, "b") == {}


def test_a_list_stands_under_the_text_of_the_numbered_paragraph_above_it() -> None:
    sheet = load(b'extends = "un"\n[roles.body]\nleft = 0\n[roles.numbered]\nleft = 15\nfirst = -15\n', "o.toml")
    edition = document(items(paragraph("x")), numbered(1, "a"), items(paragraph("b")), quote(paragraph("q")))
    root = body(edition, "final", sheet)
    alone, _, under = found(root, ".//text:list/@text:style-name")
    assert alone == "Numbers"
    level = f".//text:list-style[@style:name='{under}']/*[@text:level='1']//@fo:margin-left"
    assert float(found(root, level)[0][:-2]) == pytest.approx(15 + 8, abs=0.02)
    assert properties_of(root, "q")["margin-left"] == "35mm"


def test_a_table_in_an_item_interrupts_the_lists_around_which_then_go_on_with_their_counts() -> None:
    inner = items((paragraph("b"), table(("t",), ("u",)), paragraph("rest")), paragraph("c"))
    root = body(document(items((paragraph("a"), inner), paragraph("d"))))
    assert len(elements(root, ".//text:list//table:table")) == 0
    outer, nested, outer_again, nested_again = found(root, ".//text:list/@xml:id")
    assert found(root, ".//text:list/@text:continue-list") == [outer, nested]
    (rest,) = elements(root, ".//text:list-header/text:list/text:list-header/text:p")
    assert shown(rest) == "rest"
    assert found(root, f".//text:list[@xml:id='{nested_again}']/text:list-item/@text:start-value") == ["2"]
    assert found(root, f".//text:list[@xml:id='{outer_again}']/text:list-item/@text:start-value") == ["2"]


# --- notes ---


def test_a_second_mark_of_a_note_repeats_its_number_by_a_field_to_the_first() -> None:
    root = body(document(paragraph("a", NoteMark("n"), " b", NoteMark("n"), id="p"), notes=(note("n", "Note."),)))
    assert found(root, ".//text:note/@text:id") == found(root, ".//text:note-ref/@text:ref-name")
    assert found(root, ".//text:note-ref/text()") == ["1"]
    assert found(root, ".//text:note-ref/../@text:style-name") == ["Footnote_20_anchor"]
    assert bookmarked(root)["_P_p"] == "a b"


def test_between_two_marks_side_by_side_stands_a_comma_that_is_no_part_of_the_words() -> None:
    marks = (NoteMark("m"), NoteMark("n"), NoteMark("m"))
    root = body(document(paragraph("a", *marks, id="p"), notes=(note("m", "M."), note("n", "N."))))
    assert found(root, ".//text:note/following-sibling::text:span[@text:style-name='Footnote_20_anchor'][.=',']/text()")
    assert bookmarked(root)["_P_p"] == "a"


def test_only_the_first_paragraph_of_a_note_hangs_behind_its_number() -> None:
    edition = document(paragraph("a", NoteMark("n")), notes=(note("n", "One.", "Two.", items(paragraph("i"))),))
    root = body(edition)
    assert [shown(each) for each in elements(root, ".//text:note-body//text:p")] == ["\tOne.", "Two.", "i"]
    assert properties_of(root, "\tOne.") == {}
    assert properties_of(root, "Two.")["text-indent"] == "0mm"


def test_a_note_that_begins_with_a_list_has_its_number_on_a_line_of_its_own() -> None:
    edition = document(paragraph("a", NoteMark("n")), notes=(note("n", items(paragraph("i"))),))
    first, second = elements(body(edition), ".//text:note-body/*")
    assert (shown(first), shown(second)) == ("\t", "i")


# --- bookmarks ---


def test_a_container_with_an_id_has_its_bookmark_where_it_begins() -> None:
    root = body(document(paragraph("x"), div("recommendation", items(paragraph("a")), paragraph("b"), id="rec")))
    (start,) = elements(root, ".//text:bookmark[@text:name='_P_rec']/..")
    assert shown(start) == "a"


def test_a_reference_to_a_note_without_its_number_leads_to_its_mark() -> None:
    see = Reference("n", content=inlines("there"))
    root = body(document(paragraph("a", NoteMark("n")), paragraph(see), notes=(note("n", "N."),)), "final")
    assert found(root, ".//text:a/@xlink:href") == ["#_RefNote1"]
    assert found(root, ".//text:bookmark[following-sibling::*[1][self::text:note]]/@text:name") == ["_RefNote1"]
