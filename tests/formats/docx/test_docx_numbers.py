"""DOCX: paragraph numbers, lists, notes, references and bookmarks, as they stand in the parts."""

from __future__ import annotations

import pytest

from assembler.document.model import (
    Document,
    NoteMark,
    Reference,
    Words,
)
from assembler.formats.written import Purpose
from assembler.style.load import load
from tests.docx_parts import (
    W,
    body,
    bookmarked,
    codes,
    fields,
    found,
    list_starts,
    numberings,
    part,
    styles_of,
    text_of,
    written,
)
from tests.editions import (
    div,
    document,
    heading,
    items,
    note,
    numbered,
    paragraph,
    quote,
    reference,
    table,
)


# --- numbered paragraphs ---
def test_paragraphs_of_one_series_share_a_list_and_a_new_series_starts_again_from_the_same_abstract_list() -> None:
    data = written(document(numbered(1, "a"), numbered(2, "b"), numbered(1, "c", series=2))).data
    first, second, third = numberings(part(data, "word/document.xml"))
    starts = list_starts(data)
    assert first == second != third
    assert starts[first] == ("0", "1")
    assert starts[third] == ("0", "1")


def test_a_gap_in_the_numbers_starts_the_list_at_the_next_number() -> None:
    data = written(document(numbered(1, "a"), numbered(4, "b"), numbered(5, "c"))).data
    first, second, third = numberings(part(data, "word/document.xml"))
    assert first != second == third
    assert list_starts(data)[second] == ("0", "4")


def test_the_number_is_shown_as_the_sheet_says() -> None:
    sheet = load('extends = "un"\n[numbering]\nparagraph = "§ {n}"\n'.encode(), "o.toml")
    data = written(document(numbered(1, "a")), "final", sheet).data
    assert "§ %1" in found(part(data, "word/numbering.xml"), ".//w:lvlText/@w:val")


# --- lists ---


def test_a_nested_list_counts_on_its_own_level_and_stands_further_in() -> None:
    root = body(document(items((paragraph("a"), items(paragraph("b"), ordered=False)))))
    assert found(root, ".//w:numPr/w:ilvl/@w:val") == ["0", "1"]
    assert styles_of(root)[-2:] == ["ListNumber", "ListBullet2"]


def test_a_further_paragraph_of_an_item_stands_under_its_text_without_a_marker() -> None:
    root = body(document(items((paragraph("a"), paragraph("b")))))
    assert styles_of(root)[-1] == "ListContinue"
    assert len(numberings(root)) == 1


def test_a_list_stands_under_the_text_of_the_numbered_paragraph_above_it() -> None:
    sheet = load(b'extends = "un"\n[roles.body]\nleft = 0\n[roles.numbered]\nleft = 15\nfirst = -15\n', "o.toml")
    edition = document(items(paragraph("x")), numbered(1, "a"), items(paragraph("b")), quote(paragraph("q")))
    data = written(edition, "final", sheet).data
    starts, root = list_starts(data), part(data, "word/numbering.xml")
    alone, _, under = numberings(part(data, "word/document.xml"))
    left = [
        found(root, f".//w:abstractNum[@w:abstractNumId='{starts[number][0]}']/w:lvl[@w:ilvl='0']//w:ind/@w:left")
        for number in (alone, under)
    ]
    assert left == [["454"], [str(850 + 454)]]  # 8 mm, and 15 + 8 mm
    assert found(part(data, "word/document.xml"), ".//w:p[w:pPr/w:pStyle/@w:val='Quote']//w:ind/@w:left") == [
        str(850 + 1134)
    ]


# --- notes ---


def test_a_second_mark_of_a_note_repeats_its_number_by_a_field_to_the_first() -> None:
    root = body(document(paragraph("a", NoteMark("n"), " b", NoteMark("n")), notes=(note("n", "Note."),)), "final")
    assert found(root, ".//w:footnoteReference/@w:id") == ["1"]
    laid_out_again = 'SET repeated_mark "1"'
    assert fields(root)[:3] == [laid_out_again, "NOTEREF _RefNote1 \\f \\h", laid_out_again]
    assert "_RefNote1" in found(root, ".//w:bookmarkStart/@w:name")


def test_between_two_marks_side_by_side_stands_a_comma_that_is_no_part_of_the_words() -> None:
    root = body(
        document(paragraph("a", NoteMark("m"), NoteMark("n"), id="p"), notes=(note("m", "M."), note("n", "N.")))
    )
    assert found(root, ".//w:r[w:footnoteReference/@w:id='1']/following-sibling::w:r[1]/w:sym/@w:char") == ["002C"]
    assert bookmarked(root)["_P_p"] == "a"


def test_only_the_first_paragraph_of_a_note_bears_its_number_and_hangs() -> None:
    edition = document(paragraph("a", NoteMark("n")), notes=(note("n", "One.", "Two.", items(paragraph("i"))),))
    root = part(written(edition).data, "word/footnotes.xml")
    last = root.findall(f"{{{W}}}footnote")[-1]
    assert len(found(last, ".//w:footnoteRef/ancestor::w:p/preceding-sibling::w:p")) == 0
    assert found(last, "w:p[2]/w:pPr/w:ind/@w:firstLine") == ["0"]
    assert len(found(last, ".//w:numPr")) == 1


def test_a_note_that_begins_with_a_list_has_its_number_on_a_line_of_its_own() -> None:
    edition = document(paragraph("a", NoteMark("n")), notes=(note("n", items(paragraph("i"))),))
    last = part(written(edition).data, "word/footnotes.xml").findall(f"{{{W}}}footnote")[-1]
    assert found(last, "w:p[.//w:footnoteRef]/following-sibling::w:p[.//w:numPr]//w:t/text()") == ["i"]
    assert found(last, "w:p[.//w:footnoteRef]//w:numPr") == []


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
    instructions = [text for text in fields(root) if "REF" in text]
    bookmarks = found(root, ".//w:bookmarkStart/@w:name")
    switches = [" ".join(text.split()[2:]) for text in instructions]
    assert switches == ["\\r \\h", "\\r \\h", "\\n \\h", "\\h", "\\h", "\\h"]
    assert [text.split()[0] for text in instructions] == ["REF"] * 5 + ["NOTEREF"]
    targets = [text.split()[1] for text in instructions]
    assert targets[3] == targets[4]
    assert all(bookmarks.count(target) == 1 for target in targets)


# --- bookmarks ---


def test_a_container_has_its_bookmark_in_its_first_paragraph_even_in_a_cell() -> None:
    blocks = (div("recommendation", paragraph("a"), paragraph("b"), id="rec"), quote(table(("c",), ("d",)), id="quote"))
    root = body(document(*blocks))
    around = ".//w:bookmarkStart[@w:name='{}']/ancestor::w:p//w:t/text()"
    assert found(root, around.format("_P_rec")) == ["a"]
    assert found(root, around.format("_P_quote")) == ["c"]


def test_bookmarks_are_numbered_through_body_and_notes() -> None:
    data = written(document(paragraph("a", NoteMark("n"), id="a"), notes=(note("n", "N"),))).data
    ids = [
        id
        for name in ("document", "footnotes")
        for id in found(part(data, f"word/{name}.xml"), ".//w:bookmarkStart/@w:id")
    ]
    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("id", ["x" * 41, "ä b"])
def test_an_id_that_cannot_be_a_bookmark_is_reported_and_its_text_printed(id: str) -> None:
    result = written(document(paragraph("first", id=id), paragraph("second", id=id)))
    assert "docx-id-without-bookmark" in codes(result)
    assert "firstsecond" in text_of(part(result.data, "word/document.xml"))
