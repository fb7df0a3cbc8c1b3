"""What other readers find in a DOCX file: the words of every unit, by python-docx and by pandoc; and nothing else."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pypandoc
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import Document, Table, Words
from assembler.formats.docx.write import write
from assembler.formats.written import Stamp
from tests.docx_parts import UN, bookmarked, part, written
from tests.editions import document
from tests.readback import collapsed, pandoc_blocks, units
from tests.specimens import SAMPLES, specimen, torture

LANGUAGES = pytest.mark.parametrize("language", SAMPLES)


def as_read(edition: Document[Words]) -> dict[str, str]:
    """By bookmark what `python-docx` reads, body and footnotes."""
    document = docx.Document(BytesIO(written(edition).data))
    notes = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    return bookmarked(document.element) | bookmarked(etree.fromstring(notes.blob))


@LANGUAGES
def test_the_words_of_every_unit_stand_between_its_bookmarks(language: str) -> None:
    edition = specimen(language)
    expected = {bookmark(id): walk.plain_text(words.content) for id, words in units(edition)}
    assert len(expected) > 50
    assert expected.items() <= as_read(edition).items()


def test_the_words_of_every_unit_stand_between_their_bookmarks_however_deep_they_are_nested() -> None:
    edition = torture()
    read = as_read(edition)
    for id, words in units(edition):
        text = walk.plain_text(words.content).replace("A picture", "[A picture]")
        assert read[bookmark(id)] == text


@LANGUAGES
def test_pandoc_reads_the_words_of_every_unit_and_every_note(language: str, tmp_path: Path) -> None:
    edition = specimen(language)
    file = tmp_path / "edition.docx"
    file.write_bytes(written(edition, "final").data)
    tree = json.loads(pypandoc.convert_file(str(file), "json"))
    read = list(pandoc_blocks(tree["blocks"]))
    captions = {block.caption.id for block in edition.blocks if isinstance(block, Table) and block.caption is not None}
    for id, words in units(edition):
        text = collapsed(walk.plain_text(words.content))
        assert text in read or (id in captions and any(line.endswith(text) for line in read)), text
    # A repeated mark is a field, not a note of its own.
    assert json.dumps(tree).count('"Note"') == len(edition.notes)


# --- what nobody put there ---


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def test_the_properties_are_title_and_language_and_nothing_else() -> None:
    core = part(written(specimen("kk"), "final").data, "docProps/core.xml")
    assert {etree.QName(each).localname: each.text for each in core} == {
        "title": walk.plain_text(specimen("kk").title.content),
        "language": "kk-KZ",
    }
    assert len(part(written(document()).data, "docProps/app.xml")) == 0


STAMP = Stamp("Draft, version 3 & 4", (("assembler version", "3 & 4"), ("assembler revision", "2f4e")))


def test_a_draft_bears_its_stamp_in_its_properties_and_at_the_foot_of_every_page() -> None:
    draft = write(document(), UN, purpose="draft", stamp=STAMP).data
    properties = part(draft, "docProps/custom.xml")
    assert [(each.get("name"), "".join(map(str, each.itertext()))) for each in properties] == list(STAMP.properties)
    for footer in ("word/footer1.xml", "word/footer2.xml"):
        assert STAMP.text in "".join(map(str, part(draft, footer).itertext()))


def test_a_final_edition_bears_no_stamp() -> None:
    final = write(document(), UN, purpose="final", stamp=STAMP).data
    assert {"docProps/custom.xml", "word/footer2.xml"}.isdisjoint(names(final))
    assert "Draft" not in "".join(map(str, part(final, "word/footer1.xml").itertext()))
    assert final == write(document(), UN, purpose="final").data


def test_a_final_edition_says_no_id_of_any_unit() -> None:
    edition = specimen("en")
    data = written(edition, "final").data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode()
    said = [id for id, _ in units(edition) if id in whole or bookmark(id) in whole]
    assert said == []


def test_entries_of_the_zip_bear_no_date() -> None:
    with zipfile.ZipFile(BytesIO(written(document()).data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_python_docx_reads_headings_levels_and_the_language_of_the_document() -> None:
    read = docx.Document(BytesIO(written(specimen("ru")).data))
    styles = [each.style.name for each in read.paragraphs if each.style is not None]
    assert styles.count("Heading 1") == styles.count("Heading 2") == styles.count("Heading 3") == 2
    assert read.core_properties.language == "ru-RU"
    assert read.element.xpath(".//w:lang/@w:val") == []
    assert read.styles.element.xpath(".//w:docDefaults//w:lang/@w:val") == ["ru-RU"]
