"""Comments and tracked changes in the files: valid, where they belong, and in no file that has none."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from assembler.document.model import Author, Document, NoteMark, Words
from assembler.edition.review import Said, comment, with_comments
from assembler.edition.tracked import tracked
from assembler.formats.docx.lint.lint import lint as docx_lint
from assembler.formats.html.write import write as html
from assembler.formats.odt.lint.lint import lint as odt_lint
from assembler.style.load import shipped
from tests import docx_parts, odf
from tests.conftest import absent
from tests.editions import document, heading, items, note, numbered, paragraph, table
from tests.formats.test_tracked_office import AFTER, BEFORE
from tests.specimens import torture
from tests.tools import ooxml_validator, sdk_errors, xsd_errors

REMARK = comment("неточно <&> fuzzy", [Said("Source:", "Nine complaints.", "en", "Seven complaints.")], "ru")
TEXT = document(
    heading(1, "Heading", id="h"),
    numbered(1, "Text", NoteMark("n"), id="a"),
    items(paragraph("Item", id="i")),
    table(("a", "b"), ("Cell", ""), id="t"),
    notes=(note("n", "Note"),),
)


def reviewed(edition: Document[Words] = TEXT) -> Document[Words]:
    dated = replace(edition, author=Author("assembler", "2026-11-22"))
    return with_comments(dated, dict.fromkeys(("title", "h", "a", "i", "t.r1.c1", "n"), REMARK))


def both(sides: tuple[Document[Words], Document[Words]] = (BEFORE, AFTER)) -> Document[Words]:
    return replace(tracked(*sides, REMARK), author=Author("assembler"))


def _turned() -> tuple[Document[Words], Document[Words]]:
    """Everything inside everything, and the same in another order, with half of it gone."""
    whole = torture()
    return whole, replace(whole, blocks=whole.blocks[::-2])


EDITIONS = {
    "comments": reviewed(),
    "changes": both(),
    "torture taken out": both(_turned()),
    "torture put in": both(_turned()[::-1]),
}
ALL = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())


@ALL
def test_the_docx_is_valid(edition: Document[Words], tmp_path: Path) -> None:
    validator = ooxml_validator()
    if validator is None:
        absent("ooxml-validator")
    file = tmp_path / "edition.docx"
    file.write_bytes(docx_parts.written(edition).data)
    assert sdk_errors(str(validator), file) == []


@ALL
def test_the_docx_is_as_the_schema_wants_it(edition: Document[Words], shared: Path) -> None:
    wml = shared / "schemas" / "ooxml-transitional" / "wml.xsd"
    assert xsd_errors(wml, docx_parts.written(edition).data) == []


@ALL
def test_the_odt_is_as_the_schema_wants_it(edition: Document[Words], shared: Path) -> None:
    assert odf.rng_errors(shared / "schemas" / "odf1.3", odf.written(edition).data) == []


@ALL
def test_the_lints_find_what_they_find_without_it(edition: Document[Words]) -> None:
    plain = {"low-contrast", "heading-jump", "first-heading-low", "table-without-header", "empty-paragraph"}
    found = [*docx_lint(docx_parts.written(edition).data, "a.docx"), *odt_lint(odf.written(edition).data, "a.odt")]
    assert [each.message() for each in found if each.code not in plain] == []


@ALL
def test_the_same_input_gives_the_same_bytes(edition: Document[Words]) -> None:
    assert docx_parts.written(edition).data == docx_parts.written(edition).data
    assert odf.written(edition).data == odf.written(edition).data


def test_a_comment_in_docx_is_around_the_words_of_its_unit() -> None:
    data = docx_parts.written(reviewed()).data
    body = docx_parts.part(data, "word/document.xml")
    starts = docx_parts.found(body, ".//w:commentRangeStart/@w:id")
    assert starts == docx_parts.found(body, ".//w:commentRangeEnd/@w:id")
    assert starts == docx_parts.found(body, ".//w:commentReference/@w:id")
    comments = docx_parts.part(data, "word/comments.xml")
    assert starts == docx_parts.found(comments, "./w:comment/@w:id")
    assert set(docx_parts.found(comments, "./w:comment/@w:author")) == {"assembler"}
    assert set(docx_parts.found(comments, "./w:comment/@w:date")) == {"2026-11-22T00:00:00Z"}


def test_a_difference_in_a_comment_can_be_read_in_black_and_white() -> None:
    comments = docx_parts.part(docx_parts.written(reviewed()).data, "word/comments.xml")
    first = comments[0]
    assert docx_parts.found(first, ".//w:r[w:rPr/w:strike]/w:t/text()") == ["Seven"]
    assert docx_parts.found(first, ".//w:r[w:rPr/w:u]/w:t/text()") == ["Nine"]
    assert docx_parts.found(first, ".//w:ins | .//w:del") == []


def test_a_comment_in_odt_begins_and_ends_around_the_words_of_its_unit() -> None:
    content = odf.part(odf.written(reviewed()).data)
    names = [each.get(f"{odf.OFFICE}name") for each in content.iter(f"{odf.OFFICE}annotation")]
    assert names == [each.get(f"{odf.OFFICE}name") for each in content.iter(f"{odf.OFFICE}annotation-end")]
    assert len(names) == len(set(names)) == 6
    title = next(content.iter(f"{odf.TEXT}h"))
    inside = [etree.QName(child).localname for child in title]
    assert inside.index("annotation") < inside.index("annotation-end")


def test_comments_have_no_date_where_none_is_known() -> None:
    edition = with_comments(replace(TEXT, author=Author("assembler")), {"a": REMARK})
    comments = docx_parts.part(docx_parts.written(edition).data, "word/comments.xml")
    assert docx_parts.found(comments, "./w:comment/@w:date") == []
    assert "dc:date" not in str(etree.tostring(odf.part(odf.written(edition).data)))


def test_without_comments_and_changes_there_is_no_trace_of_them() -> None:
    with zipfile.ZipFile(BytesIO(docx_parts.written(TEXT).data)) as archive:
        assert "word/comments.xml" not in archive.namelist()
    assert b"tracked-changes" not in etree.tostring(odf.part(odf.written(TEXT).data))


def test_a_comment_on_a_page_is_a_note_below_the_words() -> None:
    page = html(reviewed(), shipped("un"), purpose="draft").data.decode()
    assert page.count('role="note"') == 6
    assert "<del>Seven</del><ins>Nine</ins>" in page
    assert "неточно &lt;&amp;&gt; fuzzy" in page


def test_what_was_taken_out_is_not_in_the_contents() -> None:
    before = document(heading(1, "Gone", id="g"), heading(1, "Stays", id="s"))
    both = replace(tracked(before, document(heading(1, "Stays", id="s"))), author=Author("assembler"))
    body = docx_parts.body(both)
    assert docx_parts.found(body, ".//w:sdt//w:hyperlink//w:t/text()") == ["Stays"]
    index = next(odf.part(odf.written(both).data).iter(f"{odf.TEXT}index-body"))
    entries = [*index.itertext()]
    assert "Gone" not in entries
    assert "Stays" in entries
