"""ODT: cover, contents, styles, header and footer, properties."""

from __future__ import annotations

import zipfile
from io import BytesIO

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import NoteMark
from assembler.formats.odt.write import write
from assembler.formats.written import Stamp
from assembler.style.load import load
from tests.editions import document, heading, note, numbered, paragraph, table
from tests.odf import UN, body, bookmarked, elements, found, part, shown, styles_of, written
from tests.readback import units
from tests.specimens import specimen


def test_contents_have_their_entries_filled_in_and_lead_to_the_headings_and_their_pages() -> None:
    root = body(
        document(heading(1, "One", NoteMark("n")), heading(3, "Three"), heading(4, "Four"), notes=(note("n", "N."),))
    )
    assert styles_of(root)[1:4] == ["Contents_20_Heading", "Contents_20_1", "Contents_20_3"]
    entries = elements(root, ".//text:index-body/text:p/text:a")
    assert [shown(each) for each in entries] == ["One", "Three"]
    links = [href[1:] for href in found(root, ".//text:index-body//text:a/@xlink:href")]
    assert [bookmarked(root)[name] for name in links] == ["One", "Three"]
    assert found(root, ".//text:index-body//text:bookmark-ref[@text:reference-format='page']/@text:ref-name") == links
    assert elements(root, ".//text:index-body//text:note") == []


def test_contents_can_be_rebuilt_from_their_source() -> None:
    root = body(document(heading(1, "One")))
    templates = ".//text:table-of-content-source/text:table-of-content-entry-template"
    assert found(root, f"{templates}/@text:outline-level") == ["1", "2", "3"]
    assert found(root, f"{templates}/@text:style-name") == ["Contents_20_1", "Contents_20_2", "Contents_20_3"]
    assert found(root, ".//text:h/@text:outline-level") == ["1"]


def test_contents_are_left_out_where_none_are_wanted_or_there_is_no_heading() -> None:
    assert elements(body(document(heading(1, "One"), contents=False)), ".//text:table-of-content") == []
    assert bookmarked(body(document(heading(1, "One"), contents=False))) == {"_P_title": "A document"}
    assert elements(body(document(paragraph("a"))), ".//text:table-of-content") == []


def test_the_cover_has_a_page_of_its_own_kind_and_contents_and_text_begin_new_pages() -> None:
    root = body(document(heading(1, "One"), paragraph("a")))
    masters = "office:automatic-styles/style:style[@style:master-page-name]"
    assert found(root, f"{masters}/@style:parent-style-name") == ["Title", "Heading_20_1", "Contents_20_Heading"]
    assert found(root, f"{masters}/@style:master-page-name") == ["First_20_Page", "Standard", "Standard"]


def test_a_table_or_a_list_at_the_very_beginning_begins_the_page_itself() -> None:
    masters = "office:automatic-styles/style:style[@style:master-page-name='Standard']/@style:family"
    assert found(body(document(table(("a",), ("b",)))), masters) == ["table"]
    assert found(body(document(numbered(1, "a"))), masters) == ["paragraph"]


def test_styles_bear_the_names_that_libreoffice_knows() -> None:
    styles = part(written(document(paragraph("a"))).data, "styles.xml")
    named = dict(
        zip(
            found(styles, ".//style:style[@style:display-name]/@style:name"),
            found(styles, ".//style:style/@style:display-name"),
            strict=True,
        )
    )
    expected = {
        "Heading_20_1": "Heading 1", "Text_20_body": "Text body", "Contents_20_Heading": "Contents Heading",
        "List_20_1": "List 1", "Numbering_20_5": "Numbering 5", "List_20_2_20_Cont.": "List 2 Cont.",
        "Footnote_20_Symbol": "Footnote Symbol", "Internet_20_link": "Internet link",
        "Table_20_Heading": "Table Heading", "Strong_20_Emphasis": "Strong Emphasis",
    }  # fmt: skip
    assert expected.items() <= named.items()
    assert {"Title", "Subtitle", "Footnote", "Quotations", "Table", "Footer", "Header", "Emphasis"} <= set(
        found(styles, ".//style:style/@style:name")
    )
    assert found(styles, ".//style:style/@style:default-outline-level") == [*"123456"]


def test_the_language_of_the_document_is_that_of_the_default_style() -> None:
    styles = part(written(document(paragraph("a"), language="kk")).data, "styles.xml")
    default = ".//style:default-style[@style:family='paragraph']/style:text-properties"
    assert found(styles, f"{default}/@fo:language|{default}/@fo:country") == ["kk", "KZ"]


def test_fonts_come_with_those_that_may_stand_in_for_them() -> None:
    styles = part(written(document(paragraph("a"))).data, "styles.xml")
    (family,) = found(styles, ".//style:font-face[@style:name='Times New Roman']/@*[local-name()='font-family']")
    assert family.startswith("'Times New Roman', 'Liberation Serif', Tinos")


