"""A bar is shown where there is a terminal and the work lasts; nothing is lost on the way."""

from __future__ import annotations

import io

import pytest

from assembler.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_every_thing_comes_through_with_a_bar_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr("sys.stderr", Terminal())
    assert list(progress.tracked([1, 2, 3], 3, "Reading")) == [1, 2, 3]
    assert list(progress.tracked([1, 2, 3], 3, "Reading", shown=False)) == [1, 2, 3]


def test_a_lasting_work_shows_its_label_and_a_quick_one_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    list(progress.tracked(range(5), 5, "Reading"))
    assert terminal.getvalue() == ""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    list(progress.tracked(range(5), 5, "Reading"))
    assert "Reading" in terminal.getvalue()
