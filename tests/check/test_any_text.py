"""Whatever somebody types: no rule fails, every hit lies inside its text, and fixes come to an end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.check import run
from assembler.check.fix import mended
from assembler.check.rule import Elsewhere, InText, Rule, Throughout
from assembler.check.run import Corpus
from assembler.check.table import RULES
from tests.check.examples import passage

OF_SIGNS = tuple(rule for rule in RULES if rule.family.value in ("script", "typography", "references"))
PIECES = (
    *"aбіəXХ1203 \u00a0.,;:!?()[]«»“”„‘’\"'`-–—−…№#%/\\*_^<>&\ufeff\u0306\ufb01",
    *(
        "[^p1]",
        "[слово]{lang=ru}",
        "[2014-07-05]{.date}",
        "http://a.org/b",
        "www.",
        "Ibid.",
        "Там же",
        " - ",
        "--",
        "...",
    ),
    *("No. ", "ст. ", "т. е.", " г.", "Article", "статья", "(a) ", "б) ", "А.", "words ", "слова "),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
LANGUAGES = st.sampled_from(("en", "ru", "kk", "ar"))
ROUNDS = 6


def hits(rule: Rule, texts: list[str], language: str, role: str) -> list[Elsewhere]:
    passages = [passage(text, language, f"p{number}", role) for number, text in enumerate(texts)]
    return list(run.hits(rule, Corpus({language: passages})))


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=4), LANGUAGES, st.sampled_from(("paragraph", "note", "item")))
def test_every_hit_lies_inside_its_text(texts: list[str], language: str, role: str) -> None:
    for rule in OF_SIGNS:
        assert isinstance(rule.look, InText | Throughout)
        for found in hits(rule, texts, language, role):
            length = len(found.passage.prose.text)
            assert 0 <= found.hit.start <= found.hit.end <= length, rule.code
            assert all(0 <= start <= end <= length for start, end, _ in found.hit.fix), rule.code


@settings(max_examples=150)
@given(TEXTS, LANGUAGES)
def test_fixes_come_to_an_end(text: str, language: str) -> None:
    seen = [text]
    for _ in range(ROUNDS):
        found = [found.hit for rule in OF_SIGNS for found in hits(rule, [seen[-1]], language, "paragraph")]
        seen.append(mended(seen[-1], found))
    assert seen[-1] == seen[-2], seen
