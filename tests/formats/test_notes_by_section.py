"""Notes that begin again at 1 in every section: the number of the tree is what every format and LibreOffice show."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.document.model import Document, Note, NoteMark, Words
from assembler.formats.docx import write as docx
from assembler.formats.docx.lint.lint import lint as lint_docx
from assembler.formats.html import write as html
from assembler.formats.odt import write as odt
from assembler.formats.odt.lint.lint import lint as lint_odt
from assembler.formats.written import Written
from assembler.style.load import shipped
from tests import docx_parts, odf
from tests.conftest import absent
from tests.editions import document, heading, note, paragraph, reference
from tests.pages import elements, parsed, text_of
from tests.tools import converted, ooxml_validator, pdf_text, sdk_errors

WRITERS: dict[str, Callable[..., Written]] = {"docx": docx.write, "odt": odt.write}
LINTS = {"docx": lint_docx, "odt": lint_odt}


def numbered_note(id: str, number: int, text: str) -> Note[Words]:
    made = note(id, text)
    return Note(made.id, made.blocks, number=number)


def restarting() -> Document[Words]:
    """Two sections, whose headings are no chapters of the first level, with two notes and one; one is called twice."""
    edition = document(
        heading(1, "Part"),
        heading(2, "First"),
        paragraph("Alpha", NoteMark("n-a"), " and beta", NoteMark("n-b"), "; again alpha", NoteMark("n-a"), "."),
        heading(2, "Second"),
        paragraph("Gamma", NoteMark("n-c"), "; see ", reference("n-c", "note ", "1", automatic=False), "."),
        notes=(
            numbered_note("n-a", 1, "Of alpha."),
            numbered_note("n-b", 2, "Of beta."),
            numbered_note("n-c", 1, "Of gamma."),
        ),
    )
    return Document(
        language="en", title=edition.title, blocks=edition.blocks, notes=edition.notes, contents=False,
        notes_restart=True,
    )  # fmt: skip


def data(format: str, purpose: str = "final") -> bytes:
    return WRITERS[format](restarting(), shipped("un"), purpose=purpose).data


@pytest.mark.parametrize("format", WRITERS)
def test_libreoffice_shows_the_numbers_of_the_tree_once(
    format: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / f"edition.{format}"
    file.write_bytes(data(format))
    text = " ".join(pdf_text(tool("pdftotext"), converted(tool("soffice"), file, "pdf", tmp_path)).split())
    assert re.search(r"Alpha1 and beta2 ?; again alpha1 ?\.", text)
    assert re.search(r"Gamma1 ?; see note 1\.", text)
    assert re.search(r"\. 1 ?Of alpha\. 2 ?Of beta\. 1 ?Of gamma\.", text)


def test_in_docx_each_note_bears_its_label_in_the_text_and_before_its_words() -> None:
    body = docx_parts.part(data("docx"), "word/document.xml")
    assert docx_parts.found(body, ".//w:footnoteReference/@w:customMarkFollows") == ["1", "1", "1"]
    notes = docx_parts.part(data("docx"), "word/footnotes.xml")
    assert [docx_parts.text_of(each) for each in notes.iter("{*}footnote")][2:] == [
        "1Of alpha.",
        "2Of beta.",
        "1Of gamma.",
    ]
    assert docx_parts.found(notes, ".//w:footnoteRef") == []


def test_in_docx_no_field_counts_what_the_word_processor_cannot_count() -> None:
    body = docx_parts.part(data("docx"), "word/document.xml")
    assert [each for each in docx_parts.fields(body) if "NOTEREF" in each] == []
    assert len(docx_parts.found(body, ".//w:hyperlink/@w:anchor")) == 2


def test_in_odt_each_note_bears_its_label() -> None:
    content = odf.part(data("odt"))
    labels = odf.found(content, ".//text:note-citation/@text:label")
    assert labels == ["1", "2", "1"]


def test_in_html_marks_and_notes_show_the_number_and_lead_to_each_other() -> None:
    root = parsed(html.write(restarting(), shipped("un"), purpose="final").data)
    marks = elements(root, "//sup[@class='note-mark']/a")
    assert [text_of(each) for each in marks] == ["1", "2", "1", "1"]
    targets = [each.get("href", "")[1:] for each in marks]
    assert len(set(targets)) == 3
    shown = [text_of(each) for each in elements(root, "//section[@class='notes']//span[@class='marker']")]
    assert [each.strip() for each in shown] == ["1", "2", "1"]
    assert {each.get("id") for each in elements(root, "//section[@class='notes']/ol/li")} == set(targets)


@pytest.mark.parametrize("purpose", ["draft", "final"])
@pytest.mark.parametrize("format", WRITERS)
def test_nothing_is_found_in_the_finished_file(format: str, purpose: str) -> None:
    assert LINTS[format](data(format, purpose), "edition", final=purpose == "final") == []


def test_the_docx_is_valid_to_the_sdk(tmp_path: Path) -> None:
    validator = ooxml_validator()
    if validator is None:
        absent("ooxml-validator")
    assert validator is not None
    file = tmp_path / "edition.docx"
    file.write_bytes(data("docx", "draft"))
    assert sdk_errors(validator, file) == []


def test_the_odt_is_valid(shared: Path) -> None:
    assert odf.rng_errors(shared / "schemas" / "odf1.3", data("odt", "draft")) == []
