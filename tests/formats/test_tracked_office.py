"""LibreOffice as judge of tracked changes: all accepted it has the later version, all rejected the earlier one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from assembler.document.model import Author, CoverField, Document, Emphasis, Link, NoteMark, Text, Words
from assembler.edition.tracked import tracked
from tests import docx_parts, odf
from tests.editions import div, document, heading, items, note, numbered, paragraph, quote, table, words
from tests.revising import Answer, paragraphs, settled
from tests.tools import converted

LATER = document(
    heading(1, "What article 7 asks", id="h1"),
    paragraph("A paragraph that was put in at the beginning.", id="p0"),
    numbered(1, "In 2013 nine complaints were ", Emphasis((Text("received"),)), "; see", NoteMark("n1"), ".", id="p1"),
    numbered(2, "It stood below.", id="p4"),
    numbered(3, "Nothing changed here; a court may not:", id="p3"),
    items(
        paragraph("ask for documents;", id="i1"),
        paragraph("summon an expert;", id="i4"),
        (paragraph("dismiss a person", id="i3"), items(paragraph("now;", id="j2"), ordered=False)),
        letters=True,
    ),
    numbered(4, "Put in, with a note", NoteMark("n3"), id="p6"),
    div("recommendation", paragraph("The State should act at once.", id="r1"), id="d1"),
    table(("Year", "Number"), ("2012", "7"), ("2014", "11"), ("2015", "12"), id="t1"),
    paragraph("After the table.", id="p8"),
    quote(paragraph("I was told that it was forwarded.", id="q1")),
    paragraph("The last, put in.", id="p9"),
    notes=(note("n1", "Report, pp. 12–15."), note("n3", "A new note.")),
    contents=False,
)  # fmt: skip

EARLIER = document(
    paragraph("The first, taken out.", id="p00"),
    heading(1, "What article 6 asks", id="h1"),
    numbered(1, "In 2013 seven complaints were received; see", NoteMark("n1"), NoteMark("n2"), ".", id="p1"),
    numbered(2, "Taken out, of the middle, with a ", Link("https://example.org/", words("link").content), ".", id="p2"),
    numbered(3, "Nothing changed here; a court may not:", id="p3"),
    items(
        paragraph("ask for documents;", id="i1"),
        paragraph("order an opinion;", id="i2"),
        (
            paragraph("dismiss a person", id="i3"),
            items(paragraph("at once;", id="j1"), paragraph("now;", id="j2"), ordered=False),
        ),
        letters=True,
    ),
    numbered(4, "It stood below.", id="p4"),
    div("recommendation", paragraph("The State should act.", id="r1"), paragraph("And more.", id="r2"), id="d1"),
    table(("Year", "Number"), ("2012", "7"), ("2013", "9"), ("2014", "10"), id="t1"),
    paragraph("Taken out after the table.", id="p7"),
    paragraph("After the table.", id="p8"),
    quote(paragraph("I was told that it had been forwarded.", id="q1")),
    notes=(note("n1", "Report, pp. 12–14."), note("n2", "Taken out with its mark.")),
    contents=False,
)  # fmt: skip

COVERS = {
    "before": (CoverField("cover.a", words("Committee")), CoverField("cover.b", words("Geneva, 2016"))),
    "after": (CoverField("cover.a", words("The Committee")),),
}
BEFORE, AFTER = replace(EARLIER, cover=COVERS["before"]), replace(LATER, cover=COVERS["after"])
WRITERS = {"docx": docx_parts.written, "odt": odf.written}


@cache
def both() -> Document[Words]:
    return replace(tracked(BEFORE, AFTER), author=Author("assembler", "2026-11-22"))


COUNTED = re.compile(r"^(\d+\.|\(?[a-z]\)|[–—•-])\s*|(?<=[a-z.,])\d+(,\d+)?")
"""Numbers of paragraphs, markers of items and marks of notes: each format counts them in its own way while changes
stand."""


def text(file: Path) -> list[str]:
    """Paragraphs without what is counted."""
    said = (COUNTED.sub("", line) for line in paragraphs(file.read_text(encoding="utf-8")))
    return [line for line in said if line]


@pytest.mark.parametrize("format", ["docx", "odt"])
@pytest.mark.parametrize(("answer", "version"), [("Accept", AFTER), ("Reject", BEFORE)], ids=["accept", "reject"])
def test_libreoffice_finds_the_version_again(
    answer: Answer, version: Document[Words], format: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    file, plain = tmp_path / f"both.{format}", tmp_path / f"version.{format}"
    file.write_bytes(WRITERS[format](both()).data)
    plain.write_bytes(WRITERS[format](version).data)
    found = settled(tool("soffice"), file, answer, "txt", tmp_path)
    assert text(found) == text(_plain(tool("soffice"), plain, tmp_path))


def _plain(soffice: str, file: Path, folder: Path) -> Path:
    """The text of a document without changes; to accept none does nothing."""
    return settled(soffice, file, "Accept", "txt", folder)


@pytest.mark.parametrize("answer", ["Accept", "Reject"])
def test_changes_survive_the_way_into_the_other_format(
    answer: Answer, tool: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "both.docx"
    file.write_bytes(docx_parts.written(both()).data)
    there = converted(tool("soffice"), file, "odt", tmp_path)
    direct = settled(tool("soffice"), file, answer, "txt", tmp_path)
    expected = text(direct)
    through = settled(tool("soffice"), there.rename(tmp_path / "there.odt"), answer, "txt", tmp_path)
    rows = {"2013", "9"} if answer == "Accept" else {"2015", "12"}
    assert [line for line in text(through) if line not in rows] == [line for line in expected if line not in rows]
