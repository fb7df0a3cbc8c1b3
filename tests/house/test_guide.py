"""What the guide says of the data is what the data says, and its examples are read without complaint."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from assembler.document import integrity
from assembler.formats.markdown.read import read
from assembler.language.load import reference_kinds
from tools import forms

GUIDE = (Path(__file__).parents[2] / "docs" / "writing.md").read_text(encoding="utf-8")
EXAMPLES = [textwrap.dedent(each) for each in re.findall(r"(?:^(?:    .*)?\n)+", GUIDE, re.MULTILINE) if each.strip()]


def test_the_tables_of_forms_are_those_of_the_data() -> None:
    assert forms.tables() in GUIDE


def test_every_kind_of_reference_is_named() -> None:
    assert all(f"`{kind}`" in GUIDE for kind in reference_kinds())


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_has_no_error(example: str) -> None:
    findings = read(example, id="07", language="en", path="07.md").findings
    assert [each.code for each in findings if each.severity.value == "error"] == []


def test_references_in_the_guide_lead_to_paragraphs_of_its_examples() -> None:
    links = "{#guide}\n" + " ".join(re.findall(r"\[\]\(#[^`]*", GUIDE)) + "\n"
    sections = [read(text, id=str(n), language="en", path="").section for n, text in enumerate([*EXAMPLES, links])]
    assert [each.values for each in integrity.check(sections) if each.code == "reference-to-nothing"] == []
