"""Whether the texts use the terms of terms.toml: no form that it forbids, and in a translation the term of its language
where the source has that of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assembler.check.prose import Prose
from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, Texts, Throughout, ThroughoutBeside
from assembler.check.terms.matching import Found, finder
from assembler.check.tongue import Tongue
from assembler.document.terms import Concept, Term
from assembler.findings import Kind, Severity

FORBIDDEN_TERM = Kind(
    "forbidden-term",
    Severity.WARNING,
    "“{words}” is not to be used: terms.toml has “{term}” for it.",
    "Write “{term}”, in the form that the sentence needs.",
)
TERM_NOT_USED = Kind(
    "term-not-used",
    Severity.WARNING,
    "The source has the term “{source}”; “{term}” is missing here.",
    "Use the term, or allow what stands here in terms.toml: allowed = […]",
)

GAP = 1
"""Words that may stand between those of a term: «Комитет ООН по правам человека»."""

Finder = Callable[[Prose], list[Found]]


def _forbidden(texts: Texts) -> Iterator[Elsewhere]:
    if not texts or not texts[0].tongue.terms:
        return
    tongue = texts[0].tongue
    terms = {concept.id: concept.terms[tongue.code] for concept in tongue.terms if tongue.code in concept.terms}
    wrong = finder(((id, form) for id, term in terms.items() for form in term.forbidden), tongue)
    right = finder(((id, form) for id, term in terms.items() for form in _right(term)), tongue)
    for passage in texts:
        for found in _outermost(wrong(passage.prose)):
            inside = any(each.start <= found.start and found.end <= each.end for each in right(passage.prose))
            if not inside:
                values = {"words": passage.prose.text[found.start : found.end], "term": terms[found.owner].full}
                yield Elsewhere(passage, Hit(found.start, found.end, values))


def _right(term: Term) -> tuple[str, ...]:
    return tuple(filter(None, (term.full, term.abbreviation, *term.forms, *term.allowed)))


def _outermost(found: Sequence[Found]) -> Iterator[Found]:
    for each in found:
        if not any(other.start <= each.start and each.end <= other.end and other != each for other in found):
            yield each


def _missing(pairs: Sequence[tuple[Passage, Passage]]) -> Iterator[Elsewhere]:
    if not pairs or not pairs[0][0].tongue.terms:
        return
    tongue = pairs[0][0].tongue
    concepts = {each.id: each.terms for each in tongue.terms if tongue.code in each.terms}
    used = _by_concept(tongue)
    known = {code: _by_concept(other) for code, other in {each.language: each.tongue for _, each in pairs}.items()}
    for translation, source in pairs:
        wanted = dict.fromkeys(each.owner for each in _outermost(known[source.language](source.prose)))
        there = {each.owner for each in used(translation.prose)} if wanted else set()
        for id in wanted:
            if id in concepts and id not in there:
                values = {"source": concepts[id][source.language].full, "term": concepts[id][tongue.code].full}
                yield Elsewhere(translation, Hit(0, len(translation.prose.text), values))


def _by_concept(tongue: Tongue) -> Finder:
    """Finds all that terms.toml has for its concepts; what it forbids stands for them too, and is said otherwise."""
    terms = ((each.id, each.terms[tongue.code]) for each in tongue.terms if tongue.code in each.terms)
    return finder(((id, form) for id, term in terms for form in (*_right(term), *term.forbidden)), tongue, GAP)


_TERMS = (
    Concept(
        "committee",
        {
            "ru": Term("Комитет по правам человека", forbidden=("Комитет прав человека",)),
            "kk": Term("Адам құқықтары жөніндегі комитет", forbidden=("Адам құқықтары комитеті",)),
            "en": Term("Human Rights Committee", allowed=("the Committee",), forbidden=("Committee on Human Rights",)),
        },
    ),
    Concept(
        "npm", {"ru": Term("национальный превентивный механизм", "НПМ"), "en": Term("preventive mechanism", "NPM")}
    ),
)

RULES = (
    Rule(
        FORBIDDEN_TERM,
        Family.TERMS,
        Throughout(_forbidden),
        "What the coalition has agreed not to say comes back with every new author.",
        fires=(
            Example("ru", ("Он написал в Комитет прав человека.",), terms=_TERMS),
            Example("kk", ("Ол Адам құқықтары комитетіне жазды.",), terms=_TERMS),
            Example("en", ("He wrote to the Committee on Human Rights.",), terms=_TERMS),
        ),
        quiet=(
            Example("ru", ("Он написал в Комитет по правам человека.",), terms=_TERMS),
            Example("kk", ("Ол Адам құқықтары жөніндегі комитетке жазды.",), terms=_TERMS),
        ),
    ),
    Rule(
        TERM_NOT_USED,
        Family.TERMS,
        ThroughoutBeside(_missing),
        "A term that is translated by ear each time has three translations in the end.",
        fires=(
            Example(
                "en",
                ("He wrote to the commission for human rights.",),
                source_language="ru",
                sources=("Он написал Комитету ООН по правам человека.",),
                terms=_TERMS,
            ),
            Example(
                "kk",
                ("Ол кеңеске жазды.",),
                source_language="en",
                sources=("He wrote to the Human Rights Committee.",),
                terms=_TERMS,
            ),
        ),
        quiet=(
            Example(
                "en",
                ("He wrote to the Committee.", "The NPMs met."),
                source_language="ru",
                sources=("Он написал Комитету по правам человека.", "Национальные превентивные механизмы собрались."),
                terms=_TERMS,
            ),
            Example(
                "kk",
                ("Ол Адам құқықтары жөніндегі комитетке жазды.",),
                source_language="en",
                sources=("He wrote to the Human Rights Committee.",),
                terms=_TERMS,
            ),
        ),
    ),
)
