"""DOCX: cover, contents, styles, header and footer."""

from __future__ import annotations

from io import BytesIO

import docx
from msgspec.structs import replace

from assembler.document.model import CoverField
from assembler.style.load import load
from tests.docx_parts import (
    NS,
    body,
    bookmarked,
    fields,
    found,
    part,
    styles_of,
    written,
)
from tests.editions import (
    document,
    heading,
    paragraph,
    words,
)
from tests.specimens import torture


def test_contents_have_their_entries_filled_in_and_lead_to_the_headings() -> None:
    root = body(document(heading(1, "One"), heading(3, "Three"), heading(4, "Four")))
    assert styles_of(root)[1:5] == ["TOCHeading", "TOC1", "TOC3", "Heading1"]
    anchors = found(root, ".//w:sdt//w:hyperlink/@w:anchor")
    assert [bookmarked(root)[anchor] for anchor in anchors] == ["One", "Three"]
    assert fields(root)[0].startswith("TOC \\o")
    assert found(root, ".//w:fldChar/@w:dirty") == []


def test_contents_are_left_out_where_none_are_wanted_or_there_is_no_heading() -> None:
    assert tuple(body(document(heading(1, "One"), contents=False)).iterfind(".//w:sdt", NS)) == ()
    assert tuple(body(document(paragraph("a"))).iterfind(".//w:sdt", NS)) == ()


def test_cover_contents_and_text_begin_new_pages() -> None:
    root = body(document(heading(1, "One"), paragraph("a")))
    assert found(root, ".//w:p[w:pPr/w:pageBreakBefore]/w:pPr/w:pStyle/@w:val") == ["TOCHeading", "Heading1"]


def test_styles_bear_the_names_that_word_knows() -> None:
    names = {
        style.style_id: style.name for style in docx.Document(BytesIO(written(document(paragraph("a"))).data)).styles
    }
    expected = {
        "Title": "Title", "Heading1": "Heading 1", "Heading6": "Heading 6", "TOC1": "toc 1",
        "TOCHeading": "TOC Heading",
        "FootnoteText": "footnote text", "FootnoteReference": "footnote reference", "Caption": "Caption",
        "ListBullet": "List Bullet", "ListNumber2": "List Number 2", "Quote": "Quote", "Hyperlink": "Hyperlink",
        "TableGrid": "Table Grid", "Footer": "Footer", "Header": "Header", "BodyText": "Body Text",
    }  # fmt: skip
    assert expected.items() <= names.items()


def test_every_style_numbering_and_bookmark_that_is_used_is_there() -> None:
    data = written(torture()).data
    defined = set(found(part(data, "word/styles.xml"), ".//w:style/@w:styleId"))
    lists = set(found(part(data, "word/numbering.xml"), ".//w:num/@w:numId"))
    names: list[str] = []
    for name in ("document", "footnotes"):
        root = part(data, f"word/{name}.xml")
        assert set(found(root, ".//w:pStyle/@w:val|.//w:rStyle/@w:val|.//w:tblStyle/@w:val")) <= defined
        assert set(found(root, ".//w:numId/@w:val")) <= lists
        starts, ends = found(root, ".//w:bookmarkStart/@w:id"), found(root, ".//w:bookmarkEnd/@w:id")
        assert sorted(starts) == sorted(ends)
        names += found(root, ".//w:bookmarkStart/@w:name")
        marks = found(root, ".//w:fldChar/@w:fldCharType")
        assert marks.count("begin") == marks.count("separate") == marks.count("end")
    assert len(names) == len(set(names))
    root = part(data, "word/document.xml")
    targets = [text.split()[1] for text in fields(root) if text.split()[0] in ("REF", "NOTEREF")]
    assert {*targets, *found(root, ".//w:hyperlink/@w:anchor")} <= set(names)


def test_the_footer_has_the_page_in_the_words_of_the_language_but_not_on_the_cover() -> None:
    data = written(document(paragraph("a"), language="kk")).data
    footer = part(data, "word/footer1.xml")
    assert fields(footer) == ["NUMPAGES", "PAGE"]
    assert "".join(found(footer, ".//w:t/text()")) == "1 беттің 1-беті"
    assert part(data, "word/document.xml").find(".//w:sectPr/w:titlePg", NS) is not None


def test_a_header_is_written_where_the_sheet_has_one() -> None:
    sheet = load(b'extends = "un"\n[page]\nheader = "{title} - draft"\nfooter = ""\n', "o.toml")
    data = written(document(paragraph("a")), "final", sheet).data
    assert "".join(found(part(data, "word/header1.xml"), ".//w:t/text()")) == "A document - draft"
    assert found(part(data, "word/document.xml"), ".//w:footerReference") == []


def test_the_cover_has_a_header_and_a_footer_of_its_own() -> None:
    sheet = load(b'extends = "un"\n[page]\nheader = "a"\ncover-header = "b"\ncover-footer = "c"\n', "o.toml")
    data = written(document(paragraph("a")), "final", sheet).data
    root = part(data, "word/document.xml")
    assert found(root, ".//w:headerReference/@w:type") == ["default", "first"]
    assert found(root, ".//w:footerReference/@w:type") == ["default", "first"]
    texts = ["".join(found(part(data, f"word/{name}.xml"), ".//w:t/text()")) for name in ("header2", "footer2")]
    assert texts == ["b", "c"]


def test_lines_with_zones_have_their_stops_in_the_middle_and_at_the_right_margin() -> None:
    sheet = load(b'extends = "un"\n[page]\nheader = "left\\t{title}\\tright"\nfooter = "{stamp}\\t{pages}"\n', "o.toml")
    data = written(document(paragraph("a")), "final", sheet).data
    header, footer = (part(data, f"word/{name}1.xml") for name in ("header", "footer"))
    assert found(header, ".//w:tab/@w:val") == ["center", "right"]
    assert found(footer, ".//w:tab/@w:val") == ["right"]
    assert fields(footer) == ["NUMPAGES"]


def test_what_stands_in_one_table_of_the_cover_is_set_as_a_group() -> None:
    keys = ("cover.committee", "cover.date", "cover.organisations.a", "cover.organisations.b")
    edition = replace(document(), cover=tuple(CoverField(key, words("x")) for key in keys))
    assert styles_of(body(edition))[1:5] == ["CoverGroup", "Cover", "CoverGroup", "Cover"]
