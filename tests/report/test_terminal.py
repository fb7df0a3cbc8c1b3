"""Findings in the order of the files: each with its place, and what to do about its kind once."""

from __future__ import annotations

from assembler.findings import Finding, Kind, Place, Severity, phrase
from assembler.language.load import load
from assembler.report import terminal
from assembler.report.voice import Voice

NO_ID = Kind("missing-id", Severity.WARNING, "The text has no ID.", "assembler ids gives it one.")
NUMBER = Kind("number-lost", Severity.ERROR, "A number is lost.", "Write {number}.")
LENGTH = Kind("length", Severity.INFO, "{count} words, {most} at most, {times} times: {suggestion}.")


def told(*findings: Finding) -> list[str]:
    return ["".join(piece.text for piece in line) for line in terminal.findings(findings, Voice(str, load("en")))]


def test_a_hint_stands_under_the_first_finding_that_has_it() -> None:
    assert told(NO_ID.at(Place("a.md", 1)), NO_ID.at(Place("a.md", 3))) == [
        "a.md:1 warning: The text has no ID. (missing-id)",
        "    assembler ids gives it one.",
        "a.md:3 warning: The text has no ID. (missing-id)",
        "Warnings: 2.",
    ]


def test_hints_that_say_different_things_are_all_given() -> None:
    lines = told(*(NUMBER.at(Place("a.po", line), number=line) for line in (1, 2)))
    assert [line for line in lines if line.startswith(" ")] == ["    Write 1.", "    Write 2."]


def test_counts_are_written_as_the_language_of_the_interface_writes_numbers() -> None:
    most = LENGTH.at(Place("a.md"), count=10700, most=4000, times=1.25, suggestion=phrase("{more} more", more=12000))
    said = {code: terminal.findings([most], Voice(str, load(code)))[0][2].text for code in ("en", "ru", "kk")}
    assert said == {
        "en": " 10,700 words, 4,000 at most, 1.2 times: 12,000 more. ",
        "ru": " 10\u00a0700 words, 4000 at most, 1,2 times: 12\u00a0000 more. ",
        "kk": " 10\u00a0700 words, 4000 at most, 1,2 times: 12\u00a0000 more. ",
    }


def test_findings_beyond_the_tenth_of_a_kind_are_counted_in_the_same_way() -> None:
    *_, more, total = told(*(NO_ID.at(Place("a.md", line)) for line in range(1, 1212)))
    assert (more, total) == ("… and 1,201 more “missing-id” (--json lists all)", "Warnings: 1,211.")
