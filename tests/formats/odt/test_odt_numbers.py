"""ODT: paragraph numbers, lists, notes, references and bookmarks, as they stand in the content part."""

from __future__ import annotations

import pytest

from assembler.document.model import CoverField, Document, List, NoteMark, Paragraph, Reference, Words
from assembler.formats.odt.numbering import list_levels
from assembler.formats.written import Purpose
from assembler.language.model import Lists, Marker
from assembler.style.load import load
from tests.editions import (
    div,
    document,
    heading,
    inlines,
    items,
    note,
    numbered,
    paragraph,
    quote,
    reference,
    table,
    words,
)
from tests.odf import (
    body,
    bookmarked,
    codes,
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


@pytest.mark.parametrize(
    ("language", "letters", "format", "prefix", "suffix"),
    [
        ("en", True, "a", "(", ")"),
        ("en", False, "1", "(", ")"),
        ("ru", True, "a", "", ")"),
        ("kk", True, "a", "", ")"),
    ],
)
def test_list_markers_are_those_of_the_language(
    language: str, letters: bool, format: str, prefix: str, suffix: str
) -> None:
    data = written(document(items(paragraph("a"), letters=letters), language=language)).data
    (used,) = found(part(data), ".//text:list/@text:style-name")
    level = f".//text:list-style[@style:name='{used}']/text:list-level-style-number[@text:level='1']"
    said = [found(part(data, "styles.xml"), f"{level}/@style:num-{name}")[0] for name in ("format", "prefix", "suffix")]
    assert said == [format, prefix, suffix]


def test_cyrillic_letters_have_the_name_that_libreoffice_gives_them() -> None:
    cyrillic = (Marker("cyrillic-letter", "{n})"),)
    levels = list_levels("ordered", 0, 0, 8, 8, Lists(cyrillic, cyrillic, ("—",)))
    assert levels.count('style:num-suffix=")" style:num-format="а, б, .., аа, бб, ... (ru)"') == 10


def test_bullets_are_those_of_the_language_by_level() -> None:
    styles = part(written(document(paragraph("a"), language="ru")).data, "styles.xml")
    bullets = found(styles, ".//text:list-style[@style:name='Bullets']/*/@text:bullet-char")
    assert bullets[:3] == ["—", "–", "—"]
    assert len(bullets) == 10


def test_each_list_is_one_of_its_own_and_starts_where_its_author_said() -> None:
    root = body(document(items(paragraph("a")), paragraph("between"), items(paragraph("b"), start=7)))
    assert found(root, ".//text:list/@text:continue-list") == []
    assert found(root, ".//text:list-item/@text:start-value") == ["7"]


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


def test_an_item_without_a_paragraph_still_shows_its_marker() -> None:
    root = body(document(List(ordered=True, items=items((), (items(paragraph("b")),)).items)))
    assert found(root, ".//text:list-item/text:p[1]/@text:style-name") != []
    assert [len(elements(each, "text:p")) for each in elements(root, ".//text:list-item")] == [1, 1, 1]


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


def test_notes_are_numbered_in_the_order_of_their_first_marks_whatever_order_they_come_in() -> None:
    edition = document(
        heading(1, "A", NoteMark("z")),
        paragraph("b", NoteMark("a")),
        notes=(note("a", "Note a."), note("z", "Note z.")),
    )
    notes = elements(body(edition), ".//text:note")
    assert [shown(each, notes=True).split("\t") for each in notes] == [["1", "Note z."], ["2", "Note a."]]


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


def test_a_mark_without_note_or_inside_a_note_is_printed_and_reported() -> None:
    inside = note("n", Paragraph(id="n", words=words("x", NoteMark("n"))))
    result = written(document(paragraph("a", NoteMark("gone"), NoteMark("n"), id="p"), notes=(inside,)))
    assert codes(result) == ["odt-note-absent", "odt-note-absent"]
    assert [finding.place.id for finding in result.findings] == ["n", "p"]
    assert bookmarked(part(result.data))["_P_p"] == "a[^gone]"
    assert bookmarked(part(result.data))["_P_n"] == "x[^n]"


def test_a_note_that_nothing_calls_is_reported() -> None:
    assert codes(written(document(paragraph("a"), notes=(note("n", "Note."),)))) == ["odt-note-uncalled"]


# --- references ---


def referring(*references: Reference) -> Document[Words]:
    return document(
        heading(1, "Title", id="h"),
        numbered(1, "One.", id="p1"),
        items(paragraph("i", id="i1"), (paragraph("j", id="i2"), items(paragraph("k", id="k1")))),
        table(("a",), ("b",), caption=paragraph("Cap", id="t-cap"), number=1, id="t"),
        paragraph("See ", *references, NoteMark("n")),
        notes=(note("n", "Note."),),
    )


@pytest.mark.parametrize("purpose", ["draft", "final"])
def test_references_are_fields_of_the_kind_that_their_target_needs(purpose: Purpose) -> None:
    root = body(
        referring(
            reference("p1", "paragraph ", "1"),
            reference("i1", "", "(1)"),
            reference("k1", "", "(a)"),
            reference("t", "table ", "1", automatic=False),
            reference("t-cap", "table ", "1", automatic=False),
            reference("n", "note ", "1", automatic=False),
        ),
        purpose,
    )
    see = ".//text:p[contains(., 'See')]"
    formats = found(root, f"{see}/text:bookmark-ref/@text:reference-format")
    assert formats == ["number-no-superior"] * 3 + ["text"] * 2
    targets = found(root, f"{see}/text:bookmark-ref/@text:ref-name")
    assert targets[3] == targets[4]
    assert set(targets) <= bookmarked(root).keys()
    assert found(root, f"{see}/text:note-ref/@text:ref-name") == found(root, ".//text:note/@text:id")
    assert [
        "".join(map(str, each.itertext())) for each in elements(root, f"{see}/text:*[contains(name(), '-ref')]")
    ] == ["1", "(1)", "(a)", "1", "1", "1"]


def test_the_bookmark_of_a_table_holds_its_number_alone() -> None:
    root = body(referring(reference("t", "", "1", automatic=False)), "final")
    assert bookmarked(root)["_RefTable1"] == "1"


def test_a_reference_without_a_number_is_a_link_inside_the_document() -> None:
    root = body(referring(Reference("h", content=inlines("“Title”"))), "final")
    (href,) = found(root, ".//text:a[.='“Title”']/@xlink:href")
    assert bookmarked(root)[href[1:]] == "Title"


def test_a_reference_to_what_is_not_there_is_plain_text_and_reported() -> None:
    result = written(
        document(
            paragraph("See ", reference("gone", "paragraph ", "5"), Reference("away", content=inlines("x")), id="p")
        )
    )
    assert codes(result) == ["odt-target-absent", "odt-target-absent"]
    root = part(result.data)
    assert bookmarked(root)["_P_p"] == "See paragraph 5x"
    assert elements(root, ".//text:bookmark-ref|.//text:p//text:a") == []


# --- bookmarks ---


def test_a_draft_has_a_bookmark_around_every_unit_named_by_its_id() -> None:
    edition = Document(
        language="en",
        title=words("Title"),
        subtitle=words("Subtitle"),
        cover=(CoverField("cover.date", words("2014")),),
        blocks=(
            heading(1, "Head", id="art-h"),
            numbered(1, "One", NoteMark("n-1"), id="p1"),
            items(paragraph("item", id="i-1")),
            table(("a", "b"), ("c", "d"), caption=paragraph("cap", id="t-cap"), number=1, id="t"),
        ),
        notes=(note("n-1", "Note"),),
    )
    units = {name: text for name, text in bookmarked(body(edition)).items() if name.startswith("_P_")}
    assert units == {
        "_P_title": "Title", "_P_subtitle": "Subtitle", "_P_cover__date": "2014", "_P_art_h": "Head", "_P_p1": "One",
        "_P_i_1": "item", "_P_t": "1", "_P_t_cap": "cap", "_P_t__h__c1": "a", "_P_t__h__c2": "b", "_P_t__r1__c1": "c",
        "_P_t__r1__c2": "d", "_P_n_1": "Note",
    }  # fmt: skip


def test_a_final_edition_has_bookmarks_only_for_its_references_and_contents() -> None:
    root = body(referring(reference("p1", "", "1")), "final")
    assert sorted(bookmarked(root)) == ["_Ref1", "_Toc1"]
    assert elements(root, ".//text:bookmark") == []


def test_a_container_with_an_id_has_its_bookmark_where_it_begins() -> None:
    root = body(document(paragraph("x"), div("recommendation", items(paragraph("a")), paragraph("b"), id="rec")))
    (start,) = elements(root, ".//text:bookmark[@text:name='_P_rec']/..")
    assert shown(start) == "a"


def test_a_reference_to_a_note_without_its_number_leads_to_its_mark() -> None:
    see = Reference("n", content=inlines("there"))
    root = body(document(paragraph("a", NoteMark("n")), paragraph(see), notes=(note("n", "N."),)), "final")
    assert found(root, ".//text:a/@xlink:href") == ["#_RefNote1"]
    assert found(root, ".//text:bookmark[following-sibling::*[1][self::text:note]]/@text:name") == ["_RefNote1"]


def test_an_id_that_stands_twice_is_reported_and_its_text_printed() -> None:
    result = written(document(paragraph("first", id="twice"), paragraph("second", id="twice")))
    assert codes(result) == ["odt-id-twice"]
    assert bookmarked(part(result.data))["_P_twice"] == "first"
    assert "second" in [shown(each) for each in elements(part(result.data), ".//text:p")]
