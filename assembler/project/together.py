"""Files that belong together: all of them are written, or none.

First every new file is laid beside its place, safe on the disk; a full disk or a protected file shows itself here,
while nothing has changed. Then each place is compared with what was read from it, and only then are the files renamed,
in the order in which they were given. Whoever gives them puts those that gain words before those that lose them.

What is to be renamed is written down before the first rename. If the process is killed between two of them, the next
command that writes finds the list and does the rest (`finish`), unless somebody has changed a file since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from assembler.errors import AssemblerError, RefusedError
from assembler.findings import Kind, Place, Severity
from assembler.project import files

CHANGED_MEANWHILE = Kind(
    "changed-meanwhile",
    Severity.ERROR,
    "The file was changed by somebody else since it was read; nothing was written.",
    "Run the command again: it then sees the change.",
)
LIST = ".assembler.pending"
_OUR_PART = re.compile(rf"\..+\.(?:md|po|pot|toml|txt|pending)\.\w+{re.escape(files.PART)}")
_PLACES = ("", "sources/*/", "locales/", "locales/*/LC_MESSAGES/")


class ChangedMeanwhileError(RefusedError):
    """A file is not what was read from it; nothing was written, and the work can be done again."""


class Change(Struct, frozen=True):
    """What is to become of one file: its bytes before and after, None where there is no file.

    `lasting` is what must outlive a power cut; the rest can be made again.
    """

    path: str
    before: bytes | None
    after: bytes | None
    lasting: bool = True


class _Step(Struct, frozen=True):
    """A change that is prepared, as the list of pending renames has it: `part` is the name of the new file beside the
    old one, None for a removal; the others are digests.
    """

    path: str
    part: str | None
    before: str
    after: str


def write(root: Path, changes: Sequence[Change]) -> None:
    """Make the changes in their order; a path may come twice, then it passes through both contents.

    Raises UnwritableFileError or ChangedMeanwhileError while everything is as it was. Only where a rename fails, after
    all of that, and cannot be taken back either, some files stay changed until `finish` does the rest.
    """
    changes = _chained(changes)
    with ExitStack() as parts:
        targets = {change.path: (root / change.path).resolve() for change in changes}
        steps = [_prepared(targets[change.path], change, parts) for change in changes]
        for change, step in zip(changes, steps, strict=True):
            _synced(targets[change.path], change, step)
        _compare(root, changes)
        if len(steps) > 1:
            _write_down(root, steps, parts)
        _carry_out(root, changes, steps, targets, parts)


def finish(root: Path) -> None:
    """Do what a killed process had begun and written down, and clear away what it left. Raises UnwritableFileError.

    Only to be called while no other command is writing.
    """
    pending = root / LIST
    if pending.is_file():
        for step in _written_down(pending):
            if not _is_done(root, step) and not _redone(root, step):
                break
        files.remove(root, LIST)
    for place in _PLACES:
        for part in root.glob(f"{place}.*{files.PART}"):
            if _OUR_PART.fullmatch(part.name):
                files.discard(part)


# --- before anything changes ---------------------------------------------------------------------------------------


def _chained(changes: Sequence[Change]) -> list[Change]:
    """What a file is changed from is what the change before it has made of it."""
    after: dict[str, bytes | None] = {}
    chained = []
    for change in changes:
        chained.append(replace(change, before=after.get(change.path, change.before)))
        after[change.path] = change.after
    return chained


def _prepared(target: Path, change: Change, parts: ExitStack) -> _Step:
    part: str | None = None
    if change.after is not None:
        try:
            new = files.prepared(target, change.after)
        except OSError as error:
            raise files.unwritable(change.path, error) from error
        parts.callback(files.discard, new)
        part = new.name
    return _Step(change.path, part, _digest(change.before), _digest(change.after))


def _synced(target: Path, change: Change, step: _Step) -> None:
    """Not before all parts are written, so that the system can bring them to the disk at once."""
    if step.part is not None and change.lasting:
        try:
            files.sync(target.with_name(step.part))
        except OSError as error:
            raise files.unwritable(change.path, error) from error


def _compare(root: Path, changes: Sequence[Change]) -> None:
    first: dict[str, Change] = {}
    for change in changes:
        first.setdefault(change.path, change)
    for change in first.values():
        _compare_one(root, change)


def _compare_one(root: Path, change: Change) -> None:
    if _present(root, change.path) != change.before:
        raise ChangedMeanwhileError(CHANGED_MEANWHILE.at(Place(change.path)))


def _present(root: Path, path: str) -> bytes | None:
    return files.read_bytes(root, path) if (root / path).is_file() else None


def _digest(data: bytes | None) -> str:
    """What tells a file that is not whole, or that somebody has edited since; nobody forges it."""
    return "" if data is None else f"{len(data)}-{crc32(data):08x}"


# --- the list of pending renames -----------------------------------------------------------------------------------


def _write_down(root: Path, steps: Sequence[_Step], parts: ExitStack) -> None:
    try:
        new = files.prepared(root / LIST, msgspec.json.encode(steps))
        parts.callback(files.discard, new)
        files.sync(new)
        parts.callback(files.discard, root / LIST)
        new.replace(root / LIST)
    except OSError as error:
        raise files.unwritable(LIST, error) from error
    _sync_folders([root])


def _written_down(pending: Path) -> list[_Step]:
    try:
        return msgspec.json.decode(pending.read_bytes(), type=list[_Step])
    except (OSError, msgspec.DecodeError):
        return []


def _is_done(root: Path, step: _Step) -> bool:
    target = (root / step.path).resolve()
    return not (target.with_name(step.part) if step.part else target).exists()


def _redone(root: Path, step: _Step) -> bool:
    """Whether the step could still be done: its file is what it was, the new one as whole as it was written."""
    if _digest(_present(root, step.path)) != step.before:
        return False
    target = (root / step.path).resolve()
    if step.part and _digest(target.with_name(step.part).read_bytes()) != step.after:
        return False
    _take(root, target, step)
    return True


# --- renames -------------------------------------------------------------------------------------------------------


def _carry_out(
    root: Path, changes: Sequence[Change], steps: Sequence[_Step], targets: Mapping[str, Path], parts: ExitStack
) -> None:
    done: list[tuple[Change, _Step]] = []
    try:
        for change, step in zip(changes, steps, strict=True):
            _compare_one(root, change)
            _take(root, targets[step.path], step)
            done.append((change, step))
    except BaseException:
        if not _taken_back(root, done):
            parts.pop_all()  # stays for the next command, which finishes the work
        raise
    _sync_folders(targets[change.path].parent for change in changes if change.lasting)


def _take(root: Path, target: Path, step: _Step) -> None:
    if step.part is None:
        files.remove(root, step.path)
        return
    try:
        target.with_name(step.part).replace(target)
    except OSError as error:
        raise files.unwritable(step.path, error) from error


def _taken_back(root: Path, done: Sequence[tuple[Change, _Step]]) -> bool:
    """Put back what stood there, the last first; whether that could be done.

    Nothing is put back where there is no room for all of it, or where somebody has changed a file since.
    """
    present = {change.path: change.after for change, _ in done}
    with suppress(OSError, AssemblerError), ExitStack() as parts:
        if any(_present(root, path) != after for path, after in present.items()):
            return False
        for old, new in [_way_back(root, change, step, parts) for change, step in reversed(done)]:
            old.replace(new)
        return True
    return False


def _way_back(root: Path, change: Change, step: _Step, parts: ExitStack) -> tuple[Path, Path]:
    """What is to be renamed, and to what: the old content to its place, or the new file to the half that it was."""
    target = (root / change.path).resolve()
    if change.before is None:
        return target, target.with_name(step.part or "")
    old = files.prepared(target, change.before)
    parts.callback(files.discard, old)
    return old, target


def _sync_folders(folders: Iterable[Path]) -> None:
    """The new names are in place already; a system that cannot sync folders does without."""
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            files.sync(folder)
