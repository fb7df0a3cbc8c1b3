"""By what a text is known to be in a language."""

from __future__ import annotations

from msgspec import Struct


class LanguageWords(Struct, frozen=True, forbid_unknown_fields=True):
    """By what a text is known to be in this language."""

    function: frozenset[str] = frozenset()
    """Frequent small words."""
    shared: frozenset[str] = frozenset()
    """Further words that look like small words of another language."""
    marks: str = ""
    """Letters that any text of some length has."""
