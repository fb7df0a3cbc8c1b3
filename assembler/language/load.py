"""Find and read a language's data file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity, phrase
from assembler.language.model import Language
from assembler.nearest import among

UNKNOWN_LANGUAGE = Kind(
    "unknown-language",
    Severity.ERROR,
    "There is no data file for the language “{code}”.",
    "{suggestion} A new language is one file assembler/language/data/{code}.toml: see docs/languages.md.",
)


NOWHERE = Place()


@cache
def known() -> tuple[str, ...]:
    """The codes of all languages that have a data file, sorted."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")))


def load(code: str, place: Place = NOWHERE) -> Language:
    """The language with this code. Raises ConfigurationError at `place` (where it was named) if there is none."""
    if code not in known():
        raise ConfigurationError(unknown_language(code, place))
    return _read(code)


def unknown_language(code: str, place: Place) -> Finding:
    """A language without a data file, with the one that may have been meant: the code of a country leads to its own."""
    of_country = {load(each).tag.partition("-")[2].lower(): each for each in known()}
    all_of_them = phrase("Known languages: {known}.", known=", ".join(known()))
    suggestion = among(of_country.get(code, code), known(), all_of_them)
    return UNKNOWN_LANGUAGE.at(place, code=code, suggestion=suggestion)


@cache
def reference_kinds() -> frozenset[str]:
    """Every kind of target that any language has words for; English words, as a `ref` names them."""
    return frozenset(kind for code in known() for kind in load(code).references)


@cache
def _read(code: str) -> Language:
    data = tomllib.loads((_folder() / f"{code}.toml").read_text(encoding="utf-8"))
    return msgspec.convert(data, Language)


def _folder() -> Path:
    return Path(__file__).with_name("data")
