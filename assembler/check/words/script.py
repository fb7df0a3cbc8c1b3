"""What the rules about letters know of a language: the table `[script]` of its file."""

from __future__ import annotations

from msgspec import Struct, field


class ScriptWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it may be absent."""

    beside: tuple[str, ...] = ()
    """Further scripts whose words a reader expects in the text: names of companies, labels. `LATIN`, `CYRILLIC`."""
    further: str = ""
    """Letters outside the alphabet that names from elsewhere keep, lower case."""
    instead: dict[str, str] = field(default_factory=dict)
    """Letters of related alphabets, lower case, with those that are meant."""
    mixed: tuple[str, ...] = ()
    """Words that are rightly written in letters of two scripts."""
    labels: str = ""
    """A regular expression: words before which a letter of another script is a label (“subparagraph a”)."""
