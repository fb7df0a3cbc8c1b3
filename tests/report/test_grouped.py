"""Findings of a check are told by rule, the worst first; what they have in common is told once."""

from __future__ import annotations

from assembler.findings import Finding, Kind, Place, Severity
from assembler.language.load import load
from assembler.report import grouped
from assembler.report.voice import Voice

SPACES = Kind("double-space", Severity.WARNING, "There are two spaces.", "Leave one.")
NUMBER = Kind("number-lost", Severity.ERROR, "The number {number} is lost.", "Write {number}.")


def told(findings: list[Finding], *, in_full: bool = False) -> list[str]:
    lines = grouped.findings(findings, Voice(str, load("en")), in_full=in_full)
    return ["".join(piece.text for piece in line) for line in lines]


def spaces(count: int) -> list[Finding]:
    return [SPACES.at(Place("a.md", line, id=f"a{line}"), quote="two  spaces") for line in range(1, count + 1)]


def test_the_sentence_is_said_once_and_every_place_has_its_quote() -> None:
    assert told(spaces(2)) == [
        "warning: There are two spaces. (double-space) × 2",
        "  Leave one.",
        "    a.md:1 [a1]",
        "      two  spaces",
        "    a.md:2 [a2]",
        "      two  spaces",
        "",
        "Warnings: 2.",
    ]


def test_sentences_that_differ_stand_at_their_places_and_errors_come_first() -> None:
    numbers = [NUMBER.at(Place("b.po", line), number=line) for line in (1, 2)]
    assert told([*spaces(1), *numbers])[:6] == [
        "error: (number-lost) × 2",
        "    b.po:1  The number 1 is lost.",
        "      Write 1.",
        "    b.po:2  The number 2 is lost.",
        "      Write 2.",
        "",
    ]


def test_of_many_findings_the_rest_is_counted_unless_all_are_asked_for() -> None:
    assert "    … and 37 more (--all)" in told(spaces(47))
    assert len(told(spaces(47), in_full=True)) == 2 + 2 * 47 + 2
