"""How well real texts are aligned: what the issue asks for, on texts that the weights were not set on."""

from __future__ import annotations

from pathlib import Path

from benchmarks.alignment import measured, rows
from benchmarks.documents import declaration


def test_the_declaration_as_documents_is_aligned(shared: Path) -> None:
    for name, whole in declaration(shared):
        for each in measured(whole, [0], 0.0):
            assert each.f1 >= 0.98, (name, each.pair)
            assert each.wrong == 0, (name, each.pair)


def test_paragraphs_that_are_missing_or_joined_do_no_harm_to_the_others(shared: Path) -> None:
    declaration = rows(shared / "data" / "parallel" / "udhr" / "udhr.json")
    for each in measured(declaration, range(20)):
        assert each.f1 >= 0.95, each.pair
        assert each.wrong < 0.01, each.pair


def test_lists_of_like_entries_are_aligned_too(shared: Path) -> None:
    indicators = rows(shared / "data" / "parallel" / "sdg" / "global_indicators.json")
    for each in measured(indicators, range(1)):
        assert each.f1 >= 0.88, each.pair
        assert each.wrong < 0.03, each.pair
