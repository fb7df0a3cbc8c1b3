"""ODT files are valid: by the schemas, by the lint of references, and with everything nested in everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.document.model import Block, Document, Words
from assembler.formats.written import Purpose
from assembler.style.load import load
from tests.editions import div, document, heading, items, numbered, paragraph, table
from tests.formats.lint_specimen import broken
from tests.odf import lint_errors, rng_errors, written
from tests.specimens import SAMPLES, specimen, torture, wide

EDITIONS = {
    **{f"specimen in {code}": specimen(code) for code in SAMPLES},
    "torture": torture(),
    "wide": wide(),
    "nothing": document(),
}
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
    assert lint_errors(data) == []


@ALL
def test_the_same_input_gives_the_same_bytes(edition: Document[Words]) -> None:
    assert written(edition).data == written(edition).data


def test_a_sheet_that_uses_every_property_gives_a_valid_file(shared: Path) -> None:
    data = written(torture(), "final", load(LOUD, "loud.toml")).data
    assert rng_errors(shared / "schemas" / "odf1.3", data) == []
    assert lint_errors(data) == []


FAULTS = {
    "unknown attribute": ('text:name="_P_p"', 'text:nome="_P_p"'),
    "paragraph in a paragraph": ("<text:p ", "<text:p><text:p/></text:p><text:p "),
    "paragraph between items": ("</text:list-item>", "</text:list-item><text:p/>"),
}


@pytest.mark.parametrize(("old", "new"), FAULTS.values(), ids=FAULTS.keys())
def test_the_schemas_see_a_fault(old: str, new: str, shared: Path) -> None:
    data = written(document(numbered(1, "a", id="p"))).data
    assert rng_errors(shared / "schemas" / "odf1.3", data) == []
    assert rng_errors(shared / "schemas" / "odf1.3", broken(data, "content.xml", old, new)) != []


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
    assert lint_errors(data) == []