def test_a_sheet_without_hyphenation_hyphenates_nowhere() -> None:
    without = load(b'extends = "un"\n[page]\nhyphenation = false\n', "o.toml")
    hyphenated = ".//@fo:hyphenate"
    assert "true" in found(part(written(document()).data, "styles.xml"), hyphenated)
    assert set(found(part(written(document(), "final", without).data, "styles.xml"), hyphenated)) == {"false"}


def test_the_footer_has_the_page_in_the_words_of_the_language_but_not_on_the_cover() -> None:
    styles = part(written(document(paragraph("a"), language="kk")).data, "styles.xml")
    footers = elements(styles, ".//style:master-page/style:footer")
    assert [shown(each) for each in footers] == ["1 беттің 1-беті"]
    assert len(elements(footers[0], ".//text:page-count")) == len(elements(footers[0], ".//text:page-number")) == 1
    assert found(styles, ".//style:master-page[@style:name='First_20_Page']/@style:next-style-name") == ["Standard"]


def test_a_header_is_written_where_the_sheet_has_one() -> None:
    sheet = load(b'extends = "un"\n[page]\nheader = "{title} - draft"\nfooter = ""\n', "o.toml")
    styles = part(written(document(paragraph("a")), "final", sheet).data, "styles.xml")
    assert [shown(each) for each in elements(styles, ".//style:header")] == ["A document - draft"]
    assert elements(styles, ".//style:footer") == []


def test_the_text_keeps_its_margins_with_or_without_a_line_at_the_foot() -> None:
    page = UN.page
    styles = part(written(document(paragraph("a"))).data, "styles.xml")
    layout = ".//style:page-layout[@style:name='Pages']"
    (margin,) = found(styles, f"{layout}/style:page-layout-properties/@fo:margin-bottom")
    (height,) = found(styles, f"{layout}/style:footer-style/style:header-footer-properties/@fo:min-height")
    assert float(margin[:-2]) + float(height[:-2]) == page.bottom
    assert found(styles, ".//style:page-layout[@style:name='Cover']/*/@fo:margin-bottom") == [f"{page.bottom:g}mm"]


# --- what nobody put there ---


def test_the_properties_are_title_and_language_and_nothing_else() -> None:
    meta = part(written(specimen("kk"), "final").data, "meta.xml")
    assert found(meta, "office:meta/dc:title/text()") == [walk.plain_text(specimen("kk").title.content)]
    assert found(meta, "office:meta/dc:language/text()") == ["kk-KZ"]
    assert len(elements(meta, "office:meta/*")) == 2


STAMP = Stamp("Draft, version 3 & 4", (("assembler version", "3 & 4"), ("assembler revision", "2f4e")))


def test_a_draft_bears_its_stamp_in_its_properties_and_at_the_foot_of_every_page() -> None:
    draft = write(document(), UN, purpose="draft", stamp=STAMP).data
    said = elements(part(draft, "meta.xml"), ".//meta:user-defined")
    assert [(found(each, "@meta:name")[0], each.text) for each in said] == list(STAMP.properties)
    footers = elements(part(draft, "styles.xml"), ".//style:master-page/style:footer")
    assert [STAMP.text in shown(each) for each in footers] == [True, True]


def test_a_final_edition_bears_no_stamp() -> None:
    final = write(document(), UN, purpose="final", stamp=STAMP).data
    assert elements(part(final, "meta.xml"), ".//meta:user-defined") == []
    footers = elements(part(final, "styles.xml"), ".//style:master-page/style:footer")
    assert ["Draft" in shown(each) for each in footers] == [False]
    assert final == write(document(), UN, purpose="final").data


def test_lines_with_zones_have_their_stops_in_the_middle_and_at_the_right_margin() -> None:
    sheet = load(b'extends = "un"\n[page]\nheader = "left\\t{title}\\tright"\nfooter = "{stamp}\\t{pages}"\n', "o.toml")
    styles = part(written(document(paragraph("a")), "final", sheet).data, "styles.xml")
    lines = elements(styles, ".//style:master-page[@style:name='Standard']//text:p")
    stops = [found(styles, f".//style:style[@style:name='{name}']//style:tab-stop/@style:type") for name in
             (str(found(line, "@text:style-name")[0]) for line in lines)]  # fmt: skip
    assert stops == [["center", "right"], ["right"]]
    assert elements(lines[1], "text:page-count") != []


def test_a_final_edition_says_no_id_of_any_unit() -> None:
    edition = specimen("en")
    with zipfile.ZipFile(BytesIO(written(edition, "final").data)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert [id for id, _ in units(edition) if id in whole or bookmark(id) in whole] == []


def test_entries_of_the_zip_bear_no_date_and_the_media_type_stands_first_as_it_is() -> None:
    data = written(document()).data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "mimetype"
    assert data[38 : 38 + 39] == b"application/vnd.oasis.opendocument.text"
