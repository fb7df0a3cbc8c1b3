"""The law of tracked changes: accept them all and you have the later version, reject them all and the earlier one.

Two versions are made of the same paragraphs, lists, boxes, tables and notes, each of which may be there or not, stand
elsewhere, or say something else. The law holds of the tree and of what both writers make of it.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Author,
    Block,
    Break,
    Code,
    CoverField,
    Document,
    Emphasis,
    Inline,
    Link,
    List,
    Note,
    NoteMark,
    RawBlock,
    Span,
    Strong,
    Text,
    Words,
)
from assembler.edition.localize import note_marks
from assembler.edition.tracked import tracked
from tests import docx_parts, odf
from tests.editions import div, document, heading, items, note, numbered, paragraph, quote, table, words
from tests.settling import of_docx, of_odt, of_tree

NOTES = ("n1", "n2", "n3")
PHRASES = (
    "One two three.", "One two four.", " leading", "trailing ", "  two  blanks  ", "қазақша сөз", "a\u00a0b", "x",
    "word-word, word", "a < b & c", "sign \U000f0001 here",
)  # fmt: skip

plain = st.sampled_from(PHRASES).map(Text)
marks = st.sampled_from(NOTES).map(NoteMark)


def _around(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    content = st.lists(inner, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        content.map(Emphasis),
        content.map(Strong),
        content.map(lambda each: Link("https://example.org/a", each)),
        content.map(lambda each: Span(each, pairs=(("lang", "kk"),))),
    )


inline = st.one_of(plain, plain, plain, marks, st.just(Break()), st.just(Code("x y")), _around(st.one_of(plain, marks)))
contents = st.lists(inline, min_size=1, max_size=4).map(tuple)


def _paragraph(id: str | None) -> st.SearchStrategy[Block[Words]]:
    return contents.map(lambda each: paragraph(*each, id=id))


def _list(id: str) -> st.SearchStrategy[Block[Words]]:
    item = st.sampled_from([f"{id}-i{n}" for n in range(4)])
    ids = st.lists(item, min_size=1, max_size=4, unique=True)
    inner = st.booleans()

    def built(chosen: list[str], texts: list[tuple[Inline, ...]], nested: bool) -> List[Words]:
        blocks: list[Block[Words] | tuple[Block[Words], ...]] = []
        for name, text in zip(chosen, texts, strict=False):
            first = paragraph(*text, id=name)
            blocks.append((first, paragraph("More.", id=f"{name}-m")) if nested else first)
        return items(*blocks, ordered=id.endswith("a"))

    return st.builds(built, ids, st.lists(contents, min_size=4, max_size=4), inner)


def _table(id: str) -> st.SearchStrategy[Block[Words]]:
    rows = st.lists(st.tuples(st.sampled_from(PHRASES), st.sampled_from(PHRASES)), min_size=1, max_size=3)
    caption = st.one_of(st.none(), contents.map(lambda each: paragraph(*each, id=f"{id}-cap")))

    def built(texts: list[tuple[str, str]], above: object) -> Block[Words]:
        made = table(("Head", "Head"), *texts, id=id)
        return replace(made, caption=above) if above is not None else made

    return st.builds(built, rows, caption)


def _block(id: str) -> st.SearchStrategy[Block[Words]]:
    match id[0]:
        case "h":
            return contents.map(lambda each: heading(2, *each, id=id))
        case "l":
            return _list(id)
        case "q":
            inner = st.lists(st.sampled_from(("1", "2")), min_size=1, max_size=2, unique=True)
            return inner.flatmap(lambda n: st.tuples(*(_paragraph(f"{id}-{each}") for each in n))).map(
                lambda each: quote(*each)
            )
        case "d":
            return st.tuples(_paragraph(f"{id}-1"), _list(f"{id}-a")).map(lambda each: div("recommendation", *each))
        case "t":
            return _table(id)
        case "r":
            return st.sampled_from(("<div>", "<hr>")).map(lambda text: RawBlock(construct="html", text=text))
        case _:
            return _paragraph(id)


IDS = ("p1", "p2", "p3", "h1", "la", "lb", "q1", "d1", "t1", "t2", "r1")


@st.composite
def versions(draw: st.DrawFn) -> Document[Words]:
    """A version: some of the blocks in some order, and the notes that their words call."""
    ids = draw(st.lists(st.sampled_from(IDS), max_size=6, unique=True))
    blocks = [draw(_block(id)) for id in ids]
    count = 0
    for position, block in enumerate(blocks):
        if block.id is not None and block.id[0] == "p":
            count += 1
            blocks[position] = replace(numbered(count, id=block.id), words=block.words)  # type: ignore[union-attr]
    called = dict.fromkeys(mark for leaf in walk.every_words(blocks) for mark in note_marks(leaf.content))
    bodies = st.lists(st.sampled_from(("Ibid.", "See there.", "Page 5.")), min_size=1, max_size=2)
    notes: list[Note[Words]] = [note(id, *draw(bodies)) for id in called]
    made = document(*blocks, notes=tuple(notes), contents=False)
    fields = draw(st.lists(st.sampled_from(("cover.a", "cover.b")), unique=True, max_size=2))
    cover = tuple(CoverField(key, words(draw(st.sampled_from(PHRASES)))) for key in fields)
    subtitle = draw(st.one_of(st.none(), st.sampled_from(PHRASES).map(words)))
    return replace(made, title=words(draw(st.sampled_from(PHRASES))), cover=cover, subtitle=subtitle)


def compared(before: Document[Words], after: Document[Words]) -> Document[Words]:
    return replace(tracked(before, after), author=Author("assembler"))


@given(versions(), versions())
@settings(max_examples=60)
def test_the_tree_has_both_versions_in_it(before: Document[Words], after: Document[Words]) -> None:
    both = compared(before, after)
    assert of_tree(both, accepted=True) == of_tree(after, accepted=True)
    assert of_tree(both, accepted=False) == of_tree(before, accepted=False)


@given(versions())
@settings(max_examples=20)
def test_a_version_compared_with_itself_is_itself(version: Document[Words]) -> None:
    assert tracked(version, version) == version


@given(versions(), versions())
@settings(max_examples=30)
def test_a_docx_has_both_versions_in_it(before: Document[Words], after: Document[Words]) -> None:
    both = docx_parts.written(compared(before, after)).data
    assert of_docx(both, accepted=True) == of_docx(docx_parts.written(after).data, accepted=True)
    assert of_docx(both, accepted=False) == of_docx(docx_parts.written(before).data, accepted=True)


@given(versions(), versions())
@settings(max_examples=30)
def test_an_odt_has_both_versions_in_it(before: Document[Words], after: Document[Words]) -> None:
    both = odf.written(compared(before, after)).data
    assert of_odt(both, accepted=True) == of_odt(odf.written(after).data, accepted=True)
    assert of_odt(both, accepted=False) == of_odt(odf.written(before).data, accepted=True)
