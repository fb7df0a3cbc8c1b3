"""What comes in from pandoc and is written as a section reads back as the same tree, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from assembler.document import inline, walk
from assembler.document.model import Section
from assembler.findings import Place
from assembler.formats.markdown.read import read
from assembler.formats.markdown.write import write
from assembler.formats.pandoc.read import linked
from assembler.formats.pandoc.run import parse_many
from tests.formats.pandoc.test_cases import Case, cases, imported
from tests.formats.pandoc.test_read import TEXTS, taken_in


def shape(section: Section[str]) -> Any:
    """The tree without the lines of the file; words as inlines, since a file may need more escapes than they do."""
    return without_lines(msgspec.to_builtins(walk.map_words(section, lambda _, words: repr(inline.parse(words)))))


def without_lines(value: Any) -> Any:
    match value:
        case dict():
            return {key: without_lines(each) for key, each in value.items() if key != "line"}
        case list() | tuple():
            return [without_lines(each) for each in value]
        case _:
            return value


def read_back(section: Section[str]) -> Section[str]:
    return read(write(section), id=section.id, language=section.language, path=section.path).section


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file.stem}-{case.position}")
def test_every_case_of_the_way_in_reads_back(case: Case) -> None:
    [section] = (each.section for each in linked([imported(case.text)]))
    assert shape(read_back(section)) == shape(section)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_whatever_comes_in_reads_back(text: str) -> None:
    [section] = (each.section for each in linked([imported(text + "\n\n[^1]: A note.\n")]))
    assert shape(read_back(section)) == shape(section)


def test_a_real_submission_reads_back_without_complaint(shared: Path) -> None:
    folder = shared / "real" / "iccpr-2016-en"
    if not folder.is_dir():
        pytest.skip("the real submission is absent")
    texts = [(file.read_text(encoding="utf-8"), Place(file.name)) for file in sorted(folder.glob("[0-9]*.md"))]
    sections = [each.section for each in linked(taken_in([parsed.ast for parsed in parse_many(texts)]))]
    assert len(sections) == 39
    for section in sections:
        assert shape(read_back(section)) == shape(section)
        assert read(write(section), id=section.id, language="en", path=section.path).findings == ()
