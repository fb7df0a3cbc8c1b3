"""A parallel edition in shorter rows: nothing is lost, and what belongs together stays beside each other."""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import CONTINUED, UNFINISHED, Block, Div, List, Spread, Version, Words
from assembler.edition import fine
from assembler.edition.layout import Layout
from assembler.edition.parallel import Plan, parallel
from tests.editions import div, items, paragraph
from tests.several import composed


def spreads(blocks: tuple[Block[Words], ...]) -> list[Spread[Words]]:
    return [block for block in blocks if isinstance(block, Spread)]


WHOLE = parallel(composed(), Plan(Layout.COLUMNS, "ru"))


def test_each_language_says_the_same_in_the_same_order() -> None:
    finer = fine.cut(WHOLE)
    for position in range(3):
        for coarse, cut in zip(spreads(WHOLE.blocks), spreads(finer.blocks), strict=True):
            before = [words for row in coarse.rows for words in walk.every_words(row[position].blocks)]
            after = [words for row in cut.rows for words in walk.every_words(row[position].blocks)]
            assert before == after


def first_id(version: Version[Words]) -> str:
    ids = (each.id for each in walk.every_block(version.blocks) if each.id)
    return next(ids, "").removeprefix(f"{version.language}-")


def test_an_item_stands_beside_its_translation() -> None:
    for spread in spreads(fine.cut(WHOLE).blocks):
        for row in spread.rows:
            assert len({first_id(version) for version in row if version.blocks}) == 1


def test_items_keep_their_numbers() -> None:
    (block,) = [items(paragraph("a"), paragraph("b"), paragraph("c"))]
    cut = fine.pieces(block)
    assert [each.start for each in cut if isinstance(each, List)] == [1, 2, 3]


def test_a_list_in_a_container_is_cut_with_it() -> None:
    first, middle, last = fine.pieces(div("recommendation", items(*map(paragraph, "abc")), id="r1"))
    assert [each.id for each in (first, middle, last)] == ["r1", None, None]
    assert all(isinstance(each, Div) and each.name == "recommendation" for each in (first, middle, last))
    assert [each.classes for each in (first, middle, last)] == [(UNFINISHED,), (CONTINUED, UNFINISHED), (CONTINUED,)]


def test_what_is_no_list_stays_whole() -> None:
    block = div("recommendation", paragraph("a"), items(paragraph("b"), paragraph("c")))
    assert fine.pieces(block) == (block,)
