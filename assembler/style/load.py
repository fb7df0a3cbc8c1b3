"""Read style sheets: TOML to `StyleSheet`, with what a sheet extends and what it changes for a language merged in.

`extends = "un"` takes everything from a shipped sheet and changes what is written; `[language.kk.roles.body]` changes
for one language. Both are one merge of tables, key by key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeAlias

import msgspec
from msgspec.structs import asdict, replace

from assembler import reasons
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Phrase, Place, Severity, phrase
from assembler.keypaths import line_of
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

NOWHERE = Place()

Tables: TypeAlias = dict[str, Any]
"""Decoded TOML, before its types are known."""


def shipped_names() -> tuple[str, ...]:
    """The names of the sheets that come with the toolkit, sorted."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")))


def shipped(name: str) -> StyleSheet:
    """A sheet that comes with the toolkit. Raises ConfigurationError if there is none of that name."""
    return load(shipped_data(name), f"{name}.toml")


@cache
def shipped_data(name: str, place: Place = NOWHERE) -> bytes:
    """The TOML of a shipped sheet, for example to write it into a submission."""
    if name not in shipped_names():
        raise ConfigurationError(UNKNOWN_SHEET.at(place, name=name, known=", ".join(shipped_names())))
    return (_folder() / f"{name}.toml").read_bytes()


def load(data: bytes, path: str) -> StyleSheet:
    """The sheet in the TOML file `data`; `path` is its name in messages. Raises ConfigurationError."""
    text, tables = _parse(data, path)
    tables = _extended(tables, path, text)
    changes = tables.pop("language", {})
    if not isinstance(changes, dict) or not all(isinstance(change, dict) for change in changes.values()):
        raise _wrong(path, text, ("language",), Phrase("expected a table for each language"))
    sheet = _convert(tables, path, text)
    variants = {code: _convert(_merged(tables, change), path, text, code) for code, change in changes.items()}
    return replace(sheet, languages=variants)


def _folder() -> Traversable:
    return files("assembler.style") / "data"


def _parse(data: bytes, path: str) -> tuple[str, Tables]:
    try:
        text = data.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        problem, line = phrase("byte {byte} is not UTF-8", byte=error.start), data[: error.start].count(b"\n") + 1
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


def _convert(tables: Tables, path: str, text: str, language: str = "") -> StyleSheet:
    if "languages" in tables:
        raise _wrong(path, text, ("languages",), Phrase("what changes for a language stands in [language.<code>]"))
    try:
        sheet = msgspec.convert(tables, StyleSheet)
    except msgspec.ValidationError as error:
        problem, keys = _explained(str(error))
    else:
        fault = _missing_font(sheet)
        if fault is None:
            return sheet
        problem, keys = fault
    if language and line_of(text, ("language", language, *keys)) is not None:
        keys = ("language", language, *keys)
    raise _wrong(path, text, keys, problem)


def _missing_font(sheet: StyleSheet) -> tuple[Phrase, tuple[str, ...]] | None:
    """What is wrong with the fonts that looks name, and where; None when nothing is."""
    if sheet.text.font is None or sheet.text.size is None:
        return Phrase("the look of plain text must name a font and a size"), ("text",)
    looks = {("text",): sheet.text} | {("roles", name): look for name, look in asdict(sheet.roles).items()}
    for keys, look in looks.items():
        if look.font is not None and look.font not in sheet.fonts:
            missing = phrase("there is no `{font}` in [fonts]", font=look.font)
            return missing, (*(key.replace("_", "-") for key in keys), "font")
    return None


def _explained(message: str) -> tuple[Phrase, tuple[str, ...]]:
    """`Expected float, got str - at $.roles.body.size` as a sentence and the keys that it is about."""
    problem, _, where = message.partition(" - at ")
    keys = tuple(key for key in re.sub(r"\[.*?\]", "", where.strip("`").removeprefix("$")).split(".") if key)
    unknown = re.search(r"unknown field `(.+?)`", problem)
    if unknown:
        return phrase("there is no key `{key}`", key=unknown[1]), (*keys, unknown[1])
    return reasons.reason(problem), keys


def _wrong(path: str, text: str, keys: tuple[str, ...], problem: Phrase) -> ConfigurationError:
    place = Place(path, line_of(text, keys))
    return ConfigurationError(WRONG_VALUE.at(place, key=".".join(keys) or Phrase("the sheet"), problem=problem))
