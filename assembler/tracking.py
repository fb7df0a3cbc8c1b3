"""How a job lets somebody watch it: it walks through its work by way of a tracker, and knows nothing of bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from assembler.findings import Phrase

T = TypeVar("T")


class Track(Protocol):
    """Gives the things one by one; `label` says what is being done with them."""

    def __call__(self, label: Phrase, things: Sequence[T], /) -> Iterable[T]: ...


def untracked(label: Phrase, things: Sequence[T], /) -> Iterable[T]:  # noqa: ARG001 - a tracker's shape
    """Nobody watches."""
    return things


READING = Phrase("Reading sections")
READING_CATALOGS = Phrase("Reading catalogs")
MERGING = Phrase("Merging texts and translations")
WRITING = Phrase("Writing catalogs")
NAMING = Phrase("Giving IDs")
BUILDING = Phrase("Building editions")
CHECKING = Phrase("Looking at the words")
EXPORTING = Phrase("LibreOffice makes PDF")
LAYING_OUT = Phrase("LibreOffice finds out the page numbers")
DOCUMENTS = Phrase("Reading documents")
