"""One writer at a time: a lock on a submission while its sources or catalogs are being written.

The lock belongs to the open file, so the system takes it away when the process ends, however it ends. The file names
the process for whoever finds the lock held.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assembler.errors import RefusedError
from assembler.findings import Kind, Place, Severity
from assembler.project import files

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCKED = Kind(
    "locked",
    Severity.ERROR,
    "Another command is writing into this submission (process {process}); nothing was written.",
    "Wait until it has ended, then run the command again.",
)
FILE_NAME = ".assembler.lock"
ATTEMPTS = 30
PAUSE = 0.1
"""Seconds between two attempts."""
BEYOND = 1 << 30
"""The byte that is locked in Windows, where nobody can read what is: far behind the number of the process."""


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Hold the submission's lock. Raises RefusedError if another process keeps it for some seconds."""
    path = root / FILE_NAME
    handle = _acquired(path)
    try:
        with suppress(OSError):  # on a full disk the lock holds all the same, it only cannot say whose it is
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        _give_up(handle, path)


def _acquired(path: Path) -> int:
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(PAUSE)
        handle = _attempt(path)
        if handle is not None:
            return handle
    with suppress(OSError):
        process = path.read_text(encoding="utf-8").strip()
        raise RefusedError(LOCKED.at(Place(FILE_NAME), process=process or "?"))
    raise RefusedError(LOCKED.at(Place(FILE_NAME), process="?"))


def _attempt(path: Path) -> int | None:
    """The open file with its lock; None while another has it, or if it was removed by the one who had it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise files.unwritable(FILE_NAME, error) from error
    try:
        _lock(handle)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except OSError:
        pass
    os.close(handle)
    return None


def _lock(handle: int) -> None:
    """Raises OSError while another process has the lock."""
    if sys.platform == "win32":
        os.lseek(handle, BEYOND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _give_up(handle: int, path: Path) -> None:
    """Whoever holds the lock takes its file away; in Windows after closing it, for an open file cannot be removed
    there, nor one that the next has opened meanwhile."""
    if sys.platform == "win32":
        os.close(handle)
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(handle)
