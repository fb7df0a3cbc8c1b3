"""The submission's files of data, `data/*.csv`: where they are, and what tables get from them.

A file is read when the first table asks for it, and once for all that do. One that is not there is said at the table.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from assembler import reasons
from assembler.document.model import Table
from assembler.document.supplied import Supplied, Supply
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase
from assembler.nearest import nearest

if TYPE_CHECKING:
    from assembler.formats.csv.read import Records

DATA = "data"
"""The folder of the submission that holds them."""

LARGEST = 20_000_000
"""Bytes of a file that is still read; a table of that many would have thousands of pages."""

OUTSIDE = Kind(
    "data-outside",
    Severity.ERROR,
    "“{name}” does not name a file in the folder data of the submission; the table has no rows.",
    "Put the file into the folder data and write its name alone: data=crimes.csv",
)
ABSENT = Kind(
    "data-absent",
    Severity.ERROR,
    "There is no file {path}; the table has no rows.",
    "{suggestion}",
)
NONE_THERE = Phrase("Put the file into the folder data, beside submission.toml.")
TOO_LARGE = Kind(
    "data-too-large",
    Severity.ERROR,
    "{path} is too large for a table: {size} MB. The table has no rows.",
    "Take into the file only the rows that are to be printed; it may have {limit} MB.",
)
UNREADABLE = Kind(
    "data-unreadable",
    Severity.ERROR,
    "{path} cannot be read: {reason}. The table has no rows.",
    "Look at its name and rights.",
)


def supply(root: Path) -> Supply:
    """What gives the tables of the submission in `root` their rows. A submission without data asks for nothing."""
    known: dict[str, Records] = {}

    def supplied(table: Table[str], place: Place) -> Supplied:
        from assembler.formats.csv.read import read
        from assembler.formats.csv.rows import rows

        name = table.pair("data") or ""
        if name not in known:
            found = _bytes(root, name, place)
            if isinstance(found, Finding):
                return Supplied(findings=(found,))
            known[name] = read(found, f"{DATA}/{name}")
        return rows(table, place, known[name])

    return supplied


def _bytes(root: Path, name: str, place: Place) -> bytes | Finding:
    """What is in a file, or why it cannot be taken."""
    path = f"{DATA}/{name}"
    file = root / DATA / name
    if not _is_inside(root, name):
        return OUTSIDE.at(place, name=name)
    try:
        if not file.is_file():
            return ABSENT.at(place, path=path, suggestion=_suggestion(root, name))
        if file.stat().st_size > LARGEST:
            size = round(file.stat().st_size / 1_000_000)
            return TOO_LARGE.at(place, path=path, size=size, limit=LARGEST // 1_000_000)
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = reasons.reason(getattr(error, "strerror", None) or str(error))
        return UNREADABLE.at(place, path=path, reason=reason)


def _is_inside(root: Path, name: str) -> bool:
    """Whether the name leads to a place in the folder, links followed."""
    parts = PurePosixPath(name).parts
    if not parts or parts[0] == "/" or ".." in parts or "\\" in name or ":" in name or "\0" in name:
        return False
    return (root / DATA / name).resolve().is_relative_to((root / DATA).resolve())


def _suggestion(root: Path, name: str) -> Phrase:
    folder = root / DATA
    there = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    if not there:
        return NONE_THERE
    return nearest(name, there, phrase("Files in the folder data: {names}.", names=", ".join(there[:20])))
