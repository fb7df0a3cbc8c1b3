"""Which way a language is written.

A language with a data file says it there. Others are known by their tag: by the script that it names (`kk-Arab`), else
by the language (`he`, `ur-PK`).
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct, convert

from assembler.language import load as languages


class Scripts(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Scripts and languages that run from right to left."""

    right_to_left: frozenset[str]
    languages: frozenset[str]


@cache
def is_right_to_left(code: str) -> bool:
    """Whether words in the language of a code or a BCP 47 tag run from right to left; what is no tag does not."""
    if code in languages.known():
        return languages.load(code).direction == "rtl"
    language, *more = code.replace("_", "-").split("-")
    named = next((part.title() for part in more if len(part) == 4 and part.isalpha()), "")
    scripts = _scripts()
    if named:
        return named in scripts.right_to_left
    country = next((part.upper() for part in more if len(part) == 2), "")
    return bool(scripts.languages & {language.lower(), f"{language.lower()}-{country}"})


@cache
def _scripts() -> Scripts:
    text = Path(__file__).with_name("scripts.toml").read_text(encoding="utf-8")
    return convert(tomllib.loads(text), Scripts)
