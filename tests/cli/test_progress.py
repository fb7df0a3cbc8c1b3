"""A bar is shown where there is a terminal and the work lasts; nothing is lost on the way."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest

from assembler.cli import progress
from assembler.cli.progress import Watch


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal_of(monkeypatch: pytest.MonkeyPatch, patience: float) -> Terminal:
    """A terminal in the place of standard error. Not a fixture: pytest puts its own there when the test begins."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", patience)
    return stream


def within_seconds(happens: Callable[[], bool]) -> bool:
    """Whether it happens before half a minute has gone by."""
    end = time.monotonic() + 30
    while not happens() and time.monotonic() < end:
        time.sleep(0.02)
    return happens()


def test_every_thing_comes_through_with_a_bar_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal_of(monkeypatch, 0.0)
    for watch in (Watch(), Watch(shown=False)):
        assert list(watch.track("Reading", [1, 2, 3])) == [1, 2, 3]
        watch.end()


def test_quick_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_of(monkeypatch, 1.0)
    watch = Watch()
    list(watch.track("Reading", range(5)))
    watch.end()
    assert terminal.getvalue() == ""


def test_a_lasting_work_shows_what_is_being_done_though_it_is_one_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_of(monkeypatch, 0.05)
    watch = Watch()
    list(watch.track("Reading", range(2)))
    for _ in watch.track("Merging", ["one"]):
        assert within_seconds(lambda: "Merging" in terminal.getvalue())
    watch.end()


def test_the_bar_is_gone_before_something_is_printed_and_does_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_of(monkeypatch, 0.0)
    watch = Watch()
    for _ in watch.track("Reading", ["one"]):
        assert within_seconds(lambda: "Reading" in terminal.getvalue())
    watch.end()
    shown = terminal.getvalue()
    assert shown.endswith("\x1b[?25h") or "\x1b[?25h" in shown[-40:]
    list(watch.track("Reading", ["two"]))
    time.sleep(0.2)
    assert terminal.getvalue() == shown
