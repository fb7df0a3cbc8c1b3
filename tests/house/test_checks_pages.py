"""docs/checks/ says what the table of rules says."""

from __future__ import annotations

from tools import checks


def test_the_pages_of_rules_are_those_of_the_table() -> None:
    present = {path.name: path.read_text(encoding="utf-8") for path in checks.FOLDER.glob("*.md")}
    assert present == checks.pages(), "run: python -m tools.checks"


def test_what_cannot_be_seen_is_written_as_its_code() -> None:
    assert checks.visible("№\u00a05 е\u0301") == "№‹U+00A0›5 е‹U+0301›"
