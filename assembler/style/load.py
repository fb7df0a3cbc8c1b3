"""Read style sheets: TOML to `StyleSheet`, with what a sheet extends and what it changes for editions and languages.

`extends = "un"` takes everything from a shipped sheet and changes what is written; `[edition.draft.page]` changes for
drafts, `[language.kk.roles.body]` for one language, `[edition.draft.language.kk.page]` for drafts in it. All are one
merge of tables, key by key: the sheet, then editions, then languages. What an edition or a language changes is looked
at whether it is wanted or not, so that a mistake is not met first on the day of a final edition.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache, reduce
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
from msgspec.structs import replace

from assembler import reasons
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Phrase, Place, Severity, phrase
from assembler.keypaths import KeyPath, line_of
from assembler.language import load as languages
from assembler.nearest import nearest
from assembler.style import faults
from assembler.style.model import StyleSheet

NOT_TOML = Kind(
    "style-sheet-not-toml",
    Severity.ERROR,
    "The style sheet is not TOML in UTF-8: {problem}.",
    "Write each property as key = value under a [table].",
)
WRONG_VALUE = Kind(
    "style-sheet-wrong-value",
    Severity.ERROR,
    "In the style sheet, at “{key}”: {problem}.",
    "Correct the key or its value; a shipped sheet shows all of them.",
)
UNKNOWN_SHEET = Kind(
    "unknown-style-sheet",
    Severity.ERROR,
    "There is no shipped style sheet “{name}”.",
    "Shipped sheets: {known}.",
)

UNKNOWN_KEY = Kind(
    "style-sheet-unknown-key",
    Severity.ERROR,
    "The style sheet has the key “{key}”, which is not known.",
    "{suggestion}",
)

NOWHERE = Place()

EDITIONS = ("single", "parallel", "columns", "interleaved", "review", "draft", "final")
"""What an edition can be: single, parallel or for review; a parallel one in columns or interleaved; and a draft or
final."""

Tables: TypeAlias = dict[str, Any]
"""Decoded TOML, before its types are known."""


def shipped_names() -> tuple[str, ...]:
    """The names of the sheets that come with the toolkit, sorted."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")))


def shipped(name: str, editions: Collection[str] = ()) -> StyleSheet:
    """A sheet that comes with the toolkit, as `load` gives it. Raises ConfigurationError if there is none."""
    return load(shipped_data(name), f"{name}.toml", editions)


@cache
def shipped_data(name: str, place: Place = NOWHERE) -> bytes:
    """The TOML of a shipped sheet, for example to write it into a submission."""
    if name not in shipped_names():
        raise ConfigurationError(UNKNOWN_SHEET.at(place, name=name, known=", ".join(shipped_names())))
    return (_folder() / f"{name}.toml").read_bytes()


def load(data: bytes, path: str, editions: Collection[str] = ()) -> StyleSheet:
    """The sheet in the TOML file `data` for an edition that is all of `editions` (of `EDITIONS`, for example `single`
    and `draft`); `path` is its name in messages. Raises ConfigurationError."""
    text, tables = _parse(data, path)
    tables = _extended(tables, path, text)
    changes = _changes(tables, "edition", EDITIONS, path, text)
    for name, change in changes.items():
        _with_languages(_merged(tables, change), path, text, ("edition", name))
    wanted = [changes[name] for name in EDITIONS if name in editions and name in changes]
    return _with_languages(reduce(_merged, wanted, tables), path, text)


def _with_languages(tables: Tables, path: str, text: str, edition: KeyPath = ()) -> StyleSheet:
    """The sheet with what languages change; `edition` is the table that a mistake may stand in."""
    tables = dict(tables)
    changes = _changes(tables, "language", languages.known(), path, text, edition)
    sheet = _convert(tables, path, text, (edition,))
    variants = {
        code: _convert(_merged(tables, change), path, text, ((*edition, "language", code), ("language", code), edition))
        for code, change in changes.items()
    }
    return replace(sheet, languages=variants)


