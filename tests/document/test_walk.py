"""Ways through the tree."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Block, Emphasis, Figure, Heading, NoteMark, Paragraph, Span, Text, Words
from tests.editions import div, heading, inlines, items, paragraph, quote, table, words

BLOCKS = (
    heading(1, "a", id="h"),
    paragraph("b"),
    items((paragraph("c"), items(paragraph("d"))), quote(paragraph("e"))),
    div("summary", paragraph("f")),
    table(("g", "h"), ("i", "j"), caption=paragraph("cap"), id="t"),
)


def shown(blocks: tuple[Block[Words], ...]) -> str:
    return " ".join(walk.plain_text(each.content) for each in walk.every_words(blocks))


def louder(id: str | None, leaf: Words) -> Words:
    return words(f"{walk.plain_text(leaf.content).upper()}{id or ''}")


def test_words_come_in_reading_order_the_caption_before_its_table() -> None:
    assert shown(BLOCKS) == "a b c d e f cap g h i j"


def test_revising_reaches_every_leaf_with_its_id() -> None:
    revised = walk.revise(BLOCKS, louder)
    assert shown(revised) == "Ah B C D E F CAP Gt.h.c1 Ht.h.c2 It.r1.c1 Jt.r1.c2"


def test_blocks_are_changed_from_the_inside_out_after_their_words() -> None:
    met: list[str] = []

    def noted(block: Block[Words]) -> Block[Words]:
        met.append(shown((block,)))
        return block

    walk.revise((items((paragraph("a"), quote(paragraph("b")))), paragraph("c")), louder, noted)
    assert met == ["A", "B", "B", "A B", "C"]


def test_a_paragraph_that_nothing_changes_stays_the_same_value() -> None:
    def only_b(_: str | None, leaf: Words) -> Words:
        return words("B") if leaf == words("b") else leaf

    revised = walk.revise(BLOCKS, only_b)
    kept = [new is old for new, old in zip(revised, BLOCKS, strict=True) if isinstance(old, Heading | Paragraph)]
    assert kept == [True, False]
    assert shown(revised) == shown(BLOCKS).replace("b", "B")


FIGURE = Figure(id="f", target="a.png", words=words("alt"), caption=paragraph("cap", id="c"), number=1)


def test_the_description_of_a_figure_is_a_leaf_that_is_not_printed() -> None:
    assert shown((quote(FIGURE),)) == "cap"
    (revised,) = walk.revise((FIGURE,), louder)
    (mapped,) = walk.map_blocks((FIGURE,), louder)
    assert revised == mapped == replace(FIGURE, words=words("ALTf"), caption=paragraph("CAPc", id="c"))
    assert [each.id for each in walk.every_block((FIGURE,))] == ["f", "c"]


def test_an_inline_is_found_at_any_depth() -> None:
    content = inlines("a", Emphasis(inlines("b", Span((NoteMark("n"),)))))
    assert [walk.holds(content, kind) for kind in (Emphasis, Span, NoteMark)] == [True, True, True]
    assert not walk.holds((Text("a"), Emphasis((Text("b"),))), NoteMark)
