"""The examples of a rule as what `run` takes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from assembler.check import run
from assembler.check.prose import prose
from assembler.check.rule import Elsewhere, Example, Passage, Rule
from assembler.check.run import Corpus
from assembler.check.tongue import tongue


def passage(text: str, language: str, id: str = "p1", role: str = "paragraph") -> Passage:
    return Passage(id, "s", role, tongue(language), prose(text))


def corpus(example: Example) -> Corpus:
    texts = _passages(example, example.language, example.texts)
    if example.sources:
        sources = _passages(example, example.source_language, example.sources)
        return Corpus({example.language: texts}, tuple(zip(texts, sources, strict=True)))
    if not example.source:
        return Corpus({example.language: texts})
    (source,) = _passages(example, example.source_language, (example.source,))
    return Corpus({example.language: texts, source.language: (source,)}, ((texts[0], source),), ((source, texts[0]),))


def _passages(example: Example, language: str, texts: Sequence[str]) -> tuple[Passage, ...]:
    """Known by their place among the texts."""
    own = replace(tongue(language), terms=example.terms, words=frozenset(example.words))
    roles = (*example.roles, *(example.roles[-1:] * len(texts)))
    return tuple(
        Passage(f"p{index}", "s", role, own, prose(text))
        for index, (text, role) in enumerate(zip(texts, roles, strict=False))
    )


def found(rule: Rule, example: Example) -> list[Elsewhere]:
    return list(run.hits(rule, corpus(example)))
