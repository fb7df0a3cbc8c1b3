"""Safe fixes come to rest, whatever the text: done twice they change nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.check.prose import prose
from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.check.run import Corpus
from assembler.check.settle import settled
from assembler.check.table import RULES
from assembler.check.tongue import tongue
from assembler.findings import Kind, Severity
from assembler.language import load as languages

CHARACTERS = "ab wиі  .,;:!?-–—'\"«»“”„‘’()%№1290\u00a0\u202f"
SIGNS = st.sampled_from([*CHARACTERS, "[^n1]", "*", "[x]{lang=en}", "...", "No. 5"])


def corpus(texts: list[str], language: str) -> Corpus:
    passages = [Passage(f"p{at}", "s", "paragraph", tongue(language), prose(text)) for at, text in enumerate(texts)]
    return Corpus({language: tuple(passages)})


def mended(rules: tuple[Rule, ...], text: str, language: str) -> str:
    return settled(rules, corpus([text], language), lambda *_: True).get((language, "p0"), text)


@settings(deadline=None)
@given(st.lists(SIGNS, max_size=12).map("".join), st.sampled_from(languages.known()))
def test_fixing_twice_is_fixing_once(text: str, language: str) -> None:
    once = mended(RULES, text, language)
    assert mended(RULES, once, language) == once


@settings(deadline=None)
@given(st.lists(SIGNS, max_size=12).map("".join), st.sampled_from(languages.known()))
def test_a_fix_changes_no_note_mark_and_no_word(text: str, language: str) -> None:
    once = mended(RULES, text, language)
    assert sorted(prose(once).notes) == sorted(prose(text).notes)


def _rule(code: str, before: str, after: str) -> Rule:
    def look(passage: Passage) -> Iterator[Hit]:
        for found in re.finditer(before, passage.prose.text):
            yield Hit(found.start(), found.end(), replacement=after)

    kind = Kind(code, Severity.INFO, "x", "y")
    return Rule(kind, Family.TYPOGRAPHY, InText(look), "z.", (Example("en", (before,)),), (), has_fix=True)


def test_what_one_fix_makes_another_may_mend() -> None:
    assert mended((_rule("a", "a", "b"), _rule("b", "b", "c")), "a b", "en") == "c c"


def test_a_text_in_which_fixes_undo_each_other_is_left_alone() -> None:
    assert mended((_rule("a", "a", "b"), _rule("b", "b", "a")), "x a", "en") == "x a"
