"""Findings in the order of the files: each with its place, and what to do about its kind once."""

from __future__ import annotations

from assembler.findings import Finding, Kind, Place, Severity
from assembler.report import terminal

NO_ID = Kind("missing-id", Severity.WARNING, "The text has no ID.", "assembler ids gives it one.")
NUMBER = Kind("number-lost", Severity.ERROR, "A number is lost.", "Write {number}.")


def told(*findings: Finding) -> list[str]:
    return ["".join(piece.text for piece in line) for line in terminal.findings(findings, lambda text: text)]


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
