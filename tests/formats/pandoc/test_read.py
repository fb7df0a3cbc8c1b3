"""Laws of the way in: nothing is lost, whatever the text; links find their targets in other files of the run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.document import ids, inline, walk
from assembler.document.model import Div, List, NoteMark, Paragraph, Section, Table
from assembler.findings import Place
from assembler.formats.pandoc.read import Imported, heading_id, linked, read
from assembler.formats.pandoc.run import parse, parse_many

LABELS = ("Recommendation:", "Recommendations:")


def taken_in(asts: list[dict[str, Any]]) -> list[Imported]:
    """Several files of one run, all minting from one row of IDs."""
    new = count(1)
    taken: set[str] = set()

    def keep(old: str) -> bool:
        free = ids.is_valid(old) and old not in taken
        taken.add(old)
        return free

    return [
        read(
            ast,
            id=f"{number:02}-file",
            language="en",
            path=f"sources/en/{number:02}-file.md",
            origin=f"{number:02}.md",
            mint=lambda: f"p{next(new)}",
            keep=keep,
        )
        for number, ast in enumerate(asts)
    ]


@pytest.fixture(scope="module")
def real(shared: Path) -> tuple[list[dict[str, Any]], list[Section[str]], list[Imported]]:
    """The 39 files of a real submission: pandoc's documents, and the sections that they become."""
    folder = shared / "real" / "iccpr-2016-en"
    if not folder.is_dir():
        pytest.skip("the real submission is absent")
    texts = [(file.read_text(encoding="utf-8"), Place(file.name)) for file in sorted(folder.glob("[0-9]*.md"))]
    asts = [parsed.ast for parsed in parse_many(texts)]
    imported = taken_in(asts)
    return asts, [each.section for each in linked(imported)], imported


def test_a_real_submission_has_its_paragraphs_notes_bullets_and_blocks(
    real: tuple[list[dict[str, Any]], list[Section[str]], list[Imported]],
) -> None:
    _, sections, imported = real
    blocks = [block for section in sections for block in everything(section)]
    bullets = [block for block in blocks if isinstance(block, List) and not block.ordered]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert sum(len(each.numbers) for each in imported) == 504
    assert sum(1 for each in imported if each.numbers and each.numbers[0].value == 1) == 36
    assert sum(len(section.notes) for section in sections) == 179
    assert sum(len(each.items) for each in bullets) == 191
    assert sum(1 for each in blocks if isinstance(each, Div) and each.name == "recommendation") == 18
    assert [len(inline.note_marks(table.caption.words)) for table in tables if table.caption] == [1]


def test_numbered_paragraphs_are_those_that_count(
    real: tuple[list[dict[str, Any]], list[Section[str]], list[Imported]],
) -> None:
    _, sections, imported = real
    for section, each in zip(sections, imported, strict=True):
        counted = [
            block.id for block in section.blocks if isinstance(block, Paragraph) and "unnumbered" not in block.classes
        ]
        assert not each.numbers or counted == [number.id for number in each.numbers]


def test_every_word_of_a_real_submission_is_there_in_order(
    real: tuple[list[dict[str, Any]], list[Section[str]], list[Imported]],
) -> None:
    asts, sections, _ = real
    for ast, section in zip(asts, sections, strict=True):
        body, notes = typed(ast["blocks"])
        if any(isinstance(block, Div) and block.name == "recommendation" for block in section.blocks):
            body = next(body.removeprefix(label) for label in reversed(LABELS) if body.startswith(label))
        assert plain(section.blocks) == body
        assert "".join(plain(note.blocks) for note in section.notes) == notes


def test_every_id_of_a_real_submission_is_valid_and_its_own(
    real: tuple[list[dict[str, Any]], list[Section[str]], list[Imported]],
) -> None:
    _, sections, _ = real
    leaves = [leaf for section in sections for leaf in walk.leaves(section)]
    known = [leaf.id for leaf in leaves if leaf.id is not None]
    assert all(leaf.id for leaf in leaves if leaf.role != "cell")
    assert len(known) == len(set(known))
    assert all(map(ids.is_valid, known))


def typed(nodes: Any) -> tuple[str, str]:
    """All strings of pandoc's document without blanks: of the body, and of the notes in the order of their marks."""
    notes: list[str] = []

    def strings(node: Any) -> Iterator[str]:
        match node:
            case list():
                for each in node:
                    yield from strings(each)
            case {"t": "Str", "c": str() as text}:
                yield text
            case {"t": "Code", "c": [_, text]}:
                yield text
            case {"t": "Note", "c": content}:
                notes.append("".join(strings(content)))
            case {"c": content}:
                yield from strings(content)

    body = "".join(strings(nodes))
    return bare(body), bare("".join(notes))


