"""Files that somebody made to do harm, or that went wrong on their way: each is refused with its reason, quickly."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from assembler.errors import UnreadableFileError
from assembler.formats.foreign import package
from assembler.formats.pandoc import run
from assembler.jobs.documents import Taken, Way, take
from tests.formats.foreign.made import docx, odt, paragraph, part, zipped


def taken(data: bytes, name: str = "a.docx") -> Taken:
    return take(data, name, "en", Way())


def refusal(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(UnreadableFileError) as caught:
        taken(data, name)
    assert caught.value.finding.place.file == name
    assert caught.value.finding.hint()
    return caught.value.finding.message()


def codes(found: Taken) -> list[str]:
    return [finding.code for finding in found.findings]


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert "empty" in refusal(b" \n")


def test_a_pdf_is_out_of_scope_and_the_hint_says_what_to_do() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        taken(b"%PDF-1.7\n1 0 obj", "report.docx")
    assert "PDF" in caught.value.finding.message()
    assert ".docx" in caught.value.finding.hint()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("07.po", 'msgid ""\nmsgstr ""\n'),
        ("07.txt", '# Words\nmsgctxt "a"\nmsgid "b"\nmsgstr "c"\n'),
        ("07.pot", "# …\n"),
    ],
)
def test_a_catalog_is_no_document(name: str, text: str) -> None:
    assert "catalog" in refusal(text.encode(), name)


def test_other_xml_is_no_document() -> None:
    assert "no document of a known kind" in refusal(b'<?xml version="1.0"?>\n<xliff version="1.2"/>', "07.xliff")


def test_a_document_with_a_password_is_told_from_one_of_old_word() -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "password" in refusal(container + "EncryptedPackage".encode("utf-16-le"))
    assert "before 2007" in refusal(container + "WordDocument".encode("utf-16-le"), "a.doc")


def test_an_encrypted_odt_is_said_to_have_a_password() -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<m:manifest xmlns:m="{space}"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    assert "password" in refusal(odt("<text:p>x</text:p>", parts={"META-INF/manifest.xml": manifest}), "a.odt")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_said_to_be_damaged(share: float) -> None:
    whole = docx(paragraph("words"))
    assert "cut off" in refusal(whole[: int(len(whole) * share)])


def test_a_part_that_is_damaged_inside_the_zip_is_noticed() -> None:
    whole = bytearray(docx(paragraph("words " * 300)))
    at = whole.index(b"word/document.xml") + 200
    whole[at : at + 8] = b"\xff" * 8
    assert "damaged" in refusal(bytes(whole))


def test_a_part_of_blanks_without_end_is_not_unpacked() -> None:
    assert "many hundred times" in refusal(docx("", {"word/media/image1.png": bytes(200 * 1024**2)}))


def test_parts_that_are_too_large_together_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_WHOLE", 1000)
    assert "larger than any document" in refusal(docx(paragraph("words" * 400)))


def test_a_part_that_is_larger_than_the_zip_says_is_not_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_XML", 1000)
    assert "larger than any document" in refusal(docx(paragraph("words" * 400)))


def test_more_entries_than_a_document_has_are_refused() -> None:
    parts = {f"word/media/{number}.png": b"" for number in range(package.MOST_ENTRIES + 1)}
    assert "larger than any document" in refusal(docx("", parts))


def test_an_archive_inside_is_never_opened() -> None:
    inner = docx("", {"word/media/bomb.png": bytes(50 * 1024**2)})
    found = taken(docx(paragraph("words"), {"word/embeddings/inner.docx": inner, "word/media/a.zip": inner}))
    assert found.pictures == {}


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'
    assert "entities" in refusal(docx(paragraph("&l9;"), declarations=bomb))


def test_a_file_of_the_machine_is_not_read_through_an_entity(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    stolen = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    assert "entities" in refusal(docx(paragraph("&x;"), declarations=stolen))
    assert "entities" in refusal(odt("<text:p>x</text:p>", parts={"styles.xml": f"{stolen}<a>&x;</a>"}), "a.odt")


@pytest.mark.parametrize("name", ["../../evil.xml", "word/../../evil.xml", "..\\evil.xml", "C:/evil.xml"])
def test_names_that_lead_out_of_the_package_are_refused(name: str) -> None:
    assert "outside" in refusal(docx(paragraph("words"), {name: "evil"}))


def test_a_picture_that_is_a_file_of_the_machine_or_an_address_is_never_opened(tmp_path: Path) -> None:
    drawing = '<w:r><w:drawing><a:blip r:link="{}"/></w:drawing></w:r>'
    body = f"<w:p>{drawing.format('r1')}</w:p><w:p>{drawing.format('r2')}</w:p><w:p>{drawing.format('r3')}</w:p>"
    related = (
        ("r1", "image", (tmp_path / "a.png").as_uri()),
        ("r2", "image", "http://localhost:9/a.png"),
        ("r3", "image", "../../../a.png"),
    )
    assert taken(docx(body, related=related)).pictures == {}


def test_a_text_that_stands_too_deep_is_refused_and_not_followed() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    assert "deeper" in refusal(docx(deep))
    nested = "<w:sdt><w:sdtContent>" * 120 + paragraph("words") + "</w:sdtContent></w:sdt>" * 120
    assert taken(docx(nested)).chapters


def test_malformed_xml_is_no_text_that_is_half_read() -> None:
    assert "no XML" in refusal(docx("<w:p><w:r><w:t>words</w:r></w:p>"))


def test_a_package_without_its_text_is_said_to_have_none() -> None:
    assert "part with the text" in refusal(zipped({"mimetype": "x", "a.txt": "x"}), "a.odt")
    assert "archive of other files" in refusal(zipped({"a.txt": "x"}), "a.zip")


def test_a_table_of_numbers_is_no_document() -> None:
    types = "<Types>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml</Types>"
    assert "not of a word processor" in refusal(zipped({"[Content_Types].xml": types, "xl/workbook.xml": "<a/>"}))


def test_content_decides_and_a_wrong_suffix_is_said() -> None:
    found = taken(docx(paragraph("words")), "a.odt")
    assert found.format == "docx"
    assert codes(found) == ["other-format"]
    assert taken(b"{\\rtf1 words\\par}", "a.doc").format == "rtf"
    assert "cut off" in refusal(b"words", "a.docx")


def test_macros_are_left_out_and_said() -> None:
    found = taken(docx(paragraph("words"), {"word/vbaProject.bin": b"x"}), "a.docm")
    assert codes(found) == ["macros-left-out"]


def test_numbers_that_are_no_numbers_and_circles_of_styles_do_no_harm() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>',
    )
    body = paragraph("words", '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="x"/><w:numId w:val="-7"/></w:numPr>')
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph("cell")}</w:tc>'
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    related = (("r1", "styles", "styles.xml"),)
    assert taken(docx(body + table, {"word/styles.xml": styles}, related)).chapters


def test_cells_repeated_without_end_are_bounded() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="999999999"><table:table-cell '
        'table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    text = f'<text:p>a<text:s text:c="999999999"/>b</text:p><table:table>{row}</table:table>'
    assert taken(odt(text), "a.odt").chapters


def test_notes_that_call_each_other_end() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = part(
        "footnotes",
        f'<w:footnote w:id="1"><w:p><w:r><w:t>one</w:t></w:r>{call.format(2)}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:t>two</w:t></w:r>{call.format(1)}</w:p></w:footnote>',
    )
    related = (("r1", "footnotes", "footnotes.xml"),)
    assert taken(docx(f"<w:p>{call.format(1)}</w:p>", {"word/footnotes.xml": notes}, related)).chapters


def test_a_program_that_hangs_is_ended_tried_again_and_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tries = tmp_path / "tries"
    program = tmp_path / "hangs"
    program.write_text(f"#!/bin/sh\necho try >> {tries}\nsleep 60 &\nsleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(run, "_program", lambda: str(program))
    monkeypatch.setattr(run, "SECONDS", 0.5)
    with pytest.raises(UnreadableFileError) as caught:
        run.parse("words")
    assert caught.value.finding.code == "pandoc-hangs"
    assert tries.read_text(encoding="utf-8").count("try") == run.ATTEMPTS


def test_a_program_that_takes_too_much_memory_is_refused_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "MEGABYTES", 32)
    with pytest.raises(UnreadableFileError):
        run.parse("word " * 2_000_000)


def test_pandoc_opens_no_file_that_a_text_names(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words", encoding="utf-8")
    html = f'<html><body><iframe src="{tmp_path}/secret.txt"></iframe><p>open</p></body></html>'
    assert "secret words" not in str(run.parse(html, reader="html").ast)


def test_the_zips_directory_is_not_believed() -> None:
    """The sizes in it are made small; what is read is bounded all the same."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")
        archive.writestr("word/document.xml", " " * 20_000_000)
    data = bytearray(buffer.getvalue())
    size = (20_000_000).to_bytes(4, "little")
    while size in data:
        at = data.index(size)
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert "damaged" in refusal(bytes(data))
