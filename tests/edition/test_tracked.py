"""What a comparison of two versions says, case by case. That both versions are in it is a law (`tests/laws`)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Emphasis,
    Figure,
    Image,
    Inline,
    List,
    NoteMark,
    Paragraph,
    Reference,
    Table,
    TargetNumber,
    Text,
    Tracked,
    Words,
)
from assembler.edition.review import comment
from assembler.edition.tracked import tracked
from tests.editions import document, items, note, paragraph, reference, table, words
from tests.specimens import spanning

MOVED = comment("Moved.", (), "en")


def shown(*content: Inline) -> str:
    """Words with `[-…-]` and `{+…+}` around what changed."""
    forms = {"removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(
        forms[each.kind].format(shown(*each.content)) if isinstance(each, Tracked)
        else f"[^{each.id}]" if isinstance(each, NoteMark)
        else f"*{shown(*each.content)}*" if isinstance(each, Emphasis)
        else walk.plain_text((each,))
        for each in content
    )  # fmt: skip


def compared(before: Block[Words], after: Block[Words]) -> str:
    (found,) = tracked(document(before), document(after)).blocks
    assert isinstance(found, Paragraph)
    return shown(*found.words.content)


def changes(*blocks: Block[Words]) -> list[tuple[str, str]]:
    return [(leaf.change, shown(*leaf.content)) for leaf in walk.every_words(blocks)]


def test_words_that_changed_stand_beside_each_other() -> None:
    before = paragraph("In 2013 seven complaints came.", id="a")
    assert (
        compared(before, paragraph("In 2013 nine complaints came.", id="a"))
        == "In 2013 [-seven-]{+nine+} complaints came."
    )


def test_words_whose_emphasis_changed_have_changed() -> None:
    after = paragraph("a ", Emphasis((Text("word"),)), " here", id="a")
    assert compared(paragraph("a word here", id="a"), after) == "a [-word-]{+*word*+} here"


def test_a_reference_that_was_taken_out_is_words_and_one_that_was_put_in_is_a_reference() -> None:
    before = paragraph("see ", reference("x", "paragraph ", "5"), id="a")
    after = paragraph("see ", reference("x", "paragraph ", "6"), id="a")
    (found,) = tracked(document(before), document(after)).blocks
    assert isinstance(found, Paragraph)
    _, gone, new = found.words.content
    assert gone == Tracked("removed", (Text("paragraph 5"),))
    assert isinstance(new, Tracked)
    assert isinstance(new.content[0], Reference)
    assert walk.holds(new.content, TargetNumber)


def test_what_moved_is_taken_out_without_its_id_and_put_in_with_a_comment() -> None:
    one, two, three = (paragraph(text, id=text) for text in ("one", "two", "three"))
    blocks = tracked(document(one, two, three), document(three, one, two), MOVED).blocks
    assert changes(*blocks) == [("added", "three"), ("", "one"), ("", "two"), ("removed", "three")]
    assert [block.id for block in blocks] == ["three", "one", "two", None]
    assert [len(words.comments) for words in walk.every_words(blocks)] == [1, 0, 0, 0]


def test_an_item_is_known_by_its_words_and_a_list_by_its_items() -> None:
    before = items(paragraph("a", id="a"), paragraph("b", id="b"))
    after = items(paragraph("x", id="x"), paragraph("b", id="b"))
    (found,) = tracked(document(before), document(after)).blocks
    assert isinstance(found, List)
    assert changes(found) == [("removed", "a"), ("added", "x"), ("", "b")]


def test_a_table_with_other_columns_is_another_table() -> None:
    before, after = table(("A", "B"), ("1", "2"), id="t"), table(("A", "B", "C"), ("1", "2", "3"), id="t")
    blocks = tracked(document(before), document(after)).blocks
    assert all(isinstance(block, Table) for block in blocks)
    assert {change for change, _ in changes(blocks[0])} == {"removed"}
    assert {change for change, _ in changes(blocks[1])} == {"added"}


def test_a_note_whose_mark_was_taken_out_is_still_there_under_another_name() -> None:
    before = document(paragraph("a", NoteMark("n"), id="a"), notes=(note("n", "Gone."),))
    both = tracked(before, document(paragraph("a", id="a")))
    (found,) = both.notes
    mark = both.blocks[0].words.content[-1].content[0]  # type: ignore[union-attr]
    assert mark == NoteMark(found.id)
    assert changes(*found.blocks) == [("", "Gone.")]


def test_a_note_that_is_called_earlier_now_does_not_lose_its_words_when_that_is_rejected() -> None:
    notes = (note("n", "Here."),)
    before = document(paragraph("a", id="a"), paragraph("b", NoteMark("n"), id="b"), notes=notes)
    after = document(paragraph("a", NoteMark("n"), id="a"), paragraph("b", NoteMark("n"), id="b"), notes=notes)
    both = tracked(before, after)
    assert [text for _, text in changes(*both.blocks)] == ["a{+[^n+]+}", "b[^n]"]
    assert [each.id for each in both.notes] == ["n", "n+"]


def test_a_mark_without_a_note_is_compared_as_it_stands() -> None:
    before = document(paragraph("a", id="a"), paragraph("b", NoteMark("gone"), id="b"))
    after = document(paragraph("a", NoteMark("gone"), id="a"), paragraph("b", NoteMark("gone"), id="b"))
    assert [text for _, text in changes(*tracked(before, after).blocks)] == ["a{+[^gone]+}", "b[^gone]"]


def test_words_that_still_call_a_note_that_is_gone_had_it_before() -> None:
    """A translation keeps its mark when the author takes the note out."""
    bare = document(paragraph("a", NoteMark("n"), ".", id="a"))
    noted = replace(bare, notes=(note("n", "Here."),))
    both = tracked(noted, bare)
    assert [text for _, text in changes(*both.blocks)] == ["a[-[^n~]-]{+[^n]+}."]
    assert [each.id for each in both.notes] == ["n~"]
    back = tracked(bare, noted)
    assert [text for _, text in changes(*back.blocks)] == ["a[-[^n]-]{+[^n]+}."]
    assert back.blocks[0].words.content[1].content == (Text("[^n]"),)  # type: ignore[union-attr]


def test_a_text_that_came_in_its_language_takes_the_place_of_the_one_that_stood_for_it() -> None:
    before = paragraph("Семь жалоб", id="a")
    foreign = Paragraph(id="a", words=Words(before.words.content, "ru", "untranslated"))
    assert compared(foreign, paragraph("Seven complaints", id="a")) == "[-Семь жалоб-]{+Seven complaints+}"


@pytest.mark.parametrize("target", ["sources/ru/map.png", "sources/ru/map.kk.png"])
def test_a_picture_stays_where_its_file_is_told_from_elsewhere_or_is_that_of_a_language(target: str) -> None:
    before = Figure(id="f", target="map.png", words=words("A map"), caption=paragraph("Camps", id="f-cap"))
    after = Figure(id="f", target=target, words=words("A map"), caption=paragraph("The camps", id="f-cap"))
    (found,) = tracked(document(before), document(after)).blocks
    assert isinstance(found, Figure)
    assert found.caption is not None
    assert shown(*found.caption.words.content) == "[-Camps-]{+The camps+}"


def test_a_picture_in_a_line_is_the_same_one_too() -> None:
    before = paragraph("Seal: ", Image("../../seal.png", "a seal"), id="a")
    after = paragraph("The seal: ", Image("seal.kk.png", "a seal"), id="a")
    (found,) = tracked(document(before), document(after)).blocks
    assert isinstance(found, Paragraph)
    assert [each.target for each in found.words.content if isinstance(each, Image)] == ["seal.kk.png"]


def test_of_a_picture_that_was_taken_out_its_description_is_left() -> None:
    (found,) = tracked(document(Figure(id="f", target="map.png", words=words("A map"))), document()).blocks
    assert changes(found) == [("removed", "[A map]")]


def test_cells_go_on_to_span_unless_rows_came_or_went() -> None:
    old = spanning("t", "Caption", 1)
    same = tracked_table(old, old)
    assert [cell.across for row in same.rows for cell in row.cells] == [c.across for r in old.rows for c in r.cells]
    fewer = tracked_table(old, replace(old, rows=old.rows[:-1]))
    assert len(fewer.rows) == len(old.rows)
    assert {(cell.across, cell.down, cell.covered) for row in fewer.rows for cell in row.cells} == {(1, 1, "")}


def tracked_table(before: Table[Words], after: Table[Words]) -> Table[Words]:
    (made,) = tracked(document(before), document(after)).blocks
    assert isinstance(made, Table)
    return made
