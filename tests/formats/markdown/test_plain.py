"""Paragraphs and notes of one line are read at a stroke; it must never show.

A blank at the end of a blank line keeps the quick way from seeing that the line is blank, and changes nothing else.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.formats.markdown.read import read

ROOT = Path(__file__).parents[3]
LINES = st.lists(
    st.sampled_from(
        [
            "",
            "",
            "",
            "{#a}",
            "{#b .caption}",
            "{#c}",
            "{.unnumbered}",
            "Текст одной строки.",
            "  Отступ.",
            "«Слова»[^n]",
            "2. Пункт",
            "- {#d}",
            "1. {#f}",
            "   Далее.",
            "  - {#g}",
            "  Продолжение.",
            "    Четыре.",
            "[^n]: Сноска.",
            "[^m]: {#x}",
            "[^n]:",
            "# Заголовок",
            "===",
            "---",
            "> Цитата",
            "> {#e}",
            "::: example",
            ":::",
            "| a | b |",
            "|---|---|",
            "a | b",
            "```",
            "<div>",
            "<!--",
            "-->",
        ]
    ),
    max_size=14,
).map("\n".join)


def slowly(text: str) -> str:
    """The same text with a blank on every blank line."""
    return "\n".join(line or " " for line in text.split("\n"))


def assert_same(text: str) -> None:
    quick, slow = (read(each, id="s", language="ru", path="s.md") for each in (text, slowly(text)))
    assert _shown(quick.section) == _shown(slow.section)
    assert _shown(quick.findings) == _shown(slow.findings)


def _shown(value: object) -> str:
    """All there is to compare but blanks and what findings quote: what is kept raw keeps the added blanks, too."""
    return re.sub(r"quote='[^']*'|\\n| ", "", repr(value))


@settings(max_examples=1500)
@given(LINES)
def test_any_text_is_read_the_same_either_way(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("path", sorted((ROOT / "sources").glob("*/*.md")), ids=lambda path: path.stem)
def test_the_sample_is_read_the_same_either_way(path: Path) -> None:
    assert_same(path.read_text(encoding="utf-8"))
