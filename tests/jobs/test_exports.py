"""PDF whose headings have moved is exported in another way; what is still wrong then is said."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from assembler.findings import Finding
from assembler.formats.odt.package import measured_apart, rows
from assembler.formats.odt.write import write
from assembler.jobs.exports import exported
from assembler.style.load import shipped
from tests.editions import document, heading, table
from tests.pdf_outline import pdf

EDITION = write(document(heading(1, "One"), table(("a",), ("b",))), shipped("un"), purpose="final").data
ROWS = 2
RIGHT = pdf([("One", 1, 1), ("Two", 2, 2)], ROWS)
WRONG = pdf([("One", 1, 1), ("Two", 2, 3)], ROWS)
WORSE = pdf([("One", 1, 2), ("Two", 2, 3)], ROWS)
SHORT = pdf([("One", 1, 1), ("Two", 2, 2)], ROWS - 1)

OFFICE = """#!{python}
import json, pathlib, sys, zipfile
made = json.loads(pathlib.Path({made!r}).read_text())
with open({starts!r}, "a") as starts:
    print("start", file=starts)
for edition in pathlib.Path().glob("*.odt"):
    settings = zipfile.ZipFile(edition).read("settings.xml")
    way = "apart" if b"PrinterIndependentLayout" in settings else "usual"
    if made[way]:
        edition.with_suffix(".pdf").write_text(made[way])
"""
"""What makes one PDF or another by how the lines of an edition are to be measured."""


def run(
    folder: Path, editions: Mapping[str, bytes], usual: bytes, apart: bytes
) -> tuple[dict[str, bytes], list[Finding], int]:
    """The PDFs, what is said, and how often LibreOffice was started."""
    made, starts, program = folder / "made.json", folder / "starts", folder / "soffice"
    made.write_text(json.dumps({"usual": usual.decode("ascii"), "apart": apart.decode("ascii")}), encoding="utf-8")
    program.write_text(OFFICE.format(python=sys.executable, made=str(made), starts=str(starts)), encoding="utf-8")
    program.chmod(0o755)
    pdfs, findings = exported(editions, program)
    return pdfs, list(findings), len(starts.read_text(encoding="utf-8").splitlines())


def test_what_is_right_is_exported_once(tmp_path: Path) -> None:
    assert run(tmp_path, {"a.pdf": EDITION, "b.pdf": EDITION}, RIGHT, WRONG) == (
        {"a.pdf": RIGHT, "b.pdf": RIGHT}, [], 1,
    )  # fmt: skip


def test_what_is_wrong_is_exported_in_another_way(tmp_path: Path) -> None:
    assert run(tmp_path, {"a.pdf": EDITION}, WRONG, RIGHT) == ({"a.pdf": RIGHT}, [], 2)


def test_what_stays_wrong_is_written_and_said_with_its_pages(tmp_path: Path) -> None:
    pdfs, (said,), _ = run(tmp_path, {"a.pdf": EDITION}, WRONG, WORSE)
    assert pdfs == {"a.pdf": WRONG}
    assert said.code == "contents-pages-moved"
    assert "a.pdf" in said.message()
    assert "Two: 2 (3)." in said.message()


def test_that_the_other_way_fails_takes_nothing_from_the_first(tmp_path: Path) -> None:
    pdfs, (said,), _ = run(tmp_path, {"a.pdf": EDITION}, WRONG, b"")
    assert (pdfs, said.code) == ({"a.pdf": WRONG}, "contents-pages-moved")


def test_text_that_is_left_out_is_worse_than_pages_that_are_wrong(tmp_path: Path) -> None:
    pdfs, (said,), _ = run(tmp_path, {"a.pdf": EDITION}, SHORT, WORSE)
    assert (pdfs, said.code) == ({"a.pdf": WORSE}, "contents-pages-moved")


def test_what_lacks_text_in_both_ways_is_not_written(tmp_path: Path) -> None:
    pdfs, (said,), _ = run(tmp_path, {"a.pdf": EDITION}, SHORT, SHORT)
    assert (pdfs, said.code) == ({}, "text-lost-in-pdf")


def test_the_rows_that_an_edition_has_are_those_of_its_tables() -> None:
    assert rows(EDITION) == ROWS
    assert rows(measured_apart(EDITION)) == ROWS
