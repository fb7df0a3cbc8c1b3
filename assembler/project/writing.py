"""How every command that writes people's work goes about it: alone, and again where somebody saved a file meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from assembler.project import lock, together
from assembler.project.together import ChangedMeanwhileError

T = TypeVar("T")

AGAIN = 4
"""How often work is begun anew because a file changed under it, before the command gives up and says so."""


def undisturbed(root: Path, job: Callable[[], T]) -> T:
    """What `job` gives, which reads, works and ends in `together.write` while no other command writes into `root`.

    What a killed command has left unfinished is finished first. Raises RefusedError if another process keeps the lock
    for some seconds, or if somebody saves again and again.
    """
    with lock.held(root):
        together.finish(root)
        for _ in range(AGAIN):
            with suppress(ChangedMeanwhileError):
                return job()
        return job()
