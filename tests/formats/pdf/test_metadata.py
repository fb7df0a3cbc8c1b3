"""The marks of a machine in a PDF are overwritten, and nothing moves."""

from __future__ import annotations

import pytest

from assembler.formats.pdf.metadata import without_marks

INFO = (
    b"7 0 obj\n<</Title<FEFF0041>\n/Creator<FEFF005700720069>\n/Producer (LibreOffice \\(7.4\\))\n"
    b"/CreationDate(D:20261122200847+05'00')>>\nendobj\n"
)
XMP = (
    b"<dc:title>The producer</dc:title><pdf:Producer>LibreOffice 7.4</pdf:Producer>\n"
    b"<xmp:CreatorTool>Writer</xmp:CreatorTool><xmp:CreateDate>2026-11-22T20:08:47Z</xmp:CreateDate>\n"
)
TRAILER = (
    b"trailer\n<</Size 8/ID [ <68A4CEEE6CDEC7A0C1634B7873539608>\n<68A4CEEE6CDEC7A0C1634B7873539608> ]\n"
    b"/DocChecksum /1BBADC66B8B747BBBC3CF2608B5706FB\n>>\nstartxref\n1\n%%EOF\n"
)


@pytest.mark.parametrize("mark", [b"Writer", b"LibreOffice", b"2026", b"+05", b"68A4CEEE", b"1BBADC66", b"FEFF0057"])
def test_no_mark_is_left(mark: bytes) -> None:
    assert mark in INFO + XMP + TRAILER
    assert mark not in without_marks(INFO + XMP + TRAILER)


def test_title_and_structure_stay_where_they_are() -> None:
    before = INFO + XMP + TRAILER
    after = without_marks(before)
    assert len(after) == len(before)
    for kept in (b"/Title<FEFF0041>", b"<dc:title>The producer</dc:title>", b">>\nendobj", b"startxref\n1\n"):
        assert after.index(kept) == before.index(kept)


def test_files_that_differ_in_marks_alone_become_the_same_and_others_get_other_identifiers() -> None:
    later = (INFO + XMP + TRAILER).replace(b"2026", b"2027").replace(b"68A4CEEE", b"00000001").replace(b"1BBA", b"2CCB")
    other = (INFO + XMP + TRAILER).replace(b"FEFF0041", b"FEFF0042")
    assert without_marks(later) == without_marks(INFO + XMP + TRAILER)
    assert without_marks(other)[-120:] != without_marks(INFO + XMP + TRAILER)[-120:]
