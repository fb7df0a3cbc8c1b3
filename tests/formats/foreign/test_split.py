"""Where sections begin."""

from __future__ import annotations

import re

import pytest

from assembler.errors import ConfigurationError
from assembler.formats.foreign import nodes
from assembler.formats.foreign.split import By, asked, divided


def shape(outline: str, by: By) -> tuple[list[str], tuple[str, ...], str]:
    """`#A .` are a heading and a paragraph; back come chapters as `part:heading+blocks`, the parts, the title."""
    found = divided([_node(each) for each in outline.split()], by)
    chapters = [f"{each.part}:{each.heading}+{len(each.blocks)}" for each in found.chapters]
    return chapters, found.parts, found.title


def _node(sign: str) -> nodes.Node:
    level = len(sign) - len(sign.lstrip("#"))
    content = [nodes.text(sign.lstrip("#"))]
    return nodes.heading(level, content) if level else nodes.paragraph(content)


@pytest.mark.parametrize(
    ("outline", "by", "chapters", "parts", "title"),
    [
        ("#A . #B .", None, ["0:A+2", "0:B+2"], (), ""),
        ("#Title . ##A . ##B .", None, ["0:+1", "0:A+2", "0:B+2"], (), "Title"),
        (". #A . #B", None, ["0:+1", "0:A+2", "0:B+1"], (), ""),
        ("#I ##A . ##B . #II ##C .", 2, ["1:A+2", "1:B+2", "2:C+2"], ("I", "II"), ""),
        ("#Intro . #I . ##A .", 2, ["0:Intro+2", "1:+1", "1:A+2"], ("I",), ""),
        ("#Article1 . ##x . #Annex . #Article2", re.compile("^Article"), ["0:Article1+6", "0:Article2+1"], (), ""),
        ("#Part ##Article1 . ###Article2 .", re.compile("^Article"), ["1:Article1+2", "1:Article2+2"], ("Part",), ""),
        (". .", None, ["0:+2"], (), ""),
        ("#A . ##B", 3, ["0:+3"], (), ""),
    ],
)  # fmt: skip
def test_a_document_is_divided(outline: str, by: By, chapters: list[str], parts: tuple[str, ...], title: str) -> None:
    assert shape(outline, by) == (chapters, parts, title)


def test_no_block_is_lost_or_stands_twice() -> None:
    outline = [_node(each) for each in [".", "#A", ".", "##B", ".", "#C", "##D", "."]]
    for by in (None, 1, 2, re.compile("B|D")):
        found = divided(list(outline), by)
        kept = sum(len(each.blocks) for each in found.chapters) + len(found.parts) + bool(found.title)
        assert kept == len(outline), by


def test_the_heading_of_a_section_is_of_the_first_level_and_those_in_it_follow() -> None:
    [chapter, _] = divided([_node(each) for each in ["##A", "###B", ".", "##C"]], 2).chapters
    assert [node["c"][0] for node in chapter.blocks[:2]] == [1, 2]


def test_a_level_or_a_pattern_is_asked_for() -> None:
    assert asked("2") == 2
    assert asked("^Article") == re.compile("^Article")
    with pytest.raises(ConfigurationError) as caught:
        asked("(")
    assert caught.value.finding.code == "bad-split"
