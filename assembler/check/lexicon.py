"""The words of a language that rules need, as they stand in its data file: a table for each family.

Rules import the language and the language imports this, so that the tables stand apart from the rules. Whatever a
file leaves out is empty, and then the rule that needs it finds nothing.
"""

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

    joining: tuple[str, ...] = ()
    """Small words inside a name: “of”, “for the”."""
    genitive: tuple[str, ...] = ()
    """Those of them that may change places with what they join: “of”."""
    linking: tuple[str, ...] = ()
    """Those of them that join two equal things: “and”."""
    titles_in_small: bool = False
    """Whether the words of a title follow each other in small letters, without a joining word."""
    doubled: tuple[str, ...] = ()
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
    known: tuple[str, ...] = ()
    """Abbreviations that need no explanation."""
    titles: tuple[str, ...] = ()
    """Official names, whose spelling is not the text's choice."""
    ending: str = ""
    """A regular expression for what inflection adds to a name."""
    sounds: tuple[tuple[str, str], ...] = ()
    """What transliteration may write in two ways, as a regular expression and what stands for it, in order."""


class LanguageWords(Struct, frozen=True, forbid_unknown_fields=True):
    """By what a text is known to be in this language."""

    function: tuple[str, ...] = ()
    """Frequent small words."""
    shared: tuple[str, ...] = ()
    """Further words that look like small words of another language."""
    marks: str = ""
    """Letters that any text of some length has."""
    guests: tuple[str, ...] = ()
    """Scripts whose words are at home in texts of this language, as the first word of their letters' Unicode names."""


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
