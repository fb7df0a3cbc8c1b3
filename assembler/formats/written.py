"""What every writer is asked for and gives back."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from assembler.findings import Finding, Kind, Severity

Purpose: TypeAlias = Literal["draft", "final"]
"""A draft bears a bookmark for each unit, to come back by, and its stamp; a final edition only the bookmarks that its
references need."""


ID_TWICE = Kind(
    "id-on-two-units",
    Severity.WARNING,
    "“{id}” stands on two units of the edition; only the first of them can be found again by it.",
    "IDs are unique in the edition: give one of the two another.",
)


class Stamp(Struct, frozen=True):
    """What tells one draft from another, so that copies that travelled are known again.

    `text` is printed on its pages, in the edition's language. `properties` are written into the file by name: version,
    date and revision of the sources, those that are known.
    """

    text: str = ""
    properties: tuple[tuple[str, str], ...] = ()


NO_STAMP = Stamp()


class Written(Struct, frozen=True):
    """The file, and what could not be expressed in it."""

    data: bytes
    findings: tuple[Finding, ...] = ()
