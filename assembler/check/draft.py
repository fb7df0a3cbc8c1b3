"""A whole edition as a committee looks at it, and what the committee asks for.

Words are those between white space, no-break spaces counted as such; markup, and numbers that the edition makes of
paragraphs and notes, are no words. What is not translated yet is counted in the language that it still stands in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from assembler.findings import Place, Severity

Status: TypeAlias = Literal["verified", "old", "practice", "own-knowledge", "unconfirmed"]
"""How sure it is: read in the document named; so, but in one that may be out of date; what others do; what we know
without a document; a number that goes round."""

SURE: frozenset[Status] = frozenset({"verified"})
"""The rest only warns."""

Part: TypeAlias = Literal["text", "headings", "notes", "tables", "captions", "summary", "annexes", "lists", "cover"]
"""What is counted apart from one another."""

COUNTED: tuple[Part, ...] = ("text", "headings", "notes", "tables", "captions", "summary")


class Demand(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all demands have: how bad it is not to meet them, how sure it is, where it was read and when."""

    severity: Literal["info", "warning", "error"] = "warning"
    status: Status = "verified"
    source: str = ""
    seen: str = ""

    @property
    def weight(self) -> Severity:
        """What is not verified is no error."""
        severity = Severity(self.severity)
        return Severity.WARNING if severity is Severity.ERROR and self.status not in SURE else severity


class Languages(Demand, frozen=True, kw_only=True):
    """The edition that counts is in one of these."""

    any_of: tuple[str, ...]


class WordLimit(Demand, frozen=True, kw_only=True):
    """At most so many words; `parts` are those that are counted."""

    most: int
    parts: tuple[Part, ...] = COUNTED


class Wanted(Demand, frozen=True, kw_only=True):
    """Something that the document must have."""


class Front(Demand, frozen=True, kw_only=True):
    """Fields that the cover must have, by their keys in `submission.toml`."""

    fields: tuple[str, ...]


class Avoided(Demand, frozen=True, kw_only=True):
    """Words that the title must not have, by language."""

    words: dict[str, tuple[str, ...]]


class Files(Demand, frozen=True, kw_only=True):
    """The kinds of files that are taken."""

    kinds: tuple[str, ...]


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """What a committee asks for. What is None is not asked for, or nothing is known of it; `id` is the file's name."""

    id: str = ""
    title: str = ""
    languages: Languages | None = None
    words: WordLimit | None = None
    numbering: Wanted | None = None
    front: Front | None = None
    confidentiality: Wanted | None = None
    contents: Wanted | None = None
    summary: Wanted | None = None
    recommendations: Wanted | None = None
    order: Wanted | None = None
    avoid: Avoided | None = None
    files: Files | None = None


Counts: TypeAlias = Mapping[Part, int]


class Draft(Struct, frozen=True):
    """An edition under a profile.

    `counts` are the words that stand in its language, `foreign` by language those that do not yet, `ratios` how many
    words of this edition a word of that language becomes. `languages` are the submission's, `articles` the numbers of
    articles in the order of their sections.
    """

    profile: Profile
    language: str
    counts: Counts = {}
    foreign: Mapping[str, Counts] = {}
    ratios: Mapping[str, float] = {}
    languages: tuple[str, ...] = ()
    title: str = ""
    cover: frozenset[str] = frozenset()
    numbered: bool = True
    contents: bool = True
    summary: bool = True
    recommendations: bool = True
    articles: tuple[int, ...] = ()
    place: Place = Place()

    def words(self, *parts: Part) -> int:
        """How many words there are in these parts."""
        return sum(self.counts.get(part, 0) for part in parts)

    def forecast(self, *parts: Part) -> int:
        """How many there will be when all is translated."""
        coming = (
            counts.get(part, 0) * self.ratios.get(code, 1.0) for code, counts in self.foreign.items() for part in parts
        )
        return self.words(*parts) + round(sum(coming))
