"""What a catalog is: entries in the order of the file, each with the text it stands in.

An entry keeps its own lines (`raw`) for as long as nothing about it changes, so that writing a catalog repeats what
was read, however another tool wrapped it. `revised` is the way to change one: it gives up those lines only when the
change is real. Entries that are not ours (the header, entries without an ID, plural forms) are carried as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace


class Reason(Enum):
    """Why a translation is fuzzy. `UNKNOWN`: a person or another tool set the flag and gave no reason."""

    UNKNOWN = ""
    SOURCE_CHANGED = "source-changed"
    SPLIT = "split"
    JOINED = "joined"
    SUGGESTED = "suggested"
    CONFLICT = "conflict"
    MARKED = "marked"
    ALIGNED = "aligned"


class Entry(Struct, frozen=True, gc=False):
    """One message of a catalog.

    `id` is msgctxt, `source` msgid, `translation` msgstr. `previous` is the source that a fuzzy translation was made
    from (`#| msgid`). `context` is what the translator is told (`#.`), `section` where the unit stands (`#:`).
    `reviewed` is the seal of the pair that was approved, `base` a parallel version's text at the last update, `made`
    the seal of source and translation when the toolkit last knew them to belong together, `offered` the seal of a
    translation that the toolkit itself copied here, `shown` the seal of the source that a fuzzy translation was shown
    under; with `reason` they stand in the comment `# assembler:`.
    `comments` are the other translator comments, line by line with their `#`; `flags` all flags but `fuzzy`. `plural`
    is msgid_plural and the forms of an entry of another tool.

    `raw` are the entry's own lines with the blank lines above them, empty when it must be printed; `line` is where
    its first keyword stands, 0 for an entry that was never in a file.
    """

    id: str | None
    source: str
    translation: str = ""
    previous: str | None = None
    fuzzy: bool = False
    reason: Reason = Reason.UNKNOWN
    reviewed: str = ""
    base: str | None = None
    made: str = ""
    offered: str = ""
    shown: str = ""
    obsolete: bool = False
    section: str = ""
    context: str = ""
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    raw: str = ""
    line: int = 0

    @property
    def is_header(self) -> bool:
        return self.id is None and self.source == "" and not self.obsolete

    @property
    def is_unit(self) -> bool:
        """Whether the entry is one of ours: keyed by an ID and without plural forms."""
        return self.id is not None and not self.plural

    @property
    def is_translated(self) -> bool:
        """Whether there are words in the translation; one of nothing but spaces is none."""
        return bool(self.translation.strip())

    @property
    def is_current(self) -> bool:
        """Whether there is a translation and it is not fuzzy."""
        return self.is_translated and not self.fuzzy and not self.obsolete

    @property
    def is_reviewed(self) -> bool:
        """Whether this very translation of this very source was approved."""
        return bool(self.reviewed) and self.is_current and self.reviewed == seal(self.source, self.translation)

    @property
    def is_offer(self) -> bool:
        """Whether its words are a copy of the toolkit's that nobody has touched: a person's words take its place."""
        is_offered = bool(self.offered) and self.fuzzy and self.reason in OFFERS
        return is_offered and self.offered == seal("", self.translation)


OFFERS = frozenset({Reason.SPLIT, Reason.JOINED, Reason.SUGGESTED})
"""The reasons for which words are copied to an entry."""


def seal(source: str, translation: str) -> str:
    """What `reviewed` and `made` remember of a pair: any change of either side breaks it."""
    from hashlib import blake2b  # takes long to import, and few entries are sealed

    return blake2b(f"{source}\0{translation}".encode(), digest_size=6).hexdigest()


def revised(entry: Entry, **changes: object) -> Entry:
    """The entry with these fields; the very same entry, lines and all, when none of them differs."""
    new = replace(entry, **changes)
    return entry if new == entry else replace(new, raw="")


def copied(entry: Entry, previous: str | None, translation: str, reason: Reason) -> Entry:
    """The entry with words that stand elsewhere, as an offer. `previous` is the source that they were made from."""
    sealed = seal("", translation)
    fields = {"previous": previous, "translation": translation, "reason": reason, "offered": sealed}
    return revised(entry, fuzzy=True, made="", reviewed="", **fields)


class Source(Struct, frozen=True, gc=False):
    """What one language is to be translated from in one unit.

    `text` is None while the pivot has no current translation. `section` and `context` are what the entry shows.
    `is_original`: the text stands in the template too, so that it need not be remembered.
    """

    id: str
    text: str | None
    section: str
    context: str = ""
    is_original: bool = True


class Catalog(Struct, frozen=True):
    """One catalog file. `entries` hold the header too, wherever it stands; `tail` is what follows the last entry.

    `language` is empty for a template. `encoding` and `newline` are those of the file; `utf-8-sig` is UTF-8 with a byte
    order mark.
    """

    language: str
    name: str
    entries: tuple[Entry, ...] = ()
    tail: str = ""
    encoding: str = "utf-8"
    newline: str = "\n"

    @property
    def header(self) -> Entry | None:
        return next((entry for entry in self.entries if entry.is_header), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but the header is left."""
        return all(entry.is_header for entry in self.entries)


def by_id(catalogs: Iterable[Catalog]) -> dict[str, Entry]:
    """The living entries of units by ID. Of duplicates the first one counts; `merge` leaves none."""
    found: dict[str, Entry] = {}
    for catalog in catalogs:
        for entry in catalog.entries:
            if entry.id is not None and not entry.obsolete and entry.is_unit:
                found.setdefault(entry.id, entry)
    return found
