"""The disk: reading with a clear error, and writing so that a file is always the old one or the new one, whole."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path

from assembler import reasons
from assembler.errors import UnreadableFileError, UnwritableFileError
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase

UNREADABLE = Kind(
    "unreadable-file", Severity.ERROR, "The file cannot be read: {reason}.", "Look at its name and rights."
)
NOT_UTF8 = Kind(
    "not-utf-8",
    Severity.ERROR,
    "The file is not UTF-8: {reason}.",
    "Open it in an editor that shows the text rightly and save it as UTF-8.",
)
UTF_16 = Phrase("it is UTF-16, which some programs call Unicode")

PART = ".part"
"""How the name of a prepared file ends."""

UNWRITABLE = Kind(
    "unwritable-file",
    Severity.ERROR,
    "The file cannot be written: {reason}. What was there before is unchanged.",
    "Close it where it is open, or look at the rights of the folder and the room on the disk.",
)


def read_bytes(root: Path, path: str) -> bytes:
    """The bytes of `root/path`. Raises UnreadableFileError."""
    try:
        return (root / path).read_bytes()
    except OSError as error:
        raise UnreadableFileError(UNREADABLE.at(Place(path), reason=_reason(error))) from error


def read_text(root: Path, path: str) -> str:
    """The text of `root/path`, line endings as they stand. Raises UnreadableFileError if it is not UTF-8."""
    data = read_bytes(root, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_not_utf8(path, data, error.start)) from error


def _not_utf8(path: str, data: bytes, position: int) -> Finding:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return NOT_UTF8.at(Place(path), reason=UTF_16)
    line = data.count(b"\n", 0, position) + 1
    byte = f"0x{data[position]:02x}"
    reason = phrase("byte {byte} at position {position} does not fit", byte=byte, position=str(position))
    return NOT_UTF8.at(Place(path, line), reason=reason)


def write_bytes(root: Path, path: str, data: bytes) -> bool:
    """Replace `root/path` by `data` atomically, making its folders; False, and no write, where it holds `data` already.

    For what can be made again: it is left to the system when the bytes reach the disk. People's work goes through
    `together`. Raises UnwritableFileError and leaves what was there.
    """
    target = root / path
    try:
        if target.is_file() and target.read_bytes() == data:
            return False
        _replace(target, data)
    except OSError as error:
        raise unwritable(path, error) from error
    return True


def write_text(root: Path, path: str, text: str) -> bool:
    """`write_bytes` of the text as UTF-8, line endings as they stand."""
    return write_bytes(root, path, text.encode("utf-8"))


def remove(root: Path, path: str) -> None:
    """Remove `root/path`, which nobody's work is in any more. Raises UnwritableFileError."""
    try:
        (root / path).unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: str, error: OSError) -> UnwritableFileError:
    """The exception that says why `path` cannot be written."""
    return UnwritableFileError(UNWRITABLE.at(Place(path), reason=_reason(error)))


def _replace(target: Path, data: bytes) -> None:
    """Through a file beside the target: a rename inside one folder either happens whole or not at all."""
    target = target.resolve()
    part = prepared(target, data)
    try:
        part.replace(target)
    except BaseException:
        discard(part)
        raise


def prepared(target: Path, data: bytes) -> Path:
    """A file beside `target` that holds `data` and only needs to be renamed. Raises OSError.

    A target that its owner has protected is refused: a rename would go past the protection.
    """
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    if not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = _new_part(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(mode)
    except BaseException:
        discard(part)
        raise
    return part


def _new_part(target: Path) -> tuple[int, Path]:
    """An empty file beside `target` that nobody else has: what another process or a killed one left stays."""
    for number in count():
        part = target.with_name(f".{target.name}.{os.getpid()}_{number}{PART}")
        with suppress(FileExistsError):
            return os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600), part
    raise AssertionError("numbers do not end")


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are safe on the disk. Raises OSError."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def discard(part: Path) -> None:
    """Take a prepared file away, if it is still there."""
    with suppress(OSError):
        part.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> Phrase:
    return reasons.reason(error.strerror or str(error))
