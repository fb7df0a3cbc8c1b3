"""A reference to a number leads to a paragraph that bears one, or the lint says so."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from assembler.document.model import Document, Words
from assembler.formats.docx.lint.lint import lint as lint_docx
from assembler.formats.odt.lint.lint import lint as lint_odt
from tests import docx_parts, odf
from tests.editions import document, heading, items, numbered, paragraph, reference

PARTS = {"docx": "word/document.xml", "odt": "content.xml"}
WRITTEN = {"docx": docx_parts.written, "odt": odf.written}
LINTS = {"docx": lint_docx, "odt": lint_odt}


def edition() -> Document[Words]:
    return document(
        heading(1, "One"),
        numbered(1, "Target.", id="p-a"),
        items(paragraph("Item.", id="i-a"), letters=True),
        paragraph("See ", reference("p-a", "paragraph ", "1"), " and ", reference("i-a", "item ", "(a)"), "."),
        contents=False,
    )


def changed(data: bytes, part: str, pattern: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == part:
                text, count = re.subn(pattern, new, content.decode(), count=1, flags=re.DOTALL)
                assert count
                content = text.encode()
            target.writestr(entry, content)
    return out.getvalue()


@pytest.mark.parametrize("format", PARTS)
def test_nothing_is_found_where_the_targets_are_numbered(format: str) -> None:
    assert LINTS[format](WRITTEN[format](edition()).data, "edition") == []


@pytest.mark.parametrize(
    ("format", "pattern", "new"),
    [
        (
            "docx",
            '<w:pStyle w:val="NumberedParagraph"/>(<w:keepNext/>)?<w:numPr>.*?</w:numPr>',
            '<w:pStyle w:val="BodyText"/>',
        ),
        ("docx", "<w:numPr>.*?</w:numPr>", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
        ("odt", "<text:list [^>]*><text:list-item>(.*?)</text:list-item></text:list>", r"\1"),
        ("odt", "<text:list-item>(.*?)</text:list-item>", r"<text:list-header>\1</text:list-header>"),
    ],
)
def test_a_target_that_lost_its_number_is_found(format: str, pattern: str, new: str) -> None:
    damaged = changed(WRITTEN[format](edition()).data, PARTS[format], pattern, new)
    assert [each.code for each in LINTS[format](damaged, "edition")] == ["number-of-unnumbered"]


def test_a_number_that_the_style_gives_counts() -> None:
    styled = changed(docx_parts.written(edition()).data, PARTS["docx"], "<w:numPr>.*?</w:numPr>", "")
    assert lint_docx(styled, "edition") == []