def _changes(
    tables: Tables, key: str, known: Sequence[str], path: str, text: str, edition: KeyPath = ()
) -> dict[str, Tables]:
    """Takes the table `key` out of `tables`: what is changed, by the names of what it is changed for."""
    changes = tables.pop(key, {})
    if not isinstance(changes, dict) or not all(isinstance(change, dict) for change in changes.values()):
        keys = _written(text, (key,), (edition,))
        raise _wrong(path, text, keys, phrase("expected a table for each {key}", key=key))
    for name in changes:
        if name not in known:
            keys = _written(text, (key, name), (edition,))
            raise _unknown(path, text, keys, name, known)
    return changes


def _folder() -> Path:
    return Path(__file__).with_name("data")


def _parse(data: bytes, path: str) -> tuple[str, Tables]:
    try:
        text = data.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        problem, line = phrase("byte {byte} is not UTF-8", byte=str(error.start)), data[: error.start].count(b"\n") + 1
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)$", str(error))
        problem = reasons.reason(re.sub(r" \(at .*\)$", "", str(error)))
        line = int(found[1]) if found else text.count("\n") + 1
    raise ConfigurationError(NOT_TOML.at(Place(path, line), problem=problem))


def _extended(tables: Tables, path: str, text: str) -> Tables:
    """`tables` on top of the sheet that they extend; a shipped sheet may extend another."""
    name = tables.pop("extends", None)
    if name is None:
        return tables
    if not isinstance(name, str):
        raise _wrong(path, text, ("extends",), Phrase("expected the name of a shipped sheet"))
    base = shipped_data(name, Place(path, line_of(text, ("extends",))))
    return _merged(_extended(_parse(base, f"{name}.toml")[1], path, text), tables)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> Tables:
    """Tables key by key, `above` winning; anything but a table is replaced whole."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        both = isinstance(value, dict) and isinstance(under, dict)
        merged[key] = _merged(under, value) if both and under is not None else value
    return merged


def _convert(tables: Tables, path: str, text: str, inside: Sequence[KeyPath] = ()) -> StyleSheet:
    """The sheet in `tables`, whose values may stand in a table of `inside`, the likeliest first."""
    if "languages" in tables:
        raise _wrong(path, text, ("languages",), Phrase("what changes for a language stands in [language.<code>]"))
    if computed := next((key for key in faults.COMPUTED if key in tables), ""):
        raise _unknown(path, text, _written(text, (computed,), inside), computed, faults.known_keys(()))
    try:
        sheet = msgspec.convert(tables, StyleSheet)
    except msgspec.ValidationError as error:
        keys, unknown = faults.keys_of(str(error))
        if unknown:
            raise _unknown(path, text, _written(text, keys, inside), unknown, faults.known_keys(keys[:-1])) from error
        problem = reasons.reason(str(error).partition(" - at ")[0])
    else:
        fault = faults.fault(sheet)
        if fault is None:
            return sheet
        problem, keys = fault
    raise _wrong(path, text, _written(text, keys, inside), problem)


def _written(text: str, keys: KeyPath, inside: Sequence[KeyPath]) -> KeyPath:
    """The key path under which `text` sets the value: in one of the tables `inside`, or at the top."""
    paths = ((*table, *keys) for table in inside)
    return next((each for each in paths if line_of(text, each) is not None), keys)


def _unknown(path: str, text: str, keys: KeyPath, name: str, known: Sequence[str]) -> ConfigurationError:
    suggestion = nearest(name, known, phrase("Known here: {names}.", names=", ".join(known)))
    place = Place(path, line_of(text, keys))
    return ConfigurationError(UNKNOWN_KEY.at(place, key=".".join(keys), suggestion=suggestion))


def _wrong(path: str, text: str, keys: KeyPath, problem: Phrase) -> ConfigurationError:
    place = Place(path, line_of(text, keys))
    return ConfigurationError(WRONG_VALUE.at(place, key=".".join(keys) or Phrase("the sheet"), problem=problem))
