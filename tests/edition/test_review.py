"""Comments stand where their units are, and the first page says how far the edition is."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Comment,
    CoverField,
    Document,
    Figure,
    Heading,
    NoteMark,
    Paragraph,
    Table,
    Text,
    Tracked,
    Words,
)
from assembler.edition.review import Said, Summary, comment, difference, with_comments, with_summary
from tests.editions import document, heading, items, note, paragraph, table, words


def said(text: str) -> Comment:
    return comment(text, (), "en")


def remarks(edition: Document[Words]) -> list[tuple[str, list[str]]]:
    """The words that have comments, and what these begin with."""
    leaves = (edition.title, *(field.words for field in edition.cover), *walk.every_words(edition.blocks))
    return [
        (walk.plain_text(leaf.content), [walk.plain_text(each.paragraphs[0].content) for each in leaf.comments])
        for leaf in leaves
        if leaf.comments
    ]


def test_a_comment_stands_at_its_unit_wherever_that_is() -> None:
    edition = replace(
        document(
            heading(1, "Heading", id="h"),
            items(paragraph("Item", id="i")),
            table(("a", "b"), ("Cell", "c"), id="t", caption=paragraph("Caption", id="cap")),
        ),
        cover=(CoverField("cover.date", words("Date")),),
    )
    ids = ("title", "cover.date", "h", "i", "t.r1.c1", "cap")
    found = remarks(with_comments(edition, {id: said(id) for id in ids}))
    assert sorted(found) == sorted(
        [("A document", ["title"]), ("Date", ["cover.date"]), ("Heading", ["h"]), ("Item", ["i"]),
         ("Cell", ["t.r1.c1"]), ("Caption", ["cap"])]
    )  # fmt: skip


def test_what_is_said_of_a_note_stands_at_its_first_mark_and_only_there() -> None:
    edition = document(
        paragraph("First", NoteMark("n"), id="a"), paragraph("Again", NoteMark("n"), id="b"), notes=(note("n", "Note"),)
    )
    found = with_comments(edition, {"n": said("of the note"), "a": said("of the text")})
    assert remarks(found) == [("First", ["of the text", "of the note"])]
    assert found.notes == edition.notes


def test_a_comment_has_the_state_and_each_text_in_its_own_language() -> None:
    made = comment("fuzzy", [Said("Source:", "Девять жалоб", "ru", "Семь жалоб")], "en")
    state, source = made.paragraphs
    assert walk.plain_text(state.content) == "fuzzy"
    assert walk.plain_text(source.content) == "Source: Девять жалоб"
    assert (source.language, source.content[1].pairs) == ("en", (("lang", "ru"),))  # type: ignore[union-attr]


def test_a_difference_has_both_texts_in_it() -> None:
    assert difference("Семь жалоб.", "Девять жалоб.") == (
        Tracked("removed", (Text("Семь"),)), Tracked("added", (Text("Девять"),)), Text(" жалоб."),
    )  # fmt: skip


def test_the_summary_is_a_page_before_the_text() -> None:
    summary = Summary(
        "en", "State", (words("Half"),), ("Section", "Texts"), ((words("Article 7"), ("4",)),), ("All", "4")
    )
    title, share, figures, first, *rest = with_summary(document(heading(1, "One"), paragraph("two")), summary).blocks
    assert isinstance(title, Heading)
    assert title.new_page
    assert isinstance(first, Heading)
    assert first.new_page
    assert isinstance(figures, Table)
    cells = [[walk.plain_text(cell.words.content) for cell in row.cells] for row in (figures.head, *figures.rows)]
    assert cells == [["Section", "Texts"], ["Article 7", "4"], ["All", "4"]]
    assert len(rest) == 1
    assert isinstance(share, Paragraph)


def test_what_is_said_of_a_picture_stands_at_its_caption_or_at_its_description() -> None:
    bare = Figure(id="f", target="map.png", words=words("A map"))
    captioned = Figure(id="g", target="map.png", words=words("A plan"), caption=paragraph("Camps", id="g-cap"))
    found = with_comments(
        document(bare, captioned), {"f": said("bare"), "g": said("of the picture"), "g-cap": said("own")}
    )
    first, second = found.blocks
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert first.caption is not None
    assert second.caption is not None
    assert [walk.plain_text(each.paragraphs[0].content) for each in first.caption.words.comments] == ["bare"]
    both = [walk.plain_text(each.paragraphs[0].content) for each in second.caption.words.comments]
    assert both == ["of the picture", "own"]
