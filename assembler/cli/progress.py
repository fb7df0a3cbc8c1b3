"""A progress bar on work that lasts: in a terminal only, and only once a second has gone by.

A command has one bar, which says in turn what is being done; it appears by the clock, also while one thing takes long,
and is gone before anything else is printed. rich is imported when it first shows, so that quick commands do not pay.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from threading import Lock, Timer
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds that pass before a bar is shown."""


class Watch:
    """The bar of one command, on standard error. `shown` is whether there may be one, where there is a terminal."""

    def __init__(self, *, shown: bool = True) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._lock = Lock()
        self._timer: Timer | None = None
        self._bar: tuple[Progress, TaskID] | None = None
        self._label, self._done, self._total = "", 0, 0

    def track(self, label: str, things: Sequence[T]) -> Iterator[T]:
        """The things one by one, while the bar says how many of them are done; `label` is what is done with them."""
        self._stand(label, 0, len(things))
        for done, thing in enumerate(things):
            self._stand(label, done, len(things))
            yield thing
        self._stand(label, len(things), len(things))

    def end(self) -> None:
        """Take the bar away, for good: something is to be printed, or the command leaves."""
        with self._lock:
            self._shown = False
            if self._timer:
                self._timer.cancel()
            if self._bar:
                self._bar[0].stop()
                self._bar = None

    def _stand(self, label: str, done: int, total: int) -> None:
        if not self._shown:
            return
        with self._lock:
            self._label, self._done, self._total = label, done, total
            if self._bar:
                progress, task = self._bar
                progress.update(task, description=label, completed=done, total=total)
            elif self._timer is None:
                self._timer = Timer(PATIENCE, self._appear)
                self._timer.daemon = True
                self._timer.start()

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        with self._lock:
            if not self._shown:
                return
            progress = Progress(console=Console(stderr=True), transient=True)
            self._bar = progress, progress.add_task(self._label, completed=self._done, total=self._total)
            progress.start()
