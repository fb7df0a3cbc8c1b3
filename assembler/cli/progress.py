"""A progress bar on work that lasts: in a terminal only, and only once a second has gone by.

rich is imported when the bar first shows, so that quick commands do not pay for it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds that pass before a bar is shown."""


def tracked(things: Iterable[T], total: int, label: str, *, shown: bool = True) -> Iterator[T]:
    """The things one by one, with a bar on standard error that says how many of `total` are done."""
    if not (shown and sys.stderr.isatty()):
        yield from things
        return
    began = time.monotonic()
    progress = task = None
    for done, thing in enumerate(things):
        if progress is None and time.monotonic() - began > PATIENCE:
            from rich.console import Console
            from rich.progress import Progress

            progress = Progress(console=Console(stderr=True), transient=True)
            task = progress.add_task(label, total=total, completed=done)
            progress.start()
        elif progress is not None and task is not None:
            progress.update(task, completed=done)
        yield thing
    if progress is not None:
        progress.stop()
