"""IDs are inserted: every byte stays, the tree stays, and what could not get an ID is reported."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from assembler.document import units, walk
from assembler.document.model import Section
from assembler.formats.markdown.gaps import Form, Gap
from assembler.formats.markdown.identify import Identified, identify, is_same_but_for_new_ids
from assembler.formats.markdown.read import Reading, read
from tests.conftest import ROOT
from tests.formats.markdown.oracle import pandoc_reads, we_read
from tests.formats.markdown.test_oracle import made

FILE = Path(__file__).parent / "cases" / "identify" / "identify.txt"
PARTING = "\n" + "=" * 80 + "\n"
SOURCES = sorted((ROOT / "sources").glob("*/*.md"))


def reading(text: str) -> Reading:
    return read(text, id="07-case", language="en", path="sources/en/07-case.md")


def identified(text: str, prefix: str = "new") -> Identified:
    numbers = count(1)
    return identify(text, reading(text), lambda: f"{prefix}-{next(numbers)}")


# --- cases ---------------------------------------------------------------------------------------------------------


class Case(Struct, frozen=True):
    position: int
    prose: str
    text: str
    output: str
    findings: str


def cases() -> Iterator[Case]:
    for position, case in enumerate(FILE.read_text(encoding="utf-8").split(PARTING)):
        prose, text, output, findings = re.split(r"^-- (?:input|output|findings)\n", case, flags=re.MULTILINE)
        yield Case(position, prose, text, output, findings.strip("\n"))


CASES = pytest.mark.parametrize("case", list(cases()), ids=lambda case: str(case.position))


@CASES
def test_ids_are_given_as_the_case_shows(case: Case, update_golden: bool) -> None:
    done = identified(case.text)
    findings = "\n".join(f"{each.place.line}: {each.code}: {each.message()}" for each in done.findings)
    if update_golden:
        whole = FILE.read_text(encoding="utf-8").split(PARTING)
        whole[case.position] = f"{case.prose}-- input\n{case.text}-- output\n{done.text}-- findings\n{findings}\n"
        FILE.write_text(PARTING.join(whole), encoding="utf-8")
    else:
        assert done.text == case.output
        assert findings == case.findings


@CASES
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_line_endings_and_byte_order_mark_are_the_files_own(case: Case, ending: str) -> None:
    for mark in ("", "\ufeff"):
        text = mark + case.text.replace("\n", ending)
        assert identified(text).text == mark + case.output.replace("\n", ending)
        without_end = text.removesuffix(ending)
        assert identified(without_end).text == (mark + case.output.replace("\n", ending)).removesuffix(ending)


def test_pandoc_reads_every_case_as_we_do() -> None:
    texts = [case.output for case in cases()]
    for text, theirs in zip(texts, pandoc_reads(texts), strict=True):
        assert we_read(reading(text).section) == theirs, text


# --- laws ----------------------------------------------------------------------------------------------------------


def is_made_by_insertion(new: str, old: str) -> bool:
    """Whether every character of `old` stands in `new`, in this order."""
    rest = iter(new)
    return all(character in rest for character in old)


def keeps_the_laws(text: str) -> None:
    before, done = reading(text), identified(text)
    after = reading(done.text)
    assert is_made_by_insertion(done.text, text)
    assert is_same_but_for_new_ids(before.section, after.section)
    assert len(after.gaps) == len(done.findings)
    assert identified(done.text, "again").text == done.text
    assert {finding.code for finding in done.findings} <= {"cell-not-named"}


LINES = st.lists(
    st.tuples(
        st.lists(
            st.sampled_from(["> ", ">", "- ", "*   ", "1. ", "  ", "    ", "\t", "[^m]: "]), max_size=3
        ).map("".join),
        st.sampled_from(
            ["", "text", "# H", "===", "---", "text  ", "{.unnumbered}", "{#a}", "{.caption}", "::: example", ":::",
             "::: {.only lang=en}", "| a | b |", "|---|---|", "|  | c |", "| a] | `b |", "[^n]: note", "[a]: b",
             "<!-- r -->", "```", "<div>", "> q", "- i", "\\", "1) x[^n]"]
        ),
    ).map("".join),
    max_size=10,
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]), st.booleans())
def test_lines_of_every_kind_keep_the_laws(lines: list[str], ending: str, mark: str, ended: bool) -> None:
    keeps_the_laws(mark + ending.join(lines) + (ending if ended else ""))


@settings(max_examples=500, deadline=None)
@given(st.text("\n\n\n  \t>-+*#=_`~:|[]^(){}.!<&\\$%1a2Ж\r\ufeff\0\u00a0\u2028", max_size=60))
def test_any_text_keeps_the_laws(text: str) -> None:
    keeps_the_laws(text)


def agreeing(texts: list[str]) -> int:
    """How many of the texts both parsers read alike; with their new IDs they read all of these alike too."""
    after = [identified(text).text for text in texts]
    theirs = pandoc_reads(texts + after)
    alike = 0
    for old, new, old_theirs, new_theirs in zip(texts, after, theirs, theirs[len(texts) :], strict=False):
        if old_theirs == we_read(reading(old).section):
            assert we_read(reading(new).section) == new_theirs, new
            alike += 1
    return alike


def test_where_both_parsers_agreed_they_agree_on_the_ids_too() -> None:
    chance = random.Random(2018)
    assert agreeing([made(chance) for _ in range(250)]) > 150


# --- real sections -------------------------------------------------------------------------------------------------


def without_ids(text: str) -> str:
    """The text as an author writes it before IDs are given; labels of notes stay."""
    text = re.sub(r"\[([^\[\]]*)\]\{#[rc]\d+\}", r"\1", text)
    text = re.sub(r"^((?:[ \t]|-|\d+\.)*)\{#[\w-]+\}\n[ \t]*", r"\1", text, flags=re.MULTILINE)
    return re.sub(r"^((?:[ \t]|-|\d+\.)*\{)#[\w-]+ +", r"\1", text, flags=re.MULTILINE)


def shape(value: Any) -> Any:
    """A tree without IDs and lines."""
    if isinstance(value, tuple):
        return tuple(map(shape, value))
    if not isinstance(value, Struct):
        return value
    fields = (name for name in value.__struct_fields__ if name not in ("id", "line"))
    return (type(value).__name__, *(shape(getattr(value, name)) for name in fields))


def leaves_without_id(section: Section[str]) -> list[walk.Leaf]:
    return [leaf for leaf in walk.leaves(section) if leaf.id is None and units.is_unit(leaf)]


@pytest.mark.skipif(not SOURCES, reason="there is no sample submission yet")
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_section_of_the_sample_that_lost_its_ids_gets_new_ones(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    stripped = without_ids(text)
    assert leaves_without_id(reading(stripped).section)
    done = identified(stripped)
    assert done.findings == ()
    assert leaves_without_id(reading(done.text).section) == []
    assert shape(reading(done.text).section) == shape(reading(text).section)
    assert reading(done.text).gaps == ()
    assert agreeing([stripped]) == 1


def test_sections_of_a_real_submission_get_ids(shared: Path) -> None:
    files = sorted((shared / "real" / "iccpr-2016-en").glob("[0-9]*.md"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert len(texts) == 39
    for text in texts:
        keeps_the_laws(text)
        assert leaves_without_id(reading(identified(text).text).section) == []
    assert agreeing([re.sub(r"^(#+ .*?) \{#[\w-]+\}$", r"\1", text, flags=re.MULTILINE) for text in texts]) > 30


def test_general_comments_of_treaty_bodies_get_ids(shared: Path) -> None:
    files = sorted((shared / "data" / "english-un" / "general-comments").glob("*.json"))
    assert files
    for file in files:
        text = "\n\n".join(part["Text"] for part in json.loads(file.read_text(encoding="utf-8")))
        keeps_the_laws(text)
        assert leaves_without_id(reading(identified(text).text).section) == []


# --- what could do harm --------------------------------------------------------------------------------------------


def test_an_insertion_that_would_change_the_text_is_left_out_and_reported() -> None:
    text = "first\nline\n\nsecond\n\nthird\n"
    honest = reading(text)
    inside = Gap(Form.LINE, 2, 0)
    done = identify(text, replace(honest, gaps=(inside, *honest.gaps)), iter(["x", "a", "b", "c"]).__next__)
    assert done.text == "{#a}\nfirst\nline\n\n{#b}\nsecond\n\n{#c}\nthird\n"
    assert [(finding.code, finding.place.line) for finding in done.findings] == [("id-not-inserted", 2)]


def test_every_place_gets_an_id_of_its_own() -> None:
    done = identified("\n\n".join(f"- item {number}" for number in range(200)))
    given_ids = list(walk.every_id(reading(done.text).section))
    assert len(given_ids) == len(set(given_ids)) == 200
