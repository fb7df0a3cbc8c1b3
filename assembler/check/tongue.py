"""What the rules know of a language, beside what documents need: one optional data file each, `data/<code>.toml`.

A language without such a file is checked by the rules that need no words of it. Each family of rules has a table of its
own in the file.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from assembler.check.words.consistency import ConsistencyWords
from assembler.check.words.language import LanguageWords
from assembler.check.words.references import ReferenceWords
from assembler.check.words.script import ScriptWords
from assembler.check.words.spelling import SpellingWords
from assembler.check.words.structure import StructureWords
from assembler.check.words.terms import TermsWords
from assembler.check.words.typography import TypographyWords
from assembler.document.terms import Concept
from assembler.language import load as languages
from assembler.language.model import Language


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language that rules need, by family."""

    consistency: ConsistencyWords = ConsistencyWords()
    language: LanguageWords = LanguageWords()
    terms: TermsWords = TermsWords()
    spelling: SpellingWords = SpellingWords()
    structure: StructureWords = StructureWords()
    script: ScriptWords = ScriptWords()
    typography: TypographyWords = TypographyWords()
    references: ReferenceWords = ReferenceWords()


class Tongue(Struct, frozen=True, eq=False):
    """A language as the rules see it, with what the submission adds: its terms, and words that are right in it.

    There is one of each in a run, so that what is made of it can be cached.
    """

    language: Language
    lexicon: Lexicon
    terms: tuple[Concept, ...] = ()
    words: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        return self.language.code


@cache
def tongue(code: str) -> Tongue:
    """The language with this code. Raises as `language.load` does for a language that is not known."""
    return Tongue(languages.load(code), _lexicon(code))


def _lexicon(code: str) -> Lexicon:
    path = Path(__file__).with_name("data") / f"{code}.toml"
    if not path.is_file():
        return Lexicon()
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Lexicon)
