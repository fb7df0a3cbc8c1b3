"""The profiles of committees: one file of data each, `profiles/<id>.toml`, with source, date and how sure each rule is.

Limits change from session to session. Every finding therefore says where its rule was read and when; a number that
nobody could confirm warns and no more.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from assembler.check.draft import Profile

_FOLDER = Path(__file__).with_name("profiles")


def known() -> tuple[str, ...]:
    """The IDs of all profiles, sorted."""
    names = (path.name for path in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name[0] != "_"))


@cache
def load(id: str) -> Profile:
    """The profile with this ID. Raises KeyError where there is none."""
    if id not in known():
        raise KeyError(id)
    return read((_FOLDER / f"{id}.toml").read_text("utf-8"), id)


def read(text: str, id: str) -> Profile:
    """The profile that a text says. Source and date of the whole stand for every demand that names none."""
    data = tomllib.loads(text)
    shared = {key: data.pop(key) for key in ("source", "seen") if key in data}
    tables: dict[str, Any] = {
        key: {**shared, **value} if isinstance(value, dict) else value for key, value in data.items()
    }
    return msgspec.convert({"id": id, **tables}, Profile)


@cache
def lengths() -> dict[str, int]:
    """How many words the same text has in each language: what a forecast begins with."""
    return msgspec.convert(tomllib.loads((_FOLDER / "_lengths.toml").read_text("utf-8"))["words"], dict[str, int])
