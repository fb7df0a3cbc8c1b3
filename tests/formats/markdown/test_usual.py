"""The usual shapes are read without the library's rules; it must never show.

A tab keeps a text from the quick way, and on a line that is blank otherwise it changes nothing else.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assembler.formats.markdown import pictures
from assembler.formats.markdown.pictures import picture_alone
from assembler.formats.markdown.read import read
from assembler.formats.markdown.usual import usual_blocks

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
            "- Пункт",
            "* Пункт",
            "1. Один",
            "1) Один",
            "10. Десять",
            "   - Внутри",
            "   {#i}",
            "   Второй абзац.",
            "- > Цитата",
            ">",
            "> - Пункт",
            "> ::: example",
            "> :::",
            "    [^k]: Сноска",
            "    ::: example",
            ":::: {.only lang=en}",
            "::::",
            "[x]: /u",
            "[x](/u) и далее",
            "**Жирно** и *косо*",
            "Перенос\\",
            "Перенос  ",
            "1\\. Не пункт",
            "- - a",
            "* * *",
            "+7 727",
            "2013 год",
            "| c |",
            "## H #",
            "&nbsp;",
            "![Дворец](data/a.png){#p width=50%}",
            "![](a.png)",
            "![a *b*](<x y.png> 'T')",
            "![x](a.png){.wide",
        ]
    ),
    max_size=14,
).map("\n".join)


def slowly(text: str) -> str:
    """The same text with a tab on every blank line, and on one more behind it all."""
    return "\n".join(line or "\t" for line in f"{text}\n".split("\n"))


def assert_same(text: str) -> None:
    quick, slow = (read(each, id="s", language="ru", path="s.md") for each in (text, slowly(text)))
    assert _shown(quick.section) == _shown(slow.section)
    assert _shown(quick.findings) == _shown(slow.findings)
    assert quick.gaps == slow.gaps


def _shown(value: object) -> str:
    """All there is to compare but blanks and what findings quote: what is kept raw keeps the added blanks, too."""
    return re.sub(r"""quote=(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\\n|\\t| """, "", repr(value))


@settings(max_examples=1500)
@given(LINES)
@example("```\n\n{#b .caption}\n{#b .caption}\n![a *b*](<x y.png> 'T')")
def test_any_text_is_read_the_same_either_way(text: str) -> None:
    assert_same(text)


def test_the_sample_needs_no_rules() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "sources").glob("*/*.md")}
    assert [name for name, text in texts.items() if usual_blocks(text) is None] == []


@pytest.mark.parametrize("path", sorted((ROOT / "sources").glob("*/*.md")), ids=lambda path: path.stem)
def test_the_sample_is_read_the_same_either_way(path: Path) -> None:
    assert_same(path.read_text(encoding="utf-8"))


@given(st.text("![]() ab.png{}#.=w%1*_\\\"'<>:/", max_size=24).map(lambda rest: f"![{rest}"))
def test_a_picture_is_read_the_same_either_way(words: str) -> None:
    assert picture_alone(words) == pictures._parsed(words)
