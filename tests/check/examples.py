"""The examples of a rule as what `run` takes."""

from __future__ import annotations

from assembler.check import examples, run
from assembler.check.prose import prose
from assembler.check.rule import Elsewhere, Example, Passage, Rule
from assembler.check.run import Corpus
from assembler.check.tongue import tongue


def passage(text: str, language: str, id: str = "p1", role: str = "paragraph") -> Passage:
    return Passage(id, "s", role, tongue(language), prose(text))


def corpus(example: Example) -> Corpus:
    if example.draft is not None:
        return examples.corpus(example)
    texts = tuple(passage(text, example.language, f"p{index}") for index, text in enumerate(example.texts))
    if not example.source:
        return Corpus({example.language: texts})
    source = passage(example.source, example.source_language, "p0")
    return Corpus({example.language: texts, source.language: (source,)}, ((texts[0], source),), ((source, texts[0]),))


def found(rule: Rule, example: Example) -> list[Elsewhere]:
    return list(run.hits(rule, corpus(example)))
