"""What the rules about references and notes know of a language: the table `[references]` of its file."""

from __future__ import annotations

from msgspec import Struct


class ReferenceWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it may be absent; a rule that needs what is absent says nothing. Everything is a regular expression."""

    ibid: str = ""
    """How a note says that its source is that of the note before: “Ibid.”"""
    further: str = ""
    """Begins a second source in a note: “See also”."""
    accessed: str = ""
    """Says when an address was visited."""
    see: str = ""
    """Sends a reader on, at the beginning of a note: “See”, without a colon."""
    page_for_paragraph: str = ""
    """A page by its look, whose number is that of a paragraph: “p. 7.1”."""
    amended: str = ""
    """Begins what is said of the amendments to an act: “as amended and supplemented on”; what may be
    absent of it by the sense is the group `more`."""
    numbered: str = ""
    """Words before numbers of paragraphs, which some write in brackets."""
