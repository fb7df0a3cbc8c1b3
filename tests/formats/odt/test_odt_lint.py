"""The lint over ODT files: a good file broken in one way gets the one finding that says so."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from assembler.errors import UnreadableFileError
from assembler.findings import Finding
from assembler.formats.odt.lint.lint import lint
from tests.formats.lint_specimen import GOOD, broken, with_part, without
from tests.odf import written

DRAFT, FINAL = written(GOOD, "draft").data, written(GOOD, "final").data

CONTENT, STYLES, META, SETTINGS, MANIFEST = (
    "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"
)  # fmt: skip
P = '<text:p text:style-name="Text_20_body">'
LAST = '<text:p text:style-name="P4">End</text:p>'
NOTE = '<text:note text:id="ftn9" text:note-class="footnote"><text:note-citation/><text:note-body/></text:note>'
BLACK = '<style:style style:name="T9" style:family="text"><style:text-properties fo:color="#000000"/></style:style>'
BLACK_WORD = '<text:span text:style-name="T9">black</text:span>'
DRAW = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
PICTURE = f'<draw:frame {DRAW}><draw:image xlink:href="{{}}"/>{{}}</draw:frame>'

FAULTS = {
    "part that is no XML": (STYLES, "</office:document-styles>", "", "malformed-part"),
    "part outside the manifest": ("more.xml", "", "<a/>", "undeclared-part"),
    "manifest entry without a part": (MANIFEST, '"settings.xml"', '"layout.xml"', "missing-part undeclared-part"),
    "picture that is not there": (
        CONTENT, LAST, f"{P}{PICTURE.format('Pictures/a.png', '<svg:desc>A</svg:desc>')}</text:p>{LAST}",
        "missing-part"),
    "field to no bookmark": (CONTENT, 'text:ref-name="_P_p"', 'text:ref-name="_P_q"', "dangling-reference"),
    "field to no note": (CONTENT, 'text:ref-name="ftn1"', 'text:ref-name="ftn2"', "dangling-reference"),
    "field to no sequence": (
        CONTENT, LAST, f'{P}<text:sequence-ref text:ref-name="refTable7">7</text:sequence-ref></text:p>{LAST}',
        "dangling-reference"),
    "field to no mark": (
        CONTENT, LAST, f'{P}<text:reference-ref text:ref-name="a">7</text:reference-ref></text:p>{LAST}',
        "dangling-reference"),
    "link to no bookmark": (CONTENT, 'xlink:href="#_Toc2"', 'xlink:href="#_Toc7"', "dangling-reference"),
    "bookmark twice": (CONTENT, LAST, f'{P}<text:bookmark text:name="_P_p"/>a</text:p>{LAST}', "duplicate-bookmark"),
    "bookmark without an end": (CONTENT, '<text:bookmark-end text:name="_P_p"/>', "", "open-bookmark"),
    "bookmark without a beginning": (
        CONTENT, LAST, f'{P}<text:bookmark-end text:name="x"/>a</text:p>{LAST}', "open-bookmark"),
    "note in a note": (CONTENT, "Note[.]", f"Note.{NOTE}", "note-inside-note"),
    "note twice": (CONTENT, LAST, f"{P}{NOTE.replace('ftn9', 'ftn1')}</text:p>{LAST}", "duplicate-file-id"),
    "list twice": (CONTENT, 'xml:id="list2"', 'xml:id="list1"', "duplicate-file-id"),
    "table twice": (
        CONTENT, LAST, '<table:table table:name="Table1"><table:table-header-rows/></table:table>' + LAST,
        "duplicate-file-id"),
    "list that goes on with none": (CONTENT, 'continue-list="list1"', 'continue-list="list9"',
        "list-continues-nothing"),
    "sequence that is not declared": (CONTENT, '<text:sequence-decl .*?/>', "", "undeclared-sequence"),
    "paragraph style that is not there": (CONTENT, P, '<text:p text:style-name="Body">', "undefined-style"),
    "text style that is not there": (CONTENT, 'text:style-name="T1"', 'text:style-name="T7"', "undefined-style"),
    "style from none": (CONTENT, 'parent-style-name="Title"', 'parent-style-name="Tile"', "undefined-style"),
    "list style that is not there": (CONTENT, 'text:style-name="Numbers"', 'text:style-name="Digits"',
        "undefined-style"),
    "cell style that is not there": (CONTENT, '"Cell2" office', '"Cell9" office', "undefined-style"),
    "page that is not there": (CONTENT, 'master-page-name="Standard"', 'master-page-name="Page"', "undefined-style"),
    "layout that is not there": (STYLES, 'page-layout-name="Cover"', 'page-layout-name="Front"', "undefined-style"),
    "font that is not there": (STYLES, 'font-name="Courier New"', 'font-name="Mono"', "undefined-style"),
    "language that is none": (CONTENT, 'fo:language="de"', 'fo:language="German"', "not-a-language"),
    "empty cell": (CONTENT, '(<table:table-cell [^>]*>)<text:p.*?</text:p>', r"\1", "cell-without-paragraph"),
    "level left out": (CONTENT, 'outline-level="2" text:style-name="H', 'outline-level="3" text:style-name="H',
                       "heading-jump"),
    "heading that begins low": (CONTENT, 'outline-level="1" text:style-name="P2"',
                                'outline-level="2" text:style-name="P2"', "first-heading-low"),
    "table without a header row": (CONTENT, "<table:table-header-rows>(.*?)</table:table-header-rows>", r"\1",
                                   "table-without-header"),
    "picture without words": (CONTENT, LAST, f"{P}{PICTURE.format('https://e.org', '')}</text:p>{LAST}",
                              "picture-without-text"),
    "no title": (META, "<dc:title>.*?</dc:title>", "", "document-without-title"),
    "no language in the properties": (META, "<dc:language>.*?</dc:language>", "", "document-without-language"),
    "no language in the styles": (STYLES, 'fo:language="en" fo:country="GB"', "", "document-without-language"),
    "empty paragraph": (CONTENT, LAST, f"{P}</text:p>{LAST}", "empty-paragraph"),
    "empty spans": (CONTENT, LAST, f'{P}<text:span text:style-name="T1"></text:span></text:p>{LAST}',
        "empty-paragraph"),
    "words of no colour on a dark ground": (
        STYLES, '(style:name="Text_20_body".*?<style:paragraph-properties)', r'\1 fo:background-color="#555555"', ""),
    "faint words": (CONTENT, 'fo:language="de"', 'fo:color="#999999" fo:language="de"', "low-contrast"),
    "faint style": (
        STYLES, '(style:name="Text_20_body".*?)(</style:style>)', r'\1<style:text-properties fo:color="#bbbbbb"/>\2',
        "low-contrast"),
    "faint words in a shaded cell": (
        CONTENT, '(style:name="Cell2".*?<style:table-cell-properties)(.*?)(fo:language="de")',
        r'\1 fo:background-color="#666666"\2fo:color="#000000" \3', "low-contrast"),
    "black words in a note of a dark cell": (
        CONTENT, '(style:name="Cell2".*?<style:table-cell-properties)(.*?)(<style:style style:name="T1".*?"Cell2"[^>]*>'
                 '<text:p[^>]*>)',
        rf'\1 fo:background-color="#333333"\2{BLACK}\3'
        + NOTE.replace("<text:note-body/>", f"<text:note-body>{P}{BLACK_WORD}</text:p></text:note-body>"), ""),
}  # fmt: skip


def codes(findings: list[Finding]) -> list[str]:
    return sorted({finding.code for finding in findings})


@pytest.mark.parametrize("data", [DRAFT, FINAL], ids=["draft", "final"])
def test_a_good_file_has_no_findings(data: bytes) -> None:
    assert lint(data, "good.odt") == []


@pytest.mark.parametrize(("part", "old", "new", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_a_file_broken_in_one_way_gets_the_finding_that_says_so(part: str, old: str, new: str, expected: str) -> None:
    assert codes(lint(broken(DRAFT, part, old, new), "broken.odt")) == expected.split()


TRACES = {
    "comment": (CONTENT, LAST, f"{P}a<office:annotation/></text:p>{LAST}", "trace-comment"),
    "hidden text": (CONTENT, 'fo:language="de"', 'text:display="none" fo:language="de"', "trace-hidden-text"),
    "hidden paragraph": (CONTENT, LAST, f"{P}a<text:hidden-paragraph/></text:p>{LAST}", "trace-hidden-text"),
    "tracked change": (CONTENT, "<text:sequence-decls>", '<text:tracked-changes><text:changed-region xml:id="c"/>'
                       "</text:tracked-changes><text:sequence-decls>", "trace-tracked-change"),
    "author": (META, "<dc:title>", "<meta:initial-creator>A. B.</meta:initial-creator><dc:title>", "trace-person"),
    "last author": (META, "<dc:title>", "<dc:creator>A. B.</dc:creator><dc:title>", "trace-person"),
    "author in the text": (CONTENT, LAST, f"{P}<text:author-name>A</text:author-name></text:p>{LAST}", "trace-person"),
    "date": (META, "<dc:title>", "<dc:date>2026-01-01T00:00:00</dc:date><dc:title>", "trace-date"),
    "editing time": (META, "<dc:title>", "<meta:editing-duration>PT1H</meta:editing-duration><dc:title>", "trace-date"),
    "machine": (META, "<dc:title>", "<meta:generator>LibreOffice/7.4$Linux_X86_64</meta:generator><dc:title>",
                "trace-generator"),
    "template": (META, "<dc:title>", '<meta:template xlink:href="../a.ott"/><dc:title>', "trace-template"),
    "custom property": (META, "<dc:title>", '<meta:user-defined meta:name="who">A</meta:user-defined><dc:title>',
                        "trace-custom-property"),
    "session numbers": (CONTENT, 'fo:language="de"', 'xmlns:o="http://openoffice.org/2009/office" o:rsid="0012" '
                        'fo:language="de"', "trace-revision-id"),
    "list of sessions": (SETTINGS, 'config:name="TabOverMargin"', 'config:name="RsidRoot"', "trace-revision-id"),
    "printer": (SETTINGS, 'config:name="TabOverMargin"', 'config:name="PrinterName"', "trace-printer"),
    "variable": (CONTENT, "<text:sequence-decls>", '<text:user-field-decls><text:user-field-decl text:name="a"/>'
                 "</text:user-field-decls><text:sequence-decls>", "trace-variable"),
    "picture elsewhere": (CONTENT, LAST, P + PICTURE.format("https://e.org/a.png", "<svg:desc>A</svg:desc>")
                          + f"</text:p>{LAST}", "trace-external"),
    "link to a folder": (CONTENT, LAST, f'{P}<text:a xlink:href="file:///home/ann/a.odt">a</text:a></text:p>{LAST}',
                         "trace-path"),
    "name of the file": (CONTENT, LAST, f"{P}<text:file-name>/a/b.odt</text:file-name></text:p>{LAST}", "trace-path"),
    "name of a picture": (CONTENT, LAST, rf'{P}<draw:frame {DRAW} draw:name="C:\\\\Users\\\\ann"/></text:p>{LAST}',
                          "trace-path"),
    "thumbnail": ("Thumbnails/thumbnail.png", "", "", "trace-thumbnail undeclared-part"),
    "embedded object": ("Object 1/content.xml", "", "<a/>", "trace-embedded undeclared-part"),
    "macros": ("Basic/script.xml", "", "<a/>", "trace-embedded undeclared-part"),
    "signature": ("META-INF/documentsignatures.xml", "", "<a/>", "trace-person"),
}  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "expected"), TRACES.values(), ids=TRACES.keys())
def test_what_a_file_says_beside_its_text_is_found_in_a_final_one(part: str, old: str, new: str, expected: str) -> None:
    data = broken(FINAL, part, old, new)
    assert codes(lint(data, "x.odt", final=True)) == sorted(expected.split())
    assert codes(lint(data, "x.odt")) == [code for code in expected.split() if not code.startswith("trace-")]


def test_a_draft_is_no_final_edition_for_the_bookmarks_of_its_units() -> None:
    found = lint(DRAFT, "x.odt", final=True)
    assert codes(found) == ["trace-unit-bookmark"]
    assert {finding.place.id for finding in found} >= {"p", "t", "t.r1.c1"}


def test_a_picture_with_the_place_where_it_was_taken_is_found() -> None:
    data = with_part(FINAL, "Pictures/a.jpg", b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xda")
    assert codes(lint(data, "x.odt", final=True)) == ["trace-picture-data", "undeclared-part"]


def test_the_time_of_writing_in_the_zip_is_found() -> None:
    buffer = BytesIO(FINAL)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(zipfile.ZipInfo("META-INF/more", (2026, 5, 1, 9, 0, 0)), "a")
    assert codes(lint(buffer.getvalue(), "x.odt", final=True)) == ["trace-date"]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_media_type_stands_first_and_stored(compression: int) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(DRAFT)) as archive, zipfile.ZipFile(buffer, "w", compression) as changed:
        names = archive.namelist()
        for name in names if compression == zipfile.ZIP_DEFLATED else reversed(names):
            changed.writestr(name, archive.read(name))
    assert codes(lint(buffer.getvalue(), "x.odt")) == ["mimetype-not-first"]


def test_a_finding_names_the_file_the_unit_and_the_words() -> None:
    (found,) = lint(broken(DRAFT, CONTENT, 'text:style-name="T1"', 'text:style-name="T9"'), "out/x.odt")
    assert (found.place.file, found.place.id, found.quote) == ("out/x.odt", "t.r1.c2", "Wort")


@pytest.mark.parametrize("data", [b"", b"PK", DRAFT[:-50]], ids=range(3))
def test_what_is_no_zip_cannot_be_read(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        lint(data, "x.odt")


def test_a_package_without_its_text_is_said() -> None:
    assert codes(lint(without(DRAFT, CONTENT), "x.odt")) == ["missing-part"]
