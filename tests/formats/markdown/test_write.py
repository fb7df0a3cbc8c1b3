"""What is printed reads back as what it was; text that looks like a block stays text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.document import inline
from assembler.document.model import Block, Div, Figure, Heading, Item, List, Note, Paragraph, Quote, Section
from assembler.document.units import extract, fill
from assembler.document.walk import map_words
from assembler.formats.markdown.read import read
from assembler.formats.markdown.write import write

ROOT = Path(__file__).parent.parent.parent.parent


def shape(section: Section[str]) -> Any:
    """The tree with its words parsed, without lines: what reading back must give."""
    parsed = map_words(section, lambda _, words: inline.parse(words))
    return without_lines(msgspec.to_builtins(parsed))


def without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_lines(inner) for key, inner in value.items() if key != "line"}
    if isinstance(value, (list, tuple)):
        return [without_lines(inner) for inner in value]
    return value


def again(section: Section[str]) -> Section[str]:
    return read(write(section), id=section.id, language=section.language, path=section.path).section


@pytest.mark.parametrize("path", sorted((ROOT / "sources").glob("*/*.md")), ids=lambda path: path.stem)
def test_every_section_of_the_sample_reads_back(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    section = read(text, id=path.stem, language=path.parent.name, path=path.name).section
    assert shape(again(section)) == shape(section)


LOOK_ALIKES = [
    "# no heading", "> no quote", "- no item", "+ no item", "* no item", "1. no item", "12) no item", "::: no div",
    "{#no-attributes}", "[^no]: note", "| no | table |", "--- ", "***", "___", "~~~", "```", "1\\. escaped already",
    "(a) letter", "#hashtag", "2014. Year", "…", "\\# escaped", "-", "=", "text #",
]  # fmt: skip


@pytest.mark.parametrize("words", LOOK_ALIKES)
@pytest.mark.parametrize("place", ["paragraph", "after a break", "item", "note", "heading", "quote"])
def test_text_that_looks_like_a_block_stays_text(words: str, place: str) -> None:
    words = words.strip()
    section = {
        "paragraph": with_blocks(Paragraph(id="p", words=words)),
        "after a break": with_blocks(Paragraph(id="p", words=f"first\n{words}")),
        "item": with_blocks(List(ordered=True, items=(Item(blocks=(Paragraph(id="p", words=words),)),))),
        "note": with_blocks(Paragraph(id="p", words="text[^n]"), notes=(Note("n", (Paragraph(id="n", words=words),)),)),
        "heading": with_blocks(Heading(id="p", level=2, words=words)),
        "quote": with_blocks(Quote(blocks=(Paragraph(id="p", words=words),))),
    }[place]
    assert shape(again(section)) == shape(section)


def with_blocks(*blocks: Block[str], notes: tuple[Note[str], ...] = ()) -> Section[str]:
    return Section(id="07", language="en", path="07.md", blocks=blocks, notes=notes)


IDS = st.integers(1, 10**9).map(lambda n: f"p{n}")
WORDS = st.lists(
    st.sampled_from(["word", "*em*", "12.", "-", "#", "статья", "[x]{lang=ru}", "`a|b`", ">"]), min_size=1
).map(" ".join)
PARAGRAPHS = st.builds(Paragraph, id=IDS, words=WORDS)


def containers(inner: st.SearchStrategy[Block[str]]) -> st.SearchStrategy[Block[str]]:
    blocks = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, blocks=blocks), min_size=1, max_size=3).map(tuple)
    classes = st.sampled_from([(), ("letters",)])
    return st.one_of(
        st.builds(Quote, id=IDS, blocks=blocks),
        st.builds(Div, id=IDS, name=st.sampled_from(["recommendation", "example"]), blocks=blocks),
        st.builds(List, id=st.none() | IDS, ordered=st.booleans(), items=items, classes=classes),
    )


CAPTIONS = st.builds(Paragraph, id=IDS.map(lambda id: f"c{id}"), classes=st.just(("caption",)), words=WORDS)
FIGURES = st.builds(
    Figure,
    id=IDS,
    classes=st.sampled_from([(), ("decorative",)]),
    pairs=st.sampled_from([(), (("width", "80%"),), (("width", "6cm"),)]),
    target=st.sampled_from(["a.png", "../../b c.svg", "d(e.jpg", "<f>.png", ""]),
    title=st.sampled_from(["", "Title", 'with "quotes"']),
    words=st.just("") | WORDS,
    caption=st.none() | CAPTIONS,
)

BLOCKS: st.SearchStrategy[Block[str]] = st.recursive(
    PARAGRAPHS | FIGURES | st.builds(Heading, id=IDS, level=st.integers(1, 6), words=WORDS), containers, max_leaves=8
)


@given(st.lists(BLOCKS, max_size=5).map(tuple))
def test_reading_back_gives_the_same_tree(blocks: tuple[Block[str], ...]) -> None:
    section = with_blocks(*blocks)
    assert shape(again(section)) == shape(section)


@given(FIGURES)
def test_filling_in_what_was_taken_out_of_a_figure_gives_the_same_figure(figure: Figure[str]) -> None:
    section = with_blocks(figure)
    units = extract(section)
    assert [unit.role for unit in units if unit.id == figure.id] == (["picture"] if figure.words.strip() else [])
    assert fill(section, {unit.id: unit.text for unit in units}) == section
