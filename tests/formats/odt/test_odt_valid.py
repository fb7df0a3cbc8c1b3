"""ODT files are valid: by the schemas, by the lint of references, and with everything nested in everything."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from assembler.document.model import Block, Document, NoteMark, Words
from assembler.formats.written import Purpose
from assembler.style.load import load
from tests.editions import div, document, heading, items, note, numbered, paragraph, reference, table
from tests.odf import package_errors, reference_errors, rng_errors, written
from tests.specimens import SAMPLES, specimen, torture

EDITIONS = {**{f"specimen in {code}": specimen(code) for code in SAMPLES}, "torture": torture(), "nothing": document()}
ALL = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())
PURPOSES = pytest.mark.parametrize("purpose", ["draft", "final"])

LOUD = b"""extends = "un"
[page]
header = "{title}"
width = 297
height = 210
[tables]
vertical = true
header-shading = "#DDDDDD"
[roles.heading-1]
rule-above = { weight = 1 }
rule-below = { weight = 0.5, gap = 2 }
page-break-before = true
[roles.recommendation]
shading = "#EEEEEE"
[roles.link]
underline = "double"
background = "#FFFF00"
[roles.note]
first = 0
"""


@ALL
@PURPOSES
def test_the_schemas_find_nothing(edition: Document[Words], purpose: Purpose, shared: Path) -> None:
    assert rng_errors(shared / "schemas" / "odf1.3", written(edition, purpose).data) == []


@ALL
@PURPOSES
def test_everything_that_is_named_is_there_once(edition: Document[Words], purpose: Purpose) -> None:
    data = written(edition, purpose).data
    assert reference_errors(data) == []
    assert package_errors(data) == []


@ALL
def test_the_same_input_gives_the_same_bytes(edition: Document[Words]) -> None:
    assert written(edition).data == written(edition).data


def test_a_sheet_that_uses_every_property_gives_a_valid_file(shared: Path) -> None:
    data = written(torture(), "final", load(LOUD, "loud.toml")).data
    assert rng_errors(shared / "schemas" / "odf1.3", data) == []
    assert reference_errors(data) == []


FAULTS = [
    ("text:name=\"_P_p\"", "text:nome=\"_P_p\"", rng_errors),
    ("<text:p ", "<text:p><text:p/></text:p><text:p ", rng_errors),
    ("</text:list-item>", "</text:list-item><text:p/>", rng_errors),
    ("text:style-name=\"Text_20_body\"", "text:style-name=\"Body\"", reference_errors),
    ("text:ref-name=\"_P_p\"", "text:ref-name=\"_P_q\"", reference_errors),
    ("<text:bookmark-end text:name=\"_P_p\"/>", "", reference_errors),
    ("text:continue-list=\"list1\"", "text:continue-list=\"list9\"", reference_errors),
    ("text:ref-name=\"ftn1\"", "text:ref-name=\"ftn2\"", reference_errors),
    ("<text:note-body>", "<text:note-body><text:p><text:note text:note-class=\"footnote\"><text:note-citation/>"
     "<text:note-body/></text:note></text:p>", reference_errors),
    ("<text:sequence-decl text:display-outline-level=\"0\" text:name=\"Table\"/>", "", reference_errors),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "errors"), FAULTS, ids=range(len(FAULTS)))
def test_schemas_and_lint_see_a_fault(old: str, new: str, errors: Callable[..., list[str]], shared: Path) -> None:
    marks = (NoteMark("n"), " ", NoteMark("n"), reference("p", "", "1"))
    edition = document(
        numbered(1, "a", id="p"), paragraph(*marks), numbered(2, "b"),
        table(("a",), ("b",), caption=paragraph("c"), number=1), notes=(note("n", "Note."),),
    )  # fmt: skip
    data = written(edition).data
    before = (shared / "schemas" / "odf1.3",) if errors is rng_errors else ()
    assert errors(*before, data) == []
    assert errors(*before, with_content(data, old, new)) != []


def with_content(data: bytes, old: str, new: str) -> bytes:
    """The file with the first `old` in its content replaced."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name).decode()
            if name == "content.xml":
                assert old in content
                content = content.replace(old, new, 1)
            changed.writestr(name, content)
    return buffer.getvalue()


def test_the_lint_sees_a_media_type_out_of_place_and_a_part_outside_the_manifest() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(written(document()).data)) as archive, zipfile.ZipFile(buffer, "w") as changed:
        for name in reversed(archive.namelist()):
            changed.writestr(name, archive.read(name))
        changed.writestr("more.xml", "<a/>")
    assert package_errors(buffer.getvalue()) == ["mimetype", "manifest: more.xml"]


@pytest.mark.parametrize("first", ["heading", "numbered", "items", "table", "div"])
def test_whatever_the_text_begins_with_stands_on_the_first_page_after_the_cover(first: str, shared: Path) -> None:
    blocks: dict[str, Block[Words]] = {
        "heading": heading(1, "a"),
        "numbered": numbered(1, "a"),
        "items": items(paragraph("a")),
        "table": table(("a",), ("b",)),
        "div": div("recommendation", items(paragraph("a"))),
    }
    data = written(document(blocks[first], contents=False)).data
    assert rng_errors(shared / "schemas" / "odf1.3", data) == []
    assert reference_errors(data) == []
