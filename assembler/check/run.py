"""Runs rules over passages; what a rule looks at decides how often it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress
from operator import not_
from typing import TypeVar, assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.check.draft import Draft
from assembler.check.prose import prose
from assembler.check.rule import (
    AcrossLanguages,
    Beside,
    Elsewhere,
    Hit,
    InText,
    OfDraft,
    Passage,
    Rule,
    Texts,
    Throughout,
    ThroughoutBeside,
)
from assembler.check.tongue import tongue
from assembler.findings import Finding

WIDTH = 30
"""How many characters a quote has on each side of what was found."""


class Corpus(Struct, frozen=True, dict=True):
    """What is checked. `texts` by language, in the order of the edition; `pairs` of a current translation and its
    source; `versions` of one unit in all languages where it is current, the original first; `drafts` are editions with
    the profiles of committees."""

    texts: Mapping[str, Sequence[Passage]]
    pairs: Sequence[tuple[Passage, Passage]] = ()
    versions: Sequence[Sequence[Passage]] = ()
    drafts: Sequence[Draft] = ()

    @cached_property
    def edition(self) -> dict[str, Texts]:
        """The texts by language, with what is found out about all of them once for all rules."""
        return {language: Texts(passages) for language, passages in self.texts.items()}


def hits(rule: Rule, corpus: Corpus) -> Iterator[Elsewhere]:
    """Everything that one rule finds."""
    match rule.look:
        case InText(look, signs):
            yield from _in_texts(rule, look, signs, corpus.edition)
        case Beside(look):
            yield from _beside(rule, look, corpus.pairs)
        case AcrossLanguages(look):
            for versions in corpus.versions:
                yield from look(versions)
        case Throughout(look):
            yield from _throughout(rule, look, corpus.edition)
        case ThroughoutBeside(look):
            yield from _throughout(rule, look, _by_language(corpus.pairs))
        case OfDraft(look):
            yield from _of_drafts(look, corpus.drafts)
        case _:
            assert_never(rule.look)


def _in_texts(
    rule: Rule,
    look: Callable[[Passage], Iterator[Hit]],
    signs: frozenset[str],
    edition: Mapping[str, Texts],
) -> Iterator[Elsewhere]:
    """Asked for every text and every rule: a loop is quicker here than what would read better.

    A text with none of the `signs` is passed over, if there are any: that is most texts for most rules.
    """
    for language, texts in edition.items():
        if _concerns(rule, language):
            for passage in compress(texts, map(not_, map(signs.isdisjoint, texts.signs))) if signs else texts:
                for hit in look(passage):
                    yield Elsewhere(passage, hit)


def _beside(
    rule: Rule,
    look: Callable[[Passage, Passage], Iterator[Hit]],
    pairs: Iterable[tuple[Passage, Passage]],
) -> Iterator[Elsewhere]:
    for translation, source in pairs:
        if not rule.languages or _concerns(rule, translation.language):
            for hit in look(translation, source):
                yield Elsewhere(translation, hit)


T = TypeVar("T")


def _throughout(
    rule: Rule, look: Callable[[T], Iterator[Elsewhere]], everything: Mapping[str, T]
) -> Iterator[Elsewhere]:
    for language, those in everything.items():
        if _concerns(rule, language):
            yield from look(those)


def _by_language(pairs: Iterable[tuple[Passage, Passage]]) -> dict[str, list[tuple[Passage, Passage]]]:
    found: dict[str, list[tuple[Passage, Passage]]] = defaultdict(list)
    for pair in pairs:
        found[pair[0].language].append(pair)
    return found


def _concerns(rule: Rule, language: str) -> bool:
    return not rule.languages or language in rule.languages


def _of_drafts(look: Callable[[Draft], Iterator[Hit]], drafts: Iterable[Draft]) -> Iterator[Elsewhere]:
    return (Elsewhere(_whole(draft), hit) for draft in drafts for hit in look(draft))


def _whole(draft: Draft) -> Passage:
    """An edition as the passage that hits are in."""
    return Passage("", "", "edition", tongue(draft.language), prose(""), draft.place)


def finding(rule: Rule, found: Elsewhere) -> Finding:
    """What is said of a hit, at the place of its passage, with the words around it."""
    kind = rule.kind if found.hit.severity is None else replace(rule.kind, severity=found.hit.severity)
    return kind.at(found.passage.place, quote=quote(found), **found.hit.values)


def quote(found: Elsewhere) -> str:
    """The words found with some around them, cut at spaces."""
    text, hit = found.passage.prose.text, found.hit
    start, end = max(0, hit.start - WIDTH), min(len(text), hit.end + WIDTH)
    if start:
        start = text.find(" ", start, hit.start) + 1 or hit.start
    if end < len(text):
        end = text.rfind(" ", hit.end, end) if " " in text[hit.end : end] else hit.end
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
