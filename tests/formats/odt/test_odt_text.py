"""ODT: words, containers and tables, as they stand in the content part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from assembler.document.model import (
    Author,
    Break,
    Code,
    Column,
    Emphasis,
    Image,
    Inline,
    Link,
    NoteMark,
    Paragraph,
    RawBlock,
    RawInline,
    Reference,
    Span,
    Strong,
)
from assembler.edition.tracked import tracked
from assembler.style.load import load
from tests.editions import div, document, heading, inlines, items, note, numbered, paragraph, quote, table, words
from tests.odf import (
    NS,
    TABLE,
    UN,
    body,
    bookmarked,
    codes,
    elements,
    found,
    own_properties,
    part,
    properties_of,
    shown,
    styles_of,
    written,
)
from tests.settling import of_odt

# --- words ---


def test_words_say_their_language_only_where_it_differs_from_those_around() -> None:
    russian = Span(inlines("по-русски ", Span(inlines("and back"), pairs=(("lang", "en"),))), pairs=(("lang", "ru"),))
    klingon = Span(inlines("x"), pairs=(("lang", "tlh"),))
    root = body(document(paragraph("own ", Span(inlines("same"), pairs=(("lang", "en"),)), russian, klingon)))
    spans = elements(root, ".//text:p[contains(., 'own')]//text:span")
    said = [own_properties(root, str(each.get(f"{{{NS['text']}}}style-name"))) for each in spans]
    assert [(style["language"], style["country"]) for style in said] == [("ru", "RU"), ("en", "GB"), ("tlh", "none")]
    assert [shown(each) for each in spans] == ["по-русски and back", "and back", "x"]


def test_a_language_tag_with_script_and_variant_is_said_whole() -> None:
    span = Span(inlines("x"), pairs=(("lang", "kk-Latn-KZ-x-new"),))
    root = body(document(paragraph(span)))
    style = own_properties(root, found(root, ".//text:p[text:span='x']/text:span/@text:style-name")[0])
    assert style == {
        "rfc-language-tag": "kk-Latn-KZ-x-new", "language": "kk", "script": "Latn", "country": "KZ",
    }  # fmt: skip


def test_what_is_no_language_tag_is_reported_and_the_words_are_printed() -> None:
    result = written(document(paragraph("a ", Span(inlines("b"), pairs=(("lang", "по-русски"),)), id="p")))
    assert codes(result) == ["odt-not-a-language-tag"]
    assert bookmarked(part(result.data))["_P_p"] == "a b"


def test_words_that_stand_in_another_language_for_want_of_a_translation_are_marked_and_speak_theirs() -> None:
    missing = Paragraph(id="p", words=words("Не переведено", language="ru", mark="untranslated"))
    root = body(document(missing))
    assert bookmarked(root)["_P_p"] == "Не переведено"
    marked = elements(root, ".//text:span[@text:style-name='Mark_20_Untranslated']")
    assert ["".join(map(str, each.itertext())) for each in marked] == ["[not translated] ", "Не переведено"]
    (inside,) = found(root, ".//text:span/text:span[.='Не переведено']/@text:style-name")
    assert own_properties(root, inside)["language"] == "ru"


def test_emphasis_inside_emphasis_and_in_italic_paragraphs_is_upright() -> None:
    sheet = load(b'extends = "un"\n[roles.quote]\nitalic = true\n', "o.toml")
    stressed = Emphasis(inlines("in", Emphasis(inlines("out"))))
    root = body(document(paragraph(stressed), quote(paragraph(stressed))), "final", sheet)
    outer = found(root, ".//text:span[text:span='out']/@text:style-name")
    inner = found(root, ".//text:span/text:span[.='out']/@text:style-name")
    assert outer[0] == inner[1] == "Emphasis"
    assert own_properties(root, outer[1]) == own_properties(root, inner[0]) == {"font-style": "normal"}


def test_links_carry_their_address_and_never_stand_in_each_other() -> None:
    link = Link("https://example.org/a b?x=1&y=ё#z", inlines("here ", Reference("h", content=inlines("there"))), "Tip")
    root = body(document(heading(1, "Head", id="h"), paragraph(link)))
    (made,) = elements(root, ".//text:a[contains(., 'here')]")
    assert made.get(f"{{{NS['xlink']}}}href") == "https://example.org/a%20b?x=1&y=%D1%91#z"
    assert made.get(f"{{{NS['office']}}}title") == "Tip"
    assert shown(made) == "here there"
    assert elements(made, ".//text:a") == []


BLANKS = st.lists(
    st.tuples(st.sampled_from(["text", "strong", "code", "break"]), st.text(" ab\t<&\u00a0", max_size=6)),
    min_size=1,
    max_size=6,
)


@given(BLANKS)
def test_no_blank_is_lost_wherever_it_stands(pieces: list[tuple[str, str]]) -> None:
    def made(kind: str, text: str) -> Inline:
        match kind:
            case "strong":
                return Strong(inlines(text))
            case "code":
                return Code(text)
            case "break":
                return Break()
            case _:
                return inlines(text)[0]

    root = body(document(paragraph(*(made(*piece) for piece in pieces), id="p"), contents=False))
    words = "".join("\n" if kind == "break" else text for kind, text in pieces)
    assert bookmarked(root).get("_P_p", "") == words


@pytest.mark.parametrize("text", [" a", "a ", "a  b", "   "])
def test_single_blanks_stay_text_and_only_those_that_would_be_lost_become_elements(text: str) -> None:
    root = body(document(paragraph("x y", text, id="p")))
    assert bookmarked(root)["_P_p"] == f"x y{text}"
    assert "x y" in "".join(found(root, ".//text:p/text()"))


def test_raw_markup_is_printed_visibly_and_of_a_picture_without_a_file_its_description() -> None:
    result = written(
        document(paragraph(RawInline("<b>"), Image("x.png", "A map")), RawBlock(construct="html", text="<hr>\n<p>\n"))
    )
    raw = elements(part(result.data), ".//text:span[@text:style-name='Raw_20_Markup']")
    assert [shown(each) for each in raw] == ["<b>", "[A map]", "<hr>\n<p>"]
    assert codes(result) == []


# --- containers ---


def test_the_rule_of_a_box_stands_in_one_place_however_far_in_its_text_does() -> None:
    nested = items((paragraph("item"), paragraph("more"), items(paragraph("inner"))))
    root = body(document(div("recommendation", nested, paragraph("plain"))))
    look = UN.roles.recommendation
    assert look.rule_left is not None
    room = (look.rule_left.gap + look.rule_left.weight) * 25.4 / 72
    edge = (look.left or 0) - room
    assert properties_of(root, "plain") == {}
    assert properties_of(root, "item") == {"margin-top": "6pt", "margin-bottom": "4pt", "keep-with-next": "always"}
    more, inner = properties_of(root, "more"), properties_of(root, "inner")
    assert float(more["margin-left"][:-2]) == pytest.approx(edge, abs=0.02)
    assert float(more["padding-left"][:-2]) == pytest.approx(room + 8 - look.rule_left.weight * 25.4 / 72, abs=0.02)
    assert more["border-left"] == inner["border-left"] == "2.25pt solid #404040"
    levels = elements(root, ".//text:list-style[1]//style:list-level-label-alignment")
    places = {(each.get(f"{{{NS['fo']}}}margin-left"), each.get(f"{{{NS['fo']}}}text-indent")) for each in levels}
    assert len(places) == 1
    ((left, first),) = places
    assert float(str(left)[:-2]) + float(str(first)[:-2]) == pytest.approx(edge, abs=0.02)


def test_a_label_stays_with_what_it_names_and_a_paragraph_with_its_list() -> None:
    label = div("example", paragraph("Label", classes=("label",)), paragraph("a"))
    data = written(document(label, numbered(1, "b:"), items(paragraph("c")))).data
    kept = ".//style:style[style:paragraph-properties/@fo:keep-with-next='always']/@style:name"
    assert "Example_20_Label" in found(part(data, "styles.xml"), kept)
    assert properties_of(part(data), "b:").items() >= {"keep-with-next": "always", "margin-top": "10pt"}.items()


def test_a_style_that_says_one_margin_says_all_for_an_office_keeps_them_as_one() -> None:
    styles = part(written(document(paragraph("a"))).data, "styles.xml")
    paragraphs = elements(styles, ".//style:style/style:paragraph-properties")
    assert len(paragraphs) > 30
    for each in paragraphs:
        names = set(map(str, each.attrib))
        sides = {name for name in ("left", "right") if f"{{{NS['fo']}}}margin-{name}" in names}
        assert sides in (set(), {"left", "right"})
        assert (f"{{{NS['fo']}}}margin-top" in names) == (f"{{{NS['fo']}}}margin-bottom" in names)


# --- tables ---


def test_a_table_has_columns_that_fill_the_text_and_a_header_row_that_repeats() -> None:
    root = body(
        document(
            paragraph("above"), table(("Name", "2012"), ("A long name of something", "1"), align=("left", "right"))
        )
    )
    styles = found(root, ".//table:table-column/@table:style-name")
    widths = [float(own_properties(root, name)["column-width"][:-2]) for name in styles]
    assert sum(widths) == pytest.approx(UN.page.text_width, abs=0.01)
    assert widths[0] > widths[1]
    (head,) = elements(root, ".//table:table-header-rows/table:table-row")
    assert [shown(cell) for cell in elements(head, ".//text:p")] == ["Name", "2012"]
    aligned = found(root, ".//table:table//text:p/@text:style-name")
    assert [own_properties(root, name)["text-align"] for name in aligned] == ["start", "end", "start", "end"]


def test_a_caption_stands_above_with_a_sequence_field_and_describes_the_table() -> None:
    root = body(
        document(
            paragraph("above"),
            table(("a",), ("b",), caption=paragraph("Figures & facts", id="c"), number=3),
            language="kk",
        )
    )
    (caption,) = elements(root, ".//text:p[text:sequence]")
    assert shown(caption) == "3-кесте. Figures & facts"
    assert properties_of(root, shown(caption)) == {}
    assert "Table" in styles_of(root)
    assert found(root, ".//table:table/table:title/text()") == ["Figures & facts"]
    assert found(root, ".//text:sequence-decl/@text:name") == ["Table"]


def test_adjacent_tables_are_kept_apart() -> None:
    root = body(document(table(("a",), ("b",)), table(("c",), ("d",))))
    (between,) = elements(root, ".//table:table[1]/following-sibling::*[1]")
    assert (shown(between), between.tag) == ("", f"{{{NS['text']}}}p")


def test_rows_with_too_few_cells_are_filled_up_and_too_many_get_a_column() -> None:
    uneven = table(("a",), ("b", "c"))
    root = body(document(replace(uneven, columns=(Column(),))))
    rows = elements(root, ".//table:table-row")
    assert [len(row.findall(f"{TABLE}table-cell")) for row in rows] == [2, 2]
    assert len(elements(root, ".//table:table-column")) == 2


def test_a_row_with_a_long_cell_may_break_across_pages() -> None:
    root = body(document(table(("a",), ("word " * 200,), ("short",))))
    styles = found(root, ".//table:table-row/@table:style-name")
    assert [own_properties(root, name)["keep-together"] for name in styles] == ["always", "auto", "always"]


def test_room_below_a_table_is_given_to_the_next_paragraph() -> None:
    root = body(document(table(("a",), ("b",)), paragraph("after"), paragraph("more")))
    assert properties_of(root, "after") == {"margin-top": "10pt", "margin-bottom": "6pt"}
    assert properties_of(root, "more") == {}


def test_rules_are_drawn_once_between_rows_and_stronger_at_the_edges() -> None:
    root = body(document(table(("a", "b"), ("c", "d"), ("e", "f"))))
    styles = [own_properties(root, name) for name in found(root, ".//table:table-cell/@table:style-name")]
    strong, thin = "1pt solid #404040", "0.5pt solid #404040"
    assert [style["border-top"] for style in styles[::2]] == [strong, "none", "none"]
    assert [style["border-bottom"] for style in styles[::2]] == [thin, thin, strong]
    assert {style["border-left"] for style in styles} == {"none"}


def test_a_table_in_a_note_becomes_lines_with_tabs_and_is_reported() -> None:
    inside = table(("Name", "2012"), ("Cases", "7"), caption=paragraph("Cap", id="t-cap"), number=1, id="t")
    result = written(document(paragraph("a", NoteMark("n")), notes=(note("n", "Before", inside, "After"),)))
    root = part(result.data)
    lines = [shown(each) for each in elements(root, ".//text:note-body/text:p")]
    assert lines == ["\tBefore", "Table\u00a01. Cap", "Name\t2012", "Cases\t7", "After"]
    assert codes(result) == ["odt-table-in-note"]
    assert result.findings[0].place.id == "t"
    assert elements(root, ".//table:table") == []
    assert bookmarked(root)["_P_t__r1__c1"] == "Cases"


def test_the_mark_of_a_row_that_was_put_in_is_put_in_too() -> None:
    """The words of a cell are tracked, for the row cannot be; once they are rejected nothing is left of it."""
    head, row = ("Year", "Number"), (words("2012"), words("seven"))
    added = (words("2013", mark="untranslated"), words("nine", mark="fuzzy"))
    before, after = document(table(head, row, id="t1")), document(table(head, row, added, id="t1"))
    both = replace(tracked(before, after), author=Author("assembler"))
    data = written(both).data
    assert of_odt(data, accepted=False) == of_odt(written(before).data, accepted=False)
    assert of_odt(data, accepted=True) == of_odt(written(after).data, accepted=True)
    assert "[translation out of date] nine" in of_odt(data, accepted=True)
