"""Entries of the contents that end before their indent: their page stands at the margin all the same, behind dots."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from assembler.formats.docx import write as docx
from assembler.formats.odt import write as odt
from assembler.style.entries import unhung
from assembler.style.load import shipped
from tests.editions import document, heading, paragraph
from tests.tools import converted

HEADINGS = ("A", "On", "Anna", "Annex", "An annex of forms")


@pytest.mark.parametrize("sheet", ["un", "report"])
def test_only_what_ends_before_its_indent_stands_without_a_hang(sheet: str) -> None:
    found = {text: unhung(shipped(sheet), 1, text) for text in ("A", "An annex of forms")}
    hanging = shipped(sheet).roles.contents_1
    assert found["An annex of forms"] is None
    short = found["A"]
    assert short is not None
    assert short.first == 0
    assert short.left == (hanging.left or 0) + (hanging.first or 0)


@pytest.mark.parametrize("sheet", ["un", "report"])
@pytest.mark.parametrize("format", ["docx", "odt"])
def test_short_entries_have_their_dots(format: str, sheet: str, tool: Callable[[str], str], tmp_path: Path) -> None:
    blocks = (block for text in HEADINGS for level in (1, 2, 3) for block in (heading(level, text), paragraph("Text.")))
    edition = replace(document(*blocks), contents=True)
    file = tmp_path / f"edition.{format}"
    if format == "odt":
        file.write_bytes(odt.write(edition, shipped(sheet), purpose="final").data)
    else:
        pages = {f"_Toc{number}": 3 for number in range(1, 16)}
        file.write_bytes(docx.write(edition, shipped(sheet), purpose="final", pages=pages).data)
    pdf = converted(tool("soffice"), file, "pdf", tmp_path)
    shown = subprocess.run([tool("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    for text in HEADINGS:
        assert len(re.findall(rf"^ *{text} ?\.{{20,}} ?\d+$", shown.stdout, re.MULTILINE)) == 3, text
