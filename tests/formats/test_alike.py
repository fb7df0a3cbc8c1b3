"""What DOCX and ODT do alike, said once: a document, and the lines that both files must give back.

`tests/outlines.py` reads both formats into one form. What concerns one format's own parts stands in its own tests.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import Struct

from assembler.document.model import (
    Block,
    Break,
    CoverField,
    Document,
    Image,
    NoteMark,
    Paragraph,
    RawBlock,
    RawInline,
    Reference,
    Words,
)
from assembler.formats.written import Purpose, Written
from tests import docx_parts, odf
from tests.editions import (
    div,
    document,
    heading,
    inlines,
    items,
    note,
    numbered,
    paragraph,
    quote,
    reference,
    table,
    words,
)
from tests.outlines import Line, docx_outline, odt_outline


class Office(Struct, frozen=True):
    """A format: its writer, and readers of what it wrote: its lines, the words inside each bookmark, and the bookmarks
    that links below the contents lead to."""

    name: str
    written: Callable[[Document[Words], Purpose], Written]
    outline: Callable[[bytes], list[Line]]
    bookmarked: Callable[[bytes], dict[str, str]]
    linked: Callable[[bytes], list[str]]

    def lines(self, edition: Document[Words], purpose: Purpose = "draft") -> list[Line]:
        """The lines below the title and the contents."""
        found = self.outline(self.written(edition, purpose).data)
        return [line for line in found if line.style != "Title" and not line.style.startswith("TOC")]

    def links(self, edition: Document[Words], purpose: Purpose) -> list[str]:
        """The bookmarks that links lead to."""
        return self.linked(self.written(edition, purpose).data)

    def codes(self, edition: Document[Words]) -> list[str]:
        """The codes of what is said, without the format's name."""
        said = self.written(edition, "draft").findings
        return [each.code.removeprefix(f"{self.name}-") for each in said]


def _docx_bookmarked(data: bytes) -> dict[str, str]:
    parts = (docx_parts.part(data, f"word/{name}.xml") for name in ("document", "footnotes"))
    return {name: text for part in parts for name, text in docx_parts.bookmarked(part).items()}


def _docx_linked(data: bytes) -> list[str]:
    path = ".//w:hyperlink[not(ancestor::w:sdt)]/@w:anchor"
    return docx_parts.found(docx_parts.part(data, "word/document.xml"), path)


def _odt_linked(data: bytes) -> list[str]:
    path = ".//text:a[not(ancestor::text:table-of-content)]/@xlink:href"
    return [href.removeprefix("#") for href in odf.found(odf.part(data), path)]


DOCX = Office("docx", docx_parts.written, docx_outline, _docx_bookmarked, _docx_linked)
ODT = Office("odt", odf.written, odt_outline, lambda data: odf.bookmarked(odf.part(data)), _odt_linked)


@pytest.fixture(params=[DOCX, ODT], ids=["docx", "odt"])
def office(request: pytest.FixtureRequest) -> Office:
    chosen: Office = request.param
    return chosen


# --- markers and styles: what stands before each paragraph, and what it is ---

MARKERS = {
    "numbers go on in a series and begin again in the next": (
        document(numbered(1, "a"), paragraph("x"), numbered(2, "b"), numbered(1, "c", series=2)),
        ["1. a", "x", "2. b", "1. c"],
    ),
    "a gap in the numbers stays a gap": (
        document(numbered(1, "a"), numbered(4, "b"), numbered(5, "c")),
        ["1. a", "4. b", "5. c"],
    ),
    "markers are those of the language: English letters": (document(items(paragraph("a"), letters=True)), ["(a) a"]),
    "markers are those of the language: English numbers": (document(items(paragraph("a"))), ["(1) a"]),
    "markers are those of the language: Russian letters": (
        document(items(paragraph("a"), letters=True), language="ru"),
        ["a) a"],
    ),
    "markers are those of the language: Kazakh letters": (
        document(items(paragraph("a"), letters=True), language="kk"),
        ["a) a"],
    ),
    "each list begins where its author said": (
        document(items(paragraph("a")), paragraph("between"), items(paragraph("b"), start=7)),
        ["(1) a", "between", "(7) b"],
    ),
    "a list in an item begins anew each time": (
        document(items((paragraph("a"), items(paragraph("b")), items(paragraph("c"))))),
        ["(1) a", "(a) b", "(a) c"],
    ),
    "a further paragraph of an item bears no marker": (
        document(items((paragraph("a"), paragraph("b")), paragraph("c"))),
        ["(1) a", "b", "(2) c"],
    ),
    "an item without a paragraph shows its marker": (
        document(items((), (items(paragraph("b")),))),
        ["(1)", "(2)", "(a) b"],
    ),
}


@pytest.mark.parametrize(("edition", "expected"), MARKERS.values(), ids=MARKERS.keys())
def test_markers(office: Office, edition: Document[Words], expected: list[str]) -> None:
    shown = [f"{line.marker} {line.text}".strip() for line in office.lines(edition)]
    assert shown == expected


