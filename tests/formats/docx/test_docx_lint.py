"""The lint over DOCX files: a good file broken in one way gets the one finding that says so."""

from __future__ import annotations

import pytest

from assembler.errors import UnreadableFileError
from assembler.findings import Finding
from assembler.formats.docx.lint.lint import lint
from tests.docx_parts import written
from tests.formats.lint_specimen import GOOD, broken, with_part, without

DRAFT, FINAL = written(GOOD, "draft").data, written(GOOD, "final").data

DOCUMENT, STYLES, RELATED = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"
CORE, APP, SETTINGS, PACKAGE = "docProps/core.xml", "docProps/app.xml", "word/settings.xml", "_rels/.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EMPTY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
END = '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:spacing w:before="200"/>'
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="Picture" {}/></wp:inline></w:drawing></w:r>'
)
BIG = '<w:t xml:space="preserve">See '

FAULTS = {
    "part that is no XML": (STYLES, "</w:styles>", "", "malformed-part"),
    "part without a type": ("word/extra.xml", "", "<a/>", "undeclared-part"),
    "relationship to no part": (RELATED, 'Target="fontTable.xml"', 'Target="fonts.xml"', "missing-part"),
    "type for no part": ("[Content_Types].xml", "</Types>",
        r'<Override PartName="/word/a.xml" ContentType="b"/></Types>',
                         "missing-part"),
    "relationship that is not there": (DOCUMENT, "rIdfooter1", "rIdfooter9", "dangling-relationship"),
    "field to no bookmark": (DOCUMENT, "REF _P_p", "REF _P_q", "dangling-reference"),
    "field in two runs to no bookmark": (
        DOCUMENT, r' REF _P_p ', r' REF _P</w:instrText></w:r><w:r><w:instrText>_q ', "dangling-reference"),
    "note field to no bookmark": (DOCUMENT, "NOTEREF _RefNote1", "NOTEREF _RefNote2", "dangling-reference"),
    "link to no bookmark": (DOCUMENT, 'w:anchor="_Toc2"', 'w:anchor="_Toc3"', "dangling-reference"),
    "simple field to no bookmark": (
        DOCUMENT, "<w:bookmarkStart", r'<w:fldSimple w:instr=" PAGEREF _Toc7 \\h "/><w:bookmarkStart',
        "dangling-reference"),
    "link field to no bookmark": (
        DOCUMENT, "<w:bookmarkStart", r'<w:fldSimple w:instr="HYPERLINK \\l &quot;gone&quot;"/><w:bookmarkStart',
        "dangling-reference"),
    "bookmark twice": (DOCUMENT, 'w:name="_P_t__h__c1"', 'w:name="_P_T__r1__c1"', "duplicate-bookmark"),
    "number of a bookmark twice": (
        DOCUMENT, '<w:bookmarkStart w:id="5"(.*?)<w:bookmarkEnd w:id="5"',
        r'<w:bookmarkStart w:id="1"\1<w:bookmarkEnd w:id="1"', "duplicate-file-id"),
    "bookmark without an end": (DOCUMENT, '<w:bookmarkEnd w:id="3"/>', "", "open-bookmark"),
    "bookmark without a beginning": (DOCUMENT, "<w:sectPr>", '<w:bookmarkEnd w:id="77"/><w:sectPr>', "open-bookmark"),
    "long name of a bookmark": (DOCUMENT, "_P_t__r1__c1", "_P_" + "a" * 38, "long-bookmark"),
    "mark without a note": (DOCUMENT, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>',
                            "mark-without-note note-without-mark"),
    "note without a mark": (DOCUMENT, '<w:footnoteReference w:id="1"/>', "<w:t>1</w:t>", "note-without-mark"),
    "number of a drawing twice": (
        DOCUMENT, "<w:sectPr>", "<w:p>" + 2 * PICTURE.format('descr="A"') + "</w:p><w:sectPr>",
        "duplicate-file-id"),
    "note with two marks": (DOCUMENT, '(<w:footnoteReference w:id="1"/>)', r"\1\1", "note-with-two-marks"),
    "number of a change twice": (
        DOCUMENT, "<w:sectPr>", r'<w:p><w:ins w:id="90"/><w:del w:id="90"/><w:r><w:t>a</w:t></w:r></w:p><w:sectPr>',
        "duplicate-file-id"),
    "field without an end": (DOCUMENT, r'(REF _P_p.*?)<w:r><w:fldChar w:fldCharType="end"/></w:r>', r"\1",
        "broken-field"),
    "field that ends twice": (DOCUMENT, r'(<w:r><w:fldChar w:fldCharType="end"/></w:r>)', r"\1\1", "broken-field"),
    "field that leaves a cell": (
        DOCUMENT, "(Head.*?</w:r>)(.*?)(<w:t xml:space=\"preserve\">Year)",
        r'\1<w:r><w:fldChar w:fldCharType="begin"/></w:r>\2<w:fldChar w:fldCharType="end"/>\3', "broken-field"),
    "paragraph style that is not there": (DOCUMENT, '"BodyText"', '"Body"', "undefined-style"),
    "character style that is not there": (DOCUMENT, '"FootnoteReference"', '"Raised"', "undefined-style"),
    "table style that is not there": (DOCUMENT, '"TableGrid"', '"Grid"', "undefined-style"),
    "paragraph style on a run": (DOCUMENT, '"FootnoteReference"', '"BodyText"', "undefined-style"),
    "style based on none": (STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Plain"/>', "undefined-style"),
    "list that is not there": (DOCUMENT, '<w:numId w:val="3"/>', '<w:numId w:val="30"/>', "undefined-numbering"),
    "list of no kind": ("word/numbering.xml", '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="7"/>',
                        "undefined-numbering"),
    "style with a list that is not there": (STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="40"/>',
        "undefined-numbering"),
    "language that is none": (DOCUMENT, '<w:lang w:val="de"/>', '<w:lang w:val="German, old"/>', "not-a-language"),
    "cell without a paragraph": (DOCUMENT, "(</w:tcPr>)<w:p>.*?</w:p>", r"\1", "cell-without-paragraph"),
    "table at the end of a cell": (
        DOCUMENT, "(Cell.*?</w:p>)",
        r"\1<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "cell-without-paragraph"),
    "level left out": (DOCUMENT, '"Heading2"', '"Heading3"', "heading-jump"),
    "heading that begins low": (DOCUMENT, '"Heading1"', '"Heading2"', "first-heading-low"),
    "level left out by a paragraph's own": (DOCUMENT, END, END + '<w:outlineLvl w:val="4"/>', "heading-jump"),
    "table without a header row": (DOCUMENT, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>', "table-without-header"),
    "picture without words": (DOCUMENT, "<w:sectPr>", f"<w:p>{PICTURE.format('')}</w:p><w:sectPr>",
        "picture-without-text"),
    "no title": (CORE, "<dc:title>.*?</dc:title>", "<dc:title> </dc:title>", "document-without-title"),
    "no language in the properties": (CORE, "<dc:language>.*?</dc:language>", "", "document-without-language"),
    "no language in the styles": (STYLES, "<w:lang .*?/>", "", "document-without-language"),
    "empty paragraph": (DOCUMENT, END, EMPTY + EMPTY + END, "empty-paragraph"),
    "words of no colour on a dark ground": (STYLES, '(w:styleId="BodyText".*?<w:pPr>)',
        r'\1<w:shd w:val="clear" w:fill="555555"/>', ""),
    "faint words": (DOCUMENT, f"<w:r>({BIG})", r'<w:r><w:rPr><w:color w:val="999999"/></w:rPr>\1', "low-contrast"),
    "faint style": (
        STYLES, '(w:styleId="FootnoteText".*?<w:rPr>)', r'\1<w:color w:val="BBBBBB"/>', "low-contrast"),
    "faint words in a shaded cell": (
        DOCUMENT, '(</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>.*?<w:r>)',
        r'<w:shd w:val="clear" w:fill="666666"/>\1<w:rPr><w:color w:val="000000"/></w:rPr>', "low-contrast"),
}  # fmt: skip


def codes(findings: list[Finding]) -> list[str]:
    return sorted({finding.code for finding in findings})


@pytest.mark.parametrize("data", [DRAFT, FINAL], ids=["draft", "final"])
def test_a_good_file_has_no_findings(data: bytes) -> None:
    assert lint(data, "good.docx") == []


@pytest.mark.parametrize(("part", "old", "new", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_a_file_broken_in_one_way_gets_the_finding_that_says_so(part: str, old: str, new: str, expected: str) -> None:
    assert codes(lint(broken(DRAFT, part, old, new), "broken.docx")) == expected.split()


HYPERLINK = f'<Relationship Id="x" Type="{OFFICE}/hyperlink" Target="{{}}" TargetMode="External"/></Relationships>'


def related(type: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="x" Type="{OFFICE}/{type}" Target="{target}"{mode}/></Relationships>'


EXTERNAL = ' TargetMode="External"'
TYPES = "</Relationships>"

TRACES = {
    "comment": (DOCUMENT, "<w:sectPr>", '<w:p><w:r><w:t>a</w:t><w:commentReference w:id="0"/></w:r></w:p><w:sectPr>',
                "mark-without-note trace-comment"),
    "hidden text": (DOCUMENT, f"<w:r>({BIG})", r"<w:r><w:rPr><w:vanish/></w:rPr>\1", "trace-hidden-text"),
    "text hidden by its style": (STYLES, '(w:styleId="FootnoteReference".*?<w:rPr>)', r"\1<w:vanish/>",
                                 "trace-hidden-text"),
    "tracked change": (DOCUMENT, "<w:sectPr>", '<w:p><w:ins w:id="9"><w:r><w:t>a</w:t></w:r></w:ins></w:p><w:sectPr>',
                       "trace-tracked-change"),
    "tracked format": (DOCUMENT, f"<w:r>({BIG})", r'<w:r><w:rPr><w:rPrChange w:id="9"/></w:rPr>\1',
                       "trace-tracked-change"),
    "author": (CORE, "<dc:title>", "<dc:creator>A. B.</dc:creator><dc:title>", "trace-person"),
    "last author": (CORE, "<dc:title>", "<cp:lastModifiedBy>A. B.</cp:lastModifiedBy><dc:title>", "trace-person"),
    "company": (APP, "/>", "><Company>C</Company></Properties>", "trace-person"),
    "manager": (APP, "/>", "><Manager>C</Manager></Properties>", "trace-person"),
    "template": (APP, "/>", "><Template>Letter.dotm</Template></Properties>", "trace-template"),
    "attached template": (SETTINGS, "<w:zoom", '<w:attachedTemplate r:id="x"/><w:zoom',
                          "dangling-relationship trace-template"),
    "editing time": (APP, "/>", "><TotalTime>7</TotalTime></Properties>", "trace-date"),
    "date of creation": (CORE, "<dc:title>", "<cp:created>2026-01-01T00:00:00Z</cp:created><dc:title>", "trace-date"),
    "machine": (APP, "/>", "><Application>Office/7.4$Linux_X86_64 host</Application></Properties>", "trace-generator"),
    "session numbers": (DOCUMENT, "<w:sectPr>", '<w:sectPr w:rsidR="00AA11BB">', "trace-revision-id"),
    "list of sessions": (SETTINGS, "<w:zoom", '<w:rsids><w:rsid w:val="00AA11BB"/></w:rsids><w:zoom',
                         "trace-revision-id"),
    "number of the document": (
        SETTINGS, "<w:zoom", '<w14:docId xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/><w:zoom',
        "trace-revision-id"),
    "variable": (SETTINGS, "<w:zoom", '<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars><w:zoom',
                 "trace-variable"),
    "thumbnail": (PACKAGE, TYPES, related("thumbnail", "docProps/core.xml"), "trace-thumbnail"),
    "custom XML": (RELATED, TYPES, related("customXml", "settings.xml"), "trace-custom-xml"),
    "custom XML in the text": (DOCUMENT, "<w:sectPr>", '<w:customXml w:element="a"/><w:sectPr>', "trace-custom-xml"),
    "printer": (RELATED, TYPES, related("printerSettings", "settings.xml"), "trace-printer"),
    "people": (RELATED, TYPES, related("people", "settings.xml"), "trace-person"),
    "embedded object": (RELATED, TYPES, related("oleObject", "settings.xml"), "trace-embedded"),
    "embedded font": ("word/_rels/fontTable.xml.rels", "", f"<Relationships xmlns='http://schemas.openxmlformats.org/"
                      f"package/2006/relationships'>{related('font', 'settings.xml')}", "trace-embedded"),
    "picture elsewhere": (RELATED, TYPES, related("image", "https://example.org/a.png", EXTERNAL), "trace-external"),
    "link to a script": (RELATED, TYPES, related("hyperlink", "skype:someone", EXTERNAL), "trace-external"),
    "link to a folder": (RELATED, TYPES, related("hyperlink", "file:///C:/Users/a/b.docx", EXTERNAL), "trace-path"),
    "field that loads": (DOCUMENT, "<w:bookmarkStart",
        '<w:fldSimple w:instr="INCLUDEPICTURE https://example.org/a.png"/>'
                         "<w:bookmarkStart", "trace-external"),
    "field about a folder": (DOCUMENT, "<w:bookmarkStart", r'<w:fldSimple w:instr="INCLUDETEXT C:\\\\a\\\\b.docx"/>'
                             "<w:bookmarkStart", "trace-path"),
    "field about the author": (DOCUMENT, "<w:bookmarkStart", '<w:fldSimple w:instr=" author "/><w:bookmarkStart',
                               "trace-person"),
    "field about the organization": (DOCUMENT, "<w:bookmarkStart",
                                     '<w:fldSimple w:instr="DOCPROPERTY Company"/><w:bookmarkStart', "trace-person"),
    "field about the file": (DOCUMENT, "<w:bookmarkStart", r'<w:fldSimple w:instr="FILENAME \\p"/><w:bookmarkStart',
                             "trace-path"),
    "field about the day": (DOCUMENT, "<w:bookmarkStart", '<w:fldSimple w:instr="SAVEDATE"/><w:bookmarkStart',
                            "trace-date"),
    "field of no concern": (DOCUMENT, "<w:bookmarkStart", '<w:fldSimple w:instr="DOCPROPERTY"/><w:bookmarkStart', ""),
    "name of a picture": (DOCUMENT, "<w:sectPr>", "<w:p>" + PICTURE.format(r'descr="C:\\\\Users\\\\ann\\\\photo.jpg"')
                          + "</w:p><w:sectPr>", "trace-path"),
}  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "expected"), TRACES.values(), ids=TRACES.keys())
def test_what_a_file_says_beside_its_text_is_found_in_a_final_one(part: str, old: str, new: str, expected: str) -> None:
    data = broken(FINAL, part, old, new)
    assert codes(lint(data, "x.docx", final=True)) == expected.split()
    assert codes(lint(data, "x.docx")) == [code for code in expected.split() if not code.startswith("trace-")]


def test_a_draft_is_no_final_edition_for_the_bookmarks_of_its_units() -> None:
    found = lint(DRAFT, "x.docx", final=True)
    assert codes(found) == ["trace-unit-bookmark"]
    assert {finding.place.id for finding in found} >= {"p", "t", "t.r1.c1"}


def test_a_custom_property_is_found() -> None:
    relation = related("custom-properties", "docProps/custom.xml")
    data = broken(broken(FINAL, PACKAGE, TYPES, relation), "docProps/custom.xml", "", '<P><property name="who"/></P>')
    found = lint(data, "x.docx", final=True)
    assert codes(found) == ["trace-custom-property", "undeclared-part"]


def test_a_picture_with_the_place_where_it_was_taken_is_found() -> None:
    jpeg = b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xda"
    data = broken(FINAL, RELATED, TYPES, related("image", "media/a.jpg"))
    found = lint(with_part(data, "word/media/a.jpg", jpeg), "x.docx", final=True)
    assert codes(found) == ["trace-picture-data", "undeclared-part"]


def test_a_finding_names_the_file_the_unit_and_the_words() -> None:
    (found,) = lint(broken(DRAFT, DOCUMENT, '"TableText"', '"Cell"'), "out/x.docx")
    assert (found.place.file, found.place.id, found.quote) == ("out/x.docx", "t.r1.c1", "Cell")


def test_the_second_of_two_forms_of_one_thing_is_not_looked_at() -> None:
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        '<w:bookmarkStart w:id="99" w:name="x"/><w:bookmarkEnd w:id="99"/></mc:Choice><mc:Fallback>'
        '<w:bookmarkStart w:id="99" w:name="x"/><w:bookmarkEnd w:id="99"/></mc:Fallback></mc:AlternateContent>'
        "<w:sectPr>"
    )
    assert lint(broken(DRAFT, DOCUMENT, "<w:sectPr>", both), "x.docx") == []


@pytest.mark.parametrize("data", [b"", b"PK", DRAFT[:-50], b"\x00" * 100], ids=range(4))
def test_what_is_no_zip_cannot_be_read(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        lint(data, "x.docx")


def test_a_package_without_its_text_is_said() -> None:
    assert "missing-part" in codes(lint(without(DRAFT, DOCUMENT), "x.docx"))
