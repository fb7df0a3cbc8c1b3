"""Nothing that stands in a file makes the reader fail, and its cost does not explode."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.document import walk
from assembler.document.units import extract
from assembler.formats.markdown.read import Reading, read
from assembler.formats.markdown.write import write
from tests.conftest import ROOT

SIGNS = st.text("\n\n\n  \t>-+*#=_`~:|[]^(){}.!<&\\$%1a2Ж\r\ufeff\0\u00a0\u2028", max_size=60)


def reading(text: str) -> Reading:
    return read(text, id="07", language="ru", path="sources/ru/07.md")


def used(done: Reading) -> None:
    """What every other part does with a section."""
    extract(done.section)
    write(done.section)
    for finding in done.findings:
        finding.message()
        finding.hint()


@settings(max_examples=1000)
@given(SIGNS | st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    used(reading(text))


@given(SIGNS | st.text(max_size=60))
def test_every_line_number_lies_in_the_file(text: str) -> None:
    done = reading(text)
    last = max(1, text.count("\n") + text.count("\r") + 1)
    lines = [block.line for block in walk.every_block(done.section.blocks)]
    lines += [note.line for note in done.section.notes]
    lines += [finding.place.line for finding in done.findings if finding.place.line is not None]
    assert all(1 <= line <= last for line in lines)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_sections_are_read(seed: int) -> None:
    chance = random.Random(seed)
    files = sorted((ROOT / "sources").glob("*/*.md")) or sorted((Path(__file__).parent / "cases").glob("*.txt"))
    lines = chance.choice(files).read_text(encoding="utf-8").split("\n")
    for _ in range(20):
        at = chance.randrange(len(lines))
        line = lines[at]
        cut = chance.randint(0, len(line))
        lines[at] = chance.choice(
            [line[:cut], line[cut:], "", "  " + line, "> " + line, line + line, ":::", "{#x}", "|" + line]
        )
    used(reading("\n".join(lines)))


@pytest.mark.parametrize(
    "piece", ["> ", "- ", "1. ", "::: a\n", "> - ", "[^a]: ", "- > ", "{#a}\n", "[", "![", "*a ", "<", "`"]
)
def test_deep_nesting_is_read(piece: str) -> None:
    used(reading(piece * 600 + "x\n"))


def test_text_that_is_nested_too_deeply_is_kept() -> None:
    done = reading("> " * 500 + "kept\n")
    assert "kept" in write(done.section)
    assert [finding.code for finding in done.findings] == ["unsupported-block"]


def calls(text: str) -> int:
    """How many Python functions are called to read a text: a measure of cost that does not depend on the machine."""
    count = 0

    def profile(frame: object, event: str, argument: object) -> None:  # noqa: ARG001 - the interpreter's signature
        nonlocal count
        count += event == "call"

    sys.setprofile(profile)
    try:
        reading(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "{#a}\nParagraph with *emphasis* and [a span]{.date}[^n].\n\n",
        "- {#a}\n  item\n- {#b}\n  item\n\n  > quoted\n\n",
        "{#t}\n| [a]{#c1} | 1 |\n|---|---|\n| [b]{#r1} | 2 |\n\n",
        "[^n]: Note.\n\n    Second paragraph.\n\n",
        "::: example\n{#a}\nText\n:::\n\n",
        "::: example\n{#a}\nText, and the div is never closed\n\n",
        "> quoted\n> - list\n>   > deeper\n\n",
        "Words of one long paragraph\nover many lines  \n",
    ],
)
def test_cost_grows_with_the_text_and_no_faster(piece: str) -> None:
    reading(piece)
    assert calls(piece * 500) < 12 * calls(piece * 50)
