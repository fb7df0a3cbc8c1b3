"""How the words of a language inflect, well enough to find a term in a text."""

from __future__ import annotations

from msgspec import Struct


class TermsWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How words inflect, well enough to find a term. All of them are regular expressions or parts of one."""

    cut: str = ""
    """What is taken off the end of a dictionary form to get its stem."""
    endings: str = ""
    """What may follow a stem."""
    changes: tuple[tuple[str, str], ...] = ()
    """Last letters of a stem and what they may become."""
    drops: str = ""
    """A stem that matches loses its last letter but one before some endings."""
    analyser: str = ""
    """The name by which the morphological analyser of the extra `checks` knows the language."""
