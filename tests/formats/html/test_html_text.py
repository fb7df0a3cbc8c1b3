"""What stands in a page of HTML: structure, languages, links and anchors, and what is refused."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from assembler.document.model import (
    Document,
    Emphasis,
    Link,
    NoteMark,
    Paragraph,
    Reference,
    Span,
    TargetNumber,
    Text,
    Words,
)
from assembler.formats.html import text
from assembler.formats.html.write import write
from assembler.formats.written import Purpose, Stamp
from assembler.language import load as languages
from tests.editions import document, heading, inlines, items, note, numbered, paragraph, reference, table, words
from tests.pages import UN, by_id, elements, found, page, parsed, text_of, written
from tests.pages import words as words_of
from tests.specimens import SAMPLES, specimen, torture

PURPOSES = pytest.mark.parametrize("purpose", ["draft", "final"])


def codes(edition: Document[Words]) -> list[str]:
    return [finding.code for finding in written(edition).findings]


@PURPOSES
@pytest.mark.parametrize("edition", [specimen("ru"), torture()], ids=["specimen", "torture"])
def test_every_link_inside_the_page_has_its_target_and_every_anchor_is_the_only_one(
    edition: Document[Words], purpose: Purpose
) -> None:
    root = page(edition, purpose)
    anchors = found(root, "//@id")
    targets = [href[1:] for href in found(root, "//@href") if href.startswith("#")]
    assert len(targets) > 40
    assert set(targets) <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_the_title_is_the_first_heading_and_the_others_stand_below_it() -> None:
    root = page(document(*(heading(level, f"Level {level}") for level in range(1, 7))))
    ranks = [(each.tag, each.get("aria-level")) for each in elements(root, "//h1|//h2|//h3|//h4|//h5|//h6")]
    assert ranks == [("h1", None), ("h2", None), ("h3", None), ("h4", None), ("h5", None), ("h6", None), ("h6", "7")]


def test_contents_are_lists_in_lists_down_to_the_third_level_and_end_with_the_notes() -> None:
    blocks = (heading(1, "A", NoteMark("n")), heading(2, "B"), heading(4, "Low"), heading(3, "C"), heading(1, "D"))
    root = page(document(*blocks, notes=(note("n", "A note."),)))
    assert found(root, "//nav//a/text()") == ["A", "B", "C", "D", "Notes"]
    assert found(root, "//nav//ol/ol/li/a/text()|//nav//ol/li/ol/li/ol/li/a/text()") == ["C"]
    assert elements(page(replace(document(*blocks), contents=False)), "//nav") == []


def test_words_in_another_language_say_so() -> None:
    foreign = Paragraph(words=words("По-русски", language="ru", mark="untranslated"), id="a")
    span = paragraph(Span(inlines("forum"), pairs=(("lang", "la"),)))
    root = page(document(foreign, span))
    assert found(root, "/html/@lang") == [languages.load("en").tag]
    assert found(root, "//p//@lang") == ["ru-RU", "la"]


def test_words_that_are_no_current_translation_are_marked_in_words_too() -> None:
    root = page(document(Paragraph(words=words("Old", mark="fuzzy"), id="a")))
    (mark,) = elements(root, "//span[@class='mark-fuzzy']")
    assert text_of(mark) == "[translation out of date] Old"


def test_what_is_outside_the_text_is_escaped() -> None:
    root = page(document(paragraph('<script>alert("1")</script> & more', id='x"><b>')))
    assert "<script>alert" in text_of(root)
    assert len(elements(root, "//script")) == 1
    assert elements(root, "//b") == []


def test_control_characters_are_left_out_and_reported() -> None:
    edition = document(paragraph("a\x01b\x85c", id="a"))
    assert codes(edition) == ["html-illegal-character"]
    assert words_of(by_id(page(edition), "a")) == "abc"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "java\x01script:x", "vbscript:x"]
)
def test_an_address_that_a_browser_would_run_is_no_link(address: str) -> None:
    edition = document(paragraph(Link(address, inlines("words")), id="a"))
    assert codes(edition) == ["html-unsafe-address"]
    assert found(page(edition), "//p[@id='a']//a[@class='link']") == []
    assert words_of(by_id(page(edition), "a")) == "words"


@pytest.mark.parametrize(
    "address", ["https://example.org/a b?c=«d»", "mailto:a@example.org", "other.html", "//example.org"]
)
def test_other_addresses_are_links(address: str) -> None:
    assert text.is_safe(address)
    root = page(document(paragraph(Link(address, inlines("words"), 'a "title"'))))
    assert found(root, "//a[starts-with(@class, 'link')]/@href") == [address.replace(" ", "%20")]
    assert found(root, "//a/@title") == ['a "title"']


def test_a_reference_leads_to_its_target_and_a_range_to_both_ends() -> None:
    one = reference("a", "paragraph ", "1")
    both = Reference(
        "a",
        to="b",
        content=(Text("paragraphs "), TargetNumber("a", "1", True), Text("–"), TargetNumber("b", "2", True)),
    )
    root = page(document(numbered(1, one, id="a"), numbered(2, both, id="b")), "final")
    links = [(text_of(each), each.get("href")) for each in elements(root, "//a[@class='ref']")]
    assert links == [("paragraph 1", "#a"), ("1", "#a"), ("2", "#b")]


def test_a_reference_to_nothing_is_plain_text_and_reported_once() -> None:
    edition = document(paragraph(reference("nowhere", "paragraph ", "7"), id="a"))
    assert codes(edition) == ["html-target-absent"]
    assert words_of(by_id(page(edition), "a")) == "paragraph 7"


def test_no_link_stands_in_a_link() -> None:
    inner = (Text("see "), Emphasis((Link("https://example.org/b", inlines("b")),)), NoteMark("n"))
    edition = document(paragraph(Link("https://example.org/a", inner)), notes=(note("n", "Note."),))
    root = page(edition)
    assert elements(root, "//a//a") == []
    assert "see b1" in text_of(root)


def test_a_note_leads_back_to_each_of_its_marks() -> None:
    edition = document(paragraph("a", NoteMark("n"), " b", NoteMark("n"), id="p"), notes=(note("n", "Note."),))
    root = page(edition)
    marks = found(root, "//a[@role='doc-noteref']/@id")
    assert len(marks) == 2
    assert found(root, "//li[@id='n_1']//a[@role='doc-backlink']/@href") == [f"#{mark}" for mark in marks]
    assert found(root, "//a[@role='doc-noteref']/text()") == ["1", "1"]


def test_a_mark_without_a_note_and_a_note_without_a_mark_are_reported() -> None:
    edition = document(paragraph("a", NoteMark("x"), id="p"), notes=(note("n", "Note."),))
    assert codes(edition) == ["html-note-absent", "html-note-uncalled"]
    assert words_of(by_id(page(edition), "p")) == "a[^x]"


def test_a_final_page_bears_the_ids_of_what_is_referred_to_and_no_others() -> None:
    edition = specimen("en")
    own = {anchor for anchor in found(page(edition, "final"), "//@id") if "_" not in anchor}
    assert own == {"s1-p2", "s1-t", "s2-p2", "s2-t"}
    assert {"s1-p1", "s1-i1", "s1-rec", "s1-t.r1.c1"} <= set(found(page(edition, "draft"), "//@id"))


def test_numbered_paragraphs_of_a_final_page_can_be_linked_to_also_where_numbers_begin_again() -> None:
    root = page(document(numbered(1, "One."), numbered(1, "One again.", series=2)), "final")
    assert found(root, "//p[@class='numbered']/@id") == ["p_1", "p_1_"]


def test_an_id_on_two_units_is_an_anchor_once_and_reported() -> None:
    edition = document(paragraph("One.", id="a"), paragraph("Two.", id="a"))
    assert codes(edition) == ["id-on-two-units"]
    assert words_of(by_id(page(edition), "a")) == "One."


def test_cells_say_what_they_head() -> None:
    root = page(document(table(("", "2012"), ("Complaints", "7"), id="t", align=("left", "right"))))
    heads = [(text_of(each), each.get("scope")) for each in elements(root, "//th")]
    assert heads == [("2012", "col"), ("Complaints", "row")]
    assert found(root, "//td[@class='right']/text()") == ["7"]


def test_a_row_with_cells_left_out_is_filled() -> None:
    edition = document(table(("A", "B", "C"), ("1",)))
    assert [len(row) for row in elements(page(edition), "//tr")] == [3, 3]


@pytest.mark.parametrize("language", SAMPLES)
def test_lists_have_the_markers_of_the_language(language: str) -> None:
    edition = replace(document(items(paragraph("a"), paragraph("b"), letters=True, start=2)), language=language)
    shown = {"en": ["(b) ", "(c) "], "ru": ["b) ", "c) "], "kk": ["b) ", "c) "]}
    assert found(page(edition), "//span[@class='marker']/text()") == shown[language]


STAMP = Stamp("Draft, version 3", (("assembler version", "3"),))


def test_a_draft_bears_its_stamp_on_the_cover_in_its_metadata_and_on_paper() -> None:
    data = write(document(), UN, purpose="draft", stamp=STAMP).data
    root = parsed(data)
    assert found(root, "//header/p[@class='stamp']/text()") == ["Draft, version 3"]
    assert found(root, "//meta[@name='assembler-version']/@content") == ["3"]
    assert data.count(b'"Draft, version 3"') == 2, "in the boxes of the cover and of the other pages"


def test_a_final_page_bears_no_stamp() -> None:
    data = write(document(), UN, purpose="final", stamp=STAMP).data
    assert b"version 3" not in data
    assert b"assembler" not in data


@PURPOSES
def test_the_same_edition_gives_the_same_bytes(purpose: Purpose) -> None:
    assert written(torture(), purpose).data == written(torture(), purpose).data


def test_the_page_fetches_nothing_and_has_no_style_or_script_in_its_elements() -> None:
    data = written(torture()).data.decode()
    root = page(torture())
    assert found(root, "//@src|//link/@href|//@style|//@*[starts-with(name(), 'on')]") == []
    assert not re.search(r"url\(|@import", data)
    (policy,) = found(root, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_a_long_run_without_headings_is_cut_into_chunks_but_not_before_what_belongs_to_a_paragraph() -> None:
    blocks = [each for n in range(1, 61) for each in (numbered(n, "One."), items(paragraph("a")))]
    root = page(document(*blocks))
    chunks = elements(root, "//div[@class='chunk']")
    assert len(chunks) == 3
    assert all(chunk[0].tag == "p" for chunk in chunks)