def plain(blocks: Any) -> str:
    section: Section[str] = Section(id="", language="en", path="", blocks=blocks)
    return bare("".join(walk.plain_text(inline.parse(leaf.words)) for leaf in walk.leaves(section)))


def bare(text: str) -> str:
    return "".join(text.split())


def everything(section: Section[str]) -> Iterator[Any]:
    yield from walk.every_block(section.blocks)


WORDS = st.lists(
    st.sampled_from(["words", "*em*", "**Example:**", "[x]{.odd}", "[^1]", "“q”", "№ 5", "[a](#t)"]), min_size=1
)
LINES = WORDS.map(" ".join)
MARKERS = st.sampled_from(
    ["", "1. ", "2. ", "- ", "(a) ", "> ", "# ", "1) ", "    ", "::: odd\n", "::: example\n", ":::\n"]
)
TEXTS = st.lists(st.builds(str.__add__, MARKERS, LINES), min_size=1, max_size=12).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_word_is_lost_whatever_the_text(text: str) -> None:
    ast = parse(text + "\n\n[^1]: A note.\n").ast
    [imported] = taken_in([ast])
    section = linked([imported])[0].section
    body, notes = typed(ast["blocks"])
    ours = plain(section.blocks)
    for label in ("Example:",):
        body, ours = body.replace(label, ""), ours.replace(label, "")
    raw = any(type(block).__name__ == "RawBlock" for block in everything(section))
    assert raw or ours == body
    assert "".join(plain(note.blocks) for note in section.notes) == notes


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_every_mark_has_its_note_and_every_leaf_its_own_id(text: str) -> None:
    [imported] = taken_in([parse(text + "\n\n[^1]: A note.\n").ast])
    section = linked([imported])[0].section
    leaves = list(walk.leaves(section))
    marks = [
        each.id for leaf in leaves for each in walk.every_inline(inline.parse(leaf.words)) if isinstance(each, NoteMark)
    ]
    known = [leaf.id for leaf in leaves if leaf.id]
    assert sorted(marks) == sorted(note.id for note in section.notes)
    assert len(known) == len(set(known))


def test_a_link_finds_the_new_id_of_its_target_in_another_file() -> None:
    first = parse("See [there](#A_Target) and [here](#own).\n\n## Own {#own}").ast
    second = parse("# Target {#A_Target}\n\n## Own {#own}").ast
    one, two = linked(taken_in([first, second]))
    target, own = (block.id for block in two.section.blocks)
    [paragraph, heading] = one.section.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.words == f"See [there](#{target}) and [here](#{heading.id})."
    assert heading.id == "own" != own


def test_a_note_inside_a_note_becomes_words_in_brackets() -> None:
    inner = {"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": "inner"}]}]}
    outer = {"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": "outer"}, inner]}]}
    ast = {"blocks": [{"t": "Para", "c": [{"t": "Str", "c": "text"}, outer]}], "meta": {}}
    [imported] = taken_in([ast])
    [note] = linked([imported])[0].section.notes
    [paragraph] = note.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.words == r"outer \[inner\]" or paragraph.words == "outer [inner]"
    assert [finding.code for finding in imported.findings] == ["import-note-in-note"]


def test_quotations_of_pandoc_get_the_marks_of_the_language() -> None:
    words = [{"t": "Str", "c": "слово"}]
    quoted = {"t": "Quoted", "c": [{"t": "DoubleQuote"}, words]}
    inside = {"t": "Quoted", "c": [{"t": "SingleQuote"}, words]}
    ast = {"blocks": [{"t": "Para", "c": [quoted, {"t": "Space"}, inside]}], "meta": {}}
    imported = read(
        ast, id="a", language="ru", path="sources/ru/a.md", origin="a", mint=lambda: "p1", keep=lambda _: True
    )
    [paragraph] = linked([imported])[0].section.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.words == "«слово» „слово“"


def test_constructs_of_a_newer_pandoc_keep_their_words() -> None:
    odd = {"t": "Sparkle", "c": [["", [], []], {"t": "Para", "c": [{"t": "Str", "c": "kept"}]}]}
    ast = {"blocks": [{"t": "Para", "c": [odd]}, odd], "meta": {}}
    [imported] = taken_in([ast])
    section = linked([imported])[0].section
    assert all("kept" in str(block) for block in section.blocks)
    assert [finding.code for finding in imported.findings] == ["import-other-inline", "import-other-block"]


def test_the_id_of_the_first_heading_is_known_before_reading() -> None:
    assert heading_id(parse("words\n\n## A {#art07}\n\n# B {#b}").ast) == "art07"
    assert heading_id(parse("# A").ast) is None
