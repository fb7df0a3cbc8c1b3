"""Files that belong together: all of them are written, or none.

First every new file is laid beside its place, safe on the disk; a full disk or a protected file shows itself here,
while nothing has changed. Then each place is compared with what was read from it, and only then are the files renamed,
in the order in which they were given. Whoever gives them puts those that gain words before those that lose them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct

from assembler.errors import RefusedError
from assembler.findings import Kind, Place, Severity
from assembler.project import files

CHANGED_MEANWHILE = Kind(
    "changed-meanwhile",
    Severity.ERROR,
    "The file was changed by somebody else since it was read; nothing was written.",
    "Run the command again: it then sees the change.",
)


class Change(Struct, frozen=True):
    """What is to become of one file: its bytes before and after, None where there is no file."""

    path: str
    before: bytes | None
    after: bytes | None


def write(root: Path, changes: Sequence[Change]) -> None:
    """Make the changes in their order; a path may come twice, then it passes through both contents.

    Raises UnwritableFileError while everything is as it was, and RefusedError where a file is not what was read. Only
    a rename that fails, after all of that, leaves the changes after it undone.
    """
    with ExitStack() as parts:
        ready = [(change, _part(root, change, parts)) for change in changes]
        _compare(root, changes)
        for change, part in ready:
            _put(root, change, part)


def _part(root: Path, change: Change, parts: ExitStack) -> Path | None:
    if change.after is None:
        return None
    try:
        part = files.prepared((root / change.path).resolve(), change.after)
    except OSError as error:
        raise files.unwritable(change.path, error) from error
    parts.callback(files.discard, part)
    return part


def _compare(root: Path, changes: Sequence[Change]) -> None:
    before: dict[str, bytes | None] = {}
    for change in changes:
        before.setdefault(change.path, change.before)
    for path, read in before.items():
        present = files.read_bytes(root, path) if (root / path).is_file() else None
        if present != read:
            raise RefusedError(CHANGED_MEANWHILE.at(Place(path)))


def _put(root: Path, change: Change, part: Path | None) -> None:
    target = root / change.path
    if part is None:
        files.remove(root, change.path)
        return
    try:
        part.replace(target.resolve())
    except OSError as error:
        raise files.unwritable(change.path, error) from error
