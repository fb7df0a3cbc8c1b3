"""Places on machines are told from addresses that anybody may follow, and from plain words."""

from __future__ import annotations

import pytest

from assembler.formats.finished.traces import PROGRAM, names_place

PLACES = [
    "file:///home/ann/report.docx", "C:\\Users\\ann\\photo.jpg", "d:/photos/a.png", "\\\\server\\share\\a.docx",
    "/home/ann/a.png", "/Users/ann/Desktop/a.png", "~/report.docx", "INCLUDEPICTURE \"E:\\a.png\"",
]  # fmt: skip
OTHERS = [
    "https://example.org/home/ann", "http://example.org/tmp/a.pdf", "mailto:a@example.org", "word/media/image1.png",
    "https://example.org/~ann/", "Profile: a", "A/B", "пункт 7: а/б", "1:/2", "/word/document.xml", "и/или",
    "https://example.org/a?b=/home/", "urn:schemas:office:word",
]  # fmt: skip


@pytest.mark.parametrize("value", PLACES)
def test_places_on_machines_are_seen(value: str) -> None:
    assert names_place(value)


@pytest.mark.parametrize("value", OTHERS)
def test_other_values_are_left_alone(value: str) -> None:
    assert not names_place(value)


def test_a_program_may_be_named_with_its_version_and_no_more() -> None:
    assert PROGRAM.fullmatch("Microsoft Office Word")
    assert PROGRAM.fullmatch("LibreOffice/24.2")
    assert not PROGRAM.fullmatch("LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2")
