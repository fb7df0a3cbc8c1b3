"""`terms.toml`: what the concepts of a submission are called in each of its languages.

    [iccpr.en]
    full = "International Covenant on Civil and Political Rights"
    abbreviation = "ICCPR"

    allowed = ["the Covenant"]
    forbidden = ["International Pact on Civil and Political Rights"]

A table for each concept and language. What is wrong in one of them is a finding with its line, and the others stay.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from assembler import reasons
from assembler.document.terms import TERMS_FILE, Concept, Term
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase
from assembler.keypaths import line_of
from assembler.nearest import among, nearest
from assembler.project import files
from assembler.project.config import Config, bad_toml

BAD_TERM = Kind(
    "bad-term",
    Severity.ERROR,
    "The term “{term}” cannot be read: {reason}.",
    "A term is a table for a language, [iccpr.en], with the texts full and abbreviation, and the lists forms, "
    "allowed and forbidden.",
)
NO_FULL_FORM = Phrase("the key “full” is missing")
UNKNOWN_TERM_KEY = Kind(
    "unknown-term-key", Severity.ERROR, "The key “{key}” of the term “{term}” is not known.", "{suggestion}"
)
TERM_LANGUAGE = Kind(
    "term-in-unknown-language",
    Severity.ERROR,
    "The term “{term}” is given in “{language}”, which is no language of the submission.",
    "{suggestion}",
)
ABBREVIATION_TWICE = Kind(
    "abbreviation-twice",
    Severity.ERROR,
    "The abbreviation “{abbreviation}” means “{term}” and “{other}” in “{language}”.",
    "Give one of the two another abbreviation, or make them one term.",
)
EMPTY_TERM = Kind(
    "empty-term",
    Severity.ERROR,
    "The key “{key}” of the term “{term}” is empty.",
    "Write the text, or take the key out.",
)
FORBIDDEN_TWICE = Kind(
    "term-forbids-itself",
    Severity.ERROR,
    "The term “{term}” forbids “{form}” and has it itself.",
    "Take it out of forbidden, or out of the other keys.",
)

Concepts = tuple[Concept, ...]


def load(root: Path, config: Config) -> tuple[Concepts | None, list[Finding]]:
    """The terms of the submission in `root`, None where it has no file of them, and what is wrong with them."""
    if not (root / TERMS_FILE).is_file():
        return None, []
    return read(files.read_text(root, TERMS_FILE), config.languages)


def read(text: str, languages: Collection[str]) -> tuple[Concepts, list[Finding]]:
    """The terms in `text`, in its order. `languages` are those of the submission."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (), [bad_toml(str(error), TERMS_FILE)]
    findings: list[Finding] = []
    concepts = tuple(_concept(id, value, text, languages, findings) for id, value in data.items())
    findings += _twice(concepts, text)
    findings += _forbidding_themselves(concepts, text)
    return concepts, findings


def _concept(id: str, value: Any, text: str, languages: Collection[str], findings: list[Finding]) -> Concept:
    """A concept with those of its terms that can be read."""
    terms: dict[str, Term] = {}
    for code, told in value.items() if isinstance(value, dict) else [("", value)]:
        place = Place(TERMS_FILE, line_of(text, [id, code] if code else [id]))
        name = f"{id}.{code}" if code else id
        if not isinstance(told, dict):
            reason = reasons.reason(f"Expected `object`, got `{type(told).__name__}`")
            findings.append(BAD_TERM.at(place, term=name, reason=reason))
        elif code not in languages:
            known = phrase("Languages of the submission: {known}.", known=", ".join(languages))
            suggestion = among(code, languages, known, likeness=0.5)
            findings.append(TERM_LANGUAGE.at(place, term=id, language=code, suggestion=suggestion))
        elif (term := _term([id, code], told, text, findings)) is not None:
            terms[code] = term
    return Concept(id, terms, line_of(text, [id]) or 0)


def _term(path: list[str], told: Mapping[str, Any], text: str, findings: list[Finding]) -> Term | None:
    name, place = ".".join(path), Place(TERMS_FILE, line_of(text, path))
    known = [field.encode_name for field in msgspec.structs.fields(Term)]
    for key in told:
        here = Place(TERMS_FILE, line_of(text, [*path, key]))
        if key not in known:
            everything = phrase("Known here: {names}.", names=", ".join(known))
            findings.append(UNKNOWN_TERM_KEY.at(here, term=name, key=key, suggestion=nearest(key, known, everything)))
        elif told[key] == "" or told[key] == []:
            findings.append(EMPTY_TERM.at(here, term=name, key=key))
    if "full" not in told:
        findings.append(BAD_TERM.at(place, term=name, reason=NO_FULL_FORM))
        return None
    try:
        return msgspec.convert({key: value for key, value in told.items() if key in known}, Term)
    except msgspec.ValidationError as error:
        reason, _, where = str(error).partition(" - at `$.")
        key = where.partition("`")[0].partition("[")[0]
        line = line_of(text, [*path, key]) if key else place.line
        findings.append(BAD_TERM.at(Place(TERMS_FILE, line), term=name, reason=reasons.reason(reason)))
        return None


def _twice(concepts: Concepts, text: str) -> Iterator[Finding]:
    """Abbreviations that stand for two concepts: a list could not say which is meant."""
    owners: dict[tuple[str, str], str] = {}
    for concept in concepts:
        for code, term in concept.terms.items():
            for form in dict.fromkeys((term.abbreviation, *term.forms)):
                other = owners.setdefault((code, form), concept.id)
                if form and other != concept.id:
                    place = Place(TERMS_FILE, line_of(text, [concept.id, code]))
                    yield ABBREVIATION_TWICE.at(place, abbreviation=form, term=concept.id, other=other, language=code)


def _forbidding_themselves(concepts: Concepts, text: str) -> Iterator[Finding]:
    """Terms that allow and forbid the same words."""
    for concept in concepts:
        for code, term in concept.terms.items():
            right = {each.casefold() for each in (term.full, term.abbreviation, *term.forms, *term.allowed)}
            for form in term.forbidden:
                if form.casefold() in right:
                    place = Place(TERMS_FILE, line_of(text, [concept.id, code, "forbidden"]))
                    yield FORBIDDEN_TWICE.at(place, term=concept.id, form=form)
