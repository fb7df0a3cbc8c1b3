"""What dictionary a language has, and what it lacks."""

from __future__ import annotations

from msgspec import Struct


class SpellingWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What dictionary a language has."""

    dictionary: str = ""
    """The name of its files: “en_GB”."""
    endings: str = ""
    """A regular expression for what may stand behind a stem that the dictionary has, where it lacks many forms."""
    changes: tuple[tuple[str, str], ...] = ()
    """The last letters of a stem before endings, and what they are without them."""
    words: tuple[str, ...] = ()
    """Words that the dictionary lacks."""
    loans: str = ""
    """The dictionary of the language from which it takes words that it lacks itself."""