def test_paragraphs_of_a_container_have_its_style_whatever_they_stand_in(office: Office) -> None:
    edition = document(
        div(
            "recommendation",
            paragraph("Label", classes=("label",)),
            paragraph("a"),
            items(paragraph("b")),
            quote(paragraph("c")),
        ),
        div("only", paragraph("d")),
        div("summary", paragraph("e")),
    )
    assert [line.style for line in office.lines(edition)] == [
        "RecommendationLabel", "Recommendation", "Recommendation", "RecommendationQuote", "BodyText", "Summary",
    ]  # fmt: skip


# --- words inside the bookmark of their unit, and what is said of them ---

WORDS = {
    "a hard break and a tab": (words("a", Break(), "b\tc"), "a\nb\tc", []),
    "blanks at the edges and in a row": (words(" a  b "), " a  b ", []),
    "a note is no part of the words": (words("a", NoteMark("m"), " b"), "a b", []),
    "nor is the comma between two notes": (words("a", NoteMark("m"), NoteMark("n")), "a", []),
    "nor the number of a note that is called again": (words("a", NoteMark("m"), " b", NoteMark("m")), "a b", []),
    "raw markup is printed": (words("a ", RawInline("<b>")), "a <b>", []),
    "of a picture without a file its description": (words(Image("x.png", "A map")), "[A map]", []),
    "characters that XML forbids are left out, all else is kept": (
        words("a\x0bb\ufffec & <d> \u00a0\u2011\u00ad"),
        "abc & <d> \u00a0\u2011\u00ad",
        ["illegal-character"],
    ),
    "what is not translated keeps its mark outside": (
        words("Не переведено", language="ru", mark="untranslated"),
        "Не переведено",
        [],
    ),
    "a mark without a note": (words("a", NoteMark("gone")), "a[^gone]", ["note-absent"]),
    "a reference to what is not there": (
        words("See ", reference("gone", "paragraph ", "5"), Reference("away", content=inlines("x"))),
        "See paragraph 5x",
        ["target-absent", "target-absent"],
    ),
}


@pytest.mark.parametrize(("leaf", "expected", "codes"), WORDS.values(), ids=WORDS.keys())
def test_words(office: Office, leaf: Words, expected: str, codes: list[str]) -> None:
    called = {each.id for each in leaf.content if isinstance(each, NoteMark)} & {"m", "n"}
    edition = document(Paragraph(id="p", words=leaf), notes=tuple(note(id, "Note.") for id in sorted(called)))
    assert office.bookmarked(office.written(edition, "draft").data)["_P_p"] == expected
    assert office.codes(edition) == codes


def test_what_is_left_out_is_named(office: Office) -> None:
    (finding,) = office.written(document(paragraph("a\x0bb\ufffec", id="p")), "draft").findings
    assert "U+000B, U+FFFE" in finding.message()
    assert finding.place.id == "p"


def test_a_block_of_raw_markup_is_printed_as_it_stands(office: Office) -> None:
    edition = document(RawBlock(construct="html", text="<hr>\n<p>\n"))
    assert [line.text for line in office.lines(edition)] == ["<hr>\n<p>"]


def test_words_in_another_language_say_so(office: Office) -> None:
    missing = Paragraph(words=words("Не переведено", language="ru", mark="untranslated"))
    (line,) = office.lines(document(missing))
    assert line.text == "[not translated] Не переведено"
    assert line.languages == (("Не переведено", "ru-RU"),)


# --- notes ---


def test_notes_are_numbered_in_the_order_of_their_first_marks_whatever_order_they_come_in(office: Office) -> None:
    edition = document(
        heading(1, "A", NoteMark("z")),
        paragraph("b", NoteMark("a"), NoteMark("z")),
        notes=(note("a", "Note a."), note("z", "Note z.")),
    )
    lines = [(line.place, line.text.strip()) for line in office.lines(edition)]
    assert lines == [("text", "A[1]"), ("text", "b[2],‹note=1›"), ("note 1", "Note z."), ("note 2", "Note a.")]


def test_a_note_inside_a_note_is_printed_as_it_was_written_and_reported(office: Office) -> None:
    inside = note("n", Paragraph(id="n", words=words("x", NoteMark("n"))))
    edition = document(paragraph("a", NoteMark("n"), id="p"), notes=(inside,))
    assert office.bookmarked(office.written(edition, "draft").data)["_P_n"] == "x[^n]"
    (finding,) = office.written(edition, "draft").findings
    assert (finding.code, finding.place.id) == (f"{office.name}-note-absent", "n")


def test_a_note_that_nothing_calls_is_reported(office: Office) -> None:
    assert office.codes(document(paragraph("a"), notes=(note("n", "Note."),))) == ["note-uncalled"]


# --- references and bookmarks ---


def referring(*references: Reference) -> Document[Words]:
    return document(
        heading(1, "Title", id="h"),
        numbered(1, "One.", id="p1"),
        items(paragraph("i", id="i1"), (paragraph("j", id="i2"), items(paragraph("k", id="k1")))),
        table(("a",), ("b",), caption=paragraph("Cap", id="t-cap"), number=1, id="t"),
        paragraph("See ", *references, NoteMark("n")),
        notes=(note("n", "Note."),),
    )


