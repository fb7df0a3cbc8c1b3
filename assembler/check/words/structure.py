"""What the rules about structure know of a language: the table `[structure]` of its file."""

from __future__ import annotations

from msgspec import Struct


class StructureWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it may be absent."""

    length: float = 1.0
    """How many characters a text has for one character of the same text in English."""
    abbreviations: tuple[str, ...] = ()
    """What a full stop follows without ending a sentence, small letters, without the stop."""
