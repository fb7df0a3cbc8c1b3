"""Phrases fill the gaps of findings and are translated with them."""

from __future__ import annotations

from assembler.findings import Kind, Phrase, Place, Severity, in_reading_order, listed, phrase

KIND = Kind("some-code", Severity.ERROR, "{what} has no ID ({states}).", "{suggestion}")
GERMAN = {
    "{what} has no ID ({states}).": "{what} hat keine ID ({states}).",
    "A table": "Eine Tabelle",
    "{state}: {count}": "{count} × {state}",
    "fuzzy": "unscharf",
    "Did you mean “{name}”?": "Meinten Sie „{name}“?",
}


def german(template: str) -> str:
    return GERMAN.get(template, template)


FINDING = KIND.at(
    Place("a.md", 3),
    what=Phrase("A table"),
    states=listed([phrase("{state}: {count}", state=Phrase("fuzzy"), count=2), Phrase("{{new}}")]),
    suggestion=phrase("Did you mean “{name}”?", name="A table"),
)


def test_phrases_are_english_where_nothing_is_translated() -> None:
    assert FINDING.message() == "A table has no ID (fuzzy: 2, {new})."
    assert FINDING.hint() == "Did you mean “A table”?"


def test_phrases_are_translated_with_their_sentence_and_names_are_not() -> None:
    assert FINDING.message(german) == "Eine Tabelle hat keine ID (2 × unscharf, {new})."
    assert FINDING.hint(german) == "Meinten Sie „A table“?"


def test_findings_with_phrases_have_an_order() -> None:
    plain = KIND.at(Place("a.md", 3), what="A cell", states="", suggestion="")
    assert in_reading_order([FINDING, plain, FINDING]) == [plain, FINDING]


def test_counts_are_grouped_and_numbers_that_only_name_something_are_not() -> None:
    told = Kind("told", Severity.INFO, "{count} words behind line {line}").at(Place(), count=10700, line="10700")
    assert told.message() == "10,700 words behind line 10700"
