"""The stamp of a draft: what its pages and its properties say of the state that it shows."""

from __future__ import annotations

from msgspec import Struct

from assembler.formats.written import Stamp
from assembler.language import numbers
from assembler.language.model import Language


class DraftState(Struct, frozen=True):
    """Which state of the submission a draft shows: its version, a date (`2026-11-22`), the revision of its sources.

    What is empty is not known, and is not said.
    """

    version: str = ""
    date: str = ""
    revision: str = ""


def stamp(state: DraftState, language: Language) -> Stamp:
    """The stamp in an edition's language: “Draft, version 3, 22 November 2026, source texts 4de10c4”."""
    labels = language.labels
    pieces = (
        labels.draft,
        labels.version.format(n=state.version) if state.version else "",
        (numbers.day(language, state.date) or state.date) if state.date else "",
        labels.revision.format(n=state.revision) if state.revision else "",
    )
    named = (("version", state.version), ("date", state.date), ("revision", state.revision))
    return Stamp(
        ", ".join(piece for piece in pieces if piece),
        tuple((f"assembler {name}", value) for name, value in named if value),
    )
