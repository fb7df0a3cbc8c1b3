"""The examples of a rule as what rules look at."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from assembler.check.draft import Draft, Profile
from assembler.check.prose import prose
from assembler.check.rule import Example, Passage
from assembler.check.run import Corpus
from assembler.check.tongue import tongue


def corpus(example: Example) -> Corpus:
    """An example as what rules look at; its texts are known by their place among them."""
    texts = _passages(example, example.texts, example.language)
    if example.draft is not None:
        return Corpus({example.language: texts}, drafts=(_draft(example, example.draft),))
    if example.sources:
        sources = _passages(example, example.sources, example.source_language)
        return Corpus({example.language: texts}, tuple(zip(texts, sources, strict=True)))
    if not example.source:
        return Corpus({example.language: texts})
    (source,) = _passages(example, (example.source,), example.source_language)
    return Corpus({example.language: texts, source.language: (source,)}, ((texts[0], source),), ((source, texts[0]),))


def _passages(example: Example, texts: Sequence[str], language: str) -> tuple[Passage, ...]:
    own = replace(tongue(language), terms=example.terms, words=frozenset(example.words))
    roles = (*example.roles, *(example.roles[-1:] * len(texts)))
    return tuple(
        Passage(f"p{at}", "s", role, own, prose(text))
        for at, (text, role) in enumerate(zip(texts, roles, strict=False))
    )


def _draft(example: Example, told: str) -> Draft:
    """An edition of the texts under the profile that is told; what is told of the edition stands in `[draft]`."""
    data = tomllib.loads(told)
    fields = data.pop("draft", {})
    draft = msgspec.convert({**fields, "profile": {}, "language": example.language}, Draft)
    words = sum(len(text.split()) for text in example.texts)
    profile = msgspec.convert({"id": "ccpr-ngo", **data}, Profile)
    return replace(draft, profile=profile, counts={"text": words})
