"""Cases as files: prose, a section as written, the tree it becomes, and what is said about it.

A file holds cases that are parted by lines of `=`. Every case is read by pandoc too, and both readings agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from assembler.formats.markdown.read import Reading, read
from tests.formats.markdown.oracle import pandoc_reads, we_read
from tests.formats.markdown.outline import outline

FOLDER = Path(__file__).parent / "cases"
PARTING = "\n" + "=" * 80 + "\n"


class Case(Struct, frozen=True):
    file: Path
    position: int
    prose: str
    text: str
    tree: str
    findings: str


def cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.txt")):
        for position, case in enumerate(file.read_text(encoding="utf-8").split(PARTING)):
            prose, text, tree, findings = re.split(r"^-- (?:input|tree|findings)\n", case, flags=re.MULTILINE)
            yield Case(file, position, prose, text, tree.strip("\n"), findings.strip("\n"))


def reading(text: str) -> Reading:
    return read(text, id="07-case", language="ru", path="sources/ru/07-case.md")


CASES = pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file.stem}-{case.position}")


@CASES
def test_a_section_becomes_the_tree_that_its_case_shows(case: Case, update_golden: bool) -> None:
    done = reading(case.text)
    tree = "\n".join(outline(done.section))
    findings = "\n".join(f"{each.place.line}: {each.code}: {each.message()}" for each in done.findings)
    if update_golden:
        rewrite(case, tree, findings)
    else:
        assert tree == case.tree
        assert findings == case.findings


def rewrite(case: Case, tree: str, findings: str) -> None:
    whole = case.file.read_text(encoding="utf-8").split(PARTING)
    whole[case.position] = f"{case.prose}-- input\n{case.text}-- tree\n{tree}\n\n-- findings\n{findings}\n"
    case.file.write_text(PARTING.join(whole), encoding="utf-8")


def test_pandoc_reads_every_case_as_we_do() -> None:
    texts = [case.text for case in cases()]
    for text, theirs in zip(texts, pandoc_reads(texts), strict=True):
        assert we_read(reading(text).section) == theirs, text


@CASES
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_byte_order_mark_and_line_endings_do_not_matter(case: Case, ending: str) -> None:
    elsewhere = "\ufeff" + case.text.replace("\n", ending)
    assert reading(elsewhere) == reading(case.text)


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "<!-- remark -->\n", "\n\n \t\n"])
def test_an_empty_section_is_a_finding(text: str) -> None:
    done = reading(text)
    assert [finding.code for finding in done.findings] == ["empty-section"]
    assert done.section.blocks == ()


def test_the_place_of_a_finding_names_file_line_section_and_language() -> None:
    [finding] = reading("{#a .strange}\nText\n").findings
    assert str(finding.place) == "sources/ru/07-case.md:2 [a]"
    assert (finding.place.section, finding.place.language) == ("07-case", "ru")
