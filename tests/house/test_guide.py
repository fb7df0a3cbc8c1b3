"""What the guides for authors say of the data is what the data says, and their examples are read without complaint."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from assembler.document import integrity
from assembler.formats.markdown.read import read
from assembler.language.load import reference_kinds
from tools import forms

GUIDES = {name: (Path(__file__).parents[2] / "docs" / name).read_text(encoding="utf-8") for name in forms.HEADS}
EXAMPLES = {
    name: [textwrap.dedent(each) for each in re.findall(r"(?:^(?:    .*)?\n)+", guide, re.MULTILINE) if each.strip()]
    for name, guide in GUIDES.items()
}
EACH = pytest.mark.parametrize("name", GUIDES)


@EACH
def test_the_tables_of_forms_are_those_of_the_data(name: str) -> None:
    assert forms.tables(name) in GUIDES[name]


@EACH
def test_every_kind_of_reference_is_named(name: str) -> None:
    assert all(f"`{kind}`" in GUIDES[name] for kind in reference_kinds())


@pytest.mark.parametrize(
    ("name", "number"), [(name, number) for name, examples in EXAMPLES.items() for number in range(len(examples))]
)
def test_an_example_has_no_error(name: str, number: int) -> None:
    findings = read(EXAMPLES[name][number], id="07", language="en", path="07.md").findings
    assert [each.code for each in findings if each.severity.value == "error"] == []


@EACH
def test_references_in_the_guide_lead_to_paragraphs_of_its_examples(name: str) -> None:
    links = "{#guide}\n" + " ".join(re.findall(r"\[\]\(#[^`]*", GUIDES[name])) + "\n"
    texts = [*EXAMPLES[name], links]
    sections = [read(text, id=str(n), language="en", path="").section for n, text in enumerate(texts)]
    assert [each.values for each in integrity.check(sections) if each.code == "reference-to-nothing"] == []
