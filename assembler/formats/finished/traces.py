"""What a file that is given away must not hold: who wrote it, where, when, and what was said about it on the way.

Every kind is an error: a final edition in which one is found is not written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zipfile import ZipInfo

from assembler.findings import Kind, Severity

INSPECT = "Take it out in the word processor (Word: Inspect Document), or build the edition anew."

UNIT_BOOKMARK = Kind(
    "trace-unit-bookmark",
    Severity.ERROR,
    "The document holds the bookmark “{name}”, which bears a paragraph ID.",
    "Build it anew with --final.",
)
COMMENT = Kind("trace-comment", Severity.ERROR, "The document holds comments.", "Delete all comments.")
HIDDEN_TEXT = Kind(
    "trace-hidden-text",
    Severity.ERROR,
    "The document holds hidden text.",
    "Delete it; whoever receives the file can read it.",
)
TRACKED_CHANGE = Kind(
    "trace-tracked-change",
    Severity.ERROR,
    "The document holds tracked changes.",
    "Accept or reject all changes.",
)
PERSON = Kind(
    "trace-person", Severity.ERROR, "The file names a person or an organization: “{name}” ({where}).", INSPECT
)
TEMPLATE = Kind("trace-template", Severity.ERROR, "The file names the template that it was made from.", INSPECT)
REVISION_ID = Kind(
    "trace-revision-id",
    Severity.ERROR,
    "The file holds numbers of editing sessions ({name}), which tie it to other files of the same hand.",
    "Build it anew with --final.",
)
THUMBNAIL = Kind("trace-thumbnail", Severity.ERROR, "The file holds a small picture of its first page.", INSPECT)
CUSTOM_XML = Kind("trace-custom-xml", Severity.ERROR, "The file holds foreign data ({name}).", INSPECT)
CUSTOM_PROPERTY = Kind(
    "trace-custom-property", Severity.ERROR, "The file's properties hold “{name}”, which is none of the usual.", INSPECT
)
VARIABLE = Kind(
    "trace-variable", Severity.ERROR, "The file holds a document variable, “{name}”, which no reader sees.", INSPECT
)
PATH = Kind(
    "trace-path",
    Severity.ERROR,
    "The file holds the place of another file: “{path}”.",
    "Take out the link; it tells how folders and people are called.",
)
EXTERNAL = Kind(
    "trace-external",
    Severity.ERROR,
    "The document loads “{target}” from elsewhere when it is opened.",
    "Embed it, or take it out; whoever keeps it learns who reads the document.",
)
EMBEDDED = Kind(
    "trace-embedded",
    Severity.ERROR,
    "The file holds {part}, which can say more than the document shows.",
    "Take out embedded fonts, objects and macros, or put a picture in their place.",
)
PICTURE_DATA = Kind(
    "trace-picture-data",
    Severity.ERROR,
    "The picture {part} holds data beside the picture ({name}), such as camera, place and time.",
    "Save the picture without them and insert it again.",
)
PRINTER = Kind("trace-printer", Severity.ERROR, "The file holds the settings of a printer.", INSPECT)
GENERATOR = Kind(
    "trace-generator",
    Severity.ERROR,
    "The file says on what machine it was made: “{name}”.",
    "Build it anew with --final.",
)
DATE = Kind(
    "trace-date", Severity.ERROR, "The file says when, how often or how long it was worked on: {where}.", INSPECT
)

EARLIEST_YEAR = 1980
"""The first year of a zip's clock, which means that none was asked."""

PROGRAM = re.compile(r"[A-Za-z][A-Za-z .]*(/? ?[0-9.]+)?")
"""A program's name and version, and no more."""

FOLDER = re.compile(
    r"\bfile:|(?<![A-Za-z])[A-Za-z]:[\\/]|\\\\\w|(?<![\w.:/=])(~|/(home|Users|tmp|var|mnt|media|private|Volumes|root|opt))/"
)
"""How a place on a machine or in its network begins."""


def names_place(value: str) -> bool:
    """Whether a value leads to a place on somebody's machine."""
    return FOLDER.search(value) is not None


def dated(entries: list[ZipInfo]) -> Iterator[str]:
    """Entries of a zip that bear the time of their writing."""
    yield from (entry.filename for entry in entries if entry.date_time[0] > EARLIEST_YEAR)
