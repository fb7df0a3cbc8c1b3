"""What the rules about signs and spaces know of a language: the table `[typography]` of its file."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class TypographyWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it may be absent; a rule that needs what is absent says nothing. Patterns are regular expressions."""

    dash: str = ""
    """The dash inside a sentence, with the spaces around it."""
    apostrophe: str = ""
    quotes_also: tuple[tuple[str, str], ...] = ()
    """Pairs of quotation marks that are met in good texts beside those of the language."""
    number_sign: str = ""
    """Stands before a number: “No.”, «№»."""
    number_signs: str = ""
    """A pattern for signs that should be the one above."""
    number_signs_plain: str = ""
    """A pattern for forms of the right sign, whose space before the number is looked at."""
    number_sign_space: str | None = None
    """What stands between sign and number; where absent, what the text does most."""
    abbreviations: str = ""
    """A pattern for what rightly ends in a stop, without the stop."""
    numbered: str = ""
    """A pattern for words that are followed by a number, with a space: “Article”."""
    note_mark: Literal["before", "after", ""] = ""
    """Where a note mark stands beside a stop or comma, when the text has no habit."""
    quantities: str = ""
    """A pattern for words after a quantity: per cent, million."""
    quantities_foreign: str = ""
    """A pattern for such words as other languages shorten them: “mln”."""
    glued_before_number: str = ""
    """A pattern for words that a line must not part from the number after them."""
    glued_before_name: str = ""
    """A pattern for words that a line must not part from the capital letter after them."""
    glued_after_number: str = ""
    """A pattern for words that a line must not part from the number before them."""
    ordinal_nouns: str = ""
    """A pattern for nouns, inflected, that a number before them counts off, joined by a hyphen."""
    roman_nouns: str = ""
    """A pattern for nouns that a Roman numeral before them counts off, without a hyphen."""
    endings: str = ""
    """A pattern for the endings that an abbreviation takes behind a hyphen."""
    glued_phrases: tuple[str, ...] = ()
    """Abbreviations of several words, as they are written, with spaces that do not break."""
