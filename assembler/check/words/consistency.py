"""The words that rules of consistency need."""

from __future__ import annotations

from msgspec import Struct


class Variants(Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings between which a text has to choose.

    One of three: `words`, pairs of the two spellings, with what may stand before and after them; `pattern`, a regular
    expression for a word in small letters with the groups `stem` and `sign`, whose sign is one of `signs`; `letters`,
    of which the second may be written as the first. What matches `but` (the stem of a pattern, a word without the
    second of the letters, a whole word) has no choice. `before`, `endings` and `but` are regular expressions too.
    """

    words: tuple[tuple[str, str], ...] = ()
    before: str = ""
    endings: str = ""
    pattern: str = ""
    signs: tuple[str, str] = ("", "")
    letters: tuple[str, str] | None = None
    but: str = ""


class DateForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A way to write a date: a regular expression with `{month}` for any name of a month, and an example to show."""

    pattern: str
    example: str


class ConsistencyWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What rules of consistency need."""

    joining: frozenset[str] = frozenset()
    """Small words inside a name: “of”, “for the”."""
    genitive: frozenset[str] = frozenset()
    """Those of them that may change places with what they join: “of”."""
    linking: frozenset[str] = frozenset()
    """Those of them that join two equal things: “and”."""
    titles_in_small: bool = False
    """Whether the words of a title follow each other in small letters, without a joining word."""
    doubled: frozenset[str] = frozenset()
    """Words that may stand twice: “had had”."""
    slips: tuple[str, ...] = ()
    """Regular expressions for what editing leaves behind and the language never says: “the a”."""
    letters: str = ""
    """Small letters that are words alone."""
    unstopped: tuple[str, ...] = ()
    """Words after which no sentence ends."""
    capitals: tuple[str, ...] = ()
    """Regular expressions for words that take a capital or not by the house's rule: `articles? (?=\\\\d)`."""
    variants: tuple[Variants, ...] = ()
    dates: tuple[DateForm, ...] = ()
    known: frozenset[str] = frozenset()
    """Abbreviations that need no explanation."""
    titles: tuple[str, ...] = ()
    """Official names, whose spelling is not the text's choice."""
    ending: str = ""
    """A regular expression for what inflection adds to a name."""
    sounds: tuple[tuple[str, str], ...] = ()
    """What transliteration may write in two ways, as a regular expression and what stands for it, in order."""
