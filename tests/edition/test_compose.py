"""Dates and numbers written as data: the edition has the language's own form, whatever form was asked for. Note marks
that are neighbours stand side by side."""

from __future__ import annotations

import pytest

from assembler.document.inline import parse
from assembler.document.model import Paragraph
from assembler.document.walk import plain_text
from tests.edition.specimen import edition, section


def said(data: str, language: str) -> tuple[str, list[str]]:
    """What a paragraph with some data says in an edition, and the codes of findings."""
    composed = edition(section(f"{{#p-aa}}\n{data}\n"), language=language, texts={"p-aa": data})
    (paragraph,) = composed.document.blocks
    assert isinstance(paragraph, Paragraph)
    return plain_text(paragraph.words.content).replace("\u00a0", " "), [each.code for each in composed.findings]


@pytest.mark.parametrize(
    ("data", "language", "text"),
    [
        ("[2014-07-05]{.date form=gen}", "ru", "5 июля 2014 года"),
        ("[2014-07-05]{.date form=prp}", "ru", "5 июля 2014 года"),
        ("[2014-07]{.date form=prp}", "ru", "июле 2014 года"),
        ("[2014-07-05]{.date form=gen}", "kk", "2014 жылғы 5 шілденің"),
        ("[2014-07-05]{.date form=loc}", "en", "5 July 2014"),
    ],
)
def test_a_date_is_written_in_the_case_asked_for_where_its_words_show_one(data: str, language: str, text: str) -> None:
    assert said(data, language) == (text, [])


@pytest.mark.parametrize(("language", "text"), [("ru", "5 июля 2014 года"), ("en", "5 July 2014")])
def test_a_date_in_a_form_that_there_is_not_is_a_date_all_the_same_and_said(language: str, text: str) -> None:
    assert said("[2014-07-05]{.date form=locative}", language) == (text, ["unknown-date-form"])


def test_what_is_no_date_stands_as_it_is_and_is_said() -> None:
    assert said("[2014-02-30]{.date}", "en") == ("2014-02-30", ["bad-date"])
    assert said("[ten]{.number}", "en") == ("ten", ["bad-number"])


@pytest.mark.parametrize(
    ("written", "set"),
    [
        ("A *word[^p-m]*[^p-n]", "A *word*[^p-m][^p-n]"),
        ("A **word *or two[^p-m]*[^p-n]**[^p-m]", "A **word *or two***[^p-m][^p-n][^p-m]"),
        ("A *[^p-m]*[^p-n]", "A [^p-m][^p-n]"),
        ("A *word[^p-m]* and[^p-n]", "A *word[^p-m]* and[^p-n]"),
    ],
)
def test_between_marks_that_follow_each_other_no_emphasis_ends(written: str, set: str) -> None:
    """Else no writer sees that they are neighbours, and notes 1 and 2 are printed as note 12."""
    notes = "\n[^p-m]: One.\n\n[^p-n]: Two.\n"
    composed = edition(section(f"{{#p-aa}}\n{written}\n{notes}"), texts={"p-aa": written})
    (paragraph,) = composed.document.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.words.content == parse(set)
