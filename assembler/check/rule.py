"""A rule: what can be said of words, why, and what finds it. A value, whose examples are its tests.

What a rule looks at is said by its `look`: one text (`InText`), a translation beside what it was translated from
(`Beside`), all languages of a unit (`AcrossLanguages`), all texts of a language in the order of the edition
(`Throughout`), or an edition as a committee looks at it (`OfDraft`). It yields hits: ranges of the prose, with the
words that fill the gaps of the rule's message, and where nothing can be lost by it, what should stand there instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import TypeAlias, Union

from msgspec import Struct

from assembler.check.draft import Draft
from assembler.check.prose import Prose
from assembler.check.tongue import Tongue
from assembler.findings import Kind, Phrase, Place, Severity


class Passage(Struct, frozen=True):
    """One unit in one language. `place` is where its words can be changed; `role` is as a unit's."""

    id: str
    section: str
    role: str
    tongue: Tongue
    prose: Prose
    place: Place = Place()

    @property
    def language(self) -> str:
        return self.tongue.code


class Hit(Struct, frozen=True):
    """What was found in the prose from `start` to `end`. `replacement` is a safe fix; None leaves it to a person.

    `severity` is that of this hit, where it is not that of its rule.
    """

    start: int
    end: int
    values: Mapping[str, str | Phrase] = {}
    replacement: str | None = None
    severity: Severity | None = None


class Elsewhere(Struct, frozen=True):
    """A hit in one passage out of many."""

    passage: Passage
    hit: Hit


class InText(Struct, frozen=True):
    """Looks at one text."""

    look: Callable[[Passage], Iterator[Hit]]


class Beside(Struct, frozen=True):
    """Looks at a current translation and at its source, in this order; hits are in the translation."""

    look: Callable[[Passage, Passage], Iterator[Hit]]


class AcrossLanguages(Struct, frozen=True):
    """Looks at all current versions of a unit, the original first."""

    look: Callable[[Sequence[Passage]], Iterator[Elsewhere]]


class Throughout(Struct, frozen=True):
    """Looks at all texts of one language, in the order of the edition."""

    look: Callable[[Sequence[Passage]], Iterator[Elsewhere]]


class OfDraft(Struct, frozen=True):
    """Looks at a whole edition under the profile of a committee; hits are in no words."""

    look: Callable[[Draft], Iterator[Hit]]


Look: TypeAlias = Union[InText, Beside, AcrossLanguages, Throughout, OfDraft]


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
    """Texts in `language`, in order, as markup. For `Beside` and `AcrossLanguages` `source` is the original.

    `fixed` is what a rule with a safe fix makes of the first text. For `OfDraft` `draft` is what is known of an edition
    and its profile, as TOML.
    """

    language: str
    texts: tuple[str, ...]
    source: str = ""
    source_language: str = ""
    fixed: str | None = None
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
