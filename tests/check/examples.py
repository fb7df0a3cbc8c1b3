"""The examples of a rule as what `run` takes."""

from __future__ import annotations

from assembler.check import run
from assembler.check.prose import prose
from assembler.check.rule import Elsewhere, Example, Passage, Rule
from assembler.check.run import Corpus
from assembler.check.tongue import tongue


def passage(text: str, language: str, id: str = "p1", role: str = "paragraph") -> Passage:
    return Passage(id, "s", role, tongue(language), prose(text))


def corpus(example: Example) -> Corpus:
    roles = (*example.roles, *(example.roles[-1:] * len(example.texts)))
    texts = tuple(
        passage(text, example.language, f"p{index}", role)
        for index, (text, role) in enumerate(zip(example.texts, roles, strict=False))
    )
    if not example.source:
        return Corpus({example.language: texts})
    source = passage(example.source, example.source_language, "p0")
    return Corpus({example.language: texts, source.language: (source,)}, ((texts[0], source),), ((source, texts[0]),))


def found(rule: Rule, example: Example) -> list[Elsewhere]:
    return list(run.hits(rule, corpus(example)))
