"""pandoc and we read the same: the sample's sources, long real texts, and texts made of the dialect's pieces."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from assembler.formats.markdown.read import Reading, read
from assembler.formats.markdown.write import write
from tests.conftest import ROOT
from tests.formats.markdown.oracle import pandoc_reads, we_read

SWALLOWED = frozenset(
    {
        "attribute-line-before-note", "attribute-line-before-nothing", "attribute-line-in-paragraph", "duplicate-note",
        "heading-attributes", "inner-fence", "misplaced-attributes", "note-in-note", "two-ids", "unclosed-div",
    }
)  # fmt: skip
"""Findings that say that the two parsers differ; DESIGN lists them."""


def reading(text: str) -> Reading:
    return read(text, id="07-case", language="en", path="sources/en/07-case.md")


def compare(texts: list[str]) -> int:
    """Both readings of each text are the same; how many were compared."""
    compared = 0
    for text, theirs in zip(texts, pandoc_reads(texts), strict=True):
        done = reading(text)
        if theirs is None or SWALLOWED.intersection(finding.code for finding in done.findings):
            continue
        assert we_read(done.section) == theirs, text
        compared += 1
    return compared


SOURCES = sorted((ROOT / "sources").glob("*/*.md"))


@pytest.mark.skipif(not SOURCES, reason="there is no sample submission yet")
def test_the_samples_sources() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    assert compare(texts) == len(SOURCES)


def test_general_comments_of_treaty_bodies(shared: Path) -> None:
    """Real texts of many pages, as paragraphs; what one parser takes for something else must be so for both."""
    files = sorted((shared / "data" / "english-un" / "general-comments").glob("*.json"))
    texts = ["\n\n".join(part["Text"] for part in json.loads(file.read_text(encoding="utf-8"))) for file in files]
    assert texts
    assert compare([text.replace("\r", "") for text in texts]) == len(texts)


def test_a_real_submission(shared: Path) -> None:
    """The sections of a real submission in pandoc's Markdown, as far as both parsers read them as CommonMark."""
    files = sorted((shared / "real" / "iccpr-2016-en").glob("[0-9]*.md"))
    assert files
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert compare([re.sub(r"^(#+ .*?) \{#([\w-]+)\}$", r"{#\2}\n\1", text, flags=re.MULTILINE) for text in texts]) > 30


PIECES = (
    "text", "more *em* x", "see[^n1] and[^n2]", "[s]{.date} [](#z){form=gen}", "hard  ", "back\\", "[l](u) `c`",
    "\\| x", "# H", "## T", "===", "---", "- item", "1. one", "2. two", "10. ten", "1) p", "> q", "::: a",
    "::: {.b #d}", ":::", "{#p1}", "{.x}", "{#q2 .y k=v}", "| a | b |", "|---|:-:|", "| 1 | 2 |", "| [x]{#r1} | y |",
    "a|b", "[^n1]: note", "[^n2]:", "```", "~~~", "<div>", "<!-- c -->", "* * *",
)  # fmt: skip
AROUND = ("", "", "", "", "", "  ", "> ", "- ", "1. ", "   ", "> > ")


def made(chance: random.Random) -> str:
    """A few lines of pieces, some of them blank, some in containers. None is indented by four beside a paragraph:
    there markdown-it ends a quotation or list in which CommonMark lets the paragraph go on."""
    lines: list[str] = []
    for _ in range(chance.randint(2, 9)):
        blank = chance.random() < 0.4
        lines.append("" if blank else chance.choice(AROUND) + chance.choice(PIECES))
    return "\n".join(lines) + "\n"


def test_texts_made_of_pieces() -> None:
    chance = random.Random(2016)
    assert compare([made(chance) for _ in range(300)]) > 150


def test_what_we_write_pandoc_reads_as_we_do() -> None:
    chance = random.Random(2017)
    assert compare([write(reading(made(chance)).section) for _ in range(200)]) > 100
