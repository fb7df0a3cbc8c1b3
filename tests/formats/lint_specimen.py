"""A small edition with one of everything that a finished file can have wrong, and ways to break one part of a file."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from assembler.document.model import NoteMark
from tests.editions import document, heading, items, note, numbered, paragraph, reference, table, words

GOOD = document(
    heading(1, "First", id="head"),
    numbered(1, "One ", NoteMark("n"), id="p"),
    paragraph("See ", reference("p", "paragraph ", "1"), " and ", reference("t", "", "1", automatic=False),
        NoteMark("n")),
    heading(2, "Second"),
    numbered(2, "Two"),
    items(paragraph("Item")),
    table(("Head", "Year"), ("Cell", words("Wort", language="de")), caption=paragraph("Cap"), number=1, id="t"),
    paragraph("End"),
    notes=(note("n", "Note."),),
)  # fmt: skip


def broken(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with the first place in a part that matches `old` replaced; with no `old` the part itself is."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w") as changed:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename == part:
                text, count = re.subn(old, new, content.decode(), count=1, flags=re.DOTALL) if old else (new, 1)
                assert count == 1, f"{old} does not stand in {part}"
                content = text.encode()
            changed.writestr(entry, content)
        if part not in archive.namelist():
            changed.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), new)
    return buffer.getvalue()


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    """The file with one part more."""
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def without(data: bytes, part: str) -> bytes:
    """The file without a part."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w") as changed:
        for entry in archive.infolist():
            if entry.filename != part:
                changed.writestr(entry, archive.read(entry))
    return buffer.getvalue()