REFERENCES = {
    "numbered paragraph": (reference("p1", "paragraph ", "1"), "paragraph ‹number of {_P_p1}=1›"),
    "item": (reference("i1", "", "(1)"), "‹number of {_P_i1}=(1)›"),
    "inner item": (reference("k1", "", "(a)"), "‹number of {_P_k1}=(a)›"),
    "table": (reference("t", "table ", "1", automatic=False), "table ‹text of {_P_t}=1›"),
    "caption": (reference("t-cap", "table ", "1", automatic=False), "table ‹text of {_P_t}=1›"),
    "note": (reference("n", "note ", "1", automatic=False), "note ‹note=1›"),
    "heading": (Reference("h", content=inlines("“Title”")), "“Title”"),
}


@pytest.mark.parametrize(("made", "expected"), REFERENCES.values(), ids=REFERENCES.keys())
@pytest.mark.parametrize("purpose", ["draft", "final"])
def test_a_reference_is_a_field_of_the_kind_that_its_target_needs(
    office: Office, made: Reference, expected: str, purpose: Purpose
) -> None:
    (line,) = (line for line in office.lines(referring(made), purpose) if line.text.startswith("See "))
    final = {"{_P_t}": "_RefTable1"}
    named = {name: name.strip("{}") if purpose == "draft" else final.get(name, "_Ref1") for name in BOOKMARKS}
    for name, bookmark in named.items():
        expected = expected.replace(name, bookmark)
    assert line.text == f"See {expected}[1]"
    assert office.codes(referring(made)) == []


BOOKMARKS = ("{_P_p1}", "{_P_i1}", "{_P_k1}", "{_P_t}")


def test_the_bookmark_of_a_table_holds_its_number_alone(office: Office) -> None:
    edition = referring(reference("t", "", "1", automatic=False))
    assert office.bookmarked(office.written(edition, "final").data)["_RefTable1"] == "1"


@pytest.mark.parametrize(
    "target", [heading(1, "a", id="t"), div("summary", paragraph("a"), id="t"), table(("a",), id="t")]
)
@pytest.mark.parametrize("purpose", ["draft", "final"])
def test_a_reference_to_what_bears_no_number_leads_to_it(
    office: Office, target: Block[Words], purpose: Purpose
) -> None:
    edition = document(paragraph("See ", Reference("t", content=inlines("“Title”"))), target)
    name = "_P_t" if purpose == "draft" else "_Ref1"
    assert office.links(edition, purpose) == [name]
    (first,) = (line for line in office.lines(edition, purpose) if line.text == "a")
    assert name in first.bookmarks


def test_a_reference_to_what_is_not_there_is_plain_text(office: Office) -> None:
    edition = document(paragraph(reference("gone", "paragraph ", "5"), Reference("away", content=inlines("x"))))
    assert [line.text for line in office.lines(edition)] == ["paragraph 5x"]
    assert office.links(edition, "draft") == []


def test_a_draft_has_a_bookmark_around_every_unit_named_by_its_id(office: Office) -> None:
    edition = Document(
        language="en",
        title=words("Title"),
        subtitle=words("Subtitle"),
        cover=(CoverField("cover.date", words("2014")),),
        blocks=(
            heading(1, "Head", id="art-h"),
            numbered(1, "One", NoteMark("n-1"), id="p1"),
            items(paragraph("item", id="i-1")),
            table(("a", "b"), ("c", "d"), caption=paragraph("cap", id="t-cap"), number=1, id="t"),
        ),
        notes=(note("n-1", "Note"),),
    )
    texts = office.bookmarked(office.written(edition, "draft").data)
    assert {name: text for name, text in texts.items() if name.startswith("_P_")} == {
        "_P_title": "Title", "_P_subtitle": "Subtitle", "_P_cover__date": "2014", "_P_art_h": "Head", "_P_p1": "One",
        "_P_i_1": "item", "_P_t": "1", "_P_t_cap": "cap", "_P_t__h__c1": "a", "_P_t__h__c2": "b", "_P_t__r1__c1": "c",
        "_P_t__r1__c2": "d", "_P_n_1": "Note",
    }  # fmt: skip


def test_a_final_edition_has_bookmarks_only_for_its_references_and_contents(office: Office) -> None:
    written = office.written(referring(reference("p1", "", "1")), "final")
    assert sorted(office.bookmarked(written.data)) == ["_Ref1", "_Toc1"]


def test_an_id_that_stands_twice_is_reported_and_its_text_printed(office: Office) -> None:
    edition = document(paragraph("first", id="twice"), paragraph("second", id="twice"))
    assert office.codes(edition) == ["id-on-two-units"]
    assert office.bookmarked(office.written(edition, "draft").data)["_P_twice"] == "first"
    assert [line.text for line in office.lines(edition)] == ["first", "second"]
