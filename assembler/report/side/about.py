"""What the parallel page is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from assembler.catalog.status import Listed
from assembler.document.model import Document, Words
from assembler.findings import Finding
from assembler.formats.pictures.picture import NO_PICTURES, Picture
from assembler.formats.written import NO_STAMP, Stamp
from assembler.style.model import StyleSheet


class Unit(Struct, frozen=True):
    """How one unit stands in one language, as `status --list` tells it; `is_reviewed` on top of translated."""

    listed: Listed
    is_reviewed: bool = False


class ParallelPage(Struct, frozen=True):
    """What the page shows. `document` is an edition in several languages, in columns, with the IDs of its versions.

    `units` are by language and ID, `sections` their sections by ID, `titles` the plain titles of sections by ID.
    `findings` are shown at the units that they name.
    """

    title: str
    document: Document[Words]
    languages: tuple[str, ...]
    sheet: StyleSheet
    units: Mapping[str, Mapping[str, Unit]]
    sections: Mapping[str, str]
    titles: Mapping[str, str]
    findings: Sequence[Finding] = ()
    pictures: Mapping[str, Picture] = NO_PICTURES
    stamp: Stamp = NO_STAMP
