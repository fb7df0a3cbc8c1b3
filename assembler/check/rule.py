"""A rule: what can be said of words, why, and what finds it. A value, whose examples are its tests.

What a rule looks at is said by its `look`: one text (`InText`), a translation beside what it was translated from
(`Beside`), all languages of a unit (`AcrossLanguages`), all texts of a language in the order of the edition
(`Throughout`), all translations into a language beside their sources (`ThroughoutBeside`), or an edition as a committee
looks at it (`OfDraft`). It yields hits: ranges of the prose, with the words that fill the gaps of the rule's message,
and where nothing can be lost by it, what should stand there instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from itertools import repeat
from typing import TypeAlias, Union

from msgspec import Struct

from assembler.check.draft import Draft
from assembler.check.prose import Prose
from assembler.check.readings import readings
from assembler.check.tongue import Tongue
from assembler.document.terms import Concept
from assembler.facts.model import Fact, FactKind
from assembler.findings import Kind, Place, Severity, Value

FIGURES = frozenset("0123456789")


class Passage(Struct, frozen=True, dict=True):
    """One unit in one language. `place` is where its words can be changed; `role` is as a unit's."""

    id: str
    section: str
    role: str
    tongue: Tongue
    prose: Prose
    place: Place = Place()

    @cached_property
    def language(self) -> str:
        return self.tongue.code

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What the prose says by value."""
        return readings(self.prose, self.language)

    @cached_property
    def kinds(self) -> frozenset[FactKind]:
        """Of what kinds these facts are."""
        return frozenset([fact.kind for fact in self.facts])


Edit: TypeAlias = tuple[int, int, str]
"""What is to stand in the prose instead of the words from a start to an end."""


class Hit(Struct, frozen=True):
    """What was found in the prose from `start` to `end`. `replacement` is a safe fix; None leaves it to a person.

    `edits` are a safe fix that leaves words between alone (both marks of a quotation): all of them are made, or none.
    `severity` is that of this hit, where it is not that of its rule.
    """

    start: int
    end: int
    values: Mapping[str, Value] = {}
    replacement: str | None = None
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None

    @property
    def fix(self) -> tuple[Edit, ...]:
        """The safe fix as edits; none where it is left to a person."""
        return self.edits if self.replacement is None else ((self.start, self.end, self.replacement),)


class Elsewhere(Struct, frozen=True):
    """A hit in one passage out of many."""

    passage: Passage
    hit: Hit


class InText(Struct, frozen=True):
    """Looks at one text; not at those with none of the characters in `signs`, if there are any."""

    look: Callable[[Passage], Iterator[Hit]]
    signs: frozenset[str] = frozenset()


class Beside(Struct, frozen=True):
    """Looks at a current translation and at its source, in this order; hits are in the translation."""

    look: Callable[[Passage, Passage], Iterator[Hit]]


class AcrossLanguages(Struct, frozen=True):
    """Looks at all current versions of a unit, the original first."""

    look: Callable[[Sequence[Passage]], Iterator[Elsewhere]]


class Texts(tuple[Passage, ...]):
    """All texts of one language, in the order of the edition."""

    @cached_property
    def signs(self) -> Sequence[frozenset[str]]:
        """The characters of each text."""
        return [passage.prose.signs for passage in self]

    @cached_property
    def words(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Where each word stands, as it is written: the number of the text, and the start in it."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, passage in enumerate(self):
            for word, place in zip(passage.prose.written, zip(repeat(number), passage.prose.starts), strict=False):
                found[word].append(place)
        return found


class Throughout(Struct, frozen=True):
    """Looks at all texts of one language, in the order of the edition."""

    look: Callable[[Texts], Iterator[Elsewhere]]


class ThroughoutBeside(Struct, frozen=True):
    """Looks at all current translations into one language, each with its source behind it; hits are in translations."""

    look: Callable[[Sequence[tuple[Passage, Passage]]], Iterator[Elsewhere]]


class OfDraft(Struct, frozen=True):
    """Looks at a whole edition under the profile of a committee; hits are in no words."""

    look: Callable[[Draft], Iterator[Hit]]


Look: TypeAlias = Union[InText, Beside, AcrossLanguages, Throughout, ThroughoutBeside, OfDraft]


class Family(Enum):
    """What rules belong together; the value is what documents and messages call it."""

    SCRIPT = "script"
    LANGUAGE = "language"
    FACTS = "facts"
    STRUCTURE = "structure"
    TYPOGRAPHY = "typography"
    CONSISTENCY = "consistency"
    TERMS = "terms"
    SPELLING = "spelling"
    REFERENCES = "references"
    PROFILE = "profile"


class Example(Struct, frozen=True):
    """Texts in `language`, in order, as markup. For `Beside` and `AcrossLanguages` `source` is the original of the
    first; for `ThroughoutBeside` `sources` has one for each text.

    `fixed` is what a rule with a safe fix makes of the first text; `roles` are those of the texts, the last one's for
    all that follow. `terms` are those of the submission, `words` those of its word list.
    For `OfDraft` `draft` is what is known of an edition and its profile, as TOML.
    """

    language: str
    texts: tuple[str, ...]
    source: str = ""
    source_language: str = ""
    fixed: str | None = None
    sources: tuple[str, ...] = ()
    terms: tuple[Concept, ...] = ()
    words: tuple[str, ...] = ()
    roles: tuple[str, ...] = ("paragraph",)
    draft: str | None = None


class Rule(Struct, frozen=True):
    """`kind` gives code, severity, message and hint. `languages` are the codes it is for; empty: all of them.

    `extra` names the optional part of the installation that it needs.
    """

    kind: Kind
    family: Family
    look: Look
    rationale: str
    fires: tuple[Example, ...]
    quiet: tuple[Example, ...]
    languages: tuple[str, ...] = ()
    has_fix: bool = False
    extra: str = ""

    @property
    def code(self) -> str:
        return self.kind.code
