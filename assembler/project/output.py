"""Where a person may have something written that a command makes: a page, a table, editions.

A name can be mistyped, and the shell completes the name of a catalog as gladly as that of a page. So nothing goes
among the submission's own files, and of what is there already only something of the same sort is replaced.
"""

from __future__ import annotations

import codecs
from enum import Enum
from pathlib import Path
from typing import assert_never

from assembler.errors import ConfigurationError
from assembler.findings import Kind, Place, Severity
from assembler.project import config, data, discover, files

AMONG_OWN_FILES = Kind(
    "output-among-own-files",
    Severity.ERROR,
    "“{file}” lies among the submission's own files; nothing was written there.",
    "Name a place outside of {folders}, for example out.",
)
NOT_TO_BE_REPLACED = Kind(
    "output-not-replaced",
    Severity.ERROR,
    "The file is there already and is something else; it was not overwritten.",
    "Name another file, or remove this one first.",
)
NO_FOLDER = Kind(
    "output-folder-absent",
    Severity.ERROR,
    "There is no folder “{folder}” to write into.",
    "Make the folder first, or name one that is there.",
)

STYLES = "styles"
LANGUAGES = "languages"
OWN_FOLDERS = (discover.SOURCES, discover.LOCALES, STYLES, LANGUAGES, data.DATA)


class Sort(Enum):
    """What a command writes where it is told to."""

    PAGE = "HTML"
    TABLE = "CSV"


def check_file(root: Path, target: Path, sort: Sort) -> None:
    """Raise ConfigurationError unless a file of this sort may be written at `target` (absolute)."""
    check_folder(root, target)
    if not target.parent.is_dir():
        raise ConfigurationError(NO_FOLDER.at(Place(str(target)), folder=str(target.parent)))
    if target.is_file() and target.stat().st_size and not _is_of(sort, target):
        raise ConfigurationError(NOT_TO_BE_REPLACED.at(Place(str(target))))


def check_folder(root: Path, target: Path) -> None:
    """Raise ConfigurationError if `target` (absolute) is, or lies in, what the submission in `root` consists of."""
    root, place = root.resolve(), target.resolve()
    if place == root / config.FILE_NAME or any(place.is_relative_to(root / folder) for folder in OWN_FOLDERS):
        folders = ", ".join(OWN_FOLDERS)
        raise ConfigurationError(AMONG_OWN_FILES.at(Place(str(target)), file=target.name, folders=folders))


def _is_of(sort: Sort, file: Path) -> bool:
    """A page is known by its beginning. A table is not: there the name has to say that a table was meant."""
    match sort:
        case Sort.PAGE:
            start = files.read_bytes(file.parent, file.name)[:200].removeprefix(codecs.BOM_UTF8)
            return start.lstrip().lower().startswith((b"<!doctype html", b"<html"))
        case Sort.TABLE:
            return file.suffix.lower() == ".csv"
        case _:
            assert_never(sort)
